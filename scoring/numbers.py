"""Exact numbers."""

from __future__ import annotations

from fractions import Fraction

Rational = int | Fraction
"""An exact number. Floats never enter the engine."""


def exact(text: str | int) -> Fraction:
    """Return the exact value of a number as rulesets write it.

    >>> exact("85%"), exact("1/2"), exact("2.5"), exact(10)
    (Fraction(17, 20), Fraction(1, 2), Fraction(5, 2), Fraction(10, 1))

    Raises ValueError for anything else.
    """
    source = str(text).strip()
    if source.endswith("%"):
        return Fraction(source[:-1]) / 100
    return Fraction(source)


def from_float(number: float) -> Rational:
    """Return the number a cell shows: a spreadsheet keeps 15 significant digits.

    >>> from_float(0.1 + 0.2), from_float(600.0)
    (Fraction(3, 10), 600)
    """
    if number.is_integer():
        return int(number)
    return Fraction(f"{number:.15g}")
