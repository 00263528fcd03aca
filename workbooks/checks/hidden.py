"""No row is hidden: readers see the whole table."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence
from workbooks.design.shares import share_of
from workbooks.files.book import place_of
from workbooks.statement import is_anchor

CODES = ("row-hidden",)


def no_row_is_hidden(evidence: Evidence) -> Iterator[Finding]:
    """The rows of our own workbook, once each; for foreign forms adoption has looked."""
    statement = evidence.statement
    if not statement.own:
        return
    share = share_of(statement.submission)
    told: set[str] = set() if share is None else set(statement.law.by_code) - set(share.rows)
    for key, (name, address) in statement.places.items():
        sheet = statement.book.by_name.get(name)
        ours = is_anchor(key) or key.what == "in"
        if not ours or key.code in told or sheet is None:
            continue
        if place_of(address)[0] in sheet.hidden_rows:
            told.add(key.code)
            yield finding("row-hidden", key.code, sheet=name, cell=address)
