"""The summary sheet: pillar by pillar, totals, index, and two charts."""

from __future__ import annotations

from typing import Any

from scoring.assess import Assessment
from workbooks.layout import SCORING, SUMMARY, TOTAL_ROW, IndicatorPlace, Layout, cell
from workbooks.sheet_scoring import ERROR, score_value
from workbooks.styles import Sheet, Styles, row_height

_HEAD = (
    ("TT", 6.0),
    ("Chỉ số chính", 38.0),
    ("Điểm tối đa", 11.0),
    ("Điểm", 11.0),
    ("Tỷ lệ", 9.0),
    ("Điểm nhập tay", 11.0),
    ("Khớp / lệch", 12.0),
)
_FIRST = 4


def write_summary(workbook: Any, styles: Styles, plan: Layout, assessment: Assessment) -> None:
    """Write the sheet; figures are formulas on the scoring sheet with cached values."""
    sheet = workbook.add_worksheet(SUMMARY, Sheet)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_footer(f"&L&8{plan.table.id} · {plan.table.digest[:12]}&R&8Trang &P/&N")
    sheet.merge_range(0, 0, 0, 6, f"TỔNG HỢP: {plan.table.title}", styles["title"])
    sheet.set_row(0, row_height((plan.table.title, 80)) + 8)
    title = styles["title"]
    title.set_text_wrap()
    sheet.merge_range(1, 0, 1, 6, assessment.submission.name, styles["subtitle"])
    for column, (text, width) in enumerate(_HEAD):
        sheet.set_column(column, column, width)
        sheet.write_string(_FIRST - 1, column, text, styles["header"])
    sheet.set_row(_FIRST - 1, 33)
    row = _FIRST
    pillars = {pillar.code: pillar for pillar in assessment.pillars}
    wrong = {r.indicator.pillar for r in assessment.rows if score_value(r) == ERROR}
    typed = assessment.submission.typed
    for place in plan.pillars:
        code = place.pillar.code
        sheet.write_string(row, 0, code, styles["code"])
        sheet.write_string(row, 1, place.pillar.name, styles["text"])
        sheet.set_row(row, row_height((place.pillar.name, 36)))
        _figures(
            sheet,
            styles,
            row,
            place.row,
            float(pillars[code].max_score),
            ERROR if code in wrong else float(pillars[code].score),
            _number(typed.get(code)),
        )
        row += 1
    last = row - 1
    sheet.write_string(row, 0, "", styles["pillar"])
    sheet.write_string(row, 1, "Tổng cộng", styles["pillar"])
    total: float | str = ERROR if wrong else float(assessment.total)
    _figures(
        sheet,
        styles,
        row,
        TOTAL_ROW,
        float(assessment.max_score),
        total,
        _number(typed.get("total")),
    )
    workbook.define_name("dti_max_assessed", f"='{SUMMARY}'!$C${row + 1}")
    index_row = row + 2
    index = assessment.index
    sheet.write_string(index_row, 1, "Chỉ số (điểm / điểm tối đa, %)", styles["name"])
    sheet.write_formula(
        index_row,
        3,
        f'=IF(C{row + 1}=0,"",D{row + 1}/C{row + 1}*100)',
        styles["index"],
        ERROR if wrong else ("" if index is None else float(index)),
    )
    workbook.define_name("dti_index", f"='{SUMMARY}'!$D${index_row + 1}")
    first, end = cell("counted", plan.pillars[0].row), cell("counted", plan.last_row)
    waiting = sum(1 for r in assessment.rows if r.counts and not isinstance(score_value(r), float))
    scored = len(assessment.rows)
    sheet.write_string(
        index_row + 1, 1, "Số dòng chưa có điểm (thiếu hoặc sai số liệu)", styles["name"]
    )
    sheet.write_formula(
        index_row + 1,
        3,
        f"={scored}-COUNT('{SCORING}'!{first}:{end})-({_marked(plan.indicators)})",
        styles["max"],
        waiting,
    )
    sheet.set_row(index_row + 1, 33)
    _charts(workbook, sheet, last, row)
    sheet.protect("", {"format_columns": True})


def _marked(places: tuple[IndicatorPlace, ...]) -> str:
    """How many rows are marked as not assessed."""
    return "+".join(f"IF('{SCORING}'!{cell('excluded', p.row)}=\"Có\",1,0)" for p in places)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _figures(
    sheet: Any,
    styles: Styles,
    row: int,
    source: int,
    maximum: float,
    score: float | str,
    typed: float | None,
) -> None:
    def at(key: str) -> str:
        return f"'{SCORING}'!{cell(key, source)}"

    sheet.write_formula(row, 2, f"={at('assessed')}", styles["max"], maximum)
    sheet.write_formula(row, 3, f"={at('score')}", styles["score"], score)
    share = score / maximum if isinstance(score, float) and maximum else ""
    sheet.write_formula(
        row,
        4,
        f'=IF(C{row + 1}=0,"",D{row + 1}/C{row + 1})',
        styles["percent"],
        ERROR if score == ERROR else share,
    )
    sheet.write_formula(
        row,
        5,
        f'=IF({at("typed")}="","",{at("typed")})',
        styles["score"],
        "" if typed is None else typed,
    )
    agreed: str = ""
    if typed is not None:
        agreed = ERROR if score == ERROR else _agreed(typed, float(score))
    sheet.write_formula(
        row,
        6,
        f'=IF(F{row + 1}="","",IF(ROUND(MAX(F{row + 1}-D{row + 1},D{row + 1}-F{row + 1}),10)'
        f'<=0.005,"Khớp","Lệch"))',
        styles["text"],
        agreed,
    )


def _agreed(typed: float, score: float) -> str:
    return "Khớp" if round(abs(typed - score), 10) <= 0.005 else "Lệch"


def _charts(workbook: Any, sheet: Any, last: int, below: int) -> None:
    names = [SUMMARY, _FIRST, 1, last, 1]
    shares = [SUMMARY, _FIRST, 4, last, 4]
    font = {"name": "Times New Roman", "size": 10}
    radar = workbook.add_chart({"type": "radar", "subtype": "filled"})
    radar.add_series(
        {"name": "Tỷ lệ đạt", "categories": names, "values": shares, "fill": {"color": "#9DC3E6"}}
    )
    radar.set_title({"name": "Tỷ lệ đạt theo chỉ số chính", "name_font": {**font, "size": 12}})
    radar.set_legend({"none": True})
    radar.set_y_axis({"min": 0, "max": 1, "num_format": "0%", "num_font": font})
    radar.set_x_axis({"num_font": font})
    radar.set_size({"width": 460, "height": 380})
    sheet.insert_chart(_FIRST - 1, 8, radar)
    bar = workbook.add_chart({"type": "bar"})
    bar.add_series(
        {
            "name": "Tỷ lệ đạt",
            "categories": names,
            "values": shares,
            "fill": {"color": "#1F4E78"},
            "data_labels": {"value": True, "num_format": "0%", "font": font},
        }
    )
    bar.set_title({"name": "Tỷ lệ đạt so với điểm tối đa", "name_font": {**font, "size": 12}})
    bar.set_legend({"none": True})
    bar.set_x_axis({"min": 0, "max": 1, "num_format": "0%", "num_font": font})
    bar.set_y_axis({"reverse": True, "num_font": font})
    bar.set_size({"width": 700, "height": 300})
    sheet.insert_chart(below + 6, 1, bar)
