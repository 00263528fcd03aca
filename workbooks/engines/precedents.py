"""Precedents: the cells that wanted cells are computed from, and no others.

A book is loaded into an engine for the figures of its table; what else lies in it stays outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workbooks.engines.formulas_text import Formula, engine_formula, read_formula
from workbooks.engines.port import Target
from workbooks.files.book import Book, Cell, Range, Sheet, area_size

MAX_CELLS = 50_000
"""Cells that an engine is given; the largest table needs 2,000."""

MAX_STEPS = 2_000_000
"""Cells looked at on the way, one that stands in many areas as often: some 0.2 µs each."""

MAX_TEXT = 1_000_000
"""Characters that `&` may grow a text to: thirty cells that double one make a thousand million."""

MAX_DEPTH = 128
"""Brackets in brackets; Excel takes 64 levels of functions."""

_NONE = Sheet("")
"""For a sheet that a formula names and the book has not."""

_ARRAY_MAKERS = frozenset({"SEQUENCE", "RANDARRAY", "MAKEARRAY", "EXPAND", "MUNIT"})
"""Functions that fill the memory with one call; no form needs them."""


@dataclass
class Needed:
    """The cells for an engine: formulas as it knows them, and cells that are values to it."""

    formulas: dict[Target, str] = field(default_factory=dict)
    values: dict[Target, Cell] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    """All sheets of the book: a formula may name one of which nothing is needed."""
    wanted: list[Target] = field(default_factory=list)
    """The targets that can be asked for."""
    _precedents: dict[Target, tuple[tuple[str, Range], ...]] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    def leave_out(self, cells: Iterable[Target]) -> None:
        """Drop cells of which nothing can be said, and every cell computed from them."""
        lost = set(cells)
        if not lost:
            return
        followers: dict[Target, list[Target]] = {}
        for cell, areas in self._precedents.items():
            for sheet, area in areas:
                for place in _inside(self._sheets.get(sheet, _NONE), area):
                    followers.setdefault((sheet, *place), []).append(cell)
        todo = list(lost)
        while todo:
            for follower in followers.get(todo.pop(), ()):
                if follower not in lost:
                    lost.add(follower)
                    todo.append(follower)
        for cell in lost:
            self.formulas.pop(cell, None)
            self.values.pop(cell, None)
        self.wanted = [target for target in self.wanted if target not in lost]


class _TooMuch(Exception):
    """More cells than an engine is given."""


def needed(book: Book, targets: Iterable[Target]) -> Needed:
    """The wanted cells and their precedents; nothing where there are more than an engine gets."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    found = Needed(sheets=tuple(sheets), wanted=list(dict.fromkeys(targets)), _sheets=sheets)
    try:
        _Walk(book, found).run()
    except _TooMuch:
        return Needed()
    refused = [
        cell
        for cell, formula in found.formulas.items()
        if read_formula(formula).functions & _ARRAY_MAKERS or _is_deep(formula)
    ]
    found.leave_out([*refused, *_endless(found)])
    return found


class _Walk:
    """From the wanted cells to what they are computed from."""

    def __init__(self, book: Book, found: Needed) -> None:
        self._found = found
        self._folded = {name.casefold(): name for name in reversed(found._sheets)}
        self._names = {name.casefold(): where for name, where in book.names.items()}
        self._areas: set[tuple[str, Range]] = set()
        self._todo = list(found.wanted)
        self._steps = 0

    def run(self) -> None:
        """Fill what was found. Raises _TooMuch."""
        found, sheets = self._found, self._found._sheets
        while self._todo:
            target = self._todo.pop()
            if target in found.formulas or target in found.values or target[0] not in sheets:
                continue
            cell = sheets[target[0]].cells.get(target[1:])
            if cell is None:
                continue
            if len(found.formulas) + len(found.values) >= MAX_CELLS:
                raise _TooMuch
            text = self._without_names(engine_formula(cell.formula)) if cell.formula else ""
            if text and "[" not in text:
                found.formulas[target] = text
                self._precede(target, read_formula(text))
            else:  # another workbook is not here: as it was stored
                found.values[target] = cell

    def _precede(self, target: Target, formula: Formula) -> None:
        areas = []
        for name, area in self._areas_of(formula):
            sheet = self._folded.get(name.casefold(), "") if name else target[0]
            areas.append((sheet, area))
            if not sheet or (sheet, area) in self._areas:
                continue
            self._areas.add((sheet, area))
            held = self._found._sheets[sheet]
            self._steps += min(area_size(area), len(held.cells))
            if self._steps > MAX_STEPS:
                raise _TooMuch
            self._todo += [(sheet, *place) for place in _inside(held, area)]
        self._found._precedents[target] = tuple(areas)

    def _areas_of(self, formula: Formula) -> Iterator[tuple[str, Range]]:
        if formula.is_dynamic:
            from workbooks.files.limits import COLUMNS, ROWS

            for sheet in self._found._sheets:
                yield sheet, (1, 1, ROWS, COLUMNS)
        else:
            yield from formula.areas

    def _without_names(self, formula: str) -> str:
        """The formula with the areas that its names stand for: engines get no names."""
        for name in set(read_formula(formula).names) if self._names else ():
            where = self._names.get(name.casefold())
            if where is not None:
                sheet = where[0].replace("'", "''")
                area = re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", where[1])
                pattern = rf'("[^"]*")|(?<![\w.!\'])({re.escape(name)})(?![\w.(!])'
                formula = re.sub(
                    pattern,
                    lambda match, new=f"'{sheet}'!{area}": match[1] or new,  # type: ignore[misc]
                    formula,
                )
        return formula


def _inside(sheet: Sheet, area: Range) -> list[tuple[int, int]]:
    """The places in an area that hold something, by whichever way is shorter."""
    top, left, bottom, right = area
    if area == (top, left, top, left):
        return [(top, left)] if (top, left) in sheet.cells else []
    if area_size(area) > len(sheet.cells):
        return [
            (row, col) for row, col in sheet.cells if top <= row <= bottom and left <= col <= right
        ]
    cells = sheet.cells
    return [
        (row, col)
        for row in range(top, bottom + 1)
        for col in range(left, right + 1)
        if (row, col) in cells
    ]


def _is_deep(formula: str) -> bool:
    if formula.count("(") <= MAX_DEPTH:
        return False
    deepest = depth = 0
    for sign in formula:
        if sign == "(":
            depth += 1
            deepest = max(deepest, depth)
        elif sign == ")":
            depth -= 1
    return deepest > MAX_DEPTH


def _endless(found: Needed) -> list[Target]:
    """Cells whose text `&` would grow beyond what is computed, by the lengths of its parts."""
    if not any(any(read_formula(formula).joined) for formula in found.formulas.values()):
        return []
    longest: dict[Target, int] = {}
    for cell in _in_order(found):
        formula = found.formulas[cell]
        about = read_formula(formula)
        # Of a dynamic formula the areas are the whole book.
        joined = (0,) * len(found.sheets) if about.is_dynamic else about.joined
        handed_on, chains = 0, dict.fromkeys(joined, 0)
        for (sheet, area), chain in zip(found._precedents[cell], joined, strict=True):
            parts = [
                longest.get((sheet, *place), _length(found, (sheet, *place)))
                for place in _inside(found._sheets.get(sheet, _NONE), area)
            ]
            if chain:
                chains[chain] += sum(parts)
            else:
                handed_on = max(handed_on, *parts, 0)
        length = max(handed_on, *chains.values(), 0) + len(formula)
        longest[cell] = min(length, MAX_TEXT + 1)
    return [cell for cell, length in longest.items() if length > MAX_TEXT]


def _length(found: Needed, cell: Target) -> int:
    held = found.values.get(cell)
    return len(held.value) if held is not None and isinstance(held.value, str) else 32


def _in_order(found: Needed) -> Iterator[Target]:
    """The formulas, each after those it is computed from; circles are broken anywhere."""
    done: set[Target] = set()
    for first in found.formulas:
        stack = [(first, False)]
        while stack:
            cell, is_ready = stack.pop()
            if is_ready:
                yield cell
                continue
            if cell in done:
                continue
            done.add(cell)
            stack.append((cell, True))
            for sheet, area in found._precedents[cell]:
                stack += [
                    ((sheet, *place), False)
                    for place in _inside(found._sheets.get(sheet, _NONE), area)
                    if (sheet, *place) in found.formulas and (sheet, *place) not in done
                ]
