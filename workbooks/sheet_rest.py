"""The other sheets: general information, readings, the cohort's figures, and the hidden ones."""

from __future__ import annotations

from typing import Any

from rulesets.laws import Law
from scoring.assess import Assessment
from scoring.expression import NO, YES
from scoring.submission import Submission
from workbooks.layout import (
    COHORT,
    COHORT_FIRST_ROW,
    COHORT_UNITS,
    INFO,
    LISTS,
    MAP,
    READINGS,
    VERSION,
    Layout,
    input_name,
    name_part,
)
from workbooks.styles import Sheet, Styles, row_height

NAME_ROW, PERIOD_ROW, ONLINE_ROW, INFO_FIRST = 3, 4, 5, 7


def write_info(workbook: Any, styles: Styles, table: Law, submission: Submission) -> None:
    """General information: the unit, the period, and the printed lines with a yellow cell each."""
    sheet = workbook.add_worksheet(INFO, Sheet)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{table.id} · {table.digest[:12]}&R&8Trang &P/&N")
    for column, width in enumerate((8, 62, 26, 14, 30)):
        sheet.set_column(column, column, width)
    sheet.merge_range(0, 0, 0, 4, "THÔNG TIN CHUNG", styles["title"])
    sheet.merge_range(1, 0, 1, 4, table.title, styles["subtitle"])
    sheet.set_row(1, row_height((table.title, 120)))
    for row, label, text in (
        (NAME_ROW, "Tên đơn vị", submission.name),
        (PERIOD_ROW, "Kỳ đánh giá", submission.period),
    ):
        sheet.write_string(row, 0, "", styles["text"])
        sheet.write_string(row, 1, label, styles["name"])
        sheet.write_string(row, 2, text, styles["input_text"])
    if getattr(table, "no_online_services", ()):
        _online_services(workbook, sheet, styles, submission)
    for column, text in enumerate(("TT", "Nội dung", "Nội dung / Số lượng", "Đơn vị", "Ghi chú")):
        sheet.write_string(INFO_FIRST - 1, column, text, styles["header"])
    for offset, line in enumerate(table.info):
        row = INFO_FIRST + offset
        note = "; ".join(part for part in (line.agency, line.note) if part)
        sheet.write_string(row, 0, line.code, styles["code"])
        sheet.write_string(row, 1, line.label, styles["text"])
        value: Any = submission.info.get(line.code)
        if value is None:
            sheet.write_blank(row, 2, None, styles["input_text"])
        elif isinstance(value, bool):
            sheet.write_boolean(row, 2, value, styles["input_text"])
        elif isinstance(value, str):  # as text: «=…» must never become a formula
            sheet.write_string(row, 2, value, styles["input_text"])
        else:
            sheet.write_number(row, 2, float(value), styles["input_number"])
        sheet.write_string(row, 3, line.unit, styles["text"])
        sheet.write_string(row, 4, note, styles["text"])
        sheet.set_row(row, row_height((line.label, 60), (note, 28)))
        workbook.define_name(f"dti_info_{name_part(line.code)}", f"='{INFO}'!$C${row + 1}")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _online_services(workbook: Any, sheet: Any, styles: Styles, submission: Submission) -> None:
    """The mark of a unit without online services, where the decision has a rule for it."""
    sheet.write_string(ONLINE_ROW, 0, "", styles["text"])
    sheet.write_string(
        ONLINE_ROW, 1, "Đơn vị không có dịch vụ công trực tuyến (chọn «Có»)", styles["name"]
    )
    mark = YES if submission.no_online_services else ""
    sheet.write_string(ONLINE_ROW, 2, mark, styles["input_choice"])
    sheet.data_validation(ONLINE_ROW, 2, ONLINE_ROW, 2, {"validate": "list", "source": [YES, NO]})
    workbook.define_name("dti_no_online_services", f"='{INFO}'!$C${ONLINE_ROW + 1}")


def write_readings(workbook: Any, styles: Styles, table: Law) -> None:
    """Every adopted reading with its source, so that a score can be argued about."""
    sheet = workbook.add_worksheet(READINGS, Sheet)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.set_footer(f"&L&8{table.id} · {table.digest[:12]}&R&8Trang &P/&N")
    columns = (
        ("Mục", 12),
        ("Văn bản in", 44),
        ("Cách hiểu được dùng", 34),
        ("Vì sao", 40),
        ("Ảnh hưởng", 34),
        ("Cách hiểu khác", 34),
        ("Mã", 20),
    )
    sheet.merge_range(0, 0, 0, 6, "CÁCH HIỂU CÁC QUY ĐỊNH CHƯA RÕ VÀ CĂN CỨ", styles["title"])
    decision = table.decision
    source = "; ".join(
        part for part in (decision.title, decision.number, decision.date, decision.issuer) if part
    )
    sheet.merge_range(1, 0, 1, 6, source, styles["subtitle"])
    sheet.set_row(1, row_height((source, 200)))
    for column, (text, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, text, styles["header"])
    for row, reading in enumerate(table.readings, 3):
        texts = (
            reading.place,
            reading.printed,
            reading.adopted,
            reading.why,
            reading.effect,
            reading.alternative,
            reading.id,
        )
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, styles["text"])
        sheet.set_row(
            row,
            row_height(*((text, width) for text, (_, width) in zip(texts, columns, strict=True))),
        )
    sheet.protect("", {"format_columns": True, "format_rows": True})


def write_cohort(workbook: Any, styles: Styles, plan: Layout, assessment: Assessment) -> None:
    """The values of all units for the min-max rows; only where the table has any."""
    if not plan.cohorts:
        return
    sheet = workbook.add_worksheet(COHORT, Sheet)
    sheet.set_column(0, 0, 34)
    sheet.write_string(0, 0, "SỐ LIỆU CỦA CÁC ĐƠN VỊ TRONG CỤM (Min-Max)", styles["bold"])
    sheet.write_string(
        1,
        0,
        "Mỗi cột một chỉ số; mỗi dòng một đơn vị, kể cả chính đơn vị này. Tỷ lệ nhập dạng 85%.",
        styles["plain"],
    )
    sheet.write_string(2, 0, "Đơn vị", styles["header"])
    for column, code in enumerate(plan.cohorts, 1):
        sheet.set_column(column, column, 18)
        sheet.write_string(2, column, code, styles["header"])
        values: Any = assessment.submission.figures.get(code, {}).get("cohort") or ()
        known = values if isinstance(values, tuple) else ()
        for offset in range(COHORT_UNITS):
            row = COHORT_FIRST_ROW + offset
            if offset < len(known):
                sheet.write_number(row, column, float(known[offset]), styles["input_number"])
            else:
                sheet.write_blank(row, column, None, styles["input_number"])
        address = plan.cohorts[code]
        workbook.define_name(input_name(code, "cohort"), f"={address}")
    for offset in range(COHORT_UNITS):
        sheet.write_blank(COHORT_FIRST_ROW + offset, 0, None, styles["input_text"])
    sheet.protect("", {"format_columns": True})


def write_hidden(workbook: Any, plan: Layout, edition: str) -> None:
    """The dropdown texts, and the map that says what the workbook is."""
    lists = workbook.add_worksheet(LISTS, Sheet)
    for row, text in enumerate((YES, NO)):
        lists.write_string(row, 0, text)
    for entry in plan.lists.values():
        for offset, text in enumerate(entry.texts):
            lists.write_string(entry.first_row + offset, 0, text)
    lists.hide()
    lists.protect("")
    write_map(workbook, plan.table, edition)


def write_map(workbook: Any, table: Law, edition: str) -> None:
    """What the workbook is: version, table, edition, ruleset, kind."""
    sheet = workbook.add_worksheet(MAP, Sheet)
    for row, (key, value) in enumerate(
        (
            ("dti-excel", VERSION),
            ("table", table.id),
            ("edition", edition),
            ("ruleset", table.digest),
            ("kind", table.kind),
        )
    ):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
    sheet.protect("")
