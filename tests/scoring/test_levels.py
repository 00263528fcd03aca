"""Levels: what is read, what is met, which level is reached, what stops the next one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from scoring.law import Decision, Reading
from scoring.levels import (
    NO_LEVEL,
    Criterion,
    LevelGroup,
    LevelTable,
)
from scoring.submission import UnusableInput
from scoring.thresholds import (
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    Counted,
    NotApplicable,
    Threshold,
    ValueKind,
    Yes,
)
from tests.support.values import assess_values, hold, value

NA = NotApplicable()
STRICT = Reading(
    id="if-any",
    place="I.3",
    printed="(nếu có)",
    adopted="hiểu chặt",
    why="",
    effect="",
    alternative="",
)


def percents(*needed: int | None) -> tuple[Threshold, ...]:
    return tuple(NA if n is None else AtLeastPercent(Fraction(n, 100)) for n in needed)


def criterion(
    code: str, kind: ValueKind, thresholds: tuple[Threshold, ...], if_any: bool = False
) -> Criterion:
    return Criterion(
        code=code,
        pillar="I",
        name=f"Tiêu chí {code}",
        unit="đơn vị",
        kind=kind,
        levels=tuple(threshold.words for threshold in thresholds),
        thresholds=thresholds,
        place=f"mục {code}",
        if_any=if_any,
        readings=(STRICT,) if if_any else (),
    )


RATE = criterion("I.1", ValueKind.PERCENT, percents(20, 40, 60, 80, 100))
ANSWER = criterion("I.2", ValueKind.YES_NO, (NA, NA, Yes(), Yes(), Yes()))
PRODUCTS = criterion("I.3", ValueKind.PERCENT, percents(None, 50, 50, 50, 50), if_any=True)
FIRMS = criterion(
    "I.4",
    ValueKind.COUNT_OF_TOTAL,
    (NA, NA, AtLeastCount(1), AtLeastCount(2), AtLeastCount(3, or_all=True)),
)
HALF = Fraction(1, 2)
COMMUNES = criterion(
    "I.5",
    ValueKind.COMMUNES,
    (CommunesFrom(1), *(CommunesFrom(k - 1, HALF, k) for k in (2, 3, 4, 5))),
)
STAFF = criterion("I.6", ValueKind.COUNT, tuple(AtLeastCount(n) for n in (1, 1, 1, 1, 2)))


def table(*rows: Criterion) -> LevelTable:
    return LevelTable(
        id="THU-2024-XA",
        kind="levels",
        title="Bảng thử",
        place="Phụ lục",
        unit_type="xa",
        decision=Decision(id="thu-2024", title="Quyết định thử"),
        level_names=("Khởi động", "Kết nối", "Cơ bản", "Nâng cao", "Toàn diện"),
        pillars=(LevelGroup(code="I", name="Nhóm", criteria=rows),),
    )


def level(values: dict[str, Any], *rows: Criterion) -> tuple[int, tuple[str, ...]]:
    assessment = assess_values(table(*rows), values)
    return assessment.level, assessment.blocking


@pytest.mark.parametrize(
    ("rate", "reached"),
    [(0, 0), (Decimal("19.99"), 0), (20, 1), (Decimal("79.999999"), 3), (80, 4), (100, 5)],
)
def test_a_rate_reaches_its_thresholds_exactly(rate: Any, reached: int) -> None:
    assert level({"I.1": rate}, RATE) == (reached, () if reached == 5 else ("I.1",))


def test_a_criterion_that_does_not_apply_is_left_out() -> None:
    assert level({"I.1": 100}, RATE, ANSWER) == (2, ("I.2",))
    assert level({"I.1": 100, "I.2": True}, RATE, ANSWER) == (5, ())


def test_one_criterion_below_holds_the_level_and_is_named() -> None:
    assert level({"I.1": 45, "I.2": True, "I.6": 2}, RATE, ANSWER, STAFF) == (2, ("I.1",))


def test_all_that_stop_the_next_level_are_named_as_printed() -> None:
    assert level({"I.6": 0}, STAFF, RATE) == (0, ("I.6", "I.1"))


def test_the_highest_level_counts_though_one_below_it_is_not_met() -> None:
    # «hoặc 100%» stands at level 5 only: one of one meets 3 and 5, not 4.
    row = hold(FIRMS, {"count": 1, "total": 1})
    assert row.met == (None, None, True, False, True)
    assert row.highest == 5
    assert level({"I.4": {"count": 1, "total": 1}}, FIRMS) == (5, ())


@pytest.mark.parametrize(
    ("value", "met"),
    [
        ({"count": 0, "total": 0}, (False, False, False)),
        ({"count": 1, "total": 3}, (True, False, False)),
        ({"count": 2, "total": 2}, (True, True, True)),
        ({"count": 2, "total": 3}, (True, True, False)),
        ({"count": 3}, (True, True, True)),
        ({"count": 2}, (True, True, False)),
        ({"count": 3, "total": 2}, (False, False, False)),
    ],
)
def test_a_count_of_a_total(value: Any, met: tuple[bool, ...]) -> None:
    assert hold(FIRMS, value).met == (None, None, *met)


def test_a_total_that_would_decide_is_asked_for() -> None:
    row = hold(FIRMS, {"count": 2})
    assert [f.code for f in row.findings] == ["input-missing"]
    assert "tổng số" in row.findings[0].message()
    assert hold(FIRMS, {"count": 3}).findings == ()


@pytest.mark.parametrize(
    ("levels", "reached"),
    [
        ([1, 1, 0], 0),
        ([1, 1, 1], 1),
        ([1, 2], 2),
        ([1, 1, 2], 1),
        ([5, 5, 1], 2),
        ([2, 3, 3], 3),
        ([4, 5], 5),
        ([4, 4, 5], 4),
    ],
)
def test_communes_by_level(levels: list[int], reached: int) -> None:
    assert level({"I.5": {"commune_levels": levels}}, COMMUNES)[0] == reached


@pytest.mark.parametrize(
    ("row", "raw"),
    [
        (RATE, None),
        (STAFF, None),
        (ANSWER, None),
        (FIRMS, None),
        (FIRMS, {"count": None, "total": 4}),
        (COMMUNES, {"commune_levels": []}),
        (COMMUNES, {"commune_levels": [3, None]}),
    ],
)
def test_a_missing_value_is_not_met_and_said(row: Criterion, raw: Any) -> None:
    assessed = hold(row, raw)
    assert True not in assessed.met
    assert assessed.status == "thiếu số liệu"
    assert [f.code for f in assessed.findings] == ["input-missing"]
    assert assessed.findings[0].indicator == row.code
    assert row.name in assessed.findings[0].message()


@pytest.mark.parametrize(
    ("row", "raw", "code", "shown"),
    [
        (RATE, "62%", "input-not-a-number", "«62%»"),
        (RATE, True, "input-not-a-number", "Có"),
        (RATE, {"num": 0, "den": 0}, "input-not-a-number", "num"),
        (RATE, -1, "input-negative", "−1"),
        (RATE, Decimal("100.5"), "part-exceeds-whole", "100,5%"),
        (STAFF, -2, "input-negative", "−2"),
        (ANSWER, "có lẽ", "option-unknown", "«có lẽ»"),
        (FIRMS, "3/2", "input-not-a-number", "«3/2»"),
        (FIRMS, {"count": 3, "total": 2}, "part-exceeds-whole", "3/2"),
        (FIRMS, {"count": 3, "total": -2}, "input-negative", "−2"),
        (FIRMS, {"cuont": 3}, "input-not-a-number", "cuont"),
        (COMMUNES, [3, 4], "input-not-a-number", "[3, 4]"),
        (COMMUNES, {"commune_levels": "34"}, "input-not-a-number", "«34»"),
        (COMMUNES, {"commune_levels": [3, 6]}, "option-unknown", "6"),
        (COMMUNES, {"commune_levels": [3, Decimal("2.5")]}, "option-unknown", "2,5"),
        (COMMUNES, {"commune_levels": [3, -1]}, "input-negative", "−1"),
    ],
)
def test_a_value_that_cannot_be_is_not_met_and_said(
    row: Criterion, raw: Any, code: str, shown: str
) -> None:
    assessed = hold(row, raw)
    assert True not in assessed.met
    assert (assessed.status, assessed.highest) == ("số liệu sai", 0)
    (found,) = assessed.findings
    assert (found.code, found.indicator) == (code, row.code)
    assert shown in found.message()
    quoted = shown.startswith(("«", "["))
    assert (shown if quoted else shown.replace(",", ".")) in found.message("en")


def test_if_any_is_strict_and_flagged() -> None:
    assessed = hold(PRODUCTS, 0)
    assert assessed.met == (None, False, False, False, False)
    assert assessed.status == "Đủ"
    assert [f.code for f in assessed.findings] == ["reading-applied"]
    assert "hiểu chặt" in assessed.findings[0].message()
    assert hold(PRODUCTS, 60).findings == ()


def test_an_assessment_lists_what_is_missing_and_wrong() -> None:
    assessment = assess_values(table(RATE, ANSWER, STAFF), {"I.1": -1, "I.6": 1})
    assert assessment.missing == ("I.2",)
    assert assessment.wrong == ("I.1",)
    assert [f.code for f in assessment.findings] == ["input-negative", "input-missing"]
    assert assessment.level_name == NO_LEVEL


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnusableInput, match=r"THU-2024-XA.*«I.9»"):
        assess_values(table(RATE), {"I.9": 1})


def test_levels_have_names() -> None:
    law = table(RATE)
    assert [law.name_of(k) for k in (0, 1, 5)] == [NO_LEVEL, "Khởi động", "Toàn diện"]
    with pytest.raises(IndexError):
        law.name_of(6)


def test_values_are_read_exactly() -> None:
    assert value(RATE, 0.1) == Fraction(1, 1000)
    assert value(RATE, Decimal("66.7")) == Fraction(667, 1000)
    assert value(RATE, {"count": 1, "total": 3}) == Fraction(1, 3)
    assert value(ANSWER, "Có") is True


def test_a_bare_number_is_the_count_and_has_no_total() -> None:
    assert value(FIRMS, 3) == value(FIRMS, {"count": 3}) == Counted(3)
    assert hold(FIRMS, 1).status == "thiếu số liệu"


def test_thresholds_say_what_they_ask() -> None:
    assert [t.words for t in FIRMS.thresholds] == [
        "Không áp dụng",
        "Không áp dụng",
        "≥ 1",
        "≥ 2",
        "≥ 3 hoặc 100%",
    ]
    assert COMMUNES.thresholds[2].words == "mọi xã từ mức 2, ≥ 50% số xã từ mức 3"
