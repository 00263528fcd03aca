"""Many units on one sheet: found and named, never mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scoring.findings import Finding, finding
from texts import Text, text
from workbooks.files.book import address
from workbooks.forms.findings import place_of_line
from workbooks.forms.sheets import Found
from workbooks.forms.values import is_blank

_UNIT = re.compile(
    r"\s*(?:ubnd\s+)?(xã|phường|thị trấn|tt|huyện|thị xã|thành phố|tp|sở|ban|phòng)\.?\s+\S"
)
_JUDGE = re.compile(
    r"chấm|đánh giá|thẩm định|phúc tra|điểm|chủ trì|phối hợp|phụ trách|hướng dẫn|tính|kiểm tra"
)
_LEAST = 3


def many_units(found: Sequence[Found]) -> Finding | None:
    """One finding where a sheet holds the figures of several units, side by side or one below."""
    for place in found:
        beside = _beside(place)
        if beside:
            return _finding(place, address(place.columns.first_row, min(beside)), beside.values())
        below = place.matched.duplicates
        if len(below) >= _LEAST and len(below) * 2 >= len(place.matched.blocks):
            first = [place.matched.blocks[0].main, below[0].main]
            cells = [place_of_line(line, place) for line in first]
            return _finding(place, cells[1], [text("form.unit-from", cell=cell) for cell in cells])
    return None


def _finding(place: Found, cell: str, units: Iterable[str | Text]) -> Finding:
    why = text("form.many-units", sheet=place.sheet.name, units=tuple(units))
    return finding("layout-unknown", "", place.sheet.name, cell, why=why)


def _beside(place: Found) -> dict[int, str | Text]:
    """Filled columns that are headed by the names of units."""
    rows = [line.row for block in place.matched.blocks for line in block.lines]
    named: dict[int, tuple[str, str]] = {}
    for col, (whole, lowest) in place.columns.titles.items():
        name = next((words for words in _names(place, col, whole, lowest)), "")
        match = _UNIT.match(name.casefold())
        if match is None or col in place.columns.notes:
            continue
        filled = sum(not is_blank(place.sheet.at(row, col)) for row in rows)
        if filled >= _LEAST:
            named[col] = (match[1], " ".join(name.split()))
    kinds = [kind for kind, _ in named.values()]
    alike = {col: name for col, (kind, name) in named.items() if kinds.count(kind) >= 2}
    return dict(alike) if len(set(alike.values())) >= 2 else {}


def _names(place: Found, col: int, whole: str, lowest: str) -> Iterator[str]:
    """The unit that heads a column: in its own header, over it, or in the row above."""
    above = place.sheet.at(place.columns.first_row - 1, col)
    over = whole.removesuffix(lowest)
    for words in (lowest, over, str(above.value) if above is not None else ""):
        if _UNIT.match(words.casefold()) and not _JUDGE.search(words.casefold()):
            yield words
