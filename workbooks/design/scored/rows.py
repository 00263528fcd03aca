"""Rows: where each indicator of a scored table stands as built, and its dropdown lists.

Under every indicator stands one row per input with one yellow cell. A row that only asks for a
choice has its yellow cell beside its name: no row is spent on a label that says nothing.
Rows and columns count from 0; a draft moves them to where they stand today.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scoring.model import Indicator, Pillar, Table
from scoring.slots import Slot, SlotKind
from texts import say
from workbooks.design.options import choice_texts

COHORT_HEADER, COHORT_FIRST, COHORT_UNITS = 3, 4, 200
"""Rows of the sheet of the cohort's figures, and how many units it takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the scoring sheet; its title is the text «sheet.scored.column-KEY»."""

    key: str
    width: float
    hidden: bool = False

    @property
    def title(self) -> str:
        """What its head says."""
        return say(f"sheet.scored.column-{self.key}")


COLUMNS = (
    Column("code", 6),
    Column("name", 52),
    Column("max", 6.5),
    Column("input", 18),
    Column("status", 12),
    Column("detail", 22),
    Column("score", 8),
    Column("typed", 8),
    Column("check", 11),
    Column("explain", 110),
    Column("printed", 110),
    Column("evidence", 80),
    Column("attached", 30),
    Column("agency", 50),
    Column("excluded", 9),
    Column("reason", 28),
    Column("words", 34),
    Column("explanation", 34),
    Column("verified", 9),
    Column("difference", 10.5),
    Column("assessed", 9, hidden=True),
    Column("official", 9, hidden=True),
    Column("missing", 9, hidden=True),
    Column("wrong", 9, hidden=True),
    Column("left_out", 9, hidden=True),
    Column("gap", 9, hidden=True),
    Column("rank", 9, hidden=True),
    Column("taken", 9, hidden=True),
    Column("documents", 9, hidden=True),
)
"""The first nine are seen at once and printed; then what is read now and then; the reviewer's."""

COLUMN = {column.key: number for number, column in enumerate(COLUMNS)}
LAST_PRINTED = COLUMN["check"]

TITLE, LINE, HEADER, TOTAL, FIRST = 0, 1, 2, 3, 4
"""The first rows of the scoring sheet: title, unit and status, heads, total, first pillar."""


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """Where an indicator and its inputs stand."""

    indicator: Indicator
    row: int
    slots: tuple[tuple[Slot, int], ...]

    @property
    def code(self) -> str:
        """The code of the indicator."""
        return self.indicator.code

    @property
    def last(self) -> int:
        """The last row that belongs to the indicator."""
        return self.slots[-1][1] if self.slots else self.row

    @property
    def cohort(self) -> Slot | None:
        """The slot of the cohort's values, where the rule has one."""
        return next((s for s in self.indicator.slots if s.kind is SlotKind.COHORT), None)


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading without a rule."""

    row: int
    code: str
    name: str
    maximum: str


@dataclass(frozen=True, slots=True)
class PillarRows:
    """Where a pillar, its headings and its indicators stand."""

    pillar: Pillar
    row: int
    headings: tuple[Heading, ...]
    indicators: tuple[IndicatorRows, ...]
    last: int


@dataclass(frozen=True)
class Rows:
    """Where everything of one table stands.

    `lists`: the texts of a dropdown → the row of the first of them among all list texts.
    `cohorts`: the code of a min-max row → its number, from 0.
    """

    table: Table
    pillars: tuple[PillarRows, ...]
    lists: dict[tuple[str, ...], int]
    cohorts: dict[str, int]
    last: int

    @cached_property
    def indicators(self) -> tuple[IndicatorRows, ...]:
        """All indicators in order."""
        return tuple(rows for pillar in self.pillars for rows in pillar.indicators)

    @cached_property
    def by_code(self) -> dict[str, IndicatorRows]:
        """The indicators by their code."""
        return {rows.code: rows for rows in self.indicators}

    @cached_property
    def list_texts(self) -> tuple[str, ...]:
        """All texts of all dropdowns, one under the other."""
        return tuple(text for texts in self.lists for text in texts)


def rows_of(table: Table) -> Rows:
    """Where everything of a table stands as built."""
    row, pillars = FIRST, []
    lists: dict[tuple[str, ...], int] = {}
    cohorts: dict[str, int] = {}
    for pillar in table.pillars:
        placed = _pillar(pillar, row)
        pillars.append(placed)
        row = placed.last + 1
        for indicator in placed.indicators:
            if indicator.cohort:
                cohorts[indicator.code] = len(cohorts)
            for slot, _ in indicator.slots:
                texts = choice_texts(indicator.indicator, slot)
                if texts and texts not in lists:
                    lists[texts] = sum(map(len, lists))
    return Rows(table, tuple(pillars), lists, cohorts, row - 1)


def _pillar(pillar: Pillar, start: int) -> PillarRows:
    row = start + 1
    headings: list[Heading] = []
    places: list[IndicatorRows] = []
    waiting = list(pillar.groups)
    for indicator in pillar.indicators:
        while waiting and indicator.code.startswith(waiting[0].code + "."):
            group = waiting.pop(0)
            maximum = "" if group.max_score is None else f"({group.max_score})"
            headings.append(Heading(row, group.code, group.name, maximum))
            row += 1
        if indicator.heading:
            headings.append(Heading(row, indicator.code, indicator.heading, ""))
            row += 1
        placed = _indicator(indicator, row)
        places.append(placed)
        row = placed.last + 1
    return PillarRows(pillar, start, tuple(headings), tuple(places), row - 1)


def _indicator(indicator: Indicator, row: int) -> IndicatorRows:
    slots = indicator.typed_slots
    if len(slots) == 1 and slots[0].kind is SlotKind.OPTION:
        return IndicatorRows(indicator, row, ((slots[0], row),))
    below = tuple((slot, row + number) for number, slot in enumerate(slots, 1))
    return IndicatorRows(indicator, row, below)
