"""Random values for levels tables and plans: around every threshold, missing and impossible ones.

Only the printed kind of a row and its thresholds are used, so the same values serve the engine
and the second transcription.
"""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.levels import Criterion, LevelTable
from scoring.targets import Plan, Target, TargetKind
from scoring.thresholds import (
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    Threshold,
    ValueKind,
)

WRONG: dict[ValueKind, list[Any]] = {
    ValueKind.PERCENT: [-1, Decimal("100.01"), 250, "62%", True, [], {"num": 1, "den": 2}],
    ValueKind.COUNT: [-1, "một", True, {"count": 1}],
    ValueKind.YES_NO: ["có lẽ", 2, [], {}],
    ValueKind.COUNT_OF_TOTAL: [
        "3/3",
        {"count": 3, "total": 2},
        {"count": 3, "total": -5},
        {"count": 3, "total": "x"},
        {"count": -1, "total": 2},
        {"number": 3},
    ],
    ValueKind.COMMUNES: [
        5,
        "5; 5",
        {"commune_levels": [5, 6]},
        {"commune_levels": [5, -1]},
        {"commune_levels": [5, Decimal("4.5")]},
        {"commune_levels": "55"},
        {"communes": [5]},
    ],
}
MISSING: dict[ValueKind, list[Any]] = {
    ValueKind.COUNT_OF_TOTAL: [None, {"count": None, "total": 3}, {}],
    ValueKind.COMMUNES: [None, {"commune_levels": []}, {"commune_levels": [5, None]}, {}],
}
_BEST: dict[ValueKind, Any] = {
    ValueKind.PERCENT: 100,
    ValueKind.COUNT: 9,
    ValueKind.YES_NO: True,
    ValueKind.COUNT_OF_TOTAL: {"count": 9, "total": 40},
    ValueKind.COMMUNES: {"commune_levels": [5, 5, 5]},
}


def just_enough(kind: ValueKind, threshold: Threshold) -> Any:
    """The lowest value that meets the threshold; None where nothing is asked."""
    if isinstance(threshold, NotApplicable):
        return None
    if isinstance(threshold, AtLeastPercent):
        return Decimal(str(float(threshold.ratio * 100)))
    if isinstance(threshold, AtLeastCount):
        count = int(threshold.count)
        return {"count": count, "total": 99} if kind is ValueKind.COUNT_OF_TOTAL else count
    if isinstance(threshold, CommunesFrom):
        return {
            "commune_levels": [threshold.all_from, max(threshold.all_from, threshold.share_from)]
        }
    return True


def just_short(kind: ValueKind, threshold: Threshold) -> Any:
    """A value that barely misses the threshold."""
    enough = just_enough(kind, threshold)
    if kind is ValueKind.YES_NO:
        return False
    if kind is ValueKind.PERCENT:
        return enough - Decimal("0.001")
    if kind is ValueKind.COUNT:
        return enough - 1
    if kind is ValueKind.COUNT_OF_TOTAL:
        return enough | {"count": enough["count"] - 1}
    low, high = enough["commune_levels"]
    return {"commune_levels": [low, low, high] if high > low else [low - 1, high]}


def values_for(table: LevelTable, level: int) -> dict[str, Any]:
    """Just enough for a level, and no more."""
    return {row.code: just_enough(row.kind, row.thresholds[level - 1]) for row in table.criteria}


def best_values(table: LevelTable) -> dict[str, Any]:
    """Everything met."""
    return {row.code: _BEST[row.kind] for row in table.criteria}


def random_value(kind: ValueKind, rng: random.Random) -> Any:
    """Any value of the kind, impossible and missing ones included."""
    chance = rng.random()
    if chance < 0.1:
        return rng.choice(WRONG[kind])
    if chance < 0.2:
        return rng.choice(MISSING.get(kind, [None]))
    match kind:
        case ValueKind.PERCENT:
            return rng.choice([rng.randint(0, 100), Decimal(rng.randint(0, 10_000)) / 100])
        case ValueKind.COUNT:
            return rng.randint(0, 4)
        case ValueKind.YES_NO:
            return rng.random() < 0.5
        case ValueKind.COUNT_OF_TOTAL:
            total = rng.choice([None, rng.randint(0, 5)])
            count = rng.randint(0, 4)
            return {"count": count} if total is None else {"count": count, "total": total}
        case ValueKind.COMMUNES:
            return {"commune_levels": [rng.randint(0, 5) for _ in range(rng.randint(0, 6))]}


def random_values(table: LevelTable, rng: random.Random) -> dict[str, Any]:
    """A unit around one level: a few rows may be anything, some stand at their best."""
    values = values_for(table, rng.randint(1, 5))
    for row in rng.sample(table.criteria, rng.choice([0, 0, 1, 2, 5, len(table.criteria)])):
        values[row.code] = random_value(row.kind, rng)
    for row in rng.sample(table.criteria, rng.choice([0, 5, 20, 33])):
        values[row.code] = _BEST[row.kind]
    return values


def random_results(plan: Plan, rng: random.Random) -> dict[str, Any]:
    """Values for the rows of a plan that take one; technical rows are left to the hand."""
    return {row.code: random_result(row, rng) for row in plan.targets if row.takes}


def random_result(row: Target, rng: random.Random) -> Any:
    """A value of one row: at its threshold, below it, anything, impossible, or missing."""
    if row.kind is TargetKind.TECHNICAL or row.takes is None or row.threshold is None:
        return None
    if rng.random() < 0.5:
        choose = just_enough if rng.random() < 0.7 else just_short
        return choose(row.takes, row.threshold)
    return random_value(row.takes, rng)


def exact(raw: Any) -> Any:
    """The same value with exact numbers, as the second transcription takes it."""
    return Fraction(raw) if isinstance(raw, Decimal) else raw


def probes(row: Criterion) -> list[Any]:
    """Every threshold of the row from both sides, and everything missing or impossible."""
    asked = [t for t in row.thresholds if not isinstance(t, NotApplicable)]
    sides = [side(row.kind, t) for t in asked for side in (just_enough, just_short)]
    return [*sides, _BEST[row.kind], *MISSING.get(row.kind, [None]), *WRONG[row.kind]]
