"""The workbook of a levels table: stored values, formulas, reading back, what is found wrong."""

from __future__ import annotations

import random
from pathlib import Path

import openpyxl
import pytest
from workbooks.layout import EDITIONS, MAP, NATIVE, UDF
from workbooks.levels.layout import COMMUNES, LEVELS_SHEET
from workbooks.values.own import read_unit_book

from rulesets.laws import load_levels
from scoring.levels import LevelAssessment
from scoring.submission import UnusableInput
from tests.support.level_units import random_values, values_for
from tests.support.unit_books import (
    ENGINES,
    answers,
    book_of,
    built,
    by_formualizer,
    expected,
    formulas,
    parity,
    units,
    unlike,
)
from workbooks.files.book import place_of
from workbooks.files.scan import scan

TABLES = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN")
XA, HUYEN = TABLES


@pytest.mark.parametrize("table_id", TABLES)
def test_native_formulas_equal_the_engine_in_two_engines(table_id: str) -> None:
    compared, wrong = parity(table_id, 70)
    assert wrong == []
    assert all(count > 70 * 300 for count in compared.values())


@pytest.mark.parametrize("table_id", TABLES)
def test_calls_of_the_addin_equal_the_stored_values(table_id: str, tmp_path: Path) -> None:
    for unit in units(table_id, 30, seed=3):
        book, result = built(unit, UDF, tmp_path)
        assert answers(book) | expected(result) == answers(book)
        assert unlike(formulas(book), by_formualizer(book)) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("table_id", TABLES)
def test_every_level_is_reached(table_id: str, engine: str, tmp_path: Path) -> None:
    table, reached = load_levels(table_id), []
    for values in [{}, *(values_for(table, level) for level in range(1, 6))]:
        book, _ = built({"table": table_id, "values": values}, NATIVE, tmp_path)
        sheet, area = book.names["dti_level"]
        reached.append(ENGINES[engine](book)[(sheet, *place_of(area))])
    assert reached == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_reading_back_gives_the_same_assessment(
    table_id: str, edition: str, tmp_path: Path
) -> None:
    table, rng = load_levels(table_id), random.Random(5)
    for _ in range(40):
        unit = {"table": table_id, "name": "Xã A", "values": random_values(table, rng)}
        book, before = built(unit, edition, tmp_path)
        after = read_unit_book(book).unit.assess()
        assert isinstance(before, LevelAssessment)
        assert isinstance(after, LevelAssessment)
        for one, other in zip(before.rows, after.rows, strict=True):
            assert (one.met, one.value) == (other.met, other.value), one.criterion.code
            assert [f.code for f in one.findings] == [f.code for f in other.findings]


def test_reading_back_keeps_what_the_office_wrote(tmp_path: Path) -> None:
    values = {"I.1": {"commune_levels": [3, None, 4]}}
    more = {"communes": ["An Bình", "Bình Minh", "Cẩm Hà"], "typed": {"level": 2}}
    path = book_of(HUYEN, values, tmp_path / "a.xlsx", name="Huyện A", period="2025", **more)
    unit = read_unit_book(scan(path)).unit
    assert (unit.name, unit.period, unit.typed_level) == ("Huyện A", "2025", 2)
    assert unit.communes == ("An Bình", "Bình Minh", "Cẩm Hà")
    assert unit.values == values


def test_each_value_has_its_name(tmp_path: Path) -> None:
    names = scan(book_of(XA, {}, tmp_path / "a.xlsx")).names
    assert {"dti_level", "dti_level_name", "dti_level_blockers", "dti_level_typed"} <= set(names)
    assert {f"dti_in_{row.code.replace('.', '_')}" for row in load_levels(XA).criteria} <= set(
        names
    )
    assert names["dti_in_II_4"][1] == ":".join(
        (names["dti_in_II_4_count"][1], names["dti_in_II_4_total"][1])
    )
    names = scan(book_of(HUYEN, {}, tmp_path / "b.xlsx")).names
    assert names["dti_in_I_1"] == (COMMUNES, "C5:C64")


def test_only_yellow_cells_are_open_and_pages_print(tmp_path: Path) -> None:
    path = book_of(XA, {}, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book[LEVELS_SHEET]
    assert sheet.protection.sheet
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$9:$9"
    footer = sheet.oddFooter
    assert footer is not None
    assert load_levels(XA).digest[:12] in str(footer.left.text)
    names = {name: where[1] for name, where in scan(path).names.items()}
    opened = {
        cell.coordinate for line in sheet.iter_rows() for cell in line if not cell.protection.locked
    }
    inputs = {a for n, a in names.items() if n.startswith("dti_in_") and ":" not in a}
    assert opened == inputs | {names["dti_level_typed"]}
    fonts = {cell.font.name for line in sheet.iter_rows() for cell in line if cell.value}
    assert fonts == {"Times New Roman"}
    checked = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref}
    assert opened <= {cell for area in checked for cell in _cells(area)}
    assert book[MAP]["B5"].value == "levels"


def _cells(area: str) -> list[str]:
    first, _, last = area.partition(":")
    column, start = first.rstrip("0123456789"), place_of(first)[0]
    return [f"{column}{row}" for row in range(start, place_of(last or first)[0] + 1)]


def test_more_communes_than_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="60 dòng xã, số liệu có 61"):
        book_of(HUYEN, {"I.1": {"commune_levels": [1] * 61}}, tmp_path / "a.xlsx")
