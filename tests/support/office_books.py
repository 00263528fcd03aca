"""Whole units in a real LibreOffice, in both editions of the workbook."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

from rulesets.loader import load
from tests.libreoffice.office import Office, OfficeMissing
from tests.support.books import NativeBook, differences
from tests.support.units import random_units
from workbooks.book import address
from workbooks.builder import build
from workbooks.layout import EDITIONS, SCORING
from xl_addin.libreoffice.build import build as build_extension


class OfficeBook(NativeBook):
    """The workbook of a table, open in LibreOffice; figures are typed, scores are read."""

    def __init__(self, office: Office, table_id: str, edition: str, folder: Path) -> None:
        super().__init__(load(table_id))
        path = folder / f"{table_id}-{edition}.xlsx"
        build(path, table_id, edition=edition)
        self.book = office.open(path)

    def scores(self, unit: Mapping[str, Any]) -> dict[str, Any]:
        """Code → number, text or "#ERROR"."""
        cells = {
            f"{sheet}!{address(row, column)}": value
            for sheet, row, column, value in self.inputs(unit)
        }
        self.book.write(cells)
        self.book.recalculate()
        shown = self.book.read(f"{SCORING}!F1:F{self.plan.last_row + 1}")
        result: dict[str, Any] = {}
        for place in self.plan.indicators:
            cell = shown[place.row]
            if cell.error:
                result[place.indicator.code] = "#ERROR"
            else:
                value = cell.value
                number = isinstance(value, int | float)
                result[place.indicator.code] = float(value) if number else value or ""  # type: ignore[arg-type]
        return result


@contextmanager
def office_with_addin() -> Iterator[tuple[Office, Path]]:
    """A LibreOffice with our extension, and a folder for its workbooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extension, _ = build_extension(folder / "addin")
        with Office(extension) as office:
            yield office, folder


def compare_in_office(console: Console, tables: list[str], count: int) -> list[str]:
    """Compare random units in both editions; prints the counts, gives the differences."""
    grid = Grid("table", "edition", "units", "scores = LibreOffice", "seconds", "differences")
    wrong: list[str] = []
    try:
        with office_with_addin() as (office, folder):
            for table_id in tables:
                for edition in EDITIONS:
                    started = time.perf_counter()
                    book = OfficeBook(office, table_id, edition, folder)
                    compared, found = 0, []
                    for unit in random_units(book.table, count, seed=11, dirty=0.15):
                        got = book.scores(unit)
                        compared += len(got)
                        found += differences(book.table, unit, book.expected(unit), got)
                    book.book.close()
                    spent = time.perf_counter() - started
                    row = (f"{count}", f"{compared:,}", f"{spent:.0f}", f"{len(found)}")
                    grid.add_row(table_id, edition, *row)
                    wrong += found
    except OfficeMissing as error:
        console.print(f"LibreOffice: {error}")
        return wrong
    console.print(grid)
    return wrong
