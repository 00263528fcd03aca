"""The counts of a plan's workbook: per lead agency, and per pillar with a chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbooks.layout import SUMMARY
from workbooks.pages import landscape, protect
from workbooks.plans.formulas import AGENCY_FIRST, SUMMARY_COLUMNS, SUMMARY_FIRST, summary_rows
from workbooks.plans.layout import AGENCIES, TALLIES, PlanLayout
from workbooks.styles import Sheet, Styles, row_height
from workbooks.units import Unit

Put = Callable[[Any, str, str, str], None]
"""Puts a formula with its stored value: sheet, what, style, code."""

_AGENCY_HEAD = (
    ("TT", 6.0),
    ("Cơ quan chủ trì", 44.0),
    ("Số chỉ tiêu", 10.0),
    ("Đạt", 9.0),
    ("Chưa đạt", 9.0),
    ("Không xét", 9.0),
    ("Các chỉ tiêu", 62.0),
)
_SUMMARY_HEAD = (
    ("Phần", 7.0),
    ("TT", 7.0),
    ("Chỉ số chính", 40.0),
    ("Số chỉ tiêu", 10.0),
    ("Đạt", 9.0),
    ("Chưa đạt", 9.0),
    ("Không xét", 9.0),
    ("Tỷ lệ đạt trên số đã xét", 13.0),
)
_LABEL_COLUMN = len(_SUMMARY_HEAD) + 3
"""The hidden texts beside the bars: part and pillar."""
_COLOURS = {"met": "#4E9A51", "not_met": "#C0504D", "not_judged": "#BFBFBF"}


def write_agencies(workbook: Any, styles: Styles, layout: PlanLayout, put: Put) -> None:
    """Per lead agency: how many rows, how many met, not met, not judged, and which."""
    sheet = workbook.add_worksheet(AGENCIES, Sheet)
    landscape(sheet, layout.plan)
    last = len(_AGENCY_HEAD) - 1
    sheet.merge_range(0, 0, 0, last, "KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ", styles["title"])
    sheet.merge_range(1, 0, 1, last, layout.plan.title, styles["subtitle"])
    note = (
        "Dòng in nhiều cơ quan được đếm cho từng cơ quan, nên tổng các dòng lớn hơn số chỉ tiêu. "
        f"Báo cáo trước ngày {layout.plan.deadline} hằng năm."
    )
    sheet.merge_range(2, 0, 2, last, note, styles["note"])
    for column, (text, width) in enumerate(_AGENCY_HEAD):
        sheet.set_column(column, column, width)
        sheet.write_string(AGENCY_FIRST - 1, column, text, styles["header"])
    sheet.set_row(AGENCY_FIRST - 1, 33)
    sheet.repeat_rows(AGENCY_FIRST - 1)
    sheet.freeze_panes(AGENCY_FIRST, 0)
    for number, (agency, places) in enumerate(layout.by_agency.items()):
        row = AGENCY_FIRST + number
        codes = ", ".join(place.target.code for place in places)
        sheet.write_number(row, 0, number + 1, styles["count"])
        sheet.write_string(row, 1, agency, styles["name"])
        for what in ("total", *TALLIES):
            put(sheet, f"agency_{what}", "count", agency)
        sheet.write_string(row, last, codes, styles["text"])
        sheet.set_row(row, row_height((agency, _AGENCY_HEAD[1][1] * 0.9), (codes, 60)))
    protect(sheet)


def write_plan_summary(
    workbook: Any, styles: Styles, layout: PlanLayout, unit: Unit, put: Put
) -> None:
    """Per pillar of each part, and everything, with a stacked bar chart."""
    sheet = workbook.add_worksheet(SUMMARY, Sheet)
    landscape(sheet, layout.plan, pages_down=1)
    sheet.set_portrait()
    last = len(_SUMMARY_HEAD) - 1
    sheet.merge_range(0, 0, 0, last, "TỔNG HỢP THEO CHỈ SỐ CHÍNH", styles["title"])
    title = f"{layout.plan.title}. {unit.name}".rstrip(". ")
    sheet.merge_range(1, 0, 1, last, title, styles["subtitle"])
    sheet.set_row(1, row_height((title, 95)))
    for column, (text, width) in enumerate(_SUMMARY_HEAD):
        sheet.set_column(column, column, width)
        sheet.write_string(SUMMARY_FIRST - 1, column, text, styles["header"])
    sheet.set_row(SUMMARY_FIRST - 1, 33)
    names = {f"{p.part}.{p.code}": p for _, p in layout.pillars}
    for key, row, _ in summary_rows(layout):
        pillar = names.get(key)
        style = "count" if pillar else "count_bold"
        texts = (pillar.part, pillar.code, pillar.name) if pillar else ("", "", "Tất cả")
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, styles["code" if pillar else "pillar"])
        if pillar:
            sheet.write_string(row, _LABEL_COLUMN, f"{pillar.part} – {pillar.name}")
        for what in SUMMARY_COLUMNS:
            share = "percent" if pillar else "share_bold"
            put(sheet, f"pillar_{what}", share if what == "share" else style, key)
    sheet.set_column(_LABEL_COLUMN, _LABEL_COLUMN, 30, None, {"hidden": True})
    _chart(workbook, sheet, len(names))
    protect(sheet)


def _chart(workbook: Any, sheet: Any, pillars: int) -> None:
    first, last = SUMMARY_FIRST, SUMMARY_FIRST + pillars - 1
    font = {"name": "Times New Roman", "size": 10}
    bar = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for what in TALLIES:
        column = SUMMARY_COLUMNS[what]
        bar.add_series(
            {
                "name": [SUMMARY, SUMMARY_FIRST - 1, column],
                "categories": [SUMMARY, first, _LABEL_COLUMN, last, _LABEL_COLUMN],
                "values": [SUMMARY, first, column, last, column],
                "fill": {"color": _COLOURS[what]},
                "gap": 40,
            }
        )
    bar.set_title({"name": "Số chỉ tiêu theo chỉ số chính", "name_font": {**font, "size": 12}})
    bar.set_legend({"position": "bottom", "font": font})
    bar.set_x_axis({"num_font": font, "major_gridlines": {"visible": True}})
    bar.set_y_axis({"reverse": True, "num_font": font})
    bar.show_hidden_data()
    bar.set_size({"width": 780, "height": 560})
    sheet.insert_chart(last + 4, 0, bar)
