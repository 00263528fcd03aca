"""Cells of a worksheet part: what they hold is replaced, how they look stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from workbooks.design.draft import Content
from workbooks.engines.port import ERRORS
from workbooks.files.book import place_of
from workbooks.patch.parts import (
    Element,
    Patch,
    declared,
    elements,
    into,
    namespace_of,
    spliced,
)
from workbooks.sheets.write import writable

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>)")


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell is to hold: a value."""

    value: Content = None


@dataclass(frozen=True, slots=True)
class Calls:
    """The formula of a cell, without `=`, is another one; the stored value stays."""

    formula: str


@dataclass(frozen=True, slots=True)
class Gives:
    """The stored value of a formula is another one; the formula stays."""

    value: Content = None


Change = Held | Calls | Gives


def put_cells(patch: Patch, sheet: str, cells: Mapping[str, Change]) -> None:
    """Put values or formulas into cells of a sheet. Raises KeyError for an unknown sheet."""
    part = patch.sheets()[sheet]
    patch.write(part, _changed(patch.read(part), part, cells))


def _changed(content: bytes, part: str, cells: Mapping[str, Change]) -> bytes:
    rows = {int(e.attributes["r"]): e for e in elements(content, part, 2, "sheetData")}
    found = {e.attributes["r"]: e for e in elements(content, part, 3, "row")}
    own = declared(content, namespace_of(content))
    changes: list[tuple[int, int, bytes]] = []
    new: dict[int, dict[int, bytes]] = {}
    for where, change in cells.items():
        old = found.get(where)
        if old is not None:
            changes.append((old.start, old.end, _rewritten(content, old, where, change, own)))
        elif isinstance(change, Held):
            row, column = place_of(where)
            new.setdefault(row, {})[column] = _cell(where, {}, change.value, b"", own)
    for row, added in new.items():
        if row in rows:
            here = {place_of(w)[1]: e for w, e in found.items() if place_of(w)[0] == row}
            changes += _inserted(content, rows[row], here, added)
    lines = {row: _row(row, added, own) for row, added in new.items() if row not in rows}
    return spliced(content, [*changes, *_lines(content, part, rows, lines)])


def _rewritten(content: bytes, old: Element, where: str, change: Change, own: str) -> bytes:
    """A cell that is there already."""
    before = content[old.start : old.end]
    if isinstance(change, Held):
        return _cell(where, old.attributes, change.value, b"", own)
    formula = _FORMULA.search(before)
    if formula is None:
        return before
    if isinstance(change, Gives):
        return _cell(where, old.attributes, change.value, formula[0], own)
    begin, end = formula[0].index(b">") + 1, formula[0].rfind(b"</")
    at = formula.start()
    return spliced(before, [(at + begin, at + end, escape(change.formula).encode())])


def _cell(where: str, given: Mapping[str, str], value: Content, formula: bytes, own: str) -> bytes:
    """A cell with a look, a formula or none, and a value."""
    kept = {k: v for k, v in given.items() if k in ("s", "ph")}
    if isinstance(value, bool):
        kind, inner = "b", f"<v>{int(value)}</v>"
    elif isinstance(value, int | float):
        kind, inner = "", f"<v>{int(value) if value == int(value) else repr(value)}</v>"
    elif value is None:
        kind, inner = "", ""
    elif formula:
        kind, inner = ("e" if value in ERRORS else "str"), f"<v>{escape(writable(value))}</v>"
    else:
        kind = "inlineStr"
        inner = f'<is><t xml:space="preserve">{escape(writable(value))}</t></is>'
    attributes = {"r": where, **kept, **({"t": kind} if kind else {})}
    written = "".join(f" {name}={quoteattr(text)}" for name, text in attributes.items())
    return f"<c{own}{written}>".encode() + formula + f"{inner}</c>".encode()


def _inserted(
    content: bytes, line: Element, here: Mapping[int, Element], added: Mapping[int, bytes]
) -> Iterator[tuple[int, int, bytes]]:
    """Cells that were not there, each before the next one of its row."""
    if not here:
        yield into(content, line, b"".join(added[column] for column in sorted(added)))
        return
    for column in sorted(added):
        later = [known for known in here if known > column]
        at = here[min(later)].start if later else here[max(here)].end
        yield at, at, added[column]


def _row(row: int, added: Mapping[int, bytes], own: str) -> bytes:
    cells = b"".join(added[column] for column in sorted(added))
    return f'<row{own} r="{row}">'.encode() + cells + b"</row>"


def _lines(
    content: bytes, part: str, rows: Mapping[int, Element], lines: Mapping[int, bytes]
) -> Iterator[tuple[int, int, bytes]]:
    """Rows that were not there, each before the next one of the sheet."""
    at_end = b""
    for row in sorted(lines):
        later = [known for known in rows if known > row]
        if later:
            at = rows[min(later)].start
            yield at, at, lines[row]
        else:
            at_end += lines[row]
    if at_end:
        data = next(e for e in elements(content, part, 1) if e.name == "sheetData")
        yield into(content, data, at_end)
