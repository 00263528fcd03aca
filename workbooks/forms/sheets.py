"""Sheets: which sheets of a book hold rows of a table, and which table a book is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.law import Law
from workbooks.files.book import Book, Cell, CellKind, Sheet
from workbooks.forms.columns import Columns, find_columns
from workbooks.forms.legacy_text import decode_book
from workbooks.forms.outline import EntryKind, Outline, outline_of
from workbooks.forms.rows import Matched, match_rows
from workbooks.forms.struck import without_struck
from workbooks.forms.titles import key, split_code

_RECOGNISED = 0.5
_AHEAD = 0.1
_HALF = 0.5


@dataclass(frozen=True)
class Found:
    """A sheet that holds rows of the table."""

    sheet: Sheet
    columns: Columns
    matched: Matched
    struck: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    """Cells of figures that are struck through: they are not in `sheet`."""


def recognise(book: Book, laws: Iterable[Law] | None = None) -> Law | None:
    """The table whose row titles stand in the book, of all kinds; None where none clearly leads.

    `laws`: the tables to choose from, by default all there are.
    """
    plain = decode_book(book).book
    titles = _titles(plain)
    given = [load_law(name) for name in table_ids()] if laws is None else laws
    ranked = sorted(
        ((_share(titles, outline_of(law)), law) for law in given),
        key=lambda item: item[0],
        reverse=True,
    )
    if not ranked or ranked[0][0] < _RECOGNISED:
        return None
    near = [law for share, law in ranked if ranked[0][0] - share < _AHEAD]
    if len(near) == 1:
        return near[0]
    # Tables that share their rows are told by their heads.
    named = [law for law in near if key(law.title) in titles]
    return named[0] if len(named) == 1 else None


def _titles(book: Book) -> set[str]:
    return {
        key(split_code(str(cell.value))[1])
        for sheet in book.sheets
        for cell in sheet.cells.values()
        if cell.kind is CellKind.TEXT
    }


def _share(titles: set[str], outline: Outline) -> float:
    """Which share of a table's rows is titled in the book."""
    rows = outline.rows
    missing = [row for row in rows if not titles.intersection(row.titles)]
    share = 1 - len(missing) / len(rows) if rows else 0.0
    if share >= _RECOGNISED or share < 0.05:
        return share
    # Titles were changed: compare them one by one.
    near = {
        entry.code
        for title in titles
        if 12 <= len(title) <= 600
        for likeness, entry in outline.closest(title)[:1]
        if likeness >= 0.85 and entry.kind is EntryKind.INDICATOR
    }
    return len(near) / len(rows)


def find_sheets(book: Book, outline: Outline) -> tuple[list[Found], list[Found]]:
    """The sheets with rows of the table, and those with its sums alone.

    Of the first, the fullest, then those that complete it.
    """
    found, sums = [], []
    for sheet in book.sheets:
        columns = find_columns(sheet, outline)
        if columns is None:
            continue
        sheet, struck = without_struck(book, sheet, columns)
        matched = match_rows(sheet, outline, columns)
        place = Found(sheet, columns, matched, struck)
        if matched.blocks:
            found.append(place)
        elif sheet.state == "visible" and (matched.pillars or matched.total):
            sums.append(place)
    found.sort(key=_fullness, reverse=True)
    main, seen = found[:1], {b.entry.code for f in found[:1] for b in f.matched.blocks}
    for place in found[1:]:
        new = {block.entry.code for block in place.matched.blocks} - seen
        # A second copy of the form adds nothing; a sheet for another pillar does.
        if len(new) > len(place.matched.blocks) * _HALF:
            main.append(place)
            seen |= new
    return main, sums


def _fullness(place: Found) -> tuple[bool, int, int, int]:
    columns = place.columns
    figures = [*columns.results, *columns.symbols, *([columns.score] if columns.score else [])]
    rows = {line.row for block in place.matched.blocks for line in block.lines}
    filled = sum((row, col) in place.sheet.cells for row in rows for col in figures)
    visible = place.sheet.state == "visible"
    year = max(map(int, re.findall(r"20\d\d", place.sheet.name)), default=0)
    return visible and bool(filled), len(place.matched.blocks) // 5, year, filled
