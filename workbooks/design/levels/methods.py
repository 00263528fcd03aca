"""Methods: the method and the basis of every criterion as printed, on a sheet for paper."""

from __future__ import annotations

from scoring.levels import LevelTable
from texts import say
from workbooks.design.columns import Column, Columns
from workbooks.design.common import draw_heading
from workbooks.design.draft import Draft, Page
from workbooks.design.levels.rows import METHODS
from workbooks.design.open_rows import source_line

COLUMNS = Columns(
    (Column("code", 6), Column("name", 50), Column("method", 56), Column("basis", 36))
)
_HEADER = 2


def draw_methods(draft: Draft, table: LevelTable) -> None:
    """One row per criterion, under its group."""
    rows = len(table.rows) + len(table.pillars)
    page = Page(
        widths=COLUMNS.widths,
        freeze=(_HEADER + 1, 0),
        repeat=(_HEADER, _HEADER),
        print_area=(_HEADER + rows, len(COLUMNS.columns) - 1),
    )
    draft.sheet(METHODS, page)
    draw_heading(draft, METHODS, len(COLUMNS.columns) - 1)
    draft.text(draft.at(METHODS, 0, 0), say("sheet.methods.title"), "title")
    draft.text(draft.at(METHODS, 1, 0), source_line(table), "subtitle")
    for key, column in COLUMNS.index.items():
        draft.text(draft.at(METHODS, _HEADER, column), say(f"sheet.methods.{key}"), "header")
    row = _HEADER
    for group in table.pillars:
        row += 1
        for column in COLUMNS.index.values():
            draft.blank(draft.at(METHODS, row, column), "pillar")
        for key in ("code", "name"):
            draft.text(draft.at(METHODS, row, COLUMNS[key]), getattr(group, key), "pillar")
        for criterion in group.criteria:
            row += 1
            for key, column in COLUMNS.index.items():
                style = "code" if key == "code" else "text"
                draft.text(draft.at(METHODS, row, column), getattr(criterion, key), style)
