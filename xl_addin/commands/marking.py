"""Marking: what commands put into an open workbook, made of the pieces of the annotated copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.findings import Finding
from texts import say
from workbooks.files.book import Book
from workbooks.marks import MARK
from workbooks.reports.annotate import (
    finding_line,
    free_name,
    notes_at,
    old_notes,
    old_sheets,
    totals_lines,
)
from xl_addin.commands.plan import Line, Note, Page
from xl_addin.commands.request import Request

__all__ = [
    "finding_line",
    "free_name",
    "header",
    "notes_of",
    "old_notes",
    "old_sheets",
    "page",
    "totals_lines",
]

_WIDTHS = (10.0, 12.0, 26.0, 80.0, 18.0, 18.0)


def notes_of(book: Book, findings: Iterable[Finding], lang: str) -> tuple[Note, ...]:
    """A note for each cell that something was found at; a cell with a note of its own has none."""
    said = notes_at(book, findings, lang)
    return tuple(Note(sheet, cell, words) for (sheet, cell), words in said.items())


def page(request: Request, name: str, lines: Sequence[Line]) -> Page:
    """A sheet of ours with its title. `name`: the text's id of the sheet's name."""
    title = say(name, request.lang)
    head = Line((MARK + say(f"{name}.about", request.lang, file=request.name),), bold=True)
    return Page(free_name(request.book, title), (head, *lines), _WIDTHS)


def header(lang: str) -> Line:
    """The heads of the columns of a list of findings."""
    names = ("weight", "code", "place", "what", "actual", "expected")
    return Line(tuple(say(f"command.column.{name}", lang) for name in names), bold=True)
