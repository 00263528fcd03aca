"""Ledger: what «không đánh giá» did to the denominator, and what the appraisal did to the score.

Quyết định 2405/QĐ-UBND (Hải Dương), Điều 1, khoản 4: the index is the total in percent of the
maximum less the rows «Không đánh giá»; a unit's score is the one that the council appraised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.numbers import Rational, number

if TYPE_CHECKING:
    from scoring.assess import ScoredAssessment


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One row that left the assessment."""

    code: str
    max_score: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Maximum before and after the exclusions, and the index both ways (percent)."""

    exclusions: tuple[Exclusion, ...]
    max_before: Fraction
    max_after: Fraction
    index_before: Fraction | None
    index_after: Fraction | None

    def facts(self) -> Mapping[str, object]:
        """As JSON."""
        return {
            "excluded": [
                {"code": row.code, "max": number(row.max_score), "reason": row.reason}
                for row in self.exclusions
            ],
            "max_before": number(self.max_before),
            "max_after": number(self.max_after),
            "index_before": number(self.index_before),
            "index_after": number(self.index_after),
        }


@dataclass(frozen=True, slots=True)
class Appraised:
    """One row whose appraised score stands beside the unit's own."""

    code: str
    self_score: Fraction | None
    verified_score: Rational
    difference: Fraction | None
    explanation: str

    def facts(self) -> Mapping[str, object]:
        """As JSON."""
        return {
            "code": self.code,
            "self": number(self.self_score),
            "verified": number(self.verified_score),
            "difference": number(self.difference),
            "explanation": self.explanation,
        }


def ledger(assessment: ScoredAssessment) -> Ledger:
    """The ledger of a unit; empty exclusions where nothing was left out."""
    excluded = [row for row in assessment.rows if not row.counts]
    left_out = sum((row.row.counted_max for row in excluded), Fraction(0))
    after = assessment.max_score
    before = after + left_out
    total = assessment.total
    return Ledger(
        tuple(
            Exclusion(
                row.code,
                row.row.max_score,
                assessment.submission.excluded.get(row.code, ""),
            )
            for row in excluded
        ),
        before,
        after,
        total / before * 100 if before else None,
        total / after * 100 if after else None,
    )


def appraised(assessment: ScoredAssessment) -> tuple[Appraised, ...]:
    """The rows that were appraised, in printed order."""
    verified = assessment.submission.verified
    rows = []
    for row in assessment.rows:
        code = row.code
        if code not in verified or not row.counts:
            continue
        difference = None if row.score is None else Fraction(verified[code]) - row.score
        rows.append(
            Appraised(
                code,
                row.score,
                verified[code],
                difference,
                assessment.submission.explanations.get(code, ""),
            )
        )
    return tuple(rows)


def verified_total(assessment: ScoredAssessment) -> Fraction | None:
    """The total with every appraised score in place of the unit's own; None without appraisal."""
    verified = assessment.submission.verified
    if not any(row.code in verified for row in assessment.rows):
        return None
    return sum(
        (Fraction(verified.get(row.code, row.score or 0)) for row in assessment.rows if row.counts),
        Fraction(0),
    )


def official_scaled_total(assessment: ScoredAssessment) -> Fraction | None:
    """The renormalised total of the appraised score once there is one, else of the unit's own."""
    total = verified_total(assessment)
    return assessment.scaled(assessment.total if total is None else total)


def official_grade(assessment: ScoredAssessment) -> str | None:
    """The grade of the appraised score once there is one, else of the unit's own."""
    total = verified_total(assessment)
    if assessment.grade is None or total is None:
        return assessment.grade
    return assessment.grade_of(total)


def official_index(assessment: ScoredAssessment) -> Fraction | None:
    """The index of the appraised score once there is one, else of the unit's own (percent)."""
    total = verified_total(assessment)
    if total is None:
        return assessment.index
    return total / assessment.max_score * 100 if assessment.max_score else None
