"""Valued: rows that take one value, criteria and targets, wherever it stands in their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from scoring.findings import finding
from scoring.law import Row
from scoring.slots import ONLY, Slot, SlotKind
from texts import text
from workbooks.files.book import Cell, address
from workbooks.forms.evidence import result_of
from workbooks.forms.judging import part_and_whole
from workbooks.forms.level import states_level
from workbooks.forms.printed import COUNT, TOTAL, Said, is_judgement, read_said
from workbooks.forms.read import Read
from workbooks.forms.rows import Block
from workbooks.forms.sheets import Found
from workbooks.forms.titles import key
from workbooks.forms.values import is_blank, read_value, shown

_PART_LINE = re.compile(r"(?:so luong|so|da)(?: da)?(?: thuc hien| dat| hoan thanh)?(?: duoc)?$")


def read_valued(place: Found, block: Block, columns: tuple[int, ...], row: Row) -> Read:
    """Read the value of a row that takes one; `columns` hold values."""
    cells, proofs = _without_evidence(place, _cells(place, block, columns))
    pair = part_and_whole(place.columns.symbols)
    counts = [cell for col in pair or () for cell in _cells(place, block, (col,))]
    below = _pair_below(place, block, cells, row)
    if counts:
        said, cells = _said_of_pair(counts, cells, row), [*counts, *cells]
    elif below:
        said = _said_of_pair(below, [cell for cell in cells if cell not in below], row)
    else:
        said = _said_of_cells(cells, row)
    if not columns and pair is None:
        said = Said(why=text("form.no-column"))
    where = (*columns, *(pair or ()))
    result = Read(
        values=dict(said.values),
        cells=dict.fromkeys(said.values, cells[0].address) if cells else {},
        words=[shown(cell) for cell in cells],
        whys=[said.why] if said.why and not said.values else [],
    )
    result.evidence = proofs
    if cells:
        result.first_cell = cells[0].address
    elif where:
        result.first_cell = address(block.main.row, where[0])
    result.lost = not columns and pair is None
    if said.finding:
        result.findings.append(
            finding(
                said.finding,
                row.code,
                place.sheet.name,
                result.first_cell,
                label=row.name,
                actual="; ".join(result.words),
                expected=said.expected,
            )
        )
    return result


def _without_evidence(place: Found, cells: Iterable[Cell]) -> tuple[list[Cell], list[str]]:
    """The cells without the evidence that stands in them, and the evidence."""
    read = [result_of(cell) if cell.col in place.columns.mixed else (cell, "") for cell in cells]
    return [cell for cell, _ in read], [proof for _, proof in read if proof]


def _cells(place: Found, block: Block, columns: tuple[int, ...]) -> Iterator[Cell]:
    """The filled cells of a row; a merge that began further up is another row's."""
    for line in block.lines:
        if line is not block.main and (line.gap or states_level(line.title)):
            continue  # what stands below the table
        for col in columns:
            cell = place.sheet.at(line.row, col)
            if cell is not None and cell.row == line.row and not is_blank(cell):
                yield cell


def _pair_below(place: Found, block: Block, cells: list[Cell], row: Row) -> list[Cell]:
    """Count and total on lines of their own, «Số lượng» and «Tổng số»; else nothing."""
    titles = {line.row: key(line.title) for line in block.lines if line is not block.main}
    whole = [cell for cell in cells if "tong so" in titles.get(cell.row, "")]
    part = [cell for cell in cells if _PART_LINE.match(titles.get(cell.row, "?"))]
    if row.slots[0].name == COUNT and len(cells) == 2 and not part:
        part = [cell for cell in cells if cell not in whole]
    if len(whole) != 1 or len(part) != 1 or whole[0].row == part[0].row:
        return []
    return [*part, *whole]


def _said_of_pair(cells: list[Cell], rates: list[Cell], row: Row) -> Said:
    """A part and its whole in two cells, perhaps with their rate beside them."""
    slot = row.slots[0]
    if len(cells) == 1 and slot.name == ONLY and slot.kind is not SlotKind.PERCENT:
        return read_said(cells[0], row)
    read = [read_value(cell, Slot(COUNT, SlotKind.NUMBER)).value for cell in cells]
    if len(read) != 2 or read[0] is None or read[1] is None:
        return Said(why=text("form.no-pair"))
    part, whole = Fraction(read[0]), Fraction(read[1])
    if slot.name == COUNT:
        return Said({COUNT: part, TOTAL: whole})
    if slot.kind is not SlotKind.PERCENT or whole <= 0:
        return Said(why=text("form.no-share"))
    value = part / whole * 100
    for said in (read_said(cell, row) for cell in rates):
        if ONLY not in said.values or abs(said.values[ONLY] - value) > 1:
            return Said(why=text("form.rates-differ"))
    return Said({ONLY: value})


def _said_of_cells(cells: list[Cell], row: Row) -> Said:
    """What the cells say; nothing where they say different things."""
    if not cells:
        return Said(why=text("form.blank"))
    plain = [cell for cell in cells if not is_judgement(cell)] or cells
    said = [read_said(cell, row) for cell in plain]
    if all(one.values == said[0].values for one in said):
        return said[0]
    return _rate_beside(plain, said) or Said(why=text("form.many-results"))


def _rate_beside(cells: list[Cell], said: list[Said]) -> Said | None:
    """«7/9» beside «(78%)»: the exact ratio stays where the shown rate is its own."""
    exact = [one for cell, one in zip(cells, said, strict=True) if "/" in shown(cell)]
    values = [one.values.get(ONLY) for one in said]
    if len(exact) != 1 or any(value is None or isinstance(value, bool) for value in values):
        return None
    own = exact[0].values[ONLY]
    near = all(abs(Fraction(value or 0) - Fraction(own)) <= 1 for value in values)
    return exact[0] if near else None
