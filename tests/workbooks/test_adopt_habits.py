"""Habits of offices that the example forms do not show: small forms made here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_scored
from scoring.model import Indicator, Table
from scoring.slots import SlotKind
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt, recognise

TABLES = (
    "VN-2024-HUYEN",
    "HB-2023-SO",
    "HB-2023-HUYEN",
    "HB-2023-XA",
    "HD-2024-SO",
    "HD-2024-HUYEN",
)
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HEADER = ("TT", "Chỉ số/Chỉ số thành phần", "Điểm tối đa", "Kết quả", "Điểm tự chấm", "Ghi chú")


def figures_of(row: Indicator) -> tuple[dict[str, Any] | None, Any]:
    """Inputs for a row that one cell can say, and what an official would type; None if not."""
    kinds = [slot.kind for slot in row.slots if slot.kind is not SlotKind.COHORT]
    names = [slot.name for slot in row.slots if slot.kind is not SlotKind.COHORT]
    if names == ["option"]:
        return {"option": 2}, row.slots[0].options[1]
    if names[:2] == ["num", "den"] and "option" not in names:
        return {"num": 7, "den": 9}, "7/9"
    if names in (["x"], ["value"]):
        return {names[0]: 5}, 5
    if names == ["percent"]:
        return {"percent": 62.5}, "62,5%"
    if set(kinds) == {SlotKind.NUMBER}:
        inputs = {name: 10 + place for place, name in enumerate(names)}
        return inputs, "; ".join(f"{name}={value}" for name, value in inputs.items())
    return None, None


def scan_and_adopt(book: Workbook, folder: Path, table: Table) -> AdoptedForm:
    path = folder / "form.xlsx"
    book.save(path)
    scanned = scan(path)
    found = recognise(scanned, [load_scored(name) for name in TABLES])
    assert found is not None
    assert found.id == table.id
    return adopt(scanned, table)


def expect_all(form: AdoptedForm, table: Table, score: float | None = 1.5) -> None:
    """Every row that has a simple figure is read, with its score, and nothing is found."""
    wrong = []
    for row in table.indicators:
        adopted, wanted = form.by_code[row.code], figures_of(row)[0]
        if adopted.inputs != wanted or adopted.typed_score != score:
            wrong.append((row.code, wanted, adopted.inputs, adopted.typed_score, adopted.why))
    assert wrong == []
    assert [(f.code, f.place) for f in form.findings] == []
    assert form.unknown_rows == ()


RowWriter = Callable[[Worksheet, Indicator, int], None]


def plain_row(sheet: Worksheet, row: Indicator, place: int) -> None:
    sheet.append([row.code, row.name, float(row.max_score), figures_of(row)[1], 1.5])


def fill(sheet: Worksheet, table: Table, write: RowWriter, roman: bool = False) -> None:
    for number, pillar in enumerate(table.pillars, 1):
        code = ROMAN[number] if roman else pillar.code
        sheet.append([code, pillar.name, float(pillar.max_score), None, 12.5])
        groups = {group.code: group for group in pillar.groups}
        for place, row in enumerate(pillar.indicators, 1):
            parent = row.code.rpartition(".")[0]
            if parent in groups:
                group = groups.pop(parent)
                sheet.append([group.code, group.name, float(group.max_score or 0)])
            write(sheet, row, place)


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> Table:
    return load_scored(request.param)


def new_sheet(header: tuple[str, ...] | None = HEADER) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ"])
    if header:
        sheet.append(header)
    return book, sheet


def test_plain_form(table: Table, tmp_path: Path) -> None:
    book, sheet = new_sheet()
    fill(sheet, table, plain_row)
    sheet.append([None, "TỔNG CỘNG", float(table.max_score), None, 99.5])
    form = scan_and_adopt(book, tmp_path, table)
    expect_all(form, table)
    assert form.typed_total == 99.5
    assert {code for code, _ in form.typed_pillars.items()} == {p.code for p in table.pillars}


def test_no_header_at_all(table: Table, tmp_path: Path) -> None:
    book, sheet = new_sheet(None)
    fill(sheet, table, plain_row)
    expect_all(scan_and_adopt(book, tmp_path, table), table)


def test_code_and_title_in_one_cell(table: Table, tmp_path: Path) -> None:
    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        title = f"{row.code}. {row.name}"
        sheet.append([None, title, float(row.max_score), figures_of(row)[1], 1.5])

    book, sheet = new_sheet(("", *HEADER[1:]))
    fill(sheet, table, write)
    expect_all(scan_and_adopt(book, tmp_path, table), table)


def test_numbering_restarts_in_roman_pillars(table: Table, tmp_path: Path) -> None:
    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        sheet.append([place, row.name, float(row.max_score), figures_of(row)[1], 1.5])

    book, sheet = new_sheet()
    fill(sheet, table, write, roman=True)
    expect_all(scan_and_adopt(book, tmp_path, table), table)


def test_codes_became_dates_or_numbers(table: Table, tmp_path: Path) -> None:
    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        parts = [int(part) for part in row.code.split(".")]
        code: Any = row.code
        if len(parts) == 2:
            code = date(2024, parts[0], parts[1]) if place % 2 else float(row.code)
        sheet.append([code, row.name, float(row.max_score), figures_of(row)[1], 1.5])

    book, sheet = new_sheet()
    fill(sheet, table, write)
    expect_all(scan_and_adopt(book, tmp_path, table), table)


def test_titles_cut_and_misspelt(table: Table, tmp_path: Path) -> None:
    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        words = row.name.split()
        title = " ".join(words[: max(6, len(words) * 3 // 4)]).upper()
        sheet.append([row.code, title, float(row.max_score), figures_of(row)[1], 1.5])

    book, sheet = new_sheet()
    fill(sheet, table, write)
    path = tmp_path / "form.xlsx"
    book.save(path)
    expect_all(adopt(scan(path), table), table)


def test_two_header_rows_numbering_and_total_on_top(table: Table, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for _ in range(4):
        sheet.append([])
    sheet.append(
        ["STT", "Nội dung/Tiêu chí", "ĐVT", "Điểm", None, None, "Kết quả thực hiện", "Căn cứ"]
    )
    sheet.append([None, None, None, "Tối đa", "Đơn vị tự chấm", "Thẩm định", None, None])
    sheet.append([f"({n})" for n in range(1, 9)])
    for area in ("A5:A6", "B5:B6", "C5:C6", "D5:F5", "G5:G6", "H5:H6"):
        sheet.merge_cells(area)
    sheet.append([None, "Tổng điểm", None, float(table.max_score), 321, 300])

    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        note = f"Công văn số {place}.{place}/UBND"
        typed = figures_of(row)[1]
        sheet.append([row.code, row.name, "%", float(row.max_score), 1.5, 1, typed, note])

    for pillar in table.pillars:
        sheet.append([pillar.code, pillar.name.upper(), None, float(pillar.max_score), 7, 6])
        for place, row in enumerate(pillar.indicators, 1):
            write(sheet, row, place)
            if place % 3 == 0:
                sheet.append([])
    sheet.append([])
    sheet.append([None, "Nơi nhận:", None, None, None, None, "CHỦ TỊCH"])
    sheet.append([None, "- Như trên;", None, None, None, None, "Nguyễn Văn A"])
    form = scan_and_adopt(book, tmp_path, table)
    expect_all(form, table)
    assert form.typed_total == 321
    assert set(form.typed_pillars) == {pillar.code for pillar in table.pillars}


def test_one_sheet_a_pillar_and_an_empty_template(table: Table, tmp_path: Path) -> None:
    book, template = new_sheet()
    template.title = "Mẫu"
    for pillar in table.pillars:
        sheet = book.create_sheet(f"Trụ cột {pillar.code}")
        sheet.append(HEADER)
        sheet.append([pillar.code, pillar.name])
        for place, row in enumerate(pillar.indicators, 1):
            plain_row(sheet, row, place)
    form = scan_and_adopt(book, tmp_path, table)
    expect_all(form, table)
    assert {row.sheet for row in form.rows} == {f"Trụ cột {p.code}" for p in table.pillars}


def test_input_lines_in_a_column_of_their_own(table: Table, tmp_path: Path) -> None:
    """Symbols in the code column, meanings beside them, figures far right."""

    def write(sheet: Worksheet, row: Indicator, place: int) -> None:
        inputs, typed = figures_of(row)
        symbols = [s for s in row.slots if len(s.name) == 1 and s.kind is SlotKind.NUMBER]
        if inputs is None or len(symbols) < 2:
            sheet.append([row.code, row.name, float(row.max_score), typed, 1.5])
            return
        sheet.append([row.code, row.name, float(row.max_score), None, 1.5])
        for slot in symbols:
            sheet.append([slot.name, slot.label, None, inputs[slot.name]])

    book, sheet = new_sheet()
    fill(sheet, table, write)
    expect_all(scan_and_adopt(book, tmp_path, table), table)


def test_columns_for_part_whole_and_rate(tmp_path: Path) -> None:
    table = load_scored("VN-2024-HUYEN")
    book, sheet = new_sheet(
        ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Tử số", "Mẫu số", "Tỷ lệ (%)", "Tự chấm")
    )
    wanted: dict[str, dict[str, Any]] = {}
    for row in table.indicators:
        names = [slot.name for slot in row.slots]
        cells: list[Any] = [None, None, None]
        if names == ["num", "den", "percent"]:
            cells, wanted[row.code] = [3, 4, None], {"num": 3, "den": 4}
        sheet.append([row.code, row.name, float(row.max_score), None, *cells, 2])
    form = scan_and_adopt(book, tmp_path, table)
    assert {row.code: row.inputs for row in form.rows if row.inputs} == wanted
