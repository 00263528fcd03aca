"""Menu and toolbar of Calc, written from the registry of commands."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from texts import say
from xl_addin.commands.registry import COMMANDS, GROUPS, Command
from xl_addin.libreoffice.commands import IMPLEMENTATION, PREFIX
from xl_addin.libreoffice.configuration import component_data, node, prop, xml

MENU, PROTOCOL = "Addons.xcu", "ProtocolHandler.xcu"
_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_LANGS = {"vi": "vi", "en-US": "en"}
"""LibreOffice's languages and ours; others see the second."""


def protocol() -> bytes:
    """Who answers for the addresses of the commands."""
    root = component_data("ProtocolHandler")
    handler = node(node(root, "HandlerSet", new=False), IMPLEMENTATION)
    prop(handler, "Protocols", {"": f"{PREFIX}*"})
    return xml(root)


def menu() -> bytes:
    """A menu of all commands, and a toolbar of those with large buttons and their opposite."""
    root = component_data("Addons")
    addon = node(root, "AddonUI", new=False)
    top = node(node(addon, "OfficeMenuBar", new=False), "vn.dti.menu")
    prop(top, "Context", {"": _CALC})
    prop(top, "Title", _said("excel.tab"))
    _entries(node(top, "Submenu", new=False))
    _entries(node(node(addon, "OfficeToolBar", new=False), "vn.dti.toolbar"))
    return xml(root)


def _entries(parent: ElementTree.Element) -> None:
    for number, command in enumerate(_with_gaps()):
        entry = node(parent, f"e{number:02d}")
        if command is None:
            prop(entry, "URL", {"": "private:separator"})
            continue
        prop(entry, "Context", {"": _CALC})
        prop(entry, "URL", {"": f"{PREFIX}{command.id}"})
        prop(entry, "Title", {lo: command.label(ours) for lo, ours in _LANGS.items()})
        prop(entry, "Target", {"": "_self"})


def _with_gaps() -> Iterator[Command | None]:
    """The commands in their groups, None between two groups."""
    for group in GROUPS:
        if group != GROUPS[0]:
            yield None
        yield from (command for command in COMMANDS if command.group == group)


def _said(name: str) -> dict[str, str]:
    return {lo: say(name, ours) for lo, ours in _LANGS.items()}
