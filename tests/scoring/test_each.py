"""Each: so many points for each, from a start, between a least and a most."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import Each, Measured
from tests.support.surfaces import (
    COUNT_OF_X,
    PROPERTY,
    codes_everywhere,
    counts,
    maxima,
    score_everywhere,
)

WIFI = Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(2), at_most=Fraction(5)))
DEDUCTION = Measured(
    measure=COUNT_OF_X,
    mapping=Each(each=Fraction("-1.5"), start=Fraction(10), at_least=Fraction(0)),
)


@pytest.mark.parametrize(
    ("rule", "x", "expected"),
    [
        pytest.param(WIFI, 0, "0", id="no-place"),
        pytest.param(WIFI, 1, "2", id="one-place"),
        pytest.param(WIFI, 2, "4", id="two-places"),
        pytest.param(WIFI, Fraction("2.5"), "5", id="exactly-at-the-cap"),
        pytest.param(WIFI, 3, "5", id="three-places-meet-the-cap"),
        pytest.param(WIFI, 10_000, "5", id="the-cap-holds"),
        pytest.param(DEDUCTION, 0, "10", id="no-deduction"),
        pytest.param(DEDUCTION, 2, "7", id="two-deductions"),
        pytest.param(DEDUCTION, 6, "1", id="six-deductions"),
        pytest.param(DEDUCTION, 7, "0", id="never-below-zero"),
    ],
)
def test_points_for_each(rule: Measured, x: Fraction, expected: str) -> None:
    assert score_everywhere(rule, 10, x=x) == Fraction(expected)


@pytest.mark.parametrize(
    "rule", [pytest.param(WIFI, id="wifi"), pytest.param(DEDUCTION, id="less")]
)
def test_no_score(rule: Measured) -> None:
    assert codes_everywhere(rule, 10) == {"input-missing"}
    assert codes_everywhere(rule, 10, x=-1) == {"input-negative"}


@PROPERTY
@given(
    each=st.sampled_from(["0.5", "1", "2", "2.5", "10"]).map(Fraction),
    pair=st.tuples(counts, counts),
    maximum=maxima,
)
def test_every_surface_agrees_and_more_never_earns_less(
    each: Fraction, pair: tuple[int, int], maximum: Fraction
) -> None:
    rule = Measured(measure=COUNT_OF_X, mapping=Each(each=each, at_most=maximum))
    low, high = (score_everywhere(rule, maximum, x=x) for x in sorted(pair))
    assert low == min(each * min(pair), maximum)
    assert high == min(each * max(pair), maximum)


@PROPERTY
@given(each=st.integers(1, 20).map(lambda n: Fraction(n, 4)), x=counts, maximum=maxima)
def test_a_deduction_never_leaves_the_range(each: Fraction, x: int, maximum: Fraction) -> None:
    mapping = Each(each=-each, start=maximum, at_least=Fraction(0))
    score = score_everywhere(Measured(measure=COUNT_OF_X, mapping=mapping), maximum, x=x)
    assert score == max(maximum - each * x, Fraction(0))
