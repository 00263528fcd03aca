"""Cases: the printed special cases first, then the ordinary rule."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import Award, Case, Cases, Fixed, FullAt, Measured
from scoring.slots import Slot, SlotKind
from tests.support.surfaces import (
    A_OVER_B,
    COUNT_OF_X,
    PROPERTY,
    A,
    B,
    X,
    codes_everywhere,
    maxima,
    outcome_everywhere,
    score_everywhere,
)

FULL, NOTHING = (Fixed(award=Award(share=Fraction(n))) for n in (1, 0))
HAS_SECTION, HOSTED, MONITORED = (
    Slot(name, SlotKind.ANSWER, label, input=name)
    for name, label in (
        ("has_section", "Có chuyên mục"),
        ("hosted_centrally", "Máy chủ đặt tại tỉnh"),
        ("fully_monitored", "Giám sát đầy đủ"),
    )
)
RATIO = Measured(measure=A_OVER_B)
SECTION = Cases(
    cases=(Case(when=((HAS_SECTION, False),), rule=NOTHING),),
    otherwise=Measured(measure=COUNT_OF_X, mapping=FullAt(full_at=Fraction(10))),
)
SERVERS = Cases(
    cases=(
        Case(when=((B, 0), (A, "positive")), rule=NOTHING, impossible=True),
        Case(when=((B, 0),), rule=FULL),
    ),
    otherwise=RATIO,
)
INCIDENTS = Cases(
    cases=(
        Case(when=((B, 0), (A, "positive")), rule=NOTHING, impossible=True),
        Case(when=((B, 0), (MONITORED, True)), rule=FULL),
        Case(when=((B, 0),), rule=NOTHING),
    ),
    otherwise=RATIO,
)
CENTRAL = Cases(
    cases=(
        Case(when=((HOSTED, True), (B, "missing")), rule=FULL),
        Case(when=((HOSTED, True),), rule=RATIO, warning="Vẫn có máy chủ riêng"),
    ),
    otherwise=RATIO,
)
EXACTLY_TEN = Cases(cases=(Case(when=((X, 10),), rule=FULL),), otherwise=NOTHING)


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        pytest.param(SECTION, {"has_section": False}, "0", id="no-section-asks-for-no-count"),
        pytest.param(SECTION, {"has_section": False, "x": 12}, "0", id="articles-without-section"),
        pytest.param(SECTION, {"has_section": True, "x": 9}, "9", id="nine-of-ten-articles"),
        pytest.param(SECTION, {"has_section": True, "x": 10}, "10", id="exactly-ten-articles"),
        pytest.param(SECTION, {"has_section": True, "x": 0}, "0", id="an-empty-section"),
        pytest.param(SERVERS, {"a": 0, "b": 0}, "10", id="no-server-is-full"),
        pytest.param(SERVERS, {"b": 0}, "10", id="no-server-and-a-left-blank"),
        pytest.param(SERVERS, {"a": 1, "b": 4}, "2.5", id="own-servers-in-proportion"),
        pytest.param(INCIDENTS, {"a": 0, "b": 0, "fully_monitored": True}, "10", id="monitored"),
        pytest.param(INCIDENTS, {"a": 0, "b": 0, "fully_monitored": False}, "0", id="unmonitored"),
        pytest.param(INCIDENTS, {"a": 3, "b": 4}, "7.5", id="incidents-need-no-answer"),
        pytest.param(CENTRAL, {"hosted_centrally": True}, "10", id="hosted-by-the-province"),
        pytest.param(CENTRAL, {"hosted_centrally": True, "a": 1, "b": 2}, "5", id="own-servers"),
        pytest.param(CENTRAL, {"hosted_centrally": False, "a": 1, "b": 2}, "5", id="not-hosted"),
        pytest.param(EXACTLY_TEN, {"x": 10}, "10", id="exactly-the-number"),
        pytest.param(EXACTLY_TEN, {"x": Fraction("9.99")}, "0", id="beside-the-number"),
    ],
)
def test_special_cases_come_first(rule: Cases, figures: dict[str, Fraction], expected: str) -> None:
    assert score_everywhere(rule, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(SECTION, {"x": 12}, {"input-missing"}, id="the-deciding-answer-is-blank"),
        pytest.param(SECTION, {"has_section": True}, {"input-missing"}, id="no-count"),
        pytest.param(SECTION, {}, {"input-missing"}, id="nothing"),
        pytest.param(SERVERS, {"a": 1, "b": 0}, {"part-exceeds-whole"}, id="one-of-no-servers"),
        pytest.param(SERVERS, {"a": 5, "b": 4}, {"part-exceeds-whole"}, id="part-above-whole"),
        pytest.param(SERVERS, {"a": 1}, {"input-missing"}, id="blank-is-not-zero"),
        pytest.param(INCIDENTS, {"a": 0, "b": 0}, {"input-missing"}, id="no-incident-no-answer"),
        pytest.param(
            INCIDENTS,
            {"a": 2, "b": 0, "fully_monitored": True},
            {"part-exceeds-whole"},
            id="impossible-comes-before-full",
        ),
        pytest.param(
            CENTRAL, {"hosted_centrally": True, "a": 0, "b": 0}, {"zero-denominator"}, id="no-rule"
        ),
    ],
)
def test_no_score(rule: Cases, figures: dict[str, Fraction], codes: set[str]) -> None:
    assert codes_everywhere(rule, 10, **figures) == codes


def test_a_case_may_warn() -> None:
    hosted = outcome_everywhere(CENTRAL, 10, {"hosted_centrally": True, "a": 1, "b": 2})
    assert [(f.code, f.message()) for f in hosted.findings] == [
        ("reading-applied", "Vẫn có máy chủ riêng")
    ]
    assert outcome_everywhere(CENTRAL, 10, {"hosted_centrally": True}).findings == ()


figures = st.one_of(st.none(), st.integers(0, 5))
answers = st.one_of(st.none(), st.booleans())


@PROPERTY
@given(
    rule=st.sampled_from([SECTION, SERVERS, INCIDENTS, CENTRAL]),
    maximum=maxima,
    a=figures,
    b=figures,
    x=figures,
    answer=answers,
)
def test_every_surface_agrees_whatever_is_blank(
    rule: Cases, maximum: Fraction, a: int | None, b: int | None, x: int | None, answer: bool | None
) -> None:
    given_figures = {
        "a": a,
        "b": b,
        "x": x,
        "has_section": answer,
        "hosted_centrally": answer,
        "fully_monitored": answer,
    }
    names = {slot.name for slot in rule.slots()}
    taken = {name: value for name, value in given_figures.items() if name in names}
    outcome = outcome_everywhere(rule, maximum, taken)
    assert (outcome.score is None) == any(f.code != "reading-applied" for f in outcome.findings)


@PROPERTY
@given(whole=st.integers(1, 10_000), pair=st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)))
def test_outside_the_cases_more_never_earns_less(whole: int, pair: tuple[int, int]) -> None:
    less, more = sorted(min(part, whole) for part in pair)
    low = score_everywhere(SERVERS, 10, a=less, b=whole)
    high = score_everywhere(SERVERS, 10, a=more, b=whole)
    assert low == Fraction(10 * less, whole)
    assert high == Fraction(10 * more, whole)
