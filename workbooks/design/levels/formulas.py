"""Formulas of the levels workbook: what every cell of a criterion and of the result computes.

Only functions that every spreadsheet computes alike: IF AND OR MIN MAX SUM COUNT COUNTA ISNUMBER
INDEX MATCH and `&`. A wrong figure is an error in its own row alone: the marks and the sums of the
other rows stay what they are, and the level says which row keeps it from being known. The edition
with the add-in differs in three cells only: the level, its name and what blocks the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.expression import literal
from scoring.thresholds import LEVELS, AtLeastCount, CommunesFrom, NotApplicable, ValueKind
from texts import say
from workbooks.design.levels.communes import ROWS, commune_area, commune_at
from workbooks.design.levels.rows import ALL_ROW, LISTS_OF_CODES, STATES, LevelGrid, LevelRow
from workbooks.design.names import NATIVE
from workbooks.design.native import ERROR
from workbooks.design.open_rows import open_rows
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.threshold_formulas import (
    ValueCells,
    is_wrong,
    known_answers,
    met,
    nested,
    reasons,
)

BLOCKING = "cản"
NOT_APPLICABLE = "–"
UNKNOWN, WRONG_MARK = "·", "!"
"""The mark of a figure that is not there yet, and of one that cannot be."""
TOP = LEVELS[-1]


def criterion_formulas(
    grid: LevelGrid, row: LevelRow, before: int | None
) -> Iterator[tuple[str, str]]:
    """Column and formula of every computed cell of a criterion. `before`: the row above it."""
    cell = {key: grid.cell(key, row.row) for key in _USED}
    wrong, missing = cell["wrong"], cell["missing"]
    yield "wrong", _wrong(grid, row)
    yield "missing", f"IF({wrong}=1,0,IF({_missing(grid, row)},1,0))"
    yield "status", _status(grid, row)
    yield "value", _value(grid, row)
    asked = []
    for level in LEVELS:
        met_here = _met(grid, row, level)
        if not met_here:
            continue
        asked.append(level)
        mark = cell[f"met{level}"]
        unknown = f'IF({missing}=1,"{UNKNOWN}",0)'
        yield f"met{level}", f'IF({wrong}=1,"{WRONG_MARK}",IF({met_here},1,{unknown}))'
        yield f"stop{level}", f'IF(OR({mark}=1,{mark}="{WRONG_MARK}"),0,1)'
    steps = ",".join(f"IF({cell[f'met{k}']}=1,{k},0)" for k in asked)
    yield "highest", f"IF({wrong}=1,{ERROR},MAX({steps}))"
    known, registered = grid.cell("next", ALL_ROW), grid.cell("codes_registered", ALL_ROW)
    stops = grid.across("stop1", f"stop{TOP}", row.row).address
    marks = grid.across("met1", f"met{TOP}", row.row).address
    blocks = f"IF({known}={TOP},0,INDEX({stops},1,MIN({known}+1,{TOP})))"
    yield "block", f'IF({blocks}=1,"{BLOCKING}","")'
    yield "next", f"INDEX({marks},1,MIN({known}+1,{TOP}))"
    so_far = "0" if before is None else grid.cell("order", before)
    yield "order", f'{so_far}+IF({cell["block"]}="{BLOCKING}",1,0)'
    for state, asked_mark in zip(
        STATES, ("1", "0", f'"{UNKNOWN}"', f'"{WRONG_MARK}"'), strict=True
    ):
        # A blank equals 0: what is not asked for is printed, never blank.
        yield f"at_{state}", f"IF({cell['next']}={asked_mark},1,0)"
    holds = {
        "next": f'{cell["block"]}="{BLOCKING}"',
        "registered": f"IF({registered}=0,0,INDEX({stops},1,MAX({registered},1)))=1",
        "missing": f"{missing}=1",
        "wrong": f"{wrong}=1",
    }
    for name in LISTS_OF_CODES:
        chain = "" if before is None else grid.cell(f"codes_{name}", before)
        yield f"codes_{name}", _joined(cell["code"], holds[name], chain)


_USED = ("code", "input", "block", "wrong", "missing", "next", *(f"met{k}" for k in LEVELS))


def _joined(code: str, condition: str, before: str) -> str:
    """The codes so far, with this one where a condition holds."""
    if not before:
        return f'IF({condition},{code},"")'
    return f'IF({condition},IF({before}="",{code},{before}&", "&{code}),{before})'


def value_cells(grid: LevelGrid, row: LevelRow) -> ValueCells:
    """Where the value of a criterion stands."""
    total = grid.cell("input", row.total) if row.has_total else ""
    return ValueCells(grid.cell("input", row.row), total, known_answers(grid.draft))


def _wrong(grid: LevelGrid, row: LevelRow) -> str:
    if row.criterion.kind is ValueKind.COMMUNES:
        return f"IF(SUM({commune_area(grid.draft, 'wrong').fixed})>0,1,0)"
    return is_wrong(reasons(row.criterion.kind, value_cells(grid, row)))


def _missing(grid: LevelGrid, row: LevelRow) -> str:
    kind, cells = row.criterion.kind, value_cells(grid, row)
    if kind is ValueKind.COMMUNES:
        levels, lacking = (commune_area(grid.draft, c).fixed for c in ("level", "missing"))
        return f"OR(COUNT({levels})=0,SUM({lacking})>0)"
    if kind is ValueKind.COUNT_OF_TOTAL:
        return f"OR(COUNT({cells.one})=0,{_total_missing(row, cells)})"
    return f"COUNTA({cells.one})=0"


def _total_missing(row: LevelRow, cells: ValueCells) -> str:
    """Whether only the total can tell that a level is reached."""
    unknown = [
        f"AND(COUNT({cells.total})=0,{cells.one}<{literal(threshold.count)})"
        for threshold in row.criterion.thresholds
        if isinstance(threshold, AtLeastCount) and threshold.or_all
    ]
    return f"OR({','.join(unknown)})"


def _status(grid: LevelGrid, row: LevelRow) -> str:
    kind, cells = row.criterion.kind, value_cells(grid, row)
    full, missing, no_total = (
        quoted_text(say(f"sheet.value.{name}")) for name in ("full", "missing", "missing-total")
    )
    lacking = grid.cell("missing", row.row)
    if kind is ValueKind.COMMUNES:
        bad = quoted_text(say("sheet.value.communes"))
        return f"IF({grid.cell('wrong', row.row)}=1,{bad},IF({lacking}=1,{missing},{full}))"
    if kind is ValueKind.COUNT_OF_TOTAL:
        missing = f"IF(COUNT({cells.one})=0,{missing},{no_total})"
    return nested(reasons(kind, cells), f"IF({lacking}=1,{missing},{full})")


def _value(grid: LevelGrid, row: LevelRow) -> str:
    """The value as DTI_TIER takes it: a number, Có or Không, "2/5", "3; 4; 4"."""
    cells, wrong = value_cells(grid, row), grid.cell("wrong", row.row)
    one, total = cells.one, cells.total
    match row.criterion.kind:
        case ValueKind.COUNT_OF_TOTAL:
            given = f'IF(COUNTA({total})=0,{one}&"",{one}&"/"&{total})'
            shown = f'IF(COUNTA({one})=0,"",{given})'
        case ValueKind.COMMUNES:
            joined = commune_at(grid.draft, "joined", ROWS - 1).fixed
            shown = f'IF({grid.cell("missing", row.row)}=1,"",{joined})'
        case _:
            shown = f'IF(COUNTA({one})=0,"",{one})'
    return f'IF({wrong}=1,"{WRONG_MARK}",{shown})'


def _met(grid: LevelGrid, row: LevelRow, level: int) -> str:
    """Whether the criterion is met at a level; nothing where it is not asked there."""
    threshold = row.criterion.thresholds[level - 1]
    if isinstance(threshold, NotApplicable):
        return ""
    if not isinstance(threshold, CommunesFrom):
        return met(threshold, value_cells(grid, row))
    levels = commune_area(grid.draft, "level").fixed
    conditions = [f"{grid.cell('missing', row.row)}=0", f"MIN({levels})>={threshold.all_from}"]
    if threshold.share is not None:
        reached = commune_area(grid.draft, f"from{threshold.share_from}").fixed
        conditions.append(f"SUM({reached})>={literal(threshold.share)}*COUNT({levels})")
    return f"AND({','.join(conditions)})"


def all_formulas(grid: LevelGrid) -> Iterator[tuple[str, str]]:
    """Column and formula of the line of all criteria: marks, and what the results rest on.

    `next` there is the level that is known to be reached whatever the wrong rows turn out to be;
    `missing`, `wrong` are counts; `codes_missing`, `codes_wrong` the first codes.
    """
    here = {k: grid.cell(f"stop{k}", ALL_ROW) for k in LEVELS}
    for level in LEVELS:
        marks = grid.down(f"met{level}").address
        yield f"stop{level}", f"SUM({grid.down(f'stop{level}').address})"
        full = f'IF(SUM({marks})={grid.asked(level)},1,"{WRONG_MARK}")'
        waits = f'IF({here[level]}>0,"{UNKNOWN}",{full})'
        yield f"met{level}", f"IF(COUNT({marks})>SUM({marks}),0,{waits})"
    yield "next", f"MAX({','.join(f'IF({here[k]}=0,{k},0)' for k in LEVELS)})"
    codes = grid.down("code").address
    for name in ("missing", "wrong"):
        flags, count = grid.down(name).address, grid.cell(name, ALL_ROW)
        yield name, f"SUM({flags})"
        yield f"codes_{name}", f'IF({count}=0,"",INDEX({codes},MATCH(1,{flags},0)))'


def status_line(grid: LevelGrid, level: str, name: str) -> str:
    """The level, what is still to fill in and what is wrong. `level`, `name`: cells."""
    at = {key: grid.at(key, ALL_ROW).elsewhere for key in ("missing", "wrong")}
    first = {key: grid.at(f"codes_{key}", ALL_ROW).elsewhere for key in at}
    known = f'{level}&" – "&{name}'
    if grid.draft.edition != NATIVE:
        known = f"IF(ISNUMBER({level}),{known},{quoted_text(say('sheet.value.no-addin'))})"
    reached = f"IF({at['wrong']}>0,{level},{known})"
    rest = open_rows(
        rows=say("sheet.levels.rows"),
        total=len(grid.rows),
        missing=at["missing"],
        first_missing=first["missing"],
        wrong=at["wrong"],
        first_wrong=first["wrong"],
    )
    return f'{spoken("sheet.levels.reached", level=reached)}&". "&{rest}'


def result_formulas(grid: LevelGrid, edition: str, names: str) -> Mapping[str, str]:
    """The level, its name and what blocks the next one. `names`: the area of the level names."""
    last, draft = grid.rows[-1], grid.draft
    known, wrong = (grid.at(key, ALL_ROW).elsewhere for key in ("next", "wrong"))
    first = grid.at("codes_wrong", ALL_ROW).elsewhere
    joined = grid.at("codes_next", last.row).elsewhere
    one = spoken("sheet.levels.unknown-one", first=first)
    more = spoken("sheet.levels.unknown-more", first=first, more=f"({wrong}-1)")
    if edition == NATIVE:
        level, name, blockers = known, f"INDEX({names},{known}+1)", joined
    else:
        areas = ",".join(grid.down(key).elsewhere for key in ("code", "value"))
        call = f'("{draft.law.id}",{areas})'
        level, name, blockers = (f"DTI_{verb}{call}" for verb in ("TIER", "TIER_NAME", "BLOCKERS"))
    return {
        "level": f"IF({wrong}=1,{one},IF({wrong}>1,{more},{level}))",
        "level_name": f"IF({wrong}>0,{quoted_text(say('sheet.levels.repair'))},{name})",
        "blockers": f"IF({wrong}>0,{joined},{blockers})",
    }
