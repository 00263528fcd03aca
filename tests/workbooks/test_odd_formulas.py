"""A formula that no engine can follow does not bring the check down, nor accuse other cells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from workbooks.builder import build
from workbooks.layout import SCORING

from rulesets.loader import load
from scoring.findings import Severity
from scoring.submission import read_submission
from tests.support.units import random_units
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
    table = load("HD-2024-SO")
    path = tmp_path / "bieu.xlsx"
    unit = next(random_units(table, 1, seed=5))
    build(path, table.id, submission=read_submission(unit, table), edition="native")
    book = openpyxl.load_workbook(path)
    cell = next(
        c for row in book[SCORING]["E10:E60"] for c in row if isinstance(c.value, float | int)
    )
    cell.value = formula
    book.save(path)
    result = check_file(path, deep=deep)
    assert result.table is table
    blamed = {f.cell for f in result.findings if f.severity is Severity.ERROR}
    assert len(blamed) <= 2, blamed
