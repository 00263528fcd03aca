"""Independent engines: they share no code with ours and compute the native formulas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

Cells = Mapping[str, Any]
"""Address on one sheet → value, or a formula that starts with `=`."""

OPTIONS = "dti_danh_muc"


def formualizer_engine(cells: Cells, options: Cells, target: str) -> Any:
    """Evaluate one cell with formualizer."""
    import formualizer

    engine = formualizer.Workbook()
    for sheet, content in (("S", cells), (OPTIONS, options)):
        engine.add_sheet(sheet)
        for address, value in content.items():
            row, column = _place(address)
            if isinstance(value, str) and value.startswith("="):
                engine.set_formula(sheet, row, column, value)
            elif value is not None:
                engine.set_value(sheet, row, column, value)
    return _plain(engine.evaluate_cell("S", *_place(target)))


def ironcalc_engine(cells: Cells, options: Cells, target: str) -> Any:
    """Evaluate one cell with IronCalc."""
    import ironcalc

    model = ironcalc.create("parity", "en", "UTC", "en")
    model.new_sheet()
    model.rename_sheet(0, "S")
    model.rename_sheet(1, OPTIONS)
    for sheet, content in ((0, cells), (1, options)):
        for address, value in content.items():
            if isinstance(value, bool):
                model.update_cell_with_bool(sheet, *_place(address), value)
            elif isinstance(value, str) and value.startswith("="):
                model.set_user_input(sheet, *_place(address), value)
            elif isinstance(value, str):
                model.update_cell_with_text(sheet, *_place(address), value)
            elif value is not None:
                model.update_cell_with_number(sheet, *_place(address), float(value))
    model.evaluate()
    # Not the formatted value: that has nine decimals.
    return _plain(model.get_cell_value(0, *_place(target)))


ENGINES: dict[str, Callable[[Cells, Cells, str], Any]] = {
    "formualizer": formualizer_engine,
    "ironcalc": ironcalc_engine,
}


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]), column


def _plain(value: Any) -> Any:
    """A number, a text, or `#ERROR`."""
    if isinstance(value, dict) or (isinstance(value, str) and value.startswith("#")):
        return "#ERROR"
    if isinstance(value, int | float):
        return float(value)
    return value or ""


def same(score: Fraction | None, waiting: bool, value: Any) -> bool:
    """Whether a cell shows what the engine says."""
    if score is None:
        return bool(value == ("" if waiting else "#ERROR"))
    return isinstance(value, float) and abs(value - float(score)) <= 1e-9
