"""No row is hidden: readers see the whole table."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence
from workbooks.files.book import place_of


def no_row_is_hidden(evidence: Evidence) -> Iterator[Finding]:
    """The rows of our own workbook; for foreign forms adoption has looked."""
    if not evidence.statement.own:
        return
    hidden = {sheet.name: sheet.hidden_rows for sheet in evidence.statement.book.sheets}
    for row in evidence.statement.rows.values():
        for cell in (row.cell, *row.cells.values()):
            if place_of(cell)[0] in hidden.get(row.sheet, ()):
                yield finding("row-hidden", row.code, sheet=row.sheet, cell=cell)
                break
