"""Registry: every command, once. Ribbon, menu, toolbar and the hosts take them from here.

Light to import: a command's own module is loaded when the command is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, cast

from texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from xl_addin.commands.plan import Plan
    from xl_addin.commands.request import Request

GROUPS = ("check", "work", "care")
"""The groups of the ribbon and of the menu; their names are `command.group.<id>`."""


class Asks(str, Enum):
    """What the host asks the official for before the command is planned."""

    NOTHING = "nothing"
    FILE = "file"
    """A workbook to read."""
    FOLDER = "folder"
    """A folder of workbooks."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command. Its texts are `command.<id>` and `command.<id>.tip`.

    The function and the file in this room that plan it have its id for a name. `picture`: one of
    Office's own; `large`: a large button of the ribbon.
    """

    id: str
    group: str
    picture: str
    large: bool = False
    asks: Asks = Asks.NOTHING

    def label(self, lang: str = "vi") -> str:
        """The words on the button."""
        return say(f"command.{self.id}", lang)

    def tip(self, lang: str = "vi") -> str:
        """What the command does."""
        return say(f"command.{self.id}.tip", lang)

    def plan(self, request: Request) -> Plan:
        """What it wants done. Raises Unusable, saying why, where it cannot be."""
        module = import_module(f"xl_addin.commands.{self.id}")
        function = cast("Callable[[Request], Plan]", getattr(module, self.id))
        return function(request)


COMMANDS: tuple[Command, ...] = (
    Command("reconcile", "check", "ReviewNewComment", large=True),
    Command("precheck", "check", "Spelling", large=True),
    Command("explain", "check", "Help"),
    Command("unmark", "check", "ReviewDeleteComment"),
    Command("adopt", "work", "FileOpen", asks=Asks.FILE),
    Command("improve", "work", "SortAscendingExcel"),
    Command("rank", "work", "ChartInsert", asks=Asks.FOLDER),
    Command("report", "work", "FilePrint"),
    Command("convert", "care", "FileSaveAs"),
    Command("relink", "care", "HyperlinkInsert"),
    Command("update", "care", "RefreshAll"),
)
"""In the order in which they are shown."""


def command_of(name: str) -> Command | None:
    """The command of an id; None for an unknown one.

    >>> command_of("unmark").label(), command_of("rm -rf")
    ('Bỏ đánh dấu', None)
    """
    return next((command for command in COMMANDS if command.id == name), None)
