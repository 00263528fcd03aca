"""Inputs can be scored: each figure is a possible one, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scoring.findings import Finding
from workbooks.checks.base import Evidence
from workbooks.design.names import Key
from workbooks.files.book import CellKind

CODES = (
    *("input-not-a-number", "input-negative", "option-unknown", "part-exceeds-whole"),
    *("zero-denominator", "input-missing", "number-as-text", "input-is-date", "info-mismatch"),
    *("cohort-missing", "reading-applied"),
)


def inputs_can_be_scored(evidence: Evidence) -> Iterator[Finding]:
    """What the engine found in the figures, with the cell it is about."""
    statement = evidence.statement
    lost = {item.indicator for item in statement.findings if item.code == "row-missing"}
    for row in evidence.assessment.rows:
        if row.code in statement.unread:
            continue  # the words are there, only not certain: adoption lists them
        for found in row.findings:
            if row.code in lost and found.code == "input-missing":
                continue  # the row itself is lost, and `row-missing` names it
            where = _cell(evidence, found)
            yield replace(found, **where) if where else found


def _cell(evidence: Evidence, found: Finding) -> dict[str, Any]:
    """The cell of the first input that the finding speaks of, else the row's first, or its own."""
    statement, code = evidence.statement, found.indicator
    row = evidence.assessment.law.by_code[code]
    if any(slot.name == "commune_levels" for slot in row.slots):
        return _commune(evidence) or statement.where(Key("row", code))
    names = [*found.slots, *(slot.name for slot in row.slots)]
    keys = [Key("in", code, name) for name in names]
    return statement.where(next((key for key in keys if key in statement.places), Key("row", code)))


def _commune(evidence: Evidence) -> dict[str, Any]:
    """The first commune whose level cannot be."""
    statement = evidence.statement
    for key, (sheet, address) in statement.places.items():
        if key.what == "commune" and key.slot == "level":
            cell = statement.cell(key)
            if cell is None or cell.value == "":
                continue
            known = cell.kind is CellKind.NUMBER and cell.value in range(6)
            if not known:
                return {"sheet": sheet, "cell": address}
    return {}
