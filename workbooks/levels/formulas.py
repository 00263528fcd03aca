"""Formulas of the levels workbook: all of them, each with its place. Builder and check share it.

Only functions that every spreadsheet computes alike: IF AND OR MIN MAX SUM COUNT COUNTA INDEX and
`&`. A figure that cannot be makes its marks, and so the level, an error. The edition with the
add-in differs in three cells only: the level, its name and the criteria that stop the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scoring.expression import NO, YES, literal
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    ValueKind,
)
from workbooks.layout import LISTS, NATIVE, letter
from workbooks.levels.communes import commune_formulas, commune_range, hidden_range, joined_cell
from workbooks.levels.layout import (
    ALL_ROW,
    BLOCKERS_ROW,
    COLUMN,
    COMMUNES,
    COUNTS_ROW,
    LEVEL_ROW,
    LEVELS_SHEET,
    RESULT_COLUMN,
    CriterionPlace,
    LevelsLayout,
    cell,
)
from workbooks.native import ERROR

BLOCKING = "cản"
NOT_APPLICABLE = "–"
COMPLETE, INCOMPLETE, IMPOSSIBLE = "Đủ", "Thiếu số liệu", "Sai số liệu"
NAMES_ROW = 2
"""Where the names of levels 0–5 begin on the hidden sheet (rows from 0)."""
WRONG_COUNT_COLUMN = COLUMN["text4"]
SEE_COMMUNES = f"Nhập ở trang «{COMMUNES}»"

Key = tuple[str, str]
"""What the cell says, and the code of its row: ("met3", "I.4")."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without the leading `=` and its place (row and column from 0)."""

    sheet: str
    row: int
    column: int
    text: str


def level_formulas(plan: LevelsLayout, edition: str) -> dict[Key, Formula]:
    """Every formula of the workbook."""
    found: dict[Key, Formula] = {}
    before = ""
    for place in plan.places:
        code = place.criterion.code
        for key, text in _criterion(plan, place, before):
            row, column = place.row, COLUMN[key]
            found[key, code] = Formula(LEVELS_SHEET, row, column, text)
        before = cell("joined", place.row)
    for key, row, column, text in _results(plan, edition, before):
        found[key, ""] = Formula(LEVELS_SHEET, row + plan.shift, column, text)
    if plan.communes is not None:
        for what, number, row, column, text in commune_formulas():
            found[what, str(number)] = Formula(COMMUNES, row, column, text)
    return found


def level_cell(plan: LevelsLayout) -> str:
    """The cell of the level reached."""
    return f"${letter(RESULT_COLUMN)}${LEVEL_ROW + plan.shift + 1}"


def _criterion(plan: LevelsLayout, place: CriterionPlace, before: str) -> Iterator[tuple[str, str]]:
    row = place.row
    wrong, mark = cell("wrong", row), cell("mark", row)
    marks = f"{cell('met1', row)}:{cell('met5', row)}"
    yield "wrong", f"IF({_wrong(place)},1,0)"
    yield "missing", f"IF({wrong}=1,0,IF({_missing(place)},1,0))"
    yield "value", _value(place)
    for level in LEVELS:
        asked = _met(place, level)
        if asked:
            yield f"met{level}", f"IF({wrong}=1,{ERROR},IF({asked},1,0))"
    steps = ",".join(f"IF({cell(f'met{k}', row)}=1,{k},0)" for k in LEVELS)
    yield "highest", f"MAX({steps})"
    reached = level_cell(plan)
    last = LEVELS[-1]
    yield (
        "mark",
        f'IF({reached}={last},"",IF(INDEX({marks},1,{reached}+1)=0,"{BLOCKING}",""))',
    )
    yield (
        "status",
        f'IF({wrong}=1,"{IMPOSSIBLE}",IF({cell("missing", row)}=1,"{INCOMPLETE}","{COMPLETE}"))',
    )
    code = cell("code", row)
    if before:
        joined = f'IF({before}="",{code},{before}&", "&{code})'
        yield "joined", f'IF({mark}="{BLOCKING}",{joined},{before})'
    else:
        yield "joined", f'IF({mark}="{BLOCKING}",{code},"")'
    if place.criterion.kind is ValueKind.COMMUNES:
        levels = commune_range()
        yield "input", f'IF(COUNTA({levels})=0,"{SEE_COMMUNES}",COUNT({levels})&" xã")'


def _wrong(place: CriterionPlace) -> str:
    """Whether the figure cannot be."""
    one = cell("input", place.row)
    match place.criterion.kind:
        case ValueKind.PERCENT:
            return f"OR(COUNT({one})<COUNTA({one}),MIN({one})<0,MAX({one})>1)"
        case ValueKind.COUNT:
            return f"OR(COUNT({one})<COUNTA({one}),MIN({one})<0)"
        case ValueKind.COUNT_OF_TOTAL:
            total = cell("input", place.total_row)
            both = f"{one}:{total}"
            exceeds = f"AND(COUNT({both})=2,{one}>{total})"
            return f"OR(COUNT({both})<COUNTA({both}),MIN({both})<0,{exceeds})"
        case ValueKind.YES_NO:
            return wrong_answer(one)
        case ValueKind.COMMUNES:
            return f"SUM({hidden_range('c_wrong')})>0"


def wrong_answer(one: str) -> str:
    """Whether a cell holds something that is neither yes nor no."""
    known = f'{one}="{YES}",{one}="{NO}",{one}=1,{one}=0,{one}=TRUE,{one}=FALSE'
    return f"AND(COUNTA({one})=1,OR({known})=FALSE)"


def _missing(place: CriterionPlace) -> str:
    one = cell("input", place.row)
    match place.criterion.kind:
        case ValueKind.COMMUNES:
            return f"OR(COUNT({commune_range()})=0,SUM({hidden_range('c_missing')})>0)"
        case ValueKind.COUNT_OF_TOTAL:
            total = cell("input", place.total_row)
            unknown = [
                f"AND(COUNT({total})=0,{one}<{literal(threshold.count)})"
                for threshold in place.criterion.thresholds
                if isinstance(threshold, AtLeastCount) and threshold.or_all
            ]
            return f"OR({','.join([f'COUNT({one})=0', *unknown])})"
        case _:
            return f"COUNTA({one})=0"


def _value(place: CriterionPlace) -> str:
    """The value as DTI_TIER takes it: a number, Có or Không, "2/5", "3; 4; 4"."""
    one, wrong = cell("input", place.row), cell("wrong", place.row)
    match place.criterion.kind:
        case ValueKind.COUNT_OF_TOTAL:
            total = cell("input", place.total_row)
            pair = f'IF(COUNTA({total})=0,{one}&"",{one}&"/"&{total})'
            return f'IF(COUNTA({one})=0,IF({wrong}=1,"!",""),{pair})'
        case ValueKind.COMMUNES:
            unknown = f"SUM({hidden_range('c_missing')})>0"
            return f'IF({wrong}=1,"!",IF({unknown},"",{joined_cell()}))'
        case _:
            return f'IF(COUNTA({one})=0,"",{one})'


def _met(place: CriterionPlace, level: int) -> str:
    """Whether the criterion is met at a level; nothing where it is not asked there."""
    one = cell("input", place.row)
    threshold = place.criterion.thresholds[level - 1]
    if isinstance(threshold, NotApplicable):
        return ""
    if isinstance(threshold, AtLeastPercent):
        return f"{one}>={literal(threshold.ratio)}"
    if isinstance(threshold, AtLeastCount):
        reached = f"{one}>={literal(threshold.count)}"
        if not threshold.or_all:
            return reached
        total = cell("input", place.total_row)
        return f"OR({reached},AND(COUNT({one}:{total})=2,{one}={total},{one}>0))"
    if isinstance(threshold, CommunesFrom):
        levels = commune_range()
        conditions = [f"{cell('missing', place.row)}=0", f"MIN({levels})>={threshold.all_from}"]
        if threshold.share is not None:
            enough = f"{literal(threshold.share)}*COUNT({levels})"
            conditions.append(f"SUM({hidden_range(f'c_from{threshold.share_from}')})>={enough}")
        return f"AND({','.join(conditions)})"
    return f'OR({one}="{YES}",{one}=TRUE,{one}=1)'


def _results(plan: LevelsLayout, edition: str, joined: str) -> Iterator[tuple[str, int, int, str]]:
    first, last = plan.first_row, plan.last_row
    for level in LEVELS:
        column = f"met{level}"
        yield (
            f"all{level}",
            ALL_ROW,
            COLUMN[column],
            f"MIN({cell(column, first)}:{cell(column, last)})",
        )
    every = {k: cell(f"met{k}", ALL_ROW + plan.shift) for k in LEVELS}
    by_formula = {
        "level": f"MAX({','.join(f'IF({every[k]}=1,{k},0)' for k in LEVELS)})",
        "level_name": f"INDEX({_names()},{level_cell(plan)}+1)",
        "blockers": f'IF({joined}="","",{joined})',
    }
    codes = f"{cell('code', first)}:{cell('code', last)}"
    values = f"{cell('value', first)}:{cell('value', last)}"
    call = f'("{plan.table.id}",{codes},{values})'
    by_addin: Mapping[str, str] = {
        "level": f"DTI_TIER{call}",
        "level_name": f"DTI_TIER_NAME{call}",
        "blockers": f"DTI_BLOCKERS{call}",
    }
    chosen = by_formula if edition == NATIVE else by_addin
    yield "level", LEVEL_ROW, RESULT_COLUMN, chosen["level"]
    yield "level_name", LEVEL_ROW, RESULT_COLUMN + 1, chosen["level_name"]
    yield "blockers", BLOCKERS_ROW, RESULT_COLUMN, chosen["blockers"]
    missing = f"SUM({cell('missing', first)}:{cell('missing', last)})"
    wrong = f"SUM({cell('wrong', first)}:{cell('wrong', last)})"
    yield "missing_count", COUNTS_ROW, RESULT_COLUMN, missing
    yield "wrong_count", COUNTS_ROW, WRONG_COUNT_COLUMN, wrong


def _names() -> str:
    first = NAMES_ROW + 1
    return f"{LISTS}!$A${first}:$A${first + len(LEVELS)}"
