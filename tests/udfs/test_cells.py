"""What a spreadsheet hands over: blanks, ranges, texts, yes and no, options, odd numbers."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulesets.laws import load_scored
from scoring.program import Wrong
from scoring.slots import Slot, SlotKind
from tests.support.surfaces import PROPERTY
from udfs.cells import WrongCall, figures, flatten, option_text, read_cell, read_cohort

NUMBER = Slot("a", SlotKind.NUMBER)
PERCENT = Slot("percent", SlotKind.PERCENT)
ANSWER = Slot("has_section", SlotKind.ANSWER)
LONG = (
    "Chưa có Ban chỉ đạo hoặc có nhưng Trưởng ban không phải Lãnh đạo UBND các xã, phường, thị trấn"
)
OPTION = Slot("option", SlotKind.OPTION, options=("Đã ban hành", "Chưa ban hành", LONG))
ROW = load_scored("HB-2023-XA").by_code["3.4"]
EITHER = load_scored("VN-2024-HUYEN").by_code["5.3"]
COHORT = load_scored("HB-2023-HUYEN").by_code["5.8"]


@pytest.mark.parametrize("slot", [NUMBER, PERCENT, ANSWER, OPTION], ids=lambda slot: slot.name)
@pytest.mark.parametrize("blank", [None, ""], ids=["none", "empty-text"])
def test_blank_is_blank_for_every_kind(slot: Slot, blank: Any) -> None:
    assert read_cell(slot, blank) is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param(0.0, 0, id="zero"),
        pytest.param(600.0, 600, id="whole-float"),
        pytest.param(0.1 + 0.2, Fraction(3, 10), id="what-the-cell-shows"),
        pytest.param(7, 7, id="int"),
        pytest.param(Fraction(1, 3), Fraction(1, 3), id="exact"),
        pytest.param(-5.0, -5, id="negative-is-judged-later"),
    ],
)
def test_numbers(raw: Any, value: Fraction) -> None:
    assert read_cell(NUMBER, raw) == value
    assert read_cell(PERCENT, raw) == value


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("85,5", "«85,5»", id="text"),
        pytest.param("600", "«600»", id="digits-typed-as-text"),
        pytest.param(" ", "« »", id="space"),
        pytest.param(True, "Có", id="true"),
        pytest.param(float("nan"), "nan", id="nan"),
        pytest.param(float("inf"), "inf", id="infinity"),
        pytest.param(float("-inf"), "-inf", id="minus-infinity"),
    ],
)
def test_not_a_number(raw: Any, shown: str) -> None:
    assert read_cell(NUMBER, raw) == Wrong("input-not-a-number", shown)


def test_a_no_among_numbers_is_shown_in_vietnamese() -> None:
    assert read_cell(NUMBER, False) == Wrong("input-not-a-number", "Không")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Có", True),
        ("có", True),
        (True, True),
        (1, True),
        (1.0, True),
        ("Không", False),
        ("KHÔNG", False),
        (False, False),
        (0, False),
        (0.0, False),
    ],
)
def test_answers(raw: Any, value: bool) -> None:
    assert read_cell(ANSWER, raw) is value


# What a formula would not take for «Có» is not taken here either.
NOT_ANSWERS = ["x", "TRUE", "Đúng", 2.0, -1.0, 0.5, " Có ", unicodedata.normalize("NFD", "Có")]


@pytest.mark.parametrize("raw", NOT_ANSWERS)
def test_not_an_answer(raw: Any) -> None:
    found = read_cell(ANSWER, raw)
    assert isinstance(found, Wrong)
    assert found.code == "option-unknown"


@pytest.mark.parametrize(
    ("raw", "ordinal"),
    [
        pytest.param(1.0, 1, id="ordinal"),
        pytest.param(3, 3, id="ordinal-as-int"),
        pytest.param("2. Chưa ban hành", 2, id="text-of-the-dropdown"),
        pytest.param("2. CHƯA BAN HÀNH", 2, id="capital-letters"),
        pytest.param(option_text(LONG, 3), 3, id="shortened-text"),
        pytest.param(9.0, 9, id="whether-it-exists-is-asked-later"),
    ],
)
def test_options(raw: Any, ordinal: int) -> None:
    assert read_cell(OPTION, raw) == ordinal


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("Một phần", "«Một phần»", id="another-text"),
        pytest.param("Chưa ban hành", "«Chưa ban hành»", id="label-without-its-number"),
        pytest.param(" 2. Chưa ban hành", "« 2. Chưa ban hành»", id="space-before"),
        pytest.param("3. Đã ban hành", "«3. Đã ban hành»", id="label-under-another-number"),
        pytest.param(1.5, "1.5", id="between"),
        pytest.param(True, "Có", id="true"),
        pytest.param(float("nan"), "nan", id="nan"),
        pytest.param(float("inf"), "inf", id="infinity"),
    ],
)
def test_unknown_options(raw: Any, shown: str) -> None:
    assert read_cell(OPTION, raw) == Wrong("option-unknown", shown)


def test_option_texts_are_short_numbered_and_without_wildcards() -> None:
    assert option_text("Bao nhiêu? * ~ ", 2) == "2. Bao nhiêu"
    text = option_text(LONG * 4, 3)
    assert text.startswith("3. Chưa có Ban chỉ đạo")
    assert text.endswith("…")
    assert len(text) <= 3 + 200


@pytest.mark.parametrize("points", ["20", "7,5", "−6", "1.000"])
def test_an_option_is_read_with_the_points_that_our_dropdowns_add(points: str) -> None:
    assert read_cell(OPTION, f"2. Chưa ban hành ({points} điểm)") == 2
    raw = f"3. Chưa ban hành ({points} điểm)"
    assert read_cell(OPTION, raw) == Wrong("option-unknown", f"«{raw}»")


@pytest.mark.parametrize(
    "table", ["VN-2024-HUYEN", "HB-2023-XA", "HB-2023-SO", "HB-2023-HUYEN", "HD-2024-SO"]
)
def test_every_dropdown_text_reads_as_its_own_option(table: str) -> None:
    for row in load_scored(table).indicators:
        for slot in row.slots:
            texts = [option_text(label, n) for n, label in enumerate(slot.options, 1)]
            assert [read_cell(slot, text) for text in texts] == list(range(1, len(texts) + 1))


@pytest.mark.parametrize(
    ("arguments", "cells"),
    [
        pytest.param((), [], id="nothing"),
        pytest.param((1.0, None), [1.0, None], id="single-values"),
        pytest.param((((1.0,), ("",)),), [1.0, ""], id="a-column"),
        pytest.param((((1.0, 2.0),),), [1.0, 2.0], id="a-row"),
        pytest.param(([[1.0], [None]], 3.0), [1.0, None, 3.0], id="lists-and-a-value"),
    ],
)
def test_ranges_and_values_become_one_row_of_cells(arguments: Any, cells: list[Any]) -> None:
    assert list(flatten(arguments)) == cells


def test_cells_of_an_indicator_in_the_order_of_the_contract() -> None:
    assert figures(ROW, (600.0, "")) == {"a": 600, "b": None}


@pytest.mark.parametrize("cells", [(), (1.0,), (1.0, 2.0, 3.0)], ids=len)
def test_another_number_of_cells_is_a_wrong_call(cells: tuple[float, ...]) -> None:
    with pytest.raises(WrongCall, match=rf"3\.4 cần 2 ô số liệu, nhận {len(cells)}"):
        figures(ROW, cells)


def test_the_cell_of_the_rate_may_be_left_out() -> None:
    assert figures(EITHER, (1.0, 4.0)) == {"num": 1, "den": 4}
    by_rate = {"num": None, "den": None, "percent": Fraction(17, 20)}
    assert figures(EITHER, ("", "", 0.85)) == by_rate
    assert figures(EITHER, (0.85,)) == {"percent": Fraction(17, 20)}


@pytest.mark.parametrize(
    ("cells", "cohort"),
    [
        pytest.param((), None, id="no-cohort"),
        pytest.param((None, ""), None, id="blank-cohort"),
        pytest.param((5.0,), (5,), id="one-unit"),
        pytest.param((0.0, "", 0.3, None), (0, Fraction(3, 10)), id="blanks-are-left-out"),
        pytest.param((1.0, "x"), Wrong("input-not-a-number", "«x»"), id="text"),
        pytest.param((1.0, True), Wrong("input-not-a-number", "«True»"), id="boolean"),
        pytest.param((1.0, -2.0), Wrong("input-negative", "-2"), id="negative"),
        pytest.param(
            (1.0, float("nan")), Wrong("input-not-a-number", "«nan»"), id="nan-is-no-unit"
        ),
        pytest.param(
            (1.0, float("inf")), Wrong("input-not-a-number", "«inf»"), id="infinity-is-no-unit"
        ),
    ],
)
def test_cohorts(cells: tuple[Any, ...], cohort: Any) -> None:
    assert read_cohort(cells) == cohort
    assert figures(COHORT, (20.0, *cells)) == {"value": 20, "cohort": cohort}


@PROPERTY
@given(
    st.sampled_from([NUMBER, PERCENT, ANSWER, OPTION]),
    st.one_of(st.none(), st.text(), st.booleans(), st.floats(), st.integers()),
)
def test_reading_a_cell_never_raises(slot: Slot, raw: Any) -> None:
    value = read_cell(slot, raw)
    assert value is None or isinstance(value, bool | int | Fraction | Wrong)
    assert not isinstance(value, float)
    if slot is NUMBER:
        assert not isinstance(value, bool)
