"""Improve: the smallest change that wins points, held against trying every figure."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from rulesets.laws import load_law
from rulesets.laws import load_scored as load
from scoring.assess import ScoredAssessment, assess_scores
from scoring.gaps import level_gaps, target_gaps
from scoring.improve import Move, moves_of, open_rows, plan_for, with_moves
from scoring.levels import LevelTable, assess_levels
from scoring.model import Indicator
from scoring.program import Figures
from scoring.read_figures import read_inputs
from scoring.read_unit import read_submission
from scoring.slots import SlotKind
from scoring.targets import Plan, assess_plan
from tests.support.cases import office
from tests.support.units import random_inputs


def assessed(table: str, **inputs: Any) -> ScoredAssessment:
    law = load(table)
    rows = {code[1:].replace("_", "."): given for code, given in inputs.items()}
    return assess_scores(law, read_submission({"table": table, "inputs": rows}, law))


def moves(table: str, code: str, given: dict[str, Any]) -> dict[tuple[str, Any], Fraction]:
    row = assessed(table, **{f"_{code.replace('.', '_')}": given}).row(code)
    return {(move.slot.name, move.new): move.gain for move in moves_of(row)}


def test_a_threshold_just_missed() -> None:
    # HB-2023-SO 6.6: below 30% nothing, from 30% ratio × maximum, full from 70%.
    row = assessed("HB-2023-SO", _6_6={"a": 147, "b": 500}).row("6.6")
    most = row.row.max_score
    near = [move for move in moves_of(row) if move.just_missed]
    assert [(move.slot.name, move.new, move.gain) for move in near] == [("a", 150, most * 3 / 10)]
    assert (near[0].before, near[0].after) == (Fraction("0.294"), Fraction("0.3"))
    found = moves("HB-2023-SO", "6.6", {"a": 147, "b": 500})
    assert found["a", 350] == most


def test_full_marks_and_one_more() -> None:
    found = moves("HD-2024-SO", "6.1", {"a": 90, "b": 120})  # a/b × 20
    assert found["a", 120] == 5
    assert found["a", 91] == Fraction(1, 6)
    assert ("b", 90) not in found  # nobody is asked to lower what there is in all


def test_options_answers_and_rates() -> None:
    assert moves("HD-2024-SO", "1.1", {"option": 2}) == {("option", 1): 10}
    assert moves("HD-2024-SO", "1.4", {"parts": [True, False]}) == {("part2", True): 5}
    rate = moves("HD-2024-SO", "6.4", {"percent": Decimal("85.5")})
    assert rate["percent", 1] == Fraction("2.9")


def test_a_row_that_waits_or_is_wrong_has_no_moves() -> None:
    assert moves("HD-2024-SO", "6.1", {"a": 90}) == {}
    assert moves("HD-2024-SO", "6.1", {"a": 130, "b": 120}) == {}
    assert moves("HD-2024-SO", "6.1", {"a": 120, "b": 120}) == {}


@pytest.mark.parametrize(
    "table", ["VN-2024-HUYEN", "HB-2023-SO", "HB-2023-HUYEN", "HB-2023-XA", "HD-2024-HUYEN"]
)
def test_no_smaller_change_of_a_count_reaches_as_many_points(table: str) -> None:
    rng = random.Random(table)
    tried = 0
    for indicator in load(table).indicators:
        for _ in range(3):
            figures = read_inputs(indicator, random_inputs(indicator, rng))
            for move in row_moves(indicator, figures):
                score = indicator.program.run(figures).score
                after = indicator.program.run({**figures, move.slot.name: move.new}).score
                assert score is not None
                assert after == score + move.gain
                if move.jumps and move.slot.kind is SlotKind.NUMBER:
                    tried += 1
                    _none_smaller(indicator, figures, move)
    assert tried > 10


def row_moves(indicator: Indicator, figures: Figures) -> tuple[Move, ...]:
    from scoring.assess import IndicatorAssessment, status_of

    outcome = indicator.program.run(figures)
    row = IndicatorAssessment(
        row=indicator, status=status_of(outcome), figures=figures, score=outcome.score
    )
    return moves_of(row)


def _none_smaller(indicator: Indicator, figures: Figures, move: Move) -> None:
    """Every figure between the old and the new one brings fewer points; at most 200 are tried."""
    old, new = int(move.old), int(move.new)
    step = 1 if new > old else -1
    between = range(old + step, new, step)
    for value in list(between)[-200:]:
        score = indicator.program.run({**figures, move.slot.name: value}).score
        before = indicator.program.run(figures).score
        assert before is not None
        assert score is None or score - before < move.gain


def test_a_goal_is_reached_with_nothing_too_much() -> None:
    law = load("HD-2024-SO")
    submission = read_submission(office(), law)
    start = assess_scores(law, submission)
    chosen, reached = plan_for(start, Fraction(255))
    assert reached >= 255
    assert assess_scores(law, with_moves(submission, chosen)).total == reached
    for left_out in chosen:
        rest = [move for move in chosen if move is not left_out]
        assert assess_scores(law, with_moves(submission, rest)).total < 255
    everything, most = plan_for(start, Fraction(1000))
    assert most < 1000
    assert len({move.code for move in everything}) == len(everything)
    assert plan_for(start, start.total) == ((), start.total)


def test_rows_are_ordered_by_points_for_the_effort() -> None:
    law = load("HD-2024-SO")
    rows = open_rows(assess_scores(law, read_submission(office(), law)))
    best = [max(move.worth for move in row.moves) for row in rows if row.moves]
    assert best == sorted(best, reverse=True)
    assert all(row.left > 0 for row in rows)


def test_what_stops_a_level_with_the_smallest_gap_first() -> None:
    law = load_law("BTTTT-2024-XA")
    assert isinstance(law, LevelTable)
    values = {"I.1": 62, "II.4": {"count": 2, "total": 5}}
    found = assess_levels(law, read_submission({"table": law.id, "values": values}, law))
    gaps = {gap.row.code: gap for gap in level_gaps(found, 5)}
    assert set(gaps) == set().union(*(found.not_met(level) for level in range(1, 6)))
    assert gaps["II.4"].change == 1  # 3 of 5; all five would be three more
    assert gaps["I.1"].change == gaps["I.1"].threshold.ratio - Fraction("0.62")  # type: ignore[union-attr]
    efforts = [gap.effort for gap in level_gaps(found, 5)]
    assert efforts == sorted(efforts)


def test_targets_that_are_not_met() -> None:
    law = load_law("VN-2023-KEHOACH")
    assert isinstance(law, Plan)
    values = {"II.1": True, "II.2": False, "II.16": 55}
    found = assess_plan(law, read_submission({"table": law.id, "values": values}, law))
    assert {gap.row.code for gap in target_gaps(found)} == {
        row.code for row in found.rows if row.result.name == "NOT_MET" and row.row.takes
    }
