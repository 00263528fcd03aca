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
from workbooks.files.book import (
    Book,
    Cell,
    CellKind,
    Range,
    Sheet,
    address,
)
from workbooks.files.number_formats import is_date
from workbooks.files.refusals import Unreadable, too_large, unreadable

_STATES = {0: "visible", 1: "hidden", 2: "veryHidden"}
_FROM_1904 = 1462


def scan_xls(path: Path) -> Book:
    """Read a BIFF workbook. Raises Unreadable: damaged, encrypted, not a workbook."""
    if path.stat().st_size > limits.XLS_BYTES:
        raise too_large("xls", limits.XLS_BYTES)
    content = path.read_bytes()
    if _utf16("EncryptedPackage") in content:
        raise unreadable("encrypted")
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, logfile=io.StringIO()
        )
        return Book(
            path=path,
            sheets=tuple(_sheet(book, sheet) for sheet in book.sheets()),
            names=_names(book),
            has_macros=_utf16("_VBA_PROJECT") in content,
            properties={"creator": book.user_name} if book.user_name else {},
        )
    except Exception as error:  # xlrd meets a damaged file with whatever its parser stumbles on
        raise _refusal(error) from None


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


def _sheet(book: Any, sheet: Any) -> Sheet:
    styles: dict[int, tuple[str, bool, str]] = {}
    cells: dict[tuple[int, int], Cell] = {}
    shift = _FROM_1904 if book.datemode else 0
    for row in range(sheet.nrows):
        kinds, values, indexes = (
            sheet.row_types(row),
            sheet.row_values(row),
            [sheet.cell_xf_index(row, col) for col in range(sheet.row_len(row))],
        )
        for col, (kind, raw, index) in enumerate(zip(kinds, values, indexes, strict=True)):
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or raw == "":
                continue
            if index not in styles:
                styles[index] = _style(book, index)
            cells[row + 1, col + 1] = _cell(row + 1, col + 1, kind, raw, styles[index], shift)
    return Sheet(
        name=sheet.name,
        state=_STATES.get(sheet.visibility, "visible"),
        cells=cells,
        merged=tuple(_merge(area) for area in sheet.merged_cells),
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


def _style(book: Any, index: int) -> tuple[str, bool, str]:
    style = book.xf_list[index]
    number_format = book.format_map[style.format_key].format_str or "General"
    return number_format, is_date(number_format), book.font_list[style.font_index].name


def _cell(
    row: int, col: int, kind: int, raw: Any, style: tuple[str, bool, str], day_shift: int
) -> Cell:
    number_format, shows_date, font = style
    value: Any = raw
    if kind == xlrd.XL_CELL_BOOLEAN:
        cell_kind, value = CellKind.BOOLEAN, bool(raw)
    elif kind == xlrd.XL_CELL_ERROR:
        cell_kind, value = CellKind.ERROR, xlrd.error_text_from_code.get(raw, "#N/A")
    elif kind == xlrd.XL_CELL_TEXT:
        cell_kind = CellKind.TEXT
    else:
        number = from_float(float(raw))
        cell_kind = CellKind.DATE if shows_date else CellKind.NUMBER
        value = number + day_shift if shows_date else number
    return Cell(row, col, cell_kind, value, "", True, number_format, font)


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
        first = address(coords[2] + 1, coords[4] + 1)
        last = address(coords[3], coords[5])
        area = first if first == last else f"{first}:{last}"
        found.setdefault(name.name, (sheets[coords[0]], area))
    return found
