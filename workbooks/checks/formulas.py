"""Formulas are intact: nobody typed over one of ours, or changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scoring.findings import Finding, finding
from scoring.numbers import from_float
from texts import text
from workbooks.checks.base import Evidence
from workbooks.design.draft import Content
from workbooks.engines import plain_formula
from workbooks.files.book import Cell, CellKind

CODES = ("formula-overwritten", "formula-changed")

_QUOTED = re.compile(r'("(?:[^"]|"")*")')


def formulas_are_intact(evidence: Evidence) -> Iterator[Finding]:
    """Every formula of our own workbook is the one that it was built with."""
    statement, design = evidence.statement, evidence.statement.design
    if design is None:
        return
    for key, formula in design.formulas.items():
        sheet = statement.book.by_name.get(formula.place.sheet)
        if sheet is None or key not in statement.places:
            continue  # its place is not known: `row-missing` names it
        place = formula.place
        cell = sheet.cells.get((place.row + 1, place.column + 1))
        held = cell.formula if cell else ""
        if held and same_formula(held, formula.text):
            continue
        where = {"sheet": place.sheet, "cell": place.address}
        code = key.code if key.code in design.law.by_code else ""
        if held:
            yield finding(
                "formula-changed", code, **where, actual=f"={held}", expected=f"={formula.text}"
            )
        else:
            actual, right = _held(cell), _expected(evidence.expected.get(key))
            yield finding(
                "formula-overwritten", code, **where, actual=actual, expected=right, digits=6
            )


def same_formula(held: str, ours: str) -> bool:
    """Whether a formula of a file is ours, whatever program has saved it."""
    return held == ours or normal(held) == normal(ours)


@lru_cache(maxsize=8192)
def normal(formula: str) -> str:
    """A formula without what hosts write differently.

    >>> normal("if( $A$1=true() ,'S'!B2:B2,\\"Có\\")")
    'IF(A1=TRUE,S!B2,"Có")'
    """
    parts = _QUOTED.split(plain_formula(formula))
    for index in range(0, len(parts), 2):
        words = re.sub(r"[\s$']", "", parts[index]).upper()
        words = re.sub(r"\b(TRUE|FALSE)\(\)", r"\1", words)
        parts[index] = re.sub(r"\b([A-Z]+[0-9]+):\1\b", r"\1", words)
    return "".join(parts)


def _held(cell: Cell | None) -> object:
    """What stands where a formula should."""
    if cell is None or cell.value == "":
        return None
    if cell.kind is CellKind.TEXT:
        return text("check.quoted", words=str(cell.value))
    return cell.value


def _expected(value: Content) -> object:
    return None if value in (None, "") else from_float(value) if isinstance(value, float) else value
