"""Export: an assessment as the plain data of the contract (`dti score --json`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.assess import Assessment, RowAssessment, superseded
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
from scoring.model import Decision
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


def row_json(row: RowAssessment) -> dict[str, Any]:
    """One scored row; a score not given is null."""
    return {
        "code": row.indicator.code,
        "score": number(row.score),
        "max": number(row.indicator.max_score),
        "status": row.status,
        "findings": list(dict.fromkeys(item.code for item in row.findings)),
    }


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The whole assessment. `max` is the maximum of the rows that count."""
    return {
        "table": assessment.table.id,
        "name": assessment.submission.name,
        "total": number(assessment.total),
        "max": number(assessment.max_score),
        "max_printed": number(assessment.table.max_score),
        "index": number(official_index(assessment)),
        "index_self": number(assessment.index),
        "total_verified": number(verified_total(assessment)),
        "scaled_total": number(official_scaled_total(assessment)),
        "grade": official_grade(assessment),
        "level": None,
        "blocking": [],
        "missing": len(assessment.missing),
        "wrong": len(assessment.wrong),
        "pillars": [
            {
                "code": pillar.code,
                "name": pillar.name,
                "score": number(pillar.score),
                "max": number(pillar.max_score),
            }
            for pillar in assessment.pillars
        ],
        "indicators": [row_json(row) for row in assessment.rows],
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
        "notes": [item.message() for item in superseded(assessment.table)],
    }


def _ledger_json(assessment: Assessment) -> dict[str, Any]:
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


def levels_json(assessment: LevelAssessment) -> dict[str, Any]:
    """The assessment of a levels table, in the same shape; there are no points."""
    return {
        "table": assessment.table.id,
        "name": assessment.name,
        **_NO_POINTS,
        "level": assessment.level,
        "level_name": assessment.level_name,
        "blocking": list(assessment.blocking),
        "missing": len(assessment.missing),
        "wrong": len(assessment.wrong),
        "pillars": [
            {"code": pillar.code, "name": pillar.name, "score": None, "max": None}
            for pillar in assessment.table.pillars
        ],
        "indicators": [criterion_json(row) for row in assessment.rows],
        "notes": _notes(assessment.table.decision),
    }


def criterion_json(row: CriterionAssessment) -> dict[str, Any]:
    """One criterion: `met` for levels 1–5 (null: not applicable), `highest` level met."""
    return {
        "code": row.criterion.code,
        "score": None,
        "max": None,
        "status": row.status,
        "met": list(row.met),
        "highest": row.highest,
        "findings": [item.code for item in row.findings],
    }


def plan_json(assessment: PlanAssessment) -> dict[str, Any]:
    """The assessment of a plan, in the same shape; `status` is the judgement of the row."""
    return {
        "table": assessment.plan.id,
        "name": assessment.name,
        **_NO_POINTS,
        "level": None,
        "blocking": [],
        "missing": len(assessment.missing),
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
        "indicators": [target_json(row) for row in assessment.rows],
        "notes": _notes(assessment.plan.decision),
    }


def target_json(row: TargetAssessment) -> dict[str, Any]:
    """One row of a plan: «Đạt», «Chưa đạt» or «Không xét»."""
    return {
        "code": row.target.code,
        "score": None,
        "max": None,
        "status": row.result,
        "findings": [item.code for item in row.findings],
    }


def tally_json(tally: Tally) -> dict[str, int]:
    """How many rows are met, not met and not judged."""
    return {"met": tally.met, "not_met": tally.not_met, "not_judged": tally.not_judged}


_NO_POINTS = {"total": None, "max": None, "max_printed": None, "index": None}


def _notes(decision: Decision) -> list[str]:
    return [decision.superseded] if decision.superseded else []
