"""Parity: engine = workbook in two independent engines = LibreOffice, in both editions.

Whole random units, dirty, verified, excluded and substituted ones included, are typed into the
workbook of each table; every formula of it must show what the engine says.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table as Grid

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.submission import Submission
from tests.libreoffice.office import OfficeMissing
from tests.support.any_units import random_submission
from tests.support.parity import Formualizer, IronCalc, Surface, differences
from workbooks.design.book import design_of
from workbooks.design.draft import Design
from workbooks.design.names import EDITIONS, NATIVE

ENGINES: dict[str, Callable[[Design], Surface]] = {"formualizer": Formualizer, "IronCalc": IronCalc}


def units(table_id: str, count: int, seed: int) -> Iterator[Submission]:
    """Random units of a table, the same ones for the same seed; the first is empty."""
    law, rng = load_law(table_id), random.Random(f"{table_id}-{seed}")
    yield Submission(table=table_id)
    for _ in range(count - 1):
        yield random_submission(law, rng)


def compare(surface: Surface, given: Iterator[Submission]) -> tuple[int, list[str]]:
    """How many formulas were compared, and where they differ."""
    compared, wrong = 0, []
    for submission in given:
        wrong += differences(surface, submission)
        compared += len(surface.design.formulas)
    return compared, wrong


def in_engines(console: Console, tables: list[str], count: int) -> list[str]:
    """Every table in the independent engines; IronCalc knows no functions of ours."""
    grid = Grid("table", "edition", "engine", "units", "formulas", "seconds", "differences")
    differing: list[str] = []
    for table_id in tables:
        for edition in EDITIONS:
            design = design_of(load_law(table_id), edition)
            for name, engine in ENGINES.items():
                if edition != NATIVE and name == "IronCalc":
                    continue
                started = time.perf_counter()
                compared, wrong = compare(engine(design), units(table_id, count, 7))
                spent = f"{time.perf_counter() - started:.0f}"
                figures = (f"{count:,}", f"{compared:,}", spent, str(len(wrong)))
                grid.add_row(table_id, edition, name, *figures)
                differing += wrong
    console.print(grid)
    return differing


def in_office(console: Console, tables: list[str], count: int) -> list[str]:
    """Every table in a real LibreOffice with our extension, where it is installed."""
    from tests.support.office_books import OfficeBook, office_with_addin, typed_by_hand

    grid = Grid("table", "edition", "units", "cells = LibreOffice", "seconds", "differences")
    differing: list[str] = []
    with ExitStack() as stack:
        try:
            office, folder = stack.enter_context(office_with_addin())
        except OfficeMissing as error:
            console.print(f"LibreOffice: {error}")
            return []
        for table_id in tables:
            for edition in EDITIONS:
                started = time.perf_counter()
                surface = OfficeBook(office, design_of(load_law(table_id), edition), Path(folder))
                given = map(typed_by_hand, units(table_id, count, 11))
                compared, wrong = compare(surface, given)
                surface.book.close()
                spent = f"{time.perf_counter() - started:.0f}"
                grid.add_row(table_id, edition, str(count), f"{compared:,}", spent, str(len(wrong)))
                differing += wrong
    console.print(grid)
    return differing


def main() -> int:
    """Run and print the counts; 1 where any surface differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=500)
    parser.add_argument("--office", type=int, default=20)
    parser.add_argument("--tables", nargs="*", default=list(table_ids()))
    options = parser.parse_args()
    console = Console(width=120)
    differing = in_engines(console, options.tables, options.units)
    if options.office:
        differing += in_office(console, options.tables, options.office)
    for line in differing[:20]:
        console.print(line, highlight=False, markup=False)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
