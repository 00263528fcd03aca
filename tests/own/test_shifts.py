"""Shifts: a workbook is found again after rows were inserted and sheets renamed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_law
from tests.support.cases import errors, make, office
from tests.support.level_units import best_values
from tests.support.spoil import Patch
from workbooks.design.book import design_of
from workbooks.design.grid import AS_BUILT
from workbooks.design.names import (
    AGENCIES,
    COMMUNES,
    EDITIONS,
    INFO,
    LEVELS_SHEET,
    NATIVE,
    SCORING,
    SUMMARY,
    TARGETS_SHEET,
    Key,
)
from workbooks.files.scan import scan
from workbooks.own.read import read_own
from workbooks.own.shifts import shifts_of
from workbooks.reconcile import check_file

TABLES = ("HD-2024-SO", "HB-2023-HUYEN", "BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH")
SHEETS = {
    "scored": (INFO, SCORING, SUMMARY),
    "levels": (INFO, LEVELS_SHEET, SUMMARY),
    "targets": (INFO, TARGETS_SHEET, SUMMARY, AGENCIES),
}


def unit(table_id: str) -> dict[str, Any]:
    if table_id == "HD-2024-SO":
        return office()
    law: Any = load_law(table_id)
    if law.kind == "levels":
        return {"table": table_id, "name": "A", "values": best_values(law)}
    if law.kind == "targets":
        return {"table": table_id, "name": "A", "values": {"II.1": True, "II.16": 55}}
    return {"table": table_id, "name": "A", "inputs": {"1.1": {"option": 1}}}


def read(path: Path) -> Any:
    return read_own(scan(path)).submission


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_a_workbook_as_built_has_not_moved(table_id: str, edition: str, tmp_path: Path) -> None:
    book = scan(make(tmp_path / "a.xlsx", unit(table_id), edition))
    assert shifts_of(book, design_of(load_law(table_id), edition)) is AS_BUILT


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_every_sheet_may_have_another_name(table_id: str, edition: str, tmp_path: Path) -> None:
    path = make(tmp_path / "a.xlsx", unit(table_id), edition)
    before, patch = read(path), Patch(path)
    sheets = SHEETS[load_law(table_id).kind]
    for sheet in sheets:
        patch.rename_sheet(sheet, f"{sheet} (nộp Sở)")
    patch.save()
    assert read(path) == before
    result = check_file(path)
    assert errors(result) == set()
    assert result.statement is not None
    names = {sheet for sheet, _ in result.statement.places.values()}
    assert {f"{sheet} (nộp Sở)" for sheet in sheets} <= names


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_rows_may_be_inserted_on_every_sheet(table_id: str, edition: str, tmp_path: Path) -> None:
    """Above the table, in its middle and twice; every formula and printed text is found again."""
    path = make(tmp_path / "a.xlsx", unit(table_id), edition)
    before, patch = read(path), Patch(path)
    law = load_law(table_id)
    middle = law.rows[len(law.rows) // 2].code
    anchor = {"scored": "score", "levels": "status", "targets": "result"}[law.kind]
    row = int(patch.address(Key(anchor, middle)).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    main, info = SHEETS[law.kind][1], INFO
    patch.insert_rows(row, 2, main).insert_rows(4, 3, main)
    patch.insert_rows(5, 1, info).insert_rows(9, 2, SUMMARY).save()
    assert read(path) == before
    result = check_file(path)
    assert errors(result) == set()
    design = result.statement.design if result.statement else None
    assert design is not None
    now = int(design.wheres[Key(anchor, middle)][1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert now == row + 5


def test_a_row_inserted_among_communes_is_found_again(tmp_path: Path) -> None:
    table_id = "BTTTT-2024-HUYEN"
    path = make(
        tmp_path / "a.xlsx",
        {"table": table_id, "values": {"I.1": {"commune_levels": [3, 4, 5]}}},
        NATIVE,
    )
    before = read(path)
    Patch(path).rename_sheet(COMMUNES, "Xã").insert_rows(3, 1, "Xã").save()
    assert read(path) == before


@pytest.mark.parametrize("name", ["dti_score_3_1", "dti_in_3_1_a", "dti_pillar_3", "dti_total"])
def test_one_name_that_leads_astray_moves_nothing(name: str, tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "a.xlsx", office(), NATIVE))
    for node in patch.workbook.iter("{*}definedName"):
        if node.get("name") == name:
            node.text = f"'{SCORING}'!$G$60"
    book = scan(patch.save())
    assert shifts_of(book, design_of(load_law("HD-2024-SO"), NATIVE)) is AS_BUILT


def test_names_of_other_programs_move_nothing(tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "a.xlsx", office(), NATIVE))
    names = patch.workbook.find("{*}definedNames")
    other = names.makeelement(names[0].tag, {"name": "Luong_co_so"})
    other.text = "'Tổng hợp'!$A$1"
    names.append(other)
    result = check_file(patch.save())
    assert (errors(result), result.verdict) == (set(), "match")
