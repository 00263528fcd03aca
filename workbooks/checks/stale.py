"""Stored values are current: what a formula's cell holds is what the formula gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence, apart, target
from workbooks.statement import Stated, input_figure


def stored_values_are_current(evidence: Evidence) -> Iterator[Finding]:
    """Every stored score, subtotal, total and index equals its own formula recalculated."""
    statement = evidence.statement
    for row in statement.rows.values():
        for figure in (row.score, row.typed):
            yield from _compare(evidence, figure, row.code)
        for cell in row.cells.values() if statement.own else ():
            yield from _compare(evidence, input_figure(statement, row, cell), row.code)
    for code, figure in (*statement.pillars.items(), *statement.typed_pillars.items()):
        yield from _compare(evidence, figure, code)
    for figure in (statement.total, statement.typed_total, statement.index):
        yield from _compare(evidence, figure, "")


def _compare(evidence: Evidence, figure: Stated | None, code: str) -> Iterator[Finding]:
    if figure is None or not figure.formula:
        return
    where = {"sheet": figure.sheet, "cell": figure.cell}
    if not figure.cached:
        yield finding("score-uncached", code, **where)
        return
    if target(figure) not in evidence.recalculated:
        return
    value = evidence.recalculated[target(figure)]
    if not isinstance(value, int | Fraction):
        # A text or an error: only say so where a number was stored and ours is the formula.
        if evidence.statement.own and figure.value is not None:
            actual = apart(figure.value, 0)[0]
            yield finding("score-stale", code, **where, actual=actual, expected=_words(value))
        return
    if figure.value is None:
        if evidence.statement.own:
            yield finding(
                "score-stale",
                code,
                **where,
                actual=figure.error or "ô trống",
                expected=apart(value, 0)[0],
            )
        return
    if abs(Fraction(value) - Fraction(figure.value)) > Fraction(1, 10**6):
        actual, expected, _ = apart(figure.value, value)
        yield finding("score-stale", code, **where, actual=actual, expected=expected)


def _words(value: object) -> str:
    return str(value) if value else "ô trống"
