"""The same number on every surface: engine = native formulas in two independent engines."""

from __future__ import annotations

import pytest

from rulesets.loader import load
from tests.support.books import Formualizer, IronCalc, NativeBook, differences
from tests.support.tables import SCORED
from tests.support.units import random_units


@pytest.mark.parametrize("table_id", SCORED)
@pytest.mark.parametrize("surface", [Formualizer, IronCalc])
def test_native_formulas_equal_the_engine(surface: type[NativeBook], table_id: str) -> None:
    table = load(table_id)
    book = surface(table)
    wrong = []
    for unit in random_units(table, 40, seed=1, dirty=0.15):
        wrong += differences(table, unit, book.expected(unit), book.scores(unit))  # type: ignore[attr-defined]
    assert wrong == []
