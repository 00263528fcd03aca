"""Charts: native charts of a sheet, from plain descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbooks.design.grid import Place

FONT = {"name": "Times New Roman", "size": 10}


def insert_chart(workbook: Any, sheet: Any, place: Place, chart: Mapping[str, Any]) -> None:
    """Put a chart at a place.

    `chart`: `type` as XlsxWriter takes it (`{"type": "bar"}`), `series` (a list), `title`, and any
    of `legend`, `x_axis`, `y_axis`, `size`; texts are in the look of the house.
    """
    made = workbook.add_chart(dict(chart["type"]))
    for series in chart["series"]:
        made.add_series(dict(series))
    made.set_title({"name": chart["title"], "name_font": {**FONT, "size": 12}})
    made.set_legend(dict(chart.get("legend", {"none": True})))
    for axis in ("x_axis", "y_axis"):
        getattr(made, f"set_{axis}")({"num_font": FONT, **chart.get(axis, {})})
    made.set_size(dict(chart["size"]))
    sheet.insert_chart(place.row, place.column, made)
