"""The built workbook as an official meets it: locks, validation, page, texts."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from workbooks.layout import COLUMN, INFO, LISTS, MAP, READINGS, SCORING, SUMMARY

from scoring.slots import SlotKind
from tests.support.built import EVERY, Built, built_once

TYPED_COLUMNS = ("input", "typed", "verified", "excluded", "reason", "explanation", "attached")


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_once(tmp_path_factory.getbasetemp(), *request.param)


def test_only_what_is_typed_is_unlocked(built: Built) -> None:
    sheet = built.formulas[SCORING]
    own_rows = {place.row + 1 for place in built.plan.indicators}
    input_rows = {row + 1 for place in built.plan.indicators for _, row in place.slots}
    typed_rows = own_rows | {place.row + 1 for place in built.plan.pillars} | {7}
    for row in sheet.iter_rows(min_row=7, max_row=built.plan.last_row + 1):
        for cell in row:
            key = next(k for k, v in COLUMN.items() if v + 1 == cell.column)
            rows = {"input": input_rows, "typed": typed_rows}.get(key, own_rows)
            is_open = key in (*TYPED_COLUMNS, "words") and cell.row in rows
            assert cell.protection.locked == (not is_open), cell.coordinate


def test_protected_without_password_yet_filter_sort_and_width_work(built: Built) -> None:
    for sheet in built.formulas:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    scoring = built.formulas[SCORING]
    # These flags say what is locked.
    locked = scoring.protection
    assert (locked.autoFilter, locked.sort, locked.formatColumns) == (False, False, False)
    assert scoring.auto_filter.ref
    assert (built.formulas[LISTS].sheet_state, built.formulas[MAP].sheet_state) == (
        "hidden",
        "veryHidden",
    )


def test_every_input_is_validated(built: Built) -> None:
    rules: dict[str, Any] = {}
    for rule in built.formulas[SCORING].data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for row in range(area.min_row, area.max_row + 1):
                rules[f"{get_column_letter(area.min_col)}{row}"] = rule
    lists = built.formulas[LISTS]
    for place in built.plan.indicators:
        for slot, row in place.slots:
            rule = rules[f"E{row + 1}"]
            if slot.kind in (SlotKind.OPTION, SlotKind.ANSWER):
                assert rule.type == "list"
                _, area = rule.formula1.split("!")
                texts = [cell[0].value for cell in lists[area.replace("$", "")]]
                if slot.kind is SlotKind.ANSWER:
                    assert texts == ["Có", "Không"]
                else:
                    ordinals = [text.split(".")[0] for text in texts]
                    assert ordinals == [str(n) for n in range(1, len(slot.options) + 1)]
            elif slot.kind is SlotKind.PERCENT:
                assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "1")
            elif rule.type == "decimal":
                assert (rule.operator, rule.formula1) == ("greaterThanOrEqual", "0")
            elif slot.kind is SlotKind.NUMBER:
                assert rule.type == "custom"
                assert f"E{row + 1}>=0" in rule.formula1
                assert "<=SUM(" in rule.formula1
        assert rules[f"K{place.row + 1}"].formula1 == '"Có"'


def test_page(built: Built) -> None:
    scoring = built.formulas[SCORING]
    properties: Any = scoring.sheet_properties
    assert (scoring.page_setup.orientation, scoring.page_setup.paperSize) == ("landscape", 9)
    assert properties.pageSetUpPr.fitToPage
    assert scoring.page_setup.fitToHeight == 0  # as many pages as it takes, one across
    assert scoring.print_title_rows == "$6:$6"
    for name in (SCORING, SUMMARY, READINGS, INFO):
        footer: Any = built.formulas[name].oddFooter
        assert footer.left.text == f"{built.table.id} · {built.table.digest[:12]}"
        assert footer.right.text == "Trang &P/&N"
    texts = {cell.value for cell in built.cells()}
    assert {"NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"} <= texts
    fonts = {cell.font.name for cell in built.cells() if cell.value is not None}
    assert fonts <= {"Times New Roman", "Calibri"}


def test_dropdown_texts_fit_match(built: Built) -> None:
    for row in built.formulas[LISTS].iter_rows():
        text = str(row[0].value)
        assert len(text) <= 255
        assert not set("*?~") & set(text)


def test_nothing_is_cut(built: Built) -> None:
    for cell in built.cells():
        if isinstance(cell.value, str):
            assert len(cell.value) <= (8192 if cell.data_type == "f" else 32767), cell.coordinate
    rows = {place.row + 1: place.indicator for place in built.plan.indicators}
    sheet = built.values[SCORING]
    for row, indicator in rows.items():
        assert sheet.cell(row, COLUMN["name"] + 1).value == indicator.name
        assert (sheet.cell(row, COLUMN["printed"] + 1).value or "") == indicator.printed
        assert (sheet.cell(row, COLUMN["evidence"] + 1).value or "") == indicator.evidence


def test_every_reading_is_listed(built: Built) -> None:
    listed = {
        row[6].value: (row[0].value, row[1].value, row[2].value)
        for row in built.values[READINGS].iter_rows(min_row=4)
    }
    for reading in built.table.readings:
        given = (reading.place, reading.printed, reading.adopted)
        assert tuple(text or "" for text in listed[reading.id]) == given
    assert len(listed) == len(built.table.readings)
