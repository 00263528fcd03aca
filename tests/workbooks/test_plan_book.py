"""What `check` finds in the workbook of a plan, and in which cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from answers.check import result_json
from rulesets.laws import load_plan
from scoring.targets import TargetKind
from tests.support.level_units import just_enough
from tests.support.spoil import Patch
from tests.support.unit_books import book_of, found
from workbooks.design.names import AGENCIES, EDITIONS, SUMMARY, TARGETS_SHEET, Key
from workbooks.reconcile import check_file

PLAN = "VN-2023-KEHOACH"


def met_values() -> dict[str, Any]:
    """Just enough for every row that takes a value."""
    return {
        row.code: just_enough(row.takes, row.threshold) if row.threshold else True
        for row in load_plan(PLAN).targets
        if row.takes
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_complete_workbook_matches(edition: str, tmp_path: Path) -> None:
    result = check_file(book_of(PLAN, met_values(), tmp_path / "a.xlsx", edition), deep=True)
    assert found(result) == {}
    assert (result.verdict, result.exit_status) == ("match", 0)
    targets = result_json(result)["targets"]
    assert targets == {"met": 71, "not_met": 0, "not_judged": 11, "missing": 0}


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_that_were_inserted_do_not_break_reading(edition: str, tmp_path: Path) -> None:
    path = book_of(PLAN, met_values(), tmp_path / "a.xlsx", edition)
    for sheet, row in ((TARGETS_SHEET, 50), (TARGETS_SHEET, 4), (AGENCIES, 21), (SUMMARY, 9)):
        Patch(path).insert_rows(row, 2, sheet).save()
    result = check_file(path)
    assert found(result) == {}
    assert result.verdict == "match"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", ["II.1", "II.16", "III.26", "III.19", "III.8", "II.24"])
def test_results_that_were_changed_are_found(code: str, edition: str, tmp_path: Path) -> None:
    path = book_of(PLAN, met_values(), tmp_path / "a.xlsx", edition)
    key = Key("result", code)
    sheet, cell = Patch(path).place(key)
    for wanted in ("formula-overwritten", "formula-changed", "score-stale"):
        book = Patch(path)
        if wanted == "formula-overwritten":
            book.text(key, "Chưa đạt")
        elif wanted == "formula-changed":
            book.formula(key, '"Đạt"&""', "Đạt")
        else:
            book.stored(key, "Chưa đạt")
        book.save(tmp_path / "b.xlsx")
        result = check_file(tmp_path / "b.xlsx")
        assert found(result)[wanted] == [(f"{sheet}!{cell}", code)]
        assert (result.verdict, result.exit_status) == ("mismatch", 1)


def test_a_count_that_was_typed_over_is_found(tmp_path: Path) -> None:
    """And what is counted from it is old."""
    path = book_of(PLAN, met_values(), tmp_path / "a.xlsx")
    book = Patch(path)
    pillar = next(iter(load_plan(PLAN).pillars))
    met = Key("pillar", f"{pillar.part}.{pillar.code}", "met")
    total = met._replace(slot="total")
    codes = found(check_file(book.number(met, 99).save()))
    assert codes["formula-overwritten"] == [("!".join(book.place(met)), "")]
    assert ("!".join(book.place(total)), "") in codes["score-stale"]


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
    path = book_of(PLAN, met_values(), tmp_path / "a.xlsx")
    book, key = Patch(path), Key("in", code)
    (book.text if isinstance(typed, str) else book.number)(key, typed)
    book.settle()
    book.save()
    assert found(check_file(path)) == {wanted: [("!".join(book.place(key)), code)]}


def test_headers_are_not_counted() -> None:
    plan = load_plan(PLAN)
    headers = [row.code for row in plan.targets if row.kind is TargetKind.HEADER]
    assert headers == ["III.19", "III.27", "III.36"]
