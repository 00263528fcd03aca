"""Part and whole in columns and lines of their own, with or without their rate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.forms import FormBook, found


def only(form: Any, code: str) -> tuple[Any, str, str]:
    row = form.by_code[code]
    return row.inputs, row.status, str(row.why) if row.why else ""


HEADER_TWO = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Kết quả (tỷ lệ)")


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
