"""Draw: the sheets of the workbook of a targets plan."""

from __future__ import annotations

from scoring.targets import MET, NOT_MET, Plan, TargetKind
from texts import say
from workbooks.design.common import draw_info, draw_lists, draw_map, draw_readings, draw_signatures
from workbooks.design.documents import draw_documents, draw_journal
from workbooks.design.draft import Draft, Page
from workbooks.design.names import TARGETS_SHEET, Key, defined_name, input_name
from workbooks.design.open_rows import unit_line
from workbooks.design.signing import begin_signed
from workbooks.design.slips import draw_slips
from workbooks.design.spoken import quoted_text
from workbooks.design.targets.agencies import draw_agencies
from workbooks.design.targets.formulas import no_figure, row_formulas, status_line
from workbooks.design.targets.rows import (
    COLUMNS,
    FIRST_ROW,
    HEADER_ROW,
    LAST_PRINTED,
    LAST_SHOWN,
    LINE_ROW,
    STATES,
    TITLE_ROW,
    TargetGrid,
    TargetRow,
    target_grid,
)
from workbooks.design.targets.signed import draw_target_signed, target_columns
from workbooks.design.targets.summary import draw_summary
from workbooks.design.threshold_formulas import draw_known_answers
from workbooks.design.threshold_rules import STYLES, short, value_rule

_SIGN_GAP = 2


def draw_targets(draft: Draft, plan: Plan) -> None:
    """Draw all sheets of a plan."""
    grid = target_grid(draft, plan)
    draw_info(draft)
    page = Page(
        widths=COLUMNS.widths,
        hidden=COLUMNS.hidden,
        freeze=(HEADER_ROW + 1, COLUMNS["requirement"]),
        repeat=(HEADER_ROW, HEADER_ROW),
        print_area=(grid.last + _SIGN_GAP + 2, LAST_PRINTED),
        filter=(HEADER_ROW, grid.last, LAST_SHOWN),
    )
    sheet = draft.sheet(TARGETS_SHEET, page)
    draw_agencies(grid)
    draw_summary(grid)
    columns = target_columns()
    begin_signed(draft, columns)
    draw_documents(draft)
    draw_readings(draft)
    draw_lists(draft, ())
    draw_known_answers(draft)
    draw_slips(draft)
    draw_journal(draft)
    draw_map(draft)
    sheet.heights |= {TITLE_ROW: 18, LINE_ROW: 17, HEADER_ROW: 31}
    _head(grid)
    for row, part in grid.parts:
        _band(grid, row, part.code, part.name, "band")
    for row, pillar in grid.pillars:
        _band(grid, row, f"{pillar.part}.{pillar.code}", pillar.name, "band_group")
    for target_row in grid.rows:
        _target(grid, target_row)
    _looks(grid)
    draw_signatures(draft, TARGETS_SHEET, grid.last + _SIGN_GAP, LAST_PRINTED)
    draw_target_signed(grid, columns)


def _head(grid: TargetGrid) -> None:
    """Title, unit, status line, and the header; the ways to the two parts beside the line."""
    draft, at = grid.draft, grid.at
    for line, first, last, style in (
        (TITLE_ROW, "code", "result", "head_title"),
        (TITLE_ROW, "status", "deadline", "head_unit"),
        (LINE_ROW, "code", "status", "status_line"),
    ):
        draft.merge(TARGETS_SHEET, at(first, line).to(at(last, line)), style)
    draft.text(at("code", TITLE_ROW), grid.plan.title, "head_title")
    draft.formula(
        Key("line", TARGETS_SHEET), at("status", TITLE_ROW), unit_line(draft), "head_unit"
    )
    counts = {s: draft.formulas[Key("pillar", "", s)].place.elsewhere for s in STATES}
    first_codes = {
        state: draft.formulas[Key("first", state)].place.elsewhere for state in ("missing", "wrong")
    }
    said = status_line(grid, counts, first_codes)
    draft.formula(Key("status_line", TARGETS_SHEET), at("code", LINE_ROW), said, "status_line")
    for column, (row, part) in zip(("lead", "deadline"), grid.parts, strict=False):
        place = at(column, LINE_ROW)
        draft.text(place, say("sheet.levels.jump", what=part.code), "link")
        draft.sheets[TARGETS_SHEET].links[place] = at("code", row).fixed
    for key in COLUMNS.index:
        draft.text(at(key, HEADER_ROW), say(f"sheet.targets.{key}"), "header_small")


def _band(grid: TargetGrid, row: int, code: str, name: str, style: str) -> None:
    """A heading row; its name runs on over the empty cells (no merge: the filter works)."""
    for key in COLUMNS.index:
        grid.draft.blank(grid.at(key, row), style)
    grid.draft.text(grid.at("code", row), code, style)
    grid.draft.text(grid.at("name", row), name, style)


def _target(grid: TargetGrid, row: TargetRow) -> None:
    draft, target = grid.draft, row.target
    before = say("sheet.targets.before", deadline=grid.plan.deadline)
    for key, text, style in (
        ("code", target.code, "code"),
        ("name", target.name, "name" if row.is_header else "text"),
        ("requirement", target.requirement, "text"),
        ("guiding", target.guiding_agency, "text"),
        ("lead", target.lead_agency, "text"),
        ("coordinating", target.coordinating_agency, "text"),
        ("deadline", "" if row.is_header else before, "centre"),
    ):
        draft.text(grid.at(key, row.row), text, style)
    for column, formula in row_formulas(grid, row):
        style = {"result": "result", "status": "text"}.get(column, "count")
        place = draft.formula(Key(column, row.code), grid.at(column, row.row), formula, style)
        if column == "result":
            draft.name(defined_name("result", row.code), place)
    for what in ("explanation", "attached"):
        draft.field(Key(what, row.code), grid.at(what, row.row), "input_text")
    draft.name(defined_name("explanation", row.code), grid.at("explanation", row.row))
    if target.takes is None:
        draft.blank(grid.at("input", row.row), "group")
        why = say(f"sheet.targets.none-{target.kind.value}")
        draft.text(grid.at("status", row.row), why, "text")
        return
    place = draft.field(Key("in", row.code), grid.at("input", row.row), STYLES[target.takes])
    draft.name(input_name(row.code), place)
    rule = value_rule(target.takes, row.code, "", "")
    if target.kind is TargetKind.TECHNICAL:
        rule = {**rule, "input_message": short(say("sheet.targets.by-hand"), 255)}
    draft.validate(TARGETS_SHEET, place, rule)


def _looks(grid: TargetGrid) -> None:
    """Colours: met green, not met red, no figure grey, a wrong figure red with its cell."""
    conditions = grid.draft.sheets[TARGETS_SHEET].conditions
    results = grid.at("result", FIRST_ROW).to(grid.at("result", grid.last))
    for text, look in ((MET, "good"), (NOT_MET, "bad"), (no_figure(), "waiting")):
        rule = {"type": "cell", "criteria": "==", "value": quoted_text(text)}
        conditions.append((results, rule, look))
    wrong = {"type": "formula", "criteria": f"=${grid.at('wrong', FIRST_ROW).address}=1"}
    missing = {"type": "formula", "criteria": f"=${grid.at('missing', FIRST_ROW).address}=1"}
    status = grid.at("status", FIRST_ROW).to(grid.at("status", grid.last))
    inputs = grid.at("input", FIRST_ROW).to(grid.at("input", grid.last))
    conditions += [
        (inputs, wrong, "bad"),
        (status, wrong, "bad"),
        (results, wrong, "bad"),
        (status, missing, "waiting"),
    ]
