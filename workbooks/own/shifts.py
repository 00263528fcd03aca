"""Shifts: where the rows and sheets of our workbook stand now, by the names it carries.

A name follows its cell when an official inserts rows or renames a sheet. A row without a name of
its own moves with the named rows around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from workbooks.design.draft import Design
from workbooks.design.grid import AS_BUILT, Shifts
from workbooks.files.book import Book, Cell, range_of

Cells = Mapping[tuple[int, int], Cell]
Marks = Sequence[tuple[int, object]]
"""Columns and the texts that were printed there; a formula is told by `_FORMULA`."""
_FORMULA = object()


def shifts_of(book: Book, design: Design) -> Shifts:
    """How a file differs from the design as it was built; AS_BUILT where nothing moved.

    One name that leads astray moves nothing: the names of a sheet and of a row vote, and rows keep
    their order.
    """
    sheets = _sheets(book, design)
    votes: dict[str, dict[int, Counter[int]]] = {}
    for name, area in design.names.items():
        where = book.names.get(name)
        if where is None or where[0] != sheets.get(area.sheet):
            continue
        first, left, last, right = range_of(where[1])
        if (left - 1, right - 1) != (area.column, area.last_column):
            continue
        rows = votes.setdefault(area.sheet, {})
        rows.setdefault(area.row, Counter())[first - 1] += 1
        if last - first == area.last_row - area.row:
            rows.setdefault(area.last_row, Counter())[last - 1] += 1
    renamed = {built: now for built, now in sheets.items() if built != now}
    moved: dict[tuple[str, int], int] = {}
    for sheet, counted in votes.items():
        anchors = _in_order({row: votes.most_common(1)[0][0] for row, votes in counted.items()})
        last = max((place.row for place in design.styles if place.sheet == sheet), default=0)
        rows_now = _placed(anchors, _marks(design, sheet), book.by_name[sheets[sheet]].cells, last)
        moved |= {(sheet, row): now for row, now in rows_now.items() if now != row}
    return Shifts(renamed, moved) if renamed or moved else AS_BUILT


def _sheets(book: Book, design: Design) -> dict[str, str]:
    """The name of today of every sheet that has names, as most of them say."""
    votes: dict[str, Counter[str]] = {}
    for name, area in design.names.items():
        where = book.names.get(name)
        if where is not None and where[0] in book.by_name:
            votes.setdefault(area.sheet, Counter())[where[0]] += 1
    return {built: counted.most_common(1)[0][0] for built, counted in votes.items()}


def _in_order(anchors: Mapping[int, int]) -> dict[int, int]:
    """The most anchors that keep the order of their rows: the longest rising run."""
    rows = sorted(anchors)
    ends: list[int] = []  # of the best run of each length, its last row
    before: dict[int, int | None] = {}
    tails: list[int] = []
    for row in rows:
        at = bisect_left(tails, anchors[row])
        tails[at : at + 1] = [anchors[row]]
        ends[at : at + 1] = [row]
        before[row] = ends[at - 1] if at else None
    kept: dict[int, int] = {}
    last: int | None = ends[-1] if ends else None
    while last is not None:
        kept[last] = anchors[last]
        last = before[last]
    return dict(sorted(kept.items()))


def _placed(
    anchors: Mapping[int, int], marks: Mapping[int, Marks], cells: Cells, last: int
) -> dict[int, int]:
    """The place of every row of a sheet: named ones as found, others with their neighbours.

    Between two names that moved apart, and below the last one, a row is where its texts are.
    """
    known, placed = sorted(anchors), dict(anchors)
    bottom = max((row for row, _ in cells), default=0)
    shift: int | None = None
    for row in range(last + 1):
        if row in anchors:
            shift = anchors[row] - row
            continue
        after = next(iter(known[bisect_left(known, row) :]), None)
        # A row above the first name may have stayed where it was.
        options = [row + (shift or 0)]
        options += [row + anchors[after] - after] if after is not None else []
        default = options[-1] if shift is None else options[0]
        found = {there: _alike(marks.get(row, ()), there, cells) for there in options}
        likely = [there for there, count in found.items() if count == max(found.values())]
        placed[row] = default if default in likely else likely[0]
        texts = tuple(mark for mark in marks.get(row, ()) if mark[1] is not _FORMULA)
        if not texts:
            continue
        if not any(_alike(texts, there, cells) for there in options):
            end = anchors[after] if after is not None else bottom
            beyond = range(max(0, placed[row] + 1), end)
            there = next((n for n in beyond if _alike(texts, n, cells) == len(texts)), None)
            if there is None:
                continue
            placed[row] = there
        shift = placed[row] - row
    return placed


def _alike(marks: Marks, row: int, cells: Cells) -> int:
    """How many of these texts stand in a row of the file; a formula is known by being one."""
    held = ((cells.get((row + 1, column + 1)), text) for column, text in marks)
    return sum(
        bool(cell.formula) if text is _FORMULA else cell.value == text
        for cell, text in held
        if cell is not None
    )


def _marks(design: Design, sheet: str) -> dict[int, list[tuple[int, object]]]:
    """The texts and formulas of each row, which tell where it went."""
    rows: dict[int, list[tuple[int, object]]] = {}
    for place, content in design.printed.items():
        if place.sheet == sheet and isinstance(content, str) and content:
            rows.setdefault(place.row, []).append((place.column, content))
    for formula in design.formulas.values():
        if formula.place.sheet == sheet:
            rows.setdefault(formula.place.row, []).append((formula.place.column, _FORMULA))
    return rows
