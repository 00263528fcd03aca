"""Exclusions have reasons: a row that is not assessed says why."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence
from workbooks.design.names import Key

CODES = ("exclusion-without-reason",)


def exclusions_have_reasons(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook, which has a place for the reason; else adoption has looked."""
    statement = evidence.statement
    if not statement.own:
        return
    for code, reason in statement.submission.excluded.items():
        if not reason:
            yield finding("exclusion-without-reason", code, **statement.where(Key("reason", code)))
