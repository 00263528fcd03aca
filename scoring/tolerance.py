"""Tolerance: when a figure typed by hand agrees with an exact one.

A typed figure agrees when the exact one lies within half a unit of its own last digit, and what
its number format shows agrees too, within half a unit of the last digit shown (readings.md, all
tables, 4). No figure is asked for more than 1e-9: spreadsheets compute with binary numbers.
"""

from __future__ import annotations

from fractions import Fraction

from scoring.numbers import Rational
from texts.figures import rounded

FLOOR = Fraction(1, 10**9)
"""Figures this near are one figure: a cell keeps 15 digits of a binary number."""


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

    `digits`: decimals that the cell shows, where its format says so. A stored 7,51 shown as «8» is
    not 7,06: neither the stored figure nor the shown one is.

    >>> agrees(Fraction("7.06"), Fraction(120, 17)), agrees(Fraction("7.05"), Fraction(120, 17))
    (True, False)
    >>> agrees(Fraction("7.51"), Fraction("7.06"), 0), agrees(Fraction("7.06"), 7, 0)
    (False, False)
    """
    gap = abs(Fraction(typed) - computed)
    if gap <= FLOOR:
        return True
    if gap > _half_unit(shown_digits(typed)):
        return False
    if digits is None:
        return True
    return abs(Fraction(rounded(typed, digits)) - computed) <= _half_unit(digits)


def _half_unit(digits: int) -> Fraction:
    return max(FLOOR, Fraction(1, 2 * 10**digits))
