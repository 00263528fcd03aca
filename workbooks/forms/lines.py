"""Lines: the rows of a form one by one, with the code and the title each one carries."""

from __future__ import annotations

from dataclasses import dataclass

from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.codes import Codes, codes_of
from workbooks.forms.columns import Columns
from workbooks.forms.titles import split_code


@dataclass
class Line:
    """One row of the sheet as the form shows it."""

    row: int
    code_cell: Cell | None
    name_cell: Cell | None
    title: str
    codes: Codes
    continued: bool = False
    """It stands right after a repeated header and carries on the row before it."""
    gap: bool = False
    """A blank row stands above it."""


def lines_of(sheet: Sheet, columns: Columns) -> list[Line]:
    """The lines below the first header, without the headers."""
    lines: list[Line] = []
    after_header = gap = False
    previous = 0
    for row in sheet.rows:
        if row < columns.first_row:
            continue
        if row in columns.headers:
            after_header, previous = True, row
            continue
        gap = row > previous + 1 and not after_header
        line = _line(sheet, columns, row)
        line.continued = after_header and bool(lines)
        line.gap = gap
        lines.append(line)
        after_header, previous = False, row
    return lines


def _line(sheet: Sheet, columns: Columns, row: int) -> Line:
    code_cell = own_cell(sheet, row, columns.code)
    name_cell = own_cell(sheet, row, columns.name)
    codes = codes_of(code_cell)
    if name_cell is None and code_cell is not None and not codes:
        name_cell = code_cell if code_cell.kind is CellKind.TEXT else None
    title = str(name_cell.value) if name_cell and name_cell.kind is CellKind.TEXT else ""
    prefix, rest = split_code(title)
    if prefix and not codes:
        codes, title = codes_of(_text_cell(name_cell, prefix)), rest
    elif not prefix or prefix in codes.strong:
        title = rest
    return Line(row, code_cell, name_cell, title, codes)


def _text_cell(cell: Cell | None, text: str) -> Cell | None:
    return Cell(cell.row, cell.col, CellKind.TEXT, text) if cell else None


def own_cell(sheet: Sheet, row: int, col: int | None) -> Cell | None:
    """The cell of a row; not the one of a merge that began further up."""
    if col is None or col < 1:
        return None
    cell = sheet.at(row, col)
    return cell if cell is not None and cell.row == row else None
