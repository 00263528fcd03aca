"""One worksheet part of an .xlsx file: what it holds, nothing interpreted yet.

Read by handlers, whoever wrote it and however; `xlsx_usual` reads the usual way of writing faster.
A sheet is never held as a tree: most of its elements are empty styled cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from workbooks.files import limits
from workbooks.files.book import column_letters, place_of
from workbooks.files.refusals import too_much, unreadable
from workbooks.files.xml_parts import MAIN, new_parser, run

Attributes = list[str]
"""Name, value, name, value …, as expat hands them over."""


RawCell = tuple[str, int, str, str, str | None, str | None, dict[str, str] | None]
"""A cell that holds something, as it is written: column letters, row, style, kind, value, formula,
attributes of the formula. None: not there."""

_ADDRESS = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")


@dataclass
class RawSheet:
    """What a part holds. Columns and merged areas are as they are written."""

    cells: list[RawCell] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    columns: list[dict[str, str]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    protected: bool = False

    def row(self, attributes: dict[str, str], before: int) -> int:
        """The number of a row that follows another; remembered where it is hidden."""
        row = int(attributes.get("r") or before + 1)
        if not 1 <= row <= limits.ROWS:
            raise unreadable("damaged.place", place=f"A{row}")
        if attributes.get("hidden") in ("1", "true") or is_zero(attributes.get("ht")):
            self.hidden_rows.append(row)
        return row

    def column(self, attributes: dict[str, str]) -> None:
        """Keep the format of some columns. Raises Unreadable where there are too many."""
        if len(self.columns) >= limits.COLUMNS:
            raise too_much("columns", limits.COLUMNS)
        self.columns.append(attributes)

    def merge(self, reference: str) -> None:
        """Keep a merged area. Raises Unreadable where there are too many."""
        if len(self.merged) >= limits.MERGES:
            raise too_much("merges", limits.MERGES)
        self.merged.append(reference)


def is_zero(size: str | None) -> bool:
    """A height or a width that shows nothing."""
    return size is not None and float(size) == 0


def pairs(attributes: Attributes) -> dict[str, str]:
    """Attributes by name."""
    return dict(zip(attributes[::2], attributes[1::2], strict=True))


def read_sheet(content: bytes, part: str, room: int) -> RawSheet:
    """Read a worksheet. `room`: how many cells the book may still have. Raises Unreadable."""
    # Names without namespaces are read faster; they are enough where the root alone declares the
    # one of spreadsheets.
    plain = sum(content.count(f'"{name}"'.encode()) for name in MAIN) == 1
    parser = new_parser(part, None if plain else "}")
    parser.ordered_attributes = True
    sheet = RawSheet()
    rest = _Rest(sheet)

    def root(tag: str, _: Attributes) -> None:
        at = max(tag.rfind("}"), tag.rfind(":")) + 1
        rest.prefix = at
        parser.CharacterDataHandler = rest.pieces.append
        start, end = _handlers(tag[:at], sheet, rest, room)
        parser.StartElementHandler, parser.EndElementHandler = start, end

    parser.StartElementHandler = root
    run(parser, content, part)
    return sheet


def _handlers(
    prefix: str, sheet: RawSheet, rest: _Rest, room: int
) -> tuple[Callable[[str, Attributes], None], Callable[[str], None]]:
    """The handlers of start and end, which together see every element below the root."""
    c, v, f, line = f"{prefix}c", f"{prefix}v", f"{prefix}f", f"{prefix}row"
    values = (v, f)
    pieces, cells = rest.pieces, sheet.cells
    clear, join = pieces.clear, "".join
    row = 0
    attributes: Attributes | None = None
    before: Attributes | None = None
    formula_attributes: Attributes = []
    value: str | None = None
    formula: str | None = None
    reading = False

    def start(tag: str, given: Attributes) -> None:
        nonlocal row, before, attributes, formula_attributes, reading
        if tag == c:
            if attributes is not None:
                raise _nested(tag)
            if not given or (given[0] != "r" and "r" not in given[::2]):
                given = ["r", _right_of(before, row), *given]
            attributes = before = given
        elif tag in values:
            if reading:
                raise _nested(tag)
            reading = True
            clear()
            if tag == f:
                formula_attributes = given
        elif tag == line:
            if attributes is not None:
                raise _nested(tag)
            row, before = sheet.row(pairs(given), row), None
        else:
            rest.start(tag, given)

    def end(tag: str) -> None:
        nonlocal attributes, formula_attributes, value, formula, reading
        if tag == c:
            if rest.inline is not None:
                value, rest.inline = join(rest.inline), None
            if value or formula is not None:
                if len(cells) >= room:
                    raise too_much("cells", limits.CELLS)
                given = pairs(attributes or [])
                more = pairs(formula_attributes) if formula_attributes else None
                letters = _letters(given["r"])
                style, kind = given.get("s", "0"), given.get("t", "n")
                cells.append((letters, row, style, kind, value, formula, more))
                value = formula = None
                formula_attributes = []
            elif value is not None:
                value = None
            attributes = None
        elif tag == v:
            value, reading = join(pieces), False
        elif tag == f:
            formula, reading = join(pieces), False
        elif tag != line:
            rest.end(tag)

    return start, end


class _Rest:
    """Everything that is not a row, a cell, a value or a formula."""

    def __init__(self, sheet: RawSheet) -> None:
        self.sheet = sheet
        self.prefix = 0
        self.pieces: list[str] = []
        self.inline: list[str] | None = None
        self._open: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        name = tag[self.prefix :]
        if len(self._open) >= limits.DEPTH:
            raise too_much("depth", limits.DEPTH)
        self._open.append(name)
        if name == "t":
            self.pieces.clear()
        elif name == "is":
            self.inline = []
        elif name == "col":
            self.sheet.column(pairs(attributes))
        elif name == "mergeCell":
            self.sheet.merge(pairs(attributes).get("ref", ""))
        elif name == "sheetProtection":
            self.sheet.protected = pairs(attributes).get("sheet", "0") in ("1", "true")

    def end(self, _: str) -> None:
        if not self._open:  # the root
            return
        name = self._open.pop()
        if name == "t" and self.inline is not None and "rPh" not in self._open:
            self.inline.append("".join(self.pieces))


def _right_of(before: Attributes | None, row: int) -> str:
    """The address of a cell that has none: right of the one before it."""
    col = place_of(pairs(before)["r"])[1] if before else 0
    return f"{column_letters(min(col, limits.COLUMNS) + 1)}{row}"


def _letters(reference: str) -> str:
    match = _ADDRESS.fullmatch(reference)
    if match is None:
        raise unreadable("damaged.place", place=reference)
    return match[1]


def _nested(tag: str) -> Exception:
    return unreadable("damaged.content", why=f"<{tag}> in <{tag}>")
