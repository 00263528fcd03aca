"""Columns of foreign forms of levels: which of them hold the values of the criteria."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count, takewhile

from scoring.levels import LevelTable
from scoring.thresholds import LEVELS, ValueKind
from workbooks.files.book import CellKind
from workbooks.forms.header import header_texts
from workbooks.forms.sheets import Found
from workbooks.forms.titles import key

_JUDGING = re.compile(r"\bmuc\b(?! tieu)|\b(?:chua|khong) dat\b")
_LEAST = 3


def value_columns(place: Found, table: LevelTable) -> tuple[int, ...]:
    """The columns with values; not those that say which level is met, or whether."""
    columns = place.columns
    rates = [col for col, symbol in columns.symbols.items() if symbol == "percent"]
    stated = [*columns.results, *rates]
    if not stated and columns.score is not None:
        stated = [columns.score]
    top = takewhile(columns.headers.__contains__, count(columns.first_row))
    texts = header_texts(place.sheet, list(top))
    return tuple(
        col
        for col in sorted(stated)
        if not _JUDGING.search(key(" ".join(texts.get(col, ("", "")))))
        and not _holds_levels(place, table, col)
    )


def _holds_levels(place: Found, table: LevelTable, col: int) -> bool:
    """Bare numbers of 0–5 on all rows that ask for a rate are levels, whatever the header says."""
    filled = [
        cell
        for block in place.matched.blocks
        if table.by_code[block.entry.code].kind is ValueKind.PERCENT
        and (cell := place.sheet.at(block.main.row, col)) is not None
    ]
    return len(filled) >= _LEAST and all(
        cell.kind is CellKind.NUMBER and not cell.is_percent and cell.value in (0, *LEVELS)
        for cell in filled
    )


def part_and_whole(columns: Mapping[int, str]) -> tuple[int, int] | None:
    """The columns headed tử số and mẫu số, where the form has both."""
    found = {symbol: col for col, symbol in columns.items()}
    return (found["num"], found["den"]) if {"num", "den"} <= found.keys() else None
