"""A number that is written twice, in digits and in words, is that number where both agree."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.numerals import is_number_words, read_words
from reading.typed import ReadKind, TypedText, read
from texts.figures import vietnamese

TWICE = {
    "8 (tám)": 8,
    "08 (tám)": 8,
    "5 (năm)": 5,
    "0 (không)": 0,
    "12 (mười hai) cuộc": 12,
    "Có 12 (mười hai) cuộc họp.": 12,
    "1.200 (một nghìn hai trăm)": 1200,
    "15.005 (mười lăm nghìn không trăm linh năm) hộ": 15005,
    "85,5 (tám mươi lăm phẩy năm)": Fraction(171, 2),
    "21 (hai mươi mốt)": 21,
    "24 (hai mươi tư)": 24,
}
DIFFER = [
    "8 (bảy)",
    "12 (mười ba) cuộc",
    "1.200 (một nghìn hai)",
    "105 (một trăm năm)",
    "8 (tám tám)",
    "5 (linh)",
    "20 (hai mươi không)",
    "8/10 (bảy)",
    "85% (tám mươi phần trăm)",
]


@pytest.mark.parametrize(("text", "value"), TWICE.items())
def test_words_that_repeat_the_digits(text: str, value: int) -> None:
    assert read(text) == TypedText(ReadKind.NUMBER, value=value)


def test_words_in_a_ratio_and_a_percentage() -> None:
    assert read("8 (tám)/10 (mười) cuộc") == TypedText(ReadKind.RATIO, a=8, b=10)
    for text in (
        "85% (tám mươi lăm phần trăm)",
        "85 (tám mươi lăm) phần trăm",
        "85 % (tám mươi lăm)",
    ):
        assert read(text) == TypedText(ReadKind.PERCENT, value=85)


@pytest.mark.parametrize("text", DIFFER)
def test_words_that_differ_from_the_digits_say_so(text: str) -> None:
    typed = read(text)
    assert typed.kind is ReadKind.UNREADABLE
    assert typed.why is not None
    assert typed.why.id == "read.words-differ"


@pytest.mark.parametrize("text", ["8 (tám tin)", "12 (tin)", "8 (8)", "tám", "8 (", "(tám)"])
def test_other_words_in_brackets_are_no_number(text: str) -> None:
    assert read(text).kind is ReadKind.UNREADABLE


NOT_NUMBERS = ["", "linh", "một một", "mươi", "không mươi", "một mươi", "trăm", "hai trăm năm"]
NOT_NUMBERS += ["nghìn", "không nghìn", "hai phẩy", "hai phẩy mười", "hai mươi không", "không trăm"]
NOT_NUMBERS += [
    "một trăm linh",
    "một trăm linh không",
    "ba nghìn năm",
    "mốt",
    "hai nghìn hai triệu",
]
NOT_NUMBERS += ["năm ngoái", "một " * 30]


@pytest.mark.parametrize("words", NOT_NUMBERS)
def test_words_that_are_no_full_number(words: str) -> None:
    assert read_words(words) is None


NAMES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def said(number: int) -> str:
    """A whole number below a thousand millions, as it is taught to be said."""
    for scale, name in ((10**6, "triệu"), (10**3, "nghìn")):
        if number >= scale:
            head, rest = divmod(number, scale)
            return (
                f"{said(head)} {name} {_group(rest, True) if rest < 1000 else said(rest)}".strip()
            )
    return _group(number, False) or "không"


def _group(number: int, whole: bool) -> str:
    if not number:
        return ""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [NAMES[hundreds], "trăm"] if hundreds or whole else []
    if tens == 0 and ones:
        words += (["linh"] if words else []) + [NAMES[ones]]
    elif tens:
        words += ["mười"] if tens == 1 else [NAMES[tens], "mươi"]
        if ones:
            last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, NAMES[ones])
            words.append(last)
    return " ".join(words)


@given(st.integers(0, 10**9 - 1))
def test_every_number_said_is_read_back(number: int) -> None:
    words = said(number)
    assert is_number_words(words)
    assert read_words(words) == number
    assert read(f"{vietnamese(number)} ({words}) hộ") == TypedText(ReadKind.NUMBER, value=number)
    assert read(f"{number + 1} ({words})").kind is ReadKind.UNREADABLE


@given(
    st.lists(st.sampled_from([*NAMES, "mười", "mươi", "trăm", "nghìn", "triệu", "linh", "phẩy"]))
)
def test_any_words_are_a_number_or_nothing(words: list[str]) -> None:
    value = read_words(" ".join(words))
    assert value is None or value >= 0
