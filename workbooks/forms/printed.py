"""Printed: what one cell says of a row that takes one value, a criterion or a target.

Certain, or the reason why not. The printed texts of the row help: its unit says that a bare number
is a rate, its levels say in which words an office answers yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reading.typed import ReadKind, read, read_numeral
from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import ONLY, SlotKind
from scoring.thresholds import AtLeastCount, Threshold, Yes
from texts import Text, text
from workbooks.files.book import Cell, CellKind
from workbooks.forms.evidence import split_evidence
from workbooks.forms.titles import key
from workbooks.forms.values import Value, is_nothing, read_value, shown

COUNT, TOTAL = "count", "total"
_JUDGED = ("dat", "chua dat", "khong dat", "da dat")
_PRINTED_COUNT = re.compile(r"co (\d+) (?!.*\b(?:hoac|tro len)\b)")
_DID = ("co", "da", "da co")
_DID_NOT = ("khong", "chua", "khong co", "chua co")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says of a row: values by slot (a rate is 0–100), or why there are none."""

    values: Mapping[str, Rational | bool] = field(default_factory=dict)
    why: Text | None = None
    finding: str = ""
    expected: str | Text = ""


def is_judgement(cell: Cell) -> bool:
    """The cell says whether something is met, not what the value is."""
    return cell.kind is CellKind.TEXT and key(str(cell.value)) in _JUDGED


def read_said(cell: Cell, row: Row) -> Said:
    """Read a cell that is not blank for a row that takes one value."""
    slot = row.slots[0]
    if slot.kind is SlotKind.LEVELS:
        return Said(why=text("form.communes"))
    if is_judgement(cell):
        return Said(why=text("form.judgement", actual=shown(cell)))
    words = key(str(cell.value)) if cell.kind is CellKind.TEXT else ""
    if words == "khong ap dung":
        return Said(why=text("form.not-applicable"))
    value = read_value(cell, slot)
    if value.finding not in ("", "number-as-text"):
        return Said(why=value.why, finding=value.finding, expected=value.expected)
    if slot.kind is SlotKind.PERCENT:
        value = _rate(cell, row, value)
    elif slot.kind is SlotKind.ANSWER:
        value = _answer((words, key(split_evidence(str(cell.value))[0])), row, value)
    elif slot.name == COUNT:
        return _counted(cell, words, row, value)
    return _said(value, slot.name)


def _printed(row: Row, asked: type[Threshold]) -> set[str]:
    """The printed texts of the levels that ask for something of that sort, as keys."""
    return {key(printed) for printed, meant in row.levels_asked if isinstance(meant, asked)}


def _said(value: Value, name: str) -> Said:
    if value.value is None:
        return Said(why=value.why)
    return Said({name: value.value}, finding=value.finding)


def _rate(cell: Cell, row: Row, value: Value) -> Value:
    """A rate of 0–100. A bare number is one where the row prints %, unless it may be a ratio."""
    if value.value is not None or cell.kind not in (CellKind.NUMBER, CellKind.TEXT):
        return value
    if cell.kind is CellKind.NUMBER:
        return _bare(Fraction(cell.value), cell, row)
    words = str(cell.value)
    said, number = read(words), read_numeral(words)
    if said.kind is ReadKind.RATIO and said.a is not None and said.b:
        return Value(Fraction(said.a) / said.b * 100)
    if number is None:
        return value
    bare = _bare(Fraction(number), cell, row)
    return bare if bare.value is None else Value(bare.value, finding="number-as-text")


def _bare(number: Fraction, cell: Cell, row: Row) -> Value:
    if row.prints_percent and (number <= 0 or 1 < number <= 100):
        return Value(number)
    name = "form.bare-ratio" if 0 < number <= 1 else "form.bare"
    return Value(why=text(name, actual=shown(cell)))


def _answer(said: tuple[str, str], row: Row, value: Value) -> Value:
    """Có or Không, also in the words that the row prints: «Có hệ thống», «Đã có hệ thống».

    `said`: the words as keys, with and without the document that they name.
    """
    if value.value is not None or not said[0]:
        return value
    for printed in _printed(row, Yes):
        deed = printed.removeprefix("co ")
        if {printed, *(f"{did} {deed}" for did in _DID)} & set(said):
            return Value(True)
        if {f"{no} {what}" for no in _DID_NOT for what in (printed, deed)} & set(said):
            return Value(False)
    return value


def _counted(cell: Cell, words: str, row: Row, value: Value) -> Said:
    """A count, with the total it is part of where that is said."""
    if value.value is not None:
        return _said(value, COUNT)
    if cell.kind is not CellKind.TEXT:
        return _said(value, ONLY)
    if is_nothing(str(cell.value)):
        return Said({COUNT: 0, TOTAL: 0})  # no part of none: the law says what that is worth
    said = read(str(cell.value))
    if said.kind is ReadKind.RATIO and said.a is not None and said.b is not None:
        return Said({COUNT: said.a, TOTAL: said.b})
    match = _PRINTED_COUNT.match(words)
    if match and words in _printed(row, AtLeastCount):
        return Said({COUNT: int(match[1])})
    return _said(value, ONLY)
