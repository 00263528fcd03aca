"""Inputs: the figures of one printed row, wherever in its lines an official has put them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts import text
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.columns import Columns
from workbooks.forms.evidence import result_of
from workbooks.forms.free import part_and_whole, read_free, read_leftover, read_percent_of
from workbooks.forms.labels import pair_line, slot_of_label
from workbooks.forms.lines import Line
from workbooks.forms.options import is_tick, match_option
from workbooks.forms.read import Read, find
from workbooks.forms.rows import Block
from workbooks.forms.values import (
    Value,
    finding_of,
    is_blank,
    read_value,
)


def read_inputs(sheet: Sheet, columns: Columns, block: Block, indicator: Row) -> Read:
    """Read the inputs of a row: columns a, b, c, labelled lines, then the free words."""
    result = Read()
    if _read_ticks(sheet, columns, block, indicator, result):
        return result
    elsewhere = (SlotKind.COHORT, SlotKind.ROW)
    slots = {slot.name: slot for slot in indicator.slots if slot.kind not in elsewhere}
    pair = part_and_whole(indicator, slots)
    _read_symbols(sheet, columns, block, slots, pair, result)
    labelled, free = _sort_cells(sheet, columns, block, slots, pair, result)
    for slot, cell in labelled:
        if slot.name in result.values:
            continue
        value = read_value(cell, slot)
        result.keep(slot, cell, value, slot.name if len(slot.name) == 1 else "")
        find(result, value, cell, slot, sheet, indicator)
    if free and not result.values:
        read_free(sheet, columns, free, indicator, slots, result)
    else:
        for cell in free:
            read_leftover(cell, slots, result, sheet, indicator)
    rates = [
        read_percent_of(cell, _RATE, columns).value
        for cell in (*free, *_rate_cells(sheet, columns, block))
    ]
    _compare_rate(result, pair, [rate for rate in rates if rate is not None])
    return result


def _rate_cells(sheet: Sheet, columns: Columns, block: Block) -> Iterator[Cell]:
    """The cells of a column of rates, for rows that ask for counts."""
    for col, symbol in columns.symbols.items():
        cell = sheet.at(block.main.row, col) if symbol == "percent" else None
        if cell is not None and not is_blank(cell) and cell.row == block.main.row:
            yield cell


_RATE = Slot("percent", SlotKind.PERCENT)


def _compare_rate(result: Read, pair: tuple[str, str], rates: list[Rational | bool]) -> None:
    """Part and whole beside a rate: the counts stay if the rate is theirs, else nothing does."""
    values = result.values
    if not pair[0] or not set(pair) <= values.keys():
        return
    if "percent" in values:
        rates.append(values.pop("percent"))
        result.cells.pop("percent", None)
    part, whole = (Fraction(values[name]) for name in pair)
    if all(whole and abs(part / whole * 100 - rate) <= 1 for rate in rates):
        return
    result.clear(text("form.rates-differ"))


def _read_ticks(sheet: Sheet, columns: Columns, block: Block, indicator: Row, result: Read) -> bool:
    """Options printed one a line, with a tick beside the chosen one."""
    if [slot.name for slot in indicator.slots] != ["option"] or len(block.lines) < 2:
        return False
    slot = indicator.slots[0]
    ticked: dict[int, Cell] = {}
    for line, cell in _result_cells(sheet, columns, block, Read()):
        if not is_tick(cell):
            return False
        for col in (columns.name, *columns.labels):
            label = sheet.at(line.row, col)
            if label is None or label.row != line.row or label is block.main.name_cell:
                continue
            ordinal = match_option(str(label.value), slot.options)
            if ordinal is not None:
                ticked[ordinal] = cell
    if len(ticked) != 1:
        return False
    for ordinal, cell in ticked.items():
        result.keep(slot, cell, Value(ordinal))
    return True


def _read_symbols(
    sheet: Sheet,
    columns: Columns,
    block: Block,
    slots: dict[str, Slot],
    pair: tuple[str, str],
    result: Read,
) -> None:
    """Read the columns headed a, b, c …, tử số, mẫu số, tỷ lệ."""
    used: dict[str, Cell] = {}
    for col, symbol in sorted(columns.symbols.items()):
        for line in block.lines:
            cell = sheet.at(line.row, col)
            if cell is not None and not is_blank(cell) and cell.row == line.row:
                used.setdefault(symbol, cell)
    if not used:
        return
    names = _symbol_names(used, slots, pair)
    for symbol, cell in used.items():
        slot = slots.get(names.get(symbol, ""))
        if slot is None:
            if symbol != "percent":
                result.note(cell, symbol)
                result.whys.append(text("form.no-symbol", symbol=symbol))
            continue
        value = read_percent_of(cell, slot, columns)
        result.keep(slot, cell, value, symbol if len(symbol) == 1 else "")
        found = finding_of(value, cell, slot, sheet.name, block.entry.code)
        if found is not None:
            result.findings.append(found)


def _symbol_names(
    used: dict[str, Cell], slots: dict[str, Slot], pair: tuple[str, str]
) -> dict[str, str]:
    """Symbol → slot. Columns a and b may serve rows that print part and whole only."""
    names = {symbol: symbol for symbol in used if symbol in slots}
    if names or not set(used) <= {"a", "b", "num", "den", "percent"}:
        return names
    if "num" in slots:
        return {"a": "num", "b": "den", **names}
    if len(used) == len(slots) == 1 and set(used) <= {"a", "num"}:
        # A row of one figure or answer has it in the first of the columns.
        return dict.fromkeys(used, next(iter(slots)))
    if {"num", "den"} & set(used) and pair[0]:
        # Some rows print the letters the other way round: b of a.
        return {"num": pair[0], "den": pair[1]}
    return names


def _sort_cells(
    sheet: Sheet,
    columns: Columns,
    block: Block,
    slots: dict[str, Slot],
    pair: tuple[str, str],
    result: Read,
) -> tuple[list[tuple[Slot, Cell]], list[Cell]]:
    """The filled result cells: those whose line names a slot, and the others."""
    labelled: list[tuple[Slot, Cell]] = []
    free: list[Cell] = []
    taken: set[str] = set()
    cells = list(_result_cells(sheet, columns, block, result))
    called = dict(zip(("part", "whole"), pair, strict=True))
    lines = {line.row: pair_line(line.title) for line, _ in cells if line is not block.main}
    paired = pair[0] and {"part", "whole"} <= set(lines.values())
    for line, cell in cells:
        slot = _slot_of_line(sheet, columns, block, line, slots, cell)
        if paired and lines.get(line.row):
            slot = slots[called[lines[line.row]]]
        if slot is not None and slot.name not in taken:
            taken.add(slot.name)
            labelled.append((slot, cell))
        else:
            free.append(cell)
    return labelled, free


def _result_cells(
    sheet: Sheet, columns: Columns, block: Block, result: Read
) -> Iterator[tuple[Line, Cell]]:
    """The filled cells of the result columns, without the evidence that stands in them."""
    seen: set[str] = set()
    for line in block.lines:
        for col in columns.results:
            cell = sheet.at(line.row, col)
            if cell is None or is_blank(cell) or cell.address in seen:
                continue
            seen.add(cell.address)
            if col in columns.mixed:
                cell, proof = result_of(cell)
                if proof and proof not in result.evidence:
                    result.evidence.append(proof)
            yield line, cell


def _slot_of_line(
    sheet: Sheet, columns: Columns, block: Block, line: Line, slots: dict[str, Slot], cell: Cell
) -> Slot | None:
    wanted = [col for col in (columns.code, columns.name, *columns.labels) if col]
    for col in wanted:
        label = sheet.at(line.row, col)
        if label is None or label.kind is not CellKind.TEXT or label.row != line.row:
            continue
        if line is block.main and label in (block.main.name_cell, block.main.code_cell):
            continue
        slot = slot_of_label(str(label.value), slots, cell)
        if slot is not None:
            return slot
    return None
