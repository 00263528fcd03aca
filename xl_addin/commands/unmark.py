"""Bỏ đánh dấu: every note and sheet of ours goes; the official's own stay."""

from __future__ import annotations

from texts import text
from xl_addin.commands.marking import old_notes, old_sheets
from xl_addin.commands.plan import Plan
from xl_addin.commands.request import Request


def unmark(request: Request) -> Plan:
    """Take our marks away. Raises Unusable where the workbook cannot be read."""
    notes, sheets = old_notes(request.marked), old_sheets(request.marked)
    if not notes and not sheets:
        return Plan((text("command.unmark.nothing"),))
    said = text("command.unmark.done", notes=len(notes), sheets=len(sheets))
    return Plan((said,), unnote=notes, unsheet=sheets)
