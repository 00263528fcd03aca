"""Annotate: findings as notes at their cells and a sheet that lists them, in a copy of the file.

Bytes in, findings, bytes out. Changed are only the parts that have to be: the sheets that get notes
and their comments, the list of sheets, relations and content types; everything else stays byte for
byte. The commands in a spreadsheet program mark the open workbook with the same pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scoring.findings import Finding
from texts import LANGS, Text, say, text
from workbooks.files.book import Book, address, place_of
from workbooks.marks import MARK, is_ours, our_sheet
from workbooks.patch.notes import put_notes, remove_notes
from workbooks.patch.parts import Patch
from workbooks.patch.sheets import Line, Page, add_sheet, remove_sheets
from workbooks.reconcile import Reconciliation, Totals

Place = tuple[str, str]
"""Sheet and address."""

FILES = (".xlsx", ".xlsm")
"""The files that can be annotated: packages whose parts can be patched one by one."""

SHEET = "command.sheet.reconcile"
"""The text's id of the sheet's name."""

_KEPT = 20
"""How much of a name stays where a sheet of that name is there already."""

_WIDTHS = (14.0, 12.0, 26.0, 18.0, 18.0, 100.0)


def annotated(content: bytes, book: Book, result: Reconciliation, lang: str = "vi") -> bytes:
    """A copy of an .xlsx or .xlsm with a note at each cell that something was found at.

    `book`: the same file, scanned; `result`: what its check found. A cell with a note of the
    official's own gets no second one: the sheet has the finding. Marks of an earlier run go.
    Raises Unreadable for what is no such file.
    """
    patch = Patch(content)
    for sheet, cells in _by_sheet(old_notes(book)).items():
        remove_notes(patch, sheet, cells)
    remove_sheets(patch, old_sheets(book, SHEET))
    add_sheet(patch, listing(book, result, lang))
    for sheet, said in _by_sheet_texts(notes_at(book, result.findings, lang)).items():
        put_notes(patch, sheet, said)
    return patch.saved()


def listing(book: Book, result: Reconciliation, lang: str) -> Page:
    """The sheet: verdict, totals, and every finding with a link to its cell."""
    verdict = say(f"verdict.{result.verdict.value}", lang)
    head = MARK + say("annotate.about", lang, file=result.file.name)
    columns = ("weight", "code", "place", "actual", "expected", "what")
    lines = (
        Line((head,), bold=True),
        Line((verdict,), bold=True),
        *totals_lines(result.totals, lang),
        Line(tuple(say(f"command.column.{name}", lang) for name in columns), bold=True),
        *(_line(item, lang) for item in result.findings),
    )
    # The words stand last, where nothing cuts them off: no style is added to the file's own.
    return Page(free_name(book, say(SHEET, lang)), lines, _WIDTHS, wrap=False)


def _line(item: Finding, lang: str) -> Line:
    line = finding_line(item, lang)
    weight, code, place, message, *figures = line.cells
    return Line((weight, code, place, *figures, message), line.target, line.at)


def notes_at(book: Book, findings: Iterable[Finding], lang: str) -> dict[Place, str]:
    """The note of each cell that something was found at; a cell with one of its own has none."""
    said: dict[Place, list[str]] = {}
    for item in findings:
        sheet = book.by_name.get(item.sheet)
        if sheet is None or not item.cell:
            continue
        at = place_of(item.cell)
        area = sheet.merge_of(*at)
        at = area[:2] if area else at
        own = sheet.comments.get(at)
        if own is None or is_ours(own):
            said.setdefault((item.sheet, address(*at)), []).append(item.message(lang))
    return {place: MARK + "\n".join(dict.fromkeys(lines)) for place, lines in said.items()}


def old_notes(book: Book) -> tuple[Place, ...]:
    """The places of the notes that were put into a workbook before."""
    return tuple(
        (sheet.name, address(*place))
        for sheet in book.sheets
        if not our_sheet(sheet)
        for place, said in sheet.comments.items()
        if is_ours(said)
    )


def old_sheets(book: Book, name: str = "") -> tuple[str, ...]:
    """The sheets that were put into a workbook before. `name`: only those of this text's id."""
    titles = tuple(say(name, lang)[:_KEPT] for lang in LANGS) if name else ("",)
    ours = (sheet.name for sheet in book.sheets if our_sheet(sheet))
    return tuple(one for one in ours if one.startswith(titles))


def free_name(book: Book, name: str) -> str:
    """The name, or one like it where the official has a sheet of that name."""
    taken = {sheet.name.casefold() for sheet in book.sheets if not our_sheet(sheet)}
    if name.casefold() not in taken:
        return name
    tries = (f"{name[:_KEPT]} DTI{number}" for number in ("", *range(2, 10_000)))
    return next(one for one in tries if one.casefold() not in taken)


def finding_line(item: Finding, lang: str, kind: str = "") -> Line:
    """One finding: its place leads to its cell. `kind`: what stands first, else its weight."""
    weight = kind or say(f"command.weight.{item.severity.value}", lang)
    said = (item.words("actual", lang) or "", item.words("expected", lang) or "")
    target = (item.sheet, item.cell) if item.sheet and item.cell else None
    return Line((weight, item.indicator, item.place, item.message(lang), *said), target, at=2)


def totals_lines(totals: Totals, lang: str) -> Iterator[Line]:
    """The four totals, where the table has any."""
    if totals != Totals():
        for name in ("typed", "sheet", "recalculated", "engine"):
            value = getattr(totals, name)
            shown = None if value is None else float(value)
            yield Line((say(f"check.{name}", lang), None, shown))


def not_possible(suffix: str) -> Text | None:
    """Why a file of that ending cannot be annotated; None where it can be."""
    if suffix.lower() in FILES:
        return None
    return text("annotate.kind", ending=suffix, known=FILES)


def _by_sheet(places: Sequence[Place]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sheet, cell in places:
        found.setdefault(sheet, []).append(cell)
    return found


def _by_sheet_texts(notes: dict[Place, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for (sheet, cell), said in notes.items():
        found.setdefault(sheet, {})[cell] = said
    return found
