"""The edition `xlsm`: one of our workbooks with the functions' VBA inside it. Excel only.

LibreOffice gives VBA no errors and runs it only where a user allows macros: there and elsewhere
the editions udf and native are the right ones.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

from xl_addin.excel.vba_project import Module, ModuleKind, vba_project
from xl_addin.excel.vba_source import PROJECT, workbook_module, workbook_modules
from xl_addin.payload import zipped

EDITION = "xlsm"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_VBA_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_VBA_TYPE = "application/vnd.ms-office.vbaProject"
_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_TYPES_PART, _VBA_PART = "[Content_Types].xml", "xl/vbaProject.bin"
_BOOK, _BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def as_xlsm(xlsx_bytes: bytes) -> bytes:
    """The same workbook as .xlsm with our functions inside; everything else stays as it is.

    Raises ValueError where the bytes are no .xlsx or have macros already.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(xlsx_bytes)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        types, book = etree.fromstring(parts[_TYPES_PART]), etree.fromstring(parts[_BOOK])
        relations = etree.fromstring(parts[_BOOK_RELATIONS])
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError("not an .xlsx workbook") from error
    if _VBA_PART in parts:
        raise ValueError("the workbook has macros")
    _mark_types(types)
    etree.SubElement(
        relations,
        f"{{{_RELATIONS}}}Relationship",
        {"Id": "rIdDtiVba", "Type": _VBA_RELATION, "Target": "vbaProject.bin"},
    )
    _code_name(book, "workbookPr", "ThisWorkbook", after=("fileVersion", "fileSharing"))
    documents = [workbook_module()]
    for number, name in enumerate(_sheets(book, relations), 1):
        sheet = etree.fromstring(parts[name])
        _code_name(sheet, "sheetPr", f"Sheet{number}")
        parts[name] = _written(sheet)
        documents.append(Module(f"Sheet{number}", kind=ModuleKind.SHEET))
    parts[_TYPES_PART], parts[_BOOK] = _written(types), _written(book)
    parts[_BOOK_RELATIONS] = _written(relations)
    parts[_VBA_PART] = vba_project(PROJECT, [*documents, *workbook_modules()])
    return zipped(parts)


def _mark_types(types: Any) -> None:
    for override in types:
        if override.get("ContentType") == _PLAIN:
            override.set("ContentType", _WITH_MACROS)
    etree.SubElement(
        types,
        f"{{{_TYPES}}}Override",
        {"PartName": f"/{_VBA_PART}", "ContentType": _VBA_TYPE},
    )


def _sheets(book: Any, relations: Any) -> list[str]:
    """The parts of the sheets, in the order of the tabs."""
    targets = {link.get("Id"): link.get("Target") for link in relations}
    links = (sheet.get(f"{{{_OFFICE}}}id") for sheet in book.iter(f"{{{_MAIN}}}sheet"))
    # A target that begins with a slash counts from the root of the package.
    return [posixpath.join("/xl", targets[link]).lstrip("/") for link in links]


def _code_name(root: Any, tag: str, name: str, after: tuple[str, ...] = ()) -> None:
    """Give a document the name of its module; the schema fixes where the element stands."""
    element = root.find(f"{{{_MAIN}}}{tag}")
    if element is None:
        place = sum(1 for child in root if etree.QName(child).localname in after)
        element = etree.Element(f"{{{_MAIN}}}{tag}")
        root.insert(place, element)
    element.set("codeName", name)


def _written(root: Any) -> bytes:
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text
