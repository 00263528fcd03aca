"""Adopt forms of levels: the example form, and forms in other habits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.levels import load_levels
from scoring.levels import Criterion, LevelTable
from scoring.thresholds import ValueKind
from tests.support.level_units import best_values
from workbooks.files.scan import scan
from workbooks.levels.foreign import AdoptedLevels, adopt_levels
from workbooks.reconcile import Reconciliation, check_file

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
def form() -> AdoptedLevels:
    return adopt_levels(scan(FORMS / FILE), TABLE)


def test_rows_as_in_the_manifest(entry: dict[str, Any], form: AdoptedLevels) -> None:
    found = {
        row.code: (row.sheet, row.name_cell, row.cell, row.inputs, row.status) for row in form.rows
    }
    assert found == {
        code: (row["sheet"], row["name_cell"], row["result_cell"], row["inputs"], "read")
        for code, row in entry["rows"].items()
    }
    assert form.findings == ()


def test_level_as_in_the_manifest(entry: dict[str, Any], form: AdoptedLevels) -> None:
    stated = form.typed_level
    assert stated is not None
    assert f"{stated.sheet}!{stated.cell}" == entry["typed_level"]["cell"]
    assert stated.value == entry["typed_level"]["value"]
    assessment = form.unit.assess_levels()
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


def read(path: Path) -> AdoptedLevels:
    return adopt_levels(scan(path), TABLE)


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
    assert form.values.get(code) == value
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
        assert rows[code].why == "chưa có số liệu"
    result = check_file(path)
    assert (result.verdict, result.exit_status) == ("incomplete", 0)
    missing = {f.indicator: f.cell for f in result.findings if f.code == "input-missing"}
    assert missing == {"I.2": rows["I.2"].cell, "II.4": rows["II.4"].cell}


@pytest.mark.parametrize("above", [0, 3, 9])
def test_header_in_another_row_and_columns_of_judgement(tmp_path: Path, above: int) -> None:
    """Columns that say which level is met, or whether, are not values."""
    header = (*HEADER[:4], "Đánh giá (Đạt/Chưa đạt)", "Kết quả đạt mức", "Tự đánh giá mức độ")
    path = new_form(tmp_path / "f.xlsx", {}, header=header, above=above, after=("Chưa đạt", 3, 3))
    form = read(path)
    assert [row.code for row in form.rows if row.status != "read"] == []
    assert form.values["I.1"] == 100
    assert form.values["II.4"] == {"count": 4, "total": 5}
    assert form.findings == ()


@pytest.mark.parametrize("header", ["Tự đánh giá", "Kết quả"])
def test_a_column_of_levels_alone_is_not_read(tmp_path: Path, header: str) -> None:
    cells = {row.code: 3 for row in TABLE.criteria}
    form = read(new_form(tmp_path / "f.xlsx", cells, header=(*HEADER[:3], header)))
    assert form.values == {}
    assert {(row.status, row.why) for row in form.rows} == {
        ("unread", "không rõ cột nào ghi kết quả")
    }


def test_part_and_whole_in_columns(tmp_path: Path) -> None:
    header = (*HEADER[:3], "Tử số", "Mẫu số", "Tỷ lệ (%)")
    for rate, value in (("75%", 75), (None, 75), ("57%", None)):
        path = tmp_path / "f.xlsx"
        cells = {row.code: 3 for row in TABLE.criteria}
        form = read(new_form(path, cells, header=header, after=(4, rate)))
        assert form.values.get("I.1") == value
        assert form.values["II.4"] == {"count": 3, "total": 4}
        assert "I.4" not in form.values


def checked(path: Path, said: tuple[Any, ...], **cells: Any) -> Reconciliation:
    return check_file(new_form(path, {k.replace("_", "."): v for k, v in cells.items()}, end=said))


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
def test_the_level_stated_is_the_level_computed(
    tmp_path: Path, said: tuple[Any, ...], typed: int | None
) -> None:
    result = checked(tmp_path / "f.xlsx", said)
    assert result.examined is not None
    assert result.to_json()["level"] == {"typed": typed, "sheet": None, "engine": 5}
    assert {found.code for found in result.findings} <= {"table-superseded", "reading-applied"}
    assert (result.verdict, result.exit_status) == ("match", 0)


def test_a_wrong_level_is_found_at_its_cell(tmp_path: Path) -> None:
    for stated in (1, 4, 5):
        said = (None, f"Kết luận: đơn vị tự đánh giá đạt mức độ {stated}")
        result = checked(tmp_path / "f.xlsx", said, I_2="36%")
        found = [f for f in result.findings if f.code == "level-mismatch"]
        assert len(found) == 1
        assert found[0].cell.startswith("B")
        assert found[0].words("expected") == "2 (Kết nối)"
        assert (result.verdict, result.exit_status) == ("mismatch", 1)


def test_a_level_is_not_accused_for_what_could_not_be_read(tmp_path: Path) -> None:
    said = (None, "Kết luận: đơn vị tự đánh giá đạt mức độ 3")
    result = checked(tmp_path / "f.xlsx", said, I_2="Khoảng một nửa")
    assert "level-mismatch" not in {found.code for found in result.findings}
    assert result.verdict == "incomplete"
    # A blank is not met: readings, BTTTT-2024.
    result = checked(tmp_path / "f.xlsx", said, I_2=None)
    assert "level-mismatch" in {found.code for found in result.findings}


def test_an_impossible_value_is_found_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    for code, typed in (("I.2", "120%"), ("II.4", "5/4 hợp tác xã")):
        result = check_file(new_form(path, {code: typed}))
        row = next(row for row in read(path).rows if row.code == code)
        found = [(f.code, f.indicator, f.cell) for f in result.findings if f.severity == "error"]
        assert found == [("part-exceeds-whole", code, row.cell)]
        assert result.exit_status == 1


def test_the_other_table_of_levels(tmp_path: Path) -> None:
    """HUYEN: the levels of communes stay in words, everything else is read."""
    table = load_levels("BTTTT-2024-HUYEN")
    values = {row.code: _usual(row) for row in table.criteria if row.code != "I.1"}
    path = new_form(tmp_path / "f.xlsx", {**values, "I.1": "100% xã đạt mức 3"}, table=table)
    result = check_file(path)
    assert result.table is not None
    assert result.table.id == table.id
    form = adopt_levels(scan(path), table)
    assert {row.code: row.status for row in form.rows if row.status != "read"} == {"I.1": "unread"}
    assert set(form.values) == set(best_values(table)) - {"I.1"}
