"""Nối lại hàm: calls that another host stored in its own way become the plain name again."""

from __future__ import annotations

from texts import text
from workbooks.engines import plain_formula
from xl_addin.commands.plan import Plan, SetFormula
from xl_addin.commands.request import Request


def relink(request: Request) -> Plan:
    """Rewrite `[1]!DTI_SCORE(…)`, `_xll.`, `_xldudf_`. Raises Unusable for an unreadable file."""
    formulas = tuple(
        SetFormula(sheet.name, cell.address, plain)
        for sheet in request.marked.sheets
        for cell in sheet.cells.values()
        if cell.formula and (plain := plain_formula(cell.formula)) != cell.formula
    )
    if not formulas:
        return Plan((text("command.relink.nothing"),))
    return Plan((text("command.relink.done", cells=len(formulas)),), formulas=formulas)
