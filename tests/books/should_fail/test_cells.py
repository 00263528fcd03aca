"""Workbooks of ours with one cell spoiled: exactly that is found, where it is, and no more."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from workbooks.layout import NATIVE, SCORING, UDF

from scoring.findings import Severity
from tests.support.cases import (
    EDITIONS,
    GOOD,
    INDEX,
    TOTAL,
    TYPED_TOTAL,
    Case,
    Totals,
    assert_totals,
    errors,
    places,
    warnings,
)
from tests.support.spoil import Patch
from workbooks.reconcile import INCOMPLETE, MATCH, MISMATCH


def totals(
    sheet: Fraction | int | None = 0,
    engine: Fraction | int = 0,
    *,
    again: Fraction | int | None = None,
    typed: Fraction = TYPED_TOTAL,
) -> Totals:
    """The four totals as differences from the good ones; None where a total is an error."""
    moved = None if sheet is None else TOTAL + sheet
    return (typed, moved, moved if again is None else TOTAL + again, TOTAL + engine)


def scale(patch: Patch) -> None:
    patch.formula("F27", f"({patch.held('F27')})*1.1", 9.9)


def same_value(patch: Patch) -> None:
    patch.formula("F27", f"{patch.held('F27')}+0", 9)


def other_row(patch: Patch) -> None:
    patch.formula("F27", patch.held("F30").replace("K30", "K27"), 8)


def widen(patch: Patch) -> None:
    patch.formula("F27", patch.held("F27").replace("E28:E29", "E28:E31"), 9)


FORMULAS = [
    Case("score typed over", lambda p: p.number("F27", 10), {"formula-overwritten": "F27"},
         totals=totals(1)),
    Case("score typed over with the right figure", lambda p: p.number("F27", 9),
         {"formula-overwritten": "F27"}),
    Case("score typed over with a word", lambda p: p.text("F27", "đạt"),
         {"formula-overwritten": "F27"}, totals=totals(-9)),
    Case("score cleared", lambda p: p.clear("F27"), {"formula-overwritten": "F27"},
         totals=totals(-9)),
    Case("score formula scaled", scale, {"formula-changed": "F27"},
         totals=totals(Fraction(9, 10))),
    Case("score formula changed without effect", same_value, {"formula-changed": "F27"}),
    Case("score formula of another row", other_row, {"formula-changed": "F27"}, totals=totals(-1)),
    Case("score formula over more cells", widen, {"formula-changed": "F27"}, editions=(UDF,),
         totals=totals(None)),
    Case("maximum raised", lambda p: p.number("D27", 20),
         {"max-score-changed": "D27", "index-mismatch": INDEX}),
    Case("subtotal typed over", lambda p: p.number("F26", 20),
         {"subtotal-mismatch": "F26", "total-mismatch": "F7"}, totals=totals(3)),
    Case("subtotal leaves out a row", lambda p: p.formula("F26", "SUM(F30:F32)", 8),
         {"subtotal-mismatch": "F26", "total-mismatch": "F7"}, totals=totals(-9)),
    Case("subtotal cleared", lambda p: p.clear("F26"),
         {"formula-overwritten": "F26", "total-mismatch": "F7"}, totals=totals(-17)),
    Case("total typed over", lambda p: p.number("F7", 250), {"total-mismatch": "F7"},
         totals=totals(250 - TOTAL)),
    Case("total leaves out a pillar", lambda p: p.formula("F7", "SUM(F8,F21,F26,F33,F42)", 0),
         {"total-mismatch": "F7"}, totals=totals(-Fraction(2083, 30))),
    Case("total cleared", lambda p: p.clear("F7"),
         {"formula-overwritten": "F7", "index-mismatch": INDEX},
         totals=(TYPED_TOTAL, None, None, TOTAL)),
    Case("index typed over", lambda p: p.number(INDEX, 90), {"index-mismatch": INDEX}),
    Case("index over another maximum",
         lambda p: p.formula(INDEX, "'Chấm điểm'!F7/250*100", 0), {"index-mismatch": INDEX}),
    Case("index cleared", lambda p: p.clear(INDEX), {"formula-overwritten": INDEX}),
]  # fmt: skip

STALE = [
    Case("score", lambda p: p.stored("F27", 5), {"score-stale": "F27"}, settled=False),
    Case("score stored as blank", lambda p: p.stored("F27", ""), {"score-stale": "F27"},
         settled=False),
    Case("score stored as an error", lambda p: p.stored("F27", "#VALUE!"), {"score-stale": "F27"},
         settled=False),
    Case("subtotal", lambda p: p.stored("F26", 10), {"score-stale": "F26"}, settled=False),
    Case("total", lambda p: p.stored("F7", 200), {"score-stale": "F7"}, settled=False,
         totals=totals(200 - TOTAL, again=0)),
    Case("index", lambda p: p.stored(INDEX, 50), {"score-stale": INDEX}, settled=False),
    Case("an input changed by a program that does not calculate", lambda p: p.number("E28", 40),
         {"score-stale": f"F27; F26; F7; {INDEX}", "score-mismatch": "G27"}, settled=False,
         totals=totals(0, -1, again=-1)),
    Case("an input cleared by such a program", lambda p: p.clear("E28"),
         {"score-stale": f"F27; F26; F7; {INDEX}"}, {"input-missing": "E28"}, settled=False,
         totals=totals(0, -9, again=-9)),
]  # fmt: skip

TYPED = [
    Case("a cent too much", lambda p: p.number("G78", 13.34), {"score-mismatch": "G78"}),
    Case("just over half a unit", lambda p: p.number("G11", 6.86), {"score-mismatch": "G11"}),
    Case("one digit, over half a unit", lambda p: p.number("G11", 6.8), {"score-mismatch": "G11"}),
    Case("zero for a score", lambda p: p.number("G27", 0),
         {"score-mismatch": "G27", "total-mismatch": "G7"}),
    Case("above the maximum", lambda p: p.number("G27", 12),
         {"score-mismatch": "G27", "total-mismatch": "G7"}),
    Case("total forgot a row", lambda p: p.number("G7", 215.81), {"total-mismatch": "G7"},
         totals=totals(typed=Fraction("215.81"))),
    Case("total slipped", lambda p: p.number("G7", 238.91), {"total-mismatch": "G7"},
         totals=totals(typed=Fraction("238.91"))),
    Case("subtotal slipped", lambda p: p.number("G26", 18), {"subtotal-mismatch": "G26"}),
    Case("the formula of a typed sum leaves out a row", lambda p: p.formula("G26", "G30", 8),
         {"subtotal-mismatch": "G26"}),
]  # fmt: skip

NO_ROW_3_1 = totals(None, -9)
INPUTS = [
    Case("negative", lambda p: p.number("E28", -5), {"input-negative": "E28"}, totals=NO_ROW_3_1),
    Case("part above the whole", lambda p: p.number("E28", 60), {"part-exceeds-whole": "E28"},
         totals=NO_ROW_3_1),
    Case("part of nothing", lambda p: p.number("E29", 0),
         {"part-exceeds-whole": "E28", "zero-denominator": "E29"}, totals=NO_ROW_3_1),
    Case("zero denominator", lambda p: p.number("E28", 0).number("E29", 0),
         {"zero-denominator": "E29"}, totals=NO_ROW_3_1),
    Case("words for a number", lambda p: p.text("E28", "khoảng 45"),
         {"input-not-a-number": "E28"}, totals=NO_ROW_3_1),
    Case("an error value", lambda p: p.error("E28"), {"input-not-a-number": "E28"},
         totals=NO_ROW_3_1),
    Case("option of another text", lambda p: p.text("E10", "9. Khác"), {"option-unknown": "E10"},
         totals=totals(None, -10)),
    Case("option number too high", lambda p: p.number("E10", 9), {"option-unknown": "E10"},
         totals=totals(None, -10)),
    Case("half an option", lambda p: p.number("E10", 1.5), {"option-unknown": "E10"},
         totals=totals(None, -10)),
    Case("an error value for an option", lambda p: p.error("E10", "#REF!"),
         {"input-not-a-number": "E10"}, totals=totals(None, -10)),
    Case("neither yes nor no", lambda p: p.text("E20", "có lẽ"), {"option-unknown": "E20"},
         totals=totals(None, -5)),
    Case("percentage above all", lambda p: p.number("E77", 85.5), {"part-exceeds-whole": "E77"},
         totals=totals(None, -Fraction("17.1"))),
    Case("above the maximum, nothing computed", lambda p: p.clear("E29").number("G27", 12),
         {"score-above-maximum": "G27", "total-mismatch": "G7"}, {"input-missing": "E29"},
         totals=totals(-9, -9)),
]  # fmt: skip

ROWS = [
    Case("excluded without reason",
         lambda p: p.text("K67", "Có").number("G7", 215.81),
         {"exclusion-without-reason": "L67"},
         totals=totals(-14, -14, typed=Fraction("215.81"))),
    Case("an excluded row in the typed total",
         lambda p: p.text("K67", "Có").text("L67", "Không có DVCTT"),
         {"total-mismatch": "G7"}, totals=totals(-14, -14)),
    Case("the name of a score deleted", lambda p: p.unname("dti_score_3_1"),
         {"row-missing": SCORING}, totals=totals(0, -9)),
    Case("the name of an input deleted", lambda p: p.unname("dti_in_3_1_a"),
         {"row-missing": SCORING}, totals=totals(0, -9)),
    Case("the name of the total deleted", lambda p: p.unname("dti_total"),
         {"row-missing": SCORING}, totals=(TYPED_TOTAL, TYPED_TOTAL, TYPED_TOTAL, TOTAL)),
    Case("the name of a subtotal deleted", lambda p: p.unname("dti_pillar_3"),
         {"row-missing": SCORING}),
]  # fmt: skip

WARNED = [
    Case("number as text", lambda p: p.text("E28", "45,0"), warnings={"number-as-text": "E28"},
         totals=NO_ROW_3_1),
    Case("date for a part", lambda p: p.date("E44", 45512), warnings={"input-is-date": "E44"},
         totals=totals(None, -8)),
    Case("nothing typed", lambda p: p.clear("E28"), warnings={"input-missing": "E28"},
         totals=totals(-9, -9)),
    Case("hidden row", lambda p: p.hide_row(27), warnings={"row-hidden": "F27"}),
    Case("hidden input", lambda p: p.hide_row(29), warnings={"row-hidden": "E29"}),
    Case("typed score as text", lambda p: p.text("G27", "9,00"),
         warnings={"number-as-text": "G27"}),
    Case("macros", lambda p: p.add("xl/vbaProject.bin", b"\0"), warnings={"macro-present": ""}),
    Case("link to another file",
         lambda p: p.add("xl/externalLinks/externalLink1.xml", b"<externalLink/>", "externalLink",
                         "externalLinks/externalLink1.xml"),
         warnings={"external-link": ""}),
    Case("text for a typed score", lambda p: p.text("G27", "chưa chấm"),
         {"input-not-a-number": "G27"}),
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
    scored = result.assessment is not None and all(row.score for row in result.assessment.rows)
    assert result.verdict == (MISMATCH if case.errors else MATCH if scored else INCOMPLETE)
    for found in result.findings:
        assert all(found.message(lang) for lang in ("vi", "en"))


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
    assert (errors(result), warnings(result), result.verdict) == (set(), set(), MATCH)
    assert_totals(result, GOOD)
