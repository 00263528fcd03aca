"""Values: what one cell of a form says for one slot. Certain, or nothing with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from reading.typed import ReadKind, read, read_numeral
from scoring.findings import Finding, finding
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts import Text, text
from texts.figures import vietnamese
from workbooks.files.book import Cell, CellKind
from workbooks.forms.codes import day_of
from workbooks.forms.options import match_option

_BEYOND = 10**15

BLANKS = ("", "-", "–", "—", "…", "...", "/")
"""Texts that stand in a cell and say nothing."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: a value, or why there is none (both empty: the cell is blank)."""

    value: Rational | bool | None = None
    why: Text | None = None
    finding: str = ""
    expected: str | Text = ""


def shown(cell: Cell) -> str:
    """What the official sees in the cell.

    >>> shown(Cell(1, 1, CellKind.NUMBER, Fraction(17, 20), number_format="0%"))
    '85%'
    """
    if not cell.cached:
        return f"={cell.formula}"
    if cell.kind is CellKind.DATE:
        day = day_of(Fraction(cell.value))
        return f"{day:%d/%m/%Y}" if day else str(cell.value)
    if cell.kind is CellKind.NUMBER:
        number = Fraction(cell.value)
        return f"{figure(number * 100)}%" if cell.is_percent else figure(number)
    if cell.kind is CellKind.BOOLEAN:
        return "Có" if cell.value else "Không"
    return " ".join(str(cell.value).split())


def figure(number: Rational) -> str:
    """A number as an office writes it; one beyond all counts as a power of ten.

    >>> figure(Fraction(2469, 2)), figure(10**30)
    ('1.234,5', '1e+30')
    """
    return vietnamese(number, 6) if -_BEYOND < number < _BEYOND else f"{float(number):g}"


def is_blank(cell: Cell | None) -> bool:
    """The cell says nothing. A formula that was never calculated is not blank."""
    if cell is None:
        return True
    return cell.kind is CellKind.TEXT and cell.cached and str(cell.value).strip() in BLANKS


_NOTHING = re.compile(r"\s*0+\s*/\s*0+(?:\s+[^\W\d]+){0,4}[\s.;]*")


def is_nothing(words: str) -> bool:
    """Zero of zero, a figure like any other.

    >>> is_nothing("0/0 hồ sơ"), is_nothing("0/10")
    (True, False)
    """
    return bool(_NOTHING.fullmatch(words))


def read_value(cell: Cell, slot: Slot) -> Value:
    """Read a cell for a slot."""
    if is_blank(cell):
        return Value()
    if slot.kind is SlotKind.DATE:
        # Day and month change places between offices: never guessed.
        return Value(why=text("form.date", actual=shown(cell)))
    refused = _unusable(cell)
    if refused is not None:
        return refused
    if slot.kind is SlotKind.OPTION:
        return _option(cell, slot)
    if slot.kind is SlotKind.ANSWER:
        return _answer(cell)
    if slot.kind is SlotKind.PERCENT:
        return read_percent(cell)
    return read_count(cell)


def _unusable(cell: Cell) -> Value | None:
    if not cell.cached:
        return Value(why=text("form.uncached"), finding="score-uncached")
    if cell.kind is CellKind.DATE:
        return Value(
            why=text("form.is-date", actual=shown(cell)),
            finding="input-is-date",
            expected=typed_before(cell),
        )
    if cell.kind is CellKind.ERROR:
        return Value(why=text("form.error", actual=str(cell.value)), finding="input-not-a-number")
    return None


def typed_before(cell: Cell) -> str | Text:
    """What was probably typed before the spreadsheet made a date of it.

    >>> typed_before(Cell(1, 1, CellKind.DATE, 45512, number_format="d-mmm"))
    '08/08'
    """
    day = day_of(Fraction(cell.value))
    if day is None:
        return ""
    pattern = cell.number_format.lower()
    if "d" not in pattern and "y" in pattern:
        return f"{day.month:02d}/{day.year % 100:02d}"
    first, second = _pair(day.day, day.month), _pair(day.month, day.day)
    if "mmm" not in pattern or first == second:
        return first
    return text("form.or", first=first, second=second)


def _pair(first: int, second: int) -> str:
    return f"{first:02d}/{second:02d}"


def read_count(cell: Cell) -> Value:
    """Read a count or an amount."""
    if cell.kind is CellKind.NUMBER:
        if cell.is_percent:
            return Value(why=text("form.percent-for-count", actual=shown(cell)))
        return Value(_number(cell))
    if cell.kind is CellKind.BOOLEAN:
        return Value(why=text("form.answer-for-count"))
    words = str(cell.value)
    number = read_numeral(words)
    if number is not None:
        return Value(number, finding="number-as-text")
    said = read(words)
    if said.kind is ReadKind.NUMBER:
        return Value(said.value)
    return Value(why=said.why or text("form.no-count", actual=shown(cell)))


def read_percent(cell: Cell) -> Value:
    """Read a rate as 0–100; a bare number may be either 75 or 0,75 and is left."""
    if cell.kind is CellKind.NUMBER:
        if cell.is_percent:
            return Value(_number(cell) * 100)
        return Value(why=text("form.bare", actual=shown(cell)))
    if cell.kind is CellKind.BOOLEAN:
        return Value(why=text("form.answer-for-rate"))
    said = read(str(cell.value))
    if said.kind is ReadKind.PERCENT:
        return Value(said.value)
    return Value(why=said.why or text("form.no-rate", actual=shown(cell)))


def _answer(cell: Cell) -> Value:
    if cell.kind is CellKind.BOOLEAN:
        return Value(bool(cell.value))
    if cell.kind is CellKind.NUMBER:
        if cell.value in (0, 1):
            return Value(bool(cell.value))
        return Value(why=text("form.no-answer", actual=shown(cell)))
    said = read(str(cell.value))
    if said.kind in (ReadKind.YES, ReadKind.NO):
        return Value(said.kind is ReadKind.YES)
    return Value(why=said.why or text("form.no-answer", actual=shown(cell)))


def _option(cell: Cell, slot: Slot) -> Value:
    if cell.kind is CellKind.NUMBER:
        number = _number(cell)
        if any(char.isdigit() for label in slot.options for char in label):
            return Value(why=text("form.option-or-count", actual=shown(cell)))
        if number in range(1, len(slot.options) + 1):
            return Value(int(number))
        return Value(why=text("form.no-such-option", actual=shown(cell)))
    words = ("Có" if cell.value else "Không") if cell.kind is CellKind.BOOLEAN else str(cell.value)
    ordinal = match_option(words, slot.options)
    if ordinal is None:
        return Value(why=text("form.no-option", actual=short(words)))
    return Value(ordinal)


def short(words: str) -> str:
    """The beginning of long words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"


def _number(cell: Cell) -> Fraction:
    return Fraction(cell.value)


def json_number(value: Rational | bool) -> int | float | bool:
    """A value as unit.json writes it.

    >>> json_number(Fraction(85)), json_number(Fraction(85, 2)), json_number(True)
    (85, 42.5, True)
    """
    if isinstance(value, bool):
        return value
    number = Fraction(value)
    return number.numerator if number.denominator == 1 else float(number)


def finding_of(value: Value, cell: Cell, slot: Slot, sheet: str, code: str) -> Finding | None:
    """The finding that goes with a value, at its cell."""
    if not value.finding:
        return None
    return finding(
        value.finding,
        code,
        sheet,
        cell.address,
        label=slot.title or text("form.figure"),
        actual=shown(cell),
        expected=value.expected,
    )
