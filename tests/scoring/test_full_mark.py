"""Full mark: in proportion to a quantity, the whole maximum from a threshold up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.rules import FullAt, Measured, Ratio
from tests.support.surfaces import (
    A_OVER_B,
    A_OVER_B_CAPPED,
    COUNT_OF_X,
    DEN,
    NUM,
    PERCENT,
    PROPERTY,
    RATE,
    A,
    B,
    C,
    D,
    codes_everywhere,
    counts,
    maxima,
    score_everywhere,
    shares,
    thresholds,
    wholes,
)

FROM_85 = Measured(measure=A_OVER_B, mapping=FullAt(full_at=Fraction("0.85")))
PLAIN = Measured(measure=A_OVER_B)
CAPPED = Measured(measure=A_OVER_B_CAPPED)
EITHER = Measured(measure=Ratio(part=((NUM, 1),), whole=(DEN,), percent=PERCENT))
SUMS = Measured(measure=Ratio(part=((A, 1), (B, 1)), whole=(C, D)))
HALF_FOR_DEPUTY = Measured(measure=Ratio(part=((A, 1), (B, Fraction(1, 2))), whole=(C,)))
REST = Measured(measure=Ratio(part=((A, 1),), whole=(B,), complement=True))
FOUR_MEETINGS = Measured(measure=COUNT_OF_X, mapping=FullAt(full_at=Fraction(4)))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(0, "0", id="nothing-online"),
        pytest.param(1, "10/68", id="one-of-eighty"),
        pytest.param(67, "670/68", id="one-short-of-the-full-mark"),
        pytest.param(68, "10", id="exactly-85-percent"),
        pytest.param(69, "10", id="one-above-the-full-mark"),
        pytest.param(80, "10", id="no-score-beyond-the-maximum"),
    ],
)
def test_full_from_85_percent(part: int, expected: str) -> None:
    assert score_everywhere(FROM_85, 10, a=part, b=80) == Fraction(expected)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        pytest.param(849_999, 1_000_000, "8499990/850000", id="a-millionth-below-is-not-full"),
        pytest.param(850_000, 1_000_000, "10", id="exactly-on-the-threshold"),
        pytest.param(850_001, 1_000_000, "10", id="a-millionth-above"),
        pytest.param(Fraction("1.7"), 2, "10", id="amounts-with-decimals"),
    ],
)
def test_a_threshold_is_never_rounded(part: Fraction, whole: Fraction, expected: str) -> None:
    assert score_everywhere(FROM_85, 10, a=part, b=whole) == Fraction(expected)


def test_995_of_a_thousand_is_not_all() -> None:
    assert score_everywhere(PLAIN, 20, a=995, b=1000) == Fraction("19.9")


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        pytest.param(CAPPED, {"a": 12, "b": 8}, "10", id="more-machines-than-people-caps"),
        pytest.param(CAPPED, {"a": 6, "b": 8}, "7.5", id="fewer-machines-than-people"),
        pytest.param(SUMS, {"a": 3, "b": 5, "c": 6, "d": 4}, "8", id="sums-over-sums"),
        pytest.param(SUMS, {"a": 6, "b": 0, "c": 2, "d": 6}, "7.5", id="a-above-c-but-sums-fit"),
        pytest.param(HALF_FOR_DEPUTY, {"a": 3, "b": 1, "c": 4}, "8.75", id="deputy-counts-half"),
        pytest.param(HALF_FOR_DEPUTY, {"a": 0, "b": 4, "c": 4}, "5", id="deputy-always"),
        pytest.param(REST, {"a": 2, "b": 8}, "7.5", id="what-is-left-of-the-whole"),
        pytest.param(FOUR_MEETINGS, {"x": 3}, "7.5", id="three-of-four-meetings"),
        pytest.param(FOUR_MEETINGS, {"x": 4}, "10", id="four-meetings"),
        pytest.param(FOUR_MEETINGS, {"x": 40}, "10", id="forty-meetings-bring-no-more"),
        pytest.param(Measured(measure=RATE), {"percent": Fraction(2, 3)}, "20/3", id="a-rate"),
    ],
)
def test_measures(rule: Measured, figures: dict[str, Fraction], expected: str) -> None:
    assert score_everywhere(rule, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param({"num": 3, "den": 4}, "7.5", id="counts"),
        pytest.param({"percent": Fraction(3, 4)}, "7.5", id="rate-instead-of-counts"),
        pytest.param({"num": 1, "den": 4, "percent": 1}, "2.5", id="counts-come-first"),
        pytest.param({"num": 1, "percent": Fraction(3, 4)}, "7.5", id="half-the-counts-is-none"),
    ],
)
def test_part_and_whole_or_the_rate(figures: dict[str, Fraction], expected: str) -> None:
    assert score_everywhere(EITHER, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(PLAIN, {}, {"input-missing"}, id="blank"),
        pytest.param(PLAIN, {"a": 1}, {"input-missing"}, id="no-whole"),
        pytest.param(PLAIN, {"b": 1}, {"input-missing"}, id="no-part-is-not-zero"),
        pytest.param(PLAIN, {"a": 0, "b": 0}, {"zero-denominator"}, id="zero-of-zero"),
        pytest.param(PLAIN, {"a": 9, "b": 8}, {"part-exceeds-whole"}, id="part-above-whole"),
        pytest.param(
            PLAIN, {"a": 1, "b": 0}, {"part-exceeds-whole", "zero-denominator"}, id="part-of-zero"
        ),
        pytest.param(PLAIN, {"a": -1, "b": 8}, {"input-negative"}, id="negative-part"),
        pytest.param(CAPPED, {"a": 1, "b": 0}, {"zero-denominator"}, id="capped-over-zero"),
        pytest.param(SUMS, {"a": 5, "b": 6, "c": 10, "d": 0}, {"part-exceeds-whole"}, id="sums"),
        pytest.param(
            HALF_FOR_DEPUTY, {"a": 3, "b": 2, "c": 4}, {"part-exceeds-whole"}, id="a-plus-b-above-c"
        ),
        pytest.param(EITHER, {}, {"input-missing"}, id="neither-counts-nor-rate"),
        pytest.param(EITHER, {"percent": Fraction("1.01")}, {"part-exceeds-whole"}, id="101%"),
        pytest.param(EITHER, {"percent": Fraction(-1)}, {"input-negative"}, id="negative-rate"),
        pytest.param(
            EITHER, {"num": 0, "den": 0, "percent": 1}, {"zero-denominator"}, id="0/0-and-a-rate"
        ),
        pytest.param(FOUR_MEETINGS, {}, {"input-missing"}, id="no-count"),
    ],
)
def test_no_score(rule: Measured, figures: dict[str, Fraction], codes: set[str]) -> None:
    assert codes_everywhere(rule, 10, **figures) == codes


@PROPERTY
@given(maximum=maxima, full_at=thresholds, share=shares, whole=wholes)
def test_every_surface_agrees(
    maximum: Fraction, full_at: Fraction, share: Fraction, whole: int
) -> None:
    rule = Measured(measure=A_OVER_B, mapping=FullAt(full_at=full_at))
    part = int(share * whole)
    score = score_everywhere(rule, maximum, a=part, b=whole)
    assert score == min(Fraction(part, whole) / full_at, Fraction(1)) * maximum


@PROPERTY
@given(maximum=maxima, full_at=thresholds, whole=wholes.map(lambda n: n * 100))
def test_exact_at_the_threshold_and_beside_it(
    maximum: Fraction, full_at: Fraction, whole: int
) -> None:
    rule = Measured(measure=A_OVER_B, mapping=FullAt(full_at=full_at))
    mark = int(full_at * whole)
    assert score_everywhere(rule, maximum, a=mark, b=whole) == maximum
    assert (score_everywhere(rule, maximum, a=mark - 1, b=whole) or 0) < maximum
    if mark < whole:
        assert score_everywhere(rule, maximum, a=mark + 1, b=whole) == maximum


@PROPERTY
@given(full_at=thresholds, whole=wholes, parts=st.tuples(counts, counts), maximum=maxima)
def test_more_never_earns_less(
    full_at: Fraction, whole: int, parts: tuple[int, int], maximum: Fraction
) -> None:
    less, more = sorted(parts)
    assume(more <= whole)
    rule = Measured(measure=A_OVER_B, mapping=FullAt(full_at=full_at))
    low = score_everywhere(rule, maximum, a=less, b=whole)
    high = score_everywhere(rule, maximum, a=more, b=whole)
    assert low is not None
    assert high is not None
    assert low <= high


@PROPERTY
@given(part=counts, whole=wholes, maximum=maxima, share=shares)
def test_counts_and_the_rate_they_make_earn_the_same(
    part: int, whole: int, maximum: Fraction, share: Fraction
) -> None:
    assume(part <= whole)
    by_counts = score_everywhere(EITHER, maximum, num=part, den=whole)
    assert by_counts == score_everywhere(EITHER, maximum, percent=Fraction(part, whole))
    assert score_everywhere(EITHER, maximum, percent=share) == share * maximum
