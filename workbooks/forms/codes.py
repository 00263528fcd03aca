"""Codes: which printed codes a cell may mean after a spreadsheet has had its way with it.

"9.10" typed as a number shows 9.1; "1.1" may become the first of January.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scoring.numbers import Rational
from workbooks.files.book import Cell, CellKind
from workbooks.forms.titles import plain_code

_EPOCH = date(1899, 12, 30)
_LAST_DAY = 2958465


@dataclass(frozen=True, slots=True)
class Codes:
    """What a code cell may mean: surely, or after a change the spreadsheet often makes."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether the cell holds a code at all."""
        return bool(self.strong or self.weak)


def codes_of(cell: Cell | None) -> Codes:
    """The codes a cell may stand for; a number with three decimals is none.

    >>> typed = [Cell(1, 1, CellKind.NUMBER, Fraction(n)) for n in ("3.1", "3.14", "3.142")]
    >>> [codes_of(cell).strong for cell in typed]
    [('3.1',), ('3.14',), ()]
    """
    if cell is None:
        return Codes()
    if cell.kind is CellKind.TEXT:
        return _damaged(plain_code(str(cell.value)))
    if cell.kind is CellKind.NUMBER:
        return _damaged(_digits(Fraction(cell.value)))
    if cell.kind is CellKind.DATE:
        day = day_of(Fraction(cell.value))
        if day is not None:
            short = (f"{day.day}.{day.month}", f"{day.month}.{day.day}")
            year = day.year % 100
            long = (f"{day.day}.{day.month}.{year}", f"{day.month}.{day.day}.{year}")
            return Codes((), (*short, *long))
    return Codes()


def day_of(serial: Rational) -> date | None:
    """The day of a serial number; None outside the calendar of a spreadsheet."""
    whole = int(serial)
    if not 1 <= whole <= _LAST_DAY:
        return None
    return _EPOCH + timedelta(days=whole)


def _digits(number: Fraction) -> str:
    if number <= 0 or number >= 1000:
        return ""
    if number.denominator == 1:
        return str(number.numerator)
    text = f"{float(number):.10g}"
    return text if Fraction(text) == number and len(text.partition(".")[2]) <= 2 else ""


def _damaged(code: str) -> Codes:
    """A code, and what it was if a final zero was lost.

    >>> _damaged("3.1")
    Codes(strong=('3.1',), weak=('3.10',))
    """
    if not code:
        return Codes()
    parts = code.split(".")
    weak = []
    if len(parts) == 2 and len(parts[1]) == 1:
        weak.append(f"{code}0")
    plain = ".".join(part.lstrip("0") or "0" for part in parts)
    if plain != code:
        weak.append(plain)
    return Codes((code,), tuple(weak))
