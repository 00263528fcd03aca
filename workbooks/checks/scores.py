"""Typed scores are the computed ones: a figure typed by hand against the engine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.model import Indicator
from scoring.rules import FullAt, Measured
from scoring.tolerance import agrees
from texts.figures import percent
from workbooks.checks.base import Evidence, apart, shown


def typed_scores_are_the_computed_ones(evidence: Evidence) -> Iterator[Finding]:
    """Every typed score lies within half a unit of its last shown digit of the engine's."""
    for assessed in evidence.assessment.rows:
        indicator = assessed.indicator
        row = evidence.statement.rows.get(indicator.code)
        if row is None or row.typed is None or not assessed.counts:
            continue
        typed = evidence.current(row.typed)
        if typed is None:
            continue
        where = {"sheet": row.typed.sheet, "cell": row.typed.cell}
        if typed > indicator.max_score and assessed.score is None:
            yield finding(
                "score-above-maximum",
                indicator.code,
                **where,
                actual=shown(typed),
                expected=shown(indicator.max_score),
            )
        if assessed.score is None or agrees(typed, assessed.score, _digits(row.typed)):
            continue
        actual, expected, difference = apart(typed, assessed.score)
        yield finding(
            "score-mismatch",
            indicator.code,
            **where,
            actual=actual,
            expected=expected,
            difference=difference,
            why=cause(indicator, dict(row.figures), typed),
        )


def _digits(typed: object) -> int | None:
    """Decimals that the cell shows; a formula keeps more than its format shows."""
    return getattr(typed, "digits", None)


def cause(indicator: Indicator, figures: dict[str, object], typed: Fraction) -> str:
    """The likeliest slip behind a typed score, in Vietnamese; empty where none is plain."""
    top = indicator.max_score
    if typed > top:
        return f"Điểm nhập vượt điểm tối đa {shown(top)}."
    rule = indicator.rule
    if not isinstance(rule, Measured):
        return ""
    value = Fraction(rule.measure.value().exact(figures))  # type: ignore[arg-type]
    if isinstance(rule.mapping, FullAt):
        full = rule.mapping.full_at
        if full != 1 and agrees(typed, min(Fraction(1), value) * top):
            return f"Có lẽ chưa chia cho {percent(full)}."
        cut = Fraction(int(value * 100), 100)
        near = (cut, cut + Fraction(1, 100))
        if any(agrees(typed, min(Fraction(1), r / full) * top) for r in near):
            return "Có lẽ đã làm tròn tỷ lệ trước khi nhân điểm tối đa."
    if value and agrees(typed, min(Fraction(1), 1 / value) * top):
        return "Có lẽ đã lấy mẫu số chia cho tử số."
    return ""
