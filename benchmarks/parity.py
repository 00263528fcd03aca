"""Parity: engine = native formulas in two independent engines = LibreOffice in both editions."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

from rulesets.loader import load
from tests.support.books import Formualizer, IronCalc, differences
from tests.support.tables import SCORED
from tests.support.unit_books import TABLES as VALUED
from tests.support.unit_books import parity
from tests.support.units import random_units

_COLUMNS = (
    "table",
    "units",
    "engine = formualizer",
    "engine = IronCalc",
    "seconds",
    "differences",
)


MOST_BOOKS = 500
"""Workbooks of levels and plans are built and read back one by one: no more than these."""


def engines(table_id: str, count: int) -> tuple[dict[str, int], int, list[str]]:
    """Compare whole random units in both engines; scores compared, seconds, differences."""
    table = load(table_id)
    surfaces: list[Any] = [Formualizer(table), IronCalc(table)]
    compared = {type(surface).__name__: 0 for surface in surfaces}
    wrong: list[str] = []
    for unit in random_units(table, count, seed=7, dirty=0.1):
        expected = surfaces[0].expected(unit)
        for surface in surfaces:
            got = surface.scores(unit)
            compared[type(surface).__name__] += len(got)
            wrong += differences(table, unit, expected, got)
    return compared, count, wrong


def levels(table_id: str, count: int) -> tuple[dict[str, int], int, list[str]]:
    """The same for a levels table or a plan: every formula of each unit's native workbook."""
    units = min(count, MOST_BOOKS)
    compared, wrong = parity(table_id, units)
    return compared, units, wrong


def main() -> int:
    """Run and print the counts; 1 where any surface differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--units", type=int, default=2000)
    parser.add_argument("--office", type=int, default=50)
    parser.add_argument("--tables", nargs="*", default=[*SCORED, *VALUED])
    options = parser.parse_args()
    console = Console(width=120)
    grid = Grid(*_COLUMNS)
    differing: list[str] = []
    for table_id in options.tables:
        started = time.perf_counter()
        run = levels if table_id in VALUED else engines
        compared, count, wrong = run(table_id, options.units)
        spent = time.perf_counter() - started
        counts = [f"{number:,}" for number in compared.values()]
        grid.add_row(table_id, f"{count:,}", *counts, f"{spent:.0f}", str(len(wrong)))
        differing += wrong
    console.print(grid)
    if options.office:
        differing += office(console, options.tables, options.office)
    for line in differing[:20]:
        console.print(line, highlight=False)
    return 1 if differing else 0


def office(console: Console, tables: list[str], count: int) -> list[str]:
    """Compare with LibreOffice in both editions, where it is installed."""
    from tests.support.office_books import compare_in_office

    return compare_in_office(console, tables, count)


if __name__ == "__main__":
    sys.exit(main())
