"""`dti convert`: a workbook of ours in the other edition, or in today's layout, without loss."""

from __future__ import annotations

from answers.new import Built, built
from answers.refusal import in_file
from answers.sources import File, message_of, scan_book
from texts import text
from workbooks.design.names import VERSION
from workbooks.own.identity import LayoutUnknown, identity_of
from workbooks.own.read import read_own
from workbooks.statement import Statement

READABLE = ("1", VERSION)
"""The layouts whose names we know: the contract's."""


def convert(file: File, edition: str) -> Built:
    """The same workbook in an edition, and in today's layout.

    Everything that an official has typed is found by its name; `findings` say what was lost.
    Raises Unusable for a workbook that is not ours or of a layout that is not known.
    """
    statement = read_any_layout(file)
    if statement is None:
        raise in_file(file.name, text("convert.not-ours"))
    return built(statement.law, statement.submission, edition, statement.findings)


def read_any_layout(file: File) -> Statement | None:
    """What a workbook of ours says, in whatever layout we know; None for one of others.

    Raises Unusable for a layout that is not known.
    """
    book = scan_book(file)
    identity = identity_of(book)
    if identity is None:
        return None
    if identity.version not in READABLE:
        why = text("own.version", given=identity.version, known=VERSION)
        raise in_file(file.name, text("convert.layout", why=why))
    try:
        return read_own(book, strict=False)
    except LayoutUnknown as error:
        raise in_file(file.name, message_of(error.finding)) from error
