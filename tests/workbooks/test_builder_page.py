"""The built workbook as an official meets it: locks, validation, page, texts."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from scoring.model import Table
from scoring.slots import SlotKind
from tests.support.built import EVERY, Built, built_once
from workbooks.design.draft import SheetDraft
from workbooks.design.names import COHORT, LISTS, MAP


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_once(tmp_path_factory.getbasetemp(), *request.param)


def shown(built: Built) -> list[SheetDraft]:
    """The sheets that an official sees."""
    return [sheet for sheet in built.design.sheets if sheet.page.state == "visible"]


def test_only_what_is_typed_is_unlocked(built: Built) -> None:
    """The yellow cells are open, and nothing else."""
    opened = {
        (cell.parent.title, cell.coordinate) for cell in built.cells() if not cell.protection.locked
    }
    ours = ("seal", "share", "journal")  # written by the program, read back, never typed
    fields = {
        (place.sheet, place.address)
        for key, place in built.design.fields.items()
        if key.what not in ours
    }
    # The names of the units of a cohort help who types, and are no figures.
    names = {
        (place.sheet, place.address)
        for place, style in built.design.styles.items()
        if style.startswith("input") and place.sheet == COHORT
    }
    assert opened == fields | names


def test_protected_without_password_yet_filter_and_width_work(built: Built) -> None:
    for sheet in built.formulas:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    for drawn in shown(built):
        # These flags say what is locked.
        locked = built.formulas[drawn.name].protection
        assert (locked.autoFilter, locked.formatColumns, locked.formatRows) == (False, False, False)
        if drawn.page.filter:
            assert built.formulas[drawn.name].auto_filter.ref
    assert (built.formulas[LISTS].sheet_state, built.formulas[MAP].sheet_state) == (
        "hidden",
        "veryHidden",
    )


def rules_of(sheet: Any) -> dict[str, Any]:
    """The rule of every validated cell."""
    rules: dict[str, Any] = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    rules[f"{get_column_letter(column)}{row}"] = rule
    return rules


def test_every_input_is_validated(built: Built) -> None:
    rules = {sheet.title: rules_of(sheet) for sheet in built.formulas}
    lists = built.formulas[LISTS]
    for key, place in built.design.fields.items():
        if key.what not in ("in", "typed", "verified", "excluded", "cohort"):
            continue
        rule = rules[place.sheet][place.address]
        assert rule.error, key
        if key.what != "in" or not isinstance(built.law, Table):
            continue
        slot = built.law.by_code[key.code].program.by_name[key.slot]
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
        elif slot.kind is SlotKind.NUMBER:
            # A part above its whole is said beside it, not refused: the whole may come later.
            assert (rule.type, rule.formula1) == (
                "decimal",
                "-1000000000000000" if slot.signed else "0",
            )


def test_page(built: Built) -> None:
    for drawn in shown(built):
        sheet: Any = built.formulas[drawn.name]
        turned = "landscape" if drawn.page.landscape else "portrait"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (turned, 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        # One page across; down as many as the design says, 0 for as many as it takes.
        assert sheet.page_setup.fitToWidth in (None, 1)
        down = sheet.page_setup.fitToHeight
        assert (1 if down is None else down) == drawn.page.pages_down
        if drawn.page.repeat:
            first, last = (row + 1 for row in drawn.page.repeat)
            assert sheet.print_title_rows == f"${first}:${last}"
        if drawn.page.footer:
            assert sheet.oddFooter.left.text == f"{built.law.id} · {built.law.digest[:12]}"
            assert sheet.oddFooter.right.text == "Trang &P/&N"
    assert sum(drawn.page.footer for drawn in shown(built)) >= 3
    texts = {cell.value for cell in built.cells() if isinstance(cell.value, str)}
    assert any("NGƯỜI LẬP BIỂU" in text.upper() for text in texts)
    fonts = {cell.font.name for cell in built.cells() if cell.value is not None}
    assert fonts <= {"Times New Roman", "Calibri"}


def test_dropdown_texts_fit_match(built: Built) -> None:
    for row in built.formulas[LISTS].iter_rows():
        text = str(row[0].value)
        assert len(text) <= 255
        assert not set("*?~") & set(text)


def test_nothing_is_cut(built: Built) -> None:
    """Printed texts arrive whole; tests/design holds them against the rulesets."""
    for cell in built.cells():
        if isinstance(cell.value, str):
            assert len(cell.value) <= (8192 if cell.data_type == "f" else 32767), cell.coordinate
    for place, content in built.design.printed.items():
        held = built.cell(place).value
        assert (held or "") == (content or ""), place
