"""Inputs can be scored: each figure is a possible one, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scoring.findings import Finding
from scoring.model import Indicator
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
            yield replace(found, sheet=row.sheet, cell=_cell(row, found, assessed.indicator))


def _cell(row: Row, found: Finding, indicator: Indicator) -> str:
    """The cell of the first input that the finding speaks of, else the row's own."""
    said = found.words.get("actual", "") if found.code in _ABOUT_SLOTS else ""
    for name, cell in row.cells.items():
        if said.startswith(f"{name} = ") or f", {name} = " in said:
            return cell.rpartition("!")[2]
    label = found.words.get("label", "")
    for slot in indicator.slots:
        if slot.name in row.cells and label and (label + ",").startswith(f"{slot.title},"):
            return row.cells[slot.name].rpartition("!")[2]
    cells = [cell.rpartition("!")[2] for cell in row.cells.values()]
    return cells[0] if cells else row.cell


_ABOUT_SLOTS = ("part-exceeds-whole", "zero-denominator")
