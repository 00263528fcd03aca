"""When a figure typed by hand agrees: half a unit of its own last shown digit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.tolerance import agrees, shown_digits
from tests.support.surfaces import PROPERTY
from texts.figures import rounded


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("7", 0), ("7.0", 0), ("7.1", 1), ("7.06", 2), ("-0.445", 3), ("1/3", 15)],
)
def test_shown_digits(typed: str, digits: int) -> None:
    assert shown_digits(Fraction(typed)) == digits


@pytest.mark.parametrize(
    ("typed", "computed", "agreed"),
    [
        pytest.param("7.06", "120/17", True, id="rounded-to-two-digits"),
        pytest.param("7.05", "120/17", False, id="cut-off-instead-of-rounded"),
        pytest.param("7.1", "120/17", True, id="rounded-to-one-digit"),
        pytest.param("7", "120/17", True, id="rounded-to-a-whole"),
        pytest.param("8", "120/17", False, id="rounded-up-wrongly"),
        pytest.param("7.5", "7.55", True, id="exactly-half-a-unit-above"),
        pytest.param("7.5", "7.45", True, id="exactly-half-a-unit-below"),
        pytest.param("7.5", "7.5500001", False, id="just-past-half-a-unit"),
        pytest.param("0", "0.5", True, id="zero-shows-no-digit"),
        pytest.param("10", "10", True, id="equal"),
    ],
)
def test_half_a_unit_of_the_last_digit(typed: str, computed: str, agreed: bool) -> None:
    assert agrees(Fraction(typed), Fraction(computed)) is agreed


@pytest.mark.parametrize(
    ("digits", "agreed"),
    [
        pytest.param(2, False, id="the-cell-shows-7.00"),
        pytest.param(0, True, id="the-cell-shows-7"),
    ],
)
def test_the_format_of_a_cell_may_say_how_many_digits(digits: int, agreed: bool) -> None:
    assert agrees(Fraction(7), Fraction(120, 17), digits) is agreed


@PROPERTY
@given(st.fractions(0, 1000, max_denominator=10**5), st.integers(0, 6))
def test_a_rounded_score_always_agrees(score: Fraction, digits: int) -> None:
    typed = Fraction(rounded(score, digits))
    assert agrees(typed, score)
    shown = shown_digits(typed)
    assert not agrees(typed + Fraction(2, 10**shown), score, shown)
