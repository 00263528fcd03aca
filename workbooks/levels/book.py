"""The workbook of a levels table: criteria as printed, one yellow cell each, the level on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scoring.expression import NO, YES
from scoring.levels import LevelAssessment, LevelGroup, LevelTable
from scoring.submission import UnusableInput
from scoring.thresholds import LEVELS, NotApplicable, ValueKind
from workbooks.layout import LISTS, letter
from workbooks.levels.cached import cached_levels
from workbooks.levels.communes import commune_range
from workbooks.levels.communes_book import write_communes
from workbooks.levels.formulas import (
    NAMES_ROW,
    NOT_APPLICABLE,
    WRONG_COUNT_COLUMN,
    Formula,
    Key,
    level_formulas,
)
from workbooks.levels.layout import (
    ALL_ROW,
    BLOCKERS_ROW,
    COLUMN,
    COLUMNS,
    COMMUNE_ROWS,
    COUNTS_ROW,
    HEADER_ROW,
    HIDDEN,
    LAST_PRINTED,
    LEVEL_ROW,
    LEVELS_SHEET,
    RESULT_COLUMN,
    CriterionPlace,
    LevelsLayout,
    criterion_input,
    levels_layout,
    marks_name,
)
from workbooks.pages import NOTE, heading, landscape, protect, put, rule, signatures
from workbooks.sheet_rest import write_info, write_map, write_readings
from workbooks.styles import Sheet, Styles, row_height
from workbooks.units import Unit
from workbooks.values.cells import Content, to_cells

_WIDTH = {column.key: column.width for column in COLUMNS}
_STYLE = {
    ValueKind.PERCENT: ("input_rate", "rate"),
    ValueKind.COUNT: ("input_count", "count"),
    ValueKind.COUNT_OF_TOTAL: ("input_count", "count"),
    ValueKind.YES_NO: ("input_answer", "answer"),
}
_ANSWERS = f"{LISTS}!$A$1:$A$2"
_TYPED_COLUMN = COLUMN["met4"]


def write_levels(workbook: Any, unit: Unit, edition: str) -> LevelAssessment:
    """Write all sheets and return the assessment whose values are cached in them.

    Raises UnusableInput where the unit has more communes than the form.
    """
    table = unit.law
    assert isinstance(table, LevelTable)
    assessment = unit.assess_levels()
    plan = levels_layout(table.id)
    styles = Styles(workbook)
    names, levels = _communes(plan, unit)
    write_info(workbook, styles, table, unit.head)
    book = _Book(
        workbook,
        styles,
        plan,
        unit,
        level_formulas(plan, edition),
        cached_levels(assessment, unit.values, names),
    )
    book.write()
    if plan.communes is not None:
        write_communes(workbook, styles, plan, book.put, names, levels)
    write_readings(workbook, styles, table)
    _write_lists(workbook, table)
    write_map(workbook, table, edition)
    return assessment


def _communes(plan: LevelsLayout, unit: Unit) -> tuple[list[str], list[Content]]:
    """The names and levels of the communes; one without a level needs a name."""
    if plan.communes is None:
        return [], []
    raw = unit.values.get(plan.communes.criterion.code)
    levels = to_cells(ValueKind.COMMUNES, raw)
    if len(levels) > COMMUNE_ROWS:
        raise UnusableInput(f"Biểu có {COMMUNE_ROWS} dòng xã, số liệu có {len(levels)} xã.")
    given = [*unit.communes, *("" for _ in levels)]
    names = [
        given[n] or ("" if level is not None else f"Xã {n + 1}") for n, level in enumerate(levels)
    ]
    return names, levels


def _write_lists(workbook: Any, table: LevelTable) -> None:
    lists = workbook.add_worksheet(LISTS, Sheet)
    for row, text in enumerate((YES, NO)):
        lists.write_string(row, 0, text)
    for level in (0, *LEVELS):
        lists.write_string(NAMES_ROW + level, 0, table.name_of(level))
    lists.hide()
    lists.protect("")


@dataclass(frozen=True)
class _Book:
    """What the sheets are written from."""

    workbook: Any
    styles: Styles
    plan: LevelsLayout
    unit: Unit
    formulas: dict[Key, Formula]
    cached: dict[Key, Content]

    def write(self) -> None:
        """Write the sheet of the criteria."""
        sheet = self.workbook.add_worksheet(LEVELS_SHEET, Sheet)
        self._page(sheet)
        note = f"{NOTE} ✓ đạt, ✗ chưa đạt, – không áp dụng ở mức đó."
        heading(sheet, self.styles, self.plan.table, self.unit.head, LAST_PRINTED, note)
        self._results(sheet)
        for index, column in enumerate(COLUMNS):
            sheet.write_string(HEADER_ROW, index, column.title, self.styles["header"])
        for level, name in zip(LEVELS, self.plan.table.level_names, strict=True):
            title = f"Mức {level}: {name}"
            sheet.write_string(HEADER_ROW, COLUMN[f"text{level}"], title, self.styles["header"])
        sheet.set_row(HEADER_ROW, 62)
        for row, group in self.plan.groups:
            self._group(sheet, row, group)
        for place in self.plan.places:
            self._criterion(sheet, place)
        signatures(sheet, self.styles, self.plan.last_row + 2, LAST_PRINTED)
        sheet.activate()

    def _page(self, sheet: Any) -> None:
        for index, column in enumerate(COLUMNS):
            options = {"hidden": True} if column.key in HIDDEN else {}
            sheet.set_column(index, index, column.width, None, options)
        landscape(sheet, self.plan.table)
        sheet.repeat_rows(HEADER_ROW)
        sheet.freeze_panes(HEADER_ROW + 1, COLUMN["unit"])
        sheet.print_area(0, 0, self.plan.last_row + 4, LAST_PRINTED)
        protect(sheet)

    def put(self, sheet: Any, what: str, style: str, code: str = "") -> None:
        """Write one formula with the value that the engine gives it."""
        formula = self.formulas[what, code]
        value = self.cached[what, code]
        sheet.write_formula(
            formula.row, formula.column, f"={formula.text}", self.styles[style], value
        )

    def _results(self, sheet: Any) -> None:
        styles = self.styles
        label, left = styles["result_label"], RESULT_COLUMN - 1
        for row, text in (
            (LEVEL_ROW, "MỨC ĐỘ CHUYỂN ĐỔI SỐ ĐẠT ĐƯỢC"),
            (BLOCKERS_ROW, "Tiêu chí còn cản mức kế tiếp"),
            (COUNTS_ROW, "Số tiêu chí thiếu số liệu"),
        ):
            sheet.merge_range(row, 0, row, left, text, label)
            sheet.set_row(row, 26)
        sheet.merge_range(LEVEL_ROW, RESULT_COLUMN + 1, LEVEL_ROW, COLUMN["text4"], "", label)
        self.put(sheet, "level", "level")
        self.put(sheet, "level_name", "level_name")
        sheet.merge_range(
            LEVEL_ROW,
            COLUMN["text5"],
            LEVEL_ROW,
            _TYPED_COLUMN - 1,
            "Mức độ đơn vị tự nhận (nhập tay)",
            label,
        )
        typed = self.unit.typed_level
        value = None if typed is None else float(typed)
        put(sheet, LEVEL_ROW, _TYPED_COLUMN, value, styles["input_level"])
        sheet.data_validation(LEVEL_ROW, _TYPED_COLUMN, LEVEL_ROW, _TYPED_COLUMN, rule("level"))
        sheet.merge_range(BLOCKERS_ROW, RESULT_COLUMN, BLOCKERS_ROW, LAST_PRINTED, "", label)
        self.put(sheet, "blockers", "result_text")
        everything = ", ".join(row.code for row in self.plan.table.criteria)
        sheet.set_row(BLOCKERS_ROW, row_height((everything, 110)))
        self.put(sheet, "missing_count", "count")
        sheet.merge_range(
            COUNTS_ROW,
            RESULT_COLUMN + 1,
            COUNTS_ROW,
            WRONG_COUNT_COLUMN - 1,
            "Số tiêu chí có số liệu không thể có (mức độ không tính được)",
            label,
        )
        self.put(sheet, "wrong_count", "count")
        for name, row, column in (
            ("dti_level", LEVEL_ROW, RESULT_COLUMN),
            ("dti_level_name", LEVEL_ROW, RESULT_COLUMN + 1),
            ("dti_level_typed", LEVEL_ROW, _TYPED_COLUMN),
            ("dti_level_blockers", BLOCKERS_ROW, RESULT_COLUMN),
        ):
            self._name(name, f"'{LEVELS_SHEET}'!${letter(column)}${row + 1}")
        for index in range(len(COLUMNS)):
            sheet.write_blank(ALL_ROW, index, None, styles["pillar"])
        sheet.write_string(ALL_ROW, COLUMN["name"], "Đạt đủ mọi tiêu chí của mức", styles["pillar"])
        for level in LEVELS:
            self.put(sheet, f"all{level}", "mark_all")

    def _group(self, sheet: Any, row: int, group: LevelGroup) -> None:
        for index in range(len(COLUMNS)):
            sheet.write_blank(row, index, None, self.styles["pillar"])
        sheet.write_string(row, COLUMN["code"], group.code, self.styles["pillar"])
        sheet.write_string(row, COLUMN["name"], group.name, self.styles["pillar"])

    def _criterion(self, sheet: Any, place: CriterionPlace) -> None:
        styles, criterion, row = self.styles, place.criterion, place.row
        code = criterion.code
        for key, text, style in (
            ("code", code, "code"),
            ("name", criterion.name, "name"),
            ("unit", criterion.unit, "centre"),
            *((f"text{k}", criterion.levels[k - 1], "centre") for k in LEVELS),
            ("method", criterion.method, "text"),
            ("basis", criterion.basis, "text"),
        ):
            sheet.write_string(row, COLUMN[key], text, styles[style])
        for level, threshold in zip(LEVELS, criterion.thresholds, strict=True):
            if isinstance(threshold, NotApplicable):
                sheet.write_string(row, COLUMN[f"met{level}"], NOT_APPLICABLE, styles["mark"])
            else:
                self.put(sheet, f"met{level}", "mark", code)
        for what, style in (
            ("highest", "mark_number"),
            ("mark", "centre"),
            ("status", "text"),
            ("value", "text"),
            ("missing", "count"),
            ("wrong", "count"),
            ("joined", "text"),
        ):
            self.put(sheet, what, style, code)
        sheet.set_row(
            row,
            row_height(
                (criterion.name, _WIDTH["name"] * 0.9),
                (criterion.unit, _WIDTH["unit"]),
                *((text, _WIDTH["text1"]) for text in criterion.levels),
                (criterion.method, _WIDTH["method"]),
                (criterion.basis, _WIDTH["basis"]),
            ),
        )
        marks = f"${letter(COLUMN['met1'])}${row + 1}:${letter(COLUMN['met5'])}${row + 1}"
        self._name(marks_name(code), f"'{LEVELS_SHEET}'!{marks}")
        if criterion.kind is ValueKind.COMMUNES:
            self.put(sheet, "input", "centre", code)
            self._name(criterion_input(code), commune_range())
        else:
            self._inputs(sheet, place)

    def _inputs(self, sheet: Any, place: CriterionPlace) -> None:
        criterion, code = place.criterion, place.criterion.code
        contents = to_cells(criterion.kind, self.unit.values.get(code))
        style, kind = _STYLE[criterion.kind]
        column = COLUMN["input"]
        for row, content in enumerate(contents, place.row):
            put(sheet, row, column, content, self.styles[style])
            sheet.data_validation(row, column, row, column, rule(kind, _ANSWERS))
        area = f"${letter(column)}${place.row + 1}"
        if criterion.kind is ValueKind.COUNT_OF_TOTAL:
            total = place.total_row
            for index in range(len(COLUMNS)):
                if index != column:
                    sheet.write_blank(total, index, None, self.styles["text"])
            label = "trong tổng số trên địa bàn (để xét «100%»)"
            sheet.write_string(total, COLUMN["name"], label, self.styles["label"])
            sheet.write_string(total, COLUMN["unit"], criterion.unit, self.styles["centre"])
            sheet.set_row(total, row_height((criterion.unit, _WIDTH["unit"]), (label, 32)))
            below = f"${letter(column)}${total + 1}"
            self._name(criterion_input(code, "count"), f"'{LEVELS_SHEET}'!{area}")
            self._name(criterion_input(code, "total"), f"'{LEVELS_SHEET}'!{below}")
            area = f"{area}:{below}"
        self._name(criterion_input(code), f"'{LEVELS_SHEET}'!{area}")

    def _name(self, name: str, address: str) -> None:
        self.workbook.define_name(name, f"={address}")
