"""The sheet of the communes: a name and a level each, counted in hidden columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbooks.levels.communes import HIDDEN_COLUMNS, LEVEL, NAME, commune_formulas
from workbooks.levels.layout import COMMUNE_ROWS, COMMUNES, COMMUNES_FIRST, LevelsLayout
from workbooks.pages import protect, put, rule
from workbooks.styles import Sheet, Styles, row_height
from workbooks.values.cells import Content


def write_communes(
    workbook: Any,
    styles: Styles,
    plan: LevelsLayout,
    write: Callable[[Any, str, str, str], None],
    names: Sequence[str],
    levels: Sequence[Content],
) -> None:
    """Write the sheet. `write`: puts a formula with its stored value (sheet, what, style, code)."""
    sheet = workbook.add_worksheet(COMMUNES, Sheet)
    for column, width in ((0, 6), (NAME, 52), (LEVEL, 16)):
        sheet.set_column(column, column, width)
    sheet.set_column(*HIDDEN_COLUMNS, 6, None, {"hidden": True})
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    table = plan.table
    sheet.set_footer(f"&L&8{table.id} · {table.digest[:12]}&R&8Trang &P/&N")
    sheet.merge_range(0, 0, 0, LEVEL, "MỨC ĐỘ CHUYỂN ĐỔI SỐ CỦA CÁC XÃ", styles["title"])
    if plan.communes is not None:
        criterion = plan.communes.criterion
        title = f"Tiêu chí {criterion.code}: {criterion.name}"
        sheet.merge_range(1, 0, 1, LEVEL, title, styles["subtitle"])
        sheet.set_row(1, row_height((title, 66)))
    note = "Mỗi dòng một xã, phường, thị trấn; mức độ 0–5, 0 là chưa đạt mức nào."
    sheet.merge_range(2, 0, 2, LEVEL, note, styles["note"])
    for column, text in ((0, "TT"), (NAME, "Xã, phường, thị trấn"), (LEVEL, "Mức độ (0–5)")):
        sheet.write_string(COMMUNES_FIRST - 1, column, text, styles["header"])
    sheet.repeat_rows(COMMUNES_FIRST - 1)
    sheet.freeze_panes(COMMUNES_FIRST, 0)
    for number in range(COMMUNE_ROWS):
        row = COMMUNES_FIRST + number
        name = names[number] if number < len(names) else ""
        level = levels[number] if number < len(levels) else None
        sheet.write_number(row, 0, number + 1, styles["count"])
        put(sheet, row, NAME, name or None, styles["input_text"])
        put(sheet, row, LEVEL, level, styles["input_level"])
    last = COMMUNES_FIRST + COMMUNE_ROWS - 1
    sheet.data_validation(COMMUNES_FIRST, LEVEL, last, LEVEL, rule("level"))
    for what, index, *_ in commune_formulas():
        write(sheet, what, "count", str(index))
    protect(sheet)
