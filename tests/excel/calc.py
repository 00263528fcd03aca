"""LibreOffice for the Excel side: a workbook of golden calls, run by our VBA or by our extension.

LibreOffice's VBA mode stands in for Excel's. What it cannot carry is left out, and counted: its
VBA gets 0 for an error in a cell and for an argument that was left out, 1 for TRUE, and no joined
range; a function of an extension is not called with an error, and a single blank cell is 0 there.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from tests.excel.golden import LEFT_OUT, Call, leaves
from tests.libreoffice.office import NOT_AVAILABLE, VALUE_ERROR, Cell
from xl_addin.excel.xlsm import as_xlsm

OLE = Path(__file__).with_name("ole")
FIRST_COLUMN = 2
_EXTENSION_ERRORS = {VALUE_ERROR: 2015, NOT_AVAILABLE: 2042}


def ole_extension(folder: Path, **settings: Any) -> Path:
    """The extension that answers VBA's CreateObject, with its settings (see `ole_objects.py`)."""
    shutil.copytree(OLE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    settings.setdefault("log", str(folder.with_suffix(".log")))
    (folder / "settings.json").write_text(json.dumps(settings))
    return folder


def log(extension: Path) -> list[list[Any]]:
    """The calls that the extension saw."""
    path = extension.with_suffix(".log")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def carried_by_vba(call: Call) -> bool:
    """Whether LibreOffice's VBA gets what Excel's would."""
    joined = any(isinstance(a, dict) for a in call.arguments)
    return not joined and not any(isinstance(v, dict | bool) for v in leaves(call.arguments))


def carried_by_extension(call: Call) -> bool:
    """Whether a Calc add-in gets it."""
    blank = any(a is None for a in call.arguments)
    lost = any(isinstance(v, bool) or _is_error(v) for v in leaves(call.arguments))
    joined = any(isinstance(a, dict) and "areas" in a for a in call.arguments)
    return not (blank or lost or joined)


def _is_error(value: Any) -> bool:
    return isinstance(value, dict) and "error" in value


def book_of_calls(path: Path, calls: Sequence[Call]) -> Path:
    """A workbook with one call in each row of column A, and its ranges to the right."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Calls")
        row = 0
        for call in calls:
            row += _write(sheet, row, call)
    return path


def rows_of(calls: Sequence[Call]) -> list[int]:
    """The row (from 1) of each call."""
    rows, row = [], 0
    for call in calls:
        rows.append(row + 1)
        row += _height(call)
    return rows


def _height(call: Call) -> int:
    ranges = [r for a in call.arguments for r in _ranges(a)]
    return max((len(r) for r in ranges), default=1)


def _ranges(argument: Any) -> list[list[list[Any]]]:
    if isinstance(argument, dict) and "areas" in argument:
        return list(argument["areas"])
    return [argument] if isinstance(argument, list) else []


def _write(sheet: Any, row: int, call: Call) -> int:
    column, words = FIRST_COLUMN, []
    for argument in call.arguments:
        places = []
        for cells in _ranges(argument) or ([[[None]]] if argument is None else []):
            for down, line in enumerate(cells):
                for right, value in enumerate(line):
                    _put(sheet, row + down, column + right, value)
            last = (row + len(cells) - 1, column + len(cells[0]) - 1)
            places.append(xl_range(row, column, *last) if last != (row, column) else "")
            places[-1] = places[-1] or xl_rowcol_to_cell(row, column)
            column += len(cells[0]) + 1
        words.append(_word(argument, places))
    sheet.write_formula(row, 0, f"={call.name}({','.join(words)})")
    return _height(call)


def _word(argument: Any, places: list[str]) -> str:
    if places:
        return places[0] if len(places) == 1 else f"({','.join(places)})"
    if argument == LEFT_OUT:
        return ""
    if isinstance(argument, bool):
        return str(argument).upper()
    if isinstance(argument, str):
        doubled = argument.replace('"', '""')
        return f'"{doubled}"'
    return repr(argument)


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def with_vba(path: Path) -> Path:
    """The same workbook with our functions inside."""
    target = path.with_suffix(".xlsm")
    target.write_bytes(as_xlsm(path.read_bytes()))
    return target


def by_vba(cell: Cell) -> Any:
    """A result of a VBA function; LibreOffice shows CVErr(2015) as a text."""
    error = re.fullmatch(r"Error (\d+)", str(cell.value))
    if error:
        return {"error": int(error[1])}
    return _result(cell)


def by_extension(cell: Cell) -> Any:
    """A result of a function of the extension."""
    if cell.error:
        return {"error": _EXTENSION_ERRORS.get(cell.error, -cell.error)}
    return _result(cell)


def _result(cell: Cell) -> Any:
    if cell.error:
        return {"error": -cell.error}
    return "" if cell.value is None else cell.value


def same(one: Any, other: Any) -> bool:
    """Equal results; numbers to the last digits that two ways of printing share."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-12 * max(1, abs(one))
    return bool(one == other)
