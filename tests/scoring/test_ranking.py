"""Ranking: places, ties, the cohort, on whom points rest, and how sure a rank is; by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from rulesets.laws import load_law
from scoring.ranking import Placed, Ranking, rank_units
from scoring.read_unit import read_submission

HD, HB = "HD-2024-SO", "HB-2023-HUYEN"


def ranking(table: str, *units: dict[str, Any]) -> Ranking:
    law = load_law(table)
    return rank_units(law, [read_submission({"table": table, **unit}, law) for unit in units])


def of(found: Ranking, unit: int) -> Placed:
    return next(one for one in found.placed if one.unit == unit)


def rates(*percents: str) -> list[dict[str, Any]]:
    """Units that differ on one row, `Điểm = tỷ lệ × 20`: a rate that is given as such."""
    return [{"inputs": {"6.4": {"percent": Decimal(percent)}}} for percent in percents]


def test_equal_units_share_a_rank_and_say_so() -> None:
    found = ranking(HD, *rates("50", "90", "50", "10"))
    assert [(one.unit, one.rank) for one in found.placed] == [(1, 1), (0, 2), (2, 2), (3, 4)]
    assert [of(found, unit).tied for unit in range(4)] == [(2,), (), (0,), ()]


def test_ranks_are_of_unrounded_figures() -> None:
    # 20 × 0,000001% is nothing in two decimals.
    found = ranking(HD, *rates("50", "50.000001"))
    assert [one.unit for one in found.placed] == [1, 0]


def test_excluded_rows_leave_the_maximum() -> None:
    low = {"inputs": {"6.4": {"percent": 50}}, "excluded": {"6.5": "không phát sinh"}}
    found = ranking(HD, *rates("50"), low)
    assert of(found, 1).rank == 1


def test_the_units_are_the_cohort_whatever_they_wrote() -> None:
    row = _budget_row()
    law = load_law(HB)
    most = law.by_code[row].worth or 0
    units = [{"inputs": {row: {"value": v, "cohort": [1, 2]}}} for v in (100, 250, 400)]
    found = ranking(HB, *units)
    scores = [of(found, unit).assessment.row(row).score for unit in range(3)]  # type: ignore[attr-defined]
    assert scores == [0, Fraction(most) / 2, most]
    assert found.cohorts[row] == {0: 100, 1: 250, 2: 400}


def test_points_that_rest_on_one_unit() -> None:
    row = _budget_row()
    most = Fraction(load_law(HB).by_code[row].worth or 0)
    found = ranking(HB, *_budgets(100, 250, 400))
    (one,) = of(found, 1).depends
    assert (one.holder, one.points, one.without) == (2, most / 2, most)
    assert one.value == 400
    assert of(found, 2).depends == ()
    assert of(found, 0).depends == ()  # the last one has nothing either way
    shared = ranking(HB, *_budgets(100, 250, 400, 400))
    assert all(one.depends == () for one in shared.placed)


def test_a_unit_without_a_value_is_no_part_of_the_cohort() -> None:
    row = _budget_row()
    units = [*_budgets(100), {}, *_budgets("nhiều")]
    found = ranking(HB, *units)
    assert found.cohorts[row] == {0: 100}
    left_out: dict[str, Any] = {"inputs": {row: {"value": 5}}, "excluded": {row: "không phát sinh"}}
    assert 1 not in ranking(HB, units[0], left_out).cohorts[row]


def test_the_range_covers_the_rounding_of_what_was_typed() -> None:
    # 50% may be 49,5 … 50,5; 50,3% may be 50,25 … 50,35; 52% at least 51,5.
    found = ranking(HD, *rates("50", "50.3", "52"))
    ranges = {one.unit: (one.best, one.worst) for one in found.placed}
    assert ranges == {0: (2, 3), 1: (2, 3), 2: (1, 1)}


def test_counts_are_not_rounded() -> None:
    units = [{"inputs": {"6.1": {"a": a, "b": 100}}} for a in (50, 51)]
    found = ranking(HD, *units)
    assert [(one.rank, one.best, one.worst) for one in found.placed] == [(1, 1, 1), (2, 2, 2)]


def test_the_range_covers_the_alternative_readings() -> None:
    row = _budget_row()
    # Of 15 points, (v − min)/(max − min) gives 0 · 7,5 · 15; v/max gives 3,75 · 9,375 · 15. With 6
    # points elsewhere the first one is below the second by the one, above it by the other.
    more = {"1.2": {"a": 3, "b": 10}}
    units = [{"inputs": {row: {"value": v}, **(more if v == 100 else {})}} for v in (100, 250, 400)]
    found = ranking(HB, *units)
    assert "min-max" in found.readings
    ranges = {one.unit: (one.rank, one.best, one.worst) for one in found.placed}
    assert ranges == {0: (3, 2, 3), 1: (2, 2, 3), 2: (1, 1, 1)}


def test_the_verified_rank_is_of_those_that_were_appraised() -> None:
    one = {**rates("90")[0], "verified": {"6.4": 1}}
    two = {**rates("50")[0], "verified": {"6.4": 2}}
    found = ranking(HD, one, two, *rates("70"))
    assert [of(found, unit).verified_rank for unit in range(3)] == [2, 1, None]
    assert [of(found, unit).rank for unit in range(3)] == [1, 3, 2]


def test_levels_and_plans_are_ranked_too() -> None:
    law = load_law("BTTTT-2024-XA")
    from tests.support.level_units import values_for

    units = [{"values": values_for(law, level)} for level in (1, 3, 3)]  # type: ignore[arg-type]
    found = ranking("BTTTT-2024-XA", *units)
    assert [(int(one.key), one.rank) for one in found.placed] == [(3, 1), (3, 1), (1, 3)]
    plan = ranking("VN-2023-KEHOACH", {"values": {"II.1": True}}, {"values": {}})
    assert [one.rank for one in plan.placed] == [1, 2]


def _budgets(*values: Any) -> list[dict[str, Any]]:
    return [{"inputs": {_budget_row(): {"value": value}}} for value in values]


def _budget_row() -> str:
    """The min-max row of the table that takes a value as it is."""
    from scoring.ranking import cohort_rows

    (code,) = cohort_rows(load_law(HB))
    return code
