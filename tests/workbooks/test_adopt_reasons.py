"""Why words were not read: one row a reason, said exactly, at the cell, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.forms import FormBook, found

WORDS = "không có con số và không phải câu trả lời Có hoặc Không"
REASONS: tuple[tuple[str, Any, str, str], ...] = (
    ("1.2", "#REF!", "ô báo lỗi #REF!", "input-not-a-number"),
    ("1.2", True, "ô chứa Có/Không nhưng ở đây cần số lượng", ""),
    ("1.2", 0.5, "ô hiện 50% nhưng ở đây cần số lượng", ""),
    ("1.2", "=1+1", "ô công thức chưa được tính", "score-uncached"),
    ("1.2", "nhiều", WORDS, ""),
    ("1.2", date(2024, 8, 7), "ô chứa ngày tháng 07/08/2024", "input-is-date"),
    ("9.5", True, "“Có” chưa đủ: cần num, den, percent", ""),
    ("9.5", 75, "“75” không ghi %, không rõ là tỷ lệ hay số lượng", ""),
    ("9.5", "cao", WORDS, ""),
    ("3.2", 3, "không có lựa chọn số 3", ""),
    ("2.2", 1, "“1” có thể là số lượng, không rõ là lựa chọn nào", ""),
    ("3.2", "Có lẽ là có", "“Có lẽ là có” không khớp rõ với lựa chọn nào trong văn bản", ""),
    ("3.1", "15", "chưa đủ: cần a, b", ""),
    ("3.1", 15, "“15” chưa đủ: cần a, b", ""),
    ("3.1", "50%", "chỉ có tỷ lệ phần trăm, cần số lượng theo từng ký hiệu", ""),
    ("3.1", "1; 2", "không chắc con số là bao nhiêu hoặc nói về cái gì", ""),
    ("3.1", "a=4", "mới đọc được a, còn thiếu b", ""),
    ("7.5.2", "3/4", "là một tỷ số nhưng chỉ số này cần nhiều số liệu hơn", ""),
    ("2.5", "3", "mới đọc được option, còn thiếu num, den", ""),
)


@pytest.mark.parametrize(("code", "typed", "why", "also"), REASONS)
def test_reason(tmp_path: Path, code: str, typed: Any, why: str, also: str) -> None:
    form = FormBook()
    form.put(code, {"D": typed})
    place = f"D{form.rows[code]}"
    if isinstance(typed, float):
        form.sheet[place].number_format = "0%"
    read = form.read(tmp_path)
    row = read.by_code[code]
    assert (row.inputs, row.figures, row.status) == (None, {}, "unread")
    assert (str(row.why), row.cell) == (why, place)
    assert row.why is not None
    assert row.why.say("en") != why
    wanted = [(also, code, place)] if also else []
    assert found(read) == [*wanted, ("row-unread", code, place)]
    unread = read.findings[-1]
    if typed == "=1+1":
        assert row.text == typed
    assert unread.words("actual") == f"«{row.text}»"
    assert unread.words("why", "en") == row.why.say("en")


def test_long_words_are_cut_in_the_message(tmp_path: Path) -> None:
    form = FormBook()
    form.put("3.1", {"D": "rất nhiều việc đã làm " * 20})
    read = form.read(tmp_path)
    actual = read.findings[0].words("actual")
    assert actual is not None
    assert len(actual) == 82
    assert actual.endswith("…»")
    assert len(read.by_code["3.1"].text) > 400
