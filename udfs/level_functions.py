"""The functions of levels tables and of targets plans: DTI_TIER, DTI_BLOCKERS, DTI_TARGET …

What a cell holds, by the kind of its row: a percentage as Excel stores it (62% = 0.62); a count;
Có or Không (TRUE, FALSE, 1, 0). A count of a total (XA II.4) is a number, or the text "2/5" in a
cell formatted as text. The levels of the communes (HUYEN I.1) are a text "3; 4; 4", or a number
where there is one commune. Blank is missing. Anything else is #VALUE!, never a level or a text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reading.typed import ReadKind, read
from rulesets.files import table_ids
from rulesets.laws import kind_of, load_levels, load_plan
from scoring.findings import has_error
from scoring.law import Row
from scoring.levels import LevelAssessment, LevelTable, assess_levels
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from scoring.targets import Target, TargetKind, judge, judge_header
from scoring.thresholds import LEVELS
from scoring.words import Judgement
from texts import say, worded
from udfs.cells import WrongCall, flatten, read_cell
from udfs.results import CellError, CellResult

_DATES = range(32_000, 80_000)
"""Serial numbers of days: "2/5" typed into a cell not formatted as text becomes one of these."""


def row_figures(row: Row, raw: Any) -> Figures:
    """The figures of a criterion or a target from its one cell. Raises WrongCall for no value.

    >>> row_figures(load_levels("BTTTT-2024-XA").by_code["II.4"], "2/5")
    {'count': 2, 'total': 5}
    >>> row_figures(load_levels("BTTTT-2024-HUYEN").by_code["I.1"], "3; 4; 4")
    {'commune_levels': (3, 4, 4)}
    """
    first = row.slots[0]
    if isinstance(raw, str) and raw and first.name == "count":
        return _counted(raw)
    if first.kind is SlotKind.LEVELS:
        return {first.name: _communes(raw)}
    value = read_cell(first, raw)
    if isinstance(value, Wrong):
        raise WrongCall(worded(value.shown))
    if first.name == "count" and value in _DATES:
        raise WrongCall(say("cell.date-for-count"))
    return {first.name: value}


def _counted(typed: str) -> Figures:
    said = read(typed)
    if said.kind is ReadKind.RATIO:
        return {"count": said.a, "total": said.b}
    if said.kind is ReadKind.NUMBER:
        return {"count": said.value}
    if "".join(typed.split()) == "0/0":  # the reader of results takes no ratio without a whole
        return {"count": 0, "total": 0}
    raise WrongCall(say("cell.count-of-total", actual=typed))


def _communes(raw: Any) -> Any:
    """The levels in one cell: "3; 4; 4", or a number where there is one commune."""
    if not isinstance(raw, str):
        value = read_cell(Slot("level", SlotKind.NUMBER), raw)
        if isinstance(value, Wrong):
            raise WrongCall(worded(value.shown))
        levels: list[Any] = [] if value is None else [value]
    else:
        parts = [part.strip() for part in raw.strip().removesuffix(";").split(";")]
        if not all(part == "" or (part.isascii() and part.isdigit()) for part in parts):
            raise WrongCall(say("cell.communes", actual=raw))
        levels = [int(part) if part else None for part in parts]
    if any(level is not None and level not in (0, *LEVELS) for level in levels):
        raise WrongCall(say("cell.communes", actual=raw))
    return None if None in levels else tuple(levels) or None


def _levels(table: Any) -> LevelTable | None:
    try:
        return load_levels(table) if isinstance(table, str) else None
    except KeyError:
        return None


def _assess(table: Any, codes: Any, values: Any) -> LevelAssessment | CellError:
    law = _levels(table)
    if law is None:
        return CellError.NA
    names, cells = list(flatten([codes])), list(flatten([values]))
    if len(names) != len(cells):
        return CellError.VALUE
    headings = {pillar.code for pillar in law.pillars}
    given: dict[str, Figures] = {}
    for name, raw in zip(names, cells, strict=True):
        if name in (None, "") or (name in headings and raw in (None, "")):
            continue
        row = law.by_code.get(name) if isinstance(name, str) else None
        if row is None:
            return CellError.NA
        if row.code in given:
            return CellError.VALUE
        try:
            given[row.code] = row_figures(row, raw)
        except WrongCall:
            return CellError.VALUE
    assessment = assess_levels(law, Submission(table=law.id, figures=given))
    # A cell has no room for findings: over an impossible figure it is an error, as a total is.
    return CellError.VALUE if has_error(assessment.findings) else assessment


def dti_tier(table: Any, codes: Any, values: Any) -> CellResult:
    """The level reached, 0–5; a missing value is not met; #VALUE! on an impossible one.

    >>> dti_tier("BTTTT-2024-XA", (("I.1",), ("I.2",)), ((0.62,), ("",)))
    0.0
    """
    assessment = _assess(table, codes, values)
    return assessment if isinstance(assessment, CellError) else float(assessment.level)


def dti_tier_name(table_or_level: Any, codes: Any = None, values: Any = None) -> CellResult:
    """The Vietnamese name of the level: of a table with codes and values, or of a level alone.

    >>> dti_tier_name(3.0), dti_tier_name("BTTTT-2024-XA", ("I.1",), (0.62,))
    ('Cơ bản', 'Chưa đạt mức nào')
    """
    if codes is None and values is None:
        return _name_of(next(flatten([table_or_level]), None))
    assessment = _assess(table_or_level, codes, values)
    return assessment if isinstance(assessment, CellError) else assessment.level_name


def _name_of(level: Any) -> CellResult:
    if level in (None, ""):
        return ""
    if isinstance(level, bool) or not isinstance(level, int | float):
        return CellError.VALUE
    try:
        return load_levels(_any_levels_table()).name_of(int(level) if level == int(level) else -1)
    except (IndexError, ValueError, OverflowError):
        return CellError.VALUE


@lru_cache(maxsize=1)
def _any_levels_table() -> str:
    # The names of the levels are the decision's; its tables share them.
    return next(table_id for table_id in table_ids() if kind_of(table_id) == "levels")


def dti_blockers(table: Any, codes: Any, values: Any) -> CellResult:
    """The criteria not met at the next level, "I.1, I.4"; "" at level 5.

    >>> dti_blockers("BTTTT-2024-XA", (("I.1",), ("I.2",), ("I.3",)), ((0.62,), (0.1,), (0.9,)))
    'I.2, I.6, I.7, I.8, II.1, II.2, III.1, III.2, III.3, III.4, III.5, III.6'
    """
    assessment = _assess(table, codes, values)
    return assessment if isinstance(assessment, CellError) else ", ".join(assessment.blocking)


def dti_target(plan: Any, code: Any, value: Any) -> CellResult:
    """ "Đạt", "Chưa đạt" or "Không xét"; a header takes the range of its sub-rows' values.

    >>> dti_target("VN-2023-KEHOACH", "III.25", 0.8), dti_target("VN-2023-KEHOACH", "II.1", "")
    ('Đạt', 'Không xét')
    >>> dti_target("VN-2023-KEHOACH", "III.19", ((0.1,), (0.05,)))
    'Chưa đạt'
    """
    try:
        law = load_plan(plan) if isinstance(plan, str) else None
    except KeyError:
        law = None
    row = law.by_code.get(code) if law and isinstance(code, str) else None
    if law is None or row is None:
        return CellError.NA
    cells = list(flatten([value]))
    rows = law.sub_rows(row) if row.kind is TargetKind.HEADER else (row,)
    try:
        if len(cells) == len(rows):
            results = [_judged(one, raw) for one, raw in zip(rows, cells, strict=True)]
        else:
            results = [_without_value(row, cells)]
    except WrongCall:
        return CellError.VALUE
    result = judge_header(results) if row.kind is TargetKind.HEADER else results[0]
    return result.value


def _judged(row: Target, raw: Any) -> Judgement:
    if isinstance(raw, CellError):
        raise WrongCall(raw.value)
    judgement = judge(row, row_figures(row, raw) if row.slots else {})
    if has_error(judgement.findings):
        raise WrongCall(judgement.findings[0].message())
    return judgement.result


def _without_value(row: Target, cells: list[Any]) -> Judgement:
    if any(cell not in (None, "") for cell in cells):
        raise WrongCall(say("cell.rows", code=row.code))
    return judge(row, {}).result
