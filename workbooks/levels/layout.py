"""Layout of the levels workbook: where every criterion stands. Builder and reader share it.

The sheet `Mức độ` has one row per criterion with a single yellow cell, the five printed texts and
five marks. A count of a total takes a second row for the total; the levels of the communes stand
on a sheet of their own, one row per commune.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from rulesets.levels import load_levels
from scoring.levels import Criterion, LevelGroup, LevelTable
from scoring.thresholds import ValueKind
from workbooks.layout import Column, letter, name_part

LEVELS_SHEET = "Mức độ"
COMMUNES = "Mức độ các xã"
COMMUNES_FIRST, COMMUNE_ROWS = 4, 60
"""The first row (from 0) and the number of rows of the communes."""

COLUMNS = (
    Column("code", "TT", 6),
    Column("name", "Tiêu chí", 38),
    Column("unit", "Đơn vị tính", 11),
    Column("input", "Số liệu", 13),
    *(Column(f"text{k}", f"Mức {k}", 13) for k in range(1, 6)),
    *(Column(f"met{k}", f"Đạt mức {k}", 5) for k in range(1, 6)),
    Column("highest", "Mức cao nhất đạt được", 8),
    Column("mark", "Cản mức kế tiếp", 7),
    Column("status", "Tình trạng", 13),
    Column("method", "Cách đánh giá", 62),
    Column("basis", "Căn cứ", 46),
    Column("value", "Giá trị cho hàm", 10),
    Column("missing", "Thiếu", 6),
    Column("wrong", "Sai", 6),
    Column("joined", "Các tiêu chí cản", 10),
)
"""The first columns fit one A4 page across; the method and the basis are for the screen."""

COLUMN = {column.key: index for index, column in enumerate(COLUMNS)}
LAST_PRINTED = COLUMN["status"]
HIDDEN = ("value", "missing", "wrong", "joined")

LEVEL_ROW, BLOCKERS_ROW, COUNTS_ROW = 4, 5, 6
"""The results, above the table (rows from 0)."""
HEADER_ROW = 8
ALL_ROW = HEADER_ROW + 1
FIRST_ROW = ALL_ROW + 1
RESULT_COLUMN = COLUMN["input"]
"""Where the results above the table stand."""


def cell(key: str, row: int) -> str:
    """The address of a cell of the levels sheet; rows count from 0."""
    return f"{letter(COLUMN[key])}{row + 1}"


def criterion_input(code: str, slot: str = "") -> str:
    """The defined name of a value.

    >>> criterion_input("I.4"), criterion_input("II.4", "total")
    ('dti_in_I_4', 'dti_in_II_4_total')
    """
    return f"dti_in_{name_part(code)}" + (f"_{slot}" if slot else "")


def marks_name(code: str) -> str:
    """The defined name of the five marks of a criterion; it tells where its row is."""
    return f"dti_met_{name_part(code)}"


@dataclass(frozen=True, slots=True)
class CriterionPlace:
    """Where a criterion stands (row from 0)."""

    criterion: Criterion
    row: int

    @property
    def total_row(self) -> int:
        """The row of the total, under a count."""
        return self.row + 1

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return 2 if self.criterion.kind is ValueKind.COUNT_OF_TOTAL else 1


@dataclass(frozen=True)
class LevelsLayout:
    """The whole plan of a levels workbook."""

    table: LevelTable
    groups: tuple[tuple[int, LevelGroup], ...]
    places: tuple[CriterionPlace, ...]
    shift: int = 0
    """How many rows an official has inserted above the results."""

    @property
    def first_row(self) -> int:
        """The first row below the line of all criteria."""
        return min(place.row for place in self.places) - 1

    @property
    def last_row(self) -> int:
        """The last row of the table."""
        return max(place.row + place.rows - 1 for place in self.places)

    @cached_property
    def communes(self) -> CriterionPlace | None:
        """The criterion that takes the levels of the communes."""
        return next((p for p in self.places if p.criterion.kind is ValueKind.COMMUNES), None)

    def moved(self, rows: Mapping[str, int], shift: int = 0) -> LevelsLayout:
        """The same plan where an official has inserted rows; `rows`: code → row."""
        places = tuple(
            CriterionPlace(place.criterion, rows.get(place.criterion.code, place.row))
            for place in self.places
        )
        return LevelsLayout(self.table, self.groups, places, shift)


@cache
def levels_layout(table_id: str) -> LevelsLayout:
    """The plan of a table's workbook. Raises KeyError for an unknown table."""
    table = load_levels(table_id)
    row = FIRST_ROW
    groups: list[tuple[int, LevelGroup]] = []
    places: list[CriterionPlace] = []
    for group in table.pillars:
        groups.append((row, group))
        row += 1
        for criterion in group.criteria:
            place = CriterionPlace(criterion, row)
            places.append(place)
            row += place.rows
    return LevelsLayout(table, tuple(groups), tuple(places))
