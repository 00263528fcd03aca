"""Values: what one cell of a form says for one slot. Certain, or nothing with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reading.typed import ReadKind, read, read_numeral
from scoring.findings import Finding, finding
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts.figures import vietnamese
from workbooks.files.book import Cell, CellKind
from workbooks.forms.codes import day_of
from workbooks.forms.options import match_option

Json = int | float | bool | list[bool] | list[int] | None

_BEYOND = 10**15

BLANKS = ("", "-", "–", "—", "…", "...", "/")
"""Texts that stand in a cell and say nothing."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: a value, or why there is none (both empty: the cell is blank)."""

    value: Rational | bool | None = None
    why: str = ""
    finding: str = ""
    expected: str = ""


def shown(cell: Cell) -> str:
    """What the official sees in the cell.

    >>> shown(Cell(1, 1, CellKind.NUMBER, Fraction(17, 20), number_format="0%"))
    '85%'
    """
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


def read_value(cell: Cell, slot: Slot) -> Value:
    """Read a cell for a slot."""
    if is_blank(cell):
        return Value()
    if slot.kind is SlotKind.DATE:
        # Day and month change places between offices: never guessed.
        return Value(why=f"ngày tháng {shown(cell)}: hãy nhập vào ô vàng")
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
        return Value(why="ô công thức chưa được tính", finding="score-uncached")
    if cell.kind is CellKind.DATE:
        return Value(
            why=f"ô chứa ngày tháng {shown(cell)}",
            finding="input-is-date",
            expected=typed_before(cell),
        )
    if cell.kind is CellKind.ERROR:
        return Value(why=f"ô báo lỗi {cell.value}", finding="input-not-a-number")
    return None


def typed_before(cell: Cell) -> str:
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
    forms = dict.fromkeys((_pair(day.day, day.month), _pair(day.month, day.day)))
    texts = list(forms)[:1] if "mmm" not in pattern else list(forms)
    return " hoặc ".join(texts)


def _pair(first: int, second: int) -> str:
    return f"{first:02d}/{second:02d}"


def read_count(cell: Cell) -> Value:
    """Read a count or an amount."""
    if cell.kind is CellKind.NUMBER:
        if cell.is_percent:
            return Value(why=f"ô hiện {shown(cell)} nhưng ở đây cần số lượng")
        return Value(_number(cell))
    if cell.kind is CellKind.BOOLEAN:
        return Value(why="ô chứa Có/Không nhưng ở đây cần số lượng")
    text = str(cell.value)
    number = read_numeral(text)
    if number is not None:
        return Value(number, finding="number-as-text")
    said = read(text)
    if said.kind is ReadKind.NUMBER:
        return Value(said.value)
    return Value(why=str(said.why or f"“{shown(cell)}” không phải là số lượng"))


def read_percent(cell: Cell) -> Value:
    """Read a rate as 0–100; a bare number may be either 75 or 0,75 and is left."""
    if cell.kind is CellKind.NUMBER:
        if cell.is_percent:
            return Value(_number(cell) * 100)
        return Value(why=f"“{shown(cell)}” không ghi %, không rõ là tỷ lệ hay số lượng")
    if cell.kind is CellKind.BOOLEAN:
        return Value(why="ô chứa Có/Không nhưng ở đây cần tỷ lệ")
    said = read(str(cell.value))
    if said.kind is ReadKind.PERCENT:
        return Value(said.value)
    return Value(why=str(said.why or f"“{shown(cell)}” không phải là tỷ lệ phần trăm"))


def _answer(cell: Cell) -> Value:
    if cell.kind is CellKind.BOOLEAN:
        return Value(bool(cell.value))
    if cell.kind is CellKind.NUMBER:
        if cell.value in (0, 1):
            return Value(bool(cell.value))
        return Value(why=f"“{shown(cell)}” không phải là Có hoặc Không")
    said = read(str(cell.value))
    if said.kind in (ReadKind.YES, ReadKind.NO):
        return Value(said.kind is ReadKind.YES)
    return Value(why=str(said.why or f"“{shown(cell)}” không phải là Có hoặc Không"))


def _option(cell: Cell, slot: Slot) -> Value:
    if cell.kind is CellKind.NUMBER:
        number = _number(cell)
        if any(char.isdigit() for label in slot.options for char in label):
            return Value(why=f"“{shown(cell)}” có thể là số lượng, không rõ là lựa chọn nào")
        if number in range(1, len(slot.options) + 1):
            return Value(int(number))
        return Value(why=f"không có lựa chọn số {shown(cell)}")
    text = ("Có" if cell.value else "Không") if cell.kind is CellKind.BOOLEAN else str(cell.value)
    ordinal = match_option(text, slot.options)
    if ordinal is None:
        return Value(why=f"“{_short(text)}” không khớp rõ với lựa chọn nào trong văn bản")
    return Value(ordinal)


def _short(text: str) -> str:
    plain = " ".join(text.split())
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
        label=slot.title or "Số liệu",
        actual=shown(cell),
        expected=value.expected,
    )
