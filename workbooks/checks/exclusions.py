"""Exclusions have reasons: a row that is not assessed says why."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence
from workbooks.files.book import place_of
from workbooks.layout import cell


def exclusions_have_reasons(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook, which has a place for the reason."""
    if not evidence.statement.own:
        return
    for row in evidence.statement.rows.values():
        if row.excluded and not row.reason:
            place = cell("reason", place_of(row.cell)[0] - 1)
            yield finding("exclusion-without-reason", row.code, sheet=row.sheet, cell=place)
