"""Explain: why a row got its score, what it still lacks, and whether a typed score agrees."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from scoring.model import Indicator
from scoring.numbers import Rational
from scoring.program import Outcome
from scoring.tolerance import agrees
from texts import say
from texts.figures import figure, rounded


def status_words(outcome: Outcome, lang: str = "vi") -> str:
    """«Đủ», or what is missing or wrong."""
    found = [f.message(lang) for f in outcome.findings]
    if outcome.score is None:
        return " ".join(found)
    return " ".join([say("status.complete", lang), *(f"({message})" for message in found)])


def explain(indicator: Indicator, given: Any, lang: str = "vi") -> str:
    """The sentence of DTI_EXPLAIN for figures that are already read.

    What is ours is said in the language asked for; the law, and the readings of it, are quoted.
    """
    outcome = indicator.program.run(given, indicator.code)
    if outcome.score is None:
        said = say("explain.no-score", lang, status=status_words(outcome, lang))
    else:
        said = indicator.program.explain(given, lang)
        said = ". ".join([said, *(f.message(lang).rstrip(".") for f in outcome.findings)])
    source = [indicator.place]
    if indicator.readings:
        adopted = "; ".join(reading.adopted for reading in indicator.readings)
        source.append(say("explain.readings", lang, adopted=adopted))
    return f"{indicator.code}: {said} ({'; '.join(source)})"


def compare(typed: Rational, score: Fraction, lang: str = "vi") -> str:
    """The words of DTI_CHECK."""
    if agrees(typed, score):
        return say("compare.agrees", lang)
    digits = 2
    while digits < 10 and rounded(typed - score, digits) == 0:
        digits += 1
    difference, computed = figure(typed - score, lang, digits), figure(score, lang, digits)
    return say("compare.differs", lang, difference=difference, score=computed)
