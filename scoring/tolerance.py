"""Tolerance: when a figure typed by hand agrees with an exact one.

A typed figure agrees when the exact one lies within half a unit of its own last shown digit.
"""

from __future__ import annotations

from fractions import Fraction

from scoring.numbers import Rational


def shown_digits(typed: Rational) -> int:
    """How many decimals the figure shows (15 at most).

    >>> shown_digits(Fraction("7.06")), shown_digits(7)
    (2, 0)
    """
    value = Fraction(typed)
    for digits in range(15):
        if (value * 10**digits).denominator == 1:
            return digits
    return 15


def agrees(typed: Rational, computed: Rational, digits: int | None = None) -> bool:
    """Whether a typed figure is the computed one, as far as its digits show.

    `digits`: decimals that the cell shows, where its format says so.

    >>> agrees(Fraction("7.06"), Fraction(120, 17)), agrees(Fraction("7.05"), Fraction(120, 17))
    (True, False)
    """
    shown = shown_digits(typed) if digits is None else digits
    return abs(Fraction(typed) - computed) * 2 <= Fraction(1, 10**shown)
