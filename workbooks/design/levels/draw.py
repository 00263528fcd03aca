"""Draw: the sheets of a levels table's workbook."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.levels import LevelTable
from scoring.thresholds import LEVELS, NotApplicable, ValueKind
from texts import say
from workbooks.design.common import draw_info, draw_lists, draw_map, draw_readings
from workbooks.design.documents import draw_documents, draw_journal
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Area
from workbooks.design.levels.communes import commune_area, draw_communes
from workbooks.design.levels.formulas import (
    BLOCKING,
    NOT_APPLICABLE,
    UNKNOWN,
    WRONG_MARK,
    all_formulas,
    criterion_formulas,
    status_line,
)
from workbooks.design.levels.methods import draw_methods
from workbooks.design.levels.result import LEVEL, NAME, draw_result
from workbooks.design.levels.rows import (
    ALL_ROW,
    COLUMNS,
    HEADER_ROW,
    LAST_PRINTED,
    LAST_SHOWN,
    LINE_ROW,
    TITLE_ROW,
    GroupRow,
    LevelGrid,
    LevelRow,
    level_grid,
)
from workbooks.design.levels.signed import draw_level_signed, level_columns
from workbooks.design.names import COMMUNES, LEVELS_SHEET, LISTS, Key, defined_name, input_name
from workbooks.design.open_rows import unit_line
from workbooks.design.signing import begin_signed
from workbooks.design.slips import draw_slips
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.threshold_formulas import draw_known_answers
from workbooks.design.threshold_rules import STYLES, total_rule, value_rule

_NAMES_ROW = 2
"""Where the names of levels 0–5 begin on the hidden sheet of lists, under Có and Không."""
_STYLE = {
    "status": "text",
    "value": "text",
    "highest": "mark_number",
    "block": "centre",
    "next": "centre",
}


def draw_levels(draft: Draft, table: LevelTable) -> None:
    """Draw all sheets of a levels table."""
    grid = level_grid(draft, table)
    draw_info(draft)
    sheet = draft.sheet(LEVELS_SHEET, _page(grid))
    if grid.communes is not None:
        draw_communes(draft, grid.communes)
    names = draft.at(LISTS, _NAMES_ROW, 0).to(draft.at(LISTS, _NAMES_ROW + LEVELS[-1], 0))
    draw_result(grid, names.fixed)
    columns = level_columns()
    begin_signed(draft, columns)
    draw_documents(draft)
    draw_methods(draft, table)
    draw_readings(draft)
    draw_lists(draft, [table.name_of(level) for level in (0, *LEVELS)])
    draw_known_answers(draft)
    draw_slips(draft)
    draw_journal(draft)
    draw_map(draft)
    sheet.heights |= {TITLE_ROW: 18, LINE_ROW: 17, HEADER_ROW: 31}
    _head(grid)
    _all(grid)
    before: int | None = None
    for group in grid.groups:
        _group(grid, group)
        for row in group.criteria:
            _criterion(grid, row, before)
            before = row.row
    _looks(grid)
    draw_level_signed(grid, columns)


def _page(grid: LevelGrid) -> Page:
    return Page(
        widths=COLUMNS.widths,
        hidden=COLUMNS.hidden,
        freeze=(ALL_ROW, COLUMNS["unit"]),
        repeat=(HEADER_ROW, HEADER_ROW),
        print_area=(grid.last, LAST_PRINTED),
        filter=(HEADER_ROW, grid.last, LAST_SHOWN),
    )


def _head(grid: LevelGrid) -> None:
    """Title, unit, status line with the ways to each group, and the header."""
    draft, at = grid.draft, grid.at
    spans = (
        (TITLE_ROW, "code", "status", "head_title"),
        (TITLE_ROW, "highest", "text5", "head_unit"),
        (LINE_ROW, "code", "met5", "status_line"),
    )
    for row, first, last, style in spans:
        draft.merge(LEVELS_SHEET, grid.across(first, last, row), style)
    draft.text(at("code", TITLE_ROW), grid.table.title, "head_title")
    unit = Key("line", LEVELS_SHEET)
    draft.formula(unit, at("highest", TITLE_ROW), unit_line(draft), "head_unit")
    level, name = (draft.formulas[Key(what)].place.elsewhere for what in (LEVEL, NAME))
    said = status_line(grid, level, name)
    draft.formula(Key("status_line", LEVELS_SHEET), at("code", LINE_ROW), said, "status_line")
    ways = [(group.group.code, at("code", group.row).fixed) for group in grid.groups]
    if grid.communes is not None:
        ways.append((COMMUNES, commune_area(draft, "name").fixed))
    for level_number, (what, where) in enumerate(ways, 1):
        place = at(f"text{level_number}", LINE_ROW)
        draft.text(place, say("sheet.levels.jump", what=what), "link")
        draft.sheets[LEVELS_SHEET].links[place] = where
    for key in COLUMNS.index:
        draft.text(at(key, HEADER_ROW), _title(grid.table, key), "header_small")


def _title(table: LevelTable, key: str) -> str:
    """The title of a column."""
    stem, level = key.rstrip("12345"), key[-1]
    if not level.isdigit():
        return say(f"sheet.levels.{key}")
    return say(f"sheet.levels.{stem}", level=level, name=table.level_names[int(level) - 1])


def _all(grid: LevelGrid) -> None:
    draft = grid.draft
    for key in COLUMNS.index:
        draft.blank(grid.at(key, ALL_ROW), "pillar")
    draft.text(grid.at("name", ALL_ROW), say("sheet.levels.all"), "pillar")
    # It runs on over the empty cells: the texts of the levels begin under it.
    draft.text(grid.at("text1", ALL_ROW), say("sheet.levels.marks"), "band")
    for column, formula in all_formulas(grid):
        style = "mark_all" if column.startswith("met") else "count_bold"
        draft.formula(Key("all", column), grid.at(column, ALL_ROW), formula, style)


def _group(grid: LevelGrid, group: GroupRow) -> None:
    draft = grid.draft
    for key in COLUMNS.index:
        draft.blank(grid.at(key, group.row), "pillar")
    draft.text(grid.at("code", group.row), group.group.code, "pillar")
    draft.text(grid.at("name", group.row), group.group.name, "pillar")


def _criterion(grid: LevelGrid, row: LevelRow, before: int | None) -> None:
    draft, criterion = grid.draft, row.criterion
    printed: Mapping[str, tuple[str, str]] = {
        "code": (row.code, "code"),
        "name": (criterion.name, "text"),
        "unit": (criterion.unit, "centre"),
        **{f"text{k}": (criterion.levels[k - 1], "centre_small") for k in LEVELS},
    }
    for key, (text, style) in printed.items():
        draft.text(grid.at(key, row.row), text, style)
    for column, formula in criterion_formulas(grid, row, before):
        style = _STYLE.get(column, "mark" if column.startswith("met") else "count")
        draft.formula(Key(column, row.code), grid.at(column, row.row), formula, style)
    for level, threshold in zip(LEVELS, criterion.thresholds, strict=True):
        if isinstance(threshold, NotApplicable):
            draft.text(grid.at(f"met{level}", row.row), NOT_APPLICABLE, "mark")
            draft.number(grid.at(f"stop{level}", row.row), 0, "count")
    for what in ("explanation", "attached"):
        draft.field(Key(what, row.code), grid.at(what, row.row), "input_text")
    marks = grid.across("met1", f"met{LEVELS[-1]}", row.row)
    draft.name(defined_name("met", row.code), marks)
    draft.name(defined_name("explanation", row.code), grid.at("explanation", row.row))
    if criterion.kind is ValueKind.COMMUNES:
        _shown_communes(grid, row)
    else:
        _inputs(grid, row)


def _shown_communes(grid: LevelGrid, row: LevelRow) -> None:
    """What the cell of the communes says; they are typed on their own sheet."""
    levels = commune_area(grid.draft, "level").fixed
    see = quoted_text(say("sheet.levels.see-communes"))
    given = spoken("sheet.levels.communes", count=f"COUNT({levels})")
    formula = f"IF(COUNTA({levels})=0,{see},{given})"
    grid.draft.formula(Key("given", row.code), grid.at("input", row.row), formula, "centre")


def _inputs(grid: LevelGrid, row: LevelRow) -> None:
    draft, criterion, code = grid.draft, row.criterion, row.code
    style = STYLES[criterion.kind]
    slots = [slot.name for slot in criterion.slots]
    places = [grid.at("input", row.row + number) for number in range(len(slots))]
    for slot, place in zip(slots, places, strict=True):
        draft.field(Key("in", code, slot), place, style)
        if slot:
            draft.name(input_name(code, slot), place)
    rule = value_rule(criterion.kind, code, criterion.unit, criterion.method)
    draft.validate(LEVELS_SHEET, places[0], rule)
    draft.name(input_name(code), places[0].to(places[-1]))
    if not row.has_total:
        return
    for key in COLUMNS.index:
        if key != "input":
            draft.blank(grid.at(key, row.total), "text")
    draft.text(grid.at("name", row.total), say("sheet.levels.total"), "label")
    draft.text(grid.at("unit", row.total), criterion.unit, "centre")
    status = grid.cell("status", row.row)
    draft.formula(Key("status", code, "total"), grid.at("status", row.total), status, "text")
    draft.validate(LEVELS_SHEET, places[1], total_rule(code, criterion.unit))


def _looks(grid: LevelGrid) -> None:
    """Colours: a wrong row red, one not filled in grey, the texts that are met green."""
    conditions = grid.draft.sheets[LEVELS_SHEET].conditions
    first = grid.rows[0].row
    inputs, status = grid.down("input"), grid.down("status")
    wrong, missing = (
        {"type": "formula", "criteria": f"=${grid.cell(key, first)}=1"}
        for key in ("wrong", "missing")
    )
    conditions += [(inputs, wrong, "bad"), (status, wrong, "bad"), (status, missing, "waiting")]
    conditions.append((grid.down("block"), _says(BLOCKING), "differs"))
    for level in LEVELS:
        mark = grid.at(f"met{level}", first).address
        for text, look in (("1", "good"), ("0", "bad")):
            met = {"type": "formula", "criteria": f"=AND(ISNUMBER({mark}),{mark}={text})"}
            conditions.append((grid.down(f"text{level}"), met, look))
        marks = grid.at(f"met{level}", ALL_ROW).to(grid.at(f"met{level}", grid.last))
        conditions += [
            (marks, _says(UNKNOWN), "waiting"),
            (marks, _says(NOT_APPLICABLE), "waiting"),
            (marks, _says(WRONG_MARK), "differs"),
        ]
    line = grid.across("code", "code", LINE_ROW)
    alarm = f"={grid.at('wrong', ALL_ROW).address}>0"
    conditions.append((_whole(grid, line), {"type": "formula", "criteria": alarm}, "differs"))


def _says(words: str) -> Mapping[str, str]:
    return {"type": "cell", "criteria": "==", "value": f'"{words}"'}


def _whole(grid: LevelGrid, area: Area) -> Area:
    """The merged cells that begin with an area."""
    return grid.at("code", LINE_ROW).to(grid.at("met5", LINE_ROW))
