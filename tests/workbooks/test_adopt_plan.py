"""Adopt a plan: rows of both parts, headers with sub-rows, results and judgements."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_law
from scoring.targets import Plan, TargetKind, assess_plan
from tests.support.forms import found
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt, recognise
from workbooks.forms.state import state

LAW = load_law("VN-2023-KEHOACH")
assert isinstance(LAW, Plan)
PLAN: Plan = LAW
HEADER = (
    *("TT", "Chỉ tiêu", "Yêu cầu thực hiện", "Kết quả thực hiện", "Đánh giá"),
    *("Cơ quan chủ trì", "Ghi chú"),
)
USUAL = {
    TargetKind.YES_NO: "Có",
    TargetKind.PERCENT: "100%",
    TargetKind.COUNT: 12,
    TargetKind.TECHNICAL: "Có",
}


def new_plan(
    path: Path,
    cells: dict[str, Any] | None = None,
    *,
    header: Sequence[str] = HEADER,
    codes: str = "printed",
    judged: str = "Đạt",
) -> Path:
    """A plan as printed: parts and pillars in roman, rows counted in each part."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.append(["UBND HUYỆN VẠN NINH"])
    sheet.append(list(header))
    part = ""
    for pillar in PLAN.pillars:
        if pillar.part != part:
            part = pillar.part
            sheet.append([part, next(p.name for p in PLAN.parts if p.code == part)])
        sheet.append([pillar.code, pillar.name])
        for row in pillar.targets:
            value = (cells or {}).get(row.code, USUAL.get(row.kind))
            code, name = row.code.partition(".")[2], row.name
            if codes == "dashes" and "." in code:
                code, name = "", f"- {name}"
            if codes == "none":
                code = ""
            sheet.append([code, name, row.requirement, value, judged, row.lead_agency])
    sheet.append([])
    sheet.append([None, "NGƯỜI LẬP BIỂU"])
    book.save(path)
    return path


def read(path: Path) -> AdoptedForm:
    return adopt(scan(path), PLAN)


@pytest.mark.parametrize("codes", ["printed", "dashes", "none"])
def test_every_row_is_found_and_read(tmp_path: Path, codes: str) -> None:
    path = new_plan(tmp_path / "f.xlsx", codes=codes)
    book = scan(path)
    law = recognise(book)
    assert law is not None
    assert law.id == PLAN.id
    form = adopt(book, law)
    assert [row.code for row in form.rows] == [row.code for row in PLAN.rows]
    takes = {row.code for row in PLAN.rows if row.slots}
    assert {row.code for row in form.rows if row.status == "read"} == takes
    assert {row.status for row in form.rows if row.code not in takes} == {"blank"}
    assert len({row.name_cell for row in form.rows}) == len(PLAN.rows)
    assert found(form) == []


def test_the_statement_of_a_plan(tmp_path: Path) -> None:
    cells = {"II.16": "62,5%", "III.26": 8, "II.1": "Không", "III.19.1": "12/100"}
    path = new_plan(tmp_path / "f.xlsx", cells)
    form = read(path)
    statement = state(scan(path), form)
    figures = statement.submission.figures
    assert figures["II.16"] == {"": Fraction(5, 8)}
    assert figures["III.26"] == {"": 8}
    assert figures["II.1"] == {"": False}
    assert figures["III.19.1"] == {"": Fraction(12, 100)}
    assert form.by_code["II.16"].inputs == {"value": 62.5}
    assert form.by_code["II.16"].input_cells == {"value": form.by_code["II.16"].cell}
    results = {row.code: row.result.name for row in assess_plan(PLAN, statement.submission).rows}
    assert (results["II.16"], results["III.26"], results["III.19"]) == ("NOT_MET", "NOT_MET", "MET")
    where = statement.places[("in", "II.16", "")]  # type: ignore[index]
    assert where == (form.sheet, form.by_code["II.16"].cell)
    assert statement.unread == {}


@pytest.mark.parametrize(
    ("code", "typed", "value", "why"),
    [
        ("II.16", "62,5%", 62.5, ""),
        ("II.16", 62, 62, ""),
        ("II.16", 0.62, None, "“0,62” không ghi %: không rõ là 0,62% hay tỷ số"),
        ("II.16", "Đạt", None, "“Đạt” chỉ nói đạt hay chưa, không phải số liệu"),
        ("II.16", "khoảng 60%", None, "có chữ “khoảng”: chỉ là ước chừng"),
        ("II.1", "Chưa đạt", None, "“Chưa đạt” chỉ nói đạt hay chưa, không phải số liệu"),
        ("II.1", "Chưa ban hành", False, ""),
        ("II.18", "Có", True, ""),
        ("III.26", "08 nghiệp vụ", 8, ""),
        ("III.19.2", "11%", 11, ""),
    ],
)
def test_one_result(tmp_path: Path, code: str, typed: Any, value: Any, why: str) -> None:
    form = read(new_plan(tmp_path / "f.xlsx", {code: typed}))
    row = form.by_code[code]
    assert row.inputs == (None if value is None else {"value": value})
    assert str(row.why or "") == why
    assert found(form) == ([("row-unread", code, row.cell)] if value is None else [])
    if value is None:
        assert form.findings[0].words("why") == why


def test_rows_that_take_no_figure_keep_their_words(tmp_path: Path) -> None:
    form = read(new_plan(tmp_path / "f.xlsx", {"III.8": "15%", "III.19": "đã chi"}))
    for code, words in (("III.8", "15%"), ("III.19", "đã chi")):
        row = form.by_code[code]
        assert (row.text, row.status, row.inputs) == (words, "blank", None)
        assert str(row.why) == "dòng này không xét bằng số liệu của một đơn vị"
    assert found(form) == []


def test_a_column_of_judgements_alone_is_read_as_words(tmp_path: Path) -> None:
    header = (*HEADER[:3], "Tự đánh giá", "Kết quả (Đạt/Chưa đạt)", *HEADER[5:])
    cells = {row.code: "Đạt" for row in PLAN.rows}
    form = read(new_plan(tmp_path / "f.xlsx", cells, header=header))
    assert {row.inputs for row in form.rows} == {None}
    takes = [row.code for row in PLAN.rows if row.slots]
    assert [row.code for row in form.rows if row.status == "unread"] == takes
