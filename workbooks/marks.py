"""Marks: what our commands put into an open workbook, and what tells it from the official's own.

A note of ours begins with MARK; a sheet of ours has it in its first cell. Both are left out where
a workbook is read, so that a marked workbook says what it said before.
"""

from __future__ import annotations

from dataclasses import replace

from workbooks.files.book import Book, CellKind, Sheet

MARK = "[DTI] "
"""The beginning of every note of ours, and of the first cell of every sheet of ours."""


def is_ours(text: object) -> bool:
    """Whether a note, or what stands in the first cell of a sheet, is ours.

    >>> is_ours("[DTI] Thiếu số liệu"), is_ours("Chị Hoa xem lại")
    (True, False)
    """
    return isinstance(text, str) and text.startswith(MARK.strip())


def our_sheet(sheet: Sheet) -> bool:
    """Whether a command of ours has added the sheet."""
    first = sheet.cells.get((1, 1))
    return first is not None and first.kind is CellKind.TEXT and is_ours(first.value)


def without_marks(book: Book) -> Book:
    """The same workbook without the notes and the sheets of our commands."""
    return replace(book, sheets=tuple(map(_bare, (s for s in book.sheets if not our_sheet(s)))))


def _bare(sheet: Sheet) -> Sheet:
    if not any(map(is_ours, sheet.comments.values())):
        return sheet
    own = {place: text for place, text in sheet.comments.items() if not is_ours(text)}
    return replace(sheet, comments=own)
