"""Chuyển ấn bản: the same workbook for computers with, or without, the add-in."""

from __future__ import annotations

from pathlib import Path

from answers.convert import convert as convert_book
from answers.new import Built
from texts import Text, text
from workbooks.design.names import NATIVE, UDF
from workbooks.own.identity import identity_of
from xl_addin.commands.plan import NewFile, Plan
from xl_addin.commands.request import Request


def convert(request: Request) -> Plan:
    """The workbook in the other edition, as a new file. Raises Unusable for a foreign one."""
    identity = identity_of(request.book)
    edition = UDF if identity is not None and identity.edition == NATIVE else NATIVE
    built = convert_book(request.file, edition)
    said = text("command.convert.done", edition=text(f"command.edition.{edition}"))
    return Plan((said, *lost(built)), file=new_file(request, built, edition))


def lost(built: Built) -> tuple[Text, ...]:
    """What did not find its place."""
    return tuple(text("command.lost", place=f.place, what=f.message()) for f in built.findings)


def new_file(request: Request, built: Built, mark: str) -> NewFile:
    """The workbook under a name that says what it is."""
    return NewFile(f"{Path(request.name).stem}-{mark}.xlsx", built.content)
