"""The port of every host, and how a command is carried out in any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from answers.refusal import Unusable
from answers.saving import place_at
from answers.sources import File
from texts import Text, text
from xl_addin.commands.plan import NewFile, Plan
from xl_addin.commands.registry import COMMANDS, Asks, command_of
from xl_addin.commands.request import Request

LOCKED = "command.locked"


@dataclass(frozen=True, slots=True)
class Open:
    """The open workbook as a host hands it to a command; see `Request`."""

    name: str
    content: bytes
    sheet: str = ""
    cell: str = ""
    recalculated: Callable[[], bytes] | None = None


class Host(Protocol):
    """An open workbook in a program."""

    def read(self) -> Open:
        """A copy of it as it stands, with what is not saved yet, and the selection."""

    def choose_file(self, title: Text) -> File | None:
        """Let the official choose a workbook; None where nothing was chosen."""

    def choose_folder(self, title: Text) -> Path | None:
        """Let the official choose a folder; None where nothing was chosen."""

    def choose_place(self, name: str, title: Text) -> Path | None:
        """Let the official choose where a new file goes; None where nothing was chosen."""

    def apply(self, plan: Plan) -> Iterable[str]:
        """Carry out all but the file; gives the sheet of each change that a password kept out."""

    def sources(self) -> Iterable[Path]:
        """Files that must not be written over: the open workbook's own."""


def perform(name: str, host: Host, lang: str = "vi") -> str:
    """Carry out a command in the open workbook; gives what to say. Never raises Unusable.

    Nothing is changed by an unknown command, by one that asks and gets no answer, or by one whose
    plan cannot be made.
    """
    command = command_of(name)
    if command is None:
        known = tuple(one.label(lang) for one in COMMANDS)
        return text("command.unknown", command=name, known=known).say(lang)
    label = command.label(lang)
    try:
        other = folder = None
        if command.asks is Asks.FILE:
            other = host.choose_file(text("command.choose-file"))
        elif command.asks is Asks.FOLDER:
            folder = host.choose_folder(text("command.choose-folder"))
        if command.asks is not Asks.NOTHING and other is None and folder is None:
            return text("command.cancelled", command=label).say(lang)
        there = host.read()
        plan = command.plan(
            Request(
                name=there.name,
                content=there.content,
                sheet=there.sheet,
                cell=there.cell,
                other=other,
                folder=folder,
                recalculated=there.recalculated,
                lang=lang,
            )
        )
        locked = Counter(host.apply(plan)) if plan.changes or plan.select else Counter[str]()
        said = [plan.words(lang)]
        said += [
            text(LOCKED, sheet=sheet, count=count).say(lang) for sheet, count in locked.items()
        ]
        if plan.file is not None:
            said += [line.say(lang) for line in _written(host, plan.file)]
        return "\n".join(said)
    except Unusable as error:
        return text("command.failed", command=label, why=error.why).say(lang)


def _written(host: Host, file: NewFile) -> Iterator[Text]:
    """Save a new file where the official wants it; another one is never written over."""
    place = host.choose_place(file.name, text("command.choose-place"))
    if place is None:
        yield text("command.not-saved")
        return
    suffixes = (Path(file.name).suffix,)
    place_at(place, sources=host.sources(), suffixes=suffixes).save(file.content)
    yield text("command.saved", file=str(place))
