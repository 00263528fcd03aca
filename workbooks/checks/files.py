"""Nothing in the file runs or links elsewhere unnoticed."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence

CODES = ("external-link", "macro-present")


def nothing_runs_or_links_elsewhere(evidence: Evidence) -> Iterator[Finding]:
    """External links and macros of our own workbook; for foreign forms adoption has looked."""
    statement = evidence.statement
    if not statement.own:
        return
    for link in statement.book.external_links:
        yield finding("external-link", actual=link)
    if statement.book.has_macros:
        yield finding("macro-present")
