"""Export: an assessment as the plain data of the contract (`dti score --json`)."""

from __future__ import annotations

from typing import Any

from scoring.assessment import Assessment, RowAssessment, superseded
from scoring.findings import Finding, Severity
from scoring.numbers import number


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
    data.update(assessment.facts())
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
    data.update(row.facts())
    data["findings"] = list(dict.fromkeys(item.code for item in row.findings))
    return data
