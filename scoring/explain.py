"""Explain: why a row got its score, what it still lacks, and whether a typed score agrees."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.model import Indicator
from scoring.numbers import Rational
from scoring.program import Outcome
from scoring.tolerance import agrees
from texts.figures import rounded, vietnamese


def status_words(outcome: Outcome) -> str:
    """«Đủ», or what is missing or wrong."""
    if outcome.score is not None:
        return " ".join(["Đủ", *(f"({f.message()})" for f in outcome.findings)])
    return " ".join(f.message() for f in outcome.findings)


def explain(indicator: Indicator, given: Any) -> str:
    """The sentence of DTI_EXPLAIN for figures that are already read."""
    outcome = indicator.program.run(given, indicator.code)
    if outcome.score is None:
        text = f"chưa có điểm. {status_words(outcome)}"
    else:
        text = indicator.program.explain(given)
        text = ". ".join([text, *(f.message().rstrip(".") for f in outcome.findings)])
    source = [indicator.place]
    if indicator.readings:
        source.append("cách hiểu: " + "; ".join(r.adopted for r in indicator.readings))
    return f"{indicator.code}: {text} ({'; '.join(source)})"


def compare(typed: Rational, score: Fraction) -> str:
    """The words of DTI_CHECK."""
    if agrees(typed, score):
        return "Khớp"
    digits = 2
    while digits < 10 and rounded(typed - score, digits) == 0:
        digits += 1
    return f"Lệch {vietnamese(typed - score, digits)} (tính được {vietnamese(score, digits)})"
