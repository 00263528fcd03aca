"""The sheet against the engine: what its formulas give, whoever tampered with what they read."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scoring.findings import Severity
from tests.support.cases import EDITIONS, errors, given, make, office, score
from tests.support.spoil import Patch
from tests.support.unit_books import book_of
from workbooks.checks.sheet import same, sheet_and_engine_agree
from workbooks.design.names import LISTS, NATIVE, Key
from workbooks.files.scan import scan
from workbooks.reconcile import Verdict, check_file, gather, read_statement

S11, S13, S31 = score("1.1"), score("1.3"), score("3.1")


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_formula_that_gives_something_else(edition: str, tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), edition))
    patch.formula(S31, f"({patch.held(S31)})*1.1", 9.9).settle()
    result = check_file(patch.save())
    (found,) = [item for item in result.findings if item.code == "score-mismatch"]
    assert (found.place, found.indicator) == ("!".join(patch.place(S31)), "3.1")
    assert found.data["expected"] == 9
    assert abs(found.data["actual"] - Fraction("9.9")) < Fraction(1, 10**9)
    assert abs(found.data["difference"] - Fraction("0.9")) < Fraction(1, 10**9)
    assert "9,9" in found.message()
    assert "danh mục hoặc công thức của biểu đã bị sửa" in found.message()
    assert "lists or formulas of the workbook were changed" in found.message("en")
    assert result.verdict is Verdict.MISMATCH


def test_two_options_exchanged_on_the_hidden_sheet(tmp_path: Path) -> None:
    """No formula was touched, yet what was chosen is now another option: of the list, and told."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    chosen = next(
        place.address
        for place, text in patch.design.printed.items()
        if place.sheet == LISTS and text == _text(patch, given("1.1", "option"))
    )
    row = int(chosen[1:])
    above = next(
        text for place, text in patch.design.printed.items() if place.target == (LISTS, row - 1, 1)
    )
    patch.text(chosen, str(above), LISTS)
    patch.text(f"A{row - 1}", _text(patch, given("1.1", "option")), LISTS).settle()
    result = check_file(patch.save())
    assert errors(result) == {
        ("text-changed", f"{LISTS}!A{row - 1}"),
        ("text-changed", f"{LISTS}!{chosen}"),
        ("score-mismatch", "!".join(patch.place(S11))),
    }
    assert result.verdict is Verdict.MISMATCH


def _text(patch: Patch, key: Key) -> str:
    number = int(patch.cell(key).findtext("{*}v"))
    return "".join(patch._tree("xl/sharedStrings.xml")[number].itertext())


def test_a_maximum_that_is_not_read_by_the_score_moves_no_score(tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    patch.number("dti_max_3_1", 20).settle()
    evidence = gather(read_statement(scan(patch.save())))
    assert list(sheet_and_engine_agree(evidence)) == []


@pytest.mark.parametrize("spoil", ["typed over", "cleared"])
def test_a_score_typed_over_is_no_formula_that_gives_something_else(
    spoil: str, tmp_path: Path
) -> None:
    """`formula-overwritten` says both figures; told twice it would look like two mistakes."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    (patch.number(S31, 4) if spoil == "typed over" else patch.clear(S31)).settle()
    evidence = gather(read_statement(scan(patch.save())))
    assert list(sheet_and_engine_agree(evidence)) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_sums_are_not_accused_of_their_rows(edition: str, tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), edition))
    patch.formula(S31, "4", 4).formula(S13, "1", 1).settle()
    evidence = gather(read_statement(scan(patch.save())))
    found = list(sheet_and_engine_agree(evidence))
    assert {(item.code, item.indicator) for item in found} == {
        ("score-mismatch", "1.3"),
        ("score-mismatch", "3.1"),
    }
    codes = {item.code for item in check_file(patch.path).findings}
    assert not codes & {"subtotal-mismatch", "total-mismatch", "index-mismatch"}


def test_a_row_whose_input_has_lost_its_name_is_not_compared(tmp_path: Path) -> None:
    """The sheet has the figure, the engine cannot know it: `row-missing` says why."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE)).unname("dti_in_3_1_a")
    evidence = gather(read_statement(scan(patch.save())))
    assert list(sheet_and_engine_agree(evidence)) == []


def test_a_date_that_counts_as_a_number_is_no_score(tmp_path: Path) -> None:
    """12/12 for a count of 12: the sheet counts 45 thousand, the engine nothing."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    patch.date(given("1.3", "x"), 45512).settle()
    result = check_file(patch.save())
    assert errors(result) == {("score-mismatch", "!".join(patch.place(S13)))}
    warned = {item.code for item in result.findings if item.severity is Severity.WARNING}
    assert "input-is-date" in warned


@pytest.mark.parametrize(
    ("table_id", "values", "key", "code"),
    [
        ("BTTTT-2024-XA", {"I.1": 62}, Key("level"), "level-mismatch"),
        ("VN-2023-KEHOACH", {"II.1": True}, Key("result", "II.1"), "score-mismatch"),
    ],
)
def test_other_kinds(
    table_id: str, values: dict[str, Any], key: Key, code: str, tmp_path: Path
) -> None:
    patch = Patch(book_of(table_id, values, tmp_path / "a.xlsx", NATIVE))
    told = '"Chưa đạt"' if key.what == "result" else "4"
    evidence = gather(read_statement(scan(patch.save())))
    assert list(sheet_and_engine_agree(evidence)) == []
    patch.formula(key, told, told.strip('"')).settle()
    evidence = gather(read_statement(scan(patch.save())))
    (found,) = sheet_and_engine_agree(evidence)
    assert (found.code, found.place) == (code, "!".join(patch.place(key)))


SAME = [
    (9, 9.0),
    (Fraction(1, 3), 1 / 3),
    ("", None),
    ("", ""),
    ("#VALUE!", "#N/A"),
    ("Đạt", "Đạt"),
]
OTHER = [(9, 9.1), (0, ""), ("", 0.0), ("#VALUE!", 9.0), ("Đạt", "#VALUE!"), ("Đạt", "Chưa đạt")]


@pytest.mark.parametrize(("value", "expected"), SAME)
def test_the_same(value: Any, expected: Any) -> None:
    assert same(value, expected)


@pytest.mark.parametrize(("value", "expected"), OTHER)
def test_not_the_same(value: Any, expected: Any) -> None:
    assert not same(value, expected)
