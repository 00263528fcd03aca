"""Dates: the day numbers that spreadsheets keep (1900 system), and how an office writes a day."""

from __future__ import annotations

import datetime

from scoring.numbers import Rational
from texts import Day
from texts.figures import day

_ZERO = datetime.date(1899, 12, 30)
_FIRST = datetime.date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was (29.2.1900)."""


def day_number(text: str) -> int:
    """The number of a day written as ISO 8601.

    >>> day_number("2024-01-15")
    45306

    Raises ValueError for anything else, and for days before 1.3.1900.
    """
    day = datetime.date.fromisoformat(text)
    if day < _FIRST or len(text) != 10:
        raise ValueError(text)
    return (day - _ZERO).days


def day_of(number: Rational) -> Day | str:
    """The day of a day number; a number that is no day stays a number."""
    try:
        return Day(_ZERO + datetime.timedelta(days=int(number)))
    except OverflowError:
        return str(int(number))


def day_text(number: Rational, lang: str = "vi") -> str:
    """A day as an office writes it; a number that is no day stays a number.

    >>> day_text(45306), day_text(45306, "en")
    ('15/01/2024', '2024-01-15')
    """
    found = day_of(number)
    return found if isinstance(found, str) else day(found.date, lang)
