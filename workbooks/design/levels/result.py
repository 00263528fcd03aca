"""Result: the level reached, the registered one, what blocks either, and progress by group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.thresholds import LEVELS
from texts import say
from workbooks.design.bars import stacked_bars
from workbooks.design.common import draw_heading, draw_signatures
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Place
from workbooks.design.heights import row_height
from workbooks.design.levels.formulas import TOP, result_formulas, status_line
from workbooks.design.levels.needs import ROWS, draw_needs
from workbooks.design.levels.rows import ALL_ROW, STATES, GroupRow, LevelGrid
from workbooks.design.names import SUMMARY, Key, defined_name
from workbooks.design.open_rows import source_line, unit_line
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.threshold_rules import level_rule

LEVEL, NAME, BLOCKERS = "level", "level_name", "blockers"
_WIDTHS = (38, 21, *(13 for _ in range(5)))
_LAST = len(_WIDTHS) - 1
_LABEL, _VALUE, _TEXT = 0, 1, 2
UNIT_ROW, LINE_ROW = 2, 3
ANSWERS = ("level", "registered", "next", "stopped", "missing", "wrong")
"""The lines of the result, in their order."""
_FIRST_ANSWER = 5
MATRIX = _FIRST_ANSWER + len(ANSWERS) + 1
"""The heading of the table of groups and levels."""
_ASKED = ("asked", "met", "not", "open", "bad", "share")


@dataclass(frozen=True)
class _Result:
    """The sheet of the result of one draft."""

    grid: LevelGrid
    draft: Draft

    def at(self, row: int, column: int) -> Place:
        return self.draft.at(SUMMARY, row, column)

    def line(self, name: str) -> int:
        return _FIRST_ANSWER + ANSWERS.index(name)

    def base(self, column: str) -> str:
        """A cell of the line of all criteria on the sheet of criteria."""
        return self.grid.at(column, ALL_ROW).elsewhere

    def span(self, row: int, first: int, last: int, style: str) -> Place:
        place = self.at(row, first)
        self.draft.merge(SUMMARY, place.to(self.at(row, last)), style)
        return place

    @property
    def progress(self) -> int:
        """The heading of the table of the next level."""
        return MATRIX + len(self.grid.groups) + 4

    @property
    def chart(self) -> int:
        """The row where the chart begins; above it no row grows with what is typed."""
        return self.progress + len(self.grid.groups) + 4

    @property
    def chart_height(self) -> int:
        """The height of the chart in pixels."""
        return 90 + 50 * len(self.grid.groups)

    @property
    def needs(self) -> int:
        """The heading of the list of what to do, under the chart."""
        return self.chart + self.chart_height // 20 + 2


def draw_result(grid: LevelGrid, names: str) -> None:
    """Draw the sheet. `names`: the area of the names of levels 0–5."""
    draft = grid.draft
    result = _Result(grid, draft)
    sheet = draft.sheet(SUMMARY, Page(widths=_WIDTHS, landscape=False, pages_down=1))
    draw_heading(draft, SUMMARY, _LAST)
    draft.text(result.at(0, 0), say("sheet.result.title"), "title")
    draft.text(result.at(1, 0), source_line(grid.table), "subtitle")
    sheet.heights[1] = 34
    for row, style in ((UNIT_ROW, "head_unit_left"), (LINE_ROW, "status_line")):
        result.span(row, 0, _LAST, style)
        sheet.heights[row] = 32 if row == LINE_ROW else 18
    draft.formula(Key("line", SUMMARY), result.at(UNIT_ROW, 0), unit_line(draft), "head_unit_left")
    _answers(result, result_formulas(grid, draft.edition, names))
    level, name = (draft.formulas[Key(what)].place.address for what in (LEVEL, NAME))
    line = status_line(grid, level, name)
    draft.formula(Key("status_line", SUMMARY), result.at(LINE_ROW, 0), line, "status_line")
    draw_needs(grid, result.needs)
    _matrix(result)
    _progress(result)
    _chart(result)
    draw_signatures(draft, SUMMARY, result.needs + ROWS + 1, _LAST)


def _answers(result: _Result, by_edition: Mapping[str, str]) -> None:
    draft, grid = result.draft, result.grid
    everything = ", ".join(row.code for row in grid.rows)
    for name in ANSWERS:
        row = result.line(name)
        draft.text(result.at(row, _LABEL), say(f"sheet.result.{name}"), "result_label")
        style = "level_name" if name == "level" else "result_text"
        result.span(row, _TEXT, _LAST, style)
        if name not in ("level", "registered"):
            draft.sheets[SUMMARY].heights[row] = row_height((everything, 66))
    level = draft.formula(
        Key(LEVEL), result.at(result.line("level"), _VALUE), by_edition["level"], "level"
    )
    draft.formula(
        Key(NAME), result.at(result.line("level"), _TEXT), by_edition["level_name"], "level_name"
    )
    typed = draft.field(
        Key("typed", "level"), result.at(result.line("registered"), _VALUE), "input_level"
    )
    draft.validate(SUMMARY, typed, level_rule(say("sheet.result.registered")))
    agrees = draft.formula(
        Key("check", "level"),
        result.at(result.line("registered"), _TEXT),
        _agreement(result, typed.address, level.address),
        "result_text",
    )
    registered = f"IF(COUNT({typed.elsewhere})=0,0,{_valid(typed.elsewhere)})"
    draft.formula(Key("registered"), grid.at("codes_registered", ALL_ROW), registered, "count_bold")
    _lists(result, by_edition["blockers"])
    for name, place in (
        ("level", level),
        ("level_name", draft.formulas[Key(NAME)].place),
        ("level_typed", typed),
        ("typed_level", typed),
        ("level_check", agrees),
        # Not dti_blockers: a name must not hide the function of the same letters.
        ("level_blockers", draft.formulas[Key(BLOCKERS)].place),
    ):
        draft.name(defined_name(name), place)


def _valid(typed: str) -> str:
    """The registered level where it is one; 0 for one that cannot be."""
    known = ",".join(f"{typed}={k}" for k in LEVELS)
    return f"IF(OR({known}),{typed},0)"


def _agreement(result: _Result, typed: str, level: str) -> str:
    none, bad, unknown, agrees = (
        quoted_text(say(f"sheet.result.{name}"))
        for name in ("not-registered", "bad-level", "not-known", "agrees")
    )
    differs = spoken("sheet.result.differs", typed=typed, level=level)
    known = ",".join(f"{typed}={k}" for k in (0, *LEVELS))
    compared = f"IF({result.base('wrong')}>0,{unknown},IF({typed}={level},{agrees},{differs}))"
    checked = f"IF(COUNT({typed})=0,{bad},IF(OR({known}),{compared},{bad}))"
    return f"IF(COUNTA({typed})=0,{none},{checked})"


def _lists(result: _Result, blockers: str) -> None:
    """The lists of codes, each with its count."""
    draft, grid = result.draft, result.grid
    known, registered = result.base("next"), result.base("codes_registered")
    last = grid.rows[-1].row
    stops = grid.across("stop1", f"stop{TOP}", ALL_ROW).elsewhere
    count = f"INDEX({stops},1,MIN({known}+1,{TOP}))"
    next_level = spoken("sheet.result.of-level", level=f"({known}+1)", count=count)
    top = quoted_text(say("sheet.result.top"))
    count = f"INDEX({stops},1,MAX({registered},1))"
    stopped = spoken("sheet.result.of-level", level=registered, count=count)
    counts = {
        "next": f"IF({known}={TOP},{top},{next_level})",
        "stopped": f'IF({registered}=0,"",{stopped})',
        "missing": result.base("missing"),
        "wrong": result.base("wrong"),
    }
    lists = {
        "next": blockers,
        "stopped": grid.at("codes_registered", last).elsewhere,
        "missing": grid.at("codes_missing", last).elsewhere,
        "wrong": grid.at("codes_wrong", last).elsewhere,
    }
    for name, formula in counts.items():
        row = result.line(name)
        draft.formula(Key("answer_count", name), result.at(row, _VALUE), formula, "result_count")
        key = Key(BLOCKERS) if name == "next" else Key("answer", name)
        draft.formula(key, result.at(row, _TEXT), lists[name], "result_text")
    wrong = result.at(result.line("wrong"), _VALUE)
    alarm = {"type": "formula", "criteria": f"=${wrong.address}>0"}
    area = wrong.to(result.at(result.line("wrong"), _LAST))
    draft.sheets[SUMMARY].conditions.append((area, alarm, "bad"))


def _matrix(result: _Result) -> None:
    """Criteria met of those that apply: a line per group, a column per level."""
    draft, grid = result.draft, result.grid
    draft.text(result.span(MATRIX, 0, _LAST, "bold"), say("sheet.result.by-level"), "bold")
    titles = [say("sheet.result.group"), say("sheet.result.count")]
    titles += [
        say("sheet.levels.text", level=str(k), name=name)
        for k, name in zip(LEVELS, grid.table.level_names, strict=True)
    ]
    for column, title in enumerate(titles):
        draft.text(result.at(MATRIX + 1, column), title, "header")
    for row, group in enumerate((*grid.groups, None), MATRIX + 2):
        style = "text" if group else "pillar"
        draft.text(result.at(row, _LABEL), _group_name(group), style)
        criteria = grid.rows if group is None else group.criteria
        draft.number(result.at(row, _VALUE), len(criteria), "count" if group else "count_bold")
        for level in LEVELS:
            asked = sum(r.criterion.met(level, None) is not None for r in criteria)
            met = f"SUM({grid.down(f'met{level}', group).elsewhere})"
            part = spoken("sheet.result.part", met=met, asked=str(asked))
            key = Key("group", group.group.code if group else "", f"level{level}")
            look = "centre" if group else "centre_bold"
            draft.formula(key, result.at(row, _VALUE + level), part, look)


def _group_name(group: GroupRow | None) -> str:
    return f"{group.group.code}. {group.group.name}" if group else say("sheet.result.every")


def _progress(result: _Result) -> None:
    """At the next level: how many criteria apply, are met, not met, not filled in, wrong."""
    draft, grid, first = result.draft, result.grid, result.progress
    level = f"MIN({result.base('next')}+1,{TOP})"
    heading = spoken("sheet.result.at-next", level=level)
    draft.formula(Key("at_next"), result.span(first, 0, _LAST, "bold"), heading, "bold")
    for column, name in enumerate(("group", *_ASKED)):
        draft.text(result.at(first + 1, column), say(f"sheet.result.{name}"), "header")
    for row, group in enumerate((*grid.groups, None), first + 2):
        draft.text(result.at(row, _LABEL), _group_name(group), "text" if group else "pillar")
        code = group.group.code if group else ""
        for column, state in enumerate(STATES, 2):
            total = f"SUM({grid.down(f'at_{state}', group).elsewhere})"
            style = "count" if group else "count_bold"
            draft.formula(Key("group", code, state), result.at(row, column), total, style)
        counted = result.at(row, 2).to(result.at(row, 1 + len(STATES))).address
        asked = result.at(row, 1)
        style = "count" if group else "count_bold"
        draft.formula(Key("group", code, "asked"), asked, f"SUM({counted})", style)
        share = f'IF({asked.address}=0,"",{result.at(row, 2).address}/{asked.address})'
        style = "percent" if group else "share_bold"
        draft.formula(Key("group", code, "share"), result.at(row, 6), share, style)


def _chart(result: _Result) -> None:
    """Per group at the next level: met, not met, not filled in, wrong."""
    first = result.progress + 2
    last = first + len(result.grid.groups) - 1
    sheet = result.draft.sheets[SUMMARY]
    chart = stacked_bars(
        sheet.name,
        say("sheet.result.chart"),
        (first, last),
        STATES,
        size=(890, result.chart_height),
        shares=True,
    )
    sheet.charts.append((result.at(result.chart, 0), chart))
