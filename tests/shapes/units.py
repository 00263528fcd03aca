"""Random units of the invented decision: figures as offices have them, and impossible ones."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from scoring.assess import assess_scores
from scoring.model import Indicator, Table
from scoring.program import Outcome, Wrong
from scoring.read_figures import read_inputs
from scoring.read_unit import read_submission
from scoring.rules import Rank
from scoring.slots import Slot, SlotKind

SO, HUYEN = "TD-2025-DONVI@so", "TD-2025-DONVI@huyen"

FULL: dict[str, dict[str, Any]] = {
    "1.1": {"x": 4},
    "1.2": {"a": 10, "b": 10},
    "1.3": {"x": 0},
    "1.4": {"day": "2025-01-10"},
    "2.1": {"x": 0},
    "2.2": {"a": 3, "b": 1, "parts": [True, True]},
    "2.3": {"a": 10, "b": 10, "c": 0},
    "2.4": {"a": 0, "b": 10},
    "3.1": {"value": 80, "cohort": [20, 80]},
    "3.2": {"a": 1, "b": 1, "cohort": [1, Fraction(1, 2)]},
    "3.3": {"value": 0, "cohort": [0, 9]},
    "4.1": {"a": 10, "b": 10},
    "4.2": {"a": 12, "b": 10},
    "4.3": {"applies": False, "a": 2, "b": 2},
    "4.4": {"x": 3},
}
"""A unit of the type `so` with every point there is."""

Unit = dict[str, Any]
_COUNTS = [0, 0, 1, 2, 3, 4, 5, 7, 9, 10, 10, 11, 12, 20, 21, 40, 100]


def random_units(table: Table, count: int, seed: int, dirty: float = 0.1) -> list[Unit]:
    """Several units that are one cohort; the same ones for the same seed."""
    rng = random.Random(f"{table.id}-{seed}")
    units: list[Unit] = [
        {
            "table": table.id,
            "name": f"Đơn vị {number}",
            "inputs": {row.code: _inputs(row, rng, dirty) for row in table.indicators},
        }
        for number in range(1, count + 1)
    ]
    for row in table.indicators:
        if any(slot.kind is SlotKind.COHORT for slot in row.slots):
            values = cohort_values(row, units)
            for unit in units:
                unit["inputs"][row.code]["cohort"] = values
    return units


def _inputs(row: Indicator, rng: random.Random, dirty: float) -> dict[str, Any]:
    inputs: dict[str, Any] = {}
    for slot in row.slots:
        if slot.place:
            inputs.setdefault("parts", []).append(_figure(slot, rng, dirty))
        elif slot.kind not in (SlotKind.ROW, SlotKind.COHORT):
            value = _figure(slot, rng, dirty)
            if value is not None:
                inputs[slot.name] = value
    if {"a", "b"} <= inputs.keys() and rng.random() > dirty:
        inputs["b"] = max(1, inputs["b"])
        if row.code != "4.2":
            inputs["a"] = min(inputs["a"], inputs["b"])
    if {"c", "d"} <= inputs.keys() and rng.random() > dirty:
        inputs["d"] = max(1, inputs["d"])
        inputs["c"] = min(inputs["c"], inputs["d"])
    return inputs


def _figure(slot: Slot, rng: random.Random, dirty: float) -> Any:
    if rng.random() < dirty / 2:
        return None
    if slot.kind is SlotKind.ANSWER:
        return rng.random() < 0.6
    if slot.kind is SlotKind.DATE:
        day = datetime.date(2025, 1, 13) + datetime.timedelta(
            days=rng.choice([0, 2, 3, 32, 33, 90])
        )
        return day.isoformat()
    if slot.kind is SlotKind.PERCENT:
        return rng.choice([0, 50, 100])
    return -1 if rng.random() < dirty / 5 else rng.choice(_COUNTS)


def cohort_values(row: Indicator, units: Sequence[Unit]) -> list[Fraction]:
    """What the units whose data is possible have in this row."""
    values = []
    for unit in units:
        figures: Any = dict(read_inputs(row, unit["inputs"][row.code])) | {"cohort": (Fraction(0),)}
        if row.program.run(figures).score is not None:
            rule: Any = row.rule
            measure = rule.measure.of if isinstance(rule.measure, Rank) else rule.measure
            values.append(Fraction(measure.value().exact(figures)))
    return values


def outcomes(table: Table, unit: Unit) -> dict[str, Outcome]:
    """What the engine says, row by row."""
    assessed = assess_scores(table, read_submission(unit, table))
    return {row.code: Outcome(row.score, row.findings) for row in assessed.rows}


def columns(table: Table, units: Sequence[Unit]) -> dict[str, dict[str, Any]]:
    """The figures of all units as arrays; NaN is blank, and what cannot be read is negative."""
    read = [read_submission(unit, table).figures for unit in units]
    return {
        row.code: {
            slot.name: np.array(
                [_number(figures.get(row.code, {}).get(slot.name)) for figures in read]
            )
            for slot in row.slots
            if slot.kind not in (SlotKind.COHORT, SlotKind.ROW)
        }
        for row in table.indicators
    }


def _number(value: Any) -> float:
    if value is None:
        return float("nan")
    return -1.0 if isinstance(value, Wrong) else float(value)
