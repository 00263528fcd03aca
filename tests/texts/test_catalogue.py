"""Every text is there in both languages, and both say the same things."""

from __future__ import annotations

import re
import string

import pytest

from texts import LANGS, Text, catalogue, text

_QUOTED = frozenset({"finding.reading-applied", "finding.table-superseded", "number.shown"})
"""Texts that only hand on a quotation or a figure."""


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("name", catalogue())
def test_both_languages_ask_for_the_same_data(name: str) -> None:
    vi, en = (catalogue()[name][lang] for lang in LANGS)
    assert _fields(vi) == _fields(en)


@pytest.mark.parametrize("name", sorted(set(catalogue()) - _QUOTED))
def test_both_languages_have_words_of_their_own(name: str) -> None:
    vi, en = (catalogue()[name][lang] for lang in LANGS)
    assert en.strip()
    ours = re.sub("“[^”]*”|«[^»]*»|\\bCó\\b|\\bKhông\\b", "", en)
    assert ours.isascii() or not set(ours.lower()) & set(
        "ăâđêôơưạảãầấẩẫậằắẳẵặẹẻẽềếểễệịỉĩọỏõồốổỗộờớởỡợụủũừứửữựỳýỷỹỵ"
    )
    if any(char.isalpha() and not char.isascii() for char in vi):
        assert vi != en


def test_a_text_holds_texts_and_both_are_said_in_one_language() -> None:
    inner = text("slot.holds", slot="a", value=None)
    outer = text("number.shown", number=(inner, True))
    assert [outer.say(lang) for lang in LANGS] == ["a = (trống), Có", "a = (blank), yes"]


def test_an_unknown_id_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        text("no.such.text")
    with pytest.raises(KeyError):
        Text("no.such.text").say()
