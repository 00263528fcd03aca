"""Recalculate with `formulas`: slower, written by others again; what `--deep` adds."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from typing import Any

from udfs import FUNCTIONS, call
from udfs.results import CellError
from workbooks.engines.formulas_text import read_formula
from workbooks.engines.port import (
    ERRORS,
    Recalculated,
    Target,
    is_ours_to_stop,
    number_of,
    without_unknown_functions,
)
from workbooks.engines.precedents import Needed, needed
from workbooks.files.book import Book, CellKind, address, area_size

MAX_FORMULAS = 1_500
"""Formulas that it is given, 2 to 5 ms each; the largest table has 700."""

MAX_AREA = 20_000
"""Cells of an area of a formula, empty ones too: it makes arrays of all of them."""

_BOOK = "B"
_UNBOUNDED = frozenset({"REPT", "SUBSTITUTE", "OFFSET", "INDIRECT", "ROW", "COLUMN"})
"""Functions that it gives no bound to, or does not know what they refer to."""

_WILDCARDS = 3
_UNSAID = object()


def recalculate_deep(book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
    """Evaluate cells from their formulas. Nothing can be said of those that are left out."""
    cells = needed(book, targets)
    cells.leave_out([place for place, text in cells.formulas.items() if not _bounded(text)])
    cells.leave_out([place for place, cell in cells.values.items() if _is_wild(str(cell.value))])
    if not cells.wanted or len(cells.formulas) > MAX_FORMULAS:
        return {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return without_unknown_functions(book, _solved(cells))
    except BaseException as error:
        if is_ours_to_stop(error):
            raise
        return {}


def _solved(cells: Needed) -> dict[Target, Recalculated]:
    import formulas

    functions = formulas.get_functions()
    for function in FUNCTIONS:
        functions[function.name] = _served(function.name)
    try:
        solution = _model(cells).calculate()
    except Exception:  # a formula that it cannot read takes all others with it
        parser = formulas.Parser()
        cells.leave_out([p for p, text in cells.formulas.items() if not _readable(parser, text)])
        solution = _model(cells).calculate()
    found: dict[Target, Recalculated] = {}
    for target in cells.wanted:
        item = solution.get(_reference(target))
        if item is None:
            value: Any = _UNSAID if target in cells.formulas else None
        else:
            value = _value(_plain(item.value[0, 0]))
        if value is not _UNSAID:
            found[target] = value
    return found


def _model(cells: Needed) -> Any:
    import formulas

    content: dict[str, Any] = {
        _reference(place): f"={text}" for place, text in cells.formulas.items()
    }
    for place, cell in cells.values.items():
        if cell.kind in (CellKind.NUMBER, CellKind.DATE):
            content[_reference(place)] = float(cell.value)
        elif cell.value != "":
            content[_reference(place)] = cell.value
    return formulas.ExcelModel().from_dict(content)


def _bounded(text: str) -> bool:
    """Whether evaluating the formula ends soon, as far as its text tells."""
    about = read_formula(text)
    return not (
        about.functions & _UNBOUNDED
        or about.is_dynamic
        or any(area_size(area) > MAX_AREA for _, area in about.areas)
        or _is_wild("".join(re.findall(r'"[^"]*"', text)))
    )


def _is_wild(text: str) -> bool:
    """A pattern whose wildcards it tries in more ways than can be waited for."""
    return text.count("*") + text.count("?") > _WILDCARDS


def _readable(parser: Any, text: str) -> bool:
    try:
        parser.ast(f"={text}")
    except Exception:
        return False
    return True


def _reference(place: Target) -> str:
    sheet, row, column = place
    return f"'[{_BOOK}]{sheet.upper()}'!{address(row, column)}"


def _served(name: str) -> Any:
    def serve(*arguments: Any) -> Any:
        from formulas.tokens.operand import XlError

        result = call(name, *(_argument(argument) for argument in arguments))
        return XlError(result.value) if isinstance(result, CellError) else result

    return serve


def _argument(argument: Any) -> Any:
    table = getattr(argument, "value", argument)
    if hasattr(table, "tolist"):
        rows = table.tolist()
        return tuple(
            tuple(_plain(v) for v in row) if isinstance(row, list) else _plain(row)
            for row in (rows if isinstance(rows, list) else [rows])
        )
    return _plain(argument)


def _plain(value: Any) -> Any:
    """A value of `formulas` as a plain one: numpy numbers, its blank, its errors."""
    import numpy

    if isinstance(value, numpy.generic):
        return value.item()
    text = str(value)
    if text == "empty":
        return None
    return value if isinstance(value, str | int | float | bool) else text


def _value(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return number_of(float(value))
    if value is None:
        return None
    text = str(value)  # an error is a text of a class of its own
    return _UNSAID if text.startswith("#") and text not in ERRORS else text
