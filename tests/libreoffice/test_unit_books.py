"""Levels tables and plans in a real LibreOffice: both editions show what the engine says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libreoffice.office import Office
from tests.support.office_books import shown, typed_by_hand
from tests.support.unit_books import TABLES, answers, built, formulas, units, unlike
from workbooks.layout import EDITIONS

pytestmark = pytest.mark.libreoffice


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
