"""Bars: one look for the stacked bars of counts by state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_FONT = {"name": "Times New Roman", "size": 10}
COLOURS = {
    "met": "#4E9A51",
    "not": "#C0504D",
    "not_met": "#C0504D",
    "missing": "#D9D9D9",
    "wrong": "#F2A33A",
    "not_judged": "#9DB7D5",
}
"""An error is not a zero, and a figure not there yet is neither met nor missed."""


def stacked_bars(
    sheet: str,
    title: str,
    rows: tuple[int, int],
    states: Sequence[str],
    *,
    size: tuple[int, int],
    shares: bool = False,
) -> Mapping[str, Any]:
    """A chart as `workbooks.sheets.charts` takes it.

    `rows`: first and last row; labels stand in column A, states from column C on, each under its
    title. `size`: width and height in pixels; `shares`: every bar is 100% long.
    """
    first, last = rows
    series = [
        {
            "name": [sheet, first - 1, column],
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, column, last, column],
            "fill": {"color": COLOURS[state]},
            "gap": 45,
        }
        for column, state in enumerate(states, 2)
    ]
    return {
        "type": {"type": "bar", "subtype": "percent_stacked" if shares else "stacked"},
        "series": series,
        "title": title,
        "legend": {"position": "bottom", "font": _FONT},
        "x_axis": {
            "major_gridlines": {"visible": True},
            "num_format": "0%" if shares else "0",
        },
        "y_axis": {"reverse": True},
        "size": {"width": size[0], "height": size[1]},
    }
