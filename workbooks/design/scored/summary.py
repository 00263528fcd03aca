"""The summary: pillars, results by name, charts, what was left out, what brings most, every row."""

from __future__ import annotations

from dataclasses import dataclass

from texts import say
from workbooks.design.common import draw_heading
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Place
from workbooks.design.heights import row_height
from workbooks.design.names import SUMMARY, Key
from workbooks.design.scored.cells import column_area, place
from workbooks.design.scored.figures import quoted as in_quotes
from workbooks.design.scored.results import draw_results
from workbooks.design.scored.rows import FIRST, TOTAL, Rows
from workbooks.design.scored.sums import draw_status, draw_unit

WIDTHS = (7.0, 36.0, 10.0, 10.0, 10.0, 9.0, 10.0, 30.0, 10.0, 9.0, 2.0, 9.0, 9.0, 9.0)
PLOTTED, BROKEN, LABEL = 11, 12, 13
"""Hidden columns: what the charts show."""
HEAD, FIRST_LINE = 4, 5
SHOWN = 9
"""The last column that is shown."""
EXCLUSIONS, GAINS = 12, 10
"""Lines for the rows that are left out, and for those that bring most."""
_CHART_ROWS = 17
_TITLE_ROOM = 80.0
"""The width of the sheet in letters of the title: bold, in capitals, 14 points."""
_EVERY_LAST = 5
"""The last column of the table of every row."""


def draw_summary(draft: Draft, rows: Rows) -> None:
    """Draw the sheet."""
    total = FIRST_LINE + len(rows.pillars)
    results = total + 2
    charts = results + 10
    left_out = charts + _CHART_ROWS
    gains = left_out + EXCLUSIONS + 4
    every = gains + GAINS + 4
    last = every + len(rows.indicators)
    page = Page(
        widths=WIDTHS,
        hidden=frozenset((PLOTTED, BROKEN, LABEL)),
        print_area=(last, SHOWN),
        filter=(every, last, _EVERY_LAST),
    )
    sheet = draft.sheet(SUMMARY, page)
    draw_heading(draft, SUMMARY, SHOWN)
    title = say("sheet.scored.summary-title", title=draft.law.title)
    draft.text(draft.at(SUMMARY, 0, 0), title, "title")
    draw_unit(draft, SUMMARY, 2, 0, SHOWN)
    draw_status(draft, SUMMARY, 3, 0, SHOWN)
    heads = [say(f"sheet.scored.summary-{column}") for column in range(SHOWN + 1)]
    for column, head in enumerate(heads):
        draft.text(draft.at(SUMMARY, HEAD, column), head, "header")
    # A row that grows when the file is opened would push the table under the charts.
    sheet.heights |= {
        0: 1.3 * row_height((title, _TITLE_ROOM)),
        2: 16.0,
        3: 16.0,
        HEAD: row_height(*((head, 0.75 * WIDTHS[at]) for at, head in enumerate(heads))),
    }
    for number, pillar in enumerate(rows.pillars):
        line = _Line(draft, FIRST_LINE + number, pillar.pillar.code, pillar.row)
        line.draw(pillar.pillar.name, float(pillar.pillar.max_score))
        line.plot()
    whole = _Line(draft, total, "total", TOTAL)
    whole.draw(say("sheet.scored.total"), float(rows.table.max_score))
    draft.name("dti_max_assessed", draft.at(SUMMARY, total, 3))
    draw_results(draft, rows, results, total)
    # A blank row above: a chart may stand a little higher than its cell where rows differ.
    sheet.breaks.append(draft.at(SUMMARY, charts - 1, 0).row)
    _charts(draft, rows, charts, total)
    _left_out(draft, rows, left_out)
    _gains(draft, rows, gains)
    _every_row(draft, rows, every)


@dataclass(frozen=True)
class _Line:
    """One pillar, or the total."""

    draft: Draft
    row: int
    code: str
    source: int

    def at(self, column: int) -> Place:
        return self.draft.at(SUMMARY, self.row, column)

    def _from(self, key: str) -> str:
        return place(self.draft, key, self.source).elsewhere

    def draw(self, name: str, maximum: float) -> None:
        """Maximum, computed, typed and verified, as they stand on the scoring sheet."""
        draft, total = self.draft, self.code == "total"
        look = "total" if total else "line"
        if total:
            draft.text(self.at(0), "", "total_text")
        else:
            draft.text(self.at(0), self.code, "line_link")
            target = place(draft, "code", self.source)
            draft.sheets[SUMMARY].links[self.at(0)] = target.elsewhere
        draft.text(self.at(1), name, f"{look}_text")
        draft.number(self.at(2), maximum, f"{look}_max")
        assessed, score, verified = (self.at(column).address for column in (3, 4, 8))
        for slot, column, style, formula in (
            ("assessed", 3, "max", self._from("assessed")),
            ("score", 4, "score", self._from("score")),
            ("share", 5, "percent", f'IF({assessed}=0,"",{score}/{assessed})'),
            ("typed", 6, "score", _or_blank(self._from("typed"))),
            ("check", 7, "text", self._from("check")),
            ("verified", 8, "score", self._from("verified")),
            (
                "verified_share",
                9,
                "percent",
                f'IF({assessed}=0,"",IF({verified}="","",{verified}/{assessed}))',
            ),
        ):
            key = Key("summary", self.code, slot)
            draft.formula(key, self.at(column), formula, f"{look}_{style}")

    def plot(self) -> None:
        """What the charts show: an error is no zero, and is named."""
        draft, share = self.draft, self.at(5).address
        there = f"COUNT({share})=1"
        wrong = in_quotes(" " + say("sheet.scored.chart-wrong"))
        name = self.at(1).address
        for slot, column, formula in (
            ("plotted", PLOTTED, f"IF({there},{share},-0.000001)"),
            ("broken", BROKEN, f"IF({there},0,1)"),
            ("label", LABEL, f'{name}&IF({there},"",{wrong})'),
        ):
            draft.formula(Key("summary", self.code, slot), self.at(column), formula, "max")


def _or_blank(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def _caption(draft: Draft, row: int, text: str) -> None:
    at = draft.at(SUMMARY, row, 0)
    draft.text(at, text, "caption")
    draft.merge(SUMMARY, at.to(draft.at(SUMMARY, row, SHOWN)), "caption")


def _heads(draft: Draft, row: int, heads: dict[int, str], last: int = SHOWN) -> None:
    for column in range(last + 1):
        draft.blank(draft.at(SUMMARY, row, column), "header")
    for column, text in heads.items():
        draft.text(draft.at(SUMMARY, row, column), text, "header")


def _charts(draft: Draft, rows: Rows, row: int, total: int) -> None:
    """A radar and bars; an error is a red bar, and its pillar says so."""
    last = total - 1
    names = [SUMMARY, FIRST_LINE, LABEL, last, LABEL]
    shares = [SUMMARY, FIRST_LINE, PLOTTED, last, PLOTTED]
    broken = [SUMMARY, FIRST_LINE, BROKEN, last, BROKEN]
    font = {"name": "Times New Roman", "size": 9}
    share = {
        "name": say("sheet.scored.chart-share"),
        "categories": names,
        "values": shares,
        "fill": {"color": "#9DC3E6"},
        "data_labels": {
            "value": True,
            "num_format": "0%;;0%",
            "font": font,
            "position": "inside_base",
        },
    }
    wrong = {
        "name": say("sheet.scored.chart-broken"),
        "categories": names,
        "values": broken,
        "fill": {"color": "#D9534F"},
    }
    percent = {"min": 0, "max": 1, "num_format": "0%", "num_font": font}
    bars = {
        "type": {"type": "bar", "subtype": "stacked"},
        "series": [share, wrong],
        "title": say("sheet.scored.chart-bars"),
        "legend": {"position": "bottom", "font": font},
        "y_axis": {"reverse": True, "num_font": font},
        "x_axis": percent | {"major_gridlines": {"visible": False}, "visible": False},
        "size": {"width": 500, "height": 310},
    }
    radar = {
        "type": {"type": "radar", "subtype": "filled"},
        "series": [share | {"fill": {"color": "#9DC3E6"}, "data_labels": {"value": False}}],
        "title": say("sheet.scored.chart-radar"),
        "y_axis": percent,
        "size": {"width": 400, "height": 310},
    }
    charts = draft.sheets[SUMMARY].charts
    charts.append((draft.at(SUMMARY, row, 0), bars))
    charts.append((draft.at(SUMMARY, row, 5), radar))


def _found(draft: Draft, rows: Rows, key: str, wanted: str, number: int) -> str:
    """A cell of the row that holds a number in another column of the scoring sheet."""
    area = column_area(draft, wanted, FIRST, rows.last).fixed
    marks = column_area(draft, key, FIRST, rows.last).fixed
    return f"INDEX({area},MATCH({number},{marks},0))"


def _left_out(draft: Draft, rows: Rows, row: int) -> None:
    """The ledger of what is not assessed: row by row, with its maximum and its reason."""
    _caption(draft, row, say("sheet.scored.ledger"))
    heads = {
        0: say("sheet.scored.summary-0"),
        1: say("sheet.scored.indicator"),
        2: say("sheet.scored.column-max"),
        3: say("sheet.scored.column-reason"),
    }
    _heads(draft, row + 1, heads)
    count = f"MAX({column_area(draft, 'left_out', FIRST, rows.last).fixed})"
    merge_from(draft, row + 1, 3, "header")
    for number in range(1, EXCLUSIONS + 1):
        at = row + 1 + number
        for slot, column, style, key in (
            ("code", 0, "line_text", "code"),
            ("name", 1, "line_text", "name"),
            ("max", 2, "line_max", "max"),
            ("reason", 3, "line_text", "reason"),
        ):
            found = _found(draft, rows, "left_out", key, number)
            text = f'{found}&""' if slot == "reason" else found
            formula = f'IF({count}<{number},"",{text})'
            where = draft.at(SUMMARY, at, column)
            draft.formula(Key("left_out_row", str(number), slot), where, formula, style)
        merge_from(draft, at, 3, "line_text")
    more = row + 2 + EXCLUSIONS
    words = in_quotes(" " + say("sheet.scored.ledger-more"))
    formula = f'IF({count}>{EXCLUSIONS},({count}-{EXCLUSIONS})&{words},"")'
    draft.formula(Key("left_out_row", "more"), draft.at(SUMMARY, more, 1), formula, "plain")


def merge_from(draft: Draft, row: int, column: int, style: str) -> None:
    """Join the cells of a line from a column to the last that is shown."""
    first = draft.at(SUMMARY, row, column)
    draft.merge(SUMMARY, first.to(draft.at(SUMMARY, row, SHOWN)), style)


def _gains(draft: Draft, rows: Rows, row: int) -> None:
    """The rows that could still bring most, as the figures stand now."""
    _caption(draft, row, say("sheet.scored.gains"))
    heads = {
        0: say("sheet.scored.summary-0"),
        1: say("sheet.scored.indicator"),
        2: say("sheet.scored.column-max"),
        3: say("sheet.scored.column-gap"),
        4: say("sheet.scored.column-status"),
    }
    _heads(draft, row + 1, heads)
    merge_from(draft, row + 1, 4, "header")
    for number in range(1, GAINS + 1):
        at = row + 1 + number
        # The last place may be past the last row of a short table.
        some = (
            "FALSE"
            if number > len(rows.indicators)
            else (f"{_found(draft, rows, 'rank', 'gap', number)}>0")
        )
        for slot, column, style, key in (
            ("code", 0, "line_text", "code"),
            ("name", 1, "line_text", "name"),
            ("max", 2, "line_max", "max"),
            ("gap", 3, "line_score", "gap"),
            ("status", 4, "line_text", "status"),
        ):
            found = _found(draft, rows, "rank", key, min(number, len(rows.indicators)))
            formula = f'IF({some},{found},"")'
            where = draft.at(SUMMARY, at, column)
            draft.formula(Key("gain", str(number), slot), where, formula, style)
        merge_from(draft, at, 4, "line_text")


def _every_row(draft: Draft, rows: Rows, row: int) -> None:
    """Every row with a link to it; the filter keeps the missing or the wrong ones."""
    _caption(draft, row - 1, say("sheet.scored.every"))
    heads = {
        0: say("sheet.scored.summary-0"),
        1: say("sheet.scored.indicator"),
        2: say("sheet.scored.column-max"),
        3: say("sheet.scored.column-score"),
        4: say("sheet.scored.column-gap"),
        5: say("sheet.scored.column-status"),
    }
    _heads(draft, row, heads, _EVERY_LAST)
    for number, here in enumerate(rows.indicators, 1):
        at, code = row + number, here.code
        link = draft.at(SUMMARY, at, 0)
        draft.text(link, code, "line_link")
        target = place(draft, "code", here.row)
        draft.sheets[SUMMARY].links[link] = target.elsewhere
        draft.text(draft.at(SUMMARY, at, 1), here.indicator.name, "line_text")
        maximum = float(here.indicator.max_score)
        draft.number(draft.at(SUMMARY, at, 2), maximum, "line_max")
        for slot, column, style in (
            ("score", 3, "score"),
            ("gap", 4, "score"),
            ("status", 5, "text"),
        ):
            source = place(draft, slot, here.row).elsewhere
            where = draft.at(SUMMARY, at, column)
            draft.formula(Key("row", code, slot), where, source, f"line_{style}")
