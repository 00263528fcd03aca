"""Exact numbers, rounding half up, and how a Vietnamese office writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.numbers import exact, from_float
from tests.support.surfaces import PROPERTY
from texts.figures import percent, rounded, vietnamese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("85%", "17/20", id="percentage"),
        pytest.param("0.25%", "1/400", id="percentage-with-decimals"),
        pytest.param("1/3", "1/3", id="fraction"),
        pytest.param("2.5", "5/2", id="decimal"),
        pytest.param(" 10 ", "10", id="spaces-around"),
        pytest.param("-1.5", "-3/2", id="negative"),
        pytest.param(7, "7", id="integer"),
    ],
)
def test_numbers_of_a_ruleset_are_exact(text: str | int, value: str) -> None:
    assert exact(text) == Fraction(value)


@pytest.mark.parametrize("text", ["", "%", "2,5", "mười", "1/2/3", "10 điểm", "nan", "inf"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Fraction"):
        exact(text)


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        pytest.param("2.005", 2, "2.01", id="half-goes-up"),
        pytest.param("2.0049999999", 2, "2.00", id="just-below-half-goes-down"),
        pytest.param("-0.445", 2, "-0.45", id="half-goes-away-from-zero"),
        pytest.param("0.125", 2, "0.13", id="not-to-the-even-digit"),
        pytest.param("0.115", 2, "0.12", id="not-as-binary"),
        pytest.param("2/3", 4, "0.6667", id="a-quotient"),
        pytest.param("0.5", 0, "1", id="no-digits"),
        pytest.param("999.995", 2, "1000.00", id="carries"),
        pytest.param("-0.001", 2, "0", id="nothing-left"),
        pytest.param("0.44444444444444444444444445", 2, "0.44", id="never-rounded-twice"),
    ],
)
def test_rounding_is_half_up(number: str, digits: int, expected: str) -> None:
    result = rounded(Fraction(number), digits)
    assert result == Decimal(expected)
    assert result.as_tuple().exponent == -digits


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        pytest.param("120/17", 2, "7,06", id="comma"),
        pytest.param("1234567.5", 2, "1.234.567,5", id="dots-between-thousands"),
        pytest.param("10", 2, "10", id="whole"),
        pytest.param("100", 0, "100", id="zeros-of-a-whole-number-stay"),
        pytest.param("2.50", 2, "2,5", id="no-trailing-zeros"),
        pytest.param("-0.44", 2, "−0,44", id="a-real-minus"),
        pytest.param("0", 2, "0", id="zero"),
        pytest.param("-0.001", 2, "0", id="no-minus-zero"),
        pytest.param("0.0001", 6, "0,0001", id="small"),
        pytest.param("-1000", 0, "−1.000", id="negative-thousand"),
        pytest.param("1e30", 2, "1" + ".000" * 10, id="more-digits-than-a-decimal-keeps"),
    ],
)
def test_vietnamese_writing(number: str, digits: int, text: str) -> None:
    assert vietnamese(Fraction(number), digits) == text


@pytest.mark.parametrize(
    ("ratio", "mark", "text"),
    [
        pytest.param("2/3", None, "66,67%", id="two-decimals"),
        pytest.param("1", "1", "100%", id="the-mark-itself"),
        pytest.param("0.99999", "1", "99,999%", id="told-from-100-percent"),
        pytest.param("0.8499999", "0.85", "84,99999%", id="told-from-85-percent"),
        pytest.param("0.0069999", "0.007", "0,69999%", id="told-from-0.7-percent"),
    ],
)
def test_a_percentage_is_told_from_its_threshold(ratio: str, mark: str | None, text: str) -> None:
    assert percent(Fraction(ratio), None if mark is None else Fraction(mark)) == text


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param(600.0, "600", id="whole"),
        pytest.param(0.85, "17/20", id="percentage-cell"),
        pytest.param(0.1 + 0.2, "3/10", id="binary-noise"),
        pytest.param(-2.5, "-5/2", id="negative"),
        pytest.param(1e-7, "1/10000000", id="small"),
        pytest.param(123456789012345.0, "123456789012345", id="fifteen-digits"),
    ],
)
def test_a_cell_holds_the_number_that_it_shows(cell: float, value: str) -> None:
    assert from_float(cell) == Fraction(value)


@PROPERTY
@given(st.fractions(-(10**9), 10**9, max_denominator=10**6), st.integers(0, 6))
def test_rounding_moves_at_most_half_a_unit(number: Fraction, digits: int) -> None:
    gap = Fraction(rounded(number, digits)) - number
    assert abs(gap) * 2 <= Fraction(1, 10**digits)
    assert Fraction(rounded(-number, digits)) == -Fraction(rounded(number, digits))
    if abs(gap) * 2 == Fraction(1, 10**digits):
        assert (gap > 0) == (number > 0)


@PROPERTY
@given(st.fractions(-(10**9), 10**9, max_denominator=10**6))
def test_writing_can_be_read_back(number: Fraction) -> None:
    text = vietnamese(number, 2)
    plain = text.replace(".", "").replace(",", ".").replace("−", "-")
    assert Fraction(plain) == Fraction(rounded(number, 2))
    assert not text.endswith(",")


@PROPERTY
@given(st.decimals(-(10**6), 10**6, places=6))
def test_a_decimal_of_fifteen_digits_survives_a_cell(number: Decimal) -> None:
    assert from_float(float(number)) == Fraction(number)
