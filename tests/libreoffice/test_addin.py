"""The add-in in a real LibreOffice: what its cells show is what the registry gives."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from rulesets import files
from rulesets.laws import kind_of, load_scored
from scoring.model import Indicator
from scoring.slots import SlotKind
from tests.libreoffice.office import (
    DIVISION_BY_ZERO,
    IN_A_RANGE,
    NOT_AVAILABLE,
    VALUE_ERROR,
    Book,
    Cell,
    Office,
    Value,
)
from udfs.registry import FUNCTIONS, call
from udfs.results import CellError

pytestmark = pytest.mark.libreoffice

SCORE = 'DTI_SCORE("HB-2023-XA","3.4",F20:F21)'
ERRORS = {CellError.VALUE: VALUE_ERROR, CellError.NA: NOT_AVAILABLE}


@pytest.fixture
def book(office: Office) -> Iterator[Book]:
    with office.open() as empty:
        yield empty


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A file as officials have it, with a score that somebody's program cached wrongly."""
    path = tmp_path / "Biểu chấm điểm.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Chấm điểm")
        sheet.write("F20", 600)
        sheet.write("F21", 1000)
        sheet.write_formula("G19", f"={SCORE}", value=1)
        workbook.define_name("dti_score_3_4", "='Chấm điểm'!$G$19")
    return path


def computed(book: Book, formula: str, **cells: Value) -> Cell:
    """What a formula shows when these cells hold these values."""
    book.write({**cells, "H1": formula})
    book.recalculate()
    return book.cell("H1")


def agrees(cell: Cell, expected: Any) -> bool:
    """Whether a cell shows what a function gave."""
    if isinstance(expected, CellError):
        return cell.error == ERRORS[expected]
    if isinstance(expected, str):
        return not cell.error and cell.text == expected
    return not cell.error and cell.value == expected


# --- A file ---------------------------------------------------------------------------------


def test_a_file_is_computed_and_follows_its_figures(office: Office, form: Path) -> None:
    with office.open(form) as book:
        assert book.cell("Chấm điểm!G19").value == pytest.approx(600 / 1000 / 0.85 * 10)
        book.set("Chấm điểm!F20", 850)
        assert book.cell("Chấm điểm!G19").value == 10.0
        book.set("Chấm điểm!F20", None)
        assert book.cell("Chấm điểm!G19") == Cell("", "", 0, f"={SCORE}")
        assert book.names()["dti_score_3_4"].endswith("G$19")
        assert book.sheets() == ["Chấm điểm"]


def test_a_saved_file_keeps_the_call(office: Office, form: Path, tmp_path: Path) -> None:
    with office.open(form) as book:
        saved = book.save(tmp_path / "saved.xlsx")
        printed = book.save(tmp_path / "printed.pdf")
    assert printed.read_bytes().startswith(b"%PDF")
    with zipfile.ZipFile(saved) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert SCORE in sheet.replace("&quot;", '"')
    with office.open(saved) as book:
        assert book.cell("G19").value == pytest.approx(7.0588235294)


# --- Every function -------------------------------------------------------------------------

XA = "HB-2023-XA"
LEVELS = "BTTTT-2024-XA"
PLAN = "VN-2023-KEHOACH"
CASES: list[tuple[str, tuple[Any, ...]]] = [
    ("DTI_SCORE", (XA, "3.4", (600.0, 1000.0))),
    ("DTI_SCORE", (XA, "3.4", (600.0, ""))),
    ("DTI_SCORE", (XA, "3.4", ("", ""))),
    ("DTI_SCORE", (XA, "3.4", (1001.0, 1000.0))),
    ("DTI_SCORE", (XA, "3.4", ("sáu trăm", 1000.0))),
    ("DTI_SCORE", (XA, "3.4", (600.0, 1000.0, 3.0))),
    ("DTI_SCORE", (XA, "3.40", (600.0, 1000.0))),
    ("DTI_SCORE", ("HB-2099-XA", "3.4", (600.0, 1000.0))),
    ("DTI_SCORE", (XA, 3.4, (600.0, 1000.0))),
    ("DTI_SCORE", (2023.0, "3.4", (600.0, 1000.0))),
    ("DTI_SCORE", (XA, "3.4", 600.0, 1000.0)),
    ("DTI_SCORE", (XA, "3.4", 600.5, 1000.0)),
    ("DTI_SCORE", (XA, "1.1", 1.0)),
    ("DTI_SCORE", (XA, "1.1", "1")),
    ("DTI_SCORE", (XA, "3.4", "600", "1000")),
    ("DTI_MAX", (XA, "3.4")),
    ("DTI_MAX", (XA, "9.99")),
    ("DTI_MAX", ("", "3.4")),
    ("DTI_STATUS", (XA, "3.4", (600.0, 1000.0))),
    ("DTI_STATUS", (XA, "3.4", (600.0, ""))),
    ("DTI_STATUS", (XA, "3.4", (1001.0, 1000.0))),
    ("DTI_STATUS", (XA, "9.99", (600.0, 1000.0))),
    ("DTI_EXPLAIN", (XA, "3.4", (600.0, 1000.0))),
    ("DTI_EXPLAIN", (XA, "3.4", (600.0, ""))),
    ("DTI_EXPLAIN", ("?", "3.4", (600.0, ""))),
    ("DTI_CHECK", (XA, "3.4", 6.62, (600.0, 1000.0))),
    ("DTI_CHECK", (XA, "3.4", 7.06, (600.0, 1000.0))),
    ("DTI_CHECK", (XA, "3.4", (7.06,), 600.0, 1000.0)),
    ("DTI_CHECK", (XA, "3.4", ("",), (600.0, 1000.0))),
    ("DTI_CHECK", (XA, "3.4", 7.06, (1001.0, 1000.0))),
    ("DTI_CHECK", (XA, "3.4", "7,06", (600.0, 1000.0))),
    ("DTI_INDEX", (XA, ("1.1", "1.2", "1.3"), (20.0, 10.0, ""), ("", "", "Có"))),
    ("DTI_INDEX", (XA, ("1.1", "1.2"), (20.0, 10.0))),
    ("DTI_INDEX", (XA, ("1.1", "9.99"), (20.0, 10.0), ("", ""))),
    ("DTI_INDEX", (XA, ("1.1", "1.2"), (20.0, "mười"), ("", ""))),
    ("DTI_MINMAX", (5.0, (0.0, 5.0, 10.0), 30.0)),
    ("DTI_MINMAX", (5.5, (0.0, 5.5, 10.0, ""), 30.0)),
    ("DTI_MINMAX", ((5.5,), (0.0, 5.5, 10.0), (30.0,))),
    ("DTI_MINMAX", (("",), (0.0, 5.0, 10.0), 30.0)),
    ("DTI_MINMAX", ("5,5", (0.0, 5.5, 10.0), 30.0)),
    ("DTI_MINMAX", (5.0, (0.0, "mười"), 30.0)),
    ("DTI_READ", ("Có 02/02 trường",)),
    ("DTI_READ", (("Đạt 85,5%",),)),
    ("DTI_READ", ("Định danh điện tử",)),
    ("DTI_READ", (85.5,)),
    ("DTI_READ", (("",),)),
    ("DTI_TIER", (LEVELS, ("I.1", "I.2", "I.3"), (0.62, 0.1, 0.9))),
    ("DTI_TIER", (LEVELS, ("I.1", "II.4"), (0.62, "2/5"))),
    ("DTI_TIER", (LEVELS, ("I.1", "I.2"), ("", ""))),
    ("DTI_TIER", (LEVELS, ("I.1",), ("khá",))),
    ("DTI_TIER", (LEVELS, ("I.1", "I.2"), (0.62,))),
    ("DTI_TIER", (XA, ("I.1",), (0.62,))),
    ("DTI_TIER_NAME", (LEVELS, ("I.1", "I.2"), (0.62, 0.1))),
    ("DTI_TIER_NAME", (3.0,)),
    ("DTI_TIER_NAME", ((4.0,),)),
    ("DTI_TIER_NAME", (7.0,)),
    ("DTI_BLOCKERS", (LEVELS, ("I.1", "I.2", "I.3"), (0.62, 0.1, 0.9))),
    ("DTI_BLOCKERS", (LEVELS, ("I.1",), (-1.0,))),
    ("DTI_TARGET", (PLAN, "III.25", (0.8,))),
    ("DTI_TARGET", (PLAN, "III.25", 0.1)),
    ("DTI_TARGET", (PLAN, "III.19", (0.1, 0.05))),
    ("DTI_TARGET", (PLAN, "II.1", ("",))),
    ("DTI_TARGET", (PLAN, "IX.1", (0.8,))),
]


def formula_of(name: str, arguments: tuple[Any, ...]) -> tuple[str, dict[str, Value]]:
    """The formula and its cells: values go into the formula, tuples into a column each."""
    cells: dict[str, Value] = {}
    words = []
    for column, argument in zip("ABCDE", arguments, strict=False):
        if isinstance(argument, tuple):
            for row, value in enumerate(argument, 1):
                cells[f"{column}{row}"] = None if value == "" else value
            words.append(f"{column}1:{column}{len(argument)}")
        else:
            words.append(f'"{argument}"' if isinstance(argument, str) else repr(argument))
    return f"={name}({';'.join(words)})", cells


def column(argument: Any) -> Any:
    """An argument as Calc hands it over: a range is rows of cells."""
    return tuple((v,) for v in argument) if isinstance(argument, tuple) else argument


@pytest.mark.parametrize(("name", "arguments"), CASES, ids=lambda case: str(case)[:60])
def test_a_cell_shows_what_the_registry_gives(
    book: Book, name: str, arguments: tuple[Any, ...]
) -> None:
    formula, cells = formula_of(name, arguments)
    shown = computed(book, formula, **cells)
    assert agrees(shown, call(name, *map(column, arguments))), shown


def test_every_function_is_among_the_cases() -> None:
    assert {name for name, _ in CASES} == {function.name for function in FUNCTIONS}


def filled(indicator: Indicator, step: int) -> list[Value]:
    """Figures of an indicator, most of them possible."""
    figures: list[Value] = []
    for place, slot in enumerate(indicator.slots):
        if slot.kind is SlotKind.COHORT:
            figures += [0.0, 40.0, 200.0 + step]
        elif slot.kind is SlotKind.OPTION:
            figures.append(float(1 + step % len(slot.options)))
        elif slot.kind is SlotKind.ANSWER:
            figures.append("Có" if step % 2 else "Không")
        elif slot.kind is SlotKind.PERCENT:
            figures.append(None if place else 0.625)
        else:
            figures.append(float((place + 1) * 40 + step))
    return figures


@pytest.mark.parametrize(
    "table_id", [table_id for table_id in files.table_ids() if kind_of(table_id) == "scored"]
)
def test_every_indicator_has_the_same_score_in_its_cell(book: Book, table_id: str) -> None:
    expected, cells, row = {}, {}, 1
    for step, indicator in enumerate(load_scored(table_id).indicators):
        figures = filled(indicator, step)
        last = row + len(figures) - 1
        cells.update({f"A{row + n}": value for n, value in enumerate(figures)})
        cells[f"B{row}"] = f'=DTI_SCORE("{table_id}";"{indicator.code}";A{row}:A{last})'
        handed = tuple(("" if value is None else value,) for value in figures)
        expected[f"B{row}"] = call("DTI_SCORE", table_id, indicator.code, handed)
        row = last + 1
    book.write(cells)
    shown = {address: book.cell(address) for address in expected}
    assert {a: shown[a] for a in expected if not agrees(shown[a], expected[a])} == {}
    assert sum(isinstance(score, float) for score in expected.values()) > len(expected) / 2


# --- Errors and blanks ----------------------------------------------------------------------


def test_an_error_in_an_input_is_an_error(book: Book) -> None:
    ranged = '=DTI_SCORE("HB-2023-XA";"3.4";A1:A2)'
    assert computed(book, ranged, A1="=1/0", A2=1000.0).error == IN_A_RANGE
    single = '=DTI_SCORE("HB-2023-XA";"3.4";A1;A2)'
    assert computed(book, single, A1="=1/0", A2=1000.0).error == DIVISION_BY_ZERO
    assert computed(book, "=DTI_READ(A1)", A1="=NA()").error == NOT_AVAILABLE
    assert computed(book, "=DTI_MINMAX(5;A1:A2;30)", A1="=1/0", A2=3.0).error == IN_A_RANGE


@pytest.mark.parametrize("name", [function.name for function in FUNCTIONS])
def test_an_error_in_any_argument_never_becomes_a_value(book: Book, name: str) -> None:
    function = next(f for f in FUNCTIONS if f.name == name)
    for place in range(len(function.parameters)):
        words = ["A1" if n == place else '"x"' for n in range(len(function.parameters))]
        formula = f"={name}({';'.join(words)})"
        assert computed(book, formula, A1="=1/0").error == DIVISION_BY_ZERO, formula


def test_a_total_over_rows(book: Book) -> None:
    book.write(
        {
            "A1": 850.0,
            "A2": 1000.0,
            "A3": 600.0,
            "B1": '=DTI_SCORE("HB-2023-XA";"3.4";A1:A2)',
            "B3": '=DTI_SCORE("HB-2023-XA";"3.4";A3:A4)',
            "B5": "=SUM(B1:B4)",
        }
    )
    assert book.cell("B5").value == 10.0  # a row is missing: the sum so far
    book.set("A4", 500.0)
    assert book.cell("B5").error == VALUE_ERROR  # a row is impossible
    book.set("A4", 1000.0)
    assert book.cell("B5").value == pytest.approx(10 + 7.0588235294)


def test_too_few_and_too_many_arguments_are_errors(book: Book) -> None:
    for too_few in (
        '=DTI_SCORE("HB-2023-XA")',
        '=DTI_SCORE("HB-2023-XA";"3.4")',
        '=DTI_MAX("HB-2023-XA")',
        '=DTI_TIER("BTTTT-2024-XA")',
        '=DTI_TIER("BTTTT-2024-XA";A1:A2)',
        "=DTI_READ()",
        "=DTI_SCORE()",
    ):
        assert computed(book, too_few).error == VALUE_ERROR, too_few
    assert computed(book, '=DTI_MAX("HB-2023-XA";"3.4";1)').error
    assert computed(book, '=DTI_SCORE("HB-2023-XA";"3.4";1;2;3;4;5)').error == VALUE_ERROR


def test_a_blank_cell_survives_only_in_a_range(book: Book) -> None:
    """Why workbooks pass ranges: Calc hands a blank single cell over as 0."""
    ranged = 'DTI_SCORE("HB-2023-XA";"3.4";A1:A2)'
    assert computed(book, f"={ranged}", A2=1000.0).text == ""
    assert computed(book, '=DTI_SCORE("HB-2023-XA";"3.4";A1;A2)', A2=1000.0).value == 0.0
    assert computed(book, f"=COUNT({ranged})", A2=1000.0).value == 0.0
