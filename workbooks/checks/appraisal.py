"""Scores are backed: evidence where the office gives any, an explanation where scores differ."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.ledger import appraised
from workbooks.checks.base import Evidence, shown
from workbooks.layout import name_part


def scores_are_backed(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook, which has a place for both.

    An office that names its evidence for some rows is told which scored rows have none; one that
    keeps its evidence elsewhere is left alone.
    """
    statement = evidence.statement
    if not statement.own:
        return
    attached = statement.submission.attached
    for row in evidence.assessment.rows:
        code = row.indicator.code
        place = statement.rows.get(code)
        if place and attached and row.score and row.indicator.evidence and code not in attached:
            yield finding("evidence-missing", code, sheet=place.sheet, cell=place.cell)
    for code, score in statement.submission.verified.items():
        indicator, place = statement.table.by_code.get(code), statement.rows.get(code)
        if indicator and place and not indicator.min_score <= score <= indicator.max_score:
            top = shown(indicator.max_score)
            yield finding(
                "score-above-maximum" if score > 0 else "input-negative",
                code,
                sheet=place.sheet,
                cell=statement.book.names.get(f"dti_verified_{name_part(code)}", ("", ""))[1],
                label="Điểm thẩm định",
                actual=shown(score),
                expected=top,
            )
    for entry in appraised(evidence.assessment):
        place = statement.rows.get(entry.code)
        if place and entry.difference and not entry.explanation:
            differs = abs(entry.difference) > Fraction(1, 200)
            why = f"Điểm thẩm định {shown(entry.verified_score)} khác {shown(entry.self_score)}."
            if differs:
                yield finding(
                    "explanation-missing", entry.code, sheet=place.sheet, cell=place.cell, why=why
                )
