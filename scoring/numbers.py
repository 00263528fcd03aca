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


def number(value: Rational | None) -> int | float | None:
    """An exact number as JSON writes it: an int where it is whole, else the nearest float."""
    if value is None:
        return None
    whole = Fraction(value)
    return int(whole) if whole.denominator == 1 else float(whole)


def from_float(shown: float) -> Rational:
    """Return the number a cell shows: a spreadsheet keeps 15 significant digits.

    >>> from_float(0.1 + 0.2), from_float(600.0)
    (Fraction(3, 10), 600)
    """
    if shown.is_integer():
        return int(shown)
    return Fraction(f"{shown:.15g}")
