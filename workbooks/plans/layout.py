"""Layout of the workbook of a targets plan: where every row stands. Builder and reader share it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from rulesets.plan import load_plan
from scoring.targets import Plan, PlanPart, PlanPillar, Target, TargetKind, agencies
from workbooks.layout import Column, letter, name_part

TARGETS_SHEET = "Chỉ tiêu"
AGENCIES = "Theo cơ quan"

COLUMNS = (
    Column("code", "Mã", 8),
    Column("name", "Chỉ tiêu", 46),
    Column("requirement", "Yêu cầu thực hiện (như văn bản)", 27),
    Column("input", "Kết quả thực hiện", 12),
    Column("result", "Đánh giá", 11),
    Column("guiding", "Cơ quan theo dõi, hướng dẫn", 22),
    Column("lead", "Cơ quan chủ trì thực hiện", 24),
    Column("coordinating", "Cơ quan phối hợp", 24),
    Column("deadline", "Thời hạn báo cáo", 9),
    Column("note", "Ghi chú", 26),
    Column("met", "Đạt", 5),
    Column("not_met", "Chưa đạt", 5),
    Column("not_judged", "Không xét", 5),
)

COLUMN = {column.key: index for index, column in enumerate(COLUMNS)}
LAST_PRINTED = COLUMN["note"]
HIDDEN = ("met", "not_met", "not_judged")

HEADER_ROW = 5
FIRST_ROW = HEADER_ROW + 1
TALLIES = ("met", "not_met", "not_judged")
"""The hidden columns that are summed."""


def cell(key: str, row: int) -> str:
    """The address of a cell of the sheet of targets; rows count from 0."""
    return f"{letter(COLUMN[key])}{row + 1}"


def target_name(what: str, code: str) -> str:
    """The defined name of a cell of a target.

    >>> target_name("in", "III.19.1"), target_name("result", "II.4")
    ('dti_in_III_19_1', 'dti_result_II_4')
    """
    return f"dti_{what}_{name_part(code)}"


@dataclass(frozen=True, slots=True)
class TargetPlace:
    """Where a target stands (row from 0), and where it stood when the workbook was built."""

    target: Target
    row: int
    built: int


@dataclass(frozen=True)
class PlanLayout:
    """The whole plan of a workbook."""

    plan: Plan
    parts: tuple[tuple[int, PlanPart], ...]
    pillars: tuple[tuple[int, PlanPillar], ...]
    places: tuple[TargetPlace, ...]

    @cached_property
    def by_code(self) -> dict[str, TargetPlace]:
        """The places by code."""
        return {place.target.code: place for place in self.places}

    @cached_property
    def counted(self) -> tuple[TargetPlace, ...]:
        """The rows that are counted: headers are not, their sub-rows are."""
        return tuple(p for p in self.places if p.target.kind is not TargetKind.HEADER)

    def sub_rows(self, header: Target) -> tuple[TargetPlace, ...]:
        """The sub-rows of a header."""
        return tuple(self.by_code[row.code] for row in self.plan.sub_rows(header))

    def of_pillar(self, pillar: PlanPillar) -> tuple[TargetPlace, ...]:
        """The counted rows of a pillar."""
        return tuple(place for place in self.counted if place.target in pillar.targets)

    @cached_property
    def by_agency(self) -> dict[str, tuple[TargetPlace, ...]]:
        """The counted rows of each lead agency, agencies in printed order."""
        having: dict[str, list[TargetPlace]] = {}
        for place in self.counted:
            for agency in agencies(place.target.lead_agency):
                having.setdefault(agency, []).append(place)
        return {agency: tuple(places) for agency, places in having.items()}

    @property
    def last_row(self) -> int:
        """The last row of the table."""
        return max(place.row for place in self.places)

    def moved(self, rows: Mapping[str, int]) -> PlanLayout:
        """The same plan where an official has inserted rows; `rows`: code → row."""
        places = tuple(
            TargetPlace(place.target, rows.get(place.target.code, place.row), place.built)
            for place in self.places
        )
        return PlanLayout(self.plan, self.parts, self.pillars, places)


@cache
def plan_layout(plan_id: str) -> PlanLayout:
    """The plan of a plan's workbook. Raises KeyError for an unknown plan."""
    plan = load_plan(plan_id)
    names = {part.code: part for part in plan.parts}
    row = FIRST_ROW
    parts: list[tuple[int, PlanPart]] = []
    pillars: list[tuple[int, PlanPillar]] = []
    places: list[TargetPlace] = []
    for pillar in plan.pillars:
        if pillar.part not in {part.code for _, part in parts}:
            parts.append((row, names[pillar.part]))
            row += 1
        pillars.append((row, pillar))
        row += 1
        for target in pillar.targets:
            places.append(TargetPlace(target, row, row))
            row += 1
    return PlanLayout(plan, tuple(parts), tuple(pillars), tuple(places))
