"""Pages: what every sheet of our workbooks has in common — paper, footer, heading, protection."""

from __future__ import annotations

from typing import Any

from rulesets.laws import Law
from scoring.submission import Submission
from workbooks.layout import INFO
from workbooks.styles import Styles, row_height

NOTE = "Chỉ nhập vào ô vàng. Ô trống là thiếu số liệu, không phải số 0."


def landscape(sheet: Any, law: Law, *, pages_down: int = 0) -> None:
    """A4 landscape, one page across, with the ruleset's id and digest in the footer."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, pages_down)
    sheet.set_footer(f"&L&8{law.id} · {law.digest[:12]}&C&8dti-excel&R&8Trang &P/&N")


def protect(sheet: Any) -> None:
    """Protect everything but the yellow cells, without a password; filter and widths stay free."""
    sheet.protect(
        "",
        {
            "autofilter": True,
            "sort": True,
            "format_columns": True,
            "format_rows": True,
            "insert_rows": False,
        },
    )


def heading(sheet: Any, styles: Styles, law: Law, head: Submission, last: int, note: str) -> None:
    """The first four rows: title, source, unit and period, note. `last`: the last column."""
    middle = last // 2
    sheet.merge_range(0, 0, 0, last, law.title, styles["title"])
    sheet.set_row(0, 24)
    decision = law.decision
    source = ", ".join(p for p in (law.place, decision.number, decision.issuer) if p)
    sheet.merge_range(1, 0, 1, last, f"{source}. {decision.title}", styles["subtitle"])
    sheet.set_row(1, row_height((f"{source}. {decision.title}", 150)))
    sheet.merge_range(2, 0, 2, middle, "", styles["bold"])
    sheet.write_formula(2, 0, f"\"Đơn vị: \"&'{INFO}'!$C$4", styles["bold"], f"Đơn vị: {head.name}")
    sheet.merge_range(2, middle + 1, 2, last, "", styles["bold"])
    sheet.write_formula(
        2,
        middle + 1,
        f"\"Kỳ đánh giá: \"&'{INFO}'!$C$5",
        styles["bold"],
        f"Kỳ đánh giá: {head.period}",
    )
    text = f"{note} Lưu ý: {decision.superseded}" if decision.superseded else note
    sheet.merge_range(3, 0, 3, last, text, styles["note"])
    sheet.set_row(3, row_height((text, 140)))


def signatures(sheet: Any, styles: Styles, row: int, last: int) -> None:
    """The signature block under a table."""
    middle = last // 2
    sign, note = styles["sign"], styles["sign_note"]
    sheet.merge_range(row, middle + 1, row, last, "…, ngày … tháng … năm …", note)
    for column, end, who, how in (
        (0, middle, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        (middle + 1, last, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)"),
    ):
        sheet.merge_range(row + 1, column, row + 1, end, who, sign)
        sheet.merge_range(row + 2, column, row + 2, end, how, note)


def put(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    """Write what stands in a yellow cell: a number, a text, a boolean or nothing."""
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)


def rule(kind: str, lists: str = "") -> dict[str, Any]:
    """The validation of a yellow cell. `kind`: rate, count, answer, level."""
    if kind == "rate":
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_title": "Tỷ lệ từ 0% đến 100%",
            "error_message": "Nhập tỷ lệ phần trăm, ví dụ 85%.",
        }
    if kind == "answer":
        return {
            "validate": "list",
            "source": f"={lists}",
            "error_title": "Có hoặc Không",
            "error_message": "Hãy chọn «Có» hoặc «Không».",
        }
    if kind == "level":
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": 5,
            "error_title": "Mức độ từ 0 đến 5",
            "error_message": "Nhập một số nguyên từ 0 đến 5; 0 là chưa đạt mức nào.",
        }
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": "Cần một số không âm",
        "error_message": "Nhập số, không âm; số lẻ dùng dấu phẩy.",
    }
