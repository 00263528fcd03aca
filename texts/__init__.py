"""Texts: every sentence that a person reads, once, by its id, in Vietnamese and in English.

Programs hand on a `Text` (an id and the data that fill it) and nobody reads a sentence to learn
what happened; words are made where a person looks. What the law prints is data, not a text here:
it is quoted as it stands, in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from texts.figures import day, figure, percent
from texts.printable import printable

LANGS = ("vi", "en")
"""Vietnamese first; English is complete too."""

_DIGITS = 2
_LONGEST = 4000
"""Characters of one value in a sentence; what the law prints is at most half of that. What a file
says is cut to 200 where it is quoted (`printable`)."""
_TOOLS = ("figures", "printable")
"""Files beside the catalogue that hold no texts."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence by its id. `data` fill it: numbers, texts, or words that are quoted.

    `str()` is the Vietnamese sentence.
    """

    id: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def say(self, lang: str = "vi") -> str:
        """The sentence in one language. Raises KeyError for an unknown id."""
        template = catalogue()[self.id][lang]
        return template.format_map(_Filled(self.data, lang)).strip()

    def __str__(self) -> str:
        return self.say()


@dataclass(frozen=True, slots=True)
class Percent:
    """A ratio that is written as a percentage."""

    ratio: int | Fraction


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, written as each language does."""

    date: date


class _Filled(dict[str, str]):
    """The words for the data of one sentence; what was not given is left out."""

    def __init__(self, data: Mapping[str, Any], lang: str) -> None:
        digits = data.get("digits", _DIGITS)
        super().__init__({name: worded(value, lang, digits) for name, value in data.items()})

    def __missing__(self, key: str) -> str:
        return ""


def text(name: str, /, **data: Any) -> Text:
    """A text by its id. Raises KeyError for an unknown one.

    >>> text("number.shown", number=Fraction(120, 17)).say("en")
    '7.06'
    """
    if name not in catalogue():
        raise KeyError(name)
    return Text(name, data)


def say(name: str, /, lang: str = "vi", **data: Any) -> str:
    """The words of a text at once."""
    return text(name, **data).say(lang)


def worded(value: Any, lang: str = "vi", digits: int = _DIGITS) -> str:
    """One value in words: numbers as the language writes them, texts said, lists joined.

    >>> worded(Fraction(1, 3)), worded(Fraction(1, 3), "en", 4), worded(("1.1", "1.2"))
    ('0,33', '0.3333', '1.1, 1.2')
    """
    if isinstance(value, str):
        return printable(value, _LONGEST)
    if value is None:
        return say("blank", lang)
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, bool):
        return say("yes" if value else "no", lang)
    if isinstance(value, int | Fraction):
        return figure(value, lang, digits)
    if isinstance(value, Percent):
        return percent(value.ratio, lang=lang)
    if isinstance(value, Day):
        return day(value.date, lang)
    if isinstance(value, tuple | list):
        return ", ".join(worded(item, lang, digits) for item in value)
    return str(value)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Every text: id → language → template. Raises ValueError where two files share an id."""
    found: dict[str, Mapping[str, str]] = {}
    for name in _files():
        for key, (vi, en) in import_module(f"texts.{name}").TEXTS.items():
            if key in found:
                raise ValueError(key)
            found[key] = {"vi": vi, "en": en}
    return found


def _files() -> list[str]:
    """The files of the catalogue, one a room."""
    return [module.name for module in iter_modules(__path__) if module.name not in _TOOLS]
