"""Sums that stand elsewhere, the index, and numbers among formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from rulesets.laws import load_law
from scoring.model import Table
from tests.support.forms import HEADER, FormBook, found
from workbooks.files.book import Book, Cell
from workbooks.files.scan import scan
from workbooks.forms.adopt import adopt
from workbooks.forms.form import Typed


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
