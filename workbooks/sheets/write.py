"""Write: a design, its first values and what an official has typed become an .xlsx."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

from texts import say
from workbooks.design.draft import Content, Design, SheetDraft
from workbooks.design.grid import Area, Place
from workbooks.design.names import Key
from workbooks.design.seal import SEAL
from workbooks.sheets.charts import insert_chart
from workbooks.sheets.styles import FONT, LOOKS, Sheet, Styles

_MADE = datetime(2024, 1, 1)
"""One date for every file: the same data give the same bytes."""
_LONGEST = 32767
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def workbook_bytes(
    design: Design,
    values: Mapping[Key, Content],
    contents: Mapping[Key, Content],
    subject: str = "",
) -> bytes:
    """The workbook. `values`: of every formula; `contents`: of the yellow cells.

    The same arguments give the same bytes.
    """
    target = io.BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(FONT)}
    with xlsxwriter.Workbook(target, options) as workbook:
        _Book(workbook, design, values, contents).write(subject)
    return target.getvalue()


def writable(text: str) -> str:
    """A text that a cell can hold: characters that XML forbids are marked, no more than 32,767.

    >>> writable("A\\x00B")
    'A\\ufffdB'
    """
    plain = _UNWRITABLE.sub("\ufffd", text)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


class _Book:
    """One workbook being written."""

    def __init__(
        self,
        workbook: Any,
        design: Design,
        values: Mapping[Key, Content],
        contents: Mapping[Key, Content],
    ) -> None:
        self.workbook, self.design = workbook, design
        self.values, self.contents = values, contents
        self.styles = Styles(workbook)
        self.formulas = {formula.place: key for key, formula in design.formulas.items()}
        self.fields = {place: key for key, place in design.fields.items()}

    def write(self, subject: str) -> None:
        """Write everything."""
        law, edition = self.design.law, self.design.edition
        self.workbook.set_properties(
            {
                "title": writable(f"{law.id}: {law.title}")[:250],
                "subject": writable(subject)[:250],
                "comments": f"dti-excel {law.id} {edition} {law.digest[:12]}",
                "created": _MADE,
            }
        )
        by_sheet: dict[str, list[Place]] = {}
        for place in self.design.styles:
            by_sheet.setdefault(place.sheet, []).append(place)
        for drawn in self.design.sheets:
            sheet = self.workbook.add_worksheet(drawn.name, Sheet)
            self._page(sheet, drawn)
            for area, style in drawn.merges:
                self._merge(sheet, area, style)
            for place in by_sheet.get(drawn.name, ()):
                self._cell(sheet, place, self.styles[self.design.styles[place]])
            self._rules(sheet, drawn)
        for name, area in self.design.names.items():
            self.workbook.define_name(name, f"={area.fixed}")

    def _cell(self, sheet: Any, place: Place, style: Any) -> None:
        """Write one cell: a formula with its first value, or what stands there."""
        key = self.formulas.get(place)
        if key is not None:
            text = self.design.formulas[key].text
            value = self.values[key]
            shown = writable(value) if isinstance(value, str) else value
            sheet.write_formula(place.row, place.column, f"={text}", style, shown)
            return
        field = self.fields.get(place)
        content = self.design.printed.get(place) if field is None else self.contents.get(field)
        put(sheet, place.row, place.column, content, style)

    def _merge(self, sheet: Any, area: Area, style: str) -> None:
        corners = (area.row, area.column, area.last_row, area.last_column)
        sheet.merge_range(*corners, "", self.styles[style])

    def _page(self, sheet: Any, drawn: SheetDraft) -> None:
        page, law = drawn.page, self.design.law
        for column, width in enumerate(page.widths):
            sheet.set_column(column, column, width, None, {"hidden": column in page.hidden})
        if page.landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(**page.margins)
        sheet.fit_to_pages(1, page.pages_down)
        if page.centred:
            sheet.center_horizontally()
        if page.official:
            self._official(sheet)
        elif page.footer:
            sheet.set_footer(f"&L&8{law.id} · {law.digest[:12]}&C&8dti-excel&R&8Trang &P/&N")
        if page.repeat is not None:
            sheet.repeat_rows(*page.repeat)
        if page.freeze is not None:
            sheet.freeze_panes(*page.freeze)
        if page.print_area is not None:
            sheet.print_area(0, 0, *page.print_area)
        if page.filter is not None:
            header, last, column = page.filter
            sheet.autofilter(header, 0, last, column)
        for row in sorted({*drawn.heights, *drawn.outline, *drawn.hidden_rows}):
            shape = {"level": drawn.outline.get(row, 0), "hidden": row in drawn.hidden_rows}
            sheet.set_row(row, drawn.heights.get(row), None, shape)
        if drawn.breaks:
            sheet.set_h_pagebreaks(drawn.breaks)
        sheet.protect("", dict.fromkeys(page.free, True))
        if page.state == "hidden":
            sheet.hide()
        elif page.state == "very_hidden":
            sheet.very_hidden()
        if page.active:
            sheet.activate()

    def _official(self, sheet: Any) -> None:
        """Page numbers on top from the second page on; table, ruleset and seal below."""
        font, law = '&"Times New Roman,Regular"', self.design.law
        table = say("sheet.signed.footer-page", table=law.id, digest=law.digest[:12])
        seal = self.contents.get(SEAL)
        sealed = say("sheet.signed.footer-seal", seal=str(seal)) if seal else ""
        sheet.set_header(f"&C{font}&13&P", {"margin": 0.4})
        sheet.first_header = ""
        sheet.set_start_page(1)
        sheet.set_footer(f"&L{font}&9{table}&R{font}&9{sealed}", {"margin": 0.4})

    def _rules(self, sheet: Any, drawn: SheetDraft) -> None:
        for area, rule in drawn.validations:
            corners = (area.row, area.column, area.last_row, area.last_column)
            sheet.data_validation(*corners, dict(rule))
        for area, rule, look in drawn.conditions:
            corners = (area.row, area.column, area.last_row, area.last_column)
            put_on = self.workbook.add_format(LOOKS[look])
            sheet.conditional_format(*corners, {**rule, "format": put_on})
        for place, link in drawn.links.items():
            text = str(self.design.printed.get(place) or "")
            style = self.styles[self.design.styles[place]]
            sheet.write_url(place.row, place.column, f"internal:{link}", style, text)
        for place, chart in drawn.charts:
            insert_chart(self.workbook, sheet, place, chart)


def put(sheet: Any, row: int, column: int, content: Content, style: Any) -> None:
    """Write what stands in a cell: a number, a text (never a formula or a link), a boolean."""
    if content is None or content == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(content, bool):
        sheet.write_boolean(row, column, content, style)
    elif isinstance(content, str):
        sheet.write_string(row, column, writable(content), style)
    else:
        sheet.write_number(row, column, content, style)
