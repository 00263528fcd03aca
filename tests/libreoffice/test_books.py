"""Workbooks of every table in a real LibreOffice: both editions show what the engine says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.parity import compare, units
from rulesets.files import table_ids
from rulesets.laws import load_law
from tests.libreoffice.office import Office
from tests.support.office_books import OfficeBook, typed_by_hand
from workbooks.design.book import design_of
from workbooks.design.names import EDITIONS

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", table_ids())
def test_libreoffice_shows_what_the_engine_says(
    table_id: str, edition: str, office: Office, tmp_path: Path
) -> None:
    surface = OfficeBook(office, design_of(load_law(table_id), edition), tmp_path)
    try:
        compared, wrong = compare(surface, map(typed_by_hand, units(table_id, 3, seed=2)))
    finally:
        surface.book.close()
    assert wrong == []
    assert compared > 3 * 250
