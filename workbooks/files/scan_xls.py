"""Scan .xls: the old binary format, through xlrd, which computes nothing and runs no macro.

xlrd gives values only: the formulas of such a file stay unknown.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import xlrd

from scoring.numbers import from_float
from workbooks.files import limits
from workbooks.files.areas import is_looked_through, merged_areas
from workbooks.files.biff_size import cells_of
from workbooks.files.book import (
    Book,
    Cell,
    CellKind,
    Range,
    Sheet,
    Style,
    address,
)
from workbooks.files.number_formats import is_date
from workbooks.files.refusals import Unreadable, too_large, too_much, unreadable

_STATES = {0: "visible", 1: "hidden", 2: "veryHidden"}
_FROM_1904 = 1462
_NOTHING = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)


def scan_xls(path: Path) -> Book:
    """Read a BIFF workbook. Raises Unreadable: damaged, encrypted, not a workbook."""
    if path.stat().st_size > limits.XLS_BYTES:
        raise too_large("xls", limits.XLS_BYTES)
    content = path.read_bytes()
    if _utf16("EncryptedPackage") in content:
        raise unreadable("encrypted")
    try:
        book = xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,
            logfile=io.StringIO(),
            on_demand=True,
            ragged_rows=True,
        )
        _refuse_what_is_too_large(book)
        styles = [_style(book, xf) for xf in book.xf_list]
        return Book(
            path=path,
            sheets=tuple(_sheet(book, book.sheet_by_index(i), styles) for i in range(book.nsheets)),
            names=_names(book),
            has_macros=_utf16("_VBA_PROJECT") in content,
            styles=tuple(styles) or (Style(),),
            properties={"creator": book.user_name} if book.user_name else {},
        )
    except Exception as error:  # xlrd meets a damaged file with whatever its parser stumbles on
        raise _refusal(error) from None


def _refuse_what_is_too_large(book: Any) -> None:
    """Raise Unreadable before the sheets are read, where they would fill the memory."""
    if book.nsheets > limits.SHEETS:
        raise too_much("sheets", limits.SHEETS)
    filled, places = cells_of(book.mem[book.base : book.base + book.stream_len])
    if filled > limits.CELLS:
        raise too_much("cells", limits.CELLS)
    if places > limits.XLS_PLACES:
        raise too_much("places", limits.XLS_PLACES)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _refusal(error: Exception) -> Unreadable:
    if isinstance(error, Unreadable):
        return error
    message = str(error).lower()
    if "encrypted" in message or "password" in message:
        return unreadable("encrypted")
    if "find workbook" in message:
        return unreadable("other-office")
    return unreadable("damaged.xls", why=str(error)[:120] or type(error).__name__)


def _sheet(book: Any, sheet: Any, styles: list[Style]) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    shift = _FROM_1904 if book.datemode else 0
    for row in range(sheet.nrows):
        pairs = zip(sheet.row_types(row), sheet.row_values(row), strict=True)
        for col, (kind, raw) in enumerate(pairs):
            if kind in _NOTHING or raw == "":
                continue
            index = sheet.cell_xf_index(row, col)
            place = row + 1, col + 1
            cells[place] = _cell(*place, kind, raw, styles[index], shift)._replace(style=index)
    return Sheet(
        name=sheet.name,
        state=_STATES.get(sheet.visibility, "visible"),
        cells=cells,
        merged=merged_areas(_merge(area) for area in sheet.merged_cells),
        hidden_rows=frozenset(
            row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden or info.height == 0
        ),
        hidden_cols=frozenset(
            col + 1 for col, info in sheet.colinfo_map.items() if info.hidden or info.width == 0
        ),
        comments={(row + 1, col + 1): n.text for (row, col), n in sheet.cell_note_map.items()},
    )


def _merge(area: tuple[int, int, int, int]) -> Range:
    top, bottom, left, right = area
    return top + 1, left + 1, bottom, right


def _style(book: Any, xf: Any) -> Style:
    number_format = book.format_map[xf.format_key].format_str or "General"
    font = book.font_list[xf.font_index]
    filled = xf.background.fill_pattern == 1
    return Style(
        number_format,
        font.name,
        is_date(number_format),
        bool(font.struck_out),
        _color(book, font.colour_index),
        _color(book, xf.background.pattern_colour_index) if filled else "",
    )


def _color(book: Any, index: int) -> str:
    rgb = book.colour_map.get(index)
    return "{:02X}{:02X}{:02X}".format(*rgb) if rgb else ""


def _cell(row: int, col: int, kind: int, raw: Any, style: Style, day_shift: int) -> Cell:
    value: Any = raw
    if kind == xlrd.XL_CELL_BOOLEAN:
        cell_kind, value = CellKind.BOOLEAN, bool(raw)
    elif kind == xlrd.XL_CELL_ERROR:
        cell_kind, value = CellKind.ERROR, xlrd.error_text_from_code.get(raw, "#N/A")
    elif kind == xlrd.XL_CELL_TEXT:
        cell_kind = CellKind.TEXT
    else:
        number = from_float(float(raw))
        cell_kind = CellKind.DATE if style.shows_date else CellKind.NUMBER
        value = number + day_shift if style.shows_date else number
    return Cell(row, col, cell_kind, value, "", True, style.number_format, style.font)


def _names(book: Any) -> dict[str, tuple[str, str]]:
    """Names that stand for one cell or area; what xlrd cannot resolve is left out."""
    found: dict[str, tuple[str, str]] = {}
    sheets = book.sheet_names()
    for name in book.name_obj_list:
        result = getattr(name, "result", None)
        areas = getattr(result, "value", None)
        if name.builtin or not isinstance(areas, list) or len(areas) != 1:
            continue
        coords = getattr(areas[0], "coords", None)
        if not coords or coords[1] - coords[0] != 1 or not 0 <= coords[0] < len(sheets):
            continue
        if not is_looked_through((coords[2] + 1, coords[4] + 1, coords[3], coords[5])):
            continue
        first = address(coords[2] + 1, coords[4] + 1)
        last = address(coords[3], coords[5])
        area = first if first == last else f"{first}:{last}"
        found.setdefault(name.name, (sheets[coords[0]], area))
    return found
