"""Inputs can be scored: each figure is a possible one, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scoring.findings import Finding
from workbooks.checks.base import Evidence
from workbooks.statement import Row


def inputs_can_be_scored(evidence: Evidence) -> Iterator[Finding]:
    """What the engine found in the figures, with the cell it is about."""
    rows = evidence.statement.rows
    for assessed in evidence.assessment.rows:
        row = rows.get(assessed.indicator.code)
        if row is None:
            continue
        if row.unread and row.words:
            continue  # the words are there, only not certain: adoption lists them
        for found in assessed.findings:
            yield replace(found, sheet=row.sheet, cell=_cell(row, found))


def _cell(row: Row, found: Finding) -> str:
    """The cell of the first input that the finding speaks of, else the row's own."""
    for name in found.slots:
        if name in row.cells:
            return row.cells[name].rpartition("!")[2]
    cells = [cell.rpartition("!")[2] for cell in row.cells.values()]
    return cells[0] if cells else row.cell
