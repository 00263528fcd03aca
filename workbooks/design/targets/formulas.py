"""Formulas of a plan's workbook: how each row is judged, and the hidden counts.

The edition with the add-in differs in the results only, which call DTI_TARGET. A row without a
figure says so; a figure that cannot be is an error in its own row, counted apart, and the sums
stay numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from scoring.targets import MET, NOT_JUDGED, NOT_MET
from scoring.thresholds import Yes
from texts import say
from workbooks.design.names import NATIVE
from workbooks.design.native import ERROR
from workbooks.design.open_rows import open_rows
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.targets.rows import ASKED, STATES, TargetGrid, TargetRow
from workbooks.design.threshold_formulas import (
    ValueCells,
    is_wrong,
    known_answers,
    met,
    nested,
    reasons,
)


def no_figure() -> str:
    """What a row without a figure says."""
    return say("sheet.targets.missing")


def row_formulas(grid: TargetGrid, row: TargetRow) -> Iterator[tuple[str, str]]:
    """Column and formula of every computed cell of a row."""
    target = row.target
    if row.is_header:
        yield "result", _header(grid, row)
        return
    yield "result", _result(grid, row)
    if target.takes is None:
        for state in STATES:
            yield state, "1" if state == "not_judged" else "0"
        return
    cells = value_cells(grid, row)
    found = reasons(target.takes, cells)
    wrong, missing, result = (grid.cell(c, row.row) for c in ("wrong", "missing", "result"))
    words = {name: quoted_text(say(f"sheet.value.{name}")) for name in ("full", "missing")}
    yield "status", nested(found, f"IF({missing}=1,{words['missing']},{words['full']})")
    yield "wrong", is_wrong(found)
    yield "missing", f"IF(COUNTA({cells.one})=0,1,0)"
    for state, word in (("met", MET), ("not_met", NOT_MET)):
        yield state, f'IF({wrong}+{missing}>0,0,IF({result}="{word}",1,0))'
    yield "not_judged", "0"


def value_cells(grid: TargetGrid, row: TargetRow) -> ValueCells:
    """Where the value of a row stands."""
    return ValueCells(grid.cell("input", row.row), known=known_answers(grid.draft))


def _result(grid: TargetGrid, row: TargetRow) -> str:
    target, one = row.target, grid.cell("input", row.row)
    if target.takes is None:
        words = f'"{NOT_JUDGED}"'
        return words if _native(grid) else _call(grid, row, one)
    if _native(grid):
        reached = met(target.threshold or Yes(), value_cells(grid, row))
        wrong = grid.cell("wrong", row.row)
        judged = f'IF({wrong}=1,{ERROR},IF({reached},"{MET}","{NOT_MET}"))'
    else:
        judged = _call(grid, row, one)
    return f"IF(COUNTA({one})=0,{quoted_text(no_figure())},{judged})"


def _header(grid: TargetGrid, row: TargetRow) -> str:
    """Judged through the sub-rows: a miss decides, then an error, then a figure not there yet."""
    below = grid.below(row.target)
    sums = {
        state: "SUM(" + ",".join(grid.cell(state, sub.row) for sub in below) + ")"
        for state in STATES
    }
    if _native(grid):
        judged = f'IF({sums["met"]}={len(below)},"{MET}","{NOT_JUDGED}")'
    else:
        area = grid.at("input", below[0].row).to(grid.at("input", below[-1].row)).address
        judged = _call(grid, row, area)
    waiting = f"IF({sums['missing']}>0,{quoted_text(no_figure())},{judged})"
    return f'IF({sums["not_met"]}>0,"{NOT_MET}",IF({sums["wrong"]}>0,{ERROR},{waiting}))'


def _native(grid: TargetGrid) -> bool:
    return grid.draft.edition == NATIVE


def _call(grid: TargetGrid, row: TargetRow, area: str) -> str:
    return f'DTI_TARGET("{grid.plan.id}","{row.code}",{area})'


def status_line(grid: TargetGrid, counts: dict[str, str], first: dict[str, str]) -> str:
    """How many are met, what is still to fill in, what is wrong, and the deadline.

    `counts`: cells with the count of each state; `first`: with the first code missing or wrong.
    """
    rest = open_rows(
        rows=say("sheet.targets.rows"),
        total=sum(1 for row in grid.rows if row.target.takes is not None),
        missing=counts["missing"],
        first_missing=first["missing"],
        wrong=counts["wrong"],
        first_wrong=first["wrong"],
    )
    asked = "(" + "+".join(counts[state] for state in ASKED) + ")"
    line = spoken(
        "sheet.targets.line",
        met=counts["met"],
        asked=asked,
        open=rest,
        deadline=quoted_text(grid.plan.deadline),
    )
    if _native(grid):
        return line
    return f"IF(ISNUMBER({counts['met']}),{line},{quoted_text(_without_addin())})"


def _without_addin() -> str:
    return say("sheet.targets.no-addin", why=say("sheet.value.no-addin"))
