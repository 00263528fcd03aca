"""Stored values are current: what a formula's cell holds is what the formula gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence, telling
from workbooks.design.names import Key
from workbooks.engines import Recalculated
from workbooks.statement import Stated, is_anchor

CODES = ("score-stale", "score-uncached")

ANSWERS = ("score", "pillar", "total", "index", "level", "result")
"""The formulas that must have a stored value, so that a reader without recalculation sees it."""
_CLOSE = Fraction(1, 10**6)


def stored_values_are_current(evidence: Evidence) -> Iterator[Finding]:
    """Every stored value equals its own formula recalculated; inputs made of formulas too."""
    statement = evidence.statement
    rows = statement.law.by_code
    for key in statement.places:
        if is_anchor(key):
            continue
        figure = statement.figure(key)
        if figure is None or not figure.formula:
            continue
        code = key.code if key.code in rows else ""
        where = {"sheet": figure.sheet, "cell": figure.cell}
        if not figure.cached:
            if key.what in ANSWERS or not statement.own or key.what in ("in", "typed"):
                yield finding("score-uncached", code, **where)
            continue
        if figure.target in evidence.recalculated:
            yield from _compare(evidence, key, figure, evidence.recalculated[figure.target], code)


def _compare(
    evidence: Evidence, key: Key, figure: Stated, value: Recalculated, code: str
) -> Iterator[Finding]:
    where = {"sheet": figure.sheet, "cell": figure.cell}
    stored = figure.value
    if isinstance(value, int | Fraction) and stored is not None:
        if abs(Fraction(value) - Fraction(stored)) > _CLOSE:
            digits = telling(stored, value)
            yield finding(
                "score-stale", code, **where, actual=stored, expected=value, digits=digits
            )
        return
    if figure.error and _shown(value).startswith("#"):
        return  # programs differ in which error it is
    if stored is None and _words(figure) == _shown(value):
        return
    if stored == 0 and value in (None, ""):
        return
    actual = stored if stored is not None else _words(figure) or None
    expected = value if value != "" else None
    yield finding("score-stale", code, **where, actual=actual, expected=expected, digits=6)


def _words(figure: Stated) -> str:
    """What a cell shows that holds no number; TRUE is 1, as engines give it."""
    return figure.error or _TRUTHS.get(figure.text, figure.text)


def _shown(value: Recalculated) -> str:
    return "" if value is None else str(value)


_TRUTHS = {"TRUE": "1", "FALSE": "0"}
