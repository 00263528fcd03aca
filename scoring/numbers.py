"""Exact numbers and how a Vietnamese office writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

_COMMA_FOR_DOT = str.maketrans(",.", ".,")

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


def rounded(number: Rational, digits: int = 2) -> Decimal:
    """Round half up, the way an office does.

    >>> rounded(Fraction(120, 17)), rounded(Fraction(1, 8))
    (Decimal('7.06'), Decimal('0.13'))
    """
    # Integer arithmetic: a quotient cut to some digits first would round twice.
    value = Fraction(number)
    scaled = abs(value) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Made of its digits: arithmetic with decimals would stop at 28 of them.
    return Decimal((int(value < 0 and whole > 0), tuple(map(int, str(whole))), -digits))


def vietnamese(number: Rational | Decimal, digits: int = 2) -> str:
    """Write a number with a decimal comma and dots between thousands, without trailing zeros.

    >>> vietnamese(Fraction(120, 17)), vietnamese(1000), vietnamese(Fraction(-11, 25))
    ('7,06', '1.000', '−0,44')
    """
    value = rounded(Fraction(number), digits)
    text = f"{abs(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.translate(_COMMA_FOR_DOT)
    return f"−{text}" if value < 0 else text


def percent(ratio: Rational, apart_from: Rational | None = None) -> str:
    """Write a ratio as a percentage, with digits enough to tell it from a threshold.

    >>> percent(Fraction(3, 5)), percent(Fraction(2, 3))
    ('60%', '66,67%')
    >>> percent(Fraction(99999, 100000), apart_from=1)
    '99,999%'
    """
    digits = 2
    if apart_from is not None and ratio != apart_from:
        while digits < 12 and rounded(ratio * 100, digits) == rounded(apart_from * 100, digits):
            digits += 1
    return f"{vietnamese(ratio * 100, digits)}%"
