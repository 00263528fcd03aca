"""The ribbon: the registry of commands as the customUI part of Excel (UTF-8, any letters)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from texts import say
from xl_addin.commands.registry import COMMANDS, Command

CALLBACK = "DtiCommand"
_NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
"""The ribbon of Excel 2010 and later."""


def ribbon(commands: Sequence[Command] = COMMANDS, lang: str = "vi") -> bytes:
    """The part customUI/customUI14.xml."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(_tag("customUI"))
    tabs = _below(_below(root, "ribbon"), "tabs")
    tab = _below(tabs, "tab", id="dtiTab", label=say("excel.tab", lang))
    for name in dict.fromkeys(command.group for command in commands):
        group = _below(tab, "group", id=f"dti_{name}", label=say(f"command.group.{name}", lang))
        for command in commands:
            if command.group == name:
                _button(group, command, lang)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _button(group: ElementTree.Element, command: Command, lang: str) -> None:
    _below(
        group,
        "button",
        id=command.id,
        label=command.label(lang),
        screentip=command.label(lang),
        supertip=command.tip(lang),
        imageMso=command.picture,
        size="large" if command.large else "normal",
        onAction=CALLBACK,
    )


def _below(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, _tag(name), attributes)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"
