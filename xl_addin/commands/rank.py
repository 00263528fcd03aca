"""Xếp hạng cụm: every form of a folder, scored and ranked, as a file of its own."""

from __future__ import annotations

from answers.rank import rank as rank_files
from answers.rank import units_in
from answers.refusal import unusable
from texts import text
from xl_addin.commands.plan import NewFile, Plan
from xl_addin.commands.request import Request


def rank(request: Request) -> Plan:
    """Rank the units of a folder. Raises Unusable where it holds none, or none was chosen."""
    if request.folder is None:
        raise unusable("command.rank.no-folder")
    # Nothing is started from inside a spreadsheet program: it would start itself again.
    ranked = rank_files(units_in([request.folder]), jobs=0)
    lines = (line.strip() for line in ranked.words(request.lang).splitlines())
    said = tuple(text("command.line", line=line) for line in lines if line)
    content = ranked.workbook(request.lang)
    return Plan(said, file=NewFile(f"{request.folder.name}-xep-hang.xlsx", content))
