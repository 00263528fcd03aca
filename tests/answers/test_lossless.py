"""Adopting and converting a workbook of ours loses nothing, whatever became of its sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scoring.submission import Submission
from tests.answers.conftest import LEVELS, SCORED, UNITS
from tests.support.command import dti
from tests.support.spoil import Patch
from workbooks.design.names import EDITIONS, MAP, NATIVE, UDF
from workbooks.files.scan import scan
from workbooks.own.identity import identity_of
from workbooks.own.read import read_own

VERBS: dict[str, Callable[[Path, Path], tuple[object, ...]]] = {
    "adopt": lambda book, out: ("adopt", book, "-o", out),
    "convert": lambda book, out: ("convert", book, "--edition", UDF, "-o", out),
}


def said(book: Path) -> Submission:
    return read_own(scan(book), strict=False).submission


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_lost(
    verb: str, edition: str, table_id: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    book, out = make("b.xlsx", UNITS[table_id], edition), tmp_path / "o.xlsx"
    answer = dti(*VERBS[verb](book, out))
    assert answer.status == 0, answer.out + answer.err
    assert said(out) == said(book)
    kept = said(out)
    assert kept.explanations
    assert kept.name == UNITS[table_id]["name"]
    if table_id == SCORED:
        assert set(kept.verified) == {"1.1", "6.1"}
        assert kept.attached == {"1.2": "BC-15.pdf"}
        assert kept.excluded == {"6.2": "không phát sinh"}
        assert kept.signing["signer"] == "Trần Thị B"


@pytest.mark.parametrize("verb", VERBS)
def test_a_renamed_sheet_loses_nothing(
    verb: str, table_id: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    book, out = make("b.xlsx", UNITS[table_id], NATIVE), tmp_path / "o.xlsx"
    before = said(book)
    workbook = openpyxl.load_workbook(book)
    for sheet in [sheet for sheet in workbook if sheet.sheet_state == "visible"][:3]:
        for name in workbook.defined_names.values():
            name.value = name.value.replace(f"'{sheet.title}'!", f"'{sheet.title} 2'!")
        sheet.title = f"{sheet.title} 2"
    workbook.save(book)
    assert dti(*VERBS[verb](book, out)).status == 0
    assert said(out) == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_workbook_of_the_layout_before_is_read_by_its_names(
    verb: str, table_id: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    book, out = make("b.xlsx", UNITS[table_id], NATIVE), tmp_path / "o.xlsx"
    before = said(book)
    Patch(book).text("B1", "1", MAP).save()
    assert dti("score", book).status == 2
    assert dti(*VERBS[verb](book, out)).status == 0
    assert said(out) == before
    assert identity_of(scan(out)).version == "2"  # type: ignore[union-attr]


def test_a_layout_that_is_not_known_is_not_converted(
    make: Callable[..., Path], tmp_path: Path
) -> None:
    book = Patch(make("b.xlsx", UNITS[LEVELS], NATIVE)).text("B1", "99", MAP).save()
    answer = dti("convert", book, "--edition", UDF, "-o", tmp_path / "o.xlsx")
    assert answer.status == 2
    assert "«99»" in answer.err
    assert not (tmp_path / "o.xlsx").exists()


def test_a_cell_that_cannot_be_a_figure_is_kept_as_it_was_typed(
    make: Callable[..., Path], tmp_path: Path
) -> None:
    book, out = make("b.xlsx", UNITS[SCORED], NATIVE), tmp_path / "o.xlsx"
    sheet, cell = scan(book).names["dti_in_3_1_a"]
    Patch(book).text(cell, "khoảng 40", sheet).save()
    data = dti("adopt", book, "-o", out, "--json").json
    (row,) = [row for row in data["rows"] if row["code"] == "3.1"]
    assert row["status"] == "unread"
    assert row["inputs"]["a"] == "khoảng 40"
    assert "khoảng 40" in row["why"]
    place, address = scan(out).names["dti_in_3_1_a"]
    held = openpyxl.load_workbook(out)[place][address].value
    assert held == "khoảng 40"


def test_the_rows_of_our_own_workbook_in_the_contracts_shape(table_id: str, book: Path) -> None:
    data = dti("adopt", book, "--json").json
    keys = {"code", "cell", "text", "inputs", "typed_score", "status", "why"}
    assert all(set(row) == keys for row in data["rows"])
    given: dict[str, Any] = UNITS[table_id].get("inputs") or UNITS[table_id]["values"]
    read = {row["code"]: row["inputs"] for row in data["rows"] if row["status"] == "read"}
    assert set(read) == set(given) - set(UNITS[table_id].get("excluded", ()))
    for code, inputs in read.items():
        wanted = given[code] if isinstance(given[code], dict) else {"value": given[code]}
        assert inputs == {name: _plain(value) for name, value in wanted.items()}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | list) else pytest.approx(float(value))
