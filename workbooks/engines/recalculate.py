"""Recalculate: the workbook's own formulas, by an engine that shares no code with ours.

The default engine (`formualizer`) takes milliseconds; `--deep` adds `formulas`. Cells that call
our functions are served by the registry, as the add-in would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Any

from scoring.numbers import Rational, from_float
from udfs import FUNCTIONS, call
from udfs.results import CellError
from workbooks.files.book import Book, Cell, CellKind, address

Target = tuple[str, int, int]
"""Sheet, row, column (from 1)."""

Recalculated = Rational | str | None
"""A number, a text (an error as `#VALUE!`), or nothing."""


def recalculate(book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
    """Evaluate cells from their formulas, never from stored values.

    A cell that the engine gives up on is left out: nothing can be said of it.
    """
    import formualizer

    engine = formualizer.Workbook()
    for function in FUNCTIONS:
        engine.register_function(function.name, _served(function.name), min_args=0)
    wanted = list(targets)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for name in sheets:
        engine.add_sheet(name)
    for name, sheet in sheets.items():
        for (row, column), cell in sheet.cells.items():
            if cell.formula:
                formula = plain_formula(cell.formula)
                if "[" in formula:
                    _store(engine, name, cell)  # another workbook is not here: as it was stored
                else:
                    engine.set_formula(name, row, column, f"={formula}")
            else:
                _store(engine, name, cell)
    return {target: _value(value) for target, value in _evaluated(engine, wanted)}


def _store(engine: Any, sheet: str, cell: Cell) -> None:
    if cell.kind in (CellKind.NUMBER, CellKind.DATE):
        engine.set_value(sheet, cell.row, cell.col, float(cell.value))
    elif cell.value != "":
        engine.set_value(sheet, cell.row, cell.col, cell.value)


def _evaluated(engine: Any, targets: list[Target]) -> Iterator[tuple[Target, Any]]:
    """Values of cells; one that the engine gives up on does not take the others with it."""
    try:
        values = engine.evaluate_cells(targets) if targets else []
        yield from zip(targets, values, strict=True)
    except Exception:
        for target in targets:
            with suppress(Exception):
                yield target, engine.evaluate_cell(*target)


def recalculate_deep(book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
    """Evaluate the same cells with `formulas`, slower and written by others again."""
    import warnings

    import formulas

    cells: dict[str, Any] = {}
    for sheet in book.sheets:
        for (row, column), cell in sheet.cells.items():
            reference = f"'[{book.path.name}]{sheet.name.upper()}'!{address(row, column)}"
            if cell.formula:
                cells[reference] = f"={plain_formula(cell.formula)}"
            elif cell.value != "":
                cells[reference] = (
                    float(cell.value)
                    if cell.kind in (CellKind.NUMBER, CellKind.DATE)
                    else cell.value
                )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        functions = formulas.get_functions()
        for function in FUNCTIONS:
            functions[function.name] = _served_deep(function.name)
        model = formulas.ExcelModel().from_dict(cells)
        solution = model.calculate()
    found: dict[Target, Recalculated] = {}
    for target in targets:
        name, row, column = target
        reference = f"'[{book.path.name}]{name.upper()}'!{address(row, column)}"
        item = solution.get(reference)
        found[target] = None if item is None else _value(_plain_deep(item.value[0, 0]))
    return found


def agreed(
    one: dict[Target, Recalculated], other: dict[Target, Recalculated]
) -> dict[Target, Recalculated]:
    """What two engines say alike; where their numbers differ, nothing is said."""

    def differ(a: Recalculated, b: Recalculated) -> bool:
        numbers = isinstance(a, int | Fraction) and isinstance(b, int | Fraction)
        return numbers and abs(Fraction(a) - Fraction(b)) > Fraction(1, 10**6)  # type: ignore[arg-type]

    return {target: None if differ(v, other.get(target)) else v for target, v in one.items()}


def _served_deep(name: str) -> Any:
    def serve(*arguments: Any) -> Any:
        from formulas.tokens.operand import XlError

        result = call(name, *(_argument_deep(argument) for argument in arguments))
        return XlError(result.value) if isinstance(result, CellError) else result

    return serve


def _plain_deep(value: Any) -> Any:
    """A value of `formulas` as a plain one: numpy numbers, its blank, its errors."""
    import numpy

    if isinstance(value, numpy.generic):
        return value.item()
    text = str(value)
    if text == "empty":
        return None
    return value if isinstance(value, str | int | float | bool) else text


def _argument_deep(argument: Any) -> Any:
    table = getattr(argument, "value", argument)
    if hasattr(table, "tolist"):
        rows = table.tolist()
        return tuple(
            tuple(_plain_deep(v) for v in row) if isinstance(row, list) else _plain_deep(row)
            for row in (rows if isinstance(rows, list) else [rows])
        )
    return _plain_deep(argument)


def plain_formula(formula: str) -> str:
    """A call of ours as every host stores it, without the host's prefix.

    >>> plain_formula('[1]!DTI_SCORE("T","1.1",E2:E3)'), plain_formula("_xldudf_DTI_DTI_MAX(1)")
    ('DTI_SCORE("T","1.1",E2:E3)', 'DTI_MAX(1)')
    """
    if "DTI_" not in formula:
        return formula
    import re

    return re.sub(
        r"(?:\[\d+\]!|_xll\.|_xldudf_(?:[A-Z0-9]+_)??|VN\.DTI\.[A-Z]+\.)(?=DTI_[A-Z]+\()",
        "",
        formula,
    )


def _served(name: str) -> Any:
    def serve(*arguments: Any) -> Any:
        result = call(name, *(_argument(argument) for argument in arguments))
        if isinstance(result, CellError):
            return {"type": "Error", "kind": "Na" if result is CellError.NA else "Value"}
        return result

    return serve


def _argument(argument: Any) -> Any:
    if isinstance(argument, list | tuple):
        return tuple(_argument(item) for item in argument)
    return argument


def _value(value: Any) -> Recalculated:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "#" + str(value.get("kind", "VALUE!")).upper()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return from_float(float(value)) if float(value) - float(value) == 0 else "#NUM!"
    return str(value)
