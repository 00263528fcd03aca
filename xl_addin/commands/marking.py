"""Marking: names of our sheets, their first lines, and what of an earlier run has to go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.findings import Finding
from texts import LANGS, say
from workbooks.files.book import Book, address, place_of
from workbooks.marks import MARK, is_ours, our_sheet
from xl_addin.commands.plan import Line, Note, Page, Place
from xl_addin.commands.request import Request

_WIDTHS = (10.0, 12.0, 26.0, 80.0, 18.0, 18.0)
_KEPT = 20
"""How much of a name stays where a sheet of that name is there already."""


def old_notes(book: Book) -> tuple[Place, ...]:
    """The places of the notes that commands have put into a workbook."""
    return tuple(
        (sheet.name, address(*place))
        for sheet in book.sheets
        if not our_sheet(sheet)
        for place, said in sheet.comments.items()
        if is_ours(said)
    )


def old_sheets(book: Book, name: str = "") -> tuple[str, ...]:
    """The sheets that commands have put into a workbook. `name`: only those of this text's id."""
    titles = tuple(say(name, lang)[:_KEPT] for lang in LANGS) if name else ("",)
    ours = (sheet.name for sheet in book.sheets if our_sheet(sheet))
    return tuple(one for one in ours if one.startswith(titles))


def notes_of(book: Book, findings: Iterable[Finding], lang: str) -> tuple[Note, ...]:
    """A note for each cell that something was found at; a cell with a note of its own has none."""
    said: dict[Place, list[str]] = {}
    for item in findings:
        sheet = book.by_name.get(item.sheet)
        if sheet is None or not item.cell:
            continue
        at = place_of(item.cell)
        area = sheet.merge_of(*at)
        at = area[:2] if area else at
        if at not in sheet.comments:
            said.setdefault((item.sheet, address(*at)), []).append(item.message(lang))
    return tuple(
        Note(sheet, cell, MARK + "\n".join(dict.fromkeys(lines)))
        for (sheet, cell), lines in said.items()
    )


def page(request: Request, name: str, lines: Sequence[Line]) -> Page:
    """A sheet of ours with its title. `name`: the text's id of the sheet's name."""
    title = say(name, request.lang)
    head = Line((MARK + say(f"{name}.about", request.lang, file=request.name),), bold=True)
    return Page(free_name(request.book, title), (head, *lines), _WIDTHS)


def free_name(book: Book, name: str) -> str:
    """The name, or one like it where the official has a sheet of that name."""
    taken = {sheet.name.casefold() for sheet in book.sheets}
    if name.casefold() not in taken:
        return name
    tries = (f"{name[:_KEPT]} DTI{number}" for number in ("", *range(2, 10_000)))
    return next(one for one in tries if one.casefold() not in taken)


def header(lang: str) -> Line:
    """The heads of the columns of a list of findings."""
    names = ("weight", "code", "place", "what", "actual", "expected")
    return Line(tuple(say(f"command.column.{name}", lang) for name in names), bold=True)


def finding_line(item: Finding, lang: str, kind: str = "") -> Line:
    """One finding: its place leads to its cell. `kind`: what stands first, else its weight."""
    weight = kind or say(f"command.weight.{item.severity.value}", lang)
    said = (item.words("actual", lang) or "", item.words("expected", lang) or "")
    target = (item.sheet, item.cell) if item.sheet and item.cell else None
    return Line((weight, item.indicator, item.place, item.message(lang), *said), target, at=2)
