"""Giải thích ô này: why the row of the selected cell has its score."""

from __future__ import annotations

from answers.explain import explain as explain_row
from answers.refusal import in_file, unusable
from texts import text
from workbooks.files.book import place_of
from workbooks.statement import Statement
from xl_addin.commands.plan import Plan
from xl_addin.commands.request import Request


def explain(request: Request) -> Plan:
    """Explain the row that the selection stands in. Raises Unusable where it stands in none."""
    code = row_at(request.statement, request.sheet, request.cell)
    if code is None:
        if not request.cell:
            raise unusable("command.explain.no-cell")
        place = f"{request.sheet}!{request.cell}"
        raise in_file(request.name, text("command.explain.no-row", place=place))
    explained = explain_row(request.source, code)
    lines = explained.words(request.lang).splitlines()
    said = (text("command.line", line=line.strip()) for line in lines)
    return Plan((text("command.explain.row", code=code, name=explained.row.row.name), *said))


def row_at(statement: Statement, sheet: str, cell: str) -> str | None:
    """The code of the row of the table that a cell belongs to; None where it belongs to none.

    Lines without a figure of their own belong to the row above them.
    """
    if not cell:
        return None
    lines: dict[int, str] = {}
    ends: set[int] = set()
    for key, (where, address) in statement.places.items():
        if where == sheet:
            line = place_of(address)[0]
            if key.code in statement.law.by_code:
                lines.setdefault(line, key.code)
            else:
                ends.add(line)
    wanted = place_of(cell.partition(":")[0])[0]
    if not lines or wanted > max(lines):
        return None
    above = [line for line in lines if line <= wanted]
    if not above or any(max(above) < end <= wanted for end in ends):
        return None
    return lines[max(above)]
