"""The form as a whole: several units, links, the head, and which table it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.model import Table
from tests.support.forms import FormBook, found
from workbooks.files.scan import scan
from workbooks.forms.adopt import recognise


def test_several_units_side_by_side_are_not_mixed(tmp_path: Path) -> None:
    header = ("TT", "Chỉ số", "Điểm tối đa", "Xã Tân Hòa", "Xã Tân Lập", "Xã Tân Sơn")
    form = FormBook(header=header)
    for code in form.rows:
        form.put(code, {"D": 1, "E": 2, "F": 3})
    read = form.read(tmp_path)
    assert found(read) == [("layout-unknown", "", "D1")]
    assert "Xã Tân Hòa, Xã Tân Lập, Xã Tân Sơn" in read.findings[0].message()
    assert {row.status for row in read.rows} == {"unread"}
    assert {row.inputs for row in read.rows} == {None}
    assert {row.typed_score for row in read.rows} == {None}


def test_several_units_one_below_the_other_are_not_mixed(tmp_path: Path) -> None:
    form = FormBook()
    law = form.law
    assert isinstance(law, Table)
    for code in form.rows:
        form.put(code, {"E": 1})
    form.sheet.append(["Xã Tân Lập"])
    for row in law.indicators:
        form.sheet.append([row.code, row.name, float(row.max_score), None, 2])
    read = form.read(tmp_path)
    assert [item.code for item in read.findings] == ["layout-unknown"]
    assert {row.typed_score for row in read.rows} == {None}


def test_several_units_with_two_columns_each(tmp_path: Path) -> None:
    header = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Tự chấm", "Kết quả", "Tự chấm")
    form = FormBook(header=header, head=("",))
    form.sheet["D1"], form.sheet["F1"] = "Xã Tân Hòa", "Xã Tân Lập"
    form.sheet.merge_cells("D1:E1")
    form.sheet.merge_cells("F1:G1")
    for code in form.rows:
        form.put(code, {"E": 2, "G": 3})
    read = form.read(tmp_path)
    assert [item.code for item in read.findings] == ["layout-unknown"]
    assert {row.typed_score for row in read.rows} == {None}


def test_columns_of_judges_are_no_units(tmp_path: Path) -> None:
    header = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Xã tự chấm", "Huyện thẩm định", "Sở TTTT")
    form = FormBook(header=header)
    for code in form.rows:
        form.put(code, {"E": 1, "F": 2, "G": 2})
    read = form.read(tmp_path)
    assert found(read) == []
    assert {row.typed_score for row in read.rows} == {1}


def test_a_column_of_a_table_is_no_link(tmp_path: Path) -> None:
    form = FormBook()
    form.put("1.2", {"E": "=SUM(Bang[2023])"})
    assert [item.code for item in form.read(tmp_path).findings] == ["score-uncached"]


def test_external_links_with_their_cells(tmp_path: Path) -> None:
    form = FormBook()
    form.put("1.2", {"E": "='[khac.xlsx]Sheet1'!A1"})
    read = form.read(tmp_path)
    links = [item for item in read.findings if item.code == "external-link"]
    assert [(item.cell, item.words("actual")) for item in links] == [
        (f"E{form.rows['1.2']}", "khac.xlsx")
    ]


HEADS = {
    "number": "(Kèm theo Quyết định số 1153 /QĐ-UBND ngày 01/6/2023)",
    "province": "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH",
    "title": (
        "Bộ chỉ số và cách tính điểm đánh giá, xếp loại mức độ chuyển đổi số của các sở, ban, ngành"
    ),
}


@pytest.mark.parametrize("words", HEADS.values(), ids=HEADS.keys())
def test_head_of_another_table(tmp_path: Path, words: str) -> None:
    form = FormBook("HD-2024-SO", head=("SỞ NỘI VỤ", words))
    read = form.read(tmp_path)
    assert found(read) == [("table-mismatch", "", "A2")]
    message = read.findings[0].message()
    assert "Các dòng là của bảng HD-2024-SO, không phải " in message
    assert words[:40] in message
    own = FormBook("HB-2023-SO", head=("SỞ NỘI VỤ", words)).read(tmp_path)
    assert found(own) == []


def test_head_that_names_both_is_not_accused(tmp_path: Path) -> None:
    cited = ("UBND TỈNH HẢI DƯƠNG", "Tham khảo kinh nghiệm tỉnh Hòa Bình")
    assert found(FormBook("HD-2024-SO", head=cited).read(tmp_path)) == []
    street = ("Số 5 đường Hòa Bình",)
    assert found(FormBook("HD-2024-SO", head=street).read(tmp_path)) == []


@pytest.mark.parametrize("table", table_ids())
def test_recognised_among_tables_of_all_kinds(tmp_path: Path, table: str) -> None:
    book = Workbook()
    for row in load_law(table).rows:
        book.worksheets[0].append([row.code, row.name])
    book.save(tmp_path / "f.xlsx")
    law = recognise(scan(tmp_path / "f.xlsx"))
    assert law is not None
    assert law.id == table
