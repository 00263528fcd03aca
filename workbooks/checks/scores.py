"""Typed scores are the computed ones: a figure typed by hand against the engine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.model import Indicator
from scoring.program import Figures, Wrong
from scoring.rules import FullAt, Measured
from scoring.tolerance import agrees
from texts import Percent, Text, text
from workbooks.checks.base import Evidence, telling
from workbooks.design.names import Key

CODES = ("score-mismatch", "score-above-maximum")


def typed_scores_are_the_computed_ones(evidence: Evidence) -> Iterator[Finding]:
    """Every typed score lies within half a unit of its last shown digit of the engine's."""
    if evidence.scored is None:
        return
    for assessed in evidence.scored.rows:
        indicator, figure = assessed.row, evidence.statement.figure(Key("typed", assessed.code))
        typed = evidence.current(figure)
        if figure is None or typed is None or not assessed.counts:
            continue
        where = {"sheet": figure.sheet, "cell": figure.cell}
        if assessed.score is None:
            if typed > indicator.max_score:
                yield finding(
                    "score-above-maximum",
                    indicator.code,
                    **where,
                    actual=typed,
                    expected=indicator.max_score,
                )
            continue
        if agrees(typed, assessed.score, figure.digits):
            continue
        yield finding(
            "score-mismatch",
            indicator.code,
            **where,
            actual=typed,
            expected=assessed.score,
            difference=typed - assessed.score,
            digits=telling(typed, assessed.score),
            why=cause(indicator, assessed.figures, typed),
        )


def cause(indicator: Indicator, figures: Figures, typed: Fraction) -> Text | str:
    """The likeliest slip behind a typed score; empty where none is plain."""
    top, rule = indicator.max_score, indicator.rule
    if typed > top:
        return text("cause.above", most=top)
    if not isinstance(rule, Measured):
        return ""
    values = {name: figures.get(name) for name in (slot.name for slot in rule.measure.slots())}
    if any(value is None or isinstance(value, Wrong) for value in values.values()):
        return ""  # a substituted row has a score without figures of its own
    value = Fraction(rule.measure.value().exact(values))  # type: ignore[arg-type]
    if isinstance(rule.mapping, FullAt):
        full = rule.mapping.full_at
        if full != 1 and agrees(typed, min(Fraction(1), value) * top):
            return text("cause.not-divided", full=Percent(full))
        cut = Fraction(int(value * 100), 100)
        near = (cut, cut + Fraction(1, 100))
        if any(agrees(typed, min(Fraction(1), ratio / full) * top) for ratio in near):
            return text("cause.rounded-early")
    if value and agrees(typed, min(Fraction(1), 1 / value) * top):
        return text("cause.upside-down")
    return ""
