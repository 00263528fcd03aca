"""Scan .xlsx and .xlsm: one pass over each part, both OOXML namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from lxml import etree

from scoring.numbers import from_float
from workbooks.files.book import (
    Book,
    Cell,
    CellKind,
    Range,
    Sheet,
    place_of,
    range_of,
    unreadable,
)
from workbooks.files.own_links import foreign_links
from workbooks.files.package import Package, open_package
from workbooks.files.xlsx_styles import namespace_of, shared_texts, styles_of, text_of

_YES = ("1", "true")
_LAST_COLUMN = 16384
_FROM_1904 = 1462
_REFERENCE = re.compile(
    r"^(?:'((?:[^']|'')+)'|([^'!\[\]]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$"
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the cells of all sheets share."""

    ns: str
    texts: list[str]
    styles: list[tuple[str, bool, str]]
    """Number format, whether it shows a date, font; by style index."""
    day_shift: int


def scan_xlsx(path: Path) -> Book:
    """Read an Office Open XML workbook. Raises Unreadable."""
    package = open_package(path)
    with package.archive:
        try:
            return _book(path, package)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            # The XML is well-formed but not what the standard asks.
            raise unreadable(f"tệp bị hỏng: nội dung không đúng chuẩn ({error})") from None


def _book(path: Path, package: Package) -> Book:
    part = _workbook_part(package)
    root = package.parse(part)
    ns = namespace_of(root)
    relations = package.relations(part)
    settings = root.find(f"{ns}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in _YES
    by_kind = dict(relations.values())
    context = _Context(
        ns,
        shared_texts(package, by_kind.get("sharedStrings", "")),
        styles_of(package, by_kind.get("styles", "")),
        _FROM_1904 if from_1904 else 0,
    )
    sheets = []
    for node in root.iter(f"{ns}sheet"):
        kind, target = relations[_relation_id(node)]
        if kind == "worksheet":
            name, state = node.get("name") or "", node.get("state") or "visible"
            sheets.append(_sheet(package, target, name, state, context))
    if not sheets:
        raise unreadable("tệp không có trang tính nào")
    return Book(
        path=path,
        sheets=tuple(sheets),
        names=_names(root, ns),
        external_links=tuple(foreign_links(package, root, relations)),
        has_macros=any(name.endswith("vbaProject.bin") for name in package.members),
        properties=_properties(package),
    )


def _workbook_part(package: Package) -> str:
    if "EncryptedPackage" in package:
        raise unreadable("tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi thử lại")
    for kind, target in package.relations("").values():
        if kind == "officeDocument" and target in package:
            if target.endswith(".bin"):
                raise unreadable("tệp .xlsb; hãy mở bằng Excel rồi lưu thành .xlsx")
            if target.startswith("xl/") or target.rsplit("/", 1)[-1].startswith("workbook"):
                return target
            raise unreadable("tệp Office này không phải bảng tính Excel")
    if "xl/workbook.xml" in package:
        return "xl/workbook.xml"
    if "content.xml" in package:
        raise unreadable("tệp OpenDocument (.ods); hãy lưu thành .xlsx rồi thử lại")
    raise unreadable("gói nén không chứa bảng tính Excel")


def _relation_id(node: etree._Element) -> str:
    for name, value in node.attrib.items():
        if str(name).endswith("}id"):
            return str(value)
    raise ValueError("trang tính không có liên kết")


def _sheet(package: Package, part: str, name: str, state: str, context: _Context) -> Sheet:
    root = package.parse(part)
    ns = context.ns if root.tag == f"{context.ns}worksheet" else namespace_of(root)
    cells: dict[tuple[int, int], Cell] = {}
    hidden: set[int] = set()
    shared: dict[str, tuple[str, str]] = {}
    row = 0
    for line in root.iterfind(f"{ns}sheetData/{ns}row"):
        row = int(line.get("r") or row + 1)
        if line.get("hidden") in _YES or _is_zero(line.get("ht")):
            hidden.add(row)
        col = 0
        for node in line.iterfind(f"{ns}c"):
            reference = node.get("r")
            col = place_of(reference)[1] if reference else col + 1
            cell = _cell(node, row, col, ns, context, shared)
            if cell is not None:
                cells[row, col] = cell
    return Sheet(
        name=name,
        state=state,
        cells=cells,
        merged=tuple(_ranges(root, ns)),
        hidden_rows=frozenset(hidden),
        hidden_cols=frozenset(_hidden_columns(root, ns)),
        comments=_comments(package, part),
    )


def _is_zero(size: str | None) -> bool:
    return size is not None and float(size) == 0


def _cell(
    node: etree._Element,
    row: int,
    col: int,
    ns: str,
    context: _Context,
    shared: dict[str, tuple[str, str]],
) -> Cell | None:
    raw: str | None = None
    formula = ""
    has_formula = False
    for child in node:
        tag = str(child.tag)[len(ns) :]
        if tag == "v":
            raw = child.text or ""
        elif tag == "f":
            has_formula, formula = True, _formula(child, node.get("r") or "", shared)
        elif tag == "is":
            raw = text_of(child, ns)
    kind = node.get("t") or "n"
    if (raw is None or raw == "") and not has_formula:
        return None
    index = int(node.get("s") or 0)
    styles = context.styles
    number_format, shows_date, font = styles[index] if index < len(styles) else styles[0]
    if raw is None or (raw == "" and kind == "n"):
        return Cell(row, col, CellKind.TEXT, "", formula, False, number_format, font)
    value: Fraction | int | str | bool
    if kind == "s":
        cell_kind, value = CellKind.TEXT, context.texts[int(raw)]
        if not value:
            return None
    elif kind == "n":
        cell_kind, value = _number(raw, shows_date, context.day_shift)
    elif kind == "b":
        cell_kind, value = CellKind.BOOLEAN, raw in _YES
    elif kind == "e":
        cell_kind, value = CellKind.ERROR, raw
    elif kind == "d":
        cell_kind, value = CellKind.DATE, _serial(raw)
    else:  # str, inlineStr
        cell_kind, value = CellKind.TEXT, raw
    return Cell(row, col, cell_kind, value, formula, True, number_format, font)


def _number(raw: str, shows_date: bool, day_shift: int) -> tuple[CellKind, Fraction | int | str]:
    if raw.isdigit() and len(raw) < 16:
        value: Fraction | int = int(raw)
    else:
        number = float(raw)
        if number - number != 0:
            return CellKind.ERROR, "#NUM!"
        value = from_float(number)
    return (CellKind.DATE, value + day_shift) if shows_date else (CellKind.NUMBER, value)


def _serial(raw: str) -> Fraction | int:
    """The serial number of an ISO day.

    >>> _serial("2024-08-08T12:00:00")
    Fraction(91025, 2)
    """
    delta = datetime.fromisoformat(raw.rstrip("Z")) - datetime(1899, 12, 30)
    value = Fraction(delta.days) + Fraction(delta.seconds, 86400)
    return int(value) if value.denominator == 1 else value


def _formula(node: etree._Element, place: str, shared: dict[str, tuple[str, str]]) -> str:
    text = node.text or ""
    if node.get("t") != "shared":
        return text
    index = node.get("si") or ""
    if text:
        shared[index] = (place, text)
        return text
    if index not in shared:
        return ""
    from openpyxl.formula.translate import Translator, TranslatorError

    origin, first = shared[index]
    try:
        return str(Translator(f"={first}", origin=origin).translate_formula(place))[1:]
    except (TranslatorError, ValueError):
        return first


def _ranges(root: etree._Element, ns: str) -> Iterator[Range]:
    for node in root.iterfind(f"{ns}mergeCells/{ns}mergeCell"):
        yield range_of(node.get("ref") or "")


def _hidden_columns(root: etree._Element, ns: str) -> Iterator[int]:
    for node in root.iterfind(f"{ns}cols/{ns}col"):
        if node.get("hidden") in _YES or _is_zero(node.get("width")):
            last = min(int(node.get("max") or 0), _LAST_COLUMN)
            yield from range(int(node.get("min") or 1), last + 1)


def _comments(package: Package, part: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for kind, target in package.relations(part).values():
        if kind == "comments" and target in package:
            root = package.parse(target)
            ns = namespace_of(root)
            for node in root.iter(f"{ns}comment"):
                found[place_of(node.get("ref") or "")] = text_of(node, ns)
    return found


def _names(root: etree._Element, ns: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for node in root.iterfind(f"{ns}definedNames/{ns}definedName"):
        name = node.get("name") or ""
        match = _REFERENCE.match((node.text or "").strip())
        if not match or name.startswith("_xlnm."):
            continue
        quoted, plain, col, row, last_col, last_row = match.groups()
        sheet = quoted.replace("''", "'") if quoted else plain
        area = f"{col}{row}" + (f":{last_col}{last_row}" if last_col else "")
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
