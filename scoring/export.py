"""Export: an assessment as the plain data of the contract (`dti score --json`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.assessment import Assessment, RowAssessment, superseded
from scoring.findings import Finding, Severity
from scoring.ledger import (
    appraised,
    ledger,
    official_grade,
    official_index,
    official_scaled_total,
    verified_total,
)
from scoring.levels import CriterionAssessment, LevelAssessment
from scoring.numbers import Rational
from scoring.targets import PlanAssessment, Tally, TargetAssessment


def number(value: Rational | None) -> int | float | None:
    """An exact number as JSON writes it: an int where it is whole, else the nearest float."""
    if value is None:
        return None
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else float(exact)


def finding_json(item: Finding, lang: str = "vi") -> dict[str, Any]:
    """One finding with its place and sentence."""
    return {
        "code": item.code,
        # A refusal is an error to whoever reads the JSON; the exit status tells them apart.
        "severity": "error" if item.severity is Severity.REFUSAL else item.severity.value,
        "sheet": item.sheet or None,
        "cell": item.cell or None,
        "indicator": item.indicator or None,
        "message": item.message(lang),
        "expected": item.words("expected", lang),
        "actual": item.words("actual", lang),
    }


def assessment_json(assessment: Assessment, lang: str = "vi") -> dict[str, Any]:
    """The whole assessment of a table of any kind; what a kind does not have is null or empty.

    `max` is the maximum of the rows that count. `total` and `index_self` are the unit's own,
    `total_verified` the appraised one, `total_official` and `index` the appraised one where there
    is one and else the unit's own.
    """
    data: dict[str, Any] = {
        "table": assessment.law.id,
        "name": assessment.name,
        **_NO_POINTS,
        "level": None,
        "blocking": [],
        "missing": len(assessment.missing),
        "wrong": len(assessment.wrong),
    }
    if isinstance(assessment, ScoredAssessment):
        data |= _scored_json(assessment)
    elif isinstance(assessment, LevelAssessment):
        data |= _levels_json(assessment)
    elif isinstance(assessment, PlanAssessment):
        data |= _plan_json(assessment)
    data["indicators"] = [row_json(row) for row in assessment.rows]
    data["notes"] = [item.message(lang) for item in superseded(assessment.law)]
    return data


_NO_POINTS: dict[str, Any] = dict.fromkeys(
    ("total", "max", "max_printed", "index", "index_self", "total_verified", "total_official")
)


def row_json(row: RowAssessment) -> dict[str, Any]:
    """One row; a score not given is null.

    A criterion has `met` for levels 1–5 (null: not applicable) and the `highest` level met; the
    `status` of a target is its judgement.
    """
    data: dict[str, Any] = {
        "code": row.code,
        "score": None,
        "max": number(row.row.worth),
        "status": row.status.value,
    }
    if isinstance(row, IndicatorAssessment):
        data["score"] = number(row.score)
    elif isinstance(row, CriterionAssessment):
        data |= {"met": list(row.met), "highest": row.highest}
    elif isinstance(row, TargetAssessment):
        data["status"] = row.result.value
    data["findings"] = list(dict.fromkeys(item.code for item in row.findings))
    return data


def _scored_json(assessment: ScoredAssessment) -> dict[str, Any]:
    verified = verified_total(assessment)
    return {
        "total": number(assessment.total),
        "max": number(assessment.max_score),
        "max_printed": number(assessment.law.max_score),
        "index": number(official_index(assessment)),
        "index_self": number(assessment.index),
        "total_verified": number(verified),
        "total_official": number(assessment.total if verified is None else verified),
        "scaled_total": number(official_scaled_total(assessment)),
        "grade": official_grade(assessment),
        "pillars": [
            {
                "code": pillar.code,
                "name": pillar.name,
                "score": number(pillar.score),
                "max": number(pillar.max_score),
            }
            for pillar in assessment.pillars
        ],
        "ledger": _ledger_json(assessment),
        "appraised": [
            {
                "code": row.code,
                "self": number(row.self_score),
                "verified": number(row.verified_score),
                "difference": number(row.difference),
                "explanation": row.explanation,
            }
            for row in appraised(assessment)
        ],
    }


def _ledger_json(assessment: ScoredAssessment) -> dict[str, Any]:
    entry = ledger(assessment)
    return {
        "excluded": [
            {"code": row.code, "max": number(row.max_score), "reason": row.reason}
            for row in entry.exclusions
        ],
        "max_before": number(entry.max_before),
        "max_after": number(entry.max_after),
        "index_before": number(entry.index_before),
        "index_after": number(entry.index_after),
    }


def _levels_json(assessment: LevelAssessment) -> dict[str, Any]:
    return {
        "level": assessment.level,
        "level_name": assessment.level_name,
        "blocking": list(assessment.blocking),
        "pillars": [
            {"code": pillar.code, "name": pillar.name, "score": None, "max": None}
            for pillar in assessment.law.pillars
        ],
    }


def _plan_json(assessment: PlanAssessment) -> dict[str, Any]:
    return {
        "targets": tally_json(assessment.tally),
        "pillars": [
            {
                "part": pillar.part,
                "code": pillar.code,
                "name": pillar.name,
                "score": None,
                "max": None,
                "targets": tally_json(tally),
            }
            for pillar, tally in assessment.by_pillar
        ],
        "agencies": {agency: tally_json(tally) for agency, tally in assessment.by_agency().items()},
    }


def tally_json(tally: Tally) -> dict[str, int]:
    """How many rows are met, not met and not judged; `missing`: of these, without a figure."""
    return {
        "met": tally.met,
        "not_met": tally.not_met,
        "not_judged": tally.not_judged,
        "missing": tally.missing,
    }
