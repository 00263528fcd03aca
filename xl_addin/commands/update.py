"""Cập nhật bộ chỉ số: the ruleset of the workbook, and a copy of today's where it differs."""

from __future__ import annotations

from answers.convert import convert as convert_book
from answers.laws import find_law
from answers.refusal import in_file
from texts import text
from workbooks.design.names import EDITIONS, UDF, VERSION
from workbooks.own.identity import identity_of
from xl_addin.commands.convert import lost, new_file
from xl_addin.commands.plan import Plan
from xl_addin.commands.request import Request


def update(request: Request) -> Plan:
    """Compare the workbook with the installed table. Raises Unusable for a foreign workbook."""
    identity = identity_of(request.book)
    if identity is None:
        raise in_file(request.name, text("command.not-ours"))
    law = find_law(identity.table)
    old = text("command.update.superseded", why=law.decision.superseded)
    beside = (old,) if law.decision.superseded else ()
    digest = law.digest[:12]
    if identity.digest == law.digest and identity.version == VERSION:
        return Plan((text("command.update.current", table=law.id, digest=digest), *beside))
    edition = identity.edition if identity.edition in EDITIONS else UDF
    built = convert_book(request.file, edition)
    said = text(
        "command.update.newer", table=law.id, digest=digest, given=identity.digest[:12] or "?"
    )
    return Plan((said, *beside, *lost(built)), file=new_file(request, built, digest))
