"""Score formulas are intact: nobody typed over them or changed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence, shown
from workbooks.engines import plain_formula

_QUOTED = re.compile(r'("(?:[^"]|"")*")')


def score_formulas_are_intact(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook every score cell holds the formula that it was built with."""
    if not evidence.statement.own:
        return
    for row in evidence.statement.rows.values():
        where = {"sheet": row.sheet, "cell": row.cell}
        held = row.score.formula if row.score else ""
        if not held:
            actual = shown(row.score.value) if row.score else "(trống)"
            if row.score and row.score.value is None:
                actual = row.score.error or "một đoạn chữ"
            expected = shown(evidence.score(row.code))
            yield finding(
                "formula-overwritten", row.code, **where, actual=actual, expected=expected
            )
        elif normal(held) != normal(row.formula):
            yield finding(
                "formula-changed", row.code, **where, actual=f"={held}", expected=f"={row.formula}"
            )


def sums_stand(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook every subtotal, total and index still holds something to add up."""
    statement, assessed = evidence.statement, evidence.assessment
    if not statement.own:
        return
    expected = {pillar.code: pillar.score for pillar in assessed.pillars}
    for code, figure, right in (
        *((code, figure, expected[code]) for code, figure in statement.pillars.items()),
        ("", statement.total, assessed.total),
        ("", statement.index, assessed.index),
    ):
        if figure is not None and not figure.formula and figure.value is None:
            yield finding(
                "formula-overwritten",
                code,
                sheet=figure.sheet,
                cell=figure.cell,
                actual=figure.error or "ô trống hoặc chữ",
                expected=shown(right),
            )


def normal(formula: str) -> str:
    """A formula without what hosts write differently.

    >>> normal("if( $A$1=true() ,'S'!B2:B2,\\"Có\\")")
    'IF(A1=TRUE,S!B2,"Có")'
    """
    parts = _QUOTED.split(plain_formula(formula))
    for index in range(0, len(parts), 2):
        text = re.sub(r"[\s$']", "", parts[index]).upper()
        text = re.sub(r"\b(TRUE|FALSE)\(\)", r"\1", text)
        parts[index] = re.sub(r"\b([A-Z]+[0-9]+):\1\b", r"\1", text)
    return "".join(parts)
