"""More layouts: named pillars, sums below, options ticked, years side by side, merged titles."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_scored
from scoring.model import Table
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt

FORMS = Path(__file__).parents[1] / "books" / "forms"
TABLES = ("VN-2024-HUYEN", "HB-2023-SO", "HB-2023-HUYEN", "HB-2023-XA", "HD-2024-SO")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> Table:
    return load_scored(request.param)


def adopted(book: Workbook, folder: Path, table: Table) -> AdoptedForm:
    book.save(folder / "form.xlsx")
    return adopt(scan(folder / "form.xlsx"), table)


def first_sheet(book: Workbook, *header: str) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.append(header)
    return sheet


def test_named_pillars_and_sums_below_them(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = first_sheet(book, "STT", "Tiêu chí", "Điểm chuẩn", "Điểm tự đánh giá", "Tài liệu")
    for number, pillar in enumerate(table.pillars, 1):
        points = int(pillar.max_score)
        sheet.append([f"Trụ cột {ROMAN[number]}: {pillar.name.upper()} ({points} điểm)"])
        sheet.merge_cells(f"A{sheet.max_row}:E{sheet.max_row}")
        for row in pillar.indicators:
            name = unicodedata.normalize("NFD", f"{row.name}\n({int(row.max_score)} điểm)")
            sheet.append([row.code, name, float(row.max_score), 1, "Báo cáo 1.1"])
        sheet.append([None, f"Cộng mục {ROMAN[number]}", points, 3])
    sheet.append([None, "TỔNG ĐIỂM TỰ ĐÁNH GIÁ", float(table.max_score), 77])
    form = adopted(book, tmp_path, table)
    assert [(f.code, f.place) for f in form.findings] == []
    assert {row.typed_score for row in form.rows} == {1}
    assert form.typed_pillars == {pillar.code: 3 for pillar in table.pillars}
    assert form.typed_total == 77


def test_options_one_a_line_with_a_tick(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = first_sheet(book, "TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Tự chấm")
    wanted: dict[str, dict[str, int]] = {}
    for row in table.indicators:
        sheet.append([row.code, row.name, float(row.max_score), None, 1])
        if [slot.name for slot in row.slots] == ["option"]:
            labels = row.slots[0].options
            wanted[row.code] = {"option": len(labels)}
            for ordinal, label in enumerate(labels, 1):
                sheet.append([None, f"- {label}", None, "x" if ordinal == len(labels) else None])
    form = adopted(book, tmp_path, table)
    assert {row.code: row.inputs for row in form.rows if row.inputs} == wanted
    assert form.findings == ()


def test_two_years_side_by_side(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = first_sheet(
        book, "TT", "Chỉ số", "Điểm tối đa", "Kết quả năm 2022", "Điểm tự chấm năm 2022",
        "Kết quả năm 2023", "Điểm tự chấm năm 2023",
    )  # fmt: skip
    wanted = {}
    for row in table.indicators:
        cells: list[Any] = [None, 4, None, 5]
        if [slot.name for slot in row.slots] == ["option"]:
            cells, wanted[row.code] = [1, 4, "Không", 5], True
            cells[0], cells[2] = row.slots[0].options[0], row.slots[0].options[1]
        sheet.append([row.code, row.name, float(row.max_score), *cells])
    form = adopted(book, tmp_path, table)
    assert {row.code: row.inputs for row in form.rows if row.inputs} == {
        code: {"option": 2} for code in wanted
    }
    assert {row.typed_score for row in form.rows} == {5}


def test_formulas_that_were_never_calculated(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = first_sheet(book, "TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Điểm tự chấm")
    for row in table.indicators:
        place = sheet.max_row + 1
        sheet.append([row.code, row.name, float(row.max_score), None, f"=C{place}/2"])
    sheet.append([None, "Tổng cộng", None, None, f"=SUM(E2:E{sheet.max_row})"])
    form = adopted(book, tmp_path, table)
    assert {found.code for found in form.findings} == {"score-uncached"}
    assert [row.score_formula for row in form.rows][:2] == ["C2/2", "C3/2"]
    assert form.typed_total is None
    assert form.total is not None
    assert form.total.cell == f"E{sheet.max_row}"


def test_no_signature_or_note_is_taken_for_a_result(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = first_sheet(book, "TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Điểm tự chấm")
    for row in table.indicators:
        sheet.append([row.code, row.name, float(row.max_score)])
    sheet.append(["Ghi chú: 3.1. Số liệu tạm tính", None, None, "5"])
    sheet.append(["1.1. Theo Công văn số 15", None, None, None])
    sheet.append(["Người lập biểu", None, None, "CHỦ TỊCH"])
    sheet.append([None, None, None, "Nguyễn Văn A"])
    form = adopted(book, tmp_path, table)
    assert {row.status for row in form.rows} == {"blank"}
    assert form.findings == ()
    assert form.unknown_rows == ()


def test_general_information_on_the_same_sheet(tmp_path: Path) -> None:
    table = load_scored("HB-2023-XA")
    book = Workbook()
    sheet = first_sheet(book, "PHẦN A. THÔNG TIN CHUNG")
    sheet.append(["TT", "Nội dung", "Đơn vị tính", "Số liệu"])
    for line in table.info:
        value: Any = {"1.1": "Xã Yên Thượng", "1.4": 5200, "1.6": "1.310 hộ"}.get(line.code)
        sheet.append([line.code, line.label, line.unit, value])
    sheet.append(["PHẦN B. TỰ CHẤM ĐIỂM"])
    sheet.append(["TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Điểm tự chấm"])
    for pillar in table.pillars:
        sheet.append([pillar.code, pillar.name, float(pillar.max_score)])
        for row in pillar.indicators:
            sheet.append([row.code, row.name, float(row.max_score), None, 2])
    form = adopted(book, tmp_path, table)
    assert form.info == {"1.1": "Xã Yên Thượng", "1.4": 5200, "1.6": 1310}
    assert {row.typed_score for row in form.rows} == {2}
    assert form.findings == ()


@pytest.mark.parametrize("fonts", ["kept", "lost"])
def test_tcvn3_with_and_without_its_fonts(fonts: str) -> None:
    book = scan(FORMS / "29-huyen-ky-tan-abc.xlsx")
    sheet = book.sheets[0]
    cells = dict(sheet.cells)
    for place, cell in cells.items():
        cells[place] = cell._replace(font="Arial" if fonts == "lost" else cell.font)
    # One answer typed later, in Unicode.
    cells[20, 5] = cells[20, 5]._replace(value="Có", font="Arial")
    form = adopt(replace(book, sheets=(replace(sheet, cells=cells),)), load_scored("HB-2023-HUYEN"))
    assert form.by_code["1.5"].inputs == {"x": 12, "has_section": True}
    assert form.by_code["6.1"].inputs == {"parts": [True, True]}
    assert [row.code for row in form.rows if row.status != "read"] == []
