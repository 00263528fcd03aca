"""Bands: the first band whose threshold is reached, from the top."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import Award, Band, Bands, Measured
from tests.support.surfaces import (
    A_OVER_B,
    COUNT_OF_X,
    PROPERTY,
    RATE,
    codes_everywhere,
    counts,
    maxima,
    score_everywhere,
    shares,
    wholes,
)

FULL, HALF, QUARTER = (Award(share=Fraction(1, n)) for n in (1, 2, 4))
CAMERAS = Measured(
    measure=COUNT_OF_X,
    mapping=Bands(
        bands=(
            Band(threshold=Fraction(10), award=FULL),
            Band(threshold=Fraction(5), award=HALF),
            Band(threshold=Fraction(1), award=QUARTER),
        )
    ),
)
PAYMENT = Measured(
    measure=A_OVER_B,
    mapping=Bands(
        bands=(
            Band(threshold=Fraction("0.7"), award=FULL),
            Band(threshold=Fraction("0.3"), award=Award(per=Fraction(1))),
        )
    ),
)
STRICT = Measured(
    measure=RATE,
    mapping=Bands(bands=(Band(threshold=Fraction("0.1"), award=FULL, closed=False),)),
)
ALL_OR_NOTHING = Measured(
    measure=A_OVER_B, mapping=Bands(bands=(Band(threshold=Fraction(1), award=FULL),))
)
POINTS_BELOW = Measured(
    measure=COUNT_OF_X,
    mapping=Bands(
        bands=(Band(threshold=Fraction(20), award=FULL),),
        otherwise=Award(of_points=Fraction("1.5")),
    ),
)


@pytest.mark.parametrize(
    ("cameras", "expected"),
    [
        pytest.param(0, "0", id="none"),
        pytest.param(1, "2.5", id="exactly-one"),
        pytest.param(4, "2.5", id="four"),
        pytest.param(Fraction("4.9"), "2.5", id="between-the-printed-numbers"),
        pytest.param(5, "5", id="exactly-five"),
        pytest.param(9, "5", id="nine"),
        pytest.param(10, "10", id="exactly-ten"),
        pytest.param(9999, "10", id="very-many"),
    ],
)
def test_bands_of_a_count(cameras: Fraction, expected: str) -> None:
    assert score_everywhere(CAMERAS, 10, x=cameras) == Fraction(expected)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(0, "0", id="nothing"),
        pytest.param(2999, "0", id="just-below-30-percent"),
        pytest.param(3000, "12", id="exactly-30-percent-steps-up"),
        pytest.param(5000, "20", id="half-in-proportion"),
        pytest.param(6999, "27.996", id="just-below-70-percent"),
        pytest.param(7000, "40", id="exactly-70-percent"),
        pytest.param(10000, "40", id="all"),
    ],
)
def test_a_band_may_award_the_rate_itself(part: int, expected: str) -> None:
    assert score_everywhere(PAYMENT, 40, a=part, b=10_000) == Fraction(expected)


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param("0.0999999", 0, id="below"),
        pytest.param("0.1", 0, id="a-strict-bound-is-not-reached-by-itself"),
        pytest.param("0.1000001", 10, id="above"),
    ],
)
def test_a_strict_bound(rate: str, expected: int) -> None:
    assert score_everywhere(STRICT, 10, percent=Fraction(rate)) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(199, 0, id="99.5-percent-is-not-all"),
        pytest.param(200, 10, id="all"),
    ],
)
def test_all_or_nothing(part: int, expected: int) -> None:
    assert score_everywhere(ALL_OR_NOTHING, 10, a=part, b=200) == expected


def test_below_all_bands_the_award_that_is_printed_for_it() -> None:
    assert score_everywhere(POINTS_BELOW, 10, x=19) == Fraction(3, 2)
    assert score_everywhere(POINTS_BELOW, 10, x=20) == 10


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(CAMERAS, {}, {"input-missing"}, id="blank"),
        pytest.param(CAMERAS, {"x": -1}, {"input-negative"}, id="negative"),
        pytest.param(PAYMENT, {"a": 0, "b": 0}, {"zero-denominator"}, id="zero-of-zero"),
        pytest.param(PAYMENT, {"a": 8, "b": 7}, {"part-exceeds-whole"}, id="part-above-whole"),
        pytest.param(STRICT, {"percent": 2}, {"part-exceeds-whole"}, id="200-percent"),
    ],
)
def test_no_score(rule: Measured, figures: dict[str, Fraction], codes: set[str]) -> None:
    assert codes_everywhere(rule, 10, **figures) == codes


@st.composite
def stairs(draw: st.DrawFn) -> tuple[Bands, list[Fraction]]:
    """Bands from the top, with shares that go down."""
    marks = draw(st.lists(st.integers(1, 10_000), min_size=1, max_size=4, unique=True))
    awards = draw(st.lists(shares, min_size=len(marks), max_size=len(marks)))
    down = [Fraction(mark, 10_000) for mark in sorted(marks, reverse=True)]
    bands = tuple(
        Band(threshold=mark, award=Award(share=share))
        for mark, share in zip(down, sorted(awards, reverse=True), strict=True)
    )
    return Bands(bands=bands), down


@PROPERTY
@given(stairs=stairs(), maximum=maxima)
def test_exact_at_every_threshold_and_beside_it(
    stairs: tuple[Bands, list[Fraction]], maximum: Fraction
) -> None:
    mapping, marks = stairs
    rule = Measured(measure=A_OVER_B, mapping=mapping)
    below = [band.award.share or Fraction(0) for band in mapping.bands[1:]] + [Fraction(0)]
    for band, mark, next_share in zip(mapping.bands, marks, below, strict=True):
        whole, part = 1_000_000, int(mark * 1_000_000)
        share = band.award.share or Fraction(0)
        assert score_everywhere(rule, maximum, a=part, b=whole) == share * maximum
        # Neighbouring thresholds are a hundred parts apart, so one part less is the next band.
        assert score_everywhere(rule, maximum, a=part - 1, b=whole) == next_share * maximum


@PROPERTY
@given(stairs=stairs(), maximum=maxima, whole=wholes, picks=st.tuples(shares, shares))
def test_every_surface_agrees_and_more_never_earns_less(
    stairs: tuple[Bands, list[Fraction]],
    maximum: Fraction,
    whole: int,
    picks: tuple[Fraction, Fraction],
) -> None:
    rule = Measured(measure=A_OVER_B, mapping=stairs[0])
    less, more = sorted(int(pick * whole) for pick in picks)
    low = score_everywhere(rule, maximum, a=less, b=whole)
    high = score_everywhere(rule, maximum, a=more, b=whole)
    assert low is not None
    assert high is not None
    assert low <= high


@PROPERTY
@given(x=counts, maximum=maxima)
def test_counts_agree_on_every_surface(x: int, maximum: Fraction) -> None:
    share = next((s for mark, s in ((10, 4), (5, 2), (1, 1)) if x >= mark), 0)
    assert score_everywhere(CAMERAS, maximum, x=x) == Fraction(share, 4) * maximum
