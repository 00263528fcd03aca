"""Scan .xlsx and .xlsm: one pass over each part, both OOXML namespaces."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from workbooks.files import limits
from workbooks.files.areas import is_looked_through, lies_inside, merged_areas
from workbooks.files.book import Book, Range, Sheet, range_of
from workbooks.files.own_links import foreign_links
from workbooks.files.package import Package, open_package
from workbooks.files.refusals import too_much, unreadable
from workbooks.files.xlsx_cells import YES, Shared, make_cells
from workbooks.files.xlsx_sheet import is_zero, read_sheet
from workbooks.files.xlsx_styles import namespace_of, shared_texts, styles_of, text_of
from workbooks.files.xlsx_usual import read_usual

_FROM_1904 = 1462
_REFERENCE = re.compile(
    r"^(?:'((?:[^']|'')+)'|([^'!\[\]]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$"
)


def scan_xlsx(path: Path) -> Book:
    """Read an Office Open XML workbook. Raises Unreadable."""
    package = open_package(path)
    try:
        return _book(path, package)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        # The XML is well-formed but not what the standard asks.
        raise unreadable("damaged.content", why=str(error)) from None
    finally:
        package.close()


def _book(path: Path, package: Package) -> Book:
    part = _workbook_part(package)
    root = package.parse(part)
    ns = namespace_of(root)
    relations = package.relations(part)
    settings = root.find(f"{ns}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in YES
    by_kind = dict(relations.values())
    shared = Shared(
        shared_texts(package, by_kind.get("sharedStrings", "")),
        styles_of(package, by_kind.get("styles", "")),
        _FROM_1904 if from_1904 else 0,
    )
    sheets: list[Sheet] = []
    room = limits.CELLS
    for node in root.iter(f"{ns}sheet"):
        kind, target = relations[_relation_id(node)]
        if kind == "worksheet":
            if len(sheets) >= limits.SHEETS:
                raise too_much("sheets", limits.SHEETS)
            name, state = node.get("name") or "", node.get("state") or "visible"
            sheets.append(_sheet(package, target, name, state, shared, room))
            room -= len(sheets[-1].cells)
    if not sheets:
        raise unreadable("no-sheet")
    return Book(
        path=path,
        sheets=tuple(sheets),
        names=_names(root, ns),
        external_links=tuple(foreign_links(package, root, relations)),
        has_macros=any(name.endswith("vbaProject.bin") for name in package.members),
        properties=_properties(package),
        styles=shared.styles,
    )


def _workbook_part(package: Package) -> str:
    if "EncryptedPackage" in package:
        raise unreadable("encrypted")
    for kind, target in package.relations("").values():
        if kind == "officeDocument" and target in package:
            if target.endswith(".bin"):
                raise unreadable("xlsb")
            if target.startswith("xl/") or target.rsplit("/", 1)[-1].startswith("workbook"):
                return target
            raise unreadable("other-office")
    if "xl/workbook.xml" in package:
        return "xl/workbook.xml"
    if "content.xml" in package:
        raise unreadable("ods")
    raise unreadable("no-workbook-inside")


def _relation_id(node: Element) -> str:
    for name, value in node.attrib.items():
        if str(name).endswith("}id"):
            return str(value)
    raise ValueError("<sheet> r:id")


def _sheet(package: Package, part: str, name: str, state: str, shared: Shared, room: int) -> Sheet:
    content = package.read(part)
    raw = read_usual(content, part, room) or read_sheet(content, part, room)
    return Sheet(
        name=name,
        state=state,
        cells={(cell.row, cell.col): cell for cell in make_cells(raw.cells, shared)},
        merged=merged_areas(_area(reference) for reference in raw.merged),
        hidden_rows=frozenset(raw.hidden_rows),
        hidden_cols=_hidden_columns(raw.columns),
        comments=_comments(package, part),
        protected=raw.protected,
    )


def _area(reference: str) -> Range:
    area = range_of(reference)
    if not lies_inside(area):
        raise unreadable("damaged.place", place=reference)
    return area


def _hidden_columns(columns: list[dict[str, str]]) -> frozenset[int]:
    """The hidden columns, those outside the sheet left out."""
    # Marked on the sheet's width: however many ranges there are, each costs next to nothing.
    hidden = bytearray(limits.COLUMNS + 1)
    for given in columns:
        if given.get("hidden") in YES or is_zero(given.get("width")):
            first = max(int(given.get("min") or 1), 1)
            last = min(int(given.get("max") or 0), limits.COLUMNS)
            if first <= last:
                hidden[first : last + 1] = b"\1" * (last + 1 - first)
    found = []
    col = hidden.find(1)
    while col >= 0:
        found.append(col)
        col = hidden.find(1, col + 1)
    return frozenset(found)


def _comments(package: Package, part: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for kind, target in package.relations(part).values():
        if kind == "comments" and target in package:
            root = package.parse(target)
            ns = namespace_of(root)
            for node in root.iter(f"{ns}comment"):
                found[_area(node.get("ref") or "")[:2]] = text_of(node, ns)[: limits.TEXT]
                if len(found) > limits.COMMENTS:
                    raise too_much("comments", limits.COMMENTS)
    return found


def _names(root: Element, ns: str) -> dict[str, tuple[str, str]]:
    """Names that stand for a cell or an area of a size that is looked through."""
    found: dict[str, tuple[str, str]] = {}
    for count, node in enumerate(root.iterfind(f"{ns}definedNames/{ns}definedName")):
        if count >= limits.NAMES:
            raise too_much("names", limits.NAMES)
        name = node.get("name") or ""
        match = _REFERENCE.match((node.text or "").strip())
        if not match or name.startswith("_xlnm."):
            continue
        quoted, plain, col, row, last_col, last_row = match.groups()
        sheet = quoted.replace("''", "'") if quoted else plain
        area = f"{col}{row}" + (f":{last_col}{last_row}" if last_col else "")
        if not last_col and len(col) < 3 and len(row) < 7 and row[0] != "0":
            found.setdefault(name, (sheet, area))  # nearly all are such
        elif is_looked_through(range_of(area)):
            found.setdefault(name, (sheet, area))
    return found


def _properties(package: Package) -> dict[str, str]:
    part = "docProps/core.xml"
    if part not in package:
        return {}
    return {
        str(node.tag).rsplit("}", 1)[-1]: node.text
        for node in package.parse(part)
        if isinstance(node.tag, str) and node.text
    }
