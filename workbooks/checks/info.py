"""Figures agree with the general information that the table refers to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from scoring.findings import Finding, finding
from scoring.slots import Slot
from workbooks.checks.base import Evidence, shown
from workbooks.statement import Row


def figures_agree_with_general_information(evidence: Evidence) -> Iterator[Finding]:
    """A denominator taken from «Thông tin chung» is the figure given there."""
    info = evidence.statement.submission.info
    for row in evidence.statement.rows.values():
        for slot in evidence.statement.table.by_code[row.code].slots:
            if slot.from_info:
                yield from _compare(row, slot, info)


def _compare(row: Row, slot: Slot, info: Any) -> Iterator[Finding]:
    given = row.figures.get(slot.name)
    lines = [info.get(code) for code in slot.from_info]
    if not isinstance(given, int | Fraction) or isinstance(given, bool):
        return
    if not all(isinstance(line, int | Fraction) and not isinstance(line, bool) for line in lines):
        return
    declared = sum(lines, Fraction(0))
    if Fraction(given) != declared:
        yield finding(
            "info-mismatch",
            row.code,
            sheet=row.sheet,
            cell=row.cells.get(slot.name, row.cell).rpartition("!")[2],
            label=slot.title,
            actual=shown(given),
            expected=f"{shown(declared)} (mục {', '.join(slot.from_info)} Thông tin chung)",
        )
