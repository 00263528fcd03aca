"""What `check` finds in the workbook of a levels table, and in which cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from workbooks.layout import EDITIONS, MAP
from workbooks.levels.layout import COMMUNES, LEVELS_SHEET

from rulesets.laws import load_levels
from tests.support.level_units import best_values
from tests.support.spoil import Patch
from tests.support.unit_books import (
    book_of,
    found,
    place,
)
from workbooks.files.book import place_of
from workbooks.files.scan import scan
from workbooks.reconcile import check_file

TABLES = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN")
XA, HUYEN = TABLES


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_a_complete_workbook_matches(table_id: str, edition: str, tmp_path: Path) -> None:
    values = best_values(load_levels(table_id))
    path = book_of(table_id, values, tmp_path / "a.xlsx", edition=edition, typed={"level": 5})
    result = check_file(path, deep=True)
    assert found(result) == {}
    assert (result.verdict, result.exit_status) == ("match", 0)
    data = result.to_json()
    assert data["totals"] == dict.fromkeys(("typed", "sheet", "recalculated", "engine"))
    assert data["level"] == {"typed": 5, "sheet": 5, "engine": 5}


def test_a_blank_workbook_is_incomplete(tmp_path: Path) -> None:
    result = check_file(book_of(HUYEN, {}, tmp_path / "a.xlsx"))
    assert (result.verdict, result.exit_status) == ("incomplete", 0)
    assert set(found(result)) == {"input-missing"}
    assert (f"{COMMUNES}!C5:C64", "I.1") in found(result)["input-missing"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_that_were_inserted_do_not_break_reading(edition: str, tmp_path: Path) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx", edition=edition)
    for row in (15, 3):
        Patch(path).insert_rows(row, 2, LEVELS_SHEET).save()
    result = check_file(path)
    assert found(result) == {}
    assert result.verdict == "match"


def _spoilt(path: Path, what: str) -> Patch:
    """One thing done to a complete workbook."""
    book, at = Patch(path), {name: area for name, (_, area) in scan(path).names.items()}
    sheet = LEVELS_SHEET
    met = at["dti_met_I_1"].partition(":")[0]
    match what:
        case "level typed over":
            return book.number(at["dti_level"], 4, sheet)
        case "blockers typed over":
            return book.text(at["dti_level_blockers"], "không có", sheet)
        case "level formula changed":
            return book.formula(at["dti_level"], "2+3", 5, sheet)
        case "mark typed over":
            return book.number(met, 1, sheet)
        case "mark formula changed":
            return book.formula(met, "IF(D12>=0,1,0)", 1, sheet)
        case "old level":
            return book.stored(at["dti_level"], 3, sheet)
        case "old name":
            return book.stored(at["dti_level_name"], "Cơ bản", sheet)
        case "typed level":
            return book.number(at["dti_level_typed"], 4, sheet)
        case "typed level in words":
            return book.text(at["dti_level_typed"], "mức năm", sheet)
        case "row hidden":
            return book.hide_row(place_of(met)[0], sheet)
        case "name lost":
            return book.unname("dti_in_I_4")
    raise KeyError(what)


@pytest.mark.parametrize(
    ("what", "name", "code", "row"),
    [
        ("level typed over", "dti_level", "formula-overwritten", ""),
        ("level typed over", "dti_level", "level-mismatch", ""),
        ("blockers typed over", "dti_level_blockers", "formula-overwritten", ""),
        ("level formula changed", "dti_level", "formula-changed", ""),
        ("mark typed over", "dti_met_I_1", "formula-overwritten", "I.1"),
        ("mark formula changed", "dti_met_I_1", "formula-changed", "I.1"),
        ("old level", "dti_level", "score-stale", ""),
        ("old level", "dti_level", "level-mismatch", ""),
        ("old name", "dti_level_name", "score-stale", ""),
        ("typed level", "dti_level_typed", "level-mismatch", ""),
        ("typed level in words", "dti_level_typed", "input-not-a-number", ""),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_was_done_to_a_workbook_is_found(
    what: str, name: str, code: str, row: str, edition: str, tmp_path: Path
) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx", edition=edition)
    cell = place(path, name).partition(":")[0]
    _spoilt(path, what).save()
    result = check_file(path)
    assert (result.verdict, result.exit_status) == ("mismatch", 1)
    assert (f"{LEVELS_SHEET}!{cell}", row) in found(result)[code]


def test_a_hidden_row_and_a_lost_name_are_found(tmp_path: Path) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx")
    _spoilt(path, "row hidden").save(tmp_path / "b.xlsx")
    assert found(check_file(tmp_path / "b.xlsx"))["row-hidden"][0][1] == "I.1"
    _spoilt(path, "name lost").save()
    result = check_file(path)
    assert found(result)["row-missing"] == [(LEVELS_SHEET, "I.4")]
    assert "formula-changed" not in found(result)
    assert result.exit_status == 1


INPUTS: list[tuple[str, Any, str]] = [
    ("dti_in_I_1", "62", "number-as-text"),
    ("dti_in_I_1", "sáu mươi", "input-not-a-number"),
    ("dti_in_I_1", -0.5, "input-negative"),
    ("dti_in_I_1", 62, "part-exceeds-whole"),
    ("dti_in_I_4", "có lẽ", "option-unknown"),
    ("dti_in_I_7", -1, "input-negative"),
    ("dti_in_II_4_count", 99, "part-exceeds-whole"),
    ("dti_in_II_4_total", "nhiều", "input-not-a-number"),
]


@pytest.mark.parametrize(("name", "typed", "code"), INPUTS)
def test_a_figure_that_cannot_be_is_found_in_its_cell(
    name: str, typed: Any, code: str, tmp_path: Path
) -> None:
    path = book_of(XA, best_values(load_levels(XA)), tmp_path / "a.xlsx")
    cell = place(path, name)
    book = Patch(path)
    (book.text if isinstance(typed, str) else book.number)(cell, typed, LEVELS_SHEET)
    book.settle()
    book.save()
    result = check_file(path)
    row = ".".join(name.removeprefix("dti_in_").split("_")[:2])
    assert found(result) == {code: [(f"{LEVELS_SHEET}!{cell}", row)]}


def test_a_date_and_a_wrong_level_of_a_commune_are_found(tmp_path: Path) -> None:
    values = best_values(load_levels(HUYEN))
    path = book_of(HUYEN, values, tmp_path / "a.xlsx")
    book = Patch(path).number("C6", 6, COMMUNES)
    book.settle()
    book.save()
    assert found(check_file(path)) == {"option-unknown": [(f"{COMMUNES}!C6", "I.1")]}
    path = book_of(HUYEN, values, tmp_path / "b.xlsx")
    cell = place(path, "dti_in_II_13")
    Patch(path).date(cell, 45000, LEVELS_SHEET).save()
    assert (f"{LEVELS_SHEET}!{cell}", "II.13") in found(check_file(path))["input-is-date"]


def test_values_dropped_by_another_program_are_named(tmp_path: Path) -> None:
    path = book_of(XA, best_values(load_levels(XA)), tmp_path / "a.xlsx")
    Patch(path).drop_stored_values().save()
    result = check_file(path)
    assert set(found(result)) == {"score-uncached"}
    assert result.verdict == "match"


def test_a_workbook_of_another_ruleset_is_refused(tmp_path: Path) -> None:
    path = book_of(XA, {}, tmp_path / "a.xlsx")
    for cell, text, code in (
        ("B4", "0" * 64, "layout-unknown"),
        ("B3", "khác", "layout-unknown"),
        ("B1", "0", "layout-unknown"),
    ):
        Patch(path).text(cell, text, MAP).save(tmp_path / "b.xlsx")
        result = check_file(tmp_path / "b.xlsx")
        assert [item.code for item in result.findings] == [code]
        assert result.verdict == "unreadable"
