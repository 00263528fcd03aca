"""Levels tables and the plan, transcribed twice: texts, thresholds, levels and judgements agree."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from rulesets.laws import load_levels, load_plan
from scoring.targets import TargetKind
from scoring.thresholds import LEVELS, NotApplicable
from tests.rulesets.test_second_transcription import plain
from tests.support import level_cases
from tests.support.level_cases import PLANS, oracle
from tests.support.level_units import (
    best_values,
    exact,
    just_short,
    probes,
    random_result,
    random_results,
    random_values,
    values_for,
)
from tests.support.values import assess_results, assess_values, hold, judge_raw

TABLES = level_cases.LEVELS
ROWS = [
    pytest.param(table, code, id=f"{table}-{code}")
    for table in TABLES
    for code in load_levels(table).by_code
]
PLAN = next(iter(PLANS))
TARGETS = list(load_plan(PLAN).by_code)


@pytest.mark.parametrize("table", TABLES)
def test_criteria_and_groups_agree(table: str) -> None:
    law, second = load_levels(table), oracle(table)
    assert list(law.by_code) == list(second.CRITERIA)
    assert {group.code: plain(group.name) for group in law.pillars} == second.PILLARS
    assert law.declared == Counter(row.pillar for row in law.criteria) | {
        "criteria": len(law.criteria)
    }


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_texts_agree(table: str, code: str) -> None:
    row, second = load_levels(table).by_code[code], oracle(table).CRITERIA[code]
    assert plain(row.name) == plain(second.name)
    assert plain(row.unit) == plain(second.unit)
    assert [plain(text) for text in row.levels] == [plain(text) for text in second.levels]
    assert plain(row.method) == plain(second.method)
    assert plain(row.basis) == plain(second.basis)


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_thresholds_agree(table: str, code: str) -> None:
    row, second = load_levels(table).by_code[code], oracle(table).CRITERIA[code]
    for raw in probes(row):
        met = hold(row, raw).met
        assert met == tuple(second.met(level, exact(raw)) for level in LEVELS), raw


@pytest.mark.parametrize("table", TABLES)
def test_levels_agree_on_thousands_of_units(table: str) -> None:
    law, second, rng = load_levels(table), oracle(table), random.Random(f"levels {table}")
    reached: Counter[int] = Counter()
    for _ in range(3000):
        values = random_values(law, rng)
        assessment = assess_values(law, values)
        wanted = second.level({code: exact(raw) for code, raw in values.items()})
        assert (assessment.level, list(assessment.blocking)) == wanted, values
        reached[assessment.level] += 1
    assert min(reached[level] for level in (0, *LEVELS)) > 20, reached


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("level", LEVELS)
def test_just_enough_reaches_the_level(table: str, level: int) -> None:
    law = load_levels(table)
    values = values_for(law, level)
    assert assess_values(law, values).level == oracle(table).level(values)[0] == level


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_one_criterion_short_is_enough_to_miss_every_level_it_applies_at(
    table: str, code: str
) -> None:
    law = load_levels(table)
    row = law.by_code[code]
    asked = [level for level in LEVELS if not isinstance(row.thresholds[level - 1], NotApplicable)]
    for level in asked:
        short: dict[str, Any] = {code: just_short(row.kind, row.thresholds[level - 1])}
        assessment = assess_values(law, best_values(law) | short)
        assert assessment.not_met(level) == (code,)
        below = assess_values(law, values_for(law, level) | short)
        assert below.level < level
        assert code in below.not_met(level)


def test_the_rows_of_the_plan_agree() -> None:
    assert list(oracle(PLAN).TARGETS) == TARGETS


@pytest.mark.parametrize("code", TARGETS)
def test_texts_of_the_plan_agree(code: str) -> None:
    row, second = load_plan(PLAN).by_code[code], oracle(PLAN).TARGETS[code]
    assert row.kind.value == second.kind
    assert plain(row.name) == plain(second.name)
    assert plain(row.requirement) == plain(second.requirement)
    assert plain(row.guiding_agency) == plain(second.guiding_agency)
    assert plain(row.lead_agency) == plain(second.lead_agency)
    assert plain(row.coordinating_agency) == plain(second.coordinating_agency)


@pytest.mark.parametrize("code", TARGETS)
def test_judgements_agree(code: str) -> None:
    row, second = load_plan(PLAN).by_code[code], oracle(PLAN).TARGETS[code]
    rng = random.Random(code)
    seen = set()
    for _ in range(200):
        raw = random_result(row, rng)
        result = judge_raw(row, raw).result
        assert result == level_cases.RESULTS[second.met(exact(raw))], raw
        seen.add(result)
    judged = row.threshold is not None and row.kind is not TargetKind.TECHNICAL
    assert seen == ({"Đạt", "Chưa đạt", "Không xét"} if judged else {"Không xét"})


def test_whole_plans_agree() -> None:
    plan, rng = load_plan(PLAN), random.Random("plan")
    for _ in range(300):
        values = random_results(plan, rng)
        judged = {row.code: row.result for row in assess_results(plan, values).rows}
        wanted = level_cases.results(PLAN, {code: exact(raw) for code, raw in values.items()})
        assert judged == wanted
