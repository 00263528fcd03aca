"""Habits that offices have besides: what must be read of them, and what must be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.assess import assess
from scoring.model import Table
from tests.support.forms import HEADER, FormBook, found
from workbooks.files.book import Book, Cell
from workbooks.files.scan import scan
from workbooks.forms import struck
from workbooks.forms.adopt import adopt, recognise
from workbooks.forms.evidence import split_evidence
from workbooks.forms.form import Typed
from workbooks.forms.state import state

THREAD = "[Threaded comment]\n\nYour version of Excel …\n\nComment:\n    8/9"

HEADER_TWO = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Kết quả (tỷ lệ)")


def only(form: Any, code: str) -> tuple[Any, str, str]:
    row = form.by_code[code]
    return row.inputs, row.status, str(row.why) if row.why else ""


def test_sums_on_another_sheet_than_the_rows(tmp_path: Path) -> None:
    form = FormBook()
    form.put("1.2", {"D": 3, "E": 7.5})
    law = form.law
    assert isinstance(law, Table)
    sheet = form.book.create_sheet("Tổng hợp")
    sheet.append(["TT", "Chỉ số chính", "Điểm tối đa", "Điểm tự chấm"])
    for number, pillar in enumerate(law.pillars, 1):
        sheet.append([pillar.code, pillar.name, float(pillar.max_score), number])
    sheet.append([None, "Tổng điểm", 760, 55])
    sheet.append([None, "Chỉ số DTI", None, "7,24%"])
    read = form.read(tmp_path)
    assert read.total == Typed(55, "Tổng hợp", "D12")
    assert read.index == Typed(Fraction(181, 25), "Tổng hợp", "D13")
    assert read.pillars["10"] == Typed(10, "Tổng hợp", "D11")
    assert found(read) == []


@pytest.mark.parametrize(
    ("title", "value", "number_format", "index"),
    [
        ("Chỉ số DTI", 0.7592, "General", Fraction("75.92")),
        ("Chỉ số chuyển đổi số (%)", 75.92, "General", Fraction("75.92")),
        ("Tỷ lệ đạt so với điểm tối đa", 0.7592, "0.00%", Fraction("75.92")),
        ("Tỷ lệ % so với tổng điểm", "75,92%", "General", Fraction("75.92")),
        ("Chỉ số của huyện bên cạnh", 0.5, "General", None),
    ],
)
def test_index_row(
    tmp_path: Path, title: str, value: Any, number_format: str, index: Fraction | None
) -> None:
    form = FormBook()
    form.sheet.append([None, "TỔNG CỘNG", 760, None, 577])
    form.sheet.append([None, title, None, None, value])
    last = form.sheet.max_row
    form.sheet.cell(last, 5).number_format = number_format
    read = form.read(tmp_path)
    assert read.total == Typed(577, "Sheet", f"E{last - 1}")
    assert read.index == (None if index is None else Typed(index, "Sheet", f"E{last}"))
    assert read.unknown_rows == ()


def test_two_columns_done_and_all(tmp_path: Path) -> None:
    """«Số thực hiện» and «Tổng số»; rows that print their letters the other way round too."""
    header = ("TT", "Chỉ số", "Điểm tối đa", "Số thực hiện", "Tổng số", "Tự chấm")
    form = FormBook(header=header)
    form.put("9.5", {"D": 30, "E": 40})
    form.put("3.1", {"D": 5, "E": 9})
    form.put("7.8.6", {"D": 14, "E": 20})
    form.put("1.2", {"D": 3})
    form.put("7.3", {"D": 8})
    read = form.read(tmp_path)
    assert {row.code: row.inputs for row in read.rows if row.inputs} == {
        "9.5": {"num": 30, "den": 40},
        "3.1": {"a": 5, "b": 9},
        "7.8.6": {"b": 14, "a": 20},
        "1.2": {"x": 3},
    }
    assert only(read, "7.3") == (None, "unread", "mới đọc được num, còn thiếu den")
    assert found(read) == [("row-unread", "7.3", f"D{form.rows['7.3']}")]


@pytest.mark.parametrize(
    ("code", "cells", "inputs", "why"),
    [
        ("3.1", {"D": 5, "E": 10, "F": "50%"}, {"a": 5, "b": 10}, ""),
        ("3.1", {"D": 5, "E": 10, "F": 50}, {"a": 5, "b": 10}, ""),
        ("3.1", {"D": 5, "E": 10, "F": "70%"}, None, "số lượng và tỷ lệ phần trăm không khớp nhau"),
        ("9.5", {"D": 5, "E": 10, "F": 70}, None, "số lượng và tỷ lệ phần trăm không khớp nhau"),
        ("3.2", {"D": "Có thực hiện"}, {"option": 1}, ""),
        ("3.1", {"E": 10}, None, "mới đọc được b, còn thiếu a"),
    ],
)
def test_done_all_and_rate(
    tmp_path: Path, code: str, cells: dict[str, Any], inputs: Any, why: str
) -> None:
    form = FormBook(
        header=("TT", "Chỉ số", "Điểm tối đa", "Số lượng đạt", "Tổng số", "Tỷ lệ (%)", "Tự chấm")
    )
    form.put(code, cells)
    row = form.read(tmp_path).by_code[code]
    assert (row.inputs, str(row.why or "")) == (inputs, why)


def test_a_list_with_a_hole_is_not_read(tmp_path: Path) -> None:
    """HB-SO 6.1 has two parts: one answer of the two says nothing of the row."""
    form = FormBook("HB-2023-SO")
    lines = [{"A": "(1)", "B": "Phần một", "D": "Có"}, {"A": "(2)", "B": "Phần hai"}]
    form.open_below("6.1", lines)
    read = form.read(tmp_path)
    row = read.by_code["6.1"]
    assert (row.inputs, row.figures, row.partial) == (None, {}, {"part1": True})
    assert str(row.why) == "mới đọc được part1, còn thiếu part2"
    assert found(read) == [("row-unread", "6.1", f"D{form.rows['6.1'] + 1}")]


def test_one_sheet_a_pillar_and_its_sums_elsewhere(tmp_path: Path) -> None:
    """The sum below the rows of a pillar's own sheet is no total of the table."""
    law = load_law("HD-2024-SO")
    assert isinstance(law, Table)
    book = Workbook()
    summary = book.worksheets[0]
    summary.title = "Tổng hợp"
    summary.append(["TT", "Chỉ số chính", "Điểm tối đa", "Điểm tự chấm"])
    for pillar in law.pillars:
        sheet = book.create_sheet(f"TC{pillar.code}")
        sheet.append(HEADER)
        for row in pillar.indicators:
            sheet.append([row.code, row.name, float(row.max_score), None, 1])
        sheet.append([None, "Tổng cộng", None, None, int(pillar.code)])
        summary.append([pillar.code, pillar.name, float(pillar.max_score), 50])
    summary.append([None, "Tổng cộng", float(law.max_score), 99])
    book.save(tmp_path / "form.xlsx")
    form = adopt(scan(tmp_path / "form.xlsx"), law)
    assert form.total == Typed(99, "Tổng hợp", f"D{len(law.pillars) + 2}")
    assert form.typed_pillars == {pillar.code: int(pillar.code) for pillar in law.pillars}


def test_lines_called_count_and_total(tmp_path: Path) -> None:
    form = FormBook()
    lines = [{"B": "Số lượng", "D": 14}, {"B": "Tổng số", "D": 20}]
    for code in ("9.5", "3.1", "7.8.6"):
        form.open_below(code, lines)
    form.open_below("7.3", [{"B": "Tổng số", "D": 20}])
    read = form.read(tmp_path)
    assert {row.code: row.inputs for row in read.rows if row.inputs} == {
        "9.5": {"num": 14, "den": 20},
        "3.1": {"a": 14, "b": 20},
        "7.8.6": {"b": 14, "a": 20},
    }
    assert read.by_code["7.8.6"].input_cells == {
        "b": f"D{form.rows['7.8.6'] + 1}",
        "a": f"D{form.rows['7.8.6'] + 2}",
    }
    assert read.by_code["7.3"].status == "unread"


def test_result_and_evidence_in_one_column(tmp_path: Path) -> None:
    header = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả và tài liệu kiểm chứng", "Tự chấm")
    form = FormBook(header=header)
    form.put("9.5", {"D": "30/40 hộ; Báo cáo số 12/BC-UBND ngày 05/01/2024"})
    form.put("3.2", {"D": "Có thực hiện (Quyết định số 15/QĐ-UBND)"})
    form.put("2.4", {"D": "Đã ban hành Kế hoạch số 7/KH-UBND"})
    read = form.read(tmp_path)
    assert read.by_code["9.5"].inputs == {"num": 30, "den": 40}
    assert read.by_code["9.5"].evidence == "Báo cáo số 12/BC-UBND ngày 05/01/2024"
    assert read.by_code["9.5"].text == "30/40 hộ; Báo cáo số 12/BC-UBND ngày 05/01/2024"
    assert read.by_code["3.2"].inputs == {"option": 1}
    assert read.by_code["2.4"].status == "unread"
    given = state(scan(tmp_path / "form.xlsx"), read).submission
    assert given.attached["3.2"] == "Quyết định số 15/QĐ-UBND"


def test_evidence_beside_the_results_is_no_result(tmp_path: Path) -> None:
    header = (*HEADER[:4], "Tài liệu minh chứng số liệu", "Tự chấm")
    form = FormBook(header=header)
    form.put("9.5", {"D": "30/40", "E": "Báo cáo số 12/BC-UBND"})
    row = form.read(tmp_path).by_code["9.5"]
    assert (row.inputs, row.evidence) == ({"num": 30, "den": 40}, "Báo cáo số 12/BC-UBND")
    assert row.text == "30/40"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("90% - theo Báo cáo số 3", ("90%", "theo Báo cáo số 3")),
        ("Có, link: http://x.vn", ("Có", "link: http://x.vn")),
        ("Có", ("Có", "")),
        ("(Báo cáo số 3)", ("(Báo cáo số 3)", "")),
        ("8/10 xã kết nối", ("8/10 xã kết nối", "")),
    ],
)
def test_what_is_evidence(words: str, said: tuple[str, str]) -> None:
    assert split_evidence(words) == said


def test_a_hidden_column_before_a_visible_one(tmp_path: Path) -> None:
    header = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Kết quả", "Điểm tự chấm", "Điểm tự chấm")
    form = FormBook(header=header)
    form.put("9.5", {"D": "10/40", "E": "30/40", "F": 1, "G": 7.5})
    for letter in "DF":
        form.sheet.column_dimensions[letter].hidden = True
    read = form.read(tmp_path)
    row = read.by_code["9.5"]
    assert (row.inputs, row.cell) == ({"num": 30, "den": 40}, f"E{form.rows['9.5']}")
    assert (row.typed_score, row.typed_score_cell) == (Fraction(15, 2), f"G{form.rows['9.5']}")


@pytest.mark.parametrize(
    ("table", "code", "cells", "inputs"),
    [
        ("VN-2024-HUYEN", "3.1", {"D": "Số liệu: a=4, b=3"}, {"a": 4, "b": 3}),
        ("VN-2024-HUYEN", "3.1", {"D": "Kết quả: a = 4; b = 3"}, {"a": 4, "b": 3}),
        ("VN-2024-HUYEN", "3.1", {"D": "Năm 2023: a=4, b=3"}, None),
        ("VN-2024-HUYEN", "7.2", {"D": "8/8 (100%)"}, {"num": 8, "den": 8}),
        ("HD-2024-SO", "5.3", {"D": "0/0"}, {"a": 0, "b": 0}),
        ("HD-2024-SO", "5.3", {"D": "0/0 hệ thống"}, {"a": 0, "b": 0}),
        ("VN-2024-HUYEN", "9.5", {"D": "0/0"}, {"num": 0, "den": 0}),
    ],
)
def test_figures_in_words(
    tmp_path: Path, table: str, code: str, cells: dict[str, Any], inputs: Any
) -> None:
    form = FormBook(table)
    form.put(code, cells)
    row = form.read(tmp_path).by_code[code]
    assert row.inputs == inputs
    assert row.status == ("unread" if inputs is None else "read")


def test_zero_of_zero_is_judged_by_the_law(tmp_path: Path) -> None:
    """HD-SO 5.3 has a rule for no system at all; VN 9.5 has none for no household."""
    for table, code, score, code_found in (
        ("HD-2024-SO", "5.3", 10, set()),
        ("VN-2024-HUYEN", "9.5", None, {"zero-denominator"}),
    ):
        form = FormBook(table)
        form.put(code, {"D": "0/0"})
        read = form.read(tmp_path)
        law = form.law
        assert isinstance(law, Table)
        given = state(scan(tmp_path / "form.xlsx"), read).submission
        row = next(row for row in assess(law, given).rows if row.code == code)
        assert {item.code for item in row.findings} == code_found
        assert (row.score is None) is (score is None)
        if score is not None:
            assert row.score == law.by_code[code].max_score


@pytest.mark.parametrize(
    ("beside", "inputs"),
    [("(100%)", {"num": 8, "den": 8}), (1, {"num": 8, "den": 8}), ("50%", None)],
)
def test_a_rate_in_the_next_cell(tmp_path: Path, beside: Any, inputs: Any) -> None:
    form = FormBook(header=(*HEADER_TWO, "Tự chấm"))
    form.put("7.2", {"D": "8/8", "E": beside})
    if not isinstance(beside, str):
        form.sheet[f"E{form.rows['7.2']}"].number_format = "0%"
    read = form.read(tmp_path)
    assert read.by_code["7.2"].inputs == inputs
    why = "số lượng và tỷ lệ phần trăm không khớp nhau"
    assert str(read.by_code["7.2"].why or why) == why


@pytest.mark.parametrize(
    ("code", "cell", "words", "inputs"),
    [
        ("3.1", "D", "a=5; b=9", {"a": 5, "b": 9}),
        ("3.1", "D", "Lan:\na = 5; b = 9", {"a": 5, "b": 9}),
        ("3.1", "E", "a=5; b=9", {"a": 5, "b": 9}),
        ("3.1", "E", "8/10", None),
        ("7.2", "D", "8/9 xã", {"num": 8, "den": 9}),
        (
            "7.2",
            "D",
            "[Threaded comment]\n\nYour version…\n\nComment:\n    8/9",
            {"num": 8, "den": 9},
        ),
        ("7.2", "D", "Khoảng 8/9 xã", None),
    ],
)
def test_figures_in_a_comment(
    tmp_path: Path, code: str, cell: str, words: str, inputs: Any
) -> None:
    form = FormBook()
    place = f"{cell}{form.rows[code]}"
    form.put(code, {"E": 5})
    form.sheet[place].comment = Comment(words, "Lan")
    row = form.read(tmp_path).by_code[code]
    assert row.inputs == inputs
    if inputs is not None:
        assert str(row.why) == f"đọc từ ghi chú của ô {place}, không phải từ ô"
        assert row.text.startswith(f"[ghi chú ô {place}] ")
        assert set(row.input_cells.values()) == {place}


def test_what_is_struck_is_no_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = FormBook()
    form.put("7.2", {"D": "8/9", "E": 8})
    form.put("7.3", {"D": "4/4", "E": 10})
    places = {f"{letter}{form.rows['7.2']}" for letter in "BDE"}
    monkeypatch.setattr(struck, "is_struck", lambda _, cell: cell.address in places)
    read = form.read(tmp_path)
    row = read.by_code["7.2"]
    assert (row.inputs, row.status, row.text) == (None, "unread", "8/9")
    assert (row.typed_score, row.name_cell) == (None, f"B{form.rows['7.2']}")
    assert str(row.why) == "“8/9” đã bị gạch ngang nên không đọc"
    assert found(read) == [("row-unread", "7.2", f"D{form.rows['7.2']}")]
    assert read.by_code["7.3"].typed_score == 10


@pytest.mark.skipif(not hasattr(Book, "styles"), reason="cells have no styles yet")
def test_struck_figures_are_not_read(tmp_path: Path) -> None:
    form = FormBook()
    form.put("7.2", {"D": "8/9", "E": 8})
    form.put("9.5", {"D": "30/40", "E": 7})
    for letter in "DE":
        form.sheet[f"{letter}{form.rows['7.2']}"].font = Font(strike=True)
    read = form.read(tmp_path)
    row = read.by_code["7.2"]
    assert (row.inputs, row.status, row.typed_score) == (None, "unread", None)
    assert str(row.why) == "“8/9” đã bị gạch ngang nên không đọc"
    assert found(read) == [("row-unread", "7.2", f"D{form.rows['7.2']}")]
    assert read.by_code["9.5"].typed_score == 7


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


def with_formulas(form: FormBook, folder: Path, codes: Sequence[str]) -> Book:
    """The form with its typed scores of some rows as calculated formulas."""
    path = folder / "form.xlsx"
    form.book.save(path)
    book = scan(path)
    sheet = book.sheets[0]
    cells = dict(sheet.cells)
    for code in codes:
        old = cells[form.rows[code], 5]
        cells[form.rows[code], 5] = Cell(
            old.row, old.col, old.kind, old.value, formula=f"C{old.row}/2"
        )
    return replace(book, sheets=(replace(sheet, cells=cells),))


COUNTED = ("9.5", "9.6", "9.7", "9.10", "7.2", "7.3", "7.4")


@pytest.mark.parametrize(
    ("typed", "where", "expected"),
    [
        (("9.7",), ("9.7",), [("formula-overwritten", "9.7")]),
        ((), (), []),
        (("9.7", "9.6", "9.5"), ("9.7", "9.6", "9.5"), []),
    ],
)
def test_one_number_in_a_column_of_formulas(
    tmp_path: Path, typed: Sequence[str], where: Sequence[str], expected: Any
) -> None:
    form = FormBook()
    for code in COUNTED:
        form.put(code, {"D": "5/10", "E": 9 if code in where else 5})
    form.put("3.2", {"D": "Có thực hiện", "E": 10})  # an option is scored by hand
    book = with_formulas(form, tmp_path, [code for code in COUNTED if code not in typed])
    read = adopt(book, form.law)
    assert [(item.code, item.indicator) for item in read.findings] == expected
    for item in read.findings:
        assert item.cell == f"E{form.rows['9.7']}"
        assert (item.data["actual"], item.data["expected"]) == (9, 5)


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
