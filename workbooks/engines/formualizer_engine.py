"""Recalculate with formualizer: milliseconds a workbook, and no code in common with ours.

Cells that call our functions are served by the registry, as the add-in would.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from udfs import FUNCTIONS, call
from udfs.results import CellError
from workbooks.engines.port import (
    Recalculated,
    Target,
    is_ours_to_stop,
    number_of,
    without_unknown_functions,
)
from workbooks.engines.precedents import Needed, needed
from workbooks.files.book import Book, Cell, CellKind

MAX_SECONDS = 4.0
"""What evaluating one book may take: half of it together, the rest cell by cell where that was too
long. The largest table takes 0.01."""

_LONGEST = 32_767
_UNSAID = object()
_NAMES = {
    "Null": "#NULL!",
    "Div": "#DIV/0!",
    "Value": "#VALUE!",
    "Ref": "#REF!",
    "Name": "#NAME?",
    "Num": "#NUM!",
    "Na": "#N/A",
}
_KINDS = {error: kind for kind, error in _NAMES.items()}


def recalculate(book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
    """Evaluate cells from their formulas. Nothing can be said of those that are left out."""
    cells = needed(book, targets)
    if not cells.wanted:
        return {}
    try:
        engine = _loaded(cells)
        found = _evaluated(engine, cells.wanted)
    except BaseException as error:
        if is_ours_to_stop(error):
            raise
        return {}
    return without_unknown_functions(book, found)


def _loaded(cells: Needed) -> Any:
    """An engine with the cells in it; formulas that it cannot read are left out of both."""
    import formualizer

    settings = formualizer.EvaluationConfig()
    settings.enable_parallel = False  # a book is smaller than what starting threads costs
    settings.max_eval_time_ms = int(MAX_SECONDS / 2 * 1000)
    engine = formualizer.Workbook(
        config=formualizer.WorkbookConfig(eval_config=settings, enable_changelog=False)
    )
    engine.set_temporal_egress("serial")
    for function in FUNCTIONS:
        engine.register_function(function.name, served(function.name), min_args=0)
    # Its own has no bound: five nested ones fill the memory.
    engine.register_function(
        "SUBSTITUTE", _substitute, min_args=3, max_args=4, allow_override_builtin=True
    )
    for sheet in cells.sheets:
        engine.add_sheet(sheet)
    refused = []
    for place, formula in cells.formulas.items():
        try:
            engine.set_formula(*place, f"={formula}")
        except Exception:
            refused.append(place)
    for place, cell in cells.values.items():
        _store(engine, place, cell)
    cells.leave_out(refused)
    return engine


def _store(engine: Any, place: Target, cell: Cell) -> None:
    if cell.kind in (CellKind.NUMBER, CellKind.DATE):
        engine.set_value(*place, float(cell.value))
    elif cell.kind is CellKind.ERROR:
        kind = _KINDS.get(str(cell.value))
        engine.set_formula(*place, f"={cell.value}" if kind else "=#VALUE!")
    elif cell.value != "":
        engine.set_value(*place, cell.value)


def _evaluated(engine: Any, targets: list[Target]) -> dict[Target, Recalculated]:
    """Values of cells; one that the engine gives up on does not take the others with it."""
    until = time.monotonic() + MAX_SECONDS
    found: dict[Target, Recalculated] = {}
    try:
        engine.evaluate_all()
        read = engine.get_value
    except BaseException as error:
        if is_ours_to_stop(error):
            raise
        read = engine.evaluate_cell
    for target in targets:
        if time.monotonic() > until:
            break
        try:
            value = _value(read(*target))
        except BaseException as error:
            if is_ours_to_stop(error):
                raise
            continue
        if value is not _UNSAID:
            found[target] = value
    return found


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return _NAMES.get(str(value.get("kind")), _UNSAID)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return number_of(float(value))
    return _UNSAID


def _error(error: str) -> dict[str, str]:
    return {"type": "Error", "kind": _KINDS[error]}


def served(name: str) -> Any:
    """A function of ours as formualizer calls it."""

    def serve(*arguments: Any) -> Any:
        result = call(name, *(_argument(argument) for argument in arguments))
        return _error(result.value) if isinstance(result, CellError) else result

    return serve


def _argument(argument: Any) -> Any:
    if isinstance(argument, list):
        return tuple(_argument(item) for item in argument)
    return argument


def _substitute(text: Any, old: Any, new: Any, which: Any = None) -> Any:
    """SUBSTITUTE of Excel, which gives #VALUE! for more characters than a cell holds."""
    if isinstance(text, list):
        return [_substitute(item, old, new, which) for item in text]
    for argument in (text, old, new, which):
        if isinstance(argument, dict):
            return argument
        if isinstance(argument, list):
            return _error("#VALUE!")
    words, before, after = _words(text), _words(old), _words(new)
    if not before:
        return words
    if which is None:
        if len(words) + words.count(before) * (len(after) - len(before)) > _LONGEST:
            return _error("#VALUE!")
        return words.replace(before, after)
    if isinstance(which, str) or which < 1:
        return _error("#VALUE!")
    pieces = words.split(before)
    at = int(which)
    if at >= len(pieces):
        return words
    return before.join(pieces[:at]) + after + before.join(pieces[at:])


def _words(value: Any) -> str:
    """A value as it is joined to a text.

    >>> _words(7.06), _words(600.0), _words(True), _words(None)
    ('7.06', '600', 'TRUE', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
