"""Cohort: all units of one table at once — scores, totals and ranks in one vectorised pass.

The numpy module is handed in, so that the engine itself needs the standard library only. Arrays
hold one entry per unit; NaN is blank; options are ordinals, answers 1 and 0, percentages 0–1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scoring.model import Indicator, Table
from scoring.program import WAITING, Program
from scoring.slots import SlotKind

Columns = Mapping[str, Mapping[str, Any]]
"""Indicator code → slot name → array of one entry per unit."""


@dataclass(frozen=True, slots=True)
class CohortScores:
    """Scores of all units.

    `scores`: array of units × indicators, NaN where there is no score; `totals`: sum so far per
    unit; `missing` and `wrong`: how many rows of a unit wait, or hold impossible data; `ranks`:
    1 for the highest total, equal totals share a rank and the next one is skipped.
    """

    codes: tuple[str, ...]
    scores: Any
    totals: Any
    missing: Any
    wrong: Any
    ranks: Any


def score_cohort(table: Table, columns: Columns, units: int, xp: Any) -> CohortScores:
    """Score every unit on every row.

    `columns` may leave out indicators and slots: they are blank for all. `units` is the number of
    units, `xp` the numpy module. Min-max rows use the units themselves as their cohort.
    """
    codes = tuple(row.code for row in table.indicators)
    scores = xp.full((units, len(codes)), xp.nan)
    missing = xp.zeros(units, dtype=int)
    wrong = xp.zeros(units, dtype=int)
    blank = xp.full(units, xp.nan)
    place = {code: column for column, code in enumerate(codes)}
    impossible: dict[str, Any] = {}
    for indicator in table.in_order:
        arrays = {slot.name: blank for slot in indicator.slots}
        arrays |= dict(columns.get(indicator.code, {}))
        for slot in indicator.slots:
            if slot.row:
                other = scores[:, place[slot.row]]
                arrays[slot.name] = xp.where(impossible[slot.row], xp.inf, other)
        points, waits, refused = score_row(indicator, arrays, xp)
        scores[:, place[indicator.code]] = points
        impossible[indicator.code] = refused
        missing += waits
        wrong += refused
    totals = xp.nansum(scores, axis=1)
    return CohortScores(codes, scores, totals, missing, wrong, rank(totals, xp))


def score_row(indicator: Indicator, arrays: Mapping[str, Any], xp: Any) -> tuple[Any, Any, Any]:
    """Points (NaN where there is no score), and the masks of waiting and of impossible units."""
    program = indicator.program
    with xp.errstate(invalid="ignore", divide="ignore"):
        unusable = _unusable(program, arrays, xp)
        waits = _any([check for check in program.checks if check.code in WAITING], arrays, xp)
        refused = _any([c for c in program.checks if c.code not in WAITING], arrays, xp)
        waits = waits & ~unusable
        refused = (refused & ~waits) | unusable
        if any(slot.kind is SlotKind.COHORT for slot in program.slots):
            # Impossible data is no unit that others are measured by.
            arrays = {name: xp.where(refused, xp.nan, values) for name, values in arrays.items()}
        points = program.points.vector(arrays, xp)
        points = xp.where(waits | refused, xp.nan, points)
    return points, waits, refused


def _any(checks: list[Any], arrays: Mapping[str, Any], xp: Any) -> Any:
    result = xp.False_
    for check in checks:
        if check.code == "cohort-missing":
            continue  # the units are the cohort
        result = result | check.when.vector(arrays, xp)
    return result


def _unusable(program: Program, arrays: Mapping[str, Any], xp: Any) -> Any:
    """Negative figures, options that do not exist."""
    result = xp.False_
    for slot in program.slots:
        values = arrays[slot.name]
        if slot.kind is SlotKind.ROW:
            result = result | xp.isinf(values)
        elif slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT, SlotKind.DATE):
            if not slot.signed:
                result = result | (values < 0)
        elif slot.kind is SlotKind.OPTION:
            outside = (values < 1) | (values > len(slot.options)) | (values != xp.floor(values))
            result = result | (outside & ~xp.isnan(values))
    return result


def rank(totals: Any, xp: Any) -> Any:
    """Rank by unrounded totals, highest first; equal totals share a rank.

    Totals that differ only in the 12th digit are equal: they are sums of the same fractions.
    """
    rounded = xp.round(totals, 9)
    ordered = xp.sort(rounded)[::-1]
    return xp.searchsorted(-ordered, -rounded, side="left") + 1
