"""Agencies: what each lead agency answers for, row by row, on one sheet that can be filtered.

Every row carries its agency in the first column, the line of the agency too: the filter keeps the
line with the rows.
"""

from __future__ import annotations

from scoring.thresholds import ValueKind
from texts import say
from workbooks.design.columns import Column, Columns
from workbooks.design.draft import Page
from workbooks.design.names import AGENCIES, Key, defined_name
from workbooks.design.open_rows import unit_line
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.targets.rows import STATES, TargetGrid, TargetRow

COLUMNS = Columns(
    (
        Column("agency", 24),
        Column("code", 8),
        Column("name", 52),
        Column("requirement", 20),
        Column("input", 13),
        Column("result", 15),
        Column("status", 18),
        Column("coordinating", 24),
    )
)
_LAST = len(COLUMNS.columns) - 1
TITLE_ROW, LINE_ROW, HEADER_ROW = 0, 1, 2
_LOOKS = {ValueKind.PERCENT: "percent_plain", ValueKind.COUNT: "amount"}


def draw_agencies(grid: TargetGrid) -> None:
    """A line per agency with its counts, and its rows under it."""
    draft = grid.draft
    rows = sum(1 + len(rows) for rows in grid.by_agency.values())
    page = Page(
        widths=COLUMNS.widths,
        freeze=(HEADER_ROW + 1, COLUMNS["name"]),
        repeat=(HEADER_ROW, HEADER_ROW),
        print_area=(HEADER_ROW + rows, _LAST),
        filter=(HEADER_ROW, HEADER_ROW + rows, _LAST),
    )
    sheet = draft.sheet(AGENCIES, page)
    at = draft.at
    for row, first, last, style in (
        (TITLE_ROW, "agency", "name", "head_title"),
        (TITLE_ROW, "requirement", "coordinating", "head_unit"),
        (LINE_ROW, "agency", "coordinating", "status_line"),
    ):
        area = at(AGENCIES, row, COLUMNS[first]).to(at(AGENCIES, row, COLUMNS[last]))
        draft.merge(AGENCIES, area, style)
    draft.text(at(AGENCIES, TITLE_ROW, 0), say("sheet.agencies.title"), "head_title")
    unit = at(AGENCIES, TITLE_ROW, COLUMNS["requirement"])
    draft.formula(Key("line", AGENCIES), unit, unit_line(draft), "head_unit")
    note = say("sheet.agencies.note", deadline=grid.plan.deadline)
    draft.text(at(AGENCIES, LINE_ROW, 0), note, "status_line")
    sheet.heights |= {TITLE_ROW: 18, LINE_ROW: 17, HEADER_ROW: 31}
    for key, column in COLUMNS.index.items():
        title = "sheet.agencies.agency" if key == "agency" else f"sheet.targets.{key}"
        draft.text(at(AGENCIES, HEADER_ROW, column), say(title), "header_small")
    row = HEADER_ROW + 1
    for number, (agency, members) in enumerate(grid.by_agency.items(), 1):
        _agency(grid, row, agency, members)
        draft.name(defined_name("agency", str(number)), at(AGENCIES, row, 0))
        for below, member in enumerate(members, row + 1):
            _member(grid, below, agency, member)
        row += 1 + len(members)


def _agency(grid: TargetGrid, row: int, agency: str, members: tuple[TargetRow, ...]) -> None:
    """The line of an agency: its counts in words."""
    draft = grid.draft
    for column in COLUMNS.index.values():
        draft.blank(draft.at(AGENCIES, row, column), "band")
    draft.text(draft.at(AGENCIES, row, 0), agency, "band")
    counts = {state: grid.total(state, members) for state in STATES}
    line = spoken("sheet.agencies.line", total=quoted_text(str(len(members))), **counts)
    draft.formula(
        Key("agency_line", agency), draft.at(AGENCIES, row, COLUMNS["name"]), line, "band"
    )


def _member(grid: TargetGrid, row: int, agency: str, member: TargetRow) -> None:
    """One row of an agency: as printed, with its figure, result and status of now."""
    draft, target = grid.draft, member.target
    for key, text, style in (
        ("agency", agency, "text"),
        ("code", target.code, "code"),
        ("name", target.name, "text"),
        ("requirement", target.requirement, "text"),
        ("coordinating", target.coordinating_agency, "text"),
    ):
        draft.text(draft.at(AGENCIES, row, COLUMNS[key]), text, style)
    figure, result, status = (
        grid.at(key, member.row).elsewhere for key in ("input", "result", "status")
    )
    look = _LOOKS.get(target.takes, "centre") if target.takes else "centre"
    for key, formula, style in (
        ("input", f'IF(COUNTA({figure})=0,"",{figure})', look),
        ("result", result, "result"),
        ("status", status, "text"),
    ):
        place = draft.at(AGENCIES, row, COLUMNS[key])
        draft.formula(Key(f"agency_{key}", member.code, agency), place, formula, style)
