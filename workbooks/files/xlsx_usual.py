"""Sheets and texts written the usual way, read by patterns: three times faster than by handlers.

Excel, LibreOffice, WPS, openpyxl and XlsxWriter write cells in one way: no namespace prefixes, no
comments, attributes in one order. expat says whether a part is well-formed and patterns read
it; where anything at all is written otherwise the answer is None, and the handlers of `xlsx_sheet`
read it. Both give the same (a test compares them).
"""

from __future__ import annotations

import re

from workbooks.files import limits
from workbooks.files.refusals import too_much
from workbooks.files.xlsx_sheet import RawSheet
from workbooks.files.xml_parts import MAIN, new_parser, run

_DEEPEST = 1_500_000
"""Signs `<` that are given to expat without counting how deep they go: 150 bytes each at most."""

_LARGEST = 8 * limits.MB
"""Larger parts are read by handlers, which do not hold them in pieces."""

_PROLOG = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1\.0[\"']"
    rb"(?: encoding=[\"'](?:utf-8|UTF-8)[\"'])?(?: standalone=[\"'](?:yes|no)[\"'])? ?\?>\s*)?<"
)
_ATTRIBUTES = r'((?: [A-Za-z:]+="[^"<>&]*")*)'
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,6})")?(?: t="([A-Za-z]+)")?(?: cm="[0-9]+")?>'
    rf"(?:(<f){_ATTRIBUTES}(?: ?/>|>([^<]*)</f>))?"
    r"(?:(<v)(?: ?/>|>([^<]*)</v>))?"
    r'(?:<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>'
)
_ROW = re.compile(rf'(r="([0-9]{{1,7}})"{_ATTRIBUTES}) ?/?>')
_COLUMN = re.compile(rf"<col{_ATTRIBUTES} ?/?>")
_MERGED = re.compile(r'<mergeCell ref="([A-Z0-9:]+)" ?/?>')
_PROTECTED = re.compile(r"<sheetProtection ([^<>]*)>")
_ATTRIBUTE = re.compile(r'([A-Za-z0-9:]+)="([^"]*)"')
_ITEM = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_RUN = re.compile(r"<t(?: [^<>]*)?>([^<]*)</t>")
_GUIDE = re.compile(r"<rPh .*?</rPh>", re.DOTALL)
_SPACED = '<t xml:space="preserve">'
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def read_usual(content: bytes, part: str, room: int) -> RawSheet | None:
    """Read a worksheet, None where it is written otherwise. Raises Unreadable as `read_sheet`."""
    text = _usual(content, part, "worksheet")
    if text is None:
        return None
    head, opened, rest = text.partition("<sheetData>")
    body, closed, tail = rest.partition("</sheetData>")
    if not opened or not closed:
        return None
    columns, merged = _COLUMN.findall(head), _MERGED.findall(tail)
    if len(columns) != head.count("<col ") or len(merged) != tail.count("<mergeCell "):
        return None
    sheet = RawSheet()
    for attributes in columns:
        sheet.column(dict(_ATTRIBUTE.findall(attributes)))
    for reference in merged:
        sheet.merge(reference)
    protection = _PROTECTED.search(tail)
    sheet.protected = protection is not None and 'sheet="1"' in protection[1]
    return sheet if _rows(body, sheet, room) else None


def _rows(body: str, sheet: RawSheet, room: int) -> bool:
    """Read the rows; False where one is written otherwise."""
    cells, append = sheet.cells, sheet.cells.append
    before, *lines = body.split("<row ")
    if before.strip():
        return False
    row = seen = 0
    for line in lines:
        match = _ROW.match(line)
        if match is None:
            return False
        written, number, more = match.groups()
        if "hidden=" in more or 'ht="0' in more:
            row = sheet.row(dict(_ATTRIBUTE.findall(written)), row)
        else:
            row = sheet.row({"r": number}, row)
        found = _CELL.findall(line)
        seen += len(found)
        for letters, digits, style, kind, f, given, formula, v, value, inline in found:
            if digits != number:
                return False
            held: str | None = inline or (value if v else None)
            if held:
                if "&" in held:
                    held = _plain(held)
            elif not f:
                continue
            more = dict(_ATTRIBUTE.findall(given)) if given else None
            text = _plain(formula) if f else None
            append((letters, row, style or "0", kind or "n", held, text, more))
        if len(cells) > room:
            raise too_much("cells", limits.CELLS)
    # Whatever holds something ends like this: nothing was passed over.
    return seen == body.count("</c") and len(lines) == body.count("<row")


def usual_texts(content: bytes, part: str) -> list[str] | None:
    """The texts that cells share, None where they are written otherwise. Raises Unreadable."""
    text = _usual(content, part, "sst")
    if text is None:
        return None
    items = _ITEM.findall(text)
    if len(items) != text.count("<si"):
        return None
    return [_plain(_item(item)) for item in items]


def _item(item: str) -> str:
    """The text of an item, as it is written: runs joined, phonetic guides left out."""
    if item.count("<") == 2:
        if item.startswith("<t>"):
            return item[3:-4]
        if item.startswith(_SPACED):
            return item[len(_SPACED) : -4]
    return "".join(_RUN.findall(_GUIDE.sub("", item)))


def _usual(content: bytes, part: str, root: str) -> str | None:
    """A well-formed part as text from its root on, None where it has to be read by handlers."""
    start = _PROLOG.match(content)
    if start is None or len(content) > _LARGEST or content.count(b"<") > _DEEPEST:
        return None
    at = start.end() - 1
    if not content.startswith(f"<{root} ".encode(), at) or content.find(b"\r", at) >= 0:
        return None
    declared: list[str | None] = []
    unusual: list[object] = []
    parser = new_parser(part)

    def declare(prefix: str | None, uri: str) -> None:
        if prefix is None or uri in MAIN:
            declared.append(uri if prefix is None else None)

    def notice(*_: object) -> None:
        unusual.append(None)

    parser.StartNamespaceDeclHandler = declare
    parser.CommentHandler = parser.StartCdataSectionHandler = notice
    parser.ProcessingInstructionHandler = notice
    run(parser, content, part)
    # One default namespace, that of spreadsheets; nobody else names it.
    if unusual or len(declared) != 1 or declared[0] not in MAIN:
        return None
    return content[at:].decode("utf-8")


def _plain(text: str) -> str:
    """A text with its references replaced; expat has found that there are no others."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
