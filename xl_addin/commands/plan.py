"""Plan: what a command wants done to the open workbook, as data that any host can carry out."""

from __future__ import annotations

from dataclasses import dataclass

from texts import Text
from workbooks.design.draft import Content
from workbooks.patch.sheets import Line, Page

__all__ = ["Content", "Line", "NewFile", "Note", "Page", "Place", "Plan", "SetCell", "SetFormula"]

Place = tuple[str, str]
"""Sheet and address: ("Chấm điểm", "F20")."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note at a cell that has none; `text` begins with our mark."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class SetCell:
    """A value for a cell: a number, a text as it stands (never a formula), yes or no."""

    sheet: str
    cell: str
    value: Content


@dataclass(frozen=True, slots=True)
class SetFormula:
    """Another formula for a cell that has one, without `=`, as files write it."""

    sheet: str
    cell: str
    formula: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of its own; the host asks where to. `name`: the one to suggest."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, in this order, and what to say at the end.

    `unnote`: cells whose note is ours and goes; `unsheet`: sheets of ours that go; `notes`,
    `pages`: what is put there; `cells`, `formulas`: what is written into the official's cells;
    `select`: the cell to show; `file`: what to save beside. `message`: a text a line.
    """

    message: tuple[Text, ...]
    unnote: tuple[Place, ...] = ()
    unsheet: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[Page, ...] = ()
    cells: tuple[SetCell, ...] = ()
    formulas: tuple[SetFormula, ...] = ()
    select: Place | None = None
    file: NewFile | None = None

    def words(self, lang: str = "vi") -> str:
        """What to say."""
        return "\n".join(line.say(lang) for line in self.message)

    def by_sheet(self) -> dict[str, list[Place | Note | SetFormula | SetCell]]:
        """What is done in cells, sheet by sheet: old notes go, new ones come, cells are written."""
        found: dict[str, list[Place | Note | SetFormula | SetCell]] = {}
        for place in self.unnote:
            found.setdefault(place[0], []).append(place)
        items: tuple[Note | SetFormula | SetCell, ...] = (*self.notes, *self.formulas, *self.cells)
        for item in items:
            found.setdefault(item.sheet, []).append(item)
        return found

    @property
    def changes(self) -> bool:
        """Whether anything in the open workbook becomes another."""
        parts = (self.unnote, self.unsheet, self.notes, self.pages, self.cells, self.formulas)
        return any(parts)
