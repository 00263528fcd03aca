"""Adopt, one cell at a time: what is read, what is left in words, and what is found."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_scored
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt, recognise
from workbooks.forms.legacy_text import _VNI, decode


def small(tmp_path: Path, cells: dict[str, Any], formats: dict[str, str] | None = None) -> Any:
    """A whole VN form in which some rows have a result; 1.1 … stand in printed order."""
    table = load_scored("VN-2024-HUYEN")
    book, rows = Workbook(), {}
    sheet = book.worksheets[0]
    sheet.append(["TT", "Chỉ số", "Điểm tối đa", "Kết quả/Số liệu", "Điểm tự chấm", "Ghi chú"])
    for row in table.indicators:
        sheet.append([row.code, row.name, int(row.max_score), cells.get(row.code)])
        rows[row.code] = sheet.max_row
        if formats and row.code in formats:
            sheet.cell(sheet.max_row, 4).number_format = formats[row.code]
    return table, book, sheet, rows, tmp_path / "form.xlsx"


def adopt_cells(tmp_path: Path, cells: dict[str, Any], **formats: Any) -> AdoptedForm:
    table, book, _, _, path = small(tmp_path, cells, formats.get("formats"))
    book.save(path)
    return adopt(scan(path), table)


@pytest.mark.parametrize(
    ("code", "typed", "number_format", "inputs"),
    [
        ("9.5", 0.85, "0%", {"percent": 85}),
        ("9.5", 85, "General", None),
        ("9.5", "85,5%", "General", {"percent": 85.5}),
        ("9.5", "1.250/2.500 hộ", "General", {"num": 1250, "den": 2500}),
        ("9.5", "Tất cả các hộ", "General", None),
        ("1.2", 3, "General", {"x": 3}),
        ("1.2", "4", "General", {"x": 4}),
        ("3.1", "a=5;b=9", "General", {"a": 5, "b": 9}),
        ("3.1", "15/20", "General", {"a": 15, "b": 20}),
        ("7.8.6", "14/20", "General", {"b": 14, "a": 20}),
        ("3.1", 0.5, "0%", None),
        ("7.5.2", "a: 1; b: 2; c: 1; d: 2", "General", {"a": 1, "b": 2, "c": 1, "d": 2}),
        ("3.2", 2, "General", {"option": 2}),
        ("3.2", "2. Không thực hiện", "General", {"option": 2}),
        ("3.2", "Có", "General", {"option": 1}),
        ("3.2", True, "General", {"option": 1}),
        ("3.2", "KHÔNG", "General", {"option": 2}),
        ("3.2", "- Có thực hiện: Điểm tối đa", "General", {"option": 1}),
        ("3.2", "Có thực hiện nhưng chưa đầy đủ", "General", None),
        ("2.2", 2, "General", None),
        ("2.2", "Đã ban hành", "General", None),
        ("2.4", "Đã ban hành", "General", None),
        ("2.4", "chưa", "General", {"option": 2}),
        ("6.5", 4, "General", None),
        ("5.5", "Không", "General", {"option": 1}),
        ("1.1", "Có", "General", None),
        ("4.2", "Đại học CNTT", "General", {"option": 2}),
        ("4.2", "Co\u0301", "General", None),
    ],
)
def test_one_result(
    tmp_path: Path, code: str, typed: Any, number_format: str, inputs: dict[str, Any] | None
) -> None:
    form = adopt_cells(tmp_path, {code: typed}, formats={code: number_format})
    row = form.by_code[code]
    assert row.inputs == inputs
    assert row.status == ("unread" if inputs is None else "read")
    assert bool(row.why) == (inputs is None)


def codes_at(form: AdoptedForm) -> list[tuple[str, str]]:
    return [(found.code, found.cell) for found in form.findings]


def test_date_is_not_read_and_the_typed_text_is_named(tmp_path: Path) -> None:
    typed = {"7.2": date(2024, 8, 8)}
    table, book, _, rows, path = small(tmp_path, typed, {"7.2": "dd/mm"})
    book.save(path)
    form = adopt(scan(path), table)
    assert form.by_code["7.2"].inputs is None
    place = f"D{rows['7.2']}"
    assert codes_at(form) == [("input-is-date", place), ("row-unread", place)]
    assert form.findings[0].words("expected") == "08/08"


def test_number_as_text_is_read_and_named(tmp_path: Path) -> None:
    form = adopt_cells(tmp_path, {"1.2": "3 "})
    assert form.by_code["1.2"].inputs == {"x": 3}
    assert [code for code, _ in codes_at(form)] == ["number-as-text"]


def change(
    tmp_path: Path, edit: Any, cells: dict[str, Any] | None = None
) -> tuple[AdoptedForm, dict[str, int]]:
    table, book, sheet, rows, path = small(tmp_path, cells or {})
    edit(sheet, rows)
    book.save(path)
    return adopt(scan(path), table), rows


def test_row_missing(tmp_path: Path) -> None:
    form, _ = change(tmp_path, lambda sheet, rows: sheet.delete_rows(rows["9.10"]))
    assert [(f.code, f.indicator) for f in form.findings] == [("row-missing", "9.10")]


def test_row_duplicate_unknown_and_hidden(tmp_path: Path) -> None:
    def edit(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.append(["10.6", "Tổ chức hội thi trực tuyến của huyện", 10, "Có"])
        sheet.append(["3.2", sheet.cell(rows["3.2"], 2).value, 10, "Có"])
        sheet.row_dimensions[rows["4.1"]].hidden = True

    form, rows = change(tmp_path, edit)
    last = max(rows.values())
    assert sorted(codes_at(form)) == [
        ("row-duplicate", f"B{last + 2}"),
        ("row-hidden", f"B{rows['4.1']}"),
        ("row-unknown", f"B{last + 1}"),
    ]
    assert form.unknown_rows == (("10.6", "Tổ chức hội thi trực tuyến của huyện", f"B{last + 1}"),)


def test_maximum_changed_and_maxima_in_words(tmp_path: Path) -> None:
    def edit(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["1.1"], 3).value = "(15 điểm)"
        sheet.cell(rows["1.2"], 3).value = "10 điểm"

    form, rows = change(tmp_path, edit)
    assert codes_at(form) == [("max-score-changed", f"C{rows['1.1']}")]
    assert form.by_code["1.2"].max_shown == 10


def test_excluded_with_and_without_reason(tmp_path: Path) -> None:
    cells = {"3.1": "Không đánh giá: xã không có dân cư", "3.3": "Không đánh giá", "3.2": "Không"}
    form, rows = change(tmp_path, lambda sheet, rows: None, cells)
    assert form.excluded == {"3.1": "xã không có dân cư", "3.3": ""}
    assert codes_at(form) == [("exclusion-without-reason", f"D{rows['3.3']}")]
    assert form.by_code["3.1"].inputs is None


def test_scores_typed_in_words(tmp_path: Path) -> None:
    def edit(sheet: Worksheet, rows: dict[str, int]) -> None:
        typed: dict[str, Any] = {"1.1": "8,5đ", "1.2": "7/10", "1.3": "chưa chấm", "1.4": 6}
        for code, score in typed.items():
            sheet.cell(rows[code], 5).value = score

    form, _ = change(tmp_path, edit)
    scores = [form.by_code[f"1.{n}"].typed_score for n in range(1, 6)]
    assert scores == [Fraction(17, 2), 7, None, 6, None]
    assert {code for code, _ in codes_at(form)} == {"number-as-text"}


@pytest.mark.parametrize("font", ["VNI-Times", "Arial"])
def test_vni_text(tmp_path: Path, font: str) -> None:
    back = {letter: typed for typed, letter in _VNI.items()}
    table, book, sheet, _, path = small(tmp_path, {"3.2": "Có thực hiện"})
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                typed = "".join(back.get(letter, letter) for letter in cell.value)
                assert decode(typed, "VNI") == cell.value
                cell.value, cell.font = typed, Font(name=font)
    book.save(path)
    form = adopt(scan(path), table)
    assert form.by_code["3.2"].inputs == {"option": 1}
    assert codes_at(form) == [("text-legacy-encoding", "B2")]


def test_a_book_without_the_table(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Danh sách cán bộ"])
    book.save(tmp_path / "list.xlsx")
    scanned = scan(tmp_path / "list.xlsx")
    assert recognise(scanned, [load_scored("HB-2023-XA"), load_scored("VN-2024-HUYEN")]) is None
    form = adopt(scanned, load_scored("HB-2023-XA"))
    assert [found.code for found in form.findings] == ["layout-unknown"]
    assert all(row.status == "blank" for row in form.rows)
