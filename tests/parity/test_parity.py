"""The same figures on every surface: engine = workbook in independent engines, every formula."""

from __future__ import annotations

import pytest

from benchmarks.parity import ENGINES, compare, units
from rulesets.files import table_ids
from rulesets.laws import load_law
from workbooks.design.book import design_of
from workbooks.design.names import EDITIONS, NATIVE

CASES = [
    (table_id, edition, engine)
    for table_id in table_ids()
    for edition in EDITIONS
    for engine in ENGINES
    if edition == NATIVE or engine != "IronCalc"
]


@pytest.mark.parametrize(("table_id", "edition", "engine"), CASES)
def test_every_formula_shows_what_the_engine_says(table_id: str, edition: str, engine: str) -> None:
    design = design_of(load_law(table_id), edition)
    compared, wrong = compare(ENGINES[engine](design), units(table_id, 12, seed=1))
    assert wrong == []
    assert compared == 12 * len(design.formulas) > 12 * 250
