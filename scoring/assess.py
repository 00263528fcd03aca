"""Assess: a table and a submission make an assessment; here the scored tree with its sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, singledispatch
from typing import Any

from scoring.assessment import Assessment, PillarAssessment, RowAssessment
from scoring.explain import explain
from scoring.expression import Value
from scoring.findings import Finding, finding
from scoring.info import info_figure
from scoring.law import Law
from scoring.ledger import (
    appraised,
    ledger,
    official_grade,
    official_index,
    official_scaled_total,
    verified_total,
)
from scoring.levels import LevelTable, assess_levels
from scoring.model import Indicator, Table
from scoring.numbers import number
from scoring.program import WAITING, Figures, Outcome, Wrong
from scoring.submission import Submission
from scoring.targets import Plan, assess_plan
from scoring.why import Explanation, found, held, source
from scoring.words import Status
from texts import say, text


@dataclass(frozen=True, kw_only=True)
class IndicatorAssessment(RowAssessment):
    """One scored row; its figures hold the scores of other rows that the rule asks for, too."""

    row: Indicator
    score: Fraction | None = None

    @property
    def counts(self) -> bool:
        """The row belongs to total and maximum."""
        return self.status is not Status.EXCLUDED

    def facts(self) -> Mapping[str, object]:
        """The score."""
        return {"score": number(self.score)}

    def why(self, law: Law, lang: str = "vi") -> Explanation:
        """The printed rule with the figures in it; in English the figures, the score, the rule."""
        del law
        row = self.row
        if self.status in (Status.EXCLUDED, Status.SUBSTITUTED):
            head = f"{row.code}: {self.status.say(lang)}"
            if self.score is not None:
                head += say("why.by-share", lang, score=self.score)
            return Explanation(head, source=row.place)
        if lang == "vi":
            return Explanation(explain(row, self.figures))
        given = ", ".join(held(row, self.figures, lang))
        score = say("why.no-score", lang)
        if self.score is not None:
            score = say("why.score", lang, score=self.score, most=row.max_score)
        head = f"{row.code}: {given} → {score}" if given else f"{row.code}: {score}"
        rule = say("why.rule", lang, rule=" ".join(row.printed.split()))
        return Explanation(head, (*found(self.findings, lang), rule), source(row, lang))


@dataclass(frozen=True, kw_only=True)
class ScoredAssessment(Assessment):
    """A unit's scored table. Nothing is rounded."""

    law: Table
    rows: tuple[IndicatorAssessment, ...]

    @property
    def key(self) -> Fraction:
        """The index in percent."""
        return self.index or Fraction(0)

    @property
    def scored(self) -> ScoredAssessment:
        """The same."""
        return self

    @property
    def total(self) -> Fraction:
        """The sum of all scores there are."""
        return sum((row.score or Fraction(0) for row in self.rows), Fraction(0))

    @property
    def max_score(self) -> Fraction:
        """The maximum of the rows that count (excluded rows leave it)."""
        return sum((r.row.counted_max for r in self.rows if r.counts), Fraction(0))

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
        if not self.law.renormalised or not self.max_score:
            return None
        return total / self.max_score * self.law.max_score

    def grade_of(self, total: Fraction) -> str | None:
        """The document's word for a total; None where the table prints no grades."""
        grades = self.law.grades
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
        for pillar in self.law.pillars:
            rows = [row for row in self.rows if row.row.pillar == pillar.code]
            result.append(
                PillarAssessment(
                    pillar.code,
                    pillar.name,
                    sum((row.score or Fraction(0) for row in rows), Fraction(0)),
                    sum((r.row.counted_max for r in rows if r.counts), Fraction(0)),
                )
            )
        return tuple(result)

    def facts(self) -> Mapping[str, object]:
        """The totals, the grade, the pillars, the ledger and the appraisal."""
        verified = verified_total(self)
        return {
            "total": number(self.total),
            "max": number(self.max_score),
            "max_printed": number(self.law.max_score),
            "index": number(official_index(self)),
            "index_self": number(self.index),
            "total_verified": number(verified),
            "total_official": number(self.total if verified is None else verified),
            "scaled_total": number(official_scaled_total(self)),
            "grade": official_grade(self),
            "pillars": [pillar.facts() for pillar in self.pillars],
            "ledger": ledger(self).facts(),
            "appraised": [row.facts() for row in appraised(self)],
        }

    def row(self, code: str) -> IndicatorAssessment:
        """The row of that code. Raises KeyError for an unknown one."""
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, IndicatorAssessment]:
        return {row.code: row for row in self.rows}


def status_of(outcome: Outcome) -> Status:
    """The status of a row."""
    if outcome.score is not None:
        return Status.FULL
    if outcome.waiting:
        waits = {f.code for f in outcome.findings if f.code in WAITING}
        return Status.PENDING if waits == {"cohort-missing"} else Status.MISSING
    return Status.WRONG


@singledispatch
def assess(law: Law, submission: Submission) -> Assessment:
    """Hold a unit against a table of any kind. Never raises for what a user typed."""
    raise NotImplementedError(law.kind)


def assess_scores(table: Table, submission: Submission) -> ScoredAssessment:
    """Score every row of the table; blank rows are missing, not zero."""
    substituted = set(table.no_online_services) if submission.no_online_services else set()
    done: dict[str, IndicatorAssessment] = {}
    for indicator in table.in_order:
        code = indicator.code
        figures = with_rows(indicator, submission.figures.get(code, {}), done)
        if code in submission.excluded or code in substituted:
            status = Status.EXCLUDED if code in submission.excluded else Status.SUBSTITUTED
            done[code] = IndicatorAssessment(row=indicator, status=status, figures=figures)
            continue
        outcome = indicator.program.run(figures, code)
        done[code] = IndicatorAssessment(
            row=indicator,
            status=status_of(outcome),
            findings=(*outcome.findings, *info_mismatches(indicator, figures, submission.info)),
            figures=figures,
            score=outcome.score,
        )
    rows = [done[indicator.code] for indicator in table.indicators]
    if substituted:
        rows = _substitute(rows)
    return ScoredAssessment(law=table, submission=submission, rows=tuple(rows))


assess.register(Table, assess_scores)
assess.register(LevelTable, assess_levels)
assess.register(Plan, assess_plan)


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
                slots=(slot.name,),
                label=slot.title,
                actual=given,
                expected=text("info.of", number=declared, lines=slot.from_info, digits=6),
                digits=6,
            )


def with_rows(
    indicator: Indicator, figures: Figures, rows: Mapping[str, IndicatorAssessment]
) -> Figures:
    """The figures of a row with the scores of the other rows that its rule asks for."""
    scores: dict[str, Value | Wrong] = {}
    for slot in indicator.slots:
        if slot.row:
            row = rows[slot.row]
            # As in a workbook: what rests on an error is an error.
            wrong = row.status is Status.WRONG
            shown = text("row.wrong")
            scores[slot.name] = Wrong("input-not-a-number", shown) if wrong else row.score
    return {**figures, **scores} if scores else figures


def _substitute(rows: list[IndicatorAssessment]) -> list[IndicatorAssessment]:
    """Units without online services: the share reached on all other rows, per concerned row.

    Quyết định 1153/QĐ-UBND (Hòa Bình), mục V.4.
    """
    others = [row for row in rows if row.status not in (Status.SUBSTITUTED, Status.EXCLUDED)]
    reached = sum((row.score or Fraction(0) for row in others), Fraction(0))
    possible = sum((row.row.counted_max for row in others), Fraction(0))
    if not possible:
        return rows
    return [
        replace(row, score=reached / possible * row.row.max_score)
        if row.status is Status.SUBSTITUTED
        else row
        for row in rows
    ]
