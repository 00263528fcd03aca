"""Styles: one look for every sheet — Times New Roman, A4 landscape, yellow where to type."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

FONT = {"font_name": "Times New Roman", "font_size": 11}
"""Also of the workbook itself: a column is as wide as its digits, and only a font that every
machine has, or has one of the same measures for, gives the same page everywhere."""
YELLOW, GREY, BLUE, PALE = "#FFF9C4", "#EFEFEF", "#1F4E78", "#DDEBF7"
LILAC, PINK = "#E6DDF2", "#F9DCDC"
"""The appraiser's cells; the official's are yellow."""
_GRID = {"border": 1, "border_color": "#9E9E9E", "valign": "top"}
_TEXT = {**_GRID, "text_wrap": True}
_NUMBER = {**_GRID, "align": "right", "indent": 1}
_INK = {
    "border": 1,
    "border_color": "#000000",
    "valign": "top",
    "text_wrap": True,
    "font_size": 10,
}
_INPUT = {"bg_color": YELLOW, "locked": False}

SCORE_FORMAT = "#,##0.00"

STYLES: dict[str, dict[str, Any]] = {
    "title": {
        "bold": True,
        "font_size": 14,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "subtitle": {"italic": True, "align": "center", "valign": "vcenter", "text_wrap": True},
    "note": {"italic": True, "text_wrap": True, "valign": "top", "font_color": "#7F4F00"},
    "plain": {"valign": "top"},
    "bold": {"bold": True, "valign": "top"},
    "sign": {"bold": True, "align": "center"},
    "sign_note": {"italic": True, "align": "center"},
    "header": {
        **_TEXT,
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "bg_color": BLUE,
        "font_color": "#FFFFFF",
    },
    "pillar": {**_TEXT, "bold": True, "bg_color": PALE},
    "total_max": {**_NUMBER, "bold": True, "bg_color": PALE, "num_format": "General"},
    "total_score": {**_NUMBER, "bold": True, "bg_color": PALE, "num_format": SCORE_FORMAT},
    "total_percent": {**_NUMBER, "bold": True, "bg_color": PALE, "num_format": "0.0%"},
    "group": {**_TEXT, "bold": True, "italic": True, "bg_color": GREY},
    "group_max": {**_NUMBER, "italic": True, "bg_color": GREY},
    "text": _TEXT,
    "code": {**_TEXT, "num_format": "@"},
    "name": {**_TEXT, "bold": True},
    "label": {**_TEXT, "indent": 1},
    "max": {**_NUMBER, "num_format": "General"},
    "score": {**_NUMBER, "bold": True, "num_format": SCORE_FORMAT},
    "percent": {**_NUMBER, "num_format": "0.0%"},
    "input_number": {**_NUMBER, **_INPUT, "num_format": "General"},
    "input_date": {**_NUMBER, **_INPUT, "num_format": "dd/mm/yyyy"},
    "input_choice": {**_TEXT, **_INPUT},
    "input_text": {**_TEXT, **_INPUT},
    "input_score_typed": {**_NUMBER, **_INPUT, "num_format": "General"},
    "input_rate": {**_NUMBER, **_INPUT, "num_format": "0.0##%"},
    "input_level": {**_GRID, **_INPUT, "align": "center", "num_format": "0"},
    "band": {**_GRID, "bold": True, "bg_color": PALE},
    "band_group": {**_GRID, "bold": True, "italic": True, "bg_color": GREY},
    "input_answer": {**_TEXT, **_INPUT, "align": "center"},
    "centre": {**_TEXT, "align": "center"},
    "mark": {**_GRID, "align": "center", "num_format": '"✓";;[Red]"✗";@'},
    "mark_all": {
        **_GRID,
        "align": "center",
        "bold": True,
        "bg_color": PALE,
        "num_format": '"✓";;[Red]"✗";@',
    },
    "head_title": {"bold": True, "font_size": 12, "valign": "vcenter"},
    "head_unit": {"align": "right", "valign": "vcenter", "italic": True},
    "head_unit_left": {"valign": "vcenter", "italic": True},
    "status_line": {"bold": True, "valign": "vcenter", "text_wrap": True},
    "link": {"font_color": BLUE, "underline": 1, "valign": "vcenter"},
    "header_small": {
        **_TEXT,
        "bold": True,
        "font_size": 10,
        "align": "center",
        "valign": "vcenter",
        "bg_color": BLUE,
        "font_color": "#FFFFFF",
    },
    "input_amount": {**_NUMBER, **_INPUT, "num_format": "[>=1000]#,##0;General"},
    "centre_small": {**_TEXT, "align": "center", "font_size": 10},
    "centre_bold": {**_TEXT, "align": "center", "bold": True, "bg_color": PALE},
    "result_count": {**_TEXT, "align": "center", "valign": "vcenter", "num_format": "0"},
    "result": {**_TEXT, "align": "center", "bold": True},
    "rate": {**_TEXT, "bold": True, "align": "center", "valign": "vcenter", "num_format": "0.0%"},
    "percent_plain": {**_TEXT, "align": "right", "num_format": "0.0##%"},
    "amount": {**_TEXT, "align": "right", "num_format": "[>=1000]#,##0;General"},
    "count": {**_NUMBER, "num_format": "0"},
    "mark_number": {**_GRID, "align": "center", "num_format": "0"},
    "count_bold": {**_NUMBER, "bold": True, "bg_color": PALE, "num_format": "0"},
    "share_bold": {**_NUMBER, "bold": True, "bg_color": PALE, "num_format": "0.0%"},
    "level": {
        **_TEXT,
        "bold": True,
        "font_size": 14,
        "align": "center",
        "valign": "vcenter",
        "num_format": "0",
    },
    "level_name": {**_TEXT, "bold": True, "font_size": 14, "valign": "vcenter"},
    "result_label": {**_TEXT, "bold": True, "valign": "vcenter", "bg_color": PALE},
    "result_text": {**_TEXT, "valign": "vcenter"},
    "guide": {"text_wrap": True, "valign": "vcenter", "font_size": 10},
    "guide_yellow": {"border": 1, "bg_color": YELLOW},
    "guide_white": {"border": 1, "bg_color": PALE},
    "guide_red": {"border": 1, "bg_color": PINK},
    "guide_grey": {"border": 1, "bg_color": GREY},
    "guide_review": {"border": 1, "bg_color": LILAC},
    # Scored tables: the working view in smaller type, so that more of it is seen at once.
    "scored_title": {"bold": True, "font_size": 13, "align": "center", "valign": "vcenter"},
    "head": {
        **_TEXT,
        "bold": True,
        "font_size": 10,
        "align": "center",
        "valign": "vcenter",
        "bg_color": BLUE,
        "font_color": "#FFFFFF",
    },
    "line": {"bold": True, "valign": "vcenter", "font_size": 10, "font_color": "#7F4F00"},
    "line_bold": {"bold": True, "valign": "vcenter", "font_size": 10},
    "row_code": {**_TEXT, "font_size": 10, "num_format": "@"},
    "row_name": {**_TEXT, "font_size": 10, "bold": True},
    "row_label": {**_TEXT, "font_size": 10, "indent": 1},
    "row_text": {**_TEXT, "font_size": 10},
    "small": {**_TEXT, "font_size": 10},
    "band_text": {**_TEXT, "font_size": 10, "bold": True, "bg_color": PALE},
    "band_small": {**_TEXT, "font_size": 10, "bg_color": PALE},
    "band_link": {**_TEXT, "font_size": 9, "bg_color": PALE, "font_color": BLUE, "underline": 1},
    "band_max": {**_NUMBER, "font_size": 10, "bold": True, "bg_color": PALE},
    "band_score": {
        **_NUMBER,
        "font_size": 10,
        "bold": True,
        "bg_color": PALE,
        "num_format": SCORE_FORMAT,
    },
    "input_figure": {**_NUMBER, **_INPUT, "font_size": 10, "num_format": "#,##0"},
    "input_pick": {**_TEXT, **_INPUT, "font_size": 10},
    "input_share": {**_NUMBER, **_INPUT, "font_size": 10, "num_format": "0%"},
    "input_review": {
        **_NUMBER,
        "bg_color": LILAC,
        "locked": False,
        "font_size": 10,
        "num_format": "General",
    },
    "caption": {"bold": True, "font_size": 12, "valign": "bottom", "font_color": BLUE},
    "line_text": _TEXT,
    "line_name": {**_TEXT, "bold": True},
    "line_link": {**_TEXT, "num_format": "@", "font_color": BLUE, "underline": 1},
    "line_max": {**_NUMBER, "num_format": "General"},
    "line_score": {**_NUMBER, "num_format": SCORE_FORMAT},
    "line_percent": {**_NUMBER, "num_format": "0.0%"},
    "line_index": {**_NUMBER, "bold": True, "num_format": "0.00"},
    "total_text": {**_TEXT, "bold": True, "bg_color": PALE},
    # The page to sign: black on white, nothing below 9 points.
    "signed_centre": {"align": "center", "valign": "vcenter", "text_wrap": True},
    "signed_bold": {"align": "center", "valign": "top", "text_wrap": True, "bold": True},
    "signed_motto": {"align": "center", "valign": "top", "bold": True, "underline": 1},
    "signed_rule": {"align": "center", "valign": "vcenter", "font_size": 9},
    "signed_date": {"align": "center", "valign": "vcenter", "italic": True},
    "signed_title": {
        "bold": True,
        "font_size": 14,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "signed_basis": {
        "italic": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "signed_head": {**_INK, "bold": True, "align": "center", "valign": "vcenter"},
    "signed_text": _INK,
    "signed_code": {**_INK, "align": "center", "num_format": "@"},
    "signed_small": {**_INK, "font_size": 9.5},
    "signed_middle": {**_INK, "align": "center", "num_format": "General"},
    "signed_figures": {**_INK, "num_format": "@"},
    "signed_score": {**_INK, "align": "center", "num_format": SCORE_FORMAT},
    "signed_band": {**_INK, "bold": True, "bg_color": "#F2F2F2"},
    "signed_band_middle": {**_INK, "bold": True, "bg_color": "#F2F2F2", "align": "center"},
    "signed_band_number": {
        **_INK,
        "bold": True,
        "bg_color": "#F2F2F2",
        "align": "center",
        "num_format": "#,##0.00",
    },
    "signed_result": {"bold": True, "valign": "vcenter", "text_wrap": True},
    "signed_note": {"italic": True, "valign": "vcenter", "text_wrap": True, "font_size": 10},
    "signed_sign": {"bold": True, "align": "center", "valign": "top", "text_wrap": True},
    "input_words": {**_TEXT, **_INPUT, "num_format": "@"},
    "input_words_small": {**_TEXT, **_INPUT, "num_format": "@", "font_size": 10},
    "closed": {**_GRID, "bg_color": GREY},
    "journal": {"valign": "top", "text_wrap": True, "num_format": "@"},
    "input_bytes": {**_NUMBER, **_INPUT, "font_size": 10, "num_format": "#,##0"},
}


LOOKS: dict[str, dict[str, Any]] = {
    "good": {"bg_color": "#DDF1DD"},
    "bad": {"bg_color": PINK},
    "differs": {"font_color": "#B3261E", "bold": True},
    "waiting": {"font_color": "#6B6B6B"},
    "fraction": {"num_format": "#,##0.##"},
    "fine_share": {"num_format": "0.0##%"},
}
"""What a condition puts on a cell."""


class Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet for our formulas.

    An empty result is stored as an empty text: XlsxWriter leaves it out to force a recalculation,
    and a reader could not tell it from a formula that was never calculated. Formulas are taken as
    they are: they use no function newer than Excel 2010, and looking for those took a third of
    the time.
    """

    first_header: str | None = None
    """The header of the first page, where it is another one."""

    def _write_header_footer(self) -> None:
        if self.first_header is None:
            super()._write_header_footer()
            return
        self._xml_start_tag("headerFooter", [("differentFirst", 1), ("scaleWithDoc", 0)])
        for name, words in (
            ("oddHeader", self.header),
            ("oddFooter", self.footer),
            ("firstHeader", self.first_header),
            ("firstFooter", self.footer),
        ):
            self._xml_data_element(name, words)
        self._xml_end_tag("headerFooter")

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.lstrip("=")

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any) -> None:
        if result == "":
            attributes = [*attributes, ("t", "str")]
        super()._xml_formula_element(formula, result, attributes)


class Styles:
    """Formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._workbook.add_format({**FONT, **STYLES[name]})
        return made
