"""Owners: which row of the table a row of a sheet belongs to."""

from __future__ import annotations

from workbooks.design.draft import Design
from workbooks.design.grid import Place


def rows_of(design: Design) -> dict[tuple[str, int], str]:
    """The row of the table that a row of a sheet belongs to."""
    codes: dict[tuple[str, int], str] = {}
    places: list[tuple[str, Place]] = [
        *((key.code, place) for key, place in design.fields.items()),
        *((key.code, formula.place) for key, formula in design.formulas.items()),
    ]
    for code, place in places:
        if code in design.law.by_code:
            codes.setdefault((place.sheet, place.row), code)
    return codes
