"""Judging columns: which columns of a form hold values, and which only say what they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scoring.law import Law
from scoring.slots import SlotKind
from scoring.thresholds import LEVELS
from workbooks.files.book import CellKind
from workbooks.forms.sheets import Found
from workbooks.forms.titles import key, similarity

_JUDGING = re.compile(r"\bmuc\b(?! tieu)|\b(?:chua|khong) dat\b")
_LEAST = 3
_SAME = 0.9


def value_columns(place: Found, law: Law) -> tuple[int, ...]:
    """The columns with values; not those that say which level is met, or whether."""
    columns = place.columns
    rates = [col for col, symbol in columns.symbols.items() if symbol == "percent"]
    stated = [*columns.results, *rates]
    if not stated and columns.score is not None:
        stated = [columns.score]
    return tuple(
        col
        for col in sorted(stated)
        if not _JUDGING.search(key(" ".join(columns.titles.get(col, ("", "")))))
        and not _holds_levels(place, law, col)
        and not _prints_requirements(place, law, col)
    )


def _holds_levels(place: Found, law: Law, col: int) -> bool:
    """Bare numbers of 0–5 on all rows that ask for a rate are levels, whatever the header says."""
    filled = [
        cell
        for block in place.matched.blocks
        if any(slot.kind is SlotKind.PERCENT for slot in law.by_code[block.entry.code].slots)
        and (cell := place.sheet.at(block.main.row, col)) is not None
    ]
    return len(filled) >= _LEAST and all(
        cell.kind is CellKind.NUMBER and not cell.is_percent and cell.value in (0, *LEVELS)
        for cell in filled
    )


def _prints_requirements(place: Found, law: Law, col: int) -> bool:
    """The column only repeats what the plan asks for: «100%», «Có»."""
    texts = [
        (key(str(cell.value)), key(row.requirement))
        for block in place.matched.blocks
        if (row := law.by_code[block.entry.code]).requirement
        and (cell := place.sheet.at(block.main.row, col)) is not None
        and cell.kind is CellKind.TEXT
    ]
    # Whoever meets everything types «100%» and «Có» too: only long texts tell the printed ones.
    long = [similarity(typed, printed) for typed, printed in texts if len(printed) > 30]
    return len(long) >= _LEAST and all(likeness >= _SAME for likeness in long)


def part_and_whole(symbols: Mapping[int, str]) -> tuple[int, int] | None:
    """The columns headed tử số and mẫu số, where the form has both."""
    found = {symbol: col for col, symbol in symbols.items()}
    return (found["num"], found["den"]) if {"num", "den"} <= found.keys() else None
