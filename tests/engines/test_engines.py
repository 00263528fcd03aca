"""Engines: the same port, the same errors, and nothing that a book holds gets out of one."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from tests.engines.books import T, book, formula, value
from workbooks.engines import Engine, recalculate, recalculate_deep
from workbooks.engines.formulas_text import read_formula
from workbooks.engines.port import ERRORS
from workbooks.engines.precedents import needed
from workbooks.files.book import Book

ROOT = Path(__file__).parents[2]
BOTH: list[Engine] = [recalculate, recalculate_deep]
A1 = T("S", 1, 1)

both = pytest.mark.parametrize("engine", BOTH, ids=["formualizer", "formulas"])


@both
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1/0", "#DIV/0!"),
        ("NA()", "#N/A"),
        ('"x"*1', "#VALUE!"),
        ("SQRT(-1)", "#NUM!"),
        ("#REF!", "#REF!"),
        ('DTI_SCORE("KHONG","1",C5:C6)', "#N/A"),
        ('DTI_SCORE("HB-2023-XA","3.4",C5:C6)', "#VALUE!"),
        ("SUM(A2:A3)/4", Fraction(3, 4)),
        ('"a"&"b"', "ab"),
    ],
)
def test_errors_are_named_as_excel_names_them(engine: Engine, text: str, shown: object) -> None:
    held = book(
        formula(1, 1, text), value(2, 1, 1), value(3, 1, 2), value(5, 3, -1), value(6, 3, 5)
    )
    assert engine(held, [A1]) == {A1: shown}


def test_an_error_that_stands_in_a_cell_is_an_error() -> None:
    held = book(formula(1, 1, "B1+1"), value(1, 2, "#REF!", error=True))
    assert recalculate(held, [A1]) == {A1: "#REF!"}
    assert set(ERRORS) == {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}


@both
@pytest.mark.parametrize(
    "text",
    ["(((", "1+", "KHONGCO(1)", "SUM(SEQUENCE(9000,9000))", "IF(1," * 400 + "1" + ")" * 400],
    ids=["brackets", "unfinished", "unknown-function", "array-maker", "nested"],
)
def test_nothing_is_said_of_what_is_not_understood(engine: Engine, text: str) -> None:
    held = book(formula(1, 1, "B1+1"), formula(1, 2, text), formula(2, 1, "1+1"))
    assert engine(held, [A1, T("S", 2, 1)]) == {T("S", 2, 1): 2}


def test_a_cell_that_says_name_itself_is_believed() -> None:
    held = book(formula(1, 1, "KHONGCO(1)", stored="#NAME?"))
    assert recalculate(held, [A1]) == {A1: "#NAME?"}


@both
def test_targets_that_hold_nothing(engine: Engine) -> None:
    targets = [T("S", 9, 9), T("Không có", 1, 1), T("S", 1, 1)]
    found = engine(book(value(1, 1, 5)), targets)
    assert found[A1] == 5
    assert [found.get(target) for target in targets[:2]] == [None, None]
    assert engine(book(), []) == {}


@both
def test_names_stand_for_their_areas(engine: Engine) -> None:
    held = book(
        formula(1, 1, 'SUM(diem)*IF("diem"="diem",2,1)'),
        value(2, 1, 3),
        value(3, 1, 4),
        names={"Diem": ("S", "A2:A3")},
    )
    assert engine(held, [A1]) == {A1: 14}


def test_what_lies_in_another_workbook_is_taken_as_it_was_stored() -> None:
    held = book(formula(1, 1, "B1*2"), formula(1, 2, "[1]S!A1", stored=21))
    assert recalculate(held, [A1]) == {A1: 42}


def test_only_precedents_are_loaded() -> None:
    beside = [value(row, 9, row) for row in range(1, 2000)]
    held = book(
        formula(1, 1, "SUM(B1:B3)"), value(2, 2, 5), formula(3, 2, "C3"), value(3, 3, 1), *beside
    )
    cells = needed(held, [A1])
    assert set(cells.formulas) == {A1, T("S", 3, 2)}
    assert set(cells.values) == {T("S", 2, 2), T("S", 3, 3)}
    assert needed(book(formula(1, 1, 'INDIRECT("I7")'), *beside), [A1]).values.keys() == {
        T("S", row, 9) for row in range(1, 2000)
    }


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("F8", [("", (8, 6, 8, 6))]),
        ('"F8"&F9', [("", (9, 6, 9, 6))]),
        ("'Chấm điểm'!$F$8:F9", [("Chấm điểm", (8, 6, 9, 6))]),
        ("'Sở ''A'''!A1", [("Sở 'A'", (1, 1, 1, 1))]),
        ("dti_danh_muc!$A$3", [("dti_danh_muc", (3, 1, 3, 1))]),
        ("B:A", [("", (1, 1, 1_048_576, 2))]),
        ("SUM($3:$4)", [("", (3, 1, 4, 16_384))]),
        ("LOG10(2)+ATAN2(1,2)", []),
        ("B3:A1", [("", (1, 1, 3, 2))]),
        ("DTI_SCORE(E2:E3)", [("", (2, 5, 3, 5))]),
        ("1:1", [("", (1, 1, 1, 16_384))]),
    ],
)
def test_what_a_formula_refers_to(text: str, areas: list[object]) -> None:
    assert list(read_formula(text).areas) == areas


@pytest.mark.parametrize(
    ("text", "dynamic"),
    [
        ("SUM(A1:INDEX(A1:A9,2))", True),
        ("OFFSET(A1,1,1)", True),
        ('"INDIRECT("', False),
        ("INDEX(A1:A9,2)", False),
    ],
)
def test_what_only_evaluation_tells(text: str, dynamic: bool) -> None:
    assert read_formula(text).is_dynamic is dynamic


def chain(count: int, text: str) -> Book:
    cells = [formula(row, 1, text.format(row - 1)) for row in range(2, count + 1)]
    return book(value(1, 1, 1), *cells)


@pytest.mark.parametrize("text", ["A{0}&A{0}", "(A{0})&IF(1,A{0})", 'A{0}&", "&A{0}'])
def test_texts_that_double_are_left_out_and_lists_are_not(text: str) -> None:
    assert recalculate(chain(60, text), [T("S", 60, 1)]) == {}
    listed = chain(60, 'IF(B{0}="x",IF(A{0}="","b",A{0}&", "&B{0}),A{0})')
    assert recalculate(listed, [T("S", 60, 1)]) == {T("S", 60, 1): 1}


_BOUNDED = """
import json, resource, sys
from tests.engines.books import HOSTILE
import workbooks.engines as engines
held, target, name = HOSTILE[sys.argv[1]]()
import formulas
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_DATA, (512 << 20, 512 << 20))
found = getattr(engines, name)(held, [target])
print(json.dumps(str(found.get(target, "left out"))[:40]))
"""


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        ("a chain of 20,000", "20000"),
        ("a chain of 20,000, deep", "left out"),
        ("SUBSTITUTE of 900 MB", "#VALUE!"),
        ("five nested SUBSTITUTE", "#VALUE!"),
        ("REPT of 2 GB", "#VALUE!"),
        ("REPT of 2 GB, deep", "left out"),
        ("row times column", "#NUM!"),
        ("running sums", "3000"),
        ("all columns", "0"),
        ("all columns, deep", "left out"),
        ("many whole columns", "left out"),
        ("wildcards, deep", "left out"),
        ("more cells than are loaded", "left out"),
        ("1e308 times ten", "#NUM!"),
        ("half of a pair", "left out"),
        ("a circle", "left out"),
        ("a circle, deep", "left out"),
    ],
)
def test_bounded(case: str, shown: str) -> None:
    """512 MB and 20 seconds of a processor that others use too; an office's book takes 0.01."""
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, case], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout) == shown


class Panic(BaseException):
    """A crash of an engine written in Rust is not an Exception."""


@both
def test_a_crash_inside_an_engine_stays_there(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise Panic

    monkeypatch.setattr("formualizer.Workbook", crash)
    monkeypatch.setattr("formulas.ExcelModel", crash)
    assert engine(book(formula(1, 1, "1+1")), [A1]) == {}


@both
def test_a_wish_to_end_is_followed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("formualizer.Workbook", stop)
    monkeypatch.setattr("formulas.ExcelModel", stop)
    with pytest.raises(KeyboardInterrupt):
        engine(book(formula(1, 1, "1+1")), [A1])
