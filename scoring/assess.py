"""Assess: a table and a submission make a scored tree — rows, pillars, total, index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.findings import Finding, Severity, finding
from scoring.model import Indicator, Table
from scoring.program import Outcome
from scoring.submission import Submission

FULL = "Đủ"
MISSING = "thiếu số liệu"
PENDING = "chờ số liệu cụm"
WRONG = "số liệu sai"
EXCLUDED = "không đánh giá"
SUBSTITUTED = "thay thế (không có DVCTT)"


@dataclass(frozen=True, slots=True)
class RowAssessment:
    """One scored row."""

    indicator: Indicator
    score: Fraction | None
    status: str
    findings: tuple[Finding, ...] = ()

    @property
    def counts(self) -> bool:
        """The row belongs to total and maximum."""
        return self.status != EXCLUDED


@dataclass(frozen=True, slots=True)
class PillarAssessment:
    """One pillar: the sum so far and the maximum of the rows that count."""

    code: str
    name: str
    score: Fraction
    max_score: Fraction


@dataclass(frozen=True, slots=True)
class Assessment:
    """A unit's scored table. Nothing is rounded."""

    table: Table
    submission: Submission
    rows: tuple[RowAssessment, ...]

    @property
    def total(self) -> Fraction:
        """The sum of all scores there are."""
        return sum((row.score or Fraction(0) for row in self.rows), Fraction(0))

    @property
    def max_score(self) -> Fraction:
        """The maximum of the rows that count (excluded rows leave it)."""
        return sum((r.indicator.max_score for r in self.rows if r.counts), Fraction(0))

    @property
    def index(self) -> Fraction | None:
        """Total ÷ maximum of the rows that count, in percent; None where nothing counts."""
        return self.total / self.max_score * 100 if self.max_score else None

    @property
    def pillars(self) -> tuple[PillarAssessment, ...]:
        """Sums by pillar, in printed order."""
        result = []
        for pillar in self.table.pillars:
            rows = [row for row in self.rows if row.indicator.pillar == pillar.code]
            result.append(
                PillarAssessment(
                    pillar.code,
                    pillar.name,
                    sum((row.score or Fraction(0) for row in rows), Fraction(0)),
                    sum((r.indicator.max_score for r in rows if r.counts), Fraction(0)),
                )
            )
        return tuple(result)

    @property
    def missing(self) -> tuple[RowAssessment, ...]:
        """Rows without a score because a figure is missing."""
        return tuple(row for row in self.rows if row.status in (MISSING, PENDING))

    @property
    def wrong(self) -> tuple[RowAssessment, ...]:
        """Rows without a score because a figure is impossible."""
        return tuple(row for row in self.rows if row.status == WRONG)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rows."""
        return tuple(item for row in self.rows for item in row.findings)


def status_of(outcome: Outcome) -> str:
    """The status of a row in two words."""
    if outcome.score is not None:
        return FULL
    if any(f.severity is Severity.ERROR for f in outcome.findings):
        return WRONG
    if all(f.code == "cohort-missing" for f in outcome.findings):
        return PENDING
    return MISSING


def assess(table: Table, submission: Submission) -> Assessment:
    """Score every row of the table; blank rows are missing, not zero."""
    substituted = set(table.no_online_services) if submission.no_online_services else set()
    rows = []
    for indicator in table.indicators:
        code = indicator.code
        if code in submission.excluded:
            rows.append(RowAssessment(indicator, None, EXCLUDED))
            continue
        if code in substituted:
            rows.append(RowAssessment(indicator, None, SUBSTITUTED))
            continue
        outcome = indicator.program.run(submission.figures.get(code, {}), code)
        rows.append(RowAssessment(indicator, outcome.score, status_of(outcome), outcome.findings))
    if substituted:
        rows = _substitute(rows)
    return Assessment(table, submission, tuple(rows))


def _substitute(rows: list[RowAssessment]) -> list[RowAssessment]:
    """Units without online services: the share reached on all other rows, per concerned row.

    Quyết định 1153/QĐ-UBND (Hòa Bình), mục V.4.
    """
    others = [row for row in rows if row.status not in (SUBSTITUTED, EXCLUDED)]
    reached = sum((row.score or Fraction(0) for row in others), Fraction(0))
    possible = sum((row.indicator.max_score for row in others), Fraction(0))
    if not possible:
        return rows
    return [
        replace(row, score=reached / possible * row.indicator.max_score)
        if row.status == SUBSTITUTED
        else row
        for row in rows
    ]


def superseded(table: Table) -> tuple[Finding, ...]:
    """The remark that a table is historical, where it is."""
    if not table.decision.superseded:
        return ()
    return (finding("table-superseded", why=table.decision.superseded),)
