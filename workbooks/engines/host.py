"""A spreadsheet program as the engine: what it made of a copy of the workbook.

Where the engines are not at hand (LibreOffice's own Python), the program itself recalculates a
copy that it opened beside the workbook. It shares no code with ours, and the workbook of the
official stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbooks.engines.port import Engine, Recalculated, Target
from workbooks.files.book import Book, Cell, CellKind


def host_engine(recalculated: Book) -> Engine:
    """The engine that gives what stands in a copy which a program has recalculated."""

    def evaluate(book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
        found: dict[Target, Recalculated] = {}
        for target in targets:
            sheet = recalculated.by_name.get(target[0])
            if sheet is not None:
                found[target] = _value(sheet.cells.get(target[1:]))
        return found

    return evaluate


def _value(cell: Cell | None) -> Recalculated:
    """What a cell shows, as an engine says it."""
    if cell is None:
        return None
    if cell.kind is CellKind.BOOLEAN:
        return int(cell.value)
    return cell.value
