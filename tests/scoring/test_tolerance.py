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
        pytest.param("8.45454545454545", "93/11", True, id="the-sixteenth-digit"),
        pytest.param("8.454545455", "93/11", True, id="half-a-unit-of-the-ninth-digit"),
        pytest.param("8.4545454545", "8.4545454555", True, id="as-much-as-1e-9-apart"),
        pytest.param("8.4545454545", "8.4545454556", False, id="more-than-1e-9-apart"),
        pytest.param("0.1234567", "0.12345675", True, id="half-a-unit-beyond-the-floor"),
        pytest.param("0.1234567", "0.1234567501", False, id="past-half-a-unit-beyond-the-floor"),
    ],
)
def test_half_a_unit_of_the_last_digit(typed: str, computed: str, agreed: bool) -> None:
    assert agrees(Fraction(typed), Fraction(computed)) is agreed


@pytest.mark.parametrize(
    ("typed", "computed", "digits", "agreed"),
    [
        pytest.param("7", "120/17", 2, False, id="shown-as-7.00-it-claims-two-digits"),
        pytest.param("7", "120/17", 0, True, id="shown-as-7"),
        pytest.param("7.51", "7.06", 0, False, id="shown-as-8-and-stored-otherwise"),
        pytest.param("7.06", "7.061", 0, True, id="stored-and-shown-agree"),
        pytest.param("7.1", "7.06", 0, True, id="shown-as-7-stored-7.1"),
        pytest.param("7.45", "7.449", 1, False, id="rounded-twice"),
        pytest.param("7.06", "7.0", 0, False, id="the-shown-agrees-the-stored-does-not"),
        pytest.param("7.5", "7.46", 0, False, id="the-stored-agrees-the-shown-8-does-not"),
        pytest.param("7.5", "7.5", 0, True, id="shown-as-8-half-a-unit-away"),
        pytest.param("7.4999999999", "7.5", 0, True, id="a-tie-that-binary-numbers-miss"),
        pytest.param("7.0588235294117645", "120/17", 2, True, id="computed-and-shown-as-7.06"),
        pytest.param("-0.44", "-0.441", 1, True, id="below-zero"),
    ],
)
def test_what_the_format_shows_agrees_too(
    typed: str, computed: str, digits: int, agreed: bool
) -> None:
    assert agrees(Fraction(typed), Fraction(computed), digits) is agreed


@PROPERTY
@given(st.fractions(0, 1000, max_denominator=10**5), st.integers(0, 6))
def test_a_rounded_score_always_agrees(score: Fraction, digits: int) -> None:
    typed = Fraction(rounded(score, digits))
    assert agrees(typed, score)
    shown = shown_digits(typed)
    assert not agrees(typed + Fraction(2, 10**shown), score, shown)


@PROPERTY
@given(
    st.fractions(0, 1000, max_denominator=10**4),
    st.fractions(0, 1000, max_denominator=10**4),
    st.integers(0, 4),
)
def test_a_format_never_makes_a_figure_agree(
    typed: Fraction, computed: Fraction, digits: int
) -> None:
    if agrees(typed, computed, digits):
        assert agrees(typed, computed)
