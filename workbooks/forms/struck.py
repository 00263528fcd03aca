"""Struck: figures that an official has struck through are no figures any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbooks.files.book import Book, Cell, Sheet
from workbooks.forms.columns import Columns


def is_struck(book: Book, cell: Cell) -> bool:
    """The cell is struck through, where the file says how cells look."""
    return cell.style < len(book.styles) and book.styles[cell.style].strike


def without_struck(
    book: Book, sheet: Sheet, columns: Columns
) -> tuple[Sheet, Mapping[tuple[int, int], Cell]]:
    """The sheet without struck figures, and these; titles and codes stay, struck or not."""
    cols = {*columns.results, *columns.symbols, columns.score} - {None}
    struck = {
        place: cell
        for place, cell in sheet.cells.items()
        if place[1] in cols and place[0] not in columns.headers and is_struck(book, cell)
    }
    if not struck:
        return sheet, {}
    kept = {place: cell for place, cell in sheet.cells.items() if place not in struck}
    return replace(sheet, cells=kept), struck
