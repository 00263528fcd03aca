"""Stored values of the levels workbook: what the engine says, cell by cell.

They are written beside the formulas, so that previews and readers without recalculation see the
level; the tests hold them against the formulas in independent engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scoring.assess import MISSING, WRONG
from scoring.levels import CriterionAssessment, LevelAssessment
from scoring.thresholds import LEVELS, ValueKind
from workbooks.levels.communes import commune_values
from workbooks.levels.formulas import (
    BLOCKING,
    COMPLETE,
    IMPOSSIBLE,
    INCOMPLETE,
    SEE_COMMUNES,
    Key,
)
from workbooks.values.cells import Content, shown, to_cells

ERROR = "#VALUE!"


def cached_levels(
    assessment: LevelAssessment, values: Mapping[str, Any], names: Sequence[str]
) -> dict[Key, Content]:
    """The value of every formula. `values`: as in unit.json; `names`: of the communes."""
    found: dict[Key, Content] = {}
    joined = ""
    broken = bool(assessment.wrong)
    for row in assessment.rows:
        code = row.criterion.code
        cells = to_cells(row.criterion.kind, values.get(code))
        for what, value in _criterion(row, cells):
            found[what, code] = value
        blocks = not broken and code in assessment.blocking
        joined = ", ".join(part for part in (joined, code if blocks else "") if part)
        found["mark", code] = ERROR if broken else (BLOCKING if blocks else "")
        found["joined", code] = ERROR if broken else joined
        if row.criterion.kind is ValueKind.COMMUNES:
            for what, number, value in commune_values(names, cells):
                found[what, number] = value
    for level in LEVELS:
        marks = [row.met[level - 1] for row in assessment.rows if row.met[level - 1] is not None]
        spoilt = any(r.status == WRONG and r.met[level - 1] is not None for r in assessment.rows)
        found[f"all{level}", ""] = ERROR if spoilt else float(all(marks))
    found["level", ""] = ERROR if broken else float(assessment.level)
    found["level_name", ""] = ERROR if broken else assessment.level_name
    found["blockers", ""] = ERROR if broken else ", ".join(assessment.blocking)
    found["missing_count", ""] = float(len(assessment.missing))
    found["wrong_count", ""] = float(len(assessment.wrong))
    return found


def _criterion(row: CriterionAssessment, cells: list[Content]) -> Iterator[tuple[str, Content]]:
    wrong, missing = row.status == WRONG, row.status == MISSING
    yield "wrong", float(wrong)
    yield "missing", float(missing)
    yield "value", _value(row, cells)
    for level, met in zip(LEVELS, row.met, strict=True):
        yield f"met{level}", ERROR if wrong else float(bool(met))
    yield "highest", ERROR if wrong else float(row.highest)
    yield "status", IMPOSSIBLE if wrong else (INCOMPLETE if missing else COMPLETE)
    if row.criterion.kind is ValueKind.COMMUNES:
        counted = sum(isinstance(level, float) for level in cells)
        given = any(level is not None for level in cells)
        yield "input", f"{counted} xã" if given else SEE_COMMUNES


def _value(row: CriterionAssessment, cells: list[Content]) -> Content:
    """The value as DTI_TIER takes it."""
    kind, wrong = row.criterion.kind, row.status == WRONG
    if kind is ValueKind.COMMUNES:
        if wrong or row.value is None:
            return "!" if wrong else ""
        return "; ".join(shown(level) for level in cells if level is not None)
    if kind is ValueKind.COUNT_OF_TOTAL:
        count, total = cells
        if count is None:
            return "!" if wrong else ""
        return shown(count) if total is None else f"{shown(count)}/{shown(total)}"
    return "" if cells[0] is None else cells[0]
