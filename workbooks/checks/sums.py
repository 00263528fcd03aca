"""Sums are the sums of their rows: arithmetic only, whatever the rows are worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.tolerance import agrees
from workbooks.checks.base import Evidence, apart
from workbooks.statement import Row, Stated


def sums_are_the_sums_of_their_rows(evidence: Evidence) -> Iterator[Finding]:
    """Every subtotal and total equals the scores that stand in its own rows."""
    statement = evidence.statement
    rows = statement.rows
    for pillar in statement.table.pillars:
        own = [rows[i.code] for i in pillar.indicators if i.code in rows]
        engine = sum((evidence.score(row.code) or Fraction(0) for row in own), Fraction(0))
        for figure, typed in (
            (statement.pillars.get(pillar.code), False),
            (statement.typed_pillars.get(pillar.code), True),
        ):
            yield from _compare(
                evidence, "subtotal-mismatch", pillar.code, figure, own, engine, typed
            )
    for figure, typed in ((statement.total, False), (statement.typed_total, True)):
        yield from _compare(
            evidence, "total-mismatch", "", figure, rows.values(), evidence.assessment.total, typed
        )


def _compare(
    evidence: Evidence,
    code: str,
    indicator: str,
    figure: Stated | None,
    rows: Iterable[Row],
    engine: Fraction,
    typed: bool,
) -> Iterator[Finding]:
    value = evidence.current(figure)
    if figure is None or value is None:
        return
    standing = [
        evidence.standing(row) if typed else evidence.current(row.score)
        for row in rows
        if not row.excluded
    ]
    known = [score for score in standing if score is not None]
    if not known and typed and not evidence.statement.own:
        return  # a form that states a sum and no scores: nothing to add up
    total = sum(known, Fraction(0))
    digits = None if figure.formula else figure.digits
    if agrees(value, total, digits) or abs(value - total) <= Fraction(1, 10**6):
        return
    # Rows typed to two digits may add up beside the exact total by their own rounding.
    rounding = len(known) * Fraction(1, 200)
    if agrees(value, engine, digits) and abs(value - total) <= rounding:
        return
    actual, expected, difference = apart(value, total)
    why = f"Lệch {difference}."
    missed = [
        row.code
        for row in rows
        if not row.excluded
        and (score := evidence.standing(row))
        and abs(total - value - score) <= Fraction(1, 100)
    ]
    if len(missed) == 1:
        why = f"Lệch {difference}: có lẽ bỏ sót dòng {missed[0]}."
    yield finding(
        code,
        indicator,
        sheet=figure.sheet,
        cell=figure.cell,
        actual=actual,
        expected=expected,
        why=why,
    )
