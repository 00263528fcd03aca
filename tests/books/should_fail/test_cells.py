"""Workbooks of ours with one cell spoiled: exactly that is found, where it is, and no more."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from rulesets.laws import load_scored
from scoring.assess import assess
from scoring.findings import Severity
from scoring.read_unit import read_submission
from tests.support.cases import (
    EDITIONS,
    GOOD,
    INDEX,
    TABLE,
    TOTAL,
    TOTAL_TYPED,
    TYPED_TOTAL,
    Case,
    Totals,
    assert_totals,
    errors,
    given,
    office,
    places,
    score,
    typed,
    warnings,
    with_inputs,
)
from tests.support.spoil import Patch
from workbooks.design.book import design_of, first_values
from workbooks.design.names import NATIVE, SCORING, UDF, Key
from workbooks.reconcile import Verdict


def totals(
    sheet: Fraction | int | None = 0,
    engine: Fraction | int = 0,
    *,
    again: Fraction | int | None = None,
    typed_total: Fraction = TYPED_TOTAL,
) -> Totals:
    """The four totals as differences from the good ones; None where a total is an error."""
    moved = None if sheet is None else TOTAL + sheet
    return (typed_total, moved, moved if again is None else TOTAL + again, TOTAL + engine)


S31, T31, A31, B31 = score("3.1"), typed("3.1"), given("3.1", "a"), given("3.1", "b")
PILLAR_3, TOTAL_CELL = Key("pillar", "3"), Key("total")
_BUILT = design_of(load_scored(TABLE), NATIVE).formulas[S31].place
TITLE = replace(_BUILT, column=1)
"""The printed title of row 3.1."""


def scale(patch: Patch) -> None:
    patch.formula(S31, f"({patch.held(S31)})*1.1", 9.9)


def same_value(patch: Patch) -> None:
    patch.formula(S31, f"{patch.held(S31)}+0", 9)


def other_row(patch: Patch) -> None:
    """What comes of copying the formula of row 3.2 without its mark."""
    mark, own = (patch.address(Key("excluded", code)) for code in ("3.2", "3.1"))
    patch.formula(S31, patch.held(score("3.2")).replace(mark, own), 8)


def widen(patch: Patch) -> None:
    first, last = (patch.address(given("1.2", slot)) for slot in "ac")
    wide = f"{first}:{last[0]}{int(last[1:]) + 2}"
    patch.formula(score("1.2"), patch.held(score("1.2")).replace(f"{first}:{last}", wide), 7)


def sum_of(patch: Patch, *rows: str) -> str:
    return f"SUM({','.join(patch.address(score(code)) for code in rows)})"


def pillars_but_the_last(patch: Patch) -> str:
    return f"SUM({','.join(patch.address(Key('pillar', str(n))) for n in range(1, 6))})"


FORMULAS = [
    Case("score typed over", lambda p: p.number(S31, 10), {"formula-overwritten": S31},
         totals=totals(1)),
    Case("score typed over with the right figure", lambda p: p.number(S31, 9),
         {"formula-overwritten": S31}),
    Case("score typed over with a word", lambda p: p.text(S31, "đạt"),
         {"formula-overwritten": S31}, totals=totals(-9)),
    Case("score cleared", lambda p: p.clear(S31), {"formula-overwritten": S31},
         totals=totals(-9)),
    Case("score formula scaled", scale, {"formula-changed": S31, "score-mismatch": S31},
         totals=totals(Fraction(9, 10))),
    Case("score formula changed without effect", same_value, {"formula-changed": S31}),
    Case("score formula of another row", other_row,
         {"formula-changed": S31, "score-mismatch": S31}, totals=totals(-1)),
    Case("score formula over more cells", widen,
         {"formula-changed": score("1.2"), "score-mismatch": score("1.2")}, editions=(UDF,),
         totals=totals(None)),
    Case("maximum raised", lambda p: p.number("dti_max_3_1", 20),
         {"max-score-changed": "dti_max_3_1", "index-mismatch": INDEX}),
    Case("subtotal typed over", lambda p: p.number(PILLAR_3, 20),
         {"formula-overwritten": PILLAR_3, "subtotal-mismatch": PILLAR_3,
          "total-mismatch": TOTAL_CELL}, totals=totals(3)),
    Case("subtotal leaves out a row",
         lambda p: p.formula(PILLAR_3, sum_of(p, "3.2"), 8),
         {"formula-changed": PILLAR_3, "subtotal-mismatch": PILLAR_3,
          "total-mismatch": TOTAL_CELL}, totals=totals(-9)),
    Case("subtotal cleared", lambda p: p.clear(PILLAR_3),
         {"formula-overwritten": PILLAR_3, "total-mismatch": TOTAL_CELL}, totals=totals(-17)),
    Case("total typed over", lambda p: p.number(TOTAL_CELL, 250),
         {"formula-overwritten": TOTAL_CELL, "total-mismatch": TOTAL_CELL},
         totals=totals(250 - TOTAL)),
    Case("total leaves out a pillar",
         lambda p: p.formula(TOTAL_CELL, pillars_but_the_last(p), 0),
         {"formula-changed": TOTAL_CELL, "total-mismatch": TOTAL_CELL},
         totals=totals(-Fraction(2083, 30))),
    Case("total cleared", lambda p: p.clear(TOTAL_CELL),
         {"formula-overwritten": TOTAL_CELL, "index-mismatch": INDEX},
         totals=(TYPED_TOTAL, None, None, TOTAL)),
    Case("index typed over", lambda p: p.number(INDEX, 90),
         {"formula-overwritten": INDEX, "index-mismatch": INDEX}),
    Case("index typed over with the right figure", lambda p: p.number(INDEX, 76.6),
         {"formula-overwritten": INDEX}),
    Case("index over another maximum",
         lambda p: p.formula(INDEX, "dti_total/250*100", 0),
         {"formula-changed": INDEX, "index-mismatch": INDEX}),
    Case("index cleared", lambda p: p.clear(INDEX), {"formula-overwritten": INDEX}),
    Case("status typed over", lambda p: p.text(Key("status", "3.1"), "Đủ"),
         {"formula-overwritten": Key("status", "3.1")}),
    Case("a printed title changed", lambda p: p.text(TITLE.address, "Khác", SCORING),
         {"text-changed": f"{SCORING}!{TITLE.address}"}),
]  # fmt: skip

STALE = [
    Case("score", lambda p: p.stored(S31, 5), {"score-stale": S31}, settled=False),
    Case("score stored as blank", lambda p: p.stored(S31, ""), {"score-stale": S31},
         settled=False),
    Case("score stored as an error", lambda p: p.stored(S31, "#VALUE!"), {"score-stale": S31},
         settled=False),
    Case("subtotal", lambda p: p.stored(PILLAR_3, 10), {"score-stale": PILLAR_3}, settled=False),
    Case("total", lambda p: p.stored(TOTAL_CELL, 200), {"score-stale": TOTAL_CELL}, settled=False,
         totals=totals(200 - TOTAL, again=0)),
    Case("index", lambda p: p.stored(INDEX, 50), {"score-stale": INDEX}, settled=False),
]  # fmt: skip

TYPED = [
    Case("a cent too much", lambda p: p.number(typed("6.5"), 13.34),
         {"score-mismatch": typed("6.5")}),
    Case("just over half a unit", lambda p: p.number(typed("1.2"), 6.86),
         {"score-mismatch": typed("1.2")}),
    Case("one digit, over half a unit", lambda p: p.number(typed("1.2"), 6.8),
         {"score-mismatch": typed("1.2")}),
    Case("zero for a score", lambda p: p.number(T31, 0),
         {"score-mismatch": T31, "total-mismatch": TOTAL_TYPED}),
    Case("above the maximum", lambda p: p.number(T31, 12),
         {"score-mismatch": T31, "total-mismatch": TOTAL_TYPED}),
    Case("total forgot a row", lambda p: p.number(TOTAL_TYPED, 215.81),
         {"total-mismatch": TOTAL_TYPED}, totals=totals(typed_total=Fraction("215.81"))),
    Case("total slipped", lambda p: p.number(TOTAL_TYPED, 238.91),
         {"total-mismatch": TOTAL_TYPED}, totals=totals(typed_total=Fraction("238.91"))),
    Case("subtotal slipped", lambda p: p.number(typed("3"), 18),
         {"subtotal-mismatch": typed("3")}),
    Case("the formula of a typed sum leaves out a row",
         lambda p: p.formula(typed("3"), p.address(typed("3.2")), 8),
         {"subtotal-mismatch": typed("3")}),
]  # fmt: skip

NO_ROW_3_1 = totals(None, -9)
OPTION, PART = given("1.1", "option"), given("1.4", "part1")
INPUTS = [
    Case("negative", lambda p: p.number(A31, -5), {"input-negative": A31}, totals=NO_ROW_3_1),
    Case("part above the whole", lambda p: p.number(A31, 60), {"part-exceeds-whole": A31},
         totals=NO_ROW_3_1),
    Case("part of nothing", lambda p: p.number(B31, 0),
         {"part-exceeds-whole": A31, "zero-denominator": B31}, totals=NO_ROW_3_1),
    Case("zero denominator", lambda p: p.number(A31, 0).number(B31, 0),
         {"zero-denominator": B31}, totals=NO_ROW_3_1),
    Case("words for a number", lambda p: p.text(A31, "khoảng 45"),
         {"input-not-a-number": A31}, totals=NO_ROW_3_1),
    Case("an error value", lambda p: p.error(A31), {"input-not-a-number": A31},
         totals=NO_ROW_3_1),
    Case("option of another text", lambda p: p.text(OPTION, "9. Khác"),
         {"option-unknown": OPTION}, totals=totals(None, -10)),
    Case("option number too high", lambda p: p.number(OPTION, 9), {"option-unknown": OPTION},
         totals=totals(None, -10)),
    Case("half an option", lambda p: p.number(OPTION, 1.5), {"option-unknown": OPTION},
         totals=totals(None, -10)),
    Case("an error value for an option", lambda p: p.error(OPTION, "#REF!"),
         {"input-not-a-number": OPTION}, totals=totals(None, -10)),
    Case("neither yes nor no", lambda p: p.text(PART, "có lẽ"), {"option-unknown": PART},
         totals=totals(None, -5)),
    Case("percentage above all", lambda p: p.number(given("6.4", "percent"), 85.5),
         {"part-exceeds-whole": given("6.4", "percent")},
         totals=totals(None, -Fraction("17.1"))),
    Case("above the maximum, nothing computed", lambda p: p.clear(B31).number(T31, 12),
         {"score-above-maximum": T31, "total-mismatch": TOTAL_TYPED}, {"input-missing": B31},
         totals=totals(-9, -9)),
]  # fmt: skip

MARK, REASON = Key("excluded", "6.2"), Key("reason", "6.2")
ROWS = [
    Case("excluded without reason",
         lambda p: p.text(MARK, "Có").number(TOTAL_TYPED, 215.81),
         {"exclusion-without-reason": REASON},
         totals=totals(-14, -14, typed_total=Fraction("215.81"))),
    Case("an excluded row in the typed total",
         lambda p: p.text(MARK, "Có").text(REASON, "Không có DVCTT"),
         {"total-mismatch": TOTAL_TYPED}, totals=totals(-14, -14)),
    Case("the name of a score deleted", lambda p: p.unname("dti_score_3_1"),
         {"row-missing": SCORING}),
    Case("the name of an input deleted", lambda p: p.unname("dti_in_3_1_a"),
         {"row-missing": SCORING}, totals=totals(0, -9)),
    Case("the name of the total deleted", lambda p: p.unname("dti_total"),
         {"row-missing": SCORING}, totals=(TYPED_TOTAL, TYPED_TOTAL, TYPED_TOTAL, TOTAL)),
    Case("the name of a subtotal deleted", lambda p: p.unname("dti_pillar_3"),
         {"row-missing": SCORING}),
]  # fmt: skip

WARNED = [
    Case("number as text", lambda p: p.text(A31, "45,0"), warnings={"number-as-text": A31},
         totals=NO_ROW_3_1),
    Case("date for a part", lambda p: p.date(given("5.1", "a"), 45512),
         warnings={"input-is-date": given("5.1", "a")}, totals=totals(None, -8)),
    Case("nothing typed", lambda p: p.clear(A31), warnings={"input-missing": A31},
         totals=totals(-9, -9)),
    Case("hidden row", lambda p: p.hide_row(S31), warnings={"row-hidden": S31}),
    Case("hidden input", lambda p: p.hide_row(B31), warnings={"row-hidden": B31}),
    Case("typed score as text", lambda p: p.text(T31, "9,00"), warnings={"number-as-text": T31}),
    Case("macros", lambda p: p.add("xl/vbaProject.bin", b"\0"), warnings={"macro-present": ""}),
    Case("link to another file",
         lambda p: p.add("xl/externalLinks/externalLink1.xml", b"<externalLink/>", "externalLink",
                         "externalLinks/externalLink1.xml"),
         warnings={"external-link": ""}),
    Case("text for a typed score", lambda p: p.text(T31, "chưa chấm"),
         {"input-not-a-number": T31}),
]  # fmt: skip

CASES = [*FORMULAS, *STALE, *TYPED, *INPUTS, *ROWS, *WARNED]
RUNS = [
    pytest.param(case, edition, id=f"{case.name}-{edition}")
    for case in CASES
    for edition in case.editions
]


@pytest.mark.parametrize(("case", "edition"), RUNS)
def test_exactly_this_is_found(case: Case, edition: str, tmp_path: Path) -> None:
    result = case.check(tmp_path, edition)
    assert errors(result) == places(case.errors, result)
    assert warnings(result) == places(case.warnings, result)
    assert_totals(result, case.totals)
    assert result.exit_status == (1 if case.errors else 0)
    waiting = result.assessment is None or result.assessment.missing or result.assessment.wrong
    without = Verdict.INCOMPLETE if waiting else Verdict.MATCH
    assert result.verdict == (Verdict.MISMATCH if case.errors else without)
    for found in result.findings:
        assert all(found.message(lang) for lang in ("vi", "en"))


OLD = [
    # what a program that does not calculate writes into input a of row 3.1, and what else is found
    ("changed", 40, {"score-mismatch": T31}, {}, totals(0, -1, again=-1)),
    ("cleared", None, {}, {"input-missing": A31}, totals(0, -9, again=-9)),
]


@pytest.mark.parametrize(
    ("value", "wanted", "warned", "four"), [row[1:] for row in OLD], ids=[row[0] for row in OLD]
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_value_that_is_old_is_named(
    value: int | None,
    wanted: dict[str, Key],
    warned: dict[str, Key],
    four: Totals,
    edition: str,
    tmp_path: Path,
) -> None:
    """Exactly the cells whose first value would be another one with the new input."""
    case = Case(
        "old", lambda p: p.clear(A31) if value is None else p.number(A31, value), settled=False
    )
    result = case.check(tmp_path, edition)
    table, unit = load_scored(TABLE), office()
    design = design_of(table, edition)
    before, after = (
        first_values(design, assess(table, read_submission(given, table)))
        for given in (unit, with_inputs(_3_1={"a": value, "b": 50}))
    )
    old = [key for key in design.formulas if before[key] != after[key]]
    assert {S31, PILLAR_3, TOTAL_CELL, INDEX} <= set(old)
    assert errors(result) == places(wanted | {"score-stale": [*old]}, result)
    assert warnings(result) == places(warned, result)
    assert_totals(result, four)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_forgotten_row_is_named(edition: str, tmp_path: Path) -> None:
    case = next(case for case in TYPED if case.name == "total forgot a row")
    found = [f for f in case.check(tmp_path, edition).findings if f.severity is Severity.ERROR]
    assert found[0].message() == (
        "Tổng điểm 215,81 không bằng tổng các điểm đang đứng trong bảng: 229,81. "
        "Lệch −14: có lẽ bỏ sót dòng 6.2."
    )


DEEP = ("score typed over", "score formula scaled", "part above the whole", "total")


@pytest.mark.parametrize("name", DEEP)
def test_deep_finds_the_same(name: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == name)
    for edition in (NATIVE, UDF):
        result = case.check(tmp_path, edition, deep=True)
        assert errors(result) == places(case.errors, result)
        assert_totals(result, case.totals)


def test_deep_says_nothing_against_a_good_workbook(tmp_path: Path) -> None:
    result = Case("good", lambda patch: None).check(tmp_path, NATIVE, deep=True)
    assert (errors(result), warnings(result), result.verdict) == (set(), set(), Verdict.MATCH)
    assert_totals(result, GOOD)
