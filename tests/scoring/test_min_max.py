"""Min-max: the unit against the other units of its cohort."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import MinMax
from tests.support.surfaces import (
    A_OVER_B,
    COUNT_OF_X,
    PROPERTY,
    codes_everywhere,
    maxima,
    score_everywhere,
)

PLACE = MinMax(measure=COUNT_OF_X)
LEADER = MinMax(measure=COUNT_OF_X, leader=True)
INVERSE = MinMax(measure=COUNT_OF_X, inverse=True)
LOWEST = MinMax(measure=COUNT_OF_X, lowest=Fraction(1, 5))
RATIO = MinMax(measure=A_OVER_B)


@pytest.mark.parametrize(
    ("rule", "value", "cohort", "expected"),
    [
        pytest.param(PLACE, 20, (10, 20, 30), "15", id="in-the-middle"),
        pytest.param(PLACE, 30, (10, 20, 30), "30", id="highest-gets-the-maximum"),
        pytest.param(PLACE, 10, (10, 20, 30), "0", id="lowest-gets-nothing"),
        pytest.param(PLACE, 40, (10, 20, 30), "30", id="the-list-forgot-the-highest"),
        pytest.param(PLACE, 0, (10, 20, 30), "0", id="the-list-forgot-the-lowest"),
        pytest.param(PLACE, 7, (7, 7, 7), "30", id="all-equal-are-all-the-highest"),
        pytest.param(PLACE, 0, (0, 0), "0", id="all-zero"),
        pytest.param(PLACE, 7, (7,), "30", id="alone-in-its-cohort"),
        pytest.param(PLACE, Fraction(1, 3), (0, 1), "10", id="a-third"),
        pytest.param(LEADER, 20, (10, 20, 40), "15", id="share-of-the-leader"),
        pytest.param(LEADER, 0, (0, 0), "0", id="leader-all-zero"),
        pytest.param(LEADER, 5, (5, 5), "30", id="leader-all-equal"),
        pytest.param(INVERSE, 10, (10, 20, 30), "30", id="smallest-is-best"),
        pytest.param(INVERSE, 30, (10, 20, 30), "0", id="largest-is-worst"),
        pytest.param(LOWEST, 10, (10, 20, 30), "6", id="the-worst-still-gets-a-share"),
        pytest.param(LOWEST, 20, (10, 20, 30), "18", id="between-the-share-and-all"),
    ],
)
def test_places_in_a_cohort(
    rule: MinMax, value: Fraction, cohort: tuple[Fraction, ...], expected: str
) -> None:
    assert score_everywhere(rule, 30, x=value, cohort=cohort) == Fraction(expected)


def test_a_ratio_is_compared_with_ratios() -> None:
    cohort = (Fraction(0), Fraction(1, 4), Fraction(1, 2))
    assert score_everywhere(RATIO, 30, a=1, b=4, cohort=cohort) == 15


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(PLACE, {"x": 5}, {"cohort-missing"}, id="no-cohort-yet"),
        pytest.param(PLACE, {"cohort": (1, 2)}, {"input-missing"}, id="no-value"),
        pytest.param(PLACE, {}, {"input-missing", "cohort-missing"}, id="neither"),
        pytest.param(PLACE, {"x": -1, "cohort": (1, 2)}, {"input-negative"}, id="negative"),
        pytest.param(
            RATIO, {"a": 0, "b": 0, "cohort": (0, 1)}, {"zero-denominator"}, id="zero-of-zero"
        ),
        pytest.param(
            RATIO, {"a": 5, "b": 4, "cohort": (0, 1)}, {"part-exceeds-whole"}, id="part-above-whole"
        ),
    ],
)
def test_no_score(rule: MinMax, figures: dict[str, object], codes: set[str]) -> None:
    assert codes_everywhere(rule, 30, **figures) == codes


cohorts = st.lists(st.integers(0, 1000), min_size=1, max_size=8)


@PROPERTY
@given(
    value=st.integers(0, 1000),
    cohort=cohorts,
    maximum=maxima,
    leader=st.booleans(),
    inverse=st.booleans(),
    lowest=st.sampled_from(["0", "0.1", "1/3"]).map(Fraction),
)
def test_every_surface_agrees(
    value: int, cohort: list[int], maximum: Fraction, leader: bool, inverse: bool, lowest: Fraction
) -> None:
    rule = MinMax(measure=COUNT_OF_X, leader=leader, inverse=inverse, lowest=lowest)
    assert score_everywhere(rule, maximum, x=value, cohort=tuple(cohort)) is not None


@PROPERTY
@given(pair=st.tuples(st.integers(0, 1000), st.integers(0, 1000)), cohort=cohorts, maximum=maxima)
def test_more_never_earns_less(pair: tuple[int, int], cohort: list[int], maximum: Fraction) -> None:
    # Both values belong to the cohort: it stays the same while the unit changes.
    everyone = (*cohort, *pair)
    low, high = (score_everywhere(PLACE, maximum, x=x, cohort=everyone) for x in sorted(pair))
    assert low is not None
    assert high is not None
    assert low <= high
    top = score_everywhere(PLACE, maximum, x=max(everyone), cohort=everyone)
    assert top == (maximum if max(everyone) else 0)


@PROPERTY
@given(value=st.integers(0, 1000), cohort=cohorts, maximum=maxima)
def test_the_unit_belongs_to_its_cohort_also_where_the_list_forgot_it(
    value: int, cohort: list[int], maximum: Fraction
) -> None:
    without = score_everywhere(PLACE, maximum, x=value, cohort=tuple(cohort))
    assert without == score_everywhere(PLACE, maximum, x=value, cohort=(value, *cohort))
