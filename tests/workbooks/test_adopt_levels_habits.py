"""Levels in other habits: pairs of lines and columns, rates beside counts, evidence in the cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from scoring.thresholds import ValueKind
from tests.workbooks.test_adopt_levels import HEADER, TABLE, new_form, read, values


def test_count_and_total_on_lines_below(tmp_path: Path) -> None:
    """«Số lượng» and «Tổng số» below a criterion: a rate where it asks for one."""
    cases = {
        ("II.4", "Số lượng", "Tổng số"): {"count": 3, "total": 4},
        ("I.1", "- Số lượng:", "- Tổng số:"): 75,
        ("I.1", "Số đã thực hiện", "Tổng số thủ tục"): 75,
    }
    for number, ((code, part, whole), value) in enumerate(cases.items()):
        path = new_form(tmp_path / f"{number}.xlsx", {code: None})
        book = load_workbook(path)
        sheet = book.worksheets[0]
        row = 1 + next(cell.row for cell in sheet["B"] if cell.value == TABLE.by_code[code].name)
        sheet.insert_rows(row, 2)
        for place, (label, figure) in enumerate(((part, 3), (whole, 4))):
            sheet.cell(row + place, 2).value, sheet.cell(row + place, 4).value = label, figure
        book.save(path)
        assert values(read(path)).get(code) == value


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (("7/9", "(78%)"), 700 / 9),
        (("8/8", "100%"), 100),
        (("7/9", "(60%)"), None),
        (("75%", "80%"), None),
        (("75%", "Đạt"), 75),
    ],
)
def test_a_rate_beside_its_counts(tmp_path: Path, cells: tuple[str, str], value: Any) -> None:
    header = (*HEADER[:4], "Kết quả (tỷ lệ)")
    path = new_form(tmp_path / "f.xlsx", {"I.1": cells[0]}, header=header)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(3, 5).value = cells[1]
    book.save(path)
    form = read(path)
    assert values(form).get("I.1") == (value if value is None else pytest.approx(value))
    assert form.by_code["I.1"].cell == "D3"


def test_columns_done_and_all(tmp_path: Path) -> None:
    """«Số thực hiện» and «Tổng số»; a row of yes and no has its answer in the first."""
    header = (*HEADER[:3], "Số thực hiện", "Tổng số", "Ghi chú")
    cells = {row.code: "Có" if row.kind is ValueKind.YES_NO else None for row in TABLE.criteria}
    path = new_form(tmp_path / "f.xlsx", {**cells, "I.1": 3, "II.4": 3, "I.2": 3}, header=header)
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        if row[1].value in (TABLE.by_code["I.1"].name, TABLE.by_code["II.4"].name):
            row[4].value = 4
    book.save(path)
    form = read(path)
    assert values(form)["I.1"] == 75
    assert values(form)["II.4"] == {"count": 3, "total": 4}
    assert values(form)["I.4"] is True
    lonely = form.by_code["I.2"]
    assert (lonely.status, lonely.inputs) == ("unread", None)
    assert str(lonely.why) == "chưa đủ hoặc chưa rõ số lượng và tổng số"


def test_evidence_in_the_cell(tmp_path: Path) -> None:
    header = (*HEADER[:3], "Kết quả và tài liệu kiểm chứng")
    cells = {"I.1": "62%; Báo cáo số 5/BC-UBND", "I.4": "Có - QĐ số 7/QĐ-UBND"}
    form = read(new_form(tmp_path / "f.xlsx", cells, header=header))
    assert (values(form)["I.1"], values(form)["I.4"]) == (62, True)
    assert form.by_code["I.1"].evidence == "Báo cáo số 5/BC-UBND"
    assert form.by_code["I.1"].text == "62%; Báo cáo số 5/BC-UBND"
