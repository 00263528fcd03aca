"""Results: both indices by name, the total and the grade, and how they came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from texts import say
from workbooks.design.draft import Draft
from workbooks.design.names import SUMMARY, Key, defined_name
from workbooks.design.scored.cells import place
from workbooks.design.scored.figures import quoted
from workbooks.design.scored.rows import TOTAL, Rows

VALUE, NOTE, LAST = 4, 5, 9
"""Columns: the figure, and what is said of it."""
NAMED = {
    "index_self": "dti_index_self",
    "index": "dti_index",
    "scaled_total": "dti_scaled_total",
    "grade": "dti_grade",
}
"""The results that have a defined name."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line: its key, how it is written, its formula; its label is «sheet.scored.result-KEY»."""

    key: str
    style: str
    formula: str
    note: str = ""


def draw_results(draft: Draft, rows: Rows, row: int, total: int) -> None:
    """Draw the lines. `total`: the row with the total on the summary."""
    places: dict[str, str] = {}
    for result in _results(draft, rows, total, places):
        at = draft.at(SUMMARY, row, VALUE)
        places[result.key] = at.address
        label = draft.at(SUMMARY, row, 0)
        draft.text(label, say(f"sheet.scored.result-{result.key}"), "line_name")
        draft.merge(SUMMARY, label.to(draft.at(SUMMARY, row, VALUE - 1)), "line_name")
        draft.formula(Key(result.key), at, result.formula, result.style)
        note = draft.at(SUMMARY, row, NOTE)
        if result.note:
            draft.formula(Key("note", result.key), note, result.note, "line_text")
        else:
            words = say(f"sheet.scored.note-{result.key}")
            draft.text(note, words, "line_text")
        draft.merge(SUMMARY, note.to(draft.at(SUMMARY, row, LAST)), "line_text")
        if result.key in NAMED:
            draft.name(NAMED[result.key] or defined_name(result.key), at)
        row += 1


def _results(draft: Draft, rows: Rows, total: int, places: dict[str, str]) -> Iterator[Result]:
    """The lines in their order; `places`: where those before them stand."""

    def at(column: int) -> str:
        return draft.at(SUMMARY, total, column).address

    def source(key: str) -> str:
        return place(draft, key, TOTAL).elsewhere

    printed, assessed, score, verified = at(2), at(3), at(4), at(8)
    some = f'({verified}="")=FALSE'
    # An error in either makes the official figure an error: nothing false is official.
    official = f"IF({some},{verified},{score})"
    yield Result("index_self", "line_index", f'IF({assessed}=0,"",{score}/{assessed}*100)')
    appraised = quoted(say("sheet.scored.note-appraised"))
    own = quoted(say("sheet.scored.note-own"))
    yield Result(
        "index",
        "line_index",
        f'IF({assessed}=0,"",{official}/{assessed}*100)',
        f"IF(COUNT({verified})=0,IF({_blank(source('verified'))},{own},{appraised}),{appraised})",
    )
    yield Result("appraised_total", "line_score", f'IF({verified}="","",{verified})')
    yield Result("left_out_max", "line_max", f"{printed}-{assessed}")
    yield Result("index_before", "line_index", f'IF({printed}=0,"",{score}/{printed}*100)')
    yield Result("count_missing", "line_max", source("missing"))
    yield Result("count_wrong", "line_max", source("wrong"))
    table = rows.table
    if table.renormalised:
        yield Result(
            "scaled_total",
            "line_score",
            f'IF({assessed}=0,"",{official}/{assessed}*{printed})',
        )
    if table.grades is not None:
        figure = official
        if table.grades.on == "percent":
            figure = f"{places['index']}/100"
        elif table.renormalised:
            figure = places["scaled_total"]
        # No word for a total that is not complete; an error stays an error.
        unfinished = f'IF(ISNUMBER({score}),"",{score})'
        waiting = f"{places['count_missing']}+{places['count_wrong']}>0"
        word = f"IF({waiting},{unfinished},{table.grades.excel(figure)})"
        yield Result("grade", "line_name", f'IF({assessed}=0,"",{word})')


def _blank(cell: str) -> str:
    return f'ISNUMBER(MATCH("",{cell}:{cell.rpartition("!")[2]},0))'
