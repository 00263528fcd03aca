"""Explanations in both languages: the same figures, our words in English, the law's quoted."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.explain import compare, explain, status_words
from scoring.program import Program, Wrong
from scoring.read_figures import read_inputs
from scoring.rules import (
    Award,
    Band,
    Bands,
    Best,
    Bound,
    Case,
    Cases,
    Count,
    Each,
    Fixed,
    FullAt,
    Measured,
    MinMax,
    Option,
    Options,
    Part,
    Parts,
    Rank,
    Rule,
    Total,
)
from scoring.slots import Slot, SlotKind, row_slot
from tests.support.surfaces import A_OVER_B, RATE, B, X
from tests.support.tables import SCORED
from tests.support.units import random_inputs

FULL, HALF, NOTHING = (Award(share=Fraction(n, 2)) for n in (2, 1, 0))
SIGNED = Slot("x", SlotKind.NUMBER, input="x", signed=True)
DAY, DUE = (Slot(name, SlotKind.DATE, input=name) for name in "xa")
YES = Slot("has_section", SlotKind.ANSWER, "Có chuyên mục", input="has_section")
ROW = row_slot("1.1")
TEN = Fixed(award=FULL)
FULL_AT_85 = FullAt(full_at=Fraction("0.85"))
BY_85 = Measured(measure=A_OVER_B, mapping=FULL_AT_85)
WITH_RATE = replace(A_OVER_B, percent=RATE.of)


def case(*when: tuple[Slot, Any]) -> Cases:
    return Cases(
        cases=(Case(when=when, rule=Fixed(award=FULL)),), otherwise=Measured(measure=A_OVER_B)
    )


def option(label: str, rule: Rule, warning: str = "") -> Option:
    return Option(label=label, rule=rule, warning=warning)


def part(label: str, award: Award) -> Part:
    return Part(label=label, award=award)


def band(award: Award, *bounds: Bound) -> Band:
    return Band(award=award, bounds=bounds)


def measured(measure: Any, mapping: Any) -> Measured:
    return Measured(measure=measure, mapping=mapping)


COUNTS = Count(of=X)
UP = Bands(
    bands=(
        Band(threshold=Fraction(10), award=FULL),
        Band(threshold=Fraction(5), award=HALF, closed=False),
    )
)
BETWEEN = Bands(
    bands=(
        band(FULL, Bound(">=", 3), Bound("<", 5)),
        band(HALF, Bound("=", 7)),
        band(Award(per=Fraction(4)), Bound("<=", 2)),
    ),
    otherwise=Award(of_points=Fraction(3, 2)),
)

SENTENCES: dict[str, tuple[Rule, dict[str, Any], str, str]] = {
    "below-the-full-mark": (
        BY_85, {"a": 600, "b": 1000},
        "600/1.000 = 60% < 85% → 60%/85% × 10 = 7,06 điểm",
        "600/1,000 = 60% < 85% → 60%/85% × 10 = 7.06 points",
    ),
    "at-the-full-mark": (
        BY_85, {"a": 85, "b": 100},
        "85/100 = 85% ≥ 85% → điểm tối đa = 10 điểm",
        "85/100 = 85% ≥ 85% → the maximum = 10 points",
    ),
    "one-point": (
        Measured(measure=A_OVER_B), {"a": 1, "b": 10},
        "1/10 = 10% → 10% × 10 = 1 điểm", "1/10 = 10% → 10% × 10 = 1 point",
    ),
    "the-whole-of-a-ratio": (
        Measured(measure=A_OVER_B), {"a": 8, "b": 8},
        "8/8 = 100% → 100% × 10 = 10 điểm", "8/8 = 100% → 100% × 10 = 10 points",
    ),
    "a-ratio-above-the-whole": (
        Measured(measure=replace(A_OVER_B, capped=True)), {"a": 9, "b": 8},
        "9/8 = 112,5% ≥ 100% → điểm tối đa = 10 điểm",
        "9/8 = 112.5% ≥ 100% → the maximum = 10 points",
    ),
    "a-change-below-zero": (
        measured(Count(of=SIGNED), FullAt(full_at=Fraction(10))), {"x": -2},
        "−2 < 0 → 0 điểm", "−2 < 0 → 0 points",
    ),
    "no-change": (
        measured(Count(of=SIGNED), FullAt(full_at=Fraction(10))), {"x": 0},
        "0 < 10 → 0/10 × 10 = 0 điểm", "0 < 10 → 0/10 × 10 = 0 points",
    ),
    "a-given-rate": (
        measured(RATE, FULL_AT_85), {"percent": Fraction(1, 2)},
        "tỷ lệ nhập 50% < 85% → 50%/85% × 10 = 5,88 điểm",
        "the given rate 50% < 85% → 50%/85% × 10 = 5.88 points",
    ),
    "a-given-rate-in-proportion": (
        measured(RATE, FullAt()), {"percent": Fraction(1, 2)},
        "tỷ lệ nhập 50% → 50% × 10 = 5 điểm", "the given rate 50% → 50% × 10 = 5 points",
    ),
    "a-rate-given-in-place-of-counts": (
        measured(WITH_RATE, FullAt()), {"percent": Fraction(1, 2), "a": 3},
        "tỷ lệ nhập 50% → 50% × 10 = 5 điểm",
        "the given rate 50% → 50% × 10 = 5 points",
    ),
    "counts-before-a-given-rate": (
        measured(WITH_RATE, FullAt()), {"percent": Fraction(1, 2), "a": 3, "b": 4},
        "3/4 = 75% → 75% × 10 = 7,5 điểm", "3/4 = 75% → 75% × 10 = 7.5 points",
    ),
    "what-is-left": (
        measured(replace(A_OVER_B, complement=True), FullAt()), {"a": 1, "b": 4},
        "(4 − 1)/4 = 75% → 75% × 10 = 7,5 điểm", "(4 − 1)/4 = 75% → 75% × 10 = 7.5 points",
    ),
    "a-change-as-a-ratio": (
        measured(replace(A_OVER_B, part=((X, 1), (B, -1)), capped=True), FullAt()),
        {"x": 6, "b": 4},
        "(6 − 4)/4 = 50% → 50% × 10 = 5 điểm", "(6 − 4)/4 = 50% → 50% × 10 = 5 points",
    ),
    "weighted": (
        measured(replace(A_OVER_B, part=((X, 1), (A_OVER_B.part[0][0], Fraction(1, 2)))), FullAt()),
        {"x": 1, "a": 2, "b": 4},
        "(1 + 1/2×2)/4 = 50% → 50% × 10 = 5 điểm",
        "(1 + 1/2×2)/4 = 50% → 50% × 10 = 5 points",
    ),
    "top-band": (
        measured(COUNTS, UP), {"x": 1234},
        "1.234 ≥ 10 → điểm tối đa = 10 điểm", "1,234 ≥ 10 → the maximum = 10 points",
    ),
    "middle-band": (
        measured(COUNTS, UP), {"x": 7},
        "7 > 5 và < 10 → 1/2 × 10 = 5 điểm", "7 > 5 and < 10 → 1/2 × 10 = 5 points",
    ),
    "below-an-open-band": (
        measured(COUNTS, UP), {"x": 5}, "5 ≤ 5 → 0 điểm", "5 ≤ 5 → 0 points",
    ),
    "band-with-two-ends": (
        measured(COUNTS, BETWEEN), {"x": 4},
        "4 ≥ 3 và < 5 → điểm tối đa = 10 điểm", "4 ≥ 3 and < 5 → the maximum = 10 points",
    ),
    "band-of-one-value": (
        measured(COUNTS, BETWEEN), {"x": 7},
        "7 → 1/2 × 10 = 5 điểm", "7 → 1/2 × 10 = 5 points",
    ),
    "band-in-proportion": (
        measured(COUNTS, BETWEEN), {"x": 2},
        "2 ≤ 2 → 2/400% × 10 = 5 điểm", "2 ≤ 2 → 2/400% × 10 = 5 points",
    ),
    "outside-the-bands": (
        measured(COUNTS, Bands(bands=(band(FULL, Bound(">=", 3), Bound("<", 5)),))), {"x": 6},
        "6 ngoài các mức đã in → 0 điểm", "6 outside the printed bands → 0 points",
    ),
    "points-otherwise": (
        measured(COUNTS, BETWEEN), {"x": 9}, "9 > 2 → 1,5 điểm", "9 > 2 → 1.5 points",
    ),
    "all-of-it": (
        measured(A_OVER_B, Bands(bands=(Band(threshold=Fraction(1), award=FULL),))),
        {"a": 8, "b": 8},
        "8/8 = 100% → điểm tối đa = 10 điểm", "8/8 = 100% → the maximum = 10 points",
    ),
    "nearly-all": (
        measured(A_OVER_B, Bands(bands=(Band(threshold=Fraction(1), award=FULL),))),
        {"a": 99_999, "b": 100_000},
        "99.999/100.000 = 99,999% < 100% → 0 điểm",
        "99,999/100,000 = 99.999% < 100% → 0 points",
    ),
    "each": (
        measured(COUNTS, Each(each=Fraction(2))), {"x": 3},
        "3 × 2 = 6 điểm", "3 × 2 = 6 points",
    ),
    "each-up-to-a-cap": (
        measured(COUNTS, Each(each=Fraction(2), at_most=Fraction(5))), {"x": 3},
        "3 × 2 = 6 điểm, tối đa 5 điểm", "3 × 2 = 6 points, at most 5 points",
    ),
    "each-at-the-cap": (
        measured(COUNTS, Each(each=Fraction(2), at_most=Fraction(6))), {"x": 3},
        "3 × 2 = 6 điểm", "3 × 2 = 6 points",
    ),
    "each-from-a-start": (
        measured(COUNTS, Each(each=Fraction(1, 2), start=Fraction(3))), {"x": 3},
        "3 + 3 × 0,5 = 4,5 điểm", "3 + 3 × 0.5 = 4.5 points",
    ),
    "a-deduction": (
        measured(COUNTS, Each(each=Fraction(-2), start=Fraction(10), at_least=Fraction(1))),
        {"x": 3},
        "10 − 3 × 2 = 4 điểm", "10 − 3 × 2 = 4 points",
    ),
    "a-deduction-to-the-floor": (
        measured(COUNTS, Each(each=Fraction(-2), start=Fraction(10), at_least=Fraction(1))),
        {"x": 5},
        "10 − 5 × 2 = 0 điểm, tối thiểu 1 điểm", "10 − 5 × 2 = 0 points, at least 1 point",
    ),
    "a-deduction-at-the-floor": (
        measured(COUNTS, Each(each=Fraction(-2), start=Fraction(10), at_least=Fraction(4))),
        {"x": 3},
        "10 − 3 × 2 = 4 điểm", "10 − 3 × 2 = 4 points",
    ),
    "a-change-for-each": (
        measured(Count(of=SIGNED), Each(each=Fraction(1, 2))), {"x": -3},
        "−3 × 0,5 = −1,5 điểm, tối thiểu 0 điểm", "−3 × 0.5 = −1.5 points, at least 0 points",
    ),
    "a-change-that-takes-away": (
        measured(Count(of=SIGNED), Each(each=Fraction(-1, 2))), {"x": 3},
        "0 − 3 × 0,5 = −1,5 điểm", "0 − 3 × 0.5 = −1.5 points",
    ),
    "days-late": (
        measured(Count(of=DAY, base=DUE), Bands(bands=(band(FULL, Bound("<=", 3)),))),
        {"x": 45310, "a": 45306},
        "19/01/2024 − 15/01/2024 = 4 ngày > 3 ngày → 0 điểm",
        "2024-01-19 − 2024-01-15 = 4 days > 3 days → 0 points",
    ),
    "a-day": (
        measured(Count(of=DAY), Bands(bands=(band(FULL, Bound("<", 45306)),))), {"x": 45306},
        "15/01/2024 ≥ 15/01/2024 → 0 điểm", "2024-01-15 ≥ 2024-01-15 → 0 points",
    ),
    "the-difference-of-counts": (
        measured(Count(of=X, base=B), FullAt(full_at=Fraction(4))), {"x": 1500, "b": 1498},
        "1.500 − 1.498 = 2 < 4 → 2/4 × 10 = 5 điểm",
        "1,500 − 1,498 = 2 < 4 → 2/4 × 10 = 5 points",
    ),
    "a-rank": (
        measured(Rank(of=A_OVER_B), Bands(bands=(band(FULL, Bound("<=", 1)),))),
        {"a": 1, "b": 2, "cohort": (Fraction(1, 2), 1)},
        "1/2 = 50% trong cụm 2 đơn vị = hạng 2 > hạng 1 → 0 điểm",
        "1/2 = 50% among 2 units = rank 2 > rank 1 → 0 points",
    ),
    "a-rank-of-a-count": (
        measured(Rank(of=COUNTS), Bands(bands=(band(FULL, Bound("<=", 1)),))),
        {"x": 3, "cohort": (3, 1)},
        "3 trong cụm 2 đơn vị = hạng 1 ≤ hạng 1 → điểm tối đa = 10 điểm",
        "3 among 2 units = rank 1 ≤ rank 1 → the maximum = 10 points",
    ),
    "min-max": (
        MinMax(measure=A_OVER_B), {"a": 1, "b": 2, "cohort": (Fraction(1, 4), 1)},
        "1/2 = 50%; thấp nhất 25%, cao nhất 100% trong cụm → (50% − 25%)/(100% − 25%) × 10 = "
        "3,33 điểm",
        "1/2 = 50%; lowest 25%, highest 100% of the cohort → (50% − 25%)/(100% − 25%) × 10 = "
        "3.33 points",
    ),
    "min-max-from-the-worst": (
        MinMax(measure=COUNTS, inverse=True, lowest=Fraction(1, 5), highest=Fraction(4, 5)),
        {"x": 3, "cohort": (1, 5)},
        "3; thấp nhất 1, cao nhất 5 trong cụm → 2 + (5 − 3)/(5 − 1) × 6 = 5 điểm",
        "3; lowest 1, highest 5 of the cohort → 2 + (5 − 3)/(5 − 1) × 6 = 5 points",
    ),
    "share-of-the-leader": (
        MinMax(measure=COUNTS, leader=True), {"x": 1000, "cohort": (1, 2000)},
        "1.000; thấp nhất 1, cao nhất 2.000 trong cụm → 1.000/2.000 × 10 = 5 điểm",
        "1,000; lowest 1, highest 2,000 of the cohort → 1,000/2,000 × 10 = 5 points",
    ),
    "all-alike": (
        MinMax(measure=COUNTS), {"x": 3, "cohort": (3, 3)},
        "3; mọi đơn vị bằng nhau → 10 điểm", "3; all units are alike → 10 points",
    ),
    "an-option": (
        Options(options=(option("Kịp thời", Fixed(award=FULL)), option("Trễ", Fixed(award=HALF)))),
        {"option": 2},
        "chọn 2. «Trễ» → 1/2 × 10 = 5 điểm", "option 2. «Trễ» → 1/2 × 10 = 5 points",
    ),
    "parts": (
        Parts(parts=(part("Một", FULL), part("Hai", HALF))), {"part1": False, "part2": True},
        "(1) không: 0 điểm; (2) có: 5 điểm → 0 + 5 = 5 điểm",
        "(1) no: 0 points; (2) yes: 5 points → 0 + 5 = 5 points",
    ),
    "one-part": (
        Parts(parts=(part("Một", HALF),)), {"part1": True},
        "có: 5 điểm", "yes: 5 points",
    ),
    "a-total": (
        Total(rules=(Fixed(award=HALF), measured(COUNTS, Each(each=Fraction(1, 2))))), {"x": 3},
        "(1) 1/2 × 10 = 5 điểm; (2) 3 × 0,5 = 1,5 điểm → 5 + 1,5 = 6,5 điểm",
        "(1) 1/2 × 10 = 5 points; (2) 3 × 0.5 = 1.5 points → 5 + 1.5 = 6.5 points",
    ),
    "a-capped-total": (
        Total(rules=(Fixed(award=FULL), Fixed(award=HALF)), at_most=Fraction(10)), {},
        "(1) điểm tối đa = 10 điểm; (2) 1/2 × 10 = 5 điểm → 10 + 5, tối đa 10 điểm",
        "(1) the maximum = 10 points; (2) 1/2 × 10 = 5 points → 10 + 5, at most 10 points",
    ),
    "a-total-with-a-floor": (
        Total(rules=(Fixed(award=NOTHING), Fixed(award=NOTHING)), at_least=Fraction(1)), {},
        "(1) 0 điểm; (2) 0 điểm → 0 + 0, tối thiểu 1 điểm",
        "(1) 0 points; (2) 0 points → 0 + 0, at least 1 point",
    ),
    "a-sum-inside-a-sum": (
        Total(rules=(Total(rules=(Fixed(award=HALF),)), Parts(parts=(part("Một", HALF),)))),
        {"part1": True},
        "(1) [(1) 1/2 × 10 = 5 điểm → 5 = 5 điểm]; (2) có: 5 điểm → 5 + 5 = 10 điểm",
        "(1) [(1) 1/2 × 10 = 5 points → 5 = 5 points]; (2) yes: 5 points → 5 + 5 = 10 points",
    ),
    "parts-inside-a-sum": (
        Total(rules=(Parts(parts=(part("Một", HALF), part("Hai", HALF))), Fixed(award=NOTHING))),
        {"part1": True, "part2": False},
        "(1) [(1) có: 5 điểm; (2) không: 0 điểm → 5 + 0 = 5 điểm]; (2) 0 điểm → 5 + 0 = 5 điểm",
        "(1) [(1) yes: 5 points; (2) no: 0 points → 5 + 0 = 5 points]; (2) 0 points → "
        "5 + 0 = 5 points",
    ),
    "the-best": (
        Best(rules=(Fixed(award=HALF), measured(COUNTS, Each(each=Fraction(2))))), {"x": 4},
        "cách lợi nhất: 4 × 2 = 8 điểm", "the way that brings most: 4 × 2 = 8 points",
    ),
    "a-case-of-a-number": (
        case((B, 0)), {"a": 0, "b": 0},
        "b = 0 → điểm tối đa = 10 điểm", "b = 0 → the maximum = 10 points",
    ),
    "a-case-of-answers": (
        case((YES, True), (B, 1500)), {"has_section": True, "b": 1500},
        "«Có chuyên mục»: có, b = 1.500 → điểm tối đa = 10 điểm",
        "«Có chuyên mục»: yes, b = 1,500 → the maximum = 10 points",
    ),
    "a-case-of-no": (
        case((replace(YES, label=""), False)), {"has_section": False},
        "«has_section»: không → điểm tối đa = 10 điểm",
        "«has_section»: no → the maximum = 10 points",
    ),
    "a-case-of-a-blank": (
        case((B, "missing")), {"a": 1},
        "b để trống → điểm tối đa = 10 điểm", "b is blank → the maximum = 10 points",
    ),
    "a-case-of-more-than-zero": (
        case((B, "positive")), {"b": 2},
        "b > 0 → điểm tối đa = 10 điểm", "b > 0 → the maximum = 10 points",
    ),
    "a-case-of-another-row": (
        case((ROW, Fraction(5, 2))), {"row_1_1": Fraction(5, 2)},
        "điểm chỉ số 1.1 = 2,5 → điểm tối đa = 10 điểm",
        "the score of indicator 1.1 = 2.5 → the maximum = 10 points",
    ),
    "a-case-of-another-row-above-zero": (
        case((ROW, "positive")), {"row_1_1": 1},
        "điểm chỉ số 1.1 > 0 → điểm tối đa = 10 điểm",
        "the score of indicator 1.1 > 0 → the maximum = 10 points",
    ),
    "a-case-of-another-row-without-a-score": (
        case((ROW, "missing")), {},
        "điểm chỉ số 1.1 chưa có → điểm tối đa = 10 điểm",
        "the score of indicator 1.1 is not there yet → the maximum = 10 points",
    ),
    "no-case": (
        case((B, 0)), {"a": 1, "b": 2},
        "1/2 = 50% → 50% × 10 = 5 điểm", "1/2 = 50% → 50% × 10 = 5 points",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_in_both_languages(name: str) -> None:
    rule, values, vi, en = SENTENCES[name]
    program = Program(rule, Fraction(10))
    assert program.explain(values) == vi
    assert program.explain(values, "vi") == vi
    assert program.explain(values, "en") == en


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_ends_with_the_score(name: str) -> None:
    rule, values, vi, _ = SENTENCES[name]
    score = Program(rule, Fraction(10)).run(values).score
    assert score is not None
    shown = re.findall(r"(−?[0-9.,]+) điểm", vi)[-1]
    assert abs(Fraction(shown.replace("−", "-").replace(",", ".")) - score) <= Fraction(1, 200)


STATUS: dict[str, tuple[Rule, dict[str, Any], str, str]] = {
    "complete": (Measured(measure=A_OVER_B), {"a": 1, "b": 2}, "Đủ", "Complete"),
    "missing": (
        Measured(measure=A_OVER_B), {"a": 1}, "Thiếu số liệu: b.", "Missing: b.",
    ),
    "an-option-missing": (
        Options(options=(option("Một", Fixed(award=FULL)),)), {},
        "Thiếu số liệu: lựa chọn.", "Missing: the option.",
    ),
    "a-rate-missing": (
        Measured(measure=RATE), {}, "Thiếu số liệu: Tỷ lệ (%).", "Missing: Rate (%).",
    ),
    "a-rate-above-all": (
        Measured(measure=RATE), {"percent": Fraction(3, 2)},
        "Phần lớn hơn tổng: Tỷ lệ (%) = 150%. Số liệu không thể có nên không được điểm; hãy kiểm "
        "tra lại.",
        "The part is larger than the whole: Rate (%) = 150%. Impossible data earns nothing; "
        "check it.",
    ),
    "a-row-missing": (
        case((ROW, 1)), {"a": 1, "b": 2},
        "Thiếu số liệu: điểm chỉ số 1.1.", "Missing: the score of indicator 1.1.",
    ),
    "a-negative": (
        Measured(measure=A_OVER_B), {"a": Fraction(-5, 2), "b": 1},
        "a không thể âm (−2,5). Hãy kiểm tra lại số liệu.",
        "a cannot be negative (−2.5). Check the figure.",
    ),
    "a-negative-day": (
        Measured(measure=Count(of=DAY)), {"x": -1},
        "x không thể âm (−1). Hãy kiểm tra lại số liệu.",
        "x cannot be negative (−1). Check the figure.",
    ),
    "not-a-number": (
        Measured(measure=A_OVER_B), {"a": Wrong("input-not-a-number", "«x»"), "b": 1},
        "a phải là một số nhưng đang là «x». Hãy nhập lại bằng số.",
        "a must be a number but is «x». Type a number.",
    ),
    "a-part-and-its-whole": (
        Measured(measure=A_OVER_B), {"a": 1500, "b": Fraction(1, 4)},
        "Phần lớn hơn tổng: a = 1.500, b = 0,25. Số liệu không thể có nên không được điểm; hãy "
        "kiểm tra lại.",
        "The part is larger than the whole: a = 1,500, b = 0.25. Impossible data earns nothing; "
        "check it.",
    ),
    "no-whole-and-a-cohort-missing": (
        MinMax(measure=A_OVER_B), {"a": 0, "b": 0},
        "Chỉ số tính theo min-max, cần số liệu của các đơn vị khác: chờ số liệu cụm. Mẫu số bằng 0 "
        "(b = 0) và văn bản không quy định cách tính khi đó. Hãy nhập số liệu đúng, hoặc đánh dấu "
        "không đánh giá nếu được phép.",
        "A min-max indicator needs the figures of the other units: waiting for the cohort. The "
        "denominator is 0 (b = 0) and the document has no rule for it. Type the right figure, or "
        "mark the row as not assessed where that is allowed.",
    ),
    "an-impossible-case": (
        Cases(
            cases=(Case(when=((DAY, 45306), (YES, True)), rule=TEN, impossible=True),),
            otherwise=Fixed(award=HALF),
        ),
        {"x": 45306, "has_section": True},
        "Phần lớn hơn tổng: x = 15/01/2024, has_section = Có. Số liệu không thể có nên không được "
        "điểm; hãy kiểm tra lại.",
        "The part is larger than the whole: x = 2024-01-15, has_section = yes. Impossible data "
        "earns nothing; check it.",
    ),
    "a-warning": (
        Options(options=(option("Một", Fixed(award=FULL), warning="Chưa in trong văn bản."),)),
        {"option": 1},
        "Đủ (Chưa in trong văn bản.)", "Complete (Chưa in trong văn bản.)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STATUS)
def test_the_status_in_both_languages(name: str) -> None:
    rule, values, vi, en = STATUS[name]
    outcome = Program(rule, Fraction(10)).run(values, "1.2")
    assert status_words(outcome) == vi
    assert status_words(outcome, "en") == en
    assert {found.indicator for found in outcome.findings} <= {"1.2"}


@pytest.mark.parametrize(
    ("typed", "vi", "en"),
    [
        pytest.param("7.06", "Khớp", "Agrees", id="agrees"),
        pytest.param(
            "6.62", "Lệch −0,44 (tính được 7,06)", "Differs by −0.44 (computed: 7.06)", id="less"
        ),
        pytest.param(
            "1007.06", "Lệch 1.000 (tính được 7,06)", "Differs by 1,000 (computed: 7.06)", id="more"
        ),
        pytest.param(
            "7.0589",
            "Lệch 0,0001 (tính được 7,0588)",
            "Differs by 0.0001 (computed: 7.0588)",
            id="digits-enough-to-see-it",
        ),
    ],
)
def test_the_comparison_in_both_languages(typed: str, vi: str, en: str) -> None:
    score = Fraction(120, 17)
    assert compare(Fraction(typed), score) == vi
    assert compare(Fraction(typed), score, "en") == en


def test_a_row_in_english() -> None:
    row = load_scored("HB-2023-XA").by_code["3.4"]
    assert explain(row, {"a": 600, "b": 1000}, "en") == (
        "3.4: 600/1,000 = 60% < 85% → 60%/85% × 10 = 7.06 points (Phụ lục IV, mục 3.4; "
        "adopted reading: mẫu số là tổng dân số như văn bản)"
    )
    assert explain(row, {"a": 9, "b": 8}, "en").startswith(
        "3.4: no score yet. The part is larger than the whole: a = 9, b = 8. Impossible"
    )


VIETNAMESE = re.compile(
    "[ăâđêôơưàáạảãầấậẩẫằắặẳẵèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]", re.I
)


def printed(node: Any) -> Iterator[str]:
    """Every text of the ruleset that a rule holds."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from printed(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from printed(getattr(node, field.name))


@pytest.mark.parametrize("table", SCORED)
def test_english_is_complete_but_for_what_is_quoted(table: str) -> None:
    rng = random.Random(table)
    for row in load_scored(table).indicators:
        quoted = [row.place, *printed(row.rule), *printed(row.slots)]
        quoted += [reading.adopted for reading in row.readings]
        for full in (True, False, True, False):
            given = dict(read_inputs(row, random_inputs(row, rng)))
            if not full:
                given = {name: given[name] for name in given if rng.random() < 0.5}
            said = explain(row, given, "en")
            for words in sorted(quoted, key=len, reverse=True):
                if VIETNAMESE.search(words):
                    said = said.replace(words.rstrip("."), "…")
            assert not VIETNAMESE.search(said), said
