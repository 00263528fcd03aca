"""Options: the official chooses one of the printed options."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.program import Program, Wrong
from scoring.rules import Award, Fixed, Measured, Option, Options, Part, Parts, Ratio
from tests.support.surfaces import (
    DEN,
    NUM,
    PERCENT,
    PROPERTY,
    codes_everywhere,
    maxima,
    outcome_everywhere,
    score_everywhere,
    shares,
)


def fixed(share: Fraction | int) -> Fixed:
    return Fixed(award=Award(share=Fraction(share)))


LATE = "Ban hành trễ không quá 10 ngày"
WRONG_CONTENT = "Văn bản không nêu: tính 0 điểm."
PLAN = Options(
    options=(
        Option(label="Đã ban hành", rule=fixed(1)),
        Option(label=LATE, rule=fixed(Fraction(1, 2))),
        Option(label="Không ban hành", rule=fixed(0)),
        Option(label="Sai nội dung", rule=fixed(0), warning=WRONG_CONTENT, added=True),
    )
)
REPORTS = Options(
    options=(
        Option(label="Đủ, đúng hạn", rule=fixed(1)),
        Option(label="Đủ, trễ", rule=fixed(Fraction(1, 2))),
        Option(
            label="Đúng hạn, không đủ",
            rule=Measured(measure=Ratio(part=((NUM, 1),), whole=(DEN,), percent=PERCENT)),
        ),
        Option(label="Không", rule=fixed(0)),
    )
)
INCIDENT = Options(
    options=(
        Option(label="Không xảy ra sự cố", rule=fixed(1)),
        Option(
            label="Có xảy ra sự cố",
            rule=Parts(
                parts=(
                    Part(label="Báo cáo", award=Award(share=Fraction(1, 4))),
                    Part(label="Quy trình", award=Award(share=Fraction(1, 4))),
                ),
                input="sub_options",
            ),
        ),
        Option(label="Không thực hiện", rule=fixed(0)),
    )
)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        pytest.param(1, 10, id="first-option-full"),
        pytest.param(2, 5, id="second-option-half"),
        pytest.param(3, 0, id="third-option-nothing"),
        pytest.param(4, 0, id="added-option-nothing"),
    ],
)
def test_each_option_has_its_score(option: int, expected: int) -> None:
    assert score_everywhere(PLAN, 10, option=option) == expected


def test_an_added_option_says_that_it_is_not_printed() -> None:
    outcome = outcome_everywhere(PLAN, 10, {"option": 4})
    assert [(f.code, f.message()) for f in outcome.findings] == [("reading-applied", WRONG_CONTENT)]
    assert outcome_everywhere(PLAN, 10, {"option": 3}).findings == ()


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param({"option": 1}, "10", id="complete-in-time"),
        pytest.param({"option": 2}, "5", id="complete-but-late"),
        pytest.param({"option": 3, "num": 3, "den": 4}, "7.5", id="in-time-but-not-all"),
        pytest.param({"option": 3, "num": 4, "den": 4}, "10", id="a-ratio-of-100-percent-is-full"),
        pytest.param({"option": 3, "percent": Fraction("0.1")}, "1", id="rate-alone"),
        pytest.param({"option": 4, "num": 4, "den": 4}, "0", id="counts-of-other-options-idle"),
        pytest.param({"option": 1, "num": 9, "den": 0}, "10", id="wrong-counts-of-others-idle"),
    ],
)
def test_an_option_may_lead_to_a_ratio(figures: dict[str, Fraction], expected: str) -> None:
    assert score_everywhere(REPORTS, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param({"option": 1}, "10", id="no-incident"),
        pytest.param({"option": 2, "sub1": True, "sub2": True}, "5", id="both-steps"),
        pytest.param({"option": 2, "sub1": True, "sub2": False}, "2.5", id="reported-only"),
        pytest.param({"option": 2, "sub1": False, "sub2": True}, "2.5", id="procedure-only"),
        pytest.param({"option": 2, "sub1": False, "sub2": False}, "0", id="neither"),
        pytest.param({"option": 3, "sub1": True, "sub2": True}, "0", id="third-option"),
    ],
)
def test_an_option_may_have_sub_options(figures: dict[str, bool], expected: str) -> None:
    assert score_everywhere(INCIDENT, 10, **figures) == Fraction(expected)


@pytest.mark.parametrize(
    ("rule", "figures", "codes"),
    [
        pytest.param(PLAN, {}, {"input-missing"}, id="no-choice"),
        pytest.param(PLAN, {"option": 0}, {"option-unknown"}, id="option-zero"),
        pytest.param(PLAN, {"option": 5}, {"option-unknown"}, id="one-past-the-last"),
        pytest.param(PLAN, {"option": -1}, {"option-unknown"}, id="negative"),
        pytest.param(REPORTS, {"option": 3}, {"input-missing"}, id="ratio-option-without-counts"),
        pytest.param(REPORTS, {"option": 3, "num": 3}, {"input-missing"}, id="no-whole"),
        pytest.param(REPORTS, {"num": 3, "den": 4}, {"input-missing"}, id="counts-without-choice"),
        pytest.param(
            REPORTS,
            {"option": 3, "num": 5, "den": 4},
            {"part-exceeds-whole"},
            id="part-above-whole",
        ),
        pytest.param(
            REPORTS, {"option": 3, "num": 0, "den": 0}, {"zero-denominator"}, id="zero-of-zero"
        ),
        pytest.param(REPORTS, {"option": 1, "num": -1}, {"input-negative"}, id="negative-anywhere"),
        pytest.param(INCIDENT, {"option": 2}, {"input-missing"}, id="no-sub-option-answered"),
        pytest.param(INCIDENT, {"option": 2, "sub1": True}, {"input-missing"}, id="one-answered"),
    ],
)
def test_no_score(rule: Options, figures: dict[str, Fraction], codes: set[str]) -> None:
    assert codes_everywhere(rule, 10, **figures) == codes


def test_a_choice_that_could_not_be_read_has_no_score() -> None:
    outcome = Program(PLAN, Fraction(10)).run({"option": Wrong("option-unknown", "«Một nửa»")})
    assert outcome.score is None
    assert not outcome.waiting
    assert "«Một nửa»" in outcome.findings[0].message()


@PROPERTY
@given(given_shares=st.lists(shares, min_size=1, max_size=6), maximum=maxima)
def test_every_surface_agrees_on_every_option(
    given_shares: list[Fraction], maximum: Fraction
) -> None:
    options = tuple(Option(label=f"Mức {n}", rule=fixed(s)) for n, s in enumerate(given_shares))
    for ordinal, share in enumerate(given_shares, 1):
        assert (
            score_everywhere(Options(options=options), maximum, option=ordinal) == share * maximum
        )
    past = len(given_shares) + 1
    assert codes_everywhere(Options(options=options), maximum, option=past) == {"option-unknown"}
