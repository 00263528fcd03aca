"""Words in and at a cell: evidence, figures, comments, what was struck through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from scoring.assess import IndicatorAssessment, assess
from scoring.model import Table
from tests.support.forms import HEADER, FormBook, found
from workbooks.files.scan import scan
from workbooks.forms import struck
from workbooks.forms.evidence import split_evidence
from workbooks.forms.state import state

THREAD = "[Threaded comment]\n\nYour version of Excel …\n\nComment:\n    8/9"


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
        assert isinstance(row, IndicatorAssessment)
        assert {item.code for item in row.findings} == code_found
        assert (row.score is None) is (score is None)
        if score is not None:
            assert row.score == law.by_code[code].max_score


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
            THREAD,
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
