"""Statement: what a workbook states, whoever made it — the common ground of all checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scoring.findings import Finding
from scoring.law import Law
from scoring.numbers import Rational
from scoring.submission import Submission
from texts import Text
from workbooks.design.draft import Design
from workbooks.design.names import Key
from workbooks.files.book import Book, Cell, CellKind, place_of

Where = tuple[str, str]
"""Sheet and address, as a file names them."""


def is_anchor(key: Key) -> bool:
    """Whether a key only tells where a row is; the summary's cells of a row have a slot."""
    return key.what == "row" and not key.slot


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that stands in a cell.

    `value` is None where the cell holds no number; `error` then says which error it shows, `text`
    which words. `digits`: decimals that the cell shows, where its format says so.
    """

    sheet: str
    cell: str
    value: Rational | None = None
    formula: str = ""
    cached: bool = True
    error: str = ""
    text: str = ""
    digits: int | None = None

    @property
    def target(self) -> tuple[str, int, int]:
        """The cell, for recalculation."""
        return (self.sheet, *place_of(self.cell))


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Everything a workbook states.

    `design`: where everything of our own workbook stands now; None for a foreign form. `places`:
    where each stated thing stands: `in` by row and slot, `score` and `typed` by row, `typed` by
    pillar, `total`, `level` … and `row`, the anchor of a row. `unread`: rows whose words were not
    read, and why.
    """

    book: Book
    law: Law
    submission: Submission
    design: Design | None = None
    places: Mapping[Key, Where] = field(default_factory=dict)
    unread: Mapping[str, Text] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def own(self) -> bool:
        """We built the workbook."""
        return self.design is not None

    def cell(self, key: Key) -> Cell | None:
        """The cell of a stated thing; None for a blank one or an unknown place."""
        where = self.places.get(key)
        if where is None:
            return None
        sheet = self.book.by_name.get(where[0])
        if sheet is None:
            return None
        at = place_of(where[1])
        return sheet.cells.get(at) if self.own else sheet.at(*at)

    def figure(self, key: Key) -> Stated | None:
        """The figure of a stated thing; None where nothing stands there."""
        where = self.places.get(key)
        found = None if where is None else stated(self.cell(key), *where)
        if found is None or found.value is not None or self.own or key.what != "typed":
            return found
        # A score that a foreign form has as a text is worth what it says, though no SUM adds it.
        return replace(found, value=self.submission.typed.get(key.code))

    def where(self, key: Key, code: str = "") -> dict[str, Any]:
        """The place of a stated thing for a finding; else the anchor of its row."""
        place = self.places.get(key) or self.places.get(Key("row", code or key.code))
        return {"sheet": place[0], "cell": place[1]} if place else {}

    def figures(self, what: str) -> Iterator[tuple[Key, Stated]]:
        """All figures of one sort that are there."""
        for key in self.places:
            if key.what == what and (found := self.figure(key)) is not None:
                yield key, found


def stated(cell: Cell | None, sheet: str, address: str) -> Stated | None:
    """The figure of a cell; None for a blank one."""
    if cell is None or (cell.kind is CellKind.TEXT and not cell.value and not cell.formula):
        return None
    value = cell.value
    number = value if cell.kind is CellKind.NUMBER and not isinstance(value, str) else None
    return Stated(
        sheet,
        address,
        number,
        cell.formula,
        cell.cached,
        error=str(value) if cell.kind is CellKind.ERROR else "",
        text=_text(cell),
        digits=shown_decimals(cell.number_format) if number is not None else None,
    )


def _text(cell: Cell) -> str:
    if cell.kind is CellKind.BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return str(cell.value) if cell.kind is CellKind.TEXT else ""


def shown_decimals(number_format: str) -> int | None:
    """How many decimals a number format shows; None where it shows what is there.

    >>> shown_decimals("#,##0.00"), shown_decimals("0"), shown_decimals("General")
    (2, 0, None)
    """
    part = number_format.split(";", 1)[0].strip()
    if part in ("", "General", "@") or "#" in part.rpartition(".")[2]:
        return None
    if not set(part) <= set("#0,. %_-()"):
        return None
    return len(part.rpartition(".")[2].rstrip("% _)-")) if "." in part else 0
