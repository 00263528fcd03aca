"""Identity: a workbook of another layout, edition, table or ruleset, and what may still be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rulesets.laws import load_law
from tests.support.cases import make, office
from tests.support.spoil import Patch
from workbooks.design.names import EDITIONS, MAP, NATIVE, VERSION
from workbooks.files.scan import scan
from workbooks.own.identity import Identity, LayoutUnknown, identity_of
from workbooks.own.read import is_own, read_own

UNITS: dict[str, dict[str, Any]] = {
    "HD-2024-SO": office(),
    "BTTTT-2024-XA": {"values": {"I.1": 62, "I.4": True}, "typed": {"level": 1}},
    "VN-2023-KEHOACH": {"values": {"II.1": True, "II.16": 55}},
}


def line(row: int, value: str) -> Callable[[Patch], Patch]:
    """Change a line of the hidden map."""
    return lambda patch: patch.text(f"B{row}", value, MAP)


OTHERS = {
    "an older layout": (line(1, "1"), "own.version"),
    "a later layout": (line(1, "99"), "own.version"),
    "no layout": (lambda patch: patch.clear("B1", MAP), "own.version"),
    "an edition that nobody knows": (line(3, "web"), "own.edition"),
    "another ruleset": (line(4, "0" * 64), "own.ruleset"),
}


@pytest.fixture(params=list(UNITS))
def table_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def book(table_id: str, folder: Path, edition: str = NATIVE) -> Path:
    return make(folder / "bieu.xlsx", {**UNITS[table_id], "table": table_id}, edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_a_workbook_says_it_is(table_id: str, edition: str, tmp_path: Path) -> None:
    scanned = scan(book(table_id, tmp_path, edition))
    assert is_own(scanned)
    digest = load_law(table_id).digest
    assert identity_of(scanned) == Identity(VERSION, table_id, edition, digest)


@pytest.mark.parametrize("other", list(OTHERS))
def test_another_one_is_refused_and_its_figures_are_kept(
    other: str, table_id: str, tmp_path: Path
) -> None:
    """Read strictly it is refused; for adopting, nothing of an official's work is lost."""
    spoil, why = OTHERS[other]
    path = book(table_id, tmp_path)
    before = read_own(scan(path)).submission
    spoil(Patch(path)).save()
    with pytest.raises(LayoutUnknown) as caught:
        read_own(scan(path))
    assert caught.value.finding.code == "layout-unknown"
    assert caught.value.finding.data["why"].id == why
    assert read_own(scan(path), strict=False).submission == before
    assert before.figures


@pytest.mark.parametrize("strict", [True, False])
def test_a_table_that_nobody_knows_is_refused_always(strict: bool, tmp_path: Path) -> None:
    path = line(2, "XX-2030-SO")(Patch(book("HD-2024-SO", tmp_path))).save()
    with pytest.raises(LayoutUnknown) as caught:
        read_own(scan(path), strict)
    assert caught.value.finding.code == "table-unknown"
    assert "XX-2030-SO" in caught.value.finding.message()


@pytest.mark.parametrize("strict", [True, False])
def test_a_workbook_of_others_is_none_of_ours(strict: bool, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "khac.xlsx")
    scanned = scan(tmp_path / "khac.xlsx")
    assert (is_own(scanned), identity_of(scanned)) == (False, None)
    with pytest.raises(LayoutUnknown, match="không phải biểu của dti-excel"):
        read_own(scanned, strict)
