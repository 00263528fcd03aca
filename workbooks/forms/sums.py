"""Sums: the total, the index and the sums of the pillars that an office states, wherever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reading.typed import ReadKind, read
from scoring.findings import Finding
from workbooks.files.book import Cell, CellKind
from workbooks.forms.form import Typed
from workbooks.forms.lines import Line
from workbooks.forms.scores import first_filled, read_score
from workbooks.forms.sheets import Found


@dataclass
class Sums:
    """What an office states of the whole."""

    total: Typed | None = None
    index: Typed | None = None
    pillars: dict[str, Typed] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_sums(found: Sequence[Found], sums: Sequence[Found]) -> Sums:
    """Read the sums beside the rows; what is not there, from the sheets with sums alone."""
    result = Sums()
    for place in (*found, *sums):
        matched, only = place.matched, _only_pillar(place, found)
        if matched.total is not None and only:
            # The rows stand on a sheet a pillar: the sum below them is that pillar's.
            matched.subtotals.append((only, matched.total))
        elif matched.total is not None and (result.total is None or result.total.value is None):
            result.total = _take(place, matched.total, result) or result.total
        if matched.index is not None and result.index is None:
            result.index = _index(place, matched.index)
        for code, line in _pillars(place):
            if code not in result.pillars:
                typed = _take(place, line, result)
                if typed is not None and typed.value is not None:
                    result.pillars[code] = typed
    return result


def _only_pillar(place: Found, found: Sequence[Found]) -> str:
    """The pillar of a sheet that holds no other, where other sheets hold the others."""
    pillars = {block.entry.pillar for block in place.matched.blocks}
    return pillars.pop() if len(pillars) == 1 and len(found) > 1 else ""


def _pillars(place: Found) -> Iterator[tuple[str, Line]]:
    yield from ((entry.code, line) for entry, line in place.matched.pillars)
    yield from place.matched.subtotals


def _take(place: Found, line: Line, result: Sums) -> Typed | None:
    cell = first_filled(place.sheet, [line], place.columns.score)
    score = read_score(place.sheet, cell, "")
    if score.finding is not None:
        result.findings.append(replace(score.finding, indicator=""))
    return Typed(score.value, place.sheet.name, score.cell) if score.cell else None


def _index(place: Found, line: Line) -> Typed | None:
    """The index as a percentage of 0–100, however it is written."""
    for col in (place.columns.score, *place.columns.results, place.columns.max):
        cell = place.sheet.at(line.row, col) if col else None
        value = _rate(cell) if cell is not None else None
        if cell is not None and value is not None:
            return Typed(value, place.sheet.name, cell.address)
    return None


def _rate(cell: Cell) -> Fraction | None:
    if cell.kind is CellKind.NUMBER and cell.cached:
        number = Fraction(cell.value)
        # The index never exceeds its maximum: up to 1 it is written as a ratio.
        return number * 100 if cell.is_percent or number <= 1 else number
    said = read(str(cell.value)) if cell.kind is CellKind.TEXT else None
    known = said is not None and said.kind in (ReadKind.PERCENT, ReadKind.NUMBER)
    return Fraction(said.value) if said is not None and known and said.value else None
