"""Rows of the levels workbook: where every criterion stands when it is built.

The sheet «Mức độ» has one row per criterion with a single yellow cell, its status beside it, five
marks and the five printed texts. A count of a total takes a second row for the total; the levels
of the communes stand on a sheet of their own, one row per commune.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scoring.levels import Criterion, LevelGroup, LevelTable
from scoring.thresholds import LEVELS, ValueKind
from workbooks.design.columns import Column, Columns
from workbooks.design.draft import Draft
from workbooks.design.grid import Area, Place
from workbooks.design.names import LEVELS_SHEET

METHODS = "Cách đánh giá"
"""The sheet with the method and the basis of every criterion, for paper."""

STATES = ("met", "not", "missing", "wrong")
"""How a criterion stands at the next level; hidden columns that are summed by group."""
LISTS_OF_CODES = ("next", "registered", "missing", "wrong")
"""The lists of codes that are joined row by row in hidden columns."""

COLUMNS = Columns(
    (
        Column("code", 6),
        Column("name", 42),
        Column("unit", 9),
        Column("input", 11),
        Column("status", 13),
        Column("highest", 8.5),
        Column("block", 6),
        *(Column(f"met{k}", 4.5) for k in LEVELS),
        *(Column(f"text{k}", 12.3) for k in LEVELS),
        Column("explanation", 34),
        Column("attached", 34),
        Column("value", 10, hidden=True),
        Column("missing", 6, hidden=True),
        Column("wrong", 6, hidden=True),
        *(Column(f"stop{k}", 6, hidden=True) for k in LEVELS),
        Column("next", 6, hidden=True),
        Column("order", 6, hidden=True),
        *(Column(f"at_{state}", 6, hidden=True) for state in STATES),
        *(Column(f"codes_{name}", 10, hidden=True) for name in LISTS_OF_CODES),
    )
)
"""At 1366×768 everything up to the text of level 5 is in view; paper ends there, too."""
LAST_SHOWN = COLUMNS["attached"]
LAST_PRINTED = COLUMNS["text5"]

TITLE_ROW, LINE_ROW, HEADER_ROW, ALL_ROW = 0, 1, 2, 3
FIRST_ROW = ALL_ROW + 1
"""The first group; what stands above the line of all criteria is frozen."""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """Where a criterion stands (built row from 0)."""

    criterion: Criterion
    row: int

    @property
    def code(self) -> str:
        """The code of the criterion."""
        return self.criterion.code

    @property
    def has_total(self) -> bool:
        """Whether a second row holds the total of the count."""
        return self.criterion.kind is ValueKind.COUNT_OF_TOTAL

    @property
    def total(self) -> int:
        """The row of the total, under a count."""
        return self.row + 1


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Where a group and its criteria stand."""

    group: LevelGroup
    row: int
    criteria: tuple[LevelRow, ...]

    @property
    def last(self) -> int:
        """The last row of the group."""
        last = self.criteria[-1]
        return last.total if last.has_total else last.row


@dataclass(frozen=True)
class LevelGrid:
    """The sheet of criteria of one draft: its rows, and the places that formulas are written of."""

    draft: Draft
    table: LevelTable
    groups: tuple[GroupRow, ...]

    @cached_property
    def rows(self) -> tuple[LevelRow, ...]:
        """All criteria in printed order."""
        return tuple(row for group in self.groups for row in group.criteria)

    @cached_property
    def communes(self) -> LevelRow | None:
        """The criterion that takes the levels of the communes."""
        return next((r for r in self.rows if r.criterion.kind is ValueKind.COMMUNES), None)

    @property
    def last(self) -> int:
        """The last row of the table."""
        return self.groups[-1].last

    def asked(self, level: int) -> int:
        """How many criteria apply at a level of 1–5."""
        return sum(row.criterion.met(level, None) is not None for row in self.rows)

    def at(self, column: str, row: int) -> Place:
        """The place of a column and a built row, wherever it stands today."""
        return self.draft.at(LEVELS_SHEET, row, COLUMNS[column])

    def cell(self, column: str, row: int) -> str:
        """Its address on the sheet itself."""
        return self.at(column, row).address

    def down(self, column: str, group: GroupRow | None = None) -> Area:
        """The cells of a column over all criteria, or over those of a group."""
        first = self.rows[0].row if group is None else group.criteria[0].row
        last = self.last if group is None else group.last
        return self.at(column, first).to(self.at(column, last))

    def across(self, first: str, last: str, row: int) -> Area:
        """The cells of a row between two columns."""
        return self.at(first, row).to(self.at(last, row))


def level_grid(draft: Draft, table: LevelTable) -> LevelGrid:
    """The rows of a table on its sheet."""
    return LevelGrid(draft, table, tuple(_groups(table)))


def _groups(table: LevelTable) -> Iterator[GroupRow]:
    row = FIRST_ROW
    for group in table.pillars:
        heading, row = row, row + 1
        criteria = []
        for criterion in group.criteria:
            placed = LevelRow(criterion, row)
            criteria.append(placed)
            row += 2 if placed.has_total else 1
        yield GroupRow(group, heading, tuple(criteria))
