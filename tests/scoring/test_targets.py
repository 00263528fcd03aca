"""Targets: «Đạt», «Chưa đạt», «Không xét», and how they are counted."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from scoring.law import Decision
from scoring.submission import UnusableInput
from scoring.targets import (
    MET,
    NOT_JUDGED,
    NOT_MET,
    Plan,
    PlanPart,
    PlanPillar,
    Target,
    TargetKind,
)
from scoring.thresholds import AtLeastCount, AtLeastPercent, Threshold, Yes
from tests.support.values import assess_results, judge_raw

UNITS = "Các phòng, ban, ngành; UBND các xã, thị trấn"


def target(
    code: str, kind: TargetKind, threshold: Threshold | None = None, agency: str = UNITS
) -> Target:
    return Target(
        code=code,
        part="III",
        pillar="I",
        name=f"Chỉ tiêu {code}",
        requirement="",
        kind=kind,
        threshold=threshold,
        place=f"mục {code}",
        lead_agency=agency,
    )


YES = target("III.1", TargetKind.YES_NO, Yes(), "Phòng Nội vụ")
RATE = target("III.2", TargetKind.PERCENT, AtLeastPercent(Fraction(1, 400)))
TEN = target("III.3", TargetKind.COUNT, AtLeastCount(10))
PEERS = target("III.4", TargetKind.MIN_MAX)
DASH = target("III.5", TargetKind.NONE)
BY_HAND = target("III.6", TargetKind.TECHNICAL)
HEADER = target("III.19", TargetKind.HEADER, agency="")
FIRST = target("III.19.1", TargetKind.PERCENT, AtLeastPercent(Fraction(1, 10)))
SECOND = target("III.19.2", TargetKind.PERCENT, AtLeastPercent(Fraction(1, 10)))
ROWS = (YES, RATE, TEN, PEERS, DASH, BY_HAND, HEADER, FIRST, SECOND)
PLAN = Plan(
    id="THU-2023-KEHOACH",
    kind="targets",
    title="Kế hoạch thử",
    place="Phụ lục",
    unit_type="huyen",
    decision=Decision(id="thu-2023", title="Kế hoạch"),
    parts=(PlanPart(code="III", name="Phần III"),),
    pillars=(
        PlanPillar(part="III", code="I", name="Một", targets=ROWS[:6]),
        PlanPillar(part="III", code="II", name="Hai", targets=ROWS[6:]),
    ),
)


@pytest.mark.parametrize(
    ("row", "value", "result"),
    [
        (YES, True, MET),
        (YES, "Có", MET),
        (YES, False, NOT_MET),
        (RATE, Decimal("0.25"), MET),
        (RATE, Decimal("0.2499"), NOT_MET),
        (RATE, 100, MET),
        (TEN, 10, MET),
        (TEN, 12, MET),
        (TEN, 9, NOT_MET),
        (BY_HAND, True, MET),
        (BY_HAND, "Không", NOT_MET),
        (DASH, None, NOT_JUDGED),
        (DASH, 7, NOT_JUDGED),
        (HEADER, 7, NOT_JUDGED),
    ],
)
def test_a_row_is_judged_without_findings(row: Target, value: Any, result: str) -> None:
    judgement = judge_raw(row, value)
    assert (judgement.result, judgement.findings) == (result, ())


@pytest.mark.parametrize(
    ("row", "value", "result", "code"),
    [
        (YES, None, NOT_JUDGED, "input-missing"),
        (RATE, None, NOT_JUDGED, "input-missing"),
        (TEN, None, NOT_JUDGED, "input-missing"),
        (BY_HAND, None, NOT_JUDGED, "input-missing"),
        (BY_HAND, "tốt", NOT_JUDGED, "option-unknown"),
        (YES, "tốt", NOT_MET, "option-unknown"),
        (RATE, "85%", NOT_MET, "input-not-a-number"),
        (RATE, -1, NOT_MET, "input-negative"),
        (RATE, 101, NOT_MET, "part-exceeds-whole"),
        (TEN, -1, NOT_MET, "input-negative"),
        (PEERS, None, NOT_JUDGED, "cohort-missing"),
        (PEERS, 5, NOT_JUDGED, "cohort-missing"),
    ],
)
def test_a_row_says_what_is_missing_or_wrong(
    row: Target, value: Any, result: str, code: str
) -> None:
    judgement = judge_raw(row, value)
    assert judgement.result == result
    (found,) = judgement.findings
    assert (found.code, found.indicator) == (code, row.code)


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        (10, 12, MET),
        (10, 9, NOT_MET),
        (9, None, NOT_MET),
        (10, None, NOT_JUDGED),
        (None, None, NOT_JUDGED),
    ],
)
def test_a_header_is_judged_by_its_sub_rows(first: Any, second: Any, result: str) -> None:
    assessment = assess_results(PLAN, {"III.19.1": first, "III.19.2": second})
    assert {r.code: r.result for r in assessment.rows}["III.19"] == result


def test_sub_rows_are_those_below_the_header_alone() -> None:
    assert PLAN.sub_rows(HEADER) == (FIRST, SECOND)
    assert PLAN.sub_rows(YES) == ()


def test_rows_are_counted_by_pillar_and_agency_and_headers_are_not() -> None:
    values = {"III.1": True, "III.2": 0, "III.3": 11, "III.19.1": 10}
    assessment = assess_results(PLAN, values, "Huyện A")
    tally = assessment.tally
    assert (tally.met, tally.not_met, tally.not_judged, tally.total) == (3, 1, 4, 8)
    first, second = (counts for _, counts in assessment.by_pillar)
    assert (first.met, first.not_met, first.not_judged) == (2, 1, 3)
    assert (second.met, second.not_met, second.not_judged) == (1, 0, 1)
    by_agency = assessment.by_agency()
    assert list(by_agency) == ["Phòng Nội vụ", "Các phòng, ban, ngành", "UBND các xã, thị trấn"]
    assert by_agency["Phòng Nội vụ"].total == 1
    assert by_agency["UBND các xã, thị trấn"].met == 2
    assert assessment.by_agency("guiding_agency") == {}
    assert assessment.missing == ("III.6", "III.19.2")


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnusableInput, match=r"THU-2023-KEHOACH.*«III.99»"):
        assess_results(PLAN, {"III.99": 1})
