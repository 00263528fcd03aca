"""Layout: where everything stands in our workbook. Builder and reader share this file.

The sheet `Chấm điểm` has, per indicator, one row as printed and under it one row per input with
a single yellow cell. Everything a program needs has a defined name, so that rows which an
official inserts do not break reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from rulesets.loader import load
from scoring.model import Indicator, Pillar, Table
from scoring.slots import Slot, SlotKind
from udfs.cells import option_text

VERSION = "1"
"""Version of the layout; a workbook of another version is refused."""

INFO = "Thông tin chung"
SCORING = "Chấm điểm"
SUMMARY = "Tổng hợp"
READINGS = "Cách hiểu"
COHORT = "Số liệu cụm"
COHORT_FIRST_ROW, COHORT_UNITS = 3, 200
LISTS = "dti_danh_muc"
MAP = "dti_map"

UDF, NATIVE = "udf", "native"
EDITIONS = (UDF, NATIVE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the scoring sheet."""

    key: str
    title: str
    width: float


COLUMNS = (
    Column("code", "TT", 6),
    Column("name", "Chỉ số / số liệu cần nhập", 36),
    Column("printed", "Cách tính điểm (như văn bản)", 36),
    Column("max", "Điểm tối đa", 7),
    Column("input", "Số liệu", 23),
    Column("score", "Điểm tính được", 8),
    Column("typed", "Điểm tự chấm (nhập tay)", 8.5),
    Column("check", "Khớp / lệch", 10.5),
    Column("verified", "Điểm thẩm định", 8.5),
    Column("evidence", "Tài liệu kiểm chứng (văn bản yêu cầu)", 17),
    Column("excluded", "Không đánh giá", 9),
    Column("reason", "Lý do không đánh giá", 20),
    Column("difference", "Chênh lệch thẩm định", 10),
    Column("explanation", "Giải trình", 26),
    Column("attached", "Tài liệu gửi kèm", 24),
    Column("agency", "Cơ quan chủ trì / phối hợp", 26),
    Column("words", "Lời của đơn vị (từ biểu gốc)", 30),
    Column("status", "Tình trạng / diễn giải", 64),
    Column("assessed", "Điểm tối đa được đánh giá", 10),
    Column("counted", "Điểm được cộng", 10),
    Column("official", "Điểm chính thức (thẩm định, nếu có)", 10),
)
"""The first columns fit one A4 page across; the others are for the screen."""

COLUMN = {column.key: index for index, column in enumerate(COLUMNS)}
LAST_PRINTED = COLUMN["evidence"]
HIDDEN = ("assessed", "counted", "official")

TITLE_ROWS = 5
HEADER_ROW = TITLE_ROWS
TOTAL_ROW = HEADER_ROW + 1
FIRST_ROW = TOTAL_ROW + 1


def letter(column: int) -> str:
    """The letters of a column counted from 0."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(key: str, row: int) -> str:
    """The address of a cell of the scoring sheet; rows count from 0."""
    return f"{letter(COLUMN[key])}{row + 1}"


def name_part(code: str) -> str:
    """A code as part of a defined name: `3.4` → `3_4`, `I.4` → `I_4`."""
    return code.replace(".", "_")


def input_name(code: str, slot: str) -> str:
    """The defined name of an input.

    >>> input_name("3.4", "a")
    'dti_in_3_4_a'
    """
    return f"dti_in_{name_part(code)}_{slot}"


@dataclass(frozen=True, slots=True)
class IndicatorPlace:
    """Where an indicator and its inputs stand (rows from 0)."""

    indicator: Indicator
    row: int
    slots: tuple[tuple[Slot, int], ...]

    @property
    def last_row(self) -> int:
        """The last row that belongs to the indicator."""
        return self.slots[-1][1] if self.slots else self.row

    @property
    def input_range(self) -> str:
        """The range of the inputs; always a range, so that blanks survive on every host."""
        first, last = self.slots[0][1], self.slots[-1][1]
        return f"{cell('input', first)}:{cell('input', last)}"


@dataclass(frozen=True, slots=True)
class PillarPlace:
    """Where a pillar, its headings and its indicators stand."""

    pillar: Pillar
    row: int
    groups: tuple[tuple[int, str, str, str], ...]
    """Heading rows: row, code, name, maximum."""
    indicators: tuple[IndicatorPlace, ...]
    last_row: int


@dataclass(frozen=True, slots=True)
class OptionList:
    """A dropdown list on the hidden sheet: its texts and their rows (from 0)."""

    texts: tuple[str, ...]
    first_row: int

    def address(self, ordinal: int) -> str:
        """The cell of one option."""
        return f"{LISTS}!$A${self.first_row + ordinal}"

    @property
    def range(self) -> str:
        """The range of all options."""
        return f"{LISTS}!$A${self.first_row + 1}:$A${self.first_row + len(self.texts)}"


@dataclass(frozen=True)
class Layout:
    """The whole plan of a workbook for one table."""

    table: Table
    pillars: tuple[PillarPlace, ...]
    lists: dict[tuple[str, ...], OptionList]
    cohorts: dict[str, str]
    last_row: int

    @property
    def indicators(self) -> tuple[IndicatorPlace, ...]:
        """All indicators in order."""
        return tuple(place for pillar in self.pillars for place in pillar.indicators)

    def score_of(self, code: str) -> str:
        """The cell of an indicator's score."""
        return next(cell("score", p.row) for p in self.indicators if p.indicator.code == code)


def moved(plan: Layout, places: Mapping[str, IndicatorPlace]) -> Layout:
    """The plan with its indicators where they stand after rows were inserted."""
    return replace(
        plan,
        pillars=tuple(
            replace(
                pillar,
                indicators=tuple(places.get(p.indicator.code, p) for p in pillar.indicators),
            )
            for pillar in plan.pillars
        ),
    )


@dataclass(frozen=True, slots=True)
class PlacedCells:
    """Addresses for the formula of one indicator (see `scoring.expression.Cells`)."""

    place: IndicatorPlace
    layout: Layout

    def address(self, slot: str) -> str:
        """The yellow cell of an input."""
        if slot == "cohort":
            return self.cohort(slot)
        for candidate, row in self.place.slots:
            if candidate.name == slot:
                return cell("input", row)
        for candidate in self.place.indicator.slots:
            if candidate.name == slot and candidate.row:
                return self.layout.score_of(candidate.row)
        raise KeyError(slot)

    def option(self, slot: str, ordinal: int) -> str:
        """The cell with the dropdown's text."""
        for candidate, _ in self.place.slots:
            if candidate.name == slot:
                return self.layout.lists[candidate.options].address(ordinal)
        raise KeyError(slot)

    def cohort(self, slot: str) -> str:
        """The values of the cohort, on their own sheet."""
        return self.layout.cohorts[self.place.indicator.code]


def option_texts(slot: Slot) -> tuple[str, ...]:
    """The texts of a slot's dropdown."""
    return tuple(option_text(label, ordinal) for ordinal, label in enumerate(slot.options, 1))


def cohort_range(number: int) -> str:
    """The range of the values of the n-th min-max indicator (from 0)."""
    column = letter(number + 1)
    first = COHORT_FIRST_ROW + 1
    return f"'{COHORT}'!${column}${first}:${column}${first + COHORT_UNITS - 1}"


@cache
def layout(table_id: str) -> Layout:
    """The plan of a table's workbook. Raises KeyError for an unknown table."""
    table = load(table_id)
    row = FIRST_ROW
    pillars: list[PillarPlace] = []
    lists: dict[tuple[str, ...], OptionList] = {}
    cohorts: dict[str, str] = {}
    list_row = 2  # the first two rows hold Có and Không
    for pillar in table.pillars:
        pillar_row = row
        row += 1
        groups: list[tuple[int, str, str, str]] = []
        places: list[IndicatorPlace] = []
        waiting = list(pillar.groups)
        for indicator in pillar.indicators:
            while waiting and indicator.code.startswith(waiting[0].code + "."):
                group = waiting.pop(0)
                maximum = "" if group.max_score is None else str(group.max_score)
                groups.append((row, group.code, group.name, maximum))
                row += 1
            if indicator.heading:
                groups.append((row, indicator.code, indicator.heading, ""))
                row += 1
            own_row = row
            row += 1
            slots: list[tuple[Slot, int]] = []
            for slot in indicator.slots:
                if slot.kind is SlotKind.ROW:
                    continue  # computed in its own row
                if slot.kind is SlotKind.COHORT:
                    cohorts[indicator.code] = cohort_range(len(cohorts))
                    continue
                if slot.kind is SlotKind.OPTION and slot.options not in lists:
                    lists[slot.options] = OptionList(option_texts(slot), list_row)
                    list_row += len(slot.options)
                slots.append((slot, row))
                row += 1
            places.append(IndicatorPlace(indicator, own_row, tuple(slots)))
        pillars.append(PillarPlace(pillar, pillar_row, tuple(groups), tuple(places), row - 1))
    return Layout(table, tuple(pillars), lists, cohorts, row - 1)
