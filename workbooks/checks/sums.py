"""Sums are the sums of their rows: arithmetic only, whatever the rows are worth."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.tolerance import agrees
from workbooks.checks.base import Evidence, apart
from workbooks.statement import Row, Stated


def sums_are_the_sums_of_their_rows(evidence: Evidence) -> Iterator[Finding]:
    """Every subtotal and total equals the scores that stand in its own rows."""
    statement = evidence.statement
    rows = statement.rows
    subtotals: list[Finding] = []
    for pillar in statement.table.pillars:
        if statement.own and any(i.code not in rows for i in pillar.indicators):
            continue  # what a lost row counts for is not known; `row-missing` names it
        own = [rows[i.code] for i in pillar.indicators if i.code in rows]
        for figure, typed in (
            (statement.pillars.get(pillar.code), False),
            (statement.typed_pillars.get(pillar.code), True),
        ):
            subtotals += _compare(evidence, "subtotal-mismatch", pillar.code, figure, own, typed)
    yield from subtotals
    if statement.own and len(rows) < len(statement.table.indicators):
        return
    everything = tuple(rows.values())
    yield from _compare(evidence, "total-mismatch", "", statement.total, everything, False)
    total = statement.typed_total
    if subtotals or not _adds_subtotals(evidence, total):
        yield from _compare(evidence, "total-mismatch", "", total, everything, True)


def _adds_subtotals(evidence: Evidence, total: Stated | None) -> bool:
    """Whether a typed total is the sum of typed subtotals, which may be rounded themselves."""
    statement, value = evidence.statement, evidence.current(total)
    known = [evidence.current(figure) for figure in statement.typed_pillars.values()]
    values = [figure for figure in known if figure is not None]
    if value is None or len(values) < len(statement.table.pillars):
        return False
    return value == sum(values)


def _compare(
    evidence: Evidence,
    code: str,
    indicator: str,
    figure: Stated | None,
    rows: Collection[Row],
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
    if figure.formula and _sums_again(evidence, figure, rows, typed):
        return  # the formula is right: old values are named as such
    # Rows typed to two digits may add up beside the exact total by their own rounding.
    engine = sum((evidence.score(row.code) or Fraction(0) for row in rows), Fraction(0))
    if agrees(value, engine, digits) and abs(value - total) <= len(known) * Fraction(1, 200):
        return
    if typed and agrees(value, _unrounded(evidence, rows), digits):
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


def _sums_again(evidence: Evidence, figure: Stated, rows: Collection[Row], typed: bool) -> bool:
    """Whether everything recalculated adds up."""
    value = evidence.again(figure)
    if value is None:
        return False
    fresh = []
    for row in rows:
        if not row.excluded:
            score = evidence.again(row.typed) if typed else None
            fresh.append(score if score is not None else evidence.again(row.score))
    return abs(value - sum((s for s in fresh if s is not None), Fraction(0))) <= Fraction(1, 10**6)


def _unrounded(evidence: Evidence, rows: Collection[Row]) -> Fraction:
    """The sum of the rows, the rightly rounded ones with their exact scores."""
    total = Fraction(0)
    for row in rows:
        stands, exact = evidence.standing(row), evidence.score(row.code)
        if row.excluded or stands is None:
            continue
        digits = row.typed.digits if row.typed else None
        right = exact is not None and agrees(stands, exact, digits)
        total += exact if exact is not None and right else stands
    return total
