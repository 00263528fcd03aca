"""Values of levels tables and plans, as unit.json writes them, held against the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.assess import assess
from scoring.law import Law, Row
from scoring.levels import Criterion, CriterionAssessment, LevelAssessment, assess_criterion
from scoring.read_figures import read_value
from scoring.read_unit import read_submission
from scoring.targets import PlanAssessment, Target, TargetAssessment, judge
from scoring.thresholds import LevelValue, value_of


def assess_values(law: Law, values: Mapping[str, Any], name: str = "") -> LevelAssessment:
    result = assess(law, read_submission({"values": values, "name": name}, law))
    assert isinstance(result, LevelAssessment)
    return result


def assess_results(law: Law, values: Mapping[str, Any], name: str = "") -> PlanAssessment:
    result = assess(law, read_submission({"values": values, "name": name}, law))
    assert isinstance(result, PlanAssessment)
    return result


def hold(criterion: Criterion, raw: Any) -> CriterionAssessment:
    return assess_criterion(criterion, read_value(criterion, raw))


def judge_raw(target: Target, raw: Any) -> TargetAssessment:
    return judge(target, read_value(target, raw))


def value(row: Row, raw: Any) -> LevelValue | Any:
    kind = row.kind if isinstance(row, Criterion) else row.takes  # type: ignore[attr-defined]
    return value_of(kind, read_value(row, raw))
