"""One printed row, and the few sums that the printed clauses share."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Given = dict[str, Any]
Number = int | Fraction


@dataclass(frozen=True)
class Row:
    """A row of a table: what is printed, and the clause as a function of the inputs."""

    name: str
    max: Fraction
    printed: str
    inputs: tuple[str, ...]
    score: Callable[[Given], Fraction | None]
    options: int = 0
    parts: int = 0
    evidence: str = ""
    lead_agency: str = ""
    coordinating_agency: str = ""


def amount(given: Given, keys: str) -> Fraction | None:
    """The input named, or the sum of several ("a b"); None if one is missing or negative."""
    total = Fraction(0)
    for key in keys.split():
        value = given.get(key)
        if value is None or value < 0:
            return None
        total += Fraction(value)
    return total


def over(given: Given, part: str, whole: str) -> Fraction | None:
    """Part divided by whole; None if the whole is zero or smaller than the part."""
    top, bottom = amount(given, part), amount(given, whole)
    if top is None or bottom is None or bottom == 0 or top > bottom:
        return None
    return top / bottom


def rate(given: Given) -> Fraction | None:
    """num / den, or percent / 100 when num or den is absent."""
    if given.get("num") is not None and given.get("den") is not None:
        return over(given, "num", "den")
    percent = amount(given, "percent")
    if percent is None or percent > 100:
        return None
    return percent / 100


def points(value: Fraction | None, maximum: Number, full_at: Number = 1) -> Fraction | None:
    """The maximum from full_at on, below it in proportion."""
    if value is None:
        return None
    return min(value / full_at, Fraction(1)) * maximum


def bands(value: Fraction | None, *steps: tuple[Number, Number]) -> Fraction | None:
    """Steps (from, score), highest first: the score of the first one reached, else 0."""
    if value is None:
        return None
    return next((Fraction(score) for start, score in steps if value >= start), Fraction(0))


def pick(given: Given, *scores: Number) -> Fraction | None:
    """The score of the option chosen, counted from 1."""
    option = given.get("option")
    if option is None or option not in range(1, len(scores) + 1):
        return None
    return Fraction(scores[int(option) - 1])


def ticked(given: Given, *scores: Number) -> Fraction | None:
    """The sum of the scores of the parts that are true; every part must be answered."""
    parts = given.get("parts")
    if parts is None or len(parts) != len(scores) or None in parts:
        return None
    return sum((Fraction(s) for part, s in zip(parts, scores, strict=True) if part), Fraction(0))


def plus(*scores: Fraction | None) -> Fraction | None:
    """The sum of partial scores; None if one of them is None."""
    total = Fraction(0)
    for score in scores:
        if score is None:
            return None
        total += score
    return total
