"""Tamper: type over every formula of every official workbook, one at a time, and look for it.

`python -m benchmarks.tamper` takes nine tables in two editions; each typed-over formula must be
found at its cell, and never end in a match. `--sample N` takes N formulas a workbook, seeded.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table as Grid

from rulesets.files import table_ids
from rulesets.laws import load_law
from tests.support.any_units import random_submission
from workbooks.build import build
from workbooks.design.book import design_of
from workbooks.design.draft import Formula
from workbooks.design.names import EDITIONS
from workbooks.files.book import Book, Cell, CellKind
from workbooks.files.scan import scan
from workbooks.reconcile import Verdict, check_book


@dataclass(frozen=True)
class Result:
    """What typing over the formulas of one workbook gave."""

    table: str
    edition: str
    formulas: int
    found: int
    missed: tuple[str, ...]


def typed_over(book: Book, formula: Formula) -> Book:
    """The workbook with 99 typed over a formula."""
    sheet_name, row, column = formula.place.target
    sheet = book.by_name[sheet_name]
    old = sheet.cells.get((row, column))
    number_format = old.number_format if old else "General"
    cell = Cell(row, column, CellKind.NUMBER, 99, number_format=number_format)
    changed = replace(sheet, cells={**sheet.cells, (row, column): cell})
    return replace(book, sheets=tuple(changed if s is sheet else s for s in book.sheets))


def tamper(table_id: str, edition: str, sample: int, seed: int = 1) -> Result:
    """Type over the formulas of one workbook, filled at random."""
    law = load_law(table_id)
    chosen = random.Random(f"{table_id} {edition} {seed}")
    submission = random_submission(law, chosen)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bieu.xlsx"
        path.write_bytes(build(law, submission, edition))
        book = scan(path)
    formulas = list(design_of(law, edition).formulas.values())
    if sample and sample < len(formulas):
        formulas = chosen.sample(formulas, sample)
    missed = [formula.place.elsewhere for formula in formulas if not _is_found(book, formula)]
    return Result(table_id, edition, len(formulas), len(formulas) - len(missed), tuple(missed))


def _is_found(book: Book, formula: Formula) -> bool:
    """An error at the very cell, and no match."""
    result = check_book(typed_over(book, formula))
    place = f"{formula.place.sheet}!{formula.place.address}"
    codes = {item.code for item in result.findings if item.place == place}
    return "formula-overwritten" in codes and result.verdict is Verdict.MISMATCH


def run(sample: int, workers: int) -> Iterator[Result]:
    """All tables in both editions."""
    cases = [(table_id, edition) for table_id in table_ids() for edition in EDITIONS]
    with ProcessPoolExecutor(workers) as pool:
        waiting = [pool.submit(tamper, *case, sample) for case in cases]
        for result in waiting:
            yield result.result()


def main() -> None:
    """Print what was typed over and what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="formulas a workbook; 0: every one")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    console = Console()
    grid = Grid("table", "edition", "formulas typed over", "found at their cell")
    missed: list[str] = []
    total = found = 0
    for result in run(options.sample, options.workers):
        grid.add_row(result.table, result.edition, str(result.formulas), str(result.found))
        missed += [f"{result.table} {result.edition} {place}" for place in result.missed]
        total, found = total + result.formulas, found + result.found
    console.print(grid)
    for place in missed:
        console.print(f"missed: {place}", markup=False)
    console.print(f"found {found} of {total}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
