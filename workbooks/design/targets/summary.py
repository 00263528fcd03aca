"""Summary: the share met, and the states counted apart, per pillar and per lead agency."""

from __future__ import annotations

from collections.abc import Iterator

from texts import say
from workbooks.design.bars import stacked_bars
from workbooks.design.common import draw_heading
from workbooks.design.draft import Page
from workbooks.design.names import SUMMARY, Key, defined_name
from workbooks.design.open_rows import source_line, unit_line
from workbooks.design.targets.formulas import status_line
from workbooks.design.targets.rows import ASKED, STATES, TargetGrid, TargetRow

_WIDTHS = (44, 10, *(10 for _ in STATES), 11)
_LAST = len(_WIDTHS) - 1
_SHARE = _LAST
_HIDDEN = _LAST + 1
"""The first codes missing and wrong stand here, for the status lines."""
UNIT_ROW, LINE_ROW, RATE_ROW, PILLARS = 2, 3, 5, 7

Rows = tuple[TargetRow, ...]


def draw_summary(grid: TargetGrid) -> None:
    """The counts per pillar, of everything and per agency, with a chart."""
    draft, at = grid.draft, grid.draft.at
    hidden = frozenset({_HIDDEN})
    page = Page(
        widths=(*_WIDTHS, 10),
        hidden=hidden,
        landscape=False,
        pages_down=1,
        print_area=(_last(grid), _LAST),
    )
    sheet = draft.sheet(SUMMARY, page)
    draw_heading(draft, SUMMARY, _LAST)
    draft.text(at(SUMMARY, 0, 0), say("sheet.plan.title"), "title")
    draft.text(at(SUMMARY, 1, 0), source_line(grid.plan), "subtitle")
    sheet.heights[1] = 34
    for row, style in ((UNIT_ROW, "head_unit_left"), (LINE_ROW, "status_line")):
        draft.merge(SUMMARY, at(SUMMARY, row, 0).to(at(SUMMARY, row, _LAST)), style)
        sheet.heights[row] = 34 if row == LINE_ROW else 18
    draft.formula(
        Key("line", SUMMARY), at(SUMMARY, UNIT_ROW, 0), unit_line(draft), "head_unit_left"
    )
    _firsts(grid)
    total = _pillars(grid)
    _agencies(grid)
    counts = {s: draft.formulas[Key("pillar", "", s)].place.address for s in STATES}
    firsts = {s: draft.formulas[Key("first", s)].place.address for s in ("missing", "wrong")}
    line = status_line(grid, counts, firsts)
    draft.formula(Key("status_line", SUMMARY), at(SUMMARY, LINE_ROW, 0), line, "status_line")
    draft.text(at(SUMMARY, RATE_ROW, 0), say("sheet.plan.rate"), "result_label")
    share = at(SUMMARY, total, _SHARE).address
    rate = draft.formula(Key("rate"), at(SUMMARY, RATE_ROW, 1), share, "rate")
    draft.name(defined_name("rate"), rate)
    how = at(SUMMARY, RATE_ROW, 2)
    draft.text(how, say("sheet.plan.rate-how"), "result_text")
    draft.merge(SUMMARY, how.to(at(SUMMARY, RATE_ROW, _LAST)), "result_text")
    sheet.heights[RATE_ROW] = 34
    _chart(grid)


def _firsts(grid: TargetGrid) -> None:
    """The first codes missing and wrong, hidden beside the status line."""
    first, last = grid.rows[0].row, grid.last
    codes = grid.at("code", first).to(grid.at("code", last)).fixed
    for row, state in enumerate(("missing", "wrong"), UNIT_ROW):
        flags = grid.at(state, first).to(grid.at(state, last)).fixed
        formula = f'IF(SUM({flags})=0,"",INDEX({codes},MATCH(1,{flags},0)))'
        grid.draft.formula(
            Key("first", state), grid.draft.at(SUMMARY, row, _HIDDEN), formula, "plain"
        )


def groups(grid: TargetGrid) -> Iterator[tuple[str, str, Rows]]:
    """Key, label and counted rows of every line: pillars, then everything under the key ""."""
    for _, pillar in grid.pillars:
        label = say("sheet.plan.pillar-name", part=pillar.part, code=pillar.code, name=pillar.name)
        yield f"{pillar.part}.{pillar.code}", label, grid.of_pillar(pillar)
    yield "", say("sheet.plan.every"), grid.counted


def _pillars(grid: TargetGrid) -> int:
    """The table of pillars; gives the row of everything."""
    _table_head(grid, PILLARS, "by-pillar", "pillar")
    row = PILLARS + 1
    for key, label, rows in groups(grid):
        row += 1
        _line(grid, row, ("pillar", key), label, rows)
        place = grid.draft.formulas[Key("pillar", key, "met")].place
        grid.draft.name(defined_name("pillar", key) if key else "dti_met", place)
    return row


def _agency_head(grid: TargetGrid) -> int:
    return PILLARS + len(grid.pillars) + 5


def _agencies(grid: TargetGrid) -> None:
    first = _agency_head(grid)
    _table_head(grid, first, "by-agency", "agency")
    for row, (agency, rows) in enumerate(grid.by_agency.items(), first + 2):
        _line(grid, row, ("agency", agency), agency, rows)


def _last(grid: TargetGrid) -> int:
    return _agency_head(grid) + len(grid.by_agency) + 34


def _table_head(grid: TargetGrid, row: int, title: str, first: str) -> None:
    draft, at = grid.draft, grid.draft.at
    draft.text(at(SUMMARY, row, 0), say(f"sheet.plan.{title}"), "bold")
    titles = [say(f"sheet.plan.{first}"), say("sheet.plan.total")]
    titles += [say(f"sheet.targets.{state}") for state in STATES]
    for column, words in enumerate((*titles, say("sheet.plan.share"))):
        draft.text(at(SUMMARY, row + 1, column), words, "header")


def _line(grid: TargetGrid, row: int, of: tuple[str, str], label: str, rows: Rows) -> None:
    """One line of counts: the states, all of them, and the share met of what is asked."""
    draft = grid.draft
    what, code = of
    every = not code
    look = "count_bold" if every else "count"
    draft.text(draft.at(SUMMARY, row, 0), label, "pillar" if every else "text")
    cells = {}
    for column, state in enumerate(STATES, 2):
        place = draft.at(SUMMARY, row, column)
        cells[state] = place.address
        draft.formula(Key(what, code, state), place, grid.total(state, rows), look)
    place = draft.at(SUMMARY, row, 1)
    draft.formula(Key(what, code, "total"), place, "+".join(cells.values()), look)
    asked = "(" + "+".join(cells[state] for state in ASKED) + ")"
    share = f'IF({asked}=0,"",{cells["met"]}/{asked})'
    style = "share_bold" if every else "percent"
    draft.formula(Key(what, code, "share"), draft.at(SUMMARY, row, _SHARE), share, style)
    wrong = draft.at(SUMMARY, row, 2 + STATES.index("wrong"))
    rule = {"type": "cell", "criteria": ">", "value": 0}
    draft.sheets[SUMMARY].conditions.append((wrong.to(wrong), rule, "bad"))


def _chart(grid: TargetGrid) -> None:
    """The states of every pillar as stacked bars."""
    first = PILLARS + 2
    rows = (first, first + len(grid.pillars) - 1)
    sheet = grid.draft.sheets[SUMMARY]
    chart = stacked_bars(sheet.name, say("sheet.plan.chart"), rows, STATES, size=(810, 580))
    place = grid.draft.at(SUMMARY, _agency_head(grid) + len(grid.by_agency) + 4, 0)
    sheet.charts.append((place, chart))
