"""Scores are backed: evidence where the office gives any, an explanation where scores differ."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.ledger import appraised
from texts import text
from workbooks.checks.base import Evidence
from workbooks.design.names import Key

CODES = ("evidence-missing", "score-above-maximum", "input-negative", "explanation-missing")


def scores_are_backed(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook, which has a place for both.

    An office that names its evidence for some rows is told which scored rows have none; one that
    keeps its evidence elsewhere is left alone.
    """
    statement, scored = evidence.statement, evidence.scored
    if not statement.own or scored is None:
        return
    submission = statement.submission
    backed = {*submission.attached, *(item.row for item in submission.documents if not item.blank)}
    for row in scored.rows:
        if backed and row.score and row.row.evidence and row.code not in backed:
            yield finding(
                "evidence-missing", row.code, **statement.where(Key("attached", row.code))
            )
    for code, score in submission.verified.items():
        indicator = scored.law.by_code.get(code)
        if indicator is None or indicator.min_score <= score <= indicator.max_score:
            continue
        yield finding(
            "score-above-maximum" if score > 0 else "input-negative",
            code,
            **statement.where(Key("verified", code)),
            label=text("check.verified-score"),
            actual=score,
            expected=indicator.max_score,
        )
    for entry in appraised(scored):
        if entry.difference and not entry.explanation and abs(entry.difference) > Fraction(1, 200):
            why = text(
                "check.verified-differs", verified=entry.verified_score, own=entry.self_score
            )
            where = statement.where(Key("explanation", entry.code))
            yield finding("explanation-missing", entry.code, **where, why=why)
