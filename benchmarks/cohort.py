"""A cohort of communes with random figures, and the bare NumPy pass to measure beside."""

from __future__ import annotations

from typing import Any

import numpy as np

from scoring.cohort import score_cohort
from scoring.model import Table
from scoring.numbers import from_float
from scoring.slots import SlotKind

COMMUNES = 10_600
"""About as many communes as Vietnam had until 2025."""

Columns = dict[str, dict[str, Any]]


def arrays(table: Table, units: int, seed: int = 1) -> Columns:
    """Random figures for every slot of every row: arrays of one entry per unit."""
    rng = np.random.default_rng(seed)
    columns: Columns = {}
    for row in table.indicators:
        names = [slot.name for slot in row.slots]
        whole = rng.integers(1, 5000, units).astype(float)
        columns[row.code] = {}
        for slot in row.slots:
            if slot.kind is SlotKind.NUMBER:
                values = whole if slot.name == "b" else np.floor(whole * rng.random(units))
                if "b" not in names:
                    values = rng.integers(0, 40, units).astype(float)
            elif slot.kind is SlotKind.OPTION:
                values = rng.integers(1, len(slot.options) + 1, units).astype(float)
            else:
                values = rng.integers(0, 2, units).astype(float)
            # Some offices leave cells blank.
            columns[row.code][slot.name] = np.where(rng.random(units) < 0.03, np.nan, values)
    return columns


def bare_pass(table: Table, columns: Columns, units: int) -> Any:
    """The least a script would do: one ratio or one comparison a row, a sum, an order."""
    scores = np.empty((units, len(table.indicators)))
    with np.errstate(all="ignore"):
        for column, row in enumerate(table.indicators):
            values = list(columns[row.code].values())
            if len(values) > 1:
                scores[:, column] = np.minimum(1, values[0] / values[1]) * 10
            else:
                scores[:, column] = np.where(values[0] == 1, 10, 0)
    totals = np.nansum(scores, axis=1)
    return np.argsort(-totals)


def sample_differences(table: Table, columns: Columns, sample: int) -> int:
    """How many scores of the first units differ from the scalar engine by more than 1e-9."""
    first = {
        code: {name: values[:sample] for name, values in slots.items()}
        for code, slots in columns.items()
    }
    scores = score_cohort(table, first, sample, np).scores
    wrong = 0
    for unit in range(sample):
        for column, row in enumerate(table.indicators):
            figures: dict[str, Any] = {}
            for slot in row.slots:
                value = first[row.code][slot.name][unit]
                if np.isnan(value):
                    continue
                figures[slot.name] = (
                    bool(value) if slot.kind is SlotKind.ANSWER else from_float(float(value))
                )
            score = row.program.run(figures).score
            got = scores[unit, column]
            same = np.isnan(got) if score is None else abs(float(score) - got) <= 1e-9
            wrong += not same
    return wrong
