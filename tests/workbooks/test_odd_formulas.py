"""A formula that no engine can follow does not bring the check down, nor accuse other cells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from rulesets.laws import load_scored
from scoring.findings import Severity
from scoring.read_unit import read_submission
from tests.support.build import write_book
from tests.support.units import random_units
from workbooks.design.book import design_of
from workbooks.design.names import NATIVE
from workbooks.reconcile import check_file


@pytest.mark.parametrize("deep", [False, True], ids=["quick", "deep"])
@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("=[1]Sheet1!$A$1", id="another-workbook"),
        pytest.param("='[other.xlsx]Sheet1'!A1", id="another-workbook-by-name"),
        pytest.param("=FOO(1)", id="a-function-nobody-has"),
        pytest.param("=1/0", id="an-error"),
        pytest.param("=#REF!", id="a-lost-reference"),
    ],
)
def test_the_check_comes_through(tmp_path: Path, formula: str, deep: bool) -> None:
    table = load_scored("HD-2024-SO")
    path = tmp_path / "bieu.xlsx"
    unit = next(random_units(table, 1, seed=5))
    write_book(path, table.id, read_submission(unit, table), NATIVE)
    book = openpyxl.load_workbook(path)
    inputs = [p for key, p in design_of(table, NATIVE).fields.items() if key.what == "in"]
    cell = next(c for p in inputs if isinstance((c := book[p.sheet][p.address]).value, float | int))
    cell.value = formula
    book.save(path)
    result = check_file(path, deep=deep)
    assert result.law is table
    blamed = {f.cell for f in result.findings if f.severity is Severity.ERROR}
    assert len(blamed) <= 2, blamed
