"""Typed scores are numbers: said where one is not, so that nobody thinks it was compared."""

from __future__ import annotations

from collections.abc import Iterator

from reading.typed import read_numeral
from scoring.findings import Finding, finding
from texts import text
from workbooks.checks.base import Evidence

CODES = ("number-as-text", "input-not-a-number")

_LABELS = {"typed": "check.typed-score", "verified": "check.verified-score"}


def typed_scores_are_numbers(evidence: Evidence) -> Iterator[Finding]:
    """Scores, sums and the level typed into our own workbook; adoption looks at foreign forms."""
    statement = evidence.statement
    if not statement.own:
        return
    for what, label in _LABELS.items():
        for key, figure in statement.figures(what):
            if figure.value is not None or figure.formula:
                continue
            words = figure.error or figure.text
            is_number = bool(figure.text) and read_numeral(figure.text.strip()) is not None
            yield finding(
                "number-as-text" if is_number else "input-not-a-number",
                key.code if key.code in statement.law.by_code else "",
                sheet=figure.sheet,
                cell=figure.cell,
                label=text(label),
                actual=text("check.quoted", words=words),
            )
