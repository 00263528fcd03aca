"""Values in foreign forms: what one cell says of one criterion. Certain, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reading.typed import ReadKind, read, read_numeral
from scoring.levels import Criterion
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from scoring.thresholds import AtLeastCount, ValueKind, Yes
from workbooks.files.book import Cell, CellKind
from workbooks.forms.titles import key
from workbooks.forms.values import Value, read_value, shown

VALUE, COUNT, TOTAL = "value", "count", "total"
_SLOT = {
    ValueKind.PERCENT: SlotKind.PERCENT,
    ValueKind.YES_NO: SlotKind.ANSWER,
    ValueKind.COUNT: SlotKind.NUMBER,
    ValueKind.COUNT_OF_TOTAL: SlotKind.NUMBER,
}
_JUDGED = ("dat", "chua dat", "khong dat", "da dat")
_PRINTED_COUNT = re.compile(r"co (\d+) (?!.*\b(?:hoac|tro len)\b)")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says of a criterion: exact inputs, or why there are none."""

    inputs: Mapping[str, Rational | bool] = field(default_factory=dict)
    why: str = ""
    finding: str = ""
    expected: str = ""


def is_judgement(cell: Cell) -> bool:
    """The cell says whether a level is met, not what the value is."""
    return cell.kind is CellKind.TEXT and key(str(cell.value)) in _JUDGED


def read_said(cell: Cell, criterion: Criterion) -> Said:
    """Read a cell that is not blank for a criterion."""
    kind = criterion.kind
    if kind is ValueKind.COMMUNES:
        return Said(why="cần mức độ của từng xã: hãy nhập vào trang các xã")
    if is_judgement(cell):
        return Said(why=f"“{shown(cell)}” chỉ nói đạt hay chưa, không phải số liệu")
    words = key(str(cell.value)) if cell.kind is CellKind.TEXT else ""
    if words == "khong ap dung":
        return Said(why="“Không áp dụng” không nói rõ có hay không")
    value = read_value(cell, Slot(VALUE, _SLOT[kind]))
    if value.finding not in ("", "number-as-text"):
        return Said(why=value.why, finding=value.finding, expected=value.expected)
    if kind is ValueKind.PERCENT:
        value = _rate(cell, criterion, value)
    elif kind is ValueKind.YES_NO:
        value = _answer(words, criterion, value)
    elif kind is ValueKind.COUNT_OF_TOTAL:
        return _counted(cell, words, criterion, value)
    return _said(value)


def _said(value: Value, name: str = VALUE) -> Said:
    if value.value is None:
        return Said(why=value.why)
    return Said({name: value.value}, finding=value.finding)


def _rate(cell: Cell, criterion: Criterion, value: Value) -> Value:
    """A rate of 0–100. A bare number is one where the row prints %, unless it may be a ratio."""
    if value.value is not None or cell.kind not in (CellKind.NUMBER, CellKind.TEXT):
        return value
    if cell.kind is CellKind.NUMBER:
        return _bare(Fraction(cell.value), cell, criterion)
    text = str(cell.value)
    said, number = read(text), read_numeral(text)
    if said.kind is ReadKind.RATIO and said.a is not None and said.b:
        return Value(Fraction(said.a) / said.b * 100)
    if number is None:
        return value
    bare = _bare(Fraction(number), cell, criterion)
    return bare if bare.value is None else Value(bare.value, finding="number-as-text")


def _bare(number: Fraction, cell: Cell, criterion: Criterion) -> Value:
    if "%" in criterion.unit and (number <= 0 or 1 < number <= 100):
        return Value(number)
    if 0 < number <= 1:
        return Value(why=f"“{shown(cell)}” không ghi %: không rõ là {shown(cell)}% hay tỷ số")
    return Value(why=f"“{shown(cell)}” không ghi %, không rõ là tỷ lệ hay số lượng")


def _answer(words: str, criterion: Criterion, value: Value) -> Value:
    """Có or Không, also in the words that the criterion prints."""
    if value.value is not None or not words:
        return value
    levels = zip(criterion.levels, criterion.thresholds, strict=True)
    for text in {key(text) for text, asked in levels if isinstance(asked, Yes)}:
        if words == text:
            return Value(True)
        deed = text.removeprefix("co ")
        if words in {f"{no} {what}" for no in ("khong", "chua") for what in (text, deed)}:
            return Value(False)
    return value


def _counted(cell: Cell, words: str, criterion: Criterion, value: Value) -> Said:
    """A count, with the total it is part of where that is said."""
    if value.value is not None:
        return _said(value, COUNT)
    if cell.kind is not CellKind.TEXT:
        return _said(value)
    said = read(str(cell.value))
    if said.kind is ReadKind.RATIO and said.a is not None and said.b is not None:
        return Said({COUNT: said.a, TOTAL: said.b})
    levels = zip(criterion.levels, criterion.thresholds, strict=True)
    printed = {key(text) for text, asked in levels if isinstance(asked, AtLeastCount)}
    match = _PRINTED_COUNT.match(words)
    if match and words in printed:
        return Said({COUNT: int(match[1])})
    return _said(value)
