"""Every formula of a built workbook, recalculated from the file by two independent engines."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbooks.design.draft import Content, Design
from workbooks.design.names import Key
from workbooks.engines import recalculate
from workbooks.files.book import Book, CellKind
from workbooks.files.scan import scan

Target = tuple[str, int, int]


def scanned(data: bytes) -> Book:
    """A workbook read back from its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(data)
        return scan(path)


def by_formualizer(book: Book, targets: list[Target]) -> dict[Target, Any]:
    """Every cell as formualizer computes it."""
    return dict(recalculate(book, targets))


def by_ironcalc(book: Book, targets: list[Target]) -> dict[Target, Any]:
    """Every cell as IronCalc computes it; it does not know our functions."""
    import ironcalc

    model = ironcalc.create("parity", "en", "UTC", "en")
    numbers = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    for _ in book.sheets[1:]:
        model.new_sheet()
    for name, number in numbers.items():
        model.rename_sheet(number, name)
    for sheet in book.sheets:
        number = numbers[sheet.name]
        for (row, column), cell in sheet.cells.items():
            if cell.formula:
                model.set_user_input(number, row, column, f"={cell.formula}")
            elif cell.kind is CellKind.BOOLEAN:
                model.update_cell_with_bool(number, row, column, bool(cell.value))
            elif cell.kind in (CellKind.NUMBER, CellKind.DATE):
                model.update_cell_with_number(number, row, column, float(cell.value))
            elif cell.value != "":
                model.update_cell_with_text(number, row, column, str(cell.value))
    model.evaluate()
    return {t: model.get_cell_value(numbers[t[0]], t[1], t[2]) for t in targets}


ENGINES = {"formualizer": by_formualizer, "IronCalc": by_ironcalc}


def differing(design: Design, values: Mapping[Key, Content], data: bytes, engine: str) -> list[str]:
    """`unlike`, of a workbook as its bytes."""
    return unlike(design, scanned(data), values, engine)


def unlike(design: Design, book: Book, values: Mapping[Key, Content], engine: str) -> list[str]:
    """Where an engine shows otherwise than the first values; empty when all agree."""
    targets = {key: formula.place.target for key, formula in design.formulas.items()}
    got = ENGINES[engine](book, list(targets.values()))
    wrong = []
    for key, target in targets.items():
        ours, theirs = plain(values[key]), plain(got.get(target, "(gave up)"))
        close = isinstance(ours, float) and isinstance(theirs, float) and abs(ours - theirs) <= 1e-9
        if ours != theirs and not close:
            wrong.append(
                f"{key} {target}: engine {ours!r} ≠ {theirs!r} {design.formulas[key].text}"
            )
    return wrong


def plain(value: Any) -> float | str:
    """A number, a text, or "#ERROR"."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return "#ERROR" if value.startswith("#") else value
    return float(value)
