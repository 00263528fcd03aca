"""dti.xlam: the add-in file that Excel loads, from its parts; the same bytes every time."""

from __future__ import annotations

from xml.sax.saxutils import escape

from texts import say
from xl_addin.excel.ribbon import ribbon
from xl_addin.excel.vba_project import Module, ModuleKind, vba_project
from xl_addin.excel.vba_source import PROJECT, addin_module, addin_modules
from xl_addin.payload import zipped

FILE = "dti.xlam"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MICROSOFT = "http://schemas.microsoft.com/office"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_TYPES = {
    "xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "xl/worksheets/sheet1.xml": f"{_SHEETS}.worksheet+xml",
    "xl/styles.xml": f"{_SHEETS}.styles+xml",
    "xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_RELATIONS = {
    f"{_OFFICE}/officeDocument": "xl/workbook.xml",
    f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
    f"{_MICROSOFT}/2007/relationships/ui/extensibility": "customUI/customUI14.xml",
}
_WORKBOOK_RELATIONS = {
    f"{_OFFICE}/worksheet": "worksheets/sheet1.xml",
    f"{_OFFICE}/styles": "styles.xml",
    f"{_MICROSOFT}/2006/relationships/vbaProject": "vbaProject.bin",
}
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr codeName="ThisWorkbook"/>'
    '<sheets><sheet name="DTI" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_SHEET = f'<worksheet xmlns="{_MAIN}"><sheetPr codeName="Sheet1"/><sheetData/></worksheet>'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="2">'
    '<fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf/></cellXfs></styleSheet>'
)


def xlam(lang: str = "vi") -> bytes:
    """The bytes of dti.xlam: functions, ribbon, and nothing of this machine or this day."""
    documents = (addin_module(), Module("Sheet1", kind=ModuleKind.SHEET))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(_RELATIONS),
        "customUI/customUI14.xml": ribbon(lang=lang),
        "docProps/core.xml": _properties(lang),
        "xl/_rels/workbook.xml.rels": _relations(_WORKBOOK_RELATIONS),
        "xl/styles.xml": _xml(_STYLES),
        "xl/vbaProject.bin": vba_project(PROJECT, [*documents, *addin_modules()]),
        "xl/workbook.xml": _xml(_WORKBOOK),
        "xl/worksheets/sheet1.xml": _xml(_SHEET),
    }
    return zipped(parts)


def _xml(text: str) -> bytes:
    return (_HEAD + text).encode()


def _content_types() -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return _xml(
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, str]) -> bytes:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>')


def _properties(lang: str) -> bytes:
    """Title and comments: what Excel shows in its list of add-ins."""
    return _xml(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(say('excel.title', lang))}</dc:title>"
        f"<dc:description>{escape(say('excel.about', lang))}</dc:description></cp:coreProperties>"
    )
