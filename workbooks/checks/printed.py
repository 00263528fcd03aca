"""What is printed stays as printed: codes, titles, clauses, options and maxima of our workbook."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.numbers import from_float
from texts import text
from workbooks.checks.base import Evidence
from workbooks.design.draft import Content
from workbooks.design.names import LISTS, MAP
from workbooks.design.owners import rows_of
from workbooks.files.book import Cell, CellKind

CODES = ("text-changed", "max-score-changed")


def printed_cells_are_as_printed(evidence: Evidence) -> Iterator[Finding]:
    """Every locked text and number of our own workbook is the one that it was built with."""
    statement, design = evidence.statement, evidence.statement.design
    if design is None:
        return
    codes = rows_of(design)
    for place, content in design.printed.items():
        sheet = statement.book.by_name.get(place.sheet)
        if sheet is None or place.sheet == MAP or content in (None, ""):
            continue
        cell = sheet.cells.get((place.row + 1, place.column + 1))
        if _same(content, cell):
            continue
        code = codes.get((place.sheet, place.row), "")
        where = {"sheet": place.sheet, "cell": place.address}
        if isinstance(content, str | bool) or place.sheet == LISTS:
            actual = text("check.quoted", words="" if cell is None else cell.value)
            expected = text("check.quoted", words=content)
            yield finding("text-changed", code, **where, actual=actual, expected=expected)
        else:
            held = None if cell is None else cell.value
            right = from_float(float(content or 0))
            yield finding("max-score-changed", code, **where, actual=held, expected=right)


def _same(content: Content, cell: Cell | None) -> bool:
    if cell is None:
        return False
    if isinstance(content, str):
        return cell.kind is CellKind.TEXT and _plain(str(cell.value)) == _plain(content)
    if isinstance(content, bool):
        return cell.value is content
    if cell.kind is not CellKind.NUMBER or isinstance(cell.value, str):
        return False
    return float(cell.value) == float(content or 0)


def _plain(words: str) -> str:
    """Words without what programs change when they save: line ends, spaces, Unicode forms."""
    return " ".join(unicodedata.normalize("NFC", words.replace("_x000D_", " ")).split())
