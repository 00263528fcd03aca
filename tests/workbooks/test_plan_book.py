"""The workbook of a targets plan: results, counts, reading back, and what is found wrong."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from workbooks.builder import build_any
from workbooks.layout import EDITIONS, MAP, SUMMARY, UDF
from workbooks.plans.layout import AGENCIES, TARGETS_SHEET
from workbooks.values.own import read_unit_book

from rulesets.plan import load_plan
from scoring.targets import PlanAssessment, TargetKind
from tests.support.level_units import just_enough, random_results
from tests.support.spoil import Patch
from tests.support.unit_books import (
    answers,
    built,
    by_formualizer,
    expected,
    formulas,
    parity,
    units,
    unlike,
)
from workbooks.files.scan import scan
from workbooks.reconcile import Reconciliation, check_file

PLAN = "VN-2023-KEHOACH"


def met_values() -> dict[str, Any]:
    """Just enough for every row that takes a value."""
    return {
        row.code: just_enough(row.takes, row.threshold) if row.threshold else True
        for row in load_plan(PLAN).targets
        if row.takes
    }


def book_of(values: dict[str, Any], path: Path, edition: str = UDF, **more: Any) -> Path:
    build_any(path, PLAN, {"table": PLAN, "values": values, **more}, edition=edition)
    return path


def place(path: Path, name: str) -> str:
    return scan(path).names[name][1]


def found(result: Reconciliation) -> dict[str, list[tuple[str, str]]]:
    """Code → places and rows of its findings, without those that every such book has."""
    codes: dict[str, list[tuple[str, str]]] = {}
    for item in result.findings:
        if item.code not in ("table-superseded", "cohort-missing"):
            codes.setdefault(item.code, []).append((item.place, item.indicator))
    return codes


def test_native_formulas_equal_the_engine_in_two_engines() -> None:
    compared, wrong = parity(PLAN, 60)
    assert wrong == []
    assert all(count > 60 * 300 for count in compared.values())


def test_calls_of_the_addin_equal_the_stored_values(tmp_path: Path) -> None:
    for unit in units(PLAN, 30, seed=3):
        book, result = built(unit, UDF, tmp_path)
        assert answers(book) == expected(result)
        assert unlike(formulas(book), by_formualizer(book)) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_reading_back_gives_the_same_judgements(edition: str, tmp_path: Path) -> None:
    plan, rng = load_plan(PLAN), random.Random(5)
    for _ in range(40):
        unit = {"table": PLAN, "values": random_results(plan, rng), "notes": {"II.1": "đang làm"}}
        book, before = built(unit, edition, tmp_path)
        read = read_unit_book(book).unit
        after = read.assess()
        assert isinstance(before, PlanAssessment)
        assert isinstance(after, PlanAssessment)
        assert [row.result for row in before.rows] == [row.result for row in after.rows]
        assert [f.code for f in before.findings] == [f.code for f in after.findings]
        assert read.notes == {"II.1": "đang làm"}


def test_rows_have_names_and_only_those_that_take_a_value_an_input(tmp_path: Path) -> None:
    path = book_of({}, tmp_path / "a.xlsx")
    names = scan(path).names
    for row in load_plan(PLAN).targets:
        part = row.code.replace(".", "_")
        assert f"dti_result_{part}" in names
        assert (f"dti_in_{part}" in names) == (row.takes is not None)
    assert "dti_in_III_19_1" in names
    sheet = openpyxl.load_workbook(path)[TARGETS_SHEET]
    assert sheet.auto_filter.ref == "A6:J109"
    opened = {c.coordinate for line in sheet.iter_rows() for c in line if not c.protection.locked}
    wanted = {
        area for name, (_, area) in names.items() if name.startswith(("dti_in_", "dti_note_"))
    }
    assert opened == wanted
    assert openpyxl.load_workbook(path)[MAP]["B5"].value == "targets"


def test_counts_stand_by_agency_and_by_pillar(tmp_path: Path) -> None:
    values = met_values() | {"II.1": False, "III.25": None}
    book, result = built({"table": PLAN, "values": values}, UDF, tmp_path)
    assert isinstance(result, PlanAssessment)
    sheet = book.sheet(AGENCIES)
    shown = {
        sheet.cells[row, 2].value: tuple(sheet.cells[row, column].value for column in range(3, 7))
        for row in range(5, 16)
    }
    assert shown == {
        agency: (tally.total, tally.met, tally.not_met, tally.not_judged)
        for agency, tally in result.by_agency().items()
    }
    codes = {sheet.cells[row, 2].value: sheet.cells[row, 7].value for row in range(5, 16)}
    assert codes["Bưu điện huyện"] == "II.37"
    summary = book.sheet(SUMMARY)
    last = [summary.cells[21, column].value for column in range(4, 8)]
    tally = result.tally
    assert last == [tally.total, tally.met, tally.not_met, tally.not_judged]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_complete_workbook_matches(edition: str, tmp_path: Path) -> None:
    result = check_file(book_of(met_values(), tmp_path / "a.xlsx", edition), deep=True)
    assert found(result) == {}
    assert (result.verdict, result.exit_status) == ("match", 0)
    assert result.to_json()["targets"] == {"met": 71, "not_met": 0, "not_judged": 11}


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_that_were_inserted_do_not_break_reading(edition: str, tmp_path: Path) -> None:
    path = book_of(met_values(), tmp_path / "a.xlsx", edition)
    Patch(path).insert_rows(50, 2, TARGETS_SHEET).save()
    result = check_file(path)
    assert found(result) == {}
    assert result.verdict == "match"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", ["II.1", "II.16", "III.26", "III.19", "III.8", "II.24"])
def test_results_that_were_changed_are_found(code: str, edition: str, tmp_path: Path) -> None:
    path = book_of(met_values(), tmp_path / "a.xlsx", edition)
    cell = place(path, f"dti_result_{code.replace('.', '_')}")
    where = [(f"{TARGETS_SHEET}!{cell}", code)]
    for wanted in ("formula-overwritten", "formula-changed", "score-stale"):
        book = Patch(path)
        if wanted == "formula-overwritten":
            book.text(cell, "Chưa đạt", TARGETS_SHEET)
        elif wanted == "formula-changed":
            book.formula(cell, '"Đạt"&""', "Đạt", TARGETS_SHEET)
        else:
            book.stored(cell, "Chưa đạt", TARGETS_SHEET)
        book.save(tmp_path / "b.xlsx")
        result = check_file(tmp_path / "b.xlsx")
        assert found(result)[wanted] == where
        assert (result.verdict, result.exit_status) == ("mismatch", 1)


def test_a_count_that_was_typed_over_is_found(tmp_path: Path) -> None:
    path = book_of(met_values(), tmp_path / "a.xlsx")
    Patch(path).number("D5", 99, AGENCIES).save()
    codes = found(check_file(path))
    assert codes["formula-overwritten"] == [(f"{AGENCIES}!D5", "")]
    assert codes["score-stale"] == [(f"{AGENCIES}!C5", "")]


@pytest.mark.parametrize(
    ("code", "typed", "wanted"),
    [
        ("II.16", "100", "number-as-text"),
        ("II.16", "gần hết", "input-not-a-number"),
        ("II.16", 100, "part-exceeds-whole"),
        ("II.1", "có lẽ", "option-unknown"),
        ("II.18", "đạt yêu cầu", "option-unknown"),
        ("III.26", -3, "input-negative"),
        ("III.19.2", -3, "input-negative"),
    ],
)
def test_a_value_that_cannot_be_is_found_in_its_cell(
    code: str, typed: Any, wanted: str, tmp_path: Path
) -> None:
    path = book_of(met_values(), tmp_path / "a.xlsx")
    cell = place(path, f"dti_in_{code.replace('.', '_')}")
    book = Patch(path)
    (book.text if isinstance(typed, str) else book.number)(cell, typed, TARGETS_SHEET)
    book.settle()
    book.save()
    assert found(check_file(path)) == {wanted: [(f"{TARGETS_SHEET}!{cell}", code)]}


def test_headers_are_not_counted() -> None:
    plan = load_plan(PLAN)
    headers = [row.code for row in plan.targets if row.kind is TargetKind.HEADER]
    assert headers == ["III.19", "III.27", "III.36"]
