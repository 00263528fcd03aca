"""Statement: what a workbook states, whoever made it — the common ground of all checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.findings import Finding
from scoring.model import Table
from scoring.numbers import Rational
from scoring.program import Figures
from scoring.submission import Submission
from workbooks.files.book import Book, Cell, CellKind, place_of


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that stands in a cell.

    `value` is None where the cell holds no number; `error` then says which error it shows.
    `digits`: decimals that the cell shows, where its format says so.
    """

    sheet: str
    cell: str
    value: Rational | None = None
    formula: str = ""
    cached: bool = True
    error: str = ""
    digits: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a workbook states about one indicator.

    `score`: the score cell of our own workbook; `typed`: the score that the office states.
    `cells`: where the inputs stand, by slot.
    """

    code: str
    sheet: str = ""
    cell: str = ""
    figures: Figures = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    score: Stated | None = None
    typed: Stated | None = None
    maximum: Stated | None = None
    formula: str = ""
    """The formula that our own score cell should hold."""
    excluded: bool = False
    reason: str = ""
    words: str = ""
    unread: bool = False


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Everything a workbook states. `own` says that we built it."""

    book: Book
    table: Table
    own: bool
    submission: Submission
    rows: Mapping[str, Row]
    pillars: Mapping[str, Stated] = field(default_factory=dict)
    typed_pillars: Mapping[str, Stated] = field(default_factory=dict)
    total: Stated | None = None
    typed_total: Stated | None = None
    index: Stated | None = None
    edition: str = ""
    findings: tuple[Finding, ...] = ()


def stated(cell: Cell | None, sheet: str, address: str) -> Stated | None:
    """The figure of a cell; None for a blank one."""
    if cell is None or (cell.kind is CellKind.TEXT and not cell.value and not cell.formula):
        return None
    value: Any = cell.value
    number = value if cell.kind is CellKind.NUMBER else None
    error = str(value) if cell.kind is CellKind.ERROR else ""
    return Stated(
        sheet,
        address,
        number,
        cell.formula,
        cell.cached,
        error,
        shown_decimals(cell.number_format) if cell.kind is CellKind.NUMBER else None,
    )


def input_figure(statement: Statement, row: Row, cell: str) -> Stated | None:
    """The figure of an input cell, for those that hold a formula of the office's own."""
    return stated(statement.book.sheet(row.sheet).cells.get(place_of(cell)), row.sheet, cell)


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
