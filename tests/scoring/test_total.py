"""Total: the points of several rules added up, at most a cap."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from scoring.rules import Award, Band, Bands, Each, Measured, Option, Options, Part, Parts, Total
from scoring.rules import Fixed as FixedRule
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

HALF, QUARTER, NONE = (Award(share=Fraction(text)) for text in ("1/2", "1/4", "0"))
ARTICLES = Measured(
    measure=COUNT_OF_X,
    mapping=Bands(
        bands=(Band(threshold=Fraction(12), award=HALF), Band(threshold=Fraction(6), award=QUARTER))
    ),
)
SECTION = Options(
    options=tuple(
        Option(label=label, rule=FixedRule(award=award))
        for label, award in (("Riêng", HALF), ("Liên kết", QUARTER), ("Chưa có", NONE))
    )
)
PAGE = Total(rules=(SECTION, ARTICLES))
WIFI = Total(
    rules=(
        Parts(parts=(Part(label="Một cửa", award=HALF),)),
        Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(2))),
    ),
    at_most=Fraction(10),
)
THREE_QUARTERS = Total(
    rules=(
        Measured(measure=A_OVER_B, share=Fraction(3, 4)),
        Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(-1))),
    ),
    at_least=Fraction(0),
)


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        pytest.param(PAGE, {"option": 1, "x": 12}, "10", id="own-section-and-twelve-articles"),
        pytest.param(PAGE, {"option": 1, "x": 5}, "5", id="own-section-alone"),
        pytest.param(PAGE, {"option": 2, "x": 6}, "5", id="link-and-six-articles"),
        pytest.param(PAGE, {"option": 3, "x": 11}, "2.5", id="eleven-articles-alone"),
        pytest.param(PAGE, {"option": 3, "x": 0}, "0", id="nothing"),
        pytest.param(WIFI, {"part1": True, "x": 2}, "9", id="office-and-two-places"),
        pytest.param(WIFI, {"part1": True, "x": 3}, "10", id="the-cap-of-the-sum"),
        pytest.param(WIFI, {"part1": False, "x": 5}, "10", id="exactly-at-the-cap"),
        pytest.param(THREE_QUARTERS, {"a": 4, "b": 4, "x": 2}, "5.5", id="share-less-deduction"),
        pytest.param(THREE_QUARTERS, {"a": 0, "b": 4, "x": 2}, "0", id="never-below-zero"),
    ],
)
def test_points_are_added(rule: Total, figures: dict[str, Fraction], expected: str) -> None:
    assert score_everywhere(rule, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(PAGE, {}, {"input-missing"}, id="blank"),
        pytest.param(PAGE, {"option": 1}, {"input-missing"}, id="no-partial-score"),
        pytest.param(PAGE, {"x": 12}, {"input-missing"}, id="no-choice"),
        pytest.param(PAGE, {"option": 9, "x": 12}, {"option-unknown"}, id="unknown-option"),
        pytest.param(PAGE, {"option": 1, "x": -1}, {"input-negative"}, id="negative"),
        pytest.param(WIFI, {"x": 1}, {"input-missing"}, id="unanswered-part"),
        pytest.param(
            THREE_QUARTERS, {"a": 5, "b": 4, "x": 0}, {"part-exceeds-whole"}, id="one-impossible"
        ),
        pytest.param(
            THREE_QUARTERS, {"a": 0, "b": 0, "x": 0}, {"zero-denominator"}, id="zero-of-zero"
        ),
    ],
)
def test_no_score(rule: Total, figures: dict[str, Fraction], codes: set[str]) -> None:
    assert codes_everywhere(rule, 10, **figures) == codes


@PROPERTY
@given(maximum=maxima, x=counts, whole=wholes, share=shares, split=shares)
def test_every_surface_agrees_and_the_sum_stays_in_range(
    maximum: Fraction, x: int, whole: int, share: Fraction, split: Fraction
) -> None:
    part = int(share * whole)
    rest = Bands(bands=(Band(threshold=Fraction(12), award=Award(share=Fraction(1))),))
    rule = Total(
        rules=(
            Measured(measure=A_OVER_B, share=split),
            Measured(measure=COUNT_OF_X, mapping=rest, share=1 - split),
        )
    )
    expected = split * Fraction(part, whole) + (1 - split if x >= 12 else 0)
    assert score_everywhere(rule, maximum, a=part, b=whole, x=x) == expected * maximum


@PROPERTY
@given(maximum=maxima, x=counts, whole=wholes, share=shares)
def test_a_capped_sum_never_exceeds_its_cap_and_more_never_earns_less(
    maximum: Fraction, x: int, whole: int, share: Fraction
) -> None:
    rule = Total(
        rules=(
            Measured(measure=A_OVER_B),
            Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(1, 2))),
        ),
        at_most=maximum,
    )
    part = int(share * whole)
    low = score_everywhere(rule, maximum, a=part, b=whole, x=x)
    high = score_everywhere(rule, maximum, a=part, b=whole, x=x + 1)
    assert low is not None
    assert high is not None
    assert low <= high <= maximum
