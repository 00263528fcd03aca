"""Export: an assessment as the plain data of the contract (`dti score --json`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.assess import Assessment, RowAssessment, superseded
from scoring.findings import Finding
from scoring.numbers import Rational


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
        "severity": item.severity.value,
        "sheet": item.sheet or None,
        "cell": item.cell or None,
        "indicator": item.indicator or None,
        "message": item.message(lang),
        "expected": item.words.get("expected"),
        "actual": item.words.get("actual"),
    }


def row_json(row: RowAssessment) -> dict[str, Any]:
    """One scored row; a score not given is null."""
    return {
        "code": row.indicator.code,
        "score": number(row.score),
        "max": number(row.indicator.max_score),
        "status": row.status,
        "findings": [item.code for item in row.findings],
    }


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The whole assessment. `max` is the maximum of the rows that count."""
    return {
        "table": assessment.table.id,
        "name": assessment.submission.name,
        "total": number(assessment.total),
        "max": number(assessment.max_score),
        "max_printed": number(assessment.table.max_score),
        "index": number(assessment.index),
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
        "notes": [item.message() for item in superseded(assessment.table)],
    }
