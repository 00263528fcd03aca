"""Slips: «Phiếu yêu cầu», what each lead agency is asked for, each on a printed page of its own."""

from __future__ import annotations

from scoring.agencies import rows_by_agency
from scoring.law import Row
from scoring.slots import Slot, SlotKind
from texts import say
from workbooks.design.columns import Column, Columns
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Area
from workbooks.design.heights import row_height
from workbooks.design.names import SLIPS, Key
from workbooks.design.open_rows import source_line, unit_line

COLUMNS = Columns(
    (Column("code", 8), Column("name", 40), Column("asked", 44), Column("evidence", 36))
)
_LAST = len(COLUMNS.columns) - 1
_SIGN_HEIGHT = 96


def draw_slips(draft: Draft) -> None:
    """A slip per lead agency; no sheet for a table that names none."""
    by_agency = rows_by_agency(draft.law)
    if not by_agency:
        return
    sheet = draft.sheet(SLIPS, Page(widths=COLUMNS.widths, landscape=False))
    row = 0
    for number, (agency, codes) in enumerate(by_agency.items(), 1):
        if number > 1:
            sheet.breaks.append(draft.at(SLIPS, row, 0).row)
        row = _slip(draft, row, number, agency, codes)
    sheet.page = Page(
        widths=COLUMNS.widths, landscape=False, print_area=(row - 1, _LAST), margins=_MARGINS
    )


_MARGINS = {"left": 1.19, "right": 0.6, "top": 0.8, "bottom": 0.8}


def _slip(draft: Draft, row: int, number: int, agency: str, codes: tuple[str, ...]) -> int:
    at, sheet = draft.at, draft.sheets[SLIPS]
    unit = at(SLIPS, row, 0)
    draft.formula(Key("line", SLIPS, str(number)), unit, unit_line(draft), "head_unit_left")
    draft.merge(SLIPS, _across(draft, row), "head_unit_left")
    basis = say("sheet.slips.basis", source=source_line(draft.law))
    for line, words, style in (
        (1, say("sheet.slips.title"), "title"),
        (2, say("sheet.slips.to", agency=agency), "status_line"),
        (3, basis, "guide"),
    ):
        draft.text(at(SLIPS, row + line, 0), words, style)
        draft.merge(SLIPS, _across(draft, row + line), style)
        sheet.heights[at(SLIPS, row + line, 0).row] = row_height((words, 110)) + 4
    row += 4
    for key in COLUMNS.index:
        draft.text(at(SLIPS, row, COLUMNS[key]), say(f"sheet.slips.{key}"), "head")
    for row_number, code in enumerate(codes, row + 1):
        asked = draft.law.by_code[code]
        for key, words, style in (
            ("code", code, "row_code"),
            ("name", asked.name, "small"),
            ("asked", asked_words(asked), "small"),
            ("evidence", asked.evidence, "small"),
        ):
            draft.text(at(SLIPS, row_number, COLUMNS[key]), words, style)
    row += len(codes) + 1
    draft.text(at(SLIPS, row, 0), say("sheet.slips.sign"), "signed_sign")
    draft.merge(SLIPS, _across(draft, row), "signed_sign")
    sheet.heights[at(SLIPS, row, 0).row] = _SIGN_HEIGHT
    return row + 1


def _across(draft: Draft, row: int) -> Area:
    return draft.at(SLIPS, row, 0).to(draft.at(SLIPS, row, _LAST))


def asked_words(row: Row) -> str:
    """The figures that a row asks for, one a line, with room behind each."""
    return "\n".join(_asked(slot) for slot in row.slots if slot.kind is not SlotKind.ROW)


def _asked(slot: Slot) -> str:
    if slot.kind is SlotKind.OPTION:
        return say("sheet.slips.option", options=tuple(slot.options) and "; ".join(slot.options))
    label = slot.label or say("sheet.slips.figure")
    if len(slot.name) == 1 and slot.name != "x":
        label = f"{slot.name} = {label}"
    return f"{label}: ……"
