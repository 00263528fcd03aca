"""A file as a host: a plan becomes a patched copy, and the file itself is never written to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from answers.refusal import in_file
from answers.sources import File, Upload, bytes_of, scan_book
from scoring.assess import assess
from texts import Text, text
from workbooks.design.book import first_values
from workbooks.files.refusals import Unreadable
from workbooks.own.read import is_own, read_own
from workbooks.patch.cells import Calls, Change, Gives, Held, put_cells
from workbooks.patch.notes import put_notes, remove_notes
from workbooks.patch.parts import Patch
from workbooks.patch.sheets import add_sheet, remove_sheets
from xl_addin.commands.plan import Plan
from xl_addin.hosts.port import Open


@dataclass
class FileHost:
    """A workbook by its path or its bytes. `content`: the copy, which each plan changes.

    `sheet`, `cell`: what is taken as selected; `other`, `folder`: the answer where a command
    asks for one; `target`: where a new file goes.
    """

    file: File
    sheet: str = ""
    cell: str = ""
    other: File | None = None
    folder: Path | None = None
    target: Path | None = None
    content: bytes = field(init=False)

    def __post_init__(self) -> None:
        """Read the file. Raises Unusable."""
        self.content = bytes_of(self.file)

    def read(self) -> Open:
        """The copy as it stands now."""
        return Open(self.file.name, self.content, self.sheet, self.cell)

    def choose_file(self, title: Text) -> File | None:
        """The file that was given for it."""
        return self.other

    def choose_folder(self, title: Text) -> Path | None:
        """The folder that was given for it."""
        return self.folder

    def choose_place(self, name: str, title: Text) -> Path | None:
        """The place that was given for it."""
        return self.target

    def sources(self) -> Iterable[Path]:
        """The file itself."""
        return (self.file,) if isinstance(self.file, Path) else ()

    def apply(self, plan: Plan) -> Iterable[str]:
        """Patch the copy; protection keeps nothing out of a file."""
        try:
            self.content = patched(self.content, plan)
        except Unreadable as error:  # an .xls, of which only the cells can be read
            raise in_file(self.file.name, text("answer.stop", why=error.why)) from error
        return ()


def patched(content: bytes, plan: Plan) -> bytes:
    """A copy of an .xlsx or .xlsm in which a plan is carried out, every other byte as it was.

    Where figures of a workbook of ours change, the stored results of its formulas follow, since
    readers trust them. Raises Unreadable for what is no such file.
    """
    if not plan.changes:
        return content
    patch = Patch(content)
    for sheet, cells in _by_sheet(plan.unnote).items():
        remove_notes(patch, sheet, cells)
    remove_sheets(patch, plan.unsheet)
    for page in plan.pages:
        add_sheet(patch, page)
    notes: dict[str, dict[str, str]] = {}
    for note in plan.notes:
        notes.setdefault(note.sheet, {})[note.cell] = note.text
    for sheet, said in notes.items():
        put_notes(patch, sheet, said)
    changes: dict[str, dict[str, Change]] = {}
    for formula in plan.formulas:
        changes.setdefault(formula.sheet, {})[formula.cell] = Calls(formula.formula)
    for cell in plan.cells:
        changes.setdefault(cell.sheet, {})[cell.cell] = Held(cell.value)
    for sheet, given in changes.items():
        put_cells(patch, sheet, given)
    return _followed(patch.saved()) if plan.cells else patch.saved()


def _followed(content: bytes) -> bytes:
    """The same workbook of ours, with the results that its formulas give now."""
    book = scan_book(Upload("book.xlsx", content))
    if not is_own(book):
        return content
    statement = read_own(book)
    assert statement.design is not None
    values = first_values(statement.design, assess(statement.law, statement.submission))
    changes: dict[str, dict[str, Change]] = {}
    for key, value in values.items():
        place = statement.design.formulas[key].place
        cell = statement.cell(key)
        if cell is not None and cell.formula:
            result = Gives("" if value is None else value)
            changes.setdefault(place.sheet, {})[place.address] = result
    patch = Patch(content)
    for sheet, given in changes.items():
        put_cells(patch, sheet, given)
    return patch.saved()


def _by_sheet(places: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sheet, cell in places:
        found.setdefault(sheet, []).append(cell)
    return found
