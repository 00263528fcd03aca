"""Checks that deserve a table of their own: sums, causes, formulas."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_scored as load
from scoring.assess import assess_scores
from scoring.read_figures import read_inputs
from scoring.read_unit import read_submission
from tests.support.cases import OFFICE, TABLE, TOTAL
from texts import worded
from workbooks.checks.base import Evidence, telling
from workbooks.checks.formulas import normal
from workbooks.checks.scores import cause
from workbooks.checks.sums import sums_are_the_sums_of_their_rows
from workbooks.design.book import design_of
from workbooks.design.names import NATIVE, Key
from workbooks.files.book import Book, Cell, CellKind, Sheet
from workbooks.statement import Statement

_FORMATS = {None: "General", 0: "0", 1: "0.0", 2: "0.00"}


def evidence(
    rows: dict[str, str], sums: dict[str, str], digits: int | None = None, **more: Any
) -> Evidence:
    """The office with scores typed into some rows, and sums: `total` or the code of a pillar.

    `digits`: decimals that the cells of the sums show. `more`: what else the unit says.
    """
    table = load(TABLE)
    assessment = assess_scores(table, read_submission({**OFFICE, **more}, table))
    held: dict[Key, tuple[Fraction | int, str]] = {}
    for row in assess_scores(table, read_submission(OFFICE, table)).rows:
        held[Key("score", row.code)] = (row.score or 0, "General")
        if row.code in rows:
            held[Key("typed", row.code)] = (Fraction(rows[row.code]), "General")
    for code, value in sums.items():
        held[Key("typed", code)] = (Fraction(value), _FORMATS[digits])
    cells = {
        (number, 1): Cell(number, 1, CellKind.NUMBER, value, number_format=shown)
        for number, (value, shown) in enumerate(held.values(), 1)
    }
    statement = Statement(
        book=Book(Path("bieu.xlsx"), (Sheet("S", cells=cells),)),
        law=table,
        submission=assessment.submission,
        design=design_of(table, NATIVE),
        places={key: ("S", f"A{number}") for number, key in enumerate(held, 1)},
    )
    return Evidence(statement, assessment, {})


FOUR = {"6.1": "15", "6.2": "14", "6.3": "10", "6.4": "17.1", "6.5": "13.33"}
SUMS = [
    # name, typed rows, sums, codes found
    ("exact sum of typed rows", FOUR, {"6": "69.43"}, []),
    ("rounded exact sum", FOUR, {"6": "69.433"}, []),
    ("one decimal", FOUR, {"6": "69.4"}, []),
    ("no decimals", FOUR, {"6": "69"}, []),
    ("no decimals, rounded the wrong way", FOUR, {"6": "70"}, ["subtotal-mismatch"]),
    ("a cent beside both", FOUR, {"6": "69.45"}, ["subtotal-mismatch"]),
    ("one decimal, wrong", FOUR, {"6": "69.5"}, ["subtotal-mismatch"]),
    ("rows typed without decimals", {**FOUR, "6.5": "13", "6.4": "17"}, {"6": "69.43"}, []),
    ("their own sum", {**FOUR, "6.5": "13", "6.4": "17"}, {"6": "69"}, []),
    ("neither", {**FOUR, "6.5": "13", "6.4": "17"}, {"6": "69.2"}, ["subtotal-mismatch"]),
    ("a wrong row rightly added", {**FOUR, "6.2": "12"}, {"6": "67.43"}, []),
    ("a wrong row, the sum as computed", {**FOUR, "6.2": "12"}, {"6": "69.43"},
     ["subtotal-mismatch"]),
    ("rows without a typed score count as computed", {}, {"6": "69.43"}, []),
    ("total of computed rows", {}, {"total": "229.81"}, []),
    ("total of rounded subtotals", {},
     {"1": "28.9", "2": "30", "3": "17", "4": "27.5", "5": "57", "6": "69.4", "total": "229.8"},
     []),
    ("total of subtotals, one of them wrong", {},
     {"1": "28.9", "2": "30", "3": "19", "4": "27.5", "5": "57", "6": "69.4", "total": "231.8"},
     ["subtotal-mismatch", "total-mismatch"]),
    ("total beside rows and subtotals", {},
     {"1": "28.9", "2": "30", "3": "17", "4": "27.5", "5": "57", "6": "69.4", "total": "230.8"},
     ["total-mismatch"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "sums", "codes"), [row[1:] for row in SUMS], ids=[row[0] for row in SUMS]
)
def test_sums(rows: dict[str, str], sums: dict[str, str], codes: list[str]) -> None:
    given = evidence(rows, sums)
    assert [found.code for found in sums_are_the_sums_of_their_rows(given)] == codes


@pytest.mark.parametrize(("digits", "found"), [(0, False), (1, False), (2, True), (None, True)])
def test_a_sum_is_as_exact_as_its_cell_shows(digits: int | None, found: bool) -> None:
    """69.4 in a cell that shows one decimal is right; in one that shows two it says 69,40."""
    value = "69.40000001" if digits is None else "69.4"
    given = evidence(FOUR, {"6": value}, digits)
    assert bool(list(sums_are_the_sums_of_their_rows(given))) == found


def test_rows_not_assessed_are_not_added() -> None:
    without = {"6": "55.43"}
    given = evidence(FOUR, without, excluded={"6.2": "Không có DVCTT"})
    assert not list(sums_are_the_sums_of_their_rows(given))
    assert list(sums_are_the_sums_of_their_rows(evidence(FOUR, without)))


MISSED = [("69.43", "55.43", "bỏ sót dòng 6.2"), ("69.43", "54.43", "bỏ sót dòng 6.1")]


@pytest.mark.parametrize(("right", "typed", "why"), MISSED)
def test_the_missed_row_is_named(right: str, typed: str, why: str) -> None:
    (found,) = sums_are_the_sums_of_their_rows(evidence(FOUR, {"6": typed}))
    assert why in found.message()
    assert found.words("expected") == right.replace(".", ",")


CAUSES = [
    # table, code, inputs, typed, what the message says
    ("HB-2023-XA", "3.4", {"a": 600, "b": 1000}, "6", "chưa chia cho 85%"),
    ("HB-2023-XA", "3.4", {"a": 600, "b": 1000}, "6.00", "chưa chia cho 85%"),
    ("HB-2023-XA", "3.4", {"a": 667, "b": 1000}, "7.76", "làm tròn tỷ lệ"),
    ("HB-2023-XA", "3.4", {"a": 667, "b": 1000}, "7.88", "làm tròn tỷ lệ"),
    ("HB-2023-XA", "3.4", {"a": 600, "b": 1000}, "10", "mẫu số chia cho tử số"),
    ("HB-2023-XA", "3.4", {"a": 600, "b": 1000}, "12", "vượt điểm tối đa 10"),
    ("HB-2023-XA", "3.4", {"a": 600, "b": 1000}, "5.5", ""),
    (TABLE, "6.5", {"a": 2, "b": 3}, "13.2", "làm tròn tỷ lệ"),
    (TABLE, "6.5", {"a": 2, "b": 3}, "20", "mẫu số chia cho tử số"),
    (TABLE, "1.1", {"option": 2}, "5", ""),
    (TABLE, "1.1", {"option": 2}, "25", "vượt điểm tối đa 20"),
]


@pytest.mark.parametrize(("table", "code", "inputs", "typed", "said"), CAUSES)
def test_cause(table: str, code: str, inputs: dict[str, Any], typed: str, said: str) -> None:
    indicator = load(table).by_code[code]
    why = cause(indicator, dict(read_inputs(indicator, inputs)), Fraction(Decimal(typed)))
    words = worded(why)
    assert said in words
    assert bool(said) == bool(words)


SAME = [
    ("spaces and case", "if( a1 = true() , 1 )", "IF(A1=TRUE,1)"),
    ("absolute references", "SUM($A$1:A$3)", "SUM(A1:A3)"),
    ("quoted sheets", "'Chấm điểm'!A1", "'CHẤM ĐIỂM'!$A$1"),
    ("one cell as a range", "COUNT(E8:E8)", "COUNT(E8)"),
    ("host prefixes", '[1]!DTI_SCORE("T","1.1",E2)', 'DTI_SCORE("T","1.1",E2:E2)'),
    ("Office.js prefix", '_xldudf_DTI_DTI_SCORE("T",E2)', '_xll.DTI_SCORE("T",E2)'),
]
OTHER = [
    ("another cell", "SUM(A1:A3)", "SUM(A1:A4)"),
    ("another number", "A1*0.85", "A1*0.8"),
    ("texts keep their case", 'IF(A1="Có",1)', 'IF(A1="CÓ",1)'),
    ("texts keep their spaces", 'IF(A1="a b",1)', 'IF(A1="ab",1)'),
    ("quotes inside a text", 'IF(A1="x""y",1)', 'IF(A1="x"&"y",1)'),
    ("a range of two", "COUNT(E8:E9)", "COUNT(E8)"),
    ("another call", 'DTI_SCORE("T","1.1",E2:E3)', 'DTI_MAX("T","1.1",E2:E3)'),
]


@pytest.mark.parametrize(("one", "other"), [r[1:] for r in SAME], ids=[r[0] for r in SAME])
def test_the_same_formula(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [r[1:] for r in OTHER], ids=[r[0] for r in OTHER])
def test_another_formula(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("7.06", "7.05", ("7,06", "7,05", "0,01")),
        ("7.0588", "7.0589", ("7,0588", "7,0589", "−0,0001")),
        ("10", "9", ("10", "9", "1")),
    ],
)
def test_two_figures_are_shown_apart(one: str, other: str, words: tuple[str, ...]) -> None:
    a, b = Fraction(one), Fraction(other)
    digits = telling(a, b)
    assert tuple(worded(figure, "vi", digits) for figure in (a, b, a - b)) == words


def test_total_of_the_office_is_worked_out_by_hand() -> None:
    assert assess_scores(load(TABLE), read_submission(OFFICE, load(TABLE))).total == TOTAL
    assert worded(None) == "(trống)"
