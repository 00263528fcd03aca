"""Foreign forms of levels: a value for every criterion that is certain, the others in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from scoring.findings import Finding, finding
from scoring.levels import Criterion, LevelTable
from scoring.slots import Slot, SlotKind
from scoring.thresholds import ValueKind
from workbooks.files.book import Book, Cell, address
from workbooks.forms.adopt import AdoptedRow
from workbooks.forms.findings import file_findings, legacy_findings, missing, row_findings
from workbooks.forms.legacy_text import decode_book
from workbooks.forms.outline import outline_of
from workbooks.forms.rows import Block
from workbooks.forms.sheets import Found, find_sheets
from workbooks.forms.titles import key
from workbooks.forms.values import is_blank, json_number, read_value, shown
from workbooks.levels.foreign_columns import part_and_whole, value_columns
from workbooks.levels.foreign_level import TypedLevel, states_level, typed_level
from workbooks.levels.foreign_values import COUNT, TOTAL, VALUE, Said, is_judgement, read_said
from workbooks.units import Unit

_NO_ROW = "không thấy dòng này"
_NO_COLUMN = "không rõ cột nào ghi kết quả"
_BLANK = "chưa có số liệu"


@dataclass(frozen=True)
class AdoptedLevels:
    """A form of levels read into values: every criterion once, in printed order."""

    file: Path
    table: LevelTable
    rows: tuple[AdoptedRow, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    """Exact, as in unit.json."""
    typed_level: TypedLevel | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def unit(self) -> Unit:
        """The values that were certain, as a unit."""
        typed = None if self.typed_level is None else self.typed_level.value
        return Unit(law=self.table, values=self.values, typed_level=typed)


def adopt_levels(book: Book, table: LevelTable) -> AdoptedLevels:
    """Read the criteria of a table out of a form. Never raises for what an official typed."""
    decoded = decode_book(book)
    found = find_sheets(decoded.book, outline_of(table))
    findings = file_findings(book)
    if not found:
        why = f"không thấy các dòng của bảng {table.id} trên trang tính nào"
        findings.append(finding("layout-unknown", why=why))
        rows = tuple(AdoptedRow(row.code, why=_NO_ROW) for row in table.criteria)
        return AdoptedLevels(book.path, table, rows, findings=tuple(findings))
    findings += legacy_findings(decoded, found)
    placed: dict[str, tuple[Found, Block]] = {}
    for place in found:
        for block in place.matched.blocks:
            placed.setdefault(block.entry.code, (place, block))
    columns = {place.sheet.name: value_columns(place, table) for place in found}
    adopted: list[AdoptedRow] = []
    values: dict[str, Any] = {}
    for criterion in table.criteria:
        code = criterion.code
        if code not in placed:
            findings.append(missing(criterion, found[0]))
            adopted.append(AdoptedRow(code, found[0].sheet.name, why=_NO_ROW))
            continue
        place, block = placed[code]
        row, said = _read_row(place, block, columns[place.sheet.name], criterion)
        adopted.append(row)
        if said.inputs:
            values[code] = dict(said.inputs) if COUNT in said.inputs else said.inputs[VALUE]
        if said.finding:
            findings.append(_found(said, row, criterion))
    for place in found:
        findings += row_findings(place, placed)
    return AdoptedLevels(
        book.path, table, tuple(adopted), values, typed_level(found, table), tuple(findings)
    )


def _found(said: Said, row: AdoptedRow, criterion: Criterion) -> Finding:
    return finding(
        said.finding,
        row.code,
        row.sheet,
        row.cell,
        label=criterion.name,
        actual=row.text,
        expected=said.expected,
    )


def _read_row(
    place: Found, block: Block, columns: tuple[int, ...], criterion: Criterion
) -> tuple[AdoptedRow, Said]:
    """One criterion as it was found, and its exact value."""
    cells = list(_cells(place, block, columns))
    pair = part_and_whole(place.columns.symbols)
    if pair is not None:
        counts = [cell for col in pair for cell in _cells(place, block, (col,))]
        if counts:
            said = _said_of_pair(counts, cells, criterion)
        else:
            said = _said_of_cells(cells, criterion)
        cells = [*counts, *cells]
    elif criterion.kind is ValueKind.COUNT_OF_TOTAL and _has_total_below(place, block, cells):
        said = _said_of_pair(cells, [], criterion)
    else:
        said = _said_of_cells(cells, criterion)
    status = "read" if said.inputs else "unread" if cells else "blank"
    if not columns and pair is None:
        said, status = Said(why=_NO_COLUMN), "unread"
    where = (*columns, *(pair or ()))
    row = AdoptedRow(
        code=criterion.code,
        sheet=place.sheet.name,
        row=block.main.row,
        name_cell=block.main.name_cell.address if block.main.name_cell else "",
        cell=cells[0].address if cells else address(block.main.row, where[0]) if where else "",
        text="; ".join(shown(cell) for cell in cells),
        inputs={name: json_number(value) for name, value in said.inputs.items()} or None,
        input_cells=dict.fromkeys(said.inputs, cells[0].address) if cells else {},
        status=status,
        why="" if said.inputs else said.why,
    )
    return row, said


def _cells(place: Found, block: Block, columns: tuple[int, ...]) -> Iterator[Cell]:
    """The filled cells of a row; a merge that began further up is another row's."""
    for line in block.lines:
        if line is not block.main and (line.gap or states_level(line.title)):
            continue  # what stands below the table
        for col in columns:
            cell = place.sheet.at(line.row, col)
            if cell is not None and cell.row == line.row and not is_blank(cell):
                yield cell


def _has_total_below(place: Found, block: Block, cells: list[Cell]) -> bool:
    """Count and total stand on lines of their own, the second of them named «tổng số»."""
    if len(cells) != 2 or cells[0].row == cells[1].row:
        return False
    return any(line.row == cells[1].row and "tong so" in key(line.title) for line in block.lines)


def _said_of_pair(cells: list[Cell], rates: list[Cell], criterion: Criterion) -> Said:
    """A part and its whole in two cells, perhaps with their rate beside them."""
    if len(cells) == 1 and criterion.kind in (ValueKind.COUNT, ValueKind.YES_NO):
        return read_said(cells[0], criterion)
    read = [read_value(cell, Slot(COUNT, SlotKind.NUMBER)).value for cell in cells]
    if len(read) != 2 or read[0] is None or read[1] is None:
        return Said(why="chưa đủ hoặc chưa rõ số lượng và tổng số")
    part, whole = Fraction(read[0]), Fraction(read[1])
    if criterion.kind is ValueKind.COUNT_OF_TOTAL:
        return Said({COUNT: part, TOTAL: whole})
    if criterion.kind is not ValueKind.PERCENT or whole <= 0:
        return Said(why="không thành tỷ lệ của số lượng trên tổng số")
    value = part / whole * 100
    for said in (read_said(cell, criterion) for cell in rates):
        if VALUE not in said.inputs or abs(said.inputs[VALUE] - value) > 1:
            return Said(why="số lượng và tỷ lệ phần trăm không khớp nhau")
    return Said({VALUE: value})


def _said_of_cells(cells: list[Cell], criterion: Criterion) -> Said:
    """What the cells say; nothing where they say different things."""
    if not cells:
        return Said(why=_BLANK)
    plain = [cell for cell in cells if not is_judgement(cell)] or cells
    said = [read_said(cell, criterion) for cell in plain]
    if all(one.inputs == said[0].inputs for one in said):
        return said[0]
    return Said(why="có nhiều ô số liệu, không rõ ô nào là kết quả")
