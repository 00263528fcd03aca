"""Adopt forms of levels: the example form, and forms in other habits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_levels
from scoring.levels import Criterion, LevelTable, assess_levels
from scoring.thresholds import ValueKind
from texts import text
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt
from workbooks.forms.state import state

FORMS = Path(__file__).parents[1] / "books" / "forms"
FILE = "06-xa-tan-hoa-khung-tieu-chi.xlsx"
TABLE = load_levels("BTTTT-2024-XA")
HEADER = ("TT", "Tên chỉ tiêu", "Đơn vị tính", "Kết quả thực hiện", "Ghi chú")
VALUES = {
    ValueKind.PERCENT: "90%",
    ValueKind.YES_NO: "Có",
    ValueKind.COUNT: 2,
    ValueKind.COUNT_OF_TOTAL: "4/5 hợp tác xã",
}


@pytest.fixture(scope="module")
def entry() -> dict[str, Any]:
    lines = (FORMS / "manifest.jsonl").read_text("utf-8").splitlines()
    return next(entry for line in lines if (entry := json.loads(line))["file"] == FILE)


@pytest.fixture(scope="module")
def form() -> AdoptedForm:
    return adopt(scan(FORMS / FILE), TABLE)


def test_rows_as_in_the_manifest(entry: dict[str, Any], form: AdoptedForm) -> None:
    found = {
        row.code: (row.sheet, row.name_cell, row.cell, row.inputs, row.status) for row in form.rows
    }
    assert found == {
        code: (row["sheet"], row["name_cell"], row["result_cell"], row["inputs"], "read")
        for code, row in entry["rows"].items()
    }
    assert form.findings == ()


def test_level_as_in_the_manifest(entry: dict[str, Any], form: AdoptedForm) -> None:
    stated = form.level
    assert stated is not None
    assert f"{stated.sheet}!{stated.cell}" == entry["typed_level"]["cell"]
    assert stated.value == entry["typed_level"]["value"]
    assessment = assess_levels(TABLE, state(scan(FORMS / FILE), form).submission)
    assert assessment.level == entry["expected_level"]
    assert list(assessment.blocking) == entry["blocking"]


def new_form(
    path: Path,
    cells: dict[str, Any] | None = None,
    *,
    table: LevelTable = TABLE,
    header: tuple[Any, ...] = HEADER,
    above: int = 0,
    end: tuple[Any, ...] = (),
    formats: dict[str, str] | None = None,
    after: tuple[Any, ...] = (),
) -> Path:
    """A form of all criteria; every value meets level 4 where `cells` does not say otherwise."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    for _ in range(above):
        sheet.append(["UBND XÃ"])
    sheet.append(header)
    for group in table.pillars:
        sheet.append([group.code, group.name])
        for number, row in enumerate(group.criteria, 1):
            value = (cells or {}).get(row.code, _usual(row))
            sheet.append([number, row.name, row.unit, value, *after])
            if formats and row.code in formats:
                sheet.cell(sheet.max_row, 4).number_format = formats[row.code]
    sheet.append(())
    if end:
        sheet.append(end)
    book.save(path)
    return path


def _usual(row: Criterion) -> Any:
    return "100%" if row.kind is ValueKind.PERCENT else VALUES.get(row.kind)


def values(form: AdoptedForm) -> dict[str, Any]:
    """What was read, as unit.json writes it."""
    return {
        row.code: row.inputs.get("value", row.inputs) for row in form.rows if row.inputs is not None
    }


def read(path: Path) -> AdoptedForm:
    return adopt(scan(path), TABLE)


@pytest.mark.parametrize(
    ("code", "typed", "number_format", "value"),
    [
        ("I.1", "62%", "General", 62),
        ("I.1", "Đạt 62,5%", "General", 62.5),
        ("I.1", 0.62, "0%", 62),
        ("I.1", 0.62, "General", None),
        ("I.1", "0,62", "General", None),
        ("I.1", 62, "General", 62),
        ("I.1", 1, "General", None),
        ("I.1", 0, "General", 0),
        ("I.1", 1250, "General", None),
        ("I.1", "31/50 thủ tục", "General", 62),
        ("I.1", "Khoảng 62%", "General", None),
        ("I.1", "Đạt", "General", None),
        ("I.4", "Có sử dụng hệ thống", "General", True),
        ("I.4", "Không sử dụng hệ thống", "General", False),
        ("I.4", "Chưa có sử dụng hệ thống", "General", False),
        ("I.4", "Có sử dụng hệ thống (Quyết định số 5/QĐ-UBND)", "General", True),
        ("I.4", "Đã có sử dụng hệ thống", "General", True),
        ("I.4", "Đã sử dụng hệ thống; Báo cáo số 3", "General", True),
        ("I.4", "Sẽ sử dụng hệ thống", "General", None),
        ("I.1", "0/0", "General", None),
        ("II.4", "0/0", "General", {"count": 0, "total": 0}),
        ("II.4", "0/0 hợp tác xã", "General", {"count": 0, "total": 0}),
        ("I.4", "Chưa", "General", False),
        ("I.4", True, "General", True),
        ("I.4", "Không áp dụng", "General", None),
        ("I.4", "Chưa đạt", "General", None),
        ("I.4", "Có hệ thống camera", "General", None),
        ("I.7", 1, "General", 1),
        ("I.7", "01 nhân sự", "General", 1),
        ("I.7", "Tối thiểu 01 nhân sự", "General", None),
        ("II.4", "2/2", "General", {"count": 2, "total": 2}),
        ("II.4", "0/4 doanh nghiệp, hợp tác xã", "General", {"count": 0, "total": 4}),
        ("II.4", 3, "General", {"count": 3}),
        ("II.4", "Có 2 doanh nghiệp, hợp tác xã", "General", {"count": 2}),
        ("II.4", "100%", "General", None),
    ],
)
def test_one_value(tmp_path: Path, code: str, typed: Any, number_format: str, value: Any) -> None:
    path = new_form(tmp_path / "f.xlsx", {code: typed}, formats={code: number_format})
    form = read(path)
    row = next(row for row in form.rows if row.code == code)
    assert values(form).get(code) == value
    assert row.status == ("unread" if value is None else "read")
    assert bool(row.why) == (value is None)
    others = [row.code for row in form.rows if row.status != "read" and row.code != code]
    assert others == []


def test_a_blank_is_missing_and_says_so(tmp_path: Path) -> None:
    path = new_form(tmp_path / "f.xlsx", {"I.2": None, "II.4": "…"})
    form = read(path)
    rows = {row.code: row for row in form.rows}
    for code in ("I.2", "II.4"):
        assert (rows[code].inputs, rows[code].status) == (None, "blank")
        assert rows[code].why == text("form.blank")


@pytest.mark.parametrize("above", [0, 3, 9])
def test_header_in_another_row_and_columns_of_judgement(tmp_path: Path, above: int) -> None:
    """Columns that say which level is met, or whether, are not values."""
    header = (*HEADER[:4], "Đánh giá (Đạt/Chưa đạt)", "Kết quả đạt mức", "Tự đánh giá mức độ")
    path = new_form(tmp_path / "f.xlsx", {}, header=header, above=above, after=("Chưa đạt", 3, 3))
    form = read(path)
    assert [row.code for row in form.rows if row.status != "read"] == []
    assert values(form)["I.1"] == 100
    assert values(form)["II.4"] == {"count": 4, "total": 5}
    assert form.findings == ()


@pytest.mark.parametrize("header", ["Tự đánh giá", "Kết quả"])
def test_a_column_of_levels_alone_is_not_read(tmp_path: Path, header: str) -> None:
    cells = {row.code: 3 for row in TABLE.criteria}
    form = read(new_form(tmp_path / "f.xlsx", cells, header=(*HEADER[:3], header)))
    assert values(form) == {}
    assert {(row.status, str(row.why)) for row in form.rows} == {
        ("unread", "không rõ cột nào ghi kết quả")
    }
    assert [f.indicator for f in form.findings] == [row.code for row in form.rows]
    assert form.findings[0].message().startswith("Chưa đọc chắc được dòng này: không rõ cột nào")


def test_part_and_whole_in_columns(tmp_path: Path) -> None:
    header = (*HEADER[:3], "Tử số", "Mẫu số", "Tỷ lệ (%)")
    for rate, value in (("75%", 75), (None, 75), ("57%", None)):
        path = tmp_path / "f.xlsx"
        cells = {row.code: 3 for row in TABLE.criteria}
        form = read(new_form(path, cells, header=header, after=(4, rate)))
        assert values(form).get("I.1") == value
        assert values(form)["II.4"] == {"count": 3, "total": 4}
        assert "I.4" not in values(form)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ((None, "Kết luận: đơn vị tự đánh giá đạt Mức độ 5 - Toàn diện"), 5),
        ((None, "Xã đạt mức Toàn diện"), 5),
        (("Mức độ chuyển đổi số đạt được:", None, None, 5), 5),
        ((None, "Kết luận: phấn đấu đạt Mức độ 4"), None),
        ((None, "Kết luận: đạt Mức độ 4, chưa đạt Mức độ 5"), None),
        ((None, "Kết luận: đạt Mức độ 4 - Cơ bản"), None),
        ((), None),
    ],
)
def test_the_level_stated(tmp_path: Path, said: tuple[Any, ...], typed: int | None) -> None:
    form = read(new_form(tmp_path / "f.xlsx", end=said))
    assert form.typed_level == typed
    last = 1 + len(TABLE.pillars) + len(TABLE.criteria) + 2
    if typed is not None:
        assert form.level == (typed, "Sheet", f"{'A' if said[0] else 'B'}{last}")
    assert form.findings == ()


def test_the_other_table_of_levels(tmp_path: Path) -> None:
    """HUYEN: the levels of communes stay in words, everything else is read."""
    table = load_levels("BTTTT-2024-HUYEN")
    cells = {row.code: _usual(row) for row in table.criteria if row.code != "I.1"}
    path = new_form(tmp_path / "f.xlsx", {**cells, "I.1": "100% xã đạt mức 3"}, table=table)
    form = adopt(scan(path), table)
    assert {row.code: row.why for row in form.rows if row.status != "read"} == {
        "I.1": text("form.communes")
    }
    assert [(f.code, f.indicator, f.cell) for f in form.findings] == [("row-unread", "I.1", "D3")]
