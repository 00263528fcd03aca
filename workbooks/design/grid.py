"""Grid: places and areas on our own sheets. Rows and columns count from 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbooks.files.book import column_letters


def letter(column: int) -> str:
    """The letters of a column counted from 0.

    >>> letter(0), letter(26)
    ('A', 'AA')
    """
    return column_letters(column + 1)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """The address on its own sheet: `F20`."""
        return f"{letter(self.column)}{self.row + 1}"

    @property
    def elsewhere(self) -> str:
        """The address from another sheet: `'Chấm điểm'!F20`."""
        return f"{quoted(self.sheet)}!{self.address}"

    @property
    def fixed(self) -> str:
        """The address that stays what it is: `'Chấm điểm'!$F$20`."""
        return f"{quoted(self.sheet)}!${letter(self.column)}${self.row + 1}"

    @property
    def target(self) -> tuple[str, int, int]:
        """Sheet, row and column as files count them, from 1."""
        return self.sheet, self.row + 1, self.column + 1

    def to(self, other: Place) -> Area:
        """The area from here to another place of the same sheet."""
        return Area(self.sheet, self.row, self.column, other.row, other.column)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners inside."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def address(self) -> str:
        """The address on its own sheet: `E20:E21`."""
        return f"{letter(self.column)}{self.row + 1}:{letter(self.last_column)}{self.last_row + 1}"

    @property
    def elsewhere(self) -> str:
        """The address from another sheet."""
        return f"{quoted(self.sheet)}!{self.address}"

    @property
    def fixed(self) -> str:
        """The address that stays what it is; one cell is written as one."""
        first = f"${letter(self.column)}${self.row + 1}"
        last = f"${letter(self.last_column)}${self.last_row + 1}"
        return f"{quoted(self.sheet)}!{first}" + (f":{last}" if last != first else "")

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """First row and column, last row and column, as files count them, from 1."""
        return self.row + 1, self.column + 1, self.last_row + 1, self.last_column + 1


def quoted(sheet: str) -> str:
    """A sheet's name in a formula; plain ASCII words need no marks.

    >>> quoted("dti_map"), quoted("Chấm điểm")
    ('dti_map', "'Chấm điểm'")
    """
    if sheet.isascii() and sheet.isidentifier():
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


@dataclass(frozen=True)
class Shifts:
    """Where rows and sheets stand now in a file, after an official inserted or renamed some.

    `sheets`: built name → today's name; `rows`: built sheet and row → today's row.
    """

    sheets: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[tuple[str, int], int] = field(default_factory=dict)

    def place(self, sheet: str, row: int, column: int) -> Place:
        """The place of today of what was built there."""
        return Place(self.sheets.get(sheet, sheet), self.rows.get((sheet, row), row), column)


AS_BUILT = Shifts()
"""Nothing has moved."""
