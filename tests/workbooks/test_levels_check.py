"""What `check` finds in the workbook of a levels table, and in which cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answers.check import result_json
from rulesets.laws import load_levels
from tests.support.level_units import best_values
from tests.support.spoil import Patch
from tests.support.unit_books import book_of, found
from workbooks.design.book import design_of
from workbooks.design.names import EDITIONS, INFO, LEVELS_SHEET, MAP, SUMMARY, UDF, Key
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
    data = result_json(result)
    assert data["totals"] == dict.fromkeys(("typed", "sheet", "recalculated", "engine"))
    assert data["level"] == {"typed": 5, "sheet": 5, "engine": 5}


def test_a_blank_workbook_is_incomplete(tmp_path: Path) -> None:
    result = check_file(book_of(HUYEN, {}, tmp_path / "a.xlsx"))
    assert (result.verdict, result.exit_status) == ("incomplete", 0)
    assert set(found(result)) == {"input-missing"}
    first = design_of(load_levels(HUYEN), UDF).wheres[Key("row", "I.1")]
    assert ("!".join(first), "I.1") in found(result)["input-missing"]
    assert result_json(result)["level"]["engine"] == 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_that_were_inserted_do_not_break_reading(edition: str, tmp_path: Path) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx", edition=edition)
    for sheet, row in ((LEVELS_SHEET, 15), (LEVELS_SHEET, 3), (SUMMARY, 5), (INFO, 4)):
        Patch(path).insert_rows(row, 2, sheet).save()
    result = check_file(path)
    assert found(result) == {}
    assert result.verdict == "match"


LEVEL, TYPED, MARK = Key("level"), Key("typed", "level"), Key("met1", "I.1")
NAME, BLOCKERS = Key("level_name"), Key("blockers")
SPOILT: dict[str, Callable[[Patch], Patch]] = {
    "level typed over": lambda book: book.number(LEVEL, 4),
    "level cleared": lambda book: book.clear(LEVEL),
    "blockers typed over": lambda book: book.text(BLOCKERS, "không có"),
    "level formula changed": lambda book: book.formula(LEVEL, "2+3", 5),
    "level formula gives another level": lambda book: book.formula(LEVEL, "2+2", 4),
    "mark typed over": lambda book: book.text(MARK, "chưa"),
    "mark formula changed": lambda book: book.formula(MARK, "IF(1>=0,1,0)", 1),
    "old level": lambda book: book.stored(LEVEL, 3),
    "old name": lambda book: book.stored(NAME, "Cơ bản"),
    "typed level": lambda book: book.number(TYPED, 4),
    "typed level in words": lambda book: book.text(TYPED, "mức năm"),
    "row hidden": lambda book: book.hide_row(MARK),
    "name lost": lambda book: book.unname("dti_in_I_4"),
}
"""One thing done to a complete workbook."""


@pytest.mark.parametrize(
    ("what", "key", "codes"),
    [
        ("level typed over", LEVEL, ("formula-overwritten", "level-mismatch")),
        ("level cleared", LEVEL, ("formula-overwritten",)),
        ("blockers typed over", BLOCKERS, ("formula-overwritten",)),
        ("level formula changed", LEVEL, ("formula-changed",)),
        ("level formula gives another level", LEVEL, ("formula-changed", "level-mismatch")),
        ("mark typed over", MARK, ("formula-overwritten",)),
        ("mark formula changed", MARK, ("formula-changed",)),
        # An old value is named as such: the formula itself is right.
        ("old level", LEVEL, ("score-stale",)),
        ("old name", NAME, ("score-stale",)),
        ("typed level", TYPED, ("level-mismatch",)),
        ("typed level in words", TYPED, ("input-not-a-number",)),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_was_done_to_a_workbook_is_found(
    what: str, key: Key, codes: tuple[str, ...], edition: str, tmp_path: Path
) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx", edition=edition)
    book = SPOILT[what](Patch(path))
    row = key.code if key.code in load_levels(XA).by_code else ""
    where, stale = ("!".join(book.place(key)), row), "score-stale" in codes
    if not stale:
        book.settle()
    result = check_file(book.save())
    assert (result.verdict, result.exit_status) == ("mismatch", 1)
    at_it = {code for code, places in found(result).items() if where in places}
    assert at_it == set(codes)
    elsewhere = {code for code, places in found(result).items() if set(places) - {where}}
    assert elsewhere <= ({"level-mismatch"} if what.startswith("mark") else set()), found(result)


def test_a_hidden_row_and_a_lost_name_are_found(tmp_path: Path) -> None:
    values = best_values(load_levels(XA))
    path = book_of(XA, values, tmp_path / "a.xlsx")
    hidden = check_file(SPOILT["row hidden"](Patch(path)).save(tmp_path / "b.xlsx"))
    assert [row for _, row in found(hidden)["row-hidden"]] == ["I.1"]
    result = check_file(SPOILT["name lost"](Patch(path)).save())
    assert found(result) == {"row-missing": [(LEVELS_SHEET, "I.4")]}
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
    book = Patch(path)
    sheet, cell = book.place(name)
    (book.text if isinstance(typed, str) else book.number)(name, typed)
    book.settle()
    book.save()
    result = check_file(path)
    row = ".".join(name.removeprefix("dti_in_").split("_")[:2])
    assert found(result) == {code: [(f"{sheet}!{cell}", row)]}


def test_a_date_and_a_wrong_level_of_a_commune_are_found(tmp_path: Path) -> None:
    values = best_values(load_levels(HUYEN))
    path = book_of(HUYEN, values, tmp_path / "a.xlsx")
    level = Key("commune", "1", "level")
    book = Patch(path).number(level, 6)
    book.settle()
    assert found(check_file(book.save())) == {
        "option-unknown": [("!".join(book.place(level)), "I.1")]
    }
    book = Patch(book_of(HUYEN, values, tmp_path / "b.xlsx"))
    book.date("dti_in_II_13", 45000).settle()
    where = "!".join(book.place("dti_in_II_13"))
    # The sheet cannot see a date format: it counts the day's number, and its level is no level.
    assert found(check_file(book.save())) == {
        "input-is-date": [(where, "II.13")],
        "level-mismatch": [("!".join(book.place(LEVEL)), "")],
    }


def test_values_dropped_by_another_program_are_named(tmp_path: Path) -> None:
    path = book_of(XA, best_values(load_levels(XA)), tmp_path / "a.xlsx")
    Patch(path).drop_stored_values().save()
    result = check_file(path)
    assert set(found(result)) == {"score-uncached"}
    # As with a total: a sheet that states no level has nothing that could match.
    assert result.verdict == "incomplete"


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
