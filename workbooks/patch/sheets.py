"""Whole sheets: one of ours is added at the end of a workbook, and taken away again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from workbooks.design.draft import Content
from workbooks.design.grid import quoted
from workbooks.files.book import address, column_letters
from workbooks.files.xml_parts import MAIN
from workbooks.patch.parts import (
    Element,
    Patch,
    declared,
    elements,
    into,
    namespace_of,
    relation_id,
    spliced,
)
from workbooks.sheets.write import writable

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLE = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
)
_PLAIN, _BOLD, _LINK = "", "<rPr><b/></rPr>", '<rPr><u/><color rgb="FF0563C1"/></rPr>'


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet of ours. `target`: sheet and cell that its cell `at` leads to."""

    cells: tuple[Content, ...]
    target: tuple[str, str] | None = None
    at: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of ours. `widths`: of its columns, in characters.

    `wrap`: long texts are wrapped, which adds a style to those of the file.
    """

    name: str
    lines: tuple[Line, ...]
    widths: tuple[float, ...] = ()
    wrap: bool = True


def add_sheet(patch: Patch, page: Page) -> None:
    """Add a sheet at the end. The caller sees to a name that no sheet has."""
    book = patch.workbook
    content = patch.read(book)
    namespace = namespace_of(content)
    part = patch.new_name("xl/worksheets/sheetDti{}.xml")
    style = _wrapped(patch) if page.wrap else 0
    patch.write(part, _worksheet(page, namespace, style))
    patch.declare(part, _SHEET)
    identity = patch.relate(book, "worksheet", part)
    known = list(elements(content, book, 2, "sheets"))
    number = max((int(e.attributes.get("sheetId", 0)) for e in known), default=0) + 1
    line = (
        f"<sheet{declared(content, namespace)} xmlns:r={quoteattr(patch.kinds)} "
        f'name={quoteattr(page.name)} sheetId="{number}" r:id={quoteattr(identity)}/>'
    )
    sheets = next(e for e in elements(content, book, 1) if e.name == "sheets")
    patch.write(book, spliced(content, [into(content, sheets, line.encode())]))


def remove_sheets(patch: Patch, names: Iterable[str]) -> None:
    """Take sheets of ours away."""
    parts = patch.sheets()
    for name in names:
        book = patch.workbook
        content = patch.read(book)
        gone = [e for e in elements(content, book, 2, "sheets") if e.attributes["name"] == name]
        for element in gone:
            patch.write(book, spliced(content, [(element.start, element.end, b"")]))
            patch.unrelate(book, relation_id(element))
            patch.undeclare(parts[name])
            patch.remove(parts[name])
    if not any("sheetDti" in part for part in patch.names()):
        _unwrapped(patch)


def _worksheet(page: Page, namespace: str, style: int) -> bytes:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(page.widths, 1)
    )
    rows = "".join(_row(number, line, style) for number, line in enumerate(page.lines, 1))
    links = "".join(
        f'<hyperlink ref="{address(number, line.at + 1)}" '
        f"location={quoteattr(f'{quoted(line.target[0])}!{line.target[1]}')}/>"
        for number, line in enumerate(page.lines, 1)
        if line.target
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}">'
        + (f"<cols>{columns}</cols>" if columns else "")
        + f"<sheetData>{rows}</sheetData>"
        + (f"<hyperlinks>{links}</hyperlinks>" if links else "")
        + '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
    ).encode()


def _row(number: int, line: Line, style: int) -> str:
    cells = "".join(
        _cell(f"{column_letters(n)}{number}", content, line, n - 1, style)
        for n, content in enumerate(line.cells, 1)
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(where: str, content: Content, line: Line, column: int, style: int) -> str:
    if content is None or content == "":
        return ""
    if isinstance(content, str):
        look = _LINK if line.target and column == line.at else _BOLD if line.bold else _PLAIN
        words = f'<t xml:space="preserve">{escape(writable(content))}</t>'
        return f'<c r="{where}" s="{style}" t="inlineStr"><is><r>{look}{words}</r></is></c>'
    return f'<c r="{where}" s="{style}"><v>{float(content)!r}</v></c>'


def _wrapped(patch: Patch) -> int:
    """The style of the texts of our sheets, added to those that there are."""
    found = _formats(patch)
    if found is None:
        return 0
    part, content, known = found
    for place, element in enumerate(known):
        if content[element.start : element.end] == _STYLE.encode():
            return place
    _count(patch, part, spliced(content, [(known[-1].end, known[-1].end, _STYLE.encode())]))
    return len(known)


def _unwrapped(patch: Patch) -> None:
    """Take our style away, where it is the last one."""
    found = _formats(patch)
    if found is not None:
        part, content, known = found
        last = known[-1]
        if content[last.start : last.end] == _STYLE.encode():
            _count(patch, part, spliced(content, [(last.start, last.end, b"")]))


def _formats(patch: Patch) -> tuple[str, bytes, list[Element]] | None:
    """The part of the styles, its bytes, and the formats of cells in it."""
    part = next((path for _, path in patch.related(patch.workbook, "styles")), "")
    if part not in patch:
        return None
    content = patch.read(part)
    known = list(elements(content, part, 2, "cellXfs"))
    return (part, content, known) if known and not declared(content, MAIN[0]) else None


def _count(patch: Patch, part: str, content: bytes) -> None:
    """Write the styles with the count that they have now."""
    number = len(list(elements(content, part, 2, "cellXfs")))
    fixed = re.sub(
        rb'(<(?:[\w.-]+:)?cellXfs\b[^>]*\bcount=")[0-9]+(")',
        lambda tag: tag[1] + str(number).encode() + tag[2],
        content,
        count=1,
    )
    patch.write(part, fixed)
