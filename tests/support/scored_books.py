"""Designs of scored tables, and their cells recalculated after something was typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rulesets.laws import load_scored
from scoring.assess import ScoredAssessment, assess_scores
from scoring.model import Table
from scoring.read_unit import read_submission
from tests.support.recalculated import plain, scanned
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content, Design, Draft
from workbooks.design.grid import AS_BUILT, Shifts
from workbooks.design.names import Key
from workbooks.design.scored.draw import draw_scored
from workbooks.design.scored.values import scored_values
from workbooks.engines import recalculate
from workbooks.sheets.write import workbook_bytes


def drawn(table: Table, edition: str, shifts: Shifts = AS_BUILT) -> Design:
    """The design of a table's workbook."""
    draft = Draft(table, edition, shifts)
    draw_scored(draft, table)
    return draft.finish()


@lru_cache(maxsize=16)
def design(table_id: str, edition: str) -> Design:
    """The design as built."""
    return drawn(load_scored(table_id), edition)


def assessed(table_id: str, unit: Mapping[str, Any]) -> ScoredAssessment:
    """The assessment of a unit.json."""
    table = load_scored(table_id)
    return assess_scores(table, read_submission(unit, table))


def book(made: Design, assessment: ScoredAssessment) -> tuple[Mapping[Key, Content], bytes]:
    """The first values and the workbook of an assessment."""
    values = scored_values(made, assessment)
    contents = contents_of(made, assessment.submission)
    return values, workbook_bytes(made, values, contents)


def shown(
    table_id: str, edition: str, contents: Mapping[Key, Content], *keys: Key
) -> dict[Key, float | str]:
    """What cells show once these contents were typed into an empty workbook."""
    made = design(table_id, edition)
    empty = scored_values(made, assessed(table_id, {}))
    data = workbook_bytes(made, empty, contents)
    targets = {key: made.formulas[key].place.target for key in keys}
    got = recalculate(scanned(data), targets.values())
    return {key: plain(got[target]) for key, target in targets.items()}
