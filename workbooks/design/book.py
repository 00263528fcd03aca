"""Book designs: the design of a table's workbook, whatever its kind, and its first values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rulesets.laws import load_law
from scoring.assessment import Assessment
from scoring.law import Law
from workbooks.design.draft import Content, Design, Draft
from workbooks.design.grid import AS_BUILT, Shifts
from workbooks.design.levels.draw import draw_levels
from workbooks.design.levels.values import level_values
from workbooks.design.names import EDITIONS, Key
from workbooks.design.scored.draw import draw_scored
from workbooks.design.scored.values import scored_values
from workbooks.design.targets.draw import draw_targets
from workbooks.design.targets.values import target_values


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of table adds: how its sheets are drawn, and what its formulas give at first.

    `values` takes the design and the assessment and gives the value of every formula.
    """

    draw: Callable[[Draft, Any], None]
    values: Callable[[Design, Any], Mapping[Key, Content]]


KINDS: Mapping[str, Kind] = {
    "scored": Kind(draw_scored, scored_values),
    "levels": Kind(draw_levels, level_values),
    "targets": Kind(draw_targets, target_values),
}


def design_of(law: Law, edition: str, shifts: Shifts = AS_BUILT) -> Design:
    """The design of a table's workbook. Raises ValueError for an unknown edition."""
    if edition not in EDITIONS:
        raise ValueError(edition)
    if shifts is AS_BUILT:
        return _as_built(law.id, law.digest, edition)
    return _drawn(law, edition, shifts)


@lru_cache(maxsize=64)
def _as_built(table_id: str, digest: str, edition: str) -> Design:
    return _drawn(load_law(table_id), edition, AS_BUILT)


def _drawn(law: Law, edition: str, shifts: Shifts) -> Design:
    draft = Draft(law, edition, shifts)
    KINDS[law.kind].draw(draft, law)
    return draft.finish()


def first_values(design: Design, assessment: Assessment) -> Mapping[Key, Content]:
    """What the engine says that every formula of the design shows."""
    return KINDS[design.law.kind].values(design, assessment)
