"""Every function as a cell calls it: numbers, "" while waiting, errors as errors."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulesets.laws import load_scored
from scoring.slots import SlotKind
from tests.support.surfaces import PROPERTY
from udfs import call
from udfs.cells import option_text
from udfs.results import CellError

VALUE, NA = CellError.VALUE, CellError.NA
XA, SO, HUYEN, VN = "HB-2023-XA", "HB-2023-SO", "HB-2023-HUYEN", "VN-2024-HUYEN"
NAN, INFINITY = float("nan"), float("inf")


def column(*cells: Any) -> tuple[tuple[Any, ...], ...]:
    return tuple((cell,) for cell in cells)


@pytest.mark.parametrize(
    ("table", "code", "cells", "expected"),
    [
        pytest.param(XA, "3.4", (34.0, 80.0), 5.0, id="ratio"),
        pytest.param(XA, "3.4", (68.0, 80.0), 10.0, id="exactly-85-percent"),
        pytest.param(XA, "3.4", (0.0, 80.0), 0.0, id="zero-is-a-score"),
        pytest.param(XA, "3.4", (None, 80.0), "", id="blank-none"),
        pytest.param(XA, "3.4", ("", 80.0), "", id="blank-text"),
        pytest.param(XA, "3.4", ("", ""), "", id="all-blank"),
        pytest.param(XA, "3.4", (81.0, 80.0), VALUE, id="part-above-whole"),
        pytest.param(XA, "3.4", (0.0, 0.0), VALUE, id="zero-of-zero"),
        pytest.param(XA, "3.4", (-1.0, 80.0), VALUE, id="negative"),
        pytest.param(XA, "3.4", ("34", 80.0), VALUE, id="digits-as-text"),
        pytest.param(XA, "3.4", (True, 80.0), VALUE, id="boolean-for-a-count"),
        pytest.param(XA, "3.4", (NAN, 80.0), VALUE, id="nan"),
        pytest.param(XA, "3.4", (34.0, INFINITY), VALUE, id="infinity"),
        pytest.param(XA, "3.4", (" ", 80.0), VALUE, id="a-space-is-not-blank"),
        pytest.param(XA, "3.4", (34.0,), VALUE, id="too-few-cells"),
        pytest.param(XA, "3.4", (34.0, 80.0, 1.0), VALUE, id="too-many-cells"),
        pytest.param(XA, "3.4", (), VALUE, id="no-cells"),
        pytest.param(XA, "1.1", (2.0,), 10.0, id="option-by-ordinal"),
        pytest.param(XA, "1.4", ("2. Chưa có",), 0.0, id="option-by-text"),
        pytest.param(XA, "1.4", ("1. Đa\u0303 co\u0301",), VALUE, id="option-decomposed"),
        pytest.param(XA, "1.1", (4.0,), VALUE, id="unknown-option"),
        pytest.param(XA, "1.1", ("Có",), VALUE, id="unknown-option-text"),
        pytest.param(XA, "6.1", ("Có", "Không"), 18.0, id="yes-and-no"),
        pytest.param(XA, "6.1", (True, False), 18.0, id="true-and-false"),
        pytest.param(XA, "6.1", (1.0, 0.0), 18.0, id="one-and-zero"),
        pytest.param(XA, "6.1", ("Có", ""), "", id="one-part-blank"),
        pytest.param(XA, "6.1", ("Có", "?"), VALUE, id="odd-answer"),
        pytest.param(VN, "5.3", ("", "", 0.85), 8.5, id="a-percent-cell"),
        pytest.param(VN, "5.3", ("", "", 85.0), VALUE, id="85-is-not-a-percent-cell"),
        pytest.param(VN, "5.3", (3.0, 4.0), 7.5, id="the-rate-left-out"),
        pytest.param(SO, "1.4", ("", "Không"), 0.0, id="no-section-needs-no-count"),
        pytest.param(SO, "1.4", (12.0, ""), "", id="section-not-answered"),
        pytest.param(HUYEN, "5.8", (20.0, 0.0, 20.0, 40.0), 7.5, id="min-max"),
        pytest.param(HUYEN, "5.8", (20.0,), "", id="no-cohort-yet"),
        pytest.param("KHONG-CO", "3.4", (1.0, 2.0), NA, id="unknown-table"),
        pytest.param(XA, "9.99", (1.0, 2.0), NA, id="unknown-code"),
        pytest.param(XA, 3.4, (1.0, 2.0), NA, id="a-code-typed-as-number"),
        pytest.param("HD-2024-HUYEN", 9.1, (1.0, 2.0), NA, id="9.10-that-became-9.1"),
        pytest.param(None, "3.4", (1.0, 2.0), NA, id="no-table"),
        pytest.param(7.0, "3.4", (1.0, 2.0), NA, id="a-number-for-a-table"),
        pytest.param("BTTTT-2024-XA", "I.4", (1.0,), NA, id="a-levels-table-has-no-scores"),
        pytest.param("", "", (), NA, id="blank-everything"),
    ],
)
def test_score(table: Any, code: Any, cells: tuple[Any, ...], expected: Any) -> None:
    got = call("DTI_SCORE", table, code, column(*cells))
    assert got == expected
    assert type(got) is type(expected)
    if cells and len(cells) > 1:
        assert call("DTI_SCORE", table, code, (cells,)) == expected
        assert call("DTI_SCORE", table, code, *cells) == expected


@pytest.mark.parametrize(
    ("table", "code", "expected"),
    [(XA, "3.4", 10.0), (VN, "7.2", 10.0), ("HD-2024-HUYEN", "3.6.1", 2.5), (XA, "9.9", NA)],
)
def test_max(table: str, code: str, expected: Any) -> None:
    assert call("DTI_MAX", table, code) == expected


@pytest.mark.parametrize(
    ("table", "code", "cells", "words"),
    [
        pytest.param(XA, "3.4", ("", 80.0), ["Thiếu", "a", "điện thoại thông minh"], id="missing"),
        pytest.param(XA, "3.4", ("x", 80.0), ["«x»", "phải là một số"], id="text"),
        pytest.param(XA, "3.4", (-1.0, 80.0), ["âm", "−1"], id="negative"),
        pytest.param(XA, "3.4", (9.0, 8.0), ["lớn hơn tổng", "a = 9", "b = 8"], id="part"),
        pytest.param(XA, "3.4", (0.0, 0.0), ["Mẫu số bằng 0", "b = 0"], id="zero"),
        pytest.param(XA, "3.4", (1.0,), ["cần 2 ô", "nhận 1"], id="wrong-call"),
        pytest.param(HUYEN, "5.8", (5.0,), ["chờ số liệu cụm"], id="cohort"),
        pytest.param(VN, "2.2", (4.0,), ["Đủ", "Văn bản không nêu"], id="warning"),
        pytest.param(XA, "1.1", ("?",), ["«?»", "danh sách"], id="option"),
    ],
)
def test_status_says_what_is_missing_or_wrong(
    table: str, code: str, cells: tuple[Any, ...], words: list[str]
) -> None:
    text = call("DTI_STATUS", table, code, column(*cells))
    assert isinstance(text, str)
    for word in words:
        assert word in text, text


def test_status_of_a_complete_row_is_one_word() -> None:
    assert call("DTI_STATUS", XA, "3.4", column(34.0, 80.0)) == "Đủ"
    assert call("DTI_STATUS", XA, "9.9", column(34.0, 80.0)) is NA


@pytest.mark.parametrize("cell", ["", "?"], ids=["missing", "unknown"])
def test_messages_name_a_choice_in_vietnamese(cell: str) -> None:
    text = call("DTI_STATUS", XA, "1.1", column(cell))
    assert isinstance(text, str)
    assert "option" not in text
    assert "ựa chọn" in text


@pytest.mark.parametrize(
    ("typed", "cells", "expected"),
    [
        pytest.param(7.06, (600.0, 1000.0), "Khớp", id="rounded-to-two"),
        pytest.param(7.1, (600.0, 1000.0), "Khớp", id="rounded-to-one"),
        pytest.param(7.0, (600.0, 1000.0), "Khớp", id="rounded-to-a-whole"),
        pytest.param(7.05, (600.0, 1000.0), "Lệch −0,01 (tính được 7,06)", id="cut-off"),
        pytest.param(6.62, (600.0, 1000.0), "Lệch −0,44 (tính được 7,06)", id="too-low"),
        pytest.param(8.0, (600.0, 1000.0), "Lệch 0,94 (tính được 7,06)", id="too-high"),
        pytest.param(5.001, (34.0, 80.0), "Lệch 0,001 (tính được 5)", id="shows-enough-digits"),
        pytest.param(5.5, (34.0, 80.0), "Lệch 0,5 (tính được 5)", id="half-a-point"),
        pytest.param("", (34.0, 80.0), "", id="nothing-typed"),
        pytest.param(None, (34.0, 80.0), "", id="nothing-typed-none"),
        pytest.param("năm", (34.0, 80.0), VALUE, id="a-word"),
        pytest.param("5", (34.0, 80.0), VALUE, id="digits-as-text"),
        pytest.param(True, (34.0, 80.0), VALUE, id="a-boolean"),
        pytest.param(NAN, (34.0, 80.0), VALUE, id="nan"),
        pytest.param(5.0, (81.0, 80.0), VALUE, id="impossible-figures"),
        pytest.param(5.0, (34.0,), VALUE, id="too-few-cells"),
    ],
)
def test_check(typed: Any, cells: tuple[Any, ...], expected: Any) -> None:
    assert call("DTI_CHECK", XA, "3.4", typed, column(*cells)) == expected
    assert call("DTI_CHECK", XA, "3.4", ((typed,),), column(*cells)) == expected


def test_check_waits_for_figures_and_knows_its_codes() -> None:
    assert call("DTI_CHECK", XA, "9.9", 5.0, column(1.0, 2.0)) is NA
    waiting = call("DTI_CHECK", XA, "3.4", 5.0, column("", 80.0))
    assert isinstance(waiting, str)
    assert waiting.startswith("Thiếu số liệu: a")


@pytest.mark.parametrize(
    ("codes", "scores", "excluded", "expected"),
    [
        pytest.param(("1.1", "1.2"), (20.0, 10.0), (), 75.0, id="two-rows"),
        pytest.param(("1.1", "1.2"), (20.0, ""), (), 50.0, id="missing-counts-as-nothing"),
        pytest.param(("1.1", "1.2"), (20.0, 0.0), ("", "Có"), 100.0, id="excluded-leaves-both"),
        pytest.param(("1.1", "1.2"), (20.0, ""), ("Không", "x"), 100.0, id="any-mark-excludes"),
        pytest.param(("1.1", "1.2"), (20.0, 10.0), (False, False), 75.0, id="false-is-no-mark"),
        pytest.param(("1.1", "1.2"), (20.0, 10.0), ("", ""), 75.0, id="empty-marks"),
        pytest.param(("1.1", "1.2"), (20.0, 10.0), ("không", 0.0), 75.0, id="a-no-is-no-mark"),
        pytest.param(("1.1",), (10.0,), ("Kho\u0302ng",), 50.0, id="a-decomposed-no-is-no-mark"),
        pytest.param(("1.1", "", None), (10.0, "", ""), (), 50.0, id="blank-codes-are-skipped"),
        pytest.param(("1.1",), (20.0,), ("x",), VALUE, id="all-excluded"),
        pytest.param(("1.1",), ("abc",), (), VALUE, id="a-text-is-not-a-score"),
        pytest.param(("1.1",), (True,), (), VALUE, id="a-boolean-is-not-a-score"),
        pytest.param(("9.9",), (1.0,), (), NA, id="unknown-code"),
        pytest.param((1.1,), (1.0,), (), NA, id="a-code-typed-as-number"),
        pytest.param(("1.1", "1.2"), (20.0,), (), VALUE, id="fewer-scores-than-codes"),
    ],
)
def test_index(codes: Any, scores: Any, excluded: Any, expected: Any) -> None:
    got = call("DTI_INDEX", XA, column(*codes), column(*scores), column(*excluded))
    assert got == expected


def test_index_needs_no_marks_and_knows_its_tables() -> None:
    assert call("DTI_INDEX", XA, ("1.1",), (5.0,)) == 25.0
    assert call("DTI_INDEX", "KHONG-CO", ("1.1",), (5.0,)) is NA


def test_an_error_in_a_score_stays_an_error() -> None:
    # Hosts hand an error cell over as their own object: never a number, never a zero.
    assert call("DTI_INDEX", XA, ("1.1", "1.2"), (20.0, VALUE)) is VALUE


@pytest.mark.parametrize(
    ("value", "cohort", "limit", "expected"),
    [
        pytest.param(5.0, (0.0, 5.0, 10.0), 30.0, 15.0, id="in-the-middle"),
        pytest.param(10.0, (0.0, 5.0, 10.0), 30.0, 30.0, id="highest"),
        pytest.param(0.0, (0.0, 5.0), 30.0, 0.0, id="lowest"),
        pytest.param(5.0, (5.0, 5.0), 30.0, 30.0, id="all-equal"),
        pytest.param(0.0, (0.0, 0.0), 30.0, 0.0, id="all-zero"),
        pytest.param("", (0.0, 5.0), 30.0, "", id="no-value"),
        pytest.param(5.0, ("", None), 30.0, "", id="no-cohort"),
        pytest.param(5.0, (0.0, "", 10.0), 30.0, 15.0, id="blanks-in-the-cohort"),
        pytest.param(5.0, (0.0, "x"), 30.0, VALUE, id="text-in-the-cohort"),
        pytest.param(-5.0, (0.0, 5.0), 30.0, VALUE, id="negative"),
        pytest.param(5.0, (0.0, -5.0), 30.0, VALUE, id="negative-cohort"),
        pytest.param(5.0, (0.0, 5.0), "", VALUE, id="no-maximum"),
        pytest.param(5.0, (0.0, 5.0), "mười", VALUE, id="maximum-as-text"),
        pytest.param(5.0, (0.0, 5.0), True, VALUE, id="maximum-as-boolean"),
        pytest.param(5.0, (0.0, 5.0), -30.0, VALUE, id="negative-maximum"),
        pytest.param(5.0, (0.0, NAN, 10.0), 30.0, VALUE, id="nan-in-the-cohort"),
    ],
)
def test_minmax(value: Any, cohort: Any, limit: Any, expected: Any) -> None:
    assert call("DTI_MINMAX", value, column(*cohort), limit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 02/02 trường", "2/2"),
        ("1.500/2.000 hộ", "1.500/2.000"),
        ("85,5%", "85,5%"),
        ("1.234,5", "1.234,5"),
        ("Đã ban hành", "Có"),
        ("Chưa", "Không"),
        ("khoảng 80%", "không đọc được"),
        ("", "không đọc được"),
        (None, "không đọc được"),
        (85.5, "85,5"),
        (True, "Có"),
        (False, "Không"),
        ((("8/8",),), "8/8"),
    ],
)
def test_read(text: Any, expected: str) -> None:
    assert call("DTI_READ", text) == expected


def test_an_unknown_function_is_not_available() -> None:
    assert call("DTI_NOPE", XA, "3.4") is NA
    assert call("dti_score", XA, "3.4") is NA


def test_a_call_without_its_arguments_is_an_error_not_a_crash() -> None:
    assert call("DTI_SCORE") is VALUE
    assert call("DTI_MAX", XA) is VALUE


def test_every_dropdown_text_scores_like_its_ordinal() -> None:
    for row in load_scored(VN).indicators:
        kinds = {slot.kind for slot in row.slots}
        if kinds == {SlotKind.OPTION}:
            for ordinal, label in enumerate(row.slots[0].options, 1):
                by_text = call("DTI_SCORE", VN, row.code, option_text(label, ordinal))
                assert by_text == call("DTI_SCORE", VN, row.code, float(ordinal))
                assert isinstance(by_text, float)


cells = st.one_of(st.none(), st.text(max_size=5), st.booleans(), st.floats(), st.integers(0, 99))


@PROPERTY
@given(
    st.sampled_from([(XA, "3.4"), (XA, "1.3"), (SO, "5.4"), (VN, "2.5"), (HUYEN, "5.8")]),
    st.lists(cells, max_size=5),
)
def test_a_cell_holds_a_score_a_blank_or_an_error(row: tuple[str, str], given_cells: Any) -> None:
    score = call("DTI_SCORE", *row, column(*given_cells))
    if isinstance(score, float):
        assert 0 <= score <= load_scored(row[0]).by_code[row[1]].max_score
    else:
        assert score == "" or score is VALUE
    for name in ("DTI_STATUS", "DTI_EXPLAIN"):
        assert isinstance(call(name, *row, column(*given_cells)), str)
