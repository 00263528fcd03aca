"""Figures: how an office writes a number, and how an English reader does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

_COMMA_FOR_DOT = str.maketrans(",.", ".,")


def rounded(number: int | Fraction, digits: int = 2) -> Decimal:
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


def figure(number: int | Fraction | Decimal, lang: str = "vi", digits: int = 2) -> str:
    """Write a number without trailing zeros, in the manner of a language.

    >>> figure(Fraction(2469, 2)), figure(Fraction(2469, 2), "en")
    ('1.234,5', '1,234.5')
    """
    value = rounded(Fraction(number), digits)
    text = f"{abs(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if lang != "en":
        text = text.translate(_COMMA_FOR_DOT)
    return f"−{text}" if value < 0 else text


def vietnamese(number: int | Fraction | Decimal, digits: int = 2) -> str:
    """Write a number with a decimal comma and dots between thousands, without trailing zeros.

    >>> vietnamese(Fraction(120, 17)), vietnamese(1000), vietnamese(Fraction(-11, 25))
    ('7,06', '1.000', '−0,44')
    """
    return figure(number, "vi", digits)


def percent(
    ratio: int | Fraction, apart_from: int | Fraction | None = None, lang: str = "vi"
) -> str:
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
    return f"{figure(ratio * 100, lang, digits)}%"


def day(of: date, lang: str = "vi") -> str:
    """Write a day: as an office does, or by ISO 8601, which no reader takes for another day.

    >>> day(date(2024, 1, 15)), day(date(2024, 1, 15), "en")
    ('15/01/2024', '2024-01-15')
    """
    return of.isoformat() if lang == "en" else f"{of.day:02d}/{of.month:02d}/{of.year:04d}"
