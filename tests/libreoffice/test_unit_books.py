"""Levels tables and plans in a real LibreOffice: both editions show what the engine says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_law
from scoring.levels import LevelTable
from scoring.targets import Plan
from scoring.thresholds import ValueKind
from tests.libreoffice.office import Book as OfficeBook
from tests.libreoffice.office import Office
from tests.support.unit_books import TABLES, answers, built, formulas, units, unlike
from workbooks.book import Book, address
from workbooks.layout import EDITIONS

pytestmark = pytest.mark.libreoffice


def shown(office_book: OfficeBook, book: Book) -> dict[tuple[str, int, int], Any]:
    """Every formula as LibreOffice computes it."""
    result: dict[tuple[str, int, int], Any] = {}
    places = list(formulas(book))
    for sheet in {name for name, _, _ in places}:
        own = [(row, column) for name, row, column in places if name == sheet]
        last, wide = max(row for row, _ in own), max(column for _, column in own)
        cells = office_book.read(f"{sheet}!A1:{address(last, wide)}")
        for row, column in own:
            cell = cells[(row - 1) * wide + column - 1]
            result[sheet, row, column] = "#ERROR" if cell.error else cell.value
    return result


def typed_by_hand(unit: dict[str, Any]) -> dict[str, Any]:
    """The unit without yes and no in cells for numbers, which LibreOffice takes for 1 and 0."""
    law = load_law(unit["table"])
    if isinstance(law, LevelTable):
        answers_of = {row.code for row in law.criteria if row.kind is ValueKind.YES_NO}
    else:
        assert isinstance(law, Plan)
        answers_of = {row.code for row in law.targets if row.takes is ValueKind.YES_NO}
    values = {
        code: value
        for code, value in unit["values"].items()
        if not isinstance(value, bool) or code in answers_of
    }
    return unit | {"values": values}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", TABLES)
def test_libreoffice_shows_what_the_engine_says(
    table_id: str, edition: str, office: Office, tmp_path: Path
) -> None:
    compared = 0
    for unit in map(typed_by_hand, units(table_id, 9, seed=2)):
        book, _ = built(unit, edition, tmp_path)
        with office.open(tmp_path / f"{edition}.xlsx") as opened:
            opened.recalculate()
            wrong = unlike(formulas(book), shown(opened, book))
        compared += len(formulas(book))
        assert wrong == [], (unit["values"], answers(book))
    assert compared > 9 * 300
