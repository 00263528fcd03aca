"""Assess: a table and a submission make a scored tree — rows, pillars, total, index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from scoring.expression import Value
from scoring.findings import Finding, Severity, finding
from scoring.model import Indicator, Table
from scoring.program import WAITING, Figures, Outcome, Wrong
from scoring.submission import Submission, info_figure
from texts.figures import vietnamese

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
    figures: Figures = field(default_factory=dict)
    """What was scored: the unit's figures, with the scores of other rows that the rule asks for."""

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
        return sum((r.indicator.counted_max for r in self.rows if r.counts), Fraction(0))

    @property
    def index(self) -> Fraction | None:
        """Total ÷ maximum of the rows that count, in percent; None where nothing counts."""
        return self.total / self.max_score * 100 if self.max_score else None

    @property
    def scaled_total(self) -> Fraction | None:
        """The total on the printed maximum, where the document renormalises it; else None."""
        return self.scaled(self.total)

    @property
    def grade(self) -> str | None:
        """The document's word for the result; None without one, or while any row has no score."""
        if any(row.score is None and row.counts for row in self.rows):
            return None
        return self.grade_of(self.total)

    def scaled(self, total: Fraction) -> Fraction | None:
        """A total (the unit's own or the appraised one) on the printed maximum."""
        if not self.table.renormalised or not self.max_score:
            return None
        return total / self.max_score * self.table.max_score

    def grade_of(self, total: Fraction) -> str | None:
        """The document's word for a total; None where the table prints no grades."""
        grades = self.table.grades
        if grades is None or not self.max_score:
            return None
        if grades.on == "percent":
            return grades.of(total / self.max_score)
        scaled = self.scaled(total)
        return grades.of(total if scaled is None else scaled)

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
                    sum((r.indicator.counted_max for r in rows if r.counts), Fraction(0)),
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
    if outcome.waiting:
        waits = {f.code for f in outcome.findings if f.code in WAITING}
        return PENDING if waits == {"cohort-missing"} else MISSING
    if any(f.severity is Severity.ERROR for f in outcome.findings):
        return WRONG
    return MISSING


def assess(table: Table, submission: Submission) -> Assessment:
    """Score every row of the table; blank rows are missing, not zero."""
    substituted = set(table.no_online_services) if submission.no_online_services else set()
    done: dict[str, RowAssessment] = {}
    for indicator in table.in_order:
        code = indicator.code
        figures = with_rows(indicator, submission.figures.get(code, {}), done)
        if code in submission.excluded:
            done[code] = RowAssessment(indicator, None, EXCLUDED, figures=figures)
            continue
        if code in substituted:
            done[code] = RowAssessment(indicator, None, SUBSTITUTED, figures=figures)
            continue
        outcome = indicator.program.run(figures, code)
        findings = (*outcome.findings, *info_mismatches(indicator, figures, submission.info))
        done[code] = RowAssessment(indicator, outcome.score, status_of(outcome), findings, figures)
    rows = [done[indicator.code] for indicator in table.indicators]
    if substituted:
        rows = _substitute(rows)
    return Assessment(table, submission, tuple(rows))


def info_mismatches(
    indicator: Indicator, figures: Figures, info: Mapping[str, Any]
) -> Iterator[Finding]:
    """Figures that differ from the line of the general information they are to be taken from."""
    for slot in indicator.slots:
        given = figures.get(slot.name)
        declared = info_figure(slot, info) if slot.from_info else None
        if declared is None or isinstance(given, bool) or not isinstance(given, int | Fraction):
            continue
        if Fraction(given) != declared:
            yield finding(
                "info-mismatch",
                indicator.code,
                label=slot.title,
                actual=vietnamese(given, 6),
                expected=f"{vietnamese(declared, 6)} (mục {', '.join(slot.from_info)})",
            )


def with_rows(indicator: Indicator, figures: Figures, rows: Mapping[str, RowAssessment]) -> Figures:
    """The figures of a row with the scores of the other rows that its rule asks for."""
    scores: dict[str, Value | Wrong] = {}
    for slot in indicator.slots:
        if slot.row:
            row = rows[slot.row]
            wrong = row.status == WRONG
            # As in a workbook: what rests on an error is an error.
            scores[slot.name] = Wrong("input-not-a-number", f"«{WRONG}»") if wrong else row.score
    return {**figures, **scores} if scores else figures


def _substitute(rows: list[RowAssessment]) -> list[RowAssessment]:
    """Units without online services: the share reached on all other rows, per concerned row.

    Quyết định 1153/QĐ-UBND (Hòa Bình), mục V.4.
    """
    others = [row for row in rows if row.status not in (SUBSTITUTED, EXCLUDED)]
    reached = sum((row.score or Fraction(0) for row in others), Fraction(0))
    possible = sum((row.indicator.counted_max for row in others), Fraction(0))
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
