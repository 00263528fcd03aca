"""Styles and texts that all cells of an .xlsx file share."""

from __future__ import annotations

from lxml import etree

from workbooks.files.number_formats import BUILTIN, is_date
from workbooks.files.package import Package


def namespace_of(root: etree._Element) -> str:
    """The namespace of a part, as it stands before each tag: the usual one or the strict one."""
    return str(root.tag).partition("}")[0] + "}" if str(root.tag).startswith("{") else ""


def text_of(node: etree._Element, ns: str) -> str:
    """The text of a string item: runs joined, phonetic guides left out."""
    if len(node) == 1 and node[0].tag == f"{ns}t":
        return node[0].text or ""
    return "".join(
        run.text or ""
        for run in node.iter(f"{ns}t")
        if (parent := run.getparent()) is not None and parent.tag != f"{ns}rPh"
    )


def shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells refer to by number."""
    if not part or part not in package:
        return []
    root = package.parse(part)
    ns = namespace_of(root)
    return [text_of(item, ns) for item in root.iter(f"{ns}si")]


def styles_of(package: Package, part: str) -> list[tuple[str, bool, str]]:
    """Number format, whether it shows a date, and font; by style index."""
    if not part or part not in package:
        return [("General", False, "")]
    root = package.parse(part)
    ns = namespace_of(root)
    formats = dict(BUILTIN)
    for node in root.iter(f"{ns}numFmt"):
        formats[int(node.get("numFmtId") or 0)] = node.get("formatCode") or "General"
    fonts = []
    for node in root.iterfind(f"{ns}fonts/{ns}font"):
        name = node.find(f"{ns}name")
        fonts.append((name.get("val") or "") if name is not None else "")
    styles = []
    for node in root.iterfind(f"{ns}cellXfs/{ns}xf"):
        number_format = formats.get(int(node.get("numFmtId") or 0), "General")
        font = int(node.get("fontId") or 0)
        styles.append(
            (number_format, is_date(number_format), fonts[font] if font < len(fonts) else "")
        )
    return styles or [("General", False, "")]
