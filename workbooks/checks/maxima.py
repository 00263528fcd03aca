"""Maxima are as printed: nobody changed the maximum of a row."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence, shown


def maxima_are_as_printed(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook; for foreign forms adoption has looked."""
    for row in evidence.statement.rows.values():
        if row.maximum is None:
            continue
        printed = evidence.statement.table.by_code[row.code].max_score
        found = evidence.current(row.maximum)
        if found != printed:
            yield finding(
                "max-score-changed",
                row.code,
                sheet=row.maximum.sheet,
                cell=row.maximum.cell,
                actual=shown(found),
                expected=shown(printed),
            )
