"""The workbook of a targets plan: every row with its result, then agency by agency and summed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scoring.expression import NO, YES
from scoring.targets import MET, NOT_MET, Plan, PlanAssessment, TargetKind
from scoring.thresholds import ValueKind
from workbooks.layout import LISTS, letter
from workbooks.levels.formulas import Formula, Key
from workbooks.pages import NOTE, heading, landscape, protect, put, rule, signatures
from workbooks.plans.cached import cached_plan
from workbooks.plans.counts import write_agencies, write_plan_summary
from workbooks.plans.formulas import plan_formulas
from workbooks.plans.layout import (
    COLUMN,
    COLUMNS,
    HEADER_ROW,
    HIDDEN,
    LAST_PRINTED,
    TALLIES,
    TARGETS_SHEET,
    PlanLayout,
    TargetPlace,
    plan_layout,
    target_name,
)
from workbooks.sheet_rest import write_info, write_map, write_readings
from workbooks.styles import Sheet, Styles, row_height
from workbooks.units import Unit
from workbooks.values.cells import Content, to_cells

_WIDTH = {column.key: column.width for column in COLUMNS}
_STYLE = {
    ValueKind.PERCENT: ("input_rate", "rate"),
    ValueKind.COUNT: ("input_count", "count"),
    ValueKind.YES_NO: ("input_answer", "answer"),
}
_GREEN, _RED = {"bg_color": "#DDF1DD"}, {"bg_color": "#F9DCDC"}


def write_plan(workbook: Any, unit: Unit, edition: str) -> PlanAssessment:
    """Write all sheets and return the assessment whose values are cached in them."""
    plan = unit.law
    assert isinstance(plan, Plan)
    assessment = unit.assess_plan()
    layout = plan_layout(plan.id)
    styles = Styles(workbook)
    formulas, cached = plan_formulas(layout, edition), cached_plan(layout, assessment)
    write_info(workbook, styles, plan, unit.head)
    book = _Book(workbook, styles, layout, unit, formulas, cached)
    book.write()
    write_agencies(workbook, styles, layout, book.put)
    write_plan_summary(workbook, styles, layout, unit, book.put)
    write_readings(workbook, styles, plan)
    lists = workbook.add_worksheet(LISTS, Sheet)
    for row, text in enumerate((YES, NO)):
        lists.write_string(row, 0, text)
    lists.hide()
    lists.protect("")
    write_map(workbook, plan, edition)
    return assessment


@dataclass(frozen=True)
class _Book:
    """What the sheets are written from."""

    workbook: Any
    styles: Styles
    layout: PlanLayout
    unit: Unit
    formulas: dict[Key, Formula]
    cached: dict[Key, Content]

    def put(self, sheet: Any, what: str, style: str, code: str) -> None:
        """Write one formula with the value that the engine gives it."""
        formula = self.formulas[what, code]
        sheet.write_formula(
            formula.row,
            formula.column,
            f"={formula.text}",
            self.styles[style],
            self.cached[what, code],
        )

    def write(self) -> None:
        """Write the sheet of the targets."""
        sheet = self.workbook.add_worksheet(TARGETS_SHEET, Sheet)
        plan, last = self.layout.plan, self.layout.last_row
        for index, column in enumerate(COLUMNS):
            options = {"hidden": True} if column.key in HIDDEN else {}
            sheet.set_column(index, index, column.width, None, options)
        landscape(sheet, plan)
        sheet.repeat_rows(HEADER_ROW)
        sheet.freeze_panes(HEADER_ROW + 1, COLUMN["requirement"])
        sheet.print_area(0, 0, last + 4, LAST_PRINTED)
        note = f"{NOTE} Dòng Min-Max, dòng «-» và dòng tiêu đề không nhập số liệu."
        heading(sheet, self.styles, plan, self.unit.head, LAST_PRINTED, note)
        for index, column in enumerate(COLUMNS):
            sheet.write_string(HEADER_ROW, index, column.title, self.styles["header"])
        sheet.set_row(HEADER_ROW, 48)
        sheet.autofilter(HEADER_ROW, 0, last, LAST_PRINTED)
        for row, part in self.layout.parts:
            self._band(sheet, row, part.code, part.name, "band")
        for row, pillar in self.layout.pillars:
            self._band(sheet, row, pillar.code, pillar.name, "band_group")
        for place in self.layout.places:
            self._target(sheet, place)
        area = (HEADER_ROW + 1, COLUMN["result"], last, COLUMN["result"])
        for text, look in ((MET, _GREEN), (NOT_MET, _RED)):
            sheet.conditional_format(
                *area,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{text}"',
                    "format": self.workbook.add_format(look),
                },
            )
        protect(sheet)
        signatures(sheet, self.styles, last + 2, LAST_PRINTED)
        sheet.activate()

    def _band(self, sheet: Any, row: int, code: str, name: str, style: str) -> None:
        """A heading row; its name runs on over the empty cells (no merge: the filter sorts)."""
        for index in range(len(COLUMNS)):
            sheet.write_blank(row, index, None, self.styles[style])
        sheet.write_string(row, COLUMN["code"], code, self.styles[style])
        sheet.write_string(row, COLUMN["name"], name, self.styles[style])

    def _target(self, sheet: Any, place: TargetPlace) -> None:
        styles, target, row = self.styles, place.target, place.row
        header = target.kind is TargetKind.HEADER
        for key, text, style in (
            ("code", target.code, "code"),
            ("name", target.name, "name" if header else "text"),
            ("requirement", target.requirement, "text"),
            ("guiding", target.guiding_agency, "text"),
            ("lead", target.lead_agency, "text"),
            ("coordinating", target.coordinating_agency, "text"),
            ("deadline", "" if header else self.layout.plan.deadline, "centre"),
        ):
            sheet.write_string(row, COLUMN[key], text, styles[style])
        self.put(sheet, "result", "centre", target.code)
        if not header:
            for what in TALLIES:
                self.put(sheet, what, "count", target.code)
        note = self.unit.notes.get(target.code, "")
        put(sheet, row, COLUMN["note"], note or None, styles["input_text"])
        column = COLUMN["input"]
        if target.takes is None:
            sheet.write_blank(row, column, None, styles["group"])
        else:
            style, kind = _STYLE[target.takes]
            (content,) = to_cells(target.takes, self.unit.values.get(target.code))
            put(sheet, row, column, content, styles[style])
            sheet.data_validation(row, column, row, column, rule(kind, f"{LISTS}!$A$1:$A$2"))
            self._name("in", place, column)
        self._name("result", place, COLUMN["result"])
        self._name("note", place, COLUMN["note"])
        sheet.set_row(
            row,
            row_height(
                (target.name, _WIDTH["name"] * (0.9 if header else 1)),
                (target.requirement, _WIDTH["requirement"]),
                (target.guiding_agency, _WIDTH["guiding"]),
                (target.lead_agency, _WIDTH["lead"]),
                (target.coordinating_agency, _WIDTH["coordinating"]),
                (note, _WIDTH["note"]),
            ),
        )

    def _name(self, what: str, place: TargetPlace, column: int) -> None:
        address = f"'{TARGETS_SHEET}'!${letter(column)}${place.row + 1}"
        self.workbook.define_name(target_name(what, place.target.code), f"={address}")
