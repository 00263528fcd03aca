"""Columns: the columns of one sheet by their keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its width in characters, and whether it only serves formulas."""

    key: str
    width: float
    hidden: bool = False


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet, from the left."""

    columns: tuple[Column, ...]

    @cached_property
    def index(self) -> dict[str, int]:
        """The columns by key, counted from 0."""
        return {column.key: number for number, column in enumerate(self.columns)}

    def __getitem__(self, key: str) -> int:
        return self.index[key]

    def width(self, key: str) -> float:
        """The width of a column in characters."""
        return self.columns[self.index[key]].width

    @property
    def widths(self) -> tuple[float, ...]:
        """All widths."""
        return tuple(column.width for column in self.columns)

    @property
    def hidden(self) -> frozenset[int]:
        """The columns that only serve formulas."""
        return frozenset(n for n, column in enumerate(self.columns) if column.hidden)

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys of the columns that are seen."""
        return tuple(column.key for column in self.columns if not column.hidden)
