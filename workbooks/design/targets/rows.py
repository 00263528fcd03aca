"""Rows of the workbook of a targets plan: where every row stands when it is built."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scoring.targets import Plan, PlanPart, PlanPillar, Target, TargetKind, agencies
from workbooks.design.columns import Column, Columns
from workbooks.design.draft import Draft
from workbooks.design.grid import Place
from workbooks.design.names import TARGETS_SHEET

STATES = ("met", "not_met", "missing", "wrong", "not_judged")
"""How a row stands: the hidden columns that are summed. All but the last are asked for."""
ASKED = STATES[:-1]

COLUMNS = Columns(
    (
        Column("code", 8),
        Column("name", 46),
        Column("requirement", 19),
        Column("input", 12),
        Column("result", 13),
        Column("status", 17),
        Column("lead", 24),
        Column("deadline", 10),
        Column("coordinating", 21),
        Column("guiding", 21),
        Column("explanation", 32),
        Column("attached", 32),
        *(Column(state, 6, hidden=True) for state in STATES),
    )
)
"""At 1366×768 everything up to the deadline is in view; paper ends with the agencies."""
LAST_SHOWN = COLUMNS["attached"]
LAST_PRINTED = COLUMNS["guiding"]

TITLE_ROW, LINE_ROW, HEADER_ROW = 0, 1, 2
FIRST_ROW = HEADER_ROW + 1


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Where a target stands (built row from 0)."""

    target: Target
    row: int

    @property
    def code(self) -> str:
        """The code of the target."""
        return self.target.code

    @property
    def is_header(self) -> bool:
        """Whether it is judged through its sub-rows, which are counted in its stead."""
        return self.target.kind is TargetKind.HEADER


@dataclass(frozen=True)
class TargetGrid:
    """The sheet of targets of one draft: its rows, and the places that formulas are written of."""

    draft: Draft
    plan: Plan
    parts: tuple[tuple[int, PlanPart], ...]
    pillars: tuple[tuple[int, PlanPillar], ...]
    rows: tuple[TargetRow, ...]

    @cached_property
    def counted(self) -> tuple[TargetRow, ...]:
        """The rows that are counted: headers are not, their sub-rows are."""
        return tuple(row for row in self.rows if not row.is_header)

    def below(self, header: Target) -> tuple[TargetRow, ...]:
        """The sub-rows of a header."""
        codes = {row.code for row in self.plan.sub_rows(header)}
        return tuple(row for row in self.rows if row.code in codes)

    def of_pillar(self, pillar: PlanPillar) -> tuple[TargetRow, ...]:
        """The counted rows of a pillar."""
        return tuple(row for row in self.counted if row.target in pillar.targets)

    @cached_property
    def by_agency(self) -> dict[str, tuple[TargetRow, ...]]:
        """The counted rows of each lead agency, agencies in printed order."""
        having: dict[str, list[TargetRow]] = {}
        for row in self.counted:
            for agency in agencies(row.target.lead_agency):
                having.setdefault(agency, []).append(row)
        return {agency: tuple(rows) for agency, rows in having.items()}

    @property
    def last(self) -> int:
        """The last row of the table."""
        return self.rows[-1].row

    def at(self, column: str, row: int) -> Place:
        """The place of a column and a built row, wherever it stands today."""
        return self.draft.at(TARGETS_SHEET, row, COLUMNS[column])

    def cell(self, column: str, row: int) -> str:
        """Its address on the sheet itself."""
        return self.at(column, row).address

    def total(self, column: str, rows: tuple[TargetRow, ...]) -> str:
        """The sum of a column over some rows, for another sheet; neighbours share a range."""
        runs: list[list[int]] = []
        for row in rows:
            if runs and row.row == runs[-1][1] + 1:
                runs[-1][1] = row.row
            else:
                runs.append([row.row, row.row])
        areas = (self.at(column, first).to(self.at(column, last)).fixed for first, last in runs)
        return f"SUM({','.join(areas)})"


def target_grid(draft: Draft, plan: Plan) -> TargetGrid:
    """The rows of a plan on its sheet."""
    names = {part.code: part for part in plan.parts}
    row = FIRST_ROW
    parts: list[tuple[int, PlanPart]] = []
    pillars: list[tuple[int, PlanPillar]] = []
    rows: list[TargetRow] = []
    for pillar in plan.pillars:
        if all(pillar.part != part.code for _, part in parts):
            parts.append((row, names[pillar.part]))
            row += 1
        pillars.append((row, pillar))
        row += 1
        for target in pillar.targets:
            rows.append(TargetRow(target, row))
            row += 1
    return TargetGrid(draft, plan, tuple(parts), tuple(pillars), tuple(rows))
