"""Places for commands whose content is not there yet: they change nothing and say so."""

from __future__ import annotations

from texts import text
from xl_addin.commands.plan import Plan
from xl_addin.commands.request import Request


def improve(request: Request) -> Plan:
    """Việc cần làm tiếp: which rows bring most, and what blocks the next level."""
    return Plan((text("command.later", command=text("command.improve")),))


def rank(request: Request) -> Plan:
    """Xếp hạng cụm: score and rank every form of a folder."""
    return Plan((text("command.later", command=text("command.rank")),))
