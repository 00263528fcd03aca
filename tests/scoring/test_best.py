"""Best: the alternative that brings most."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from scoring.rules import Best, Each, Measured
from tests.support.surfaces import (
    A_OVER_B,
    COUNT_OF_X,
    PROPERTY,
    codes_everywhere,
    counts,
    maxima,
    score_everywhere,
    shares,
    wholes,
)

RATIO_OR_COUNT = Best(
    rules=(
        Measured(measure=A_OVER_B),
        Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(1), at_most=Fraction(5))),
    )
)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param({"a": 6, "b": 10, "x": 9}, 6, id="the-ratio-brings-more"),
        pytest.param({"a": 4, "b": 10, "x": 9}, 5, id="the-count-brings-more"),
        pytest.param({"a": 5, "b": 10, "x": 5}, 5, id="both-alike"),
        pytest.param({"a": 0, "b": 10, "x": 0}, 0, id="nothing"),
    ],
)
def test_the_better_alternative_counts(figures: dict[str, int], expected: int) -> None:
    assert score_everywhere(RATIO_OR_COUNT, 10, **figures) == expected


@pytest.mark.parametrize(
    ("figures", "codes"),
    [
        pytest.param({"a": 1, "b": 2}, {"input-missing"}, id="one-alternative-blank"),
        pytest.param({"a": 3, "b": 2, "x": 5}, {"part-exceeds-whole"}, id="one-impossible"),
        pytest.param({"a": 0, "b": 0, "x": 5}, {"zero-denominator"}, id="one-over-zero"),
    ],
)
def test_no_score(figures: dict[str, int], codes: set[str]) -> None:
    assert codes_everywhere(RATIO_OR_COUNT, 10, **figures) == codes


@PROPERTY
@given(maximum=maxima, x=counts, whole=wholes, share=shares)
def test_every_surface_agrees_and_no_alternative_is_better(
    maximum: Fraction, x: int, whole: int, share: Fraction
) -> None:
    each = Each(each=maximum / 100, at_most=maximum)
    rule = Best(rules=(Measured(measure=A_OVER_B), Measured(measure=COUNT_OF_X, mapping=each)))
    part = int(share * whole)
    score = score_everywhere(rule, maximum, a=part, b=whole, x=x)
    by_count = min(maximum / 100 * x, maximum)
    assert score == max(Fraction(part, whole) * maximum, by_count)
    assert (score_everywhere(rule, maximum, a=part, b=whole, x=x + 1) or 0) >= (score or 0)
