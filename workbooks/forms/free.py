"""Free words: a result that no label explains, read only where it can mean one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from reading.typed import ReadKind, read
from scoring.law import Row
from scoring.numbers import Rational
from scoring.rules import Ratio
from scoring.slots import Slot, SlotKind
from texts import Text, text
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.assignments import read_assignments, read_parts
from workbooks.forms.columns import Columns
from workbooks.forms.read import Read, find, is_wordy
from workbooks.forms.values import Value, finding_of, is_nothing, read_percent, read_value, shown


def read_free(
    sheet: Sheet,
    columns: Columns,
    free: list[Cell],
    indicator: Row,
    slots: dict[str, Slot],
    result: Read,
) -> None:
    """Read words that no label explains: one cell, or several that belong together."""
    if len(free) == 1:
        cell = free[0]
        slot = _only_slot(cell, slots, columns)
        if slot is not None:
            value = read_percent_of(cell, slot, columns)
            result.keep(slot, cell, value)
            if value.value is None and slot.kind is SlotKind.NUMBER and is_wordy(cell):
                return
            found = finding_of(value, cell, slot, sheet.name, indicator.code)
            if found is not None:
                result.findings.append(found)
            return
    result.first_cell = free[0].address
    result.words.append(" ".join(shown(cell) for cell in free))
    if _read_beside_rate(free, indicator, slots, result):
        return
    words = "\n".join(str(c.value) for c in free if c.kind is CellKind.TEXT)
    if any(cell.kind is not CellKind.TEXT for cell in free):
        _read_mixed(sheet, free, slots, result, indicator)
        return
    values, why = read_words(words, indicator, slots)
    result.values.update(values)
    result.cells.update(dict.fromkeys(values, free[0].address))
    if why is not None:
        result.whys.append(why)


def _read_beside_rate(
    free: list[Cell], indicator: Row, slots: dict[str, Slot], result: Read
) -> bool:
    """«8/8» in one cell, «(100%)» in the next: the counts stay if the rate is theirs."""
    rates = {cell.address: rate for cell in free if (rate := _rate_in(cell)) is not None}
    others = [cell for cell in free if cell.address not in rates]
    if not rates or len(others) != 1 or others[0].kind is not CellKind.TEXT:
        return False
    values, _ = read_words(str(others[0].value), indicator, slots)
    part, whole = part_and_whole(indicator, slots)
    if not part or not {part, whole} <= values.keys():
        return False
    ratio = Fraction(values[part]) / values[whole] * 100 if values[whole] else None
    if ratio is None or any(abs(ratio - rate) > 1 for rate in rates.values()):
        result.whys.append(text("form.rates-differ"))
        return True
    result.values.update(values)
    result.cells.update(dict.fromkeys(values, others[0].address))
    return True


def _rate_in(cell: Cell) -> Rational | None:
    """The percentage a cell shows and nothing else, 0–100."""
    if cell.kind is CellKind.NUMBER:
        return Fraction(cell.value) * 100 if cell.is_percent else None
    said = read(str(cell.value)) if cell.kind is CellKind.TEXT else None
    return said.value if said is not None and said.kind is ReadKind.PERCENT else None


def read_percent_of(cell: Cell, slot: Slot, columns: Columns) -> Value:
    """Read a cell for a slot; a bare number under a header with % is a percentage."""
    bare = slot.kind is SlotKind.PERCENT and cell.kind is CellKind.NUMBER and not cell.is_percent
    if bare and cell.col in columns.percent_results:
        number = Fraction(cell.value)
        # 0,85 under % may be less than one percent or 85 of them.
        return Value(number) if number == 0 or number > 1 else read_percent(cell)
    return read_value(cell, slot)


def _only_slot(cell: Cell, slots: dict[str, Slot], columns: Columns) -> Slot | None:
    """The slot a single cell can only be meant for, judged by what stands in it."""
    if len(slots) == 1:
        return next(iter(slots.values()))
    numeric = cell.kind in (CellKind.NUMBER, CellKind.DATE, CellKind.ERROR)
    if "percent" in slots and numeric:
        return slots["percent"]
    said = read(str(cell.value)).kind if cell.kind is CellKind.TEXT else None
    if "percent" in slots and said is ReadKind.PERCENT and "option" not in slots:
        return slots["percent"]
    if numeric and "option" not in slots:
        return (
            next((s for s in slots.values() if s.kind is SlotKind.NUMBER), None)
            if (cell.kind is not CellKind.NUMBER)
            else None
        )
    if "option" in slots and said is not ReadKind.RATIO:
        return slots["option"]
    return None


def _read_mixed(
    sheet: Sheet, free: list[Cell], slots: dict[str, Slot], result: Read, indicator: Row
) -> None:
    """Cells of different kinds: each goes to the one slot of its kind, if there is just one."""
    for cell in free:
        if not read_leftover(cell, slots, result, sheet, indicator):
            why = text("form.many-cells")
            if len(free) == 1:
                why = text("form.needs-too", actual=shown(cell), wanted=tuple(slots))
            result.clear(why)
            return


def read_leftover(
    cell: Cell, slots: dict[str, Slot], result: Read, sheet: Sheet, indicator: Row
) -> bool:
    """Give a cell to the one slot of its kind; False where there is not just one."""
    kinds = _KINDS.get(cell.kind, ())
    fits = [
        (slot, value)
        for slot in slots.values()
        if slot.name not in result.values
        and slot.kind in kinds
        and (value := read_value(cell, slot)).value is not None
    ]
    if len(fits) != 1:
        return False
    slot, value = fits[0]
    same = [s for s in slots.values() if s.kind is slot.kind]
    if len(same) != 1:
        return False
    result.values[slot.name] = fits[0][1].value or 0
    if isinstance(value.value, bool):
        result.values[slot.name] = value.value
    result.cells[slot.name] = cell.address
    find(result, value, cell, slot, sheet, indicator)
    return True


_KINDS = {
    CellKind.NUMBER: (SlotKind.NUMBER, SlotKind.PERCENT),
    CellKind.TEXT: (SlotKind.ANSWER, SlotKind.OPTION, SlotKind.NUMBER, SlotKind.PERCENT),
    CellKind.BOOLEAN: (SlotKind.ANSWER,),
}


def read_words(
    words: str, indicator: Row, slots: dict[str, Slot]
) -> tuple[dict[str, Rational | bool], Text | None]:
    """Read free words: `a=5; b=9`, `(1) Có; (2) Không`, `8/10`, `0/0`."""
    values = read_assignments(words, slots) or read_parts(words, slots)
    if values:
        return values, None
    part, whole = part_and_whole(indicator, slots)
    if part and is_nothing(words):
        # Zero of zero is what was counted; whether the law has a rule for it is its business.
        return {part: 0, whole: 0}, None
    said = read(words)
    if said.kind is ReadKind.RATIO and said.a is not None and said.b is not None:
        if part:
            return {part: said.a, whole: said.b}, None
        return {}, text("form.ratio-short")
    if said.kind is ReadKind.PERCENT:
        return {}, text("form.percent-short")
    return {}, said.why or text("form.needs", wanted=tuple(slots))


def part_and_whole(indicator: Row, slots: dict[str, Slot]) -> tuple[str, str]:
    """The slots of part and whole, where the whole rule is one ratio of two figures."""
    if "option" in slots:
        return "", ""
    pairs = set()
    for ratio in _ratios(indicator.measured_by):
        if len(ratio.part) != 1 or len(ratio.whole) != 1 or ratio.complement:
            return "", ""
        pairs.add((ratio.part[0][0].name, ratio.whole[0].name))
    return pairs.pop() if len(pairs) == 1 else ("", "")


def _ratios(node: Any) -> Iterator[Ratio]:
    if isinstance(node, Ratio):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from _ratios(item)
    elif is_dataclass(node) and not isinstance(node, Slot):
        for item in fields(node):
            yield from _ratios(getattr(node, item.name))
