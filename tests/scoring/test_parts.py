"""Parts: printed parts (1), (2) …, each met or not, added up."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules import Award, Part, Parts
from tests.support.surfaces import PROPERTY, codes_everywhere, maxima, score_everywhere

PORTAL = Parts(
    parts=(
        Part(label="Đáp ứng chức năng", award=Award(share=Fraction(3, 5))),
        Part(label="IPv6", award=Award(share=Fraction(2, 5))),
    )
)
ONE = Parts(parts=(Part(label="Một cửa", award=Award(share=Fraction(1, 2))),))
IN_POINTS = Parts(
    parts=tuple(Part(label=p, award=Award(of_points=Fraction(p))) for p in ("3", "7"))
)


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        pytest.param(PORTAL, (True, True), 30, id="both"),
        pytest.param(PORTAL, (True, False), 18, id="first-only"),
        pytest.param(PORTAL, (False, True), 12, id="second-only"),
        pytest.param(PORTAL, (False, False), 0, id="neither"),
        pytest.param(ONE, (True,), 15, id="single-part-met"),
        pytest.param(ONE, (False,), 0, id="single-part-not-met"),
        pytest.param(IN_POINTS, (False, True), 7, id="points-as-printed"),
    ],
)
def test_parts_add_up(rule: Parts, answers: tuple[bool, ...], expected: int) -> None:
    figures = {f"part{n}": answer for n, answer in enumerate(answers, 1)}
    assert score_everywhere(rule, 30, **figures) == expected


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({}, id="nothing-answered"),
        pytest.param({"part1": True}, id="second-unanswered"),
        pytest.param({"part2": False}, id="first-unanswered"),
    ],
)
def test_an_unanswered_part_is_not_a_no(figures: dict[str, bool]) -> None:
    assert codes_everywhere(PORTAL, 30, **figures) == {"input-missing"}


@PROPERTY
@given(
    weights=st.lists(st.integers(0, 9), min_size=1, max_size=5),
    maximum=maxima,
    answers=st.lists(st.booleans(), min_size=5, max_size=5),
    more=st.integers(0, 4),
)
def test_every_surface_agrees_and_one_more_part_never_earns_less(
    weights: list[int], maximum: Fraction, answers: list[bool], more: int
) -> None:
    whole = sum(weights) or 1
    parts = tuple(
        Part(label=f"Phần {n}", award=Award(share=Fraction(weight, whole)))
        for n, weight in enumerate(weights)
    )
    rule = Parts(parts=parts)
    figures = {f"part{n}": answers[n - 1] for n in range(1, len(weights) + 1)}
    met = sum(weight for weight, answer in zip(weights, answers, strict=False) if answer)
    before = score_everywhere(rule, maximum, **figures)
    assert before == Fraction(met, whole) * maximum
    name = f"part{more % len(weights) + 1}"
    after = score_everywhere(rule, maximum, **(figures | {name: True}))
    assert after is not None
    assert after >= before
