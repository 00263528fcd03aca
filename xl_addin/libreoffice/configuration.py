"""Configuration of LibreOffice: the elements of its .xcu files."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

_OOR = "http://openoffice.org/2001/registry"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def component_data(name: str) -> ElementTree.Element:
    """The root of the data of one component of the configuration."""
    ElementTree.register_namespace("oor", _OOR)
    return ElementTree.Element(
        _oor("component-data"), {_oor("name"): name, _oor("package"): "org.openoffice.Office"}
    )


def node(parent: ElementTree.Element, name: str, *, new: bool = True) -> ElementTree.Element:
    """A node below another one; `new`: it takes the place of one of that name."""
    operation = {_oor("op"): "replace"} if new else {}
    return ElementTree.SubElement(parent, "node", {_oor("name"): name, **operation})


def prop(entry: ElementTree.Element, name: str, values: Mapping[str, str]) -> None:
    """A property by language; "" is the value of any."""
    found = ElementTree.SubElement(entry, "prop", {_oor("name"): name})
    for language, text in values.items():
        value = ElementTree.SubElement(found, "value", {_LANG: language} if language else {})
        value.text = text


def xml(root: ElementTree.Element) -> bytes:
    """The bytes of a file."""
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _oor(name: str) -> str:
    return f"{{{_OOR}}}{name}"
