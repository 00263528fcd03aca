"""Book: what a user's file holds, as frozen records that no reader can change."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from workbooks.files.limits import SMALL_MERGE
from workbooks.files.refusals import Unreadable


class CellKind(str, Enum):
    """What a cell holds."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"
    """A number whose format shows a day or a time: the serial number, counted from 1900."""


class Cell(NamedTuple):
    """One cell that holds something.

    `formula` is without `=`; `cached` is False for a formula that was never calculated (its value
    is then an empty text). `font` is the name of the font, which tells old encodings; `style`
    is the place of everything else that is seen in `Book.styles`.
    """

    # A tuple, since a book has thousands: made five times faster than a frozen dataclass.

    row: int
    col: int
    kind: CellKind
    value: Fraction | int | str | bool
    formula: str = ""
    cached: bool = True
    number_format: str = "General"
    font: str = ""
    style: int = 0

    @property
    def address(self) -> str:
        """The address as users write it: `F20`."""
        return address(self.row, self.col)

    @property
    def is_percent(self) -> bool:
        """The number is shown as a percentage."""
        return "%" in self.number_format


@dataclass(frozen=True, slots=True)
class Style:
    """How cells look. Colours are `RRGGBB`; empty where the file leaves them to the theme."""

    number_format: str = "General"
    font: str = ""
    shows_date: bool = False
    strike: bool = False
    color: str = ""
    fill: str = ""

    @property
    def hides_value(self) -> bool:
        """Nobody sees the value: the format shows none, or the text has the colour of its ground.

        >>> Style(";;;").hides_value, Style(color="FFFFFF").hides_value, Style().hides_value
        (True, True, False)
        """
        sections = self.number_format.split(";")
        if len(sections) > 2 and not any(part.strip() for part in sections[:3]):
            return True
        return bool(self.color) and self.color == (self.fill or _WHITE)


_WHITE = "FFFFFF"

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column; all from 1, all inside."""


@dataclass(frozen=True)
class Sheet:
    """One worksheet: its cells by (row, column), and what it hides or joins."""

    name: str
    state: str = "visible"
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    protected: bool = False

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that shows at a place; in a merge, its top left cell."""
        cell = self.cells.get((row, col))
        if cell is not None or not self.merged:
            return cell
        area = self.merge_of(row, col)
        return self.cells.get((area[0], area[1])) if area else None

    def merge_of(self, row: int, col: int) -> Range | None:
        """The merged area a place belongs to."""
        small, large = self._merges
        area = small.get((row, col))
        if area is not None:
            return area
        for area in large:
            if area[0] <= row <= area[2] and area[1] <= col <= area[3]:
                return area
        return None

    @cached_property
    def rows(self) -> dict[int, tuple[Cell, ...]]:
        """The cells of each row that holds any, left to right, from the top."""
        rows: dict[int, list[Cell]] = {}
        for key in sorted(self.cells):
            rows.setdefault(key[0], []).append(self.cells[key])
        return {row: tuple(cells) for row, cells in rows.items()}

    @cached_property
    def _merges(self) -> tuple[dict[tuple[int, int], Range], tuple[Range, ...]]:
        """Small merged areas by each of their places, and the large ones."""
        small: dict[tuple[int, int], Range] = {}
        large = []
        for area in self.merged:
            if area_size(area) > SMALL_MERGE:
                large.append(area)
                continue
            for row in range(area[0], area[2] + 1):
                for col in range(area[1], area[3] + 1):
                    small.setdefault((row, col), area)
        return small, tuple(large)


@dataclass(frozen=True)
class Book:
    """A whole workbook, read once. `names` holds simple references only: name → (sheet, area)."""

    path: Path
    sheets: tuple[Sheet, ...]
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    external_links: tuple[str, ...] = ()
    has_macros: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    styles: tuple[Style, ...] = (Style(),)

    @cached_property
    def by_name(self) -> dict[str, Sheet]:
        """The sheets by their name."""
        return {sheet.name: sheet for sheet in self.sheets}

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name. Raises KeyError if there is none."""
        return self.by_name[name]

    def style_of(self, cell: Cell) -> Style:
        """How a cell looks."""
        return self.styles[cell.style if cell.style < len(self.styles) else 0]


def column_letters(col: int) -> str:
    """The letters of a column.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, col: int) -> str:
    """The address of a place.

    >>> address(20, 6)
    'F20'
    """
    return f"{column_letters(col)}{row}"


@lru_cache(maxsize=65536)
def place_of(reference: str) -> tuple[int, int]:
    """Row and column of an address. Raises ValueError if it is none.

    >>> place_of("F20")
    (20, 6)
    """
    letters = reference.rstrip("0123456789")
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - 64
    if not letters.isalpha() or not letters.isupper():
        raise ValueError(reference)
    return int(reference[len(letters) :]), col


def range_of(reference: str) -> Range:
    """The corners of an area.

    >>> range_of("A1:C2"), range_of("B7")
    ((1, 1, 2, 3), (7, 2, 7, 2))
    """
    first, _, last = reference.partition(":")
    return (*place_of(first), *place_of(last or first))


def area_size(area: Range) -> int:
    """How many places an area has.

    >>> area_size((1, 1, 2, 3))
    6
    """
    return (area[2] - area[0] + 1) * (area[3] - area[1] + 1)


__all__ = [
    "Book",
    "Cell",
    "CellKind",
    "Range",
    "Sheet",
    "Style",
    "Unreadable",
    "address",
    "area_size",
    "column_letters",
    "place_of",
    "range_of",
]
