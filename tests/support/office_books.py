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

from rulesets.laws import load_law
from rulesets.loader import load
from scoring.levels import LevelTable
from scoring.targets import Plan
from scoring.thresholds import ValueKind
from tests.libreoffice.office import Book as OpenBook
from tests.libreoffice.office import Office, OfficeMissing
from tests.support.books import NativeBook, differences
from tests.support.unit_books import TABLES as VALUED
from tests.support.unit_books import built, formulas, units, unlike
from tests.support.units import random_units
from workbooks.builder import build
from workbooks.files.book import Book, address
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


def shown(office_book: OpenBook, book: Book) -> dict[tuple[str, int, int], Any]:
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


@contextmanager
def office_with_addin() -> Iterator[tuple[Office, Path]]:
    """A LibreOffice with our extension, and a folder for its workbooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extension, _ = build_extension(folder / "addin")
        with Office(extension) as office:
            yield office, folder


def _scores(
    office: Office, table_id: str, edition: str, folder: Path, count: int
) -> tuple[int, list[str]]:
    """Scored tables: figures are typed into one open workbook, unit after unit."""
    book = OfficeBook(office, table_id, edition, folder)
    compared, found = 0, []
    for unit in random_units(book.table, count, seed=11, dirty=0.15):
        got = book.scores(unit)
        compared += len(got)
        found += differences(book.table, unit, book.expected(unit), got)
    book.book.close()
    return compared, found


def _values(
    office: Office, table_id: str, edition: str, folder: Path, count: int
) -> tuple[int, list[str]]:
    """Levels and plans: every formula of each unit's own workbook."""
    compared, found = 0, []
    for unit in map(typed_by_hand, units(table_id, count, seed=2)):
        book, _ = built(unit, edition, folder)
        with office.open(folder / f"{edition}.xlsx") as opened:
            opened.recalculate()
            found += unlike(formulas(book), shown(opened, book))
        compared += len(formulas(book))
    return compared, found


def compare_in_office(console: Console, tables: list[str], count: int) -> list[str]:
    """Compare random units in both editions; prints the counts, gives the differences."""
    grid = Grid("table", "edition", "units", "cells = LibreOffice", "seconds", "differences")
    wrong: list[str] = []
    try:
        with office_with_addin() as (office, folder):
            for table_id in tables:
                for edition in EDITIONS:
                    started = time.perf_counter()
                    compare = _values if table_id in VALUED else _scores
                    compared, found = compare(office, table_id, edition, folder, count)
                    spent = time.perf_counter() - started
                    row = (f"{count}", f"{compared:,}", f"{spent:.0f}", f"{len(found)}")
                    grid.add_row(table_id, edition, *row)
                    wrong += found
    except OfficeMissing as error:
        console.print(f"LibreOffice: {error}")
        return wrong
    console.print(grid)
    return wrong
