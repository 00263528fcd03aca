"""The edition xlsm on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rulesets.files import table_ids
from tests.excel.olevba import modules_of
from tests.support.command import dti
from workbooks.files.scan import scan


@pytest.mark.parametrize("table_id", table_ids())
def test_every_table_has_the_edition(table_id: str, tmp_path: Path) -> None:
    path = tmp_path / "bieu.xlsm"
    answer = dti("new", table_id, "--edition", "xlsm", "-o", path, "--json")
    assert answer.json["edition"] == "xlsm"
    assert scan(path).has_macros
    assert "DtiFunctions.bas" in modules_of(path.read_bytes())
    assert [left.name for left in tmp_path.iterdir()] == ["bieu.xlsm"]


def test_a_workbook_is_converted_there_and_back(tmp_path: Path) -> None:
    macros, plain = tmp_path / "a.xlsm", tmp_path / "b.xlsx"
    dti(
        "new", "HB-2023-XA", "--data", "examples/hb-2023-xa.json", "--edition", "xlsm", "-o", macros
    )
    assert dti("convert", macros, "--edition", "udf", "-o", plain).status == 0
    again = tmp_path / "c.xlsm"
    assert dti("convert", plain, "--edition", "xlsm", "-o", again).status == 0
    assert scan(macros).sheets == scan(again).sheets
    assert not scan(plain).has_macros


@pytest.mark.parametrize(("edition", "name"), [("xlsm", "a.xlsx"), ("udf", "a.xlsm")])
def test_a_name_that_excel_would_refuse_is_refused(edition: str, name: str, tmp_path: Path) -> None:
    answer = dti("new", "HB-2023-XA", "--edition", edition, "-o", tmp_path / name)
    assert answer.status == 2
    assert {"xlsm": ".xlsm", "udf": ".xlsx"}[edition] in answer.err
    assert list(tmp_path.iterdir()) == []
