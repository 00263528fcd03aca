"""Ranking: the comparison workbook — places, a heat map, charts, dependence, one set a table."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

import xlsxwriter

from texts import say
from workbooks.design.grid import Place
from workbooks.sheets.charts import insert_chart
from workbooks.sheets.styles import FONT, STYLES, Styles
from workbooks.sheets.write import put

_MADE = datetime(2024, 1, 1)
_HEADER = 3
"""The row of the titles, from 0."""

_CHARTED = 40
"""So many units, the first ones, are in the chart of results."""

_ACROSS = 24
"""Columns of the heat map on a printed page."""

_NAME = 31
"""Characters of the name of a sheet."""

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class BookTable:
    """What the workbook shows of one table, in words and floats.

    `ranks` and `depends`: rows of values under their `titles`; a title is (text, width, style).
    `columns`: the columns of the heat map, pillars first; `shares`: for each unit and column the
    share of the maximum (or the level), None where there is none. `pillars`: name and mean share.
    """

    id: str
    kind: str
    state: str
    provisional: bool
    remarks: tuple[str, ...]
    rank_titles: tuple[tuple[str, int, str], ...]
    ranks: tuple[tuple[Value, ...], ...]
    names: tuple[str, ...]
    keys: tuple[float, ...]
    columns: tuple[str, ...]
    shares: tuple[tuple[float | None, ...], ...]
    pillars: tuple[tuple[str, float], ...]
    depends: tuple[tuple[Value, ...], ...] = ()


def ranking_book(tables: Sequence[BookTable], lang: str = "vi") -> bytes:
    """The workbook. The same arguments give the same bytes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"created": _MADE})
        book = _Book(workbook, lang)
        for table in tables:
            book.add(table, alone=len(tables) == 1)
    return target.getvalue()


class _Book:
    """The workbook while it is written."""

    def __init__(self, workbook: Any, lang: str) -> None:
        self.workbook, self.lang = workbook, lang
        self.styles = Styles(workbook)
        self._taken: set[str] = set()

    def t(self, name: str, **data: Any) -> str:
        return say(f"rank.{name}", self.lang, **data)

    def add(self, table: BookTable, alone: bool) -> None:
        """The sheets of one table."""
        self._ranks(table, alone)
        self._map(table, alone)
        if table.depends:
            self._depends(table, alone)
        self._notes(table, alone)

    def _sheet(self, what: str, table: BookTable, alone: bool, widths: Sequence[int]) -> Any:
        called = self.t(f"sheet.{what}")
        name = called if alone else f"{called} {re.sub(r'[^A-Za-z0-9-]', '_', table.id)}"
        name = name[:_NAME]
        while name.casefold() in self._taken:
            name = f"{name[: _NAME - 3]} {len(self._taken)}"
        self._taken.add(name.casefold())
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, self.t("title", table=table.id), self.styles["caption"])
        sheet.write_string(1, 0, table.state, self.styles["line_bold"])
        return sheet

    def _rows(
        self,
        sheet: Any,
        titles: Sequence[tuple[str, int, str]],
        rows: Sequence[Sequence[Value]],
        header: int = _HEADER,
    ) -> None:
        """Titles and rows as a table that can be filtered."""
        for column, (title, _, _) in enumerate(titles):
            sheet.write_string(header, column, title, self.styles["header"])
        for number, row in enumerate(rows, header + 1):
            for column, (value, (_, _, style)) in enumerate(zip(row, titles, strict=True)):
                put(sheet, number, column, value, self.styles[style])
        sheet.autofilter(header, 0, header + max(len(rows), 1), len(titles) - 1)
        sheet.repeat_rows(header)
        sheet.freeze_panes(header + 1, 2)

    def _ranks(self, table: BookTable, alone: bool) -> None:
        titles = table.rank_titles
        sheet = self._sheet("ranks", table, alone, [width for _, width, _ in titles])
        self._rows(sheet, titles, table.ranks)
        last = _HEADER + min(len(table.ranks), _CHARTED)
        chart = {
            "type": {"type": "bar"},
            "title": self.t("chart.units"),
            "series": [
                {
                    "categories": [sheet.name, _HEADER + 1, 1, last, 1],
                    "values": [sheet.name, _HEADER + 1, 2, last, 2],
                    "fill": {"color": "#1F4E78"},
                    "gap": 40,
                }
            ],
            "y_axis": {"reverse": True},
            "x_axis": {"min": 0, "num_format": "0%" if table.kind == "scored" else "0"},
            "size": {"width": 760, "height": 120 + 24 * (last - _HEADER)},
        }
        insert_chart(self.workbook, sheet, Place(sheet.name, len(table.ranks) + 6, 1), chart)

    def _map(self, table: BookTable, alone: bool) -> None:
        widths = [6, 34, *([7] * len(table.columns))]
        sheet = self._sheet("map", table, alone, widths)
        sheet.write_string(2, 0, self.t("map-title"), self.styles["line"])
        centre = "result_count" if table.kind != "scored" else "rate"
        titles = [
            (self.t("rank"), 6, "count"),
            (self.t("unit"), 34, "name"),
            *((name, 8, "map") for name in table.columns),
        ]
        shown = "0%" if table.kind == "scored" else "0"
        plain = {"bold": False, "text_wrap": False, "num_format": shown}
        cell = self.workbook.add_format({**FONT, **STYLES[centre], **plain})
        for column, (title, _, _) in enumerate(titles):
            sheet.write_string(_HEADER, column, title, self.styles["header"])
        ranked = zip(table.ranks, table.names, table.shares, strict=True)
        for number, (row, name, shares) in enumerate(ranked, _HEADER + 1):
            put(sheet, number, 0, row[0], self.styles["count"])
            put(sheet, number, 1, name, self.styles["name"])
            for column, share in enumerate(shares, 2):
                put(sheet, number, column, share, cell)
        last = _HEADER + len(table.names)
        top = 5 if table.kind == "levels" else 1
        sheet.conditional_format(
            _HEADER + 1,
            2,
            max(last, _HEADER + 1),
            max(len(table.columns) + 1, 2),
            {
                "type": "3_color_scale",
                "min_type": "num",
                "mid_type": "num",
                "max_type": "num",
                "min_value": 0,
                "mid_value": top / 2,
                "max_value": top,
                "min_color": "#F2A6A0",
                "mid_color": "#FFF2B3",
                "max_color": "#9FD3A0",
            },
        )
        sheet.freeze_panes(_HEADER + 1, 2)
        sheet.repeat_rows(_HEADER)
        # So many columns are read on several pages, each with the names.
        sheet.fit_to_pages(ceil(len(table.columns) / _ACROSS), 0)
        sheet.repeat_columns(0, 1)
        self._pillars(sheet, table, last + 3)

    def _pillars(self, sheet: Any, table: BookTable, row: int) -> None:
        """The mean of each pillar, as figures and as a chart."""
        if not table.pillars:
            return
        put(sheet, row, 1, self.t("chart.pillars"), self.styles["header"])
        put(sheet, row, 2, self.t("mean"), self.styles["header"])
        for number, (name, mean) in enumerate(table.pillars, row + 1):
            put(sheet, number, 1, name, self.styles["text"])
            put(sheet, number, 2, mean, self.styles["line_percent"])
        last = row + len(table.pillars)
        chart = {
            "type": {"type": "column"},
            "title": self.t("chart.pillars"),
            "series": [
                {
                    "categories": [sheet.name, row + 1, 1, last, 1],
                    "values": [sheet.name, row + 1, 2, last, 2],
                    "fill": {"color": "#1F4E78"},
                    "gap": 60,
                }
            ],
            "y_axis": {"min": 0, "max": 1, "num_format": "0%"},
            "size": {"width": 760, "height": 340},
        }
        insert_chart(self.workbook, sheet, Place(sheet.name, row, 4), chart)

    def _depends(self, table: BookTable, alone: bool) -> None:
        titles = (
            (self.t("row"), 8, "code"),
            (self.t("unit"), 34, "name"),
            (self.t("points"), 12, "line_score"),
            (self.t("holder"), 34, "text"),
            (self.t("best-value"), 14, "text"),
            (self.t("without"), 16, "line_score"),
        )
        sheet = self._sheet("depends", table, alone, [width for _, width, _ in titles])
        self._rows(sheet, titles, table.depends)

    def _notes(self, table: BookTable, alone: bool) -> None:
        sheet = self._sheet("notes", table, alone, [6, 110])
        titles = ((self.t("rank"), 6, "count"), (self.t("note"), 110, "text"))
        sheet.write_string(_HEADER, 1, titles[1][0], self.styles["header"])
        for number, words in enumerate(table.remarks, _HEADER + 1):
            put(sheet, number, 1, words, self.styles["text"])
