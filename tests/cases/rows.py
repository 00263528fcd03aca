"""The cases of one row: every option, every printed threshold from both sides, every bad figure.

Inputs are derived from what is printed (tests/oracle) and from `shapes`; the engine has no part.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.cases.shapes import (
    COHORT,
    EXCEEDS,
    MISSING,
    NEGATIVE,
    OPTION,
    READING,
    SHAPES,
    SPECIAL,
    TEXT,
    USUAL,
    ZERO,
    Case,
    Shape,
)

WHOLE = 100_000
_PERCENT = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?%")
_COUNT = re.compile(r"(?<![0-9/.,])([0-9]{1,2})(?![0-9/.,%*])")


def cases(table: str, code: str, row: Any) -> Iterator[Case]:
    """All cases of a row. `row` is the second transcription's."""
    special = SPECIAL.get(table, {}).get(code)
    if special:
        yield from special
        return
    inputs = set(row.inputs)
    shape = SHAPES[table].get(code, USUAL)
    if {"num", "den", "percent"} <= inputs:
        shape = Shape("num", "den")
    if "option" in inputs and inputs != {"option"}:
        yield from _option_with_figures(row, shape)
    elif "option" in inputs:
        yield from _options(row)
    elif "parts" in inputs:
        yield from _parts(row)
    elif "has_section" in inputs:
        yield from _section(row)
    elif "value" in inputs:
        yield from _cohort()
    elif "x" in inputs:
        yield from _counts(row)
    elif inputs == {"percent"}:
        yield from _rates(row)
    else:
        yield from _ratio(row, shape)
        if "percent" in inputs:
            yield from _rates(row)
            yield "counts-before-the-rate", {"num": 1, "den": 4, "percent": 90}, ()
            yield "half-the-counts-and-the-rate", {"num": 1, "percent": 50}, ()


def thresholds(row: Any) -> list[Fraction]:
    """The percentages that are printed, and 100%."""
    found = {Fraction(text.replace(",", ".")) for text in _PERCENT.findall(row.printed)}
    return sorted(found | {Fraction(100)})


def decimal(number: Fraction) -> int | Decimal:
    """The number as JSON writes it."""
    if number.denominator == 1:
        return int(number)
    return Decimal(number.numerator) / Decimal(number.denominator)


def _options(row: Any) -> Iterator[Case]:
    for option in range(1, row.options + 1):
        yield f"option-{option}", {"option": option}, ()
    extra = row.options + 1
    while row.score({"option": extra}) is not None:
        yield f"option-{extra}-is-not-printed", {"option": extra}, (READING,)
        extra += 1
    yield "one-past-the-last-option", {"option": extra}, (OPTION,)
    yield "option-zero", {"option": 0}, (OPTION,)
    yield "between-two-options", {"option": Decimal("1.5")}, (OPTION,)
    yield "option-as-text", {"option": "một"}, (OPTION,)
    yield "blank", {}, (MISSING,)
    yield "null", {"option": None}, (MISSING,)


def _option_with_figures(row: Any, shape: Shape) -> Iterator[Case]:
    if "x" in row.inputs:
        for option in range(1, row.options + 1):
            for x in _around(row):
                yield f"option-{option}-with-{x}", {"option": option, "x": x}, ()
        yield "no-count", {"option": 1}, (MISSING,)
        yield "no-choice", {"x": 12}, (MISSING,)
        yield "unknown-option", {"option": row.options + 1, "x": 12}, (OPTION,)
        yield "negative-count", {"option": 1, "x": -1}, (NEGATIVE,)
        return
    for option in range(1, row.options + 1):
        takes_a_ratio = row.score({"option": option}) is None
        if not takes_a_ratio:
            yield f"option-{option}", {"option": option}, ()
            continue
        for name, inputs, codes in _ratio(row, shape):
            yield f"option-{option}-{name}", {"option": option} | inputs, codes
        for name, inputs, codes in _rates(row):
            yield f"option-{option}-{name}", {"option": option} | inputs, codes
    yield "no-choice", {"num": 1, "den": 4}, (MISSING,)
    yield "unknown-option", {"option": row.options + 1}, (OPTION,)


def _parts(row: Any) -> Iterator[Case]:
    with_count = "x" in row.inputs
    counts: list[dict[str, Any]] = [{"x": x} for x in (0, 1, 2, 3, 5, 6)] if with_count else [{}]
    for answers in itertools.product((True, False), repeat=row.parts):
        said = "-".join("yes" if answer else "no" for answer in answers)
        for count in counts:
            name = f"{said}-and-{count['x']}" if count else said
            yield name, {"parts": list(answers)} | count, ()
    yield "blank", {}, (MISSING,)
    rest = counts[0]
    yield "one-part-unanswered", {"parts": [None] + [True] * (row.parts - 1)} | rest, (MISSING,)
    yield "odd-answer", {"parts": ["?"] + [True] * (row.parts - 1)} | rest, (OPTION,)
    yield "too-many-parts", {"parts": [True] * (row.parts + 1)} | rest, (OPTION,)
    if with_count:
        yield "no-count", {"parts": [True] * row.parts}, (MISSING,)
        yield "negative-count", {"parts": [True] * row.parts, "x": -1}, (NEGATIVE,)


def _section(row: Any) -> Iterator[Case]:
    for x in _around(row):
        yield f"section-with-{x}", {"has_section": True, "x": x}, ()
    yield "no-section", {"has_section": False}, ()
    yield "no-section-but-articles", {"has_section": False, "x": 12}, ()
    yield "no-count", {"has_section": True}, (MISSING,)
    yield "no-answer", {"x": 12}, (MISSING,)
    yield "blank", {}, (MISSING,)
    yield "negative-count", {"has_section": True, "x": -1}, (NEGATIVE,)
    yield "odd-answer", {"has_section": "?", "x": 12}, (OPTION,)


def _cohort() -> Iterator[Case]:
    for value in (0, 10, 20, 25, 40):
        yield f"value-{value}", {"value": value, "cohort": [0, 10, 20, 40, value]}, ()
    yield "all-equal", {"value": 7, "cohort": [7, 7, 7]}, ()
    yield "all-zero", {"value": 0, "cohort": [0, 0]}, ()
    yield "the-list-forgot-the-unit", {"value": 50, "cohort": [0, 10]}, ()
    yield "no-cohort-yet", {"value": 5}, (COHORT,)
    yield "no-value", {"cohort": [0, 10]}, (MISSING,)
    yield "negative-value", {"value": -5, "cohort": [0, 10]}, (NEGATIVE,)
    yield "text-in-the-cohort", {"value": 5, "cohort": [0, "mười"]}, (TEXT,)
    yield "negative-in-the-cohort", {"value": 5, "cohort": [0, -1]}, (NEGATIVE,)


def _around(row: Any) -> list[int]:
    """Every printed count with its two neighbours."""
    printed = {int(text) for text in _COUNT.findall(row.printed)}
    near = {n + step for n in printed for step in (-1, 0, 1)}
    return sorted({0, 1, 1000} | {n for n in near if n >= 0})


def _counts(row: Any) -> Iterator[Case]:
    for x in _around(row):
        yield f"count-{x}", {"x": x}, ()
    yield "a-count-with-decimals", {"x": Decimal("3.5")}, ()
    yield "blank", {}, (MISSING,)
    yield "null", {"x": None}, (MISSING,)
    yield "negative", {"x": -1}, (NEGATIVE,)
    yield "text", {"x": "mười"}, (TEXT,)
    yield "yes-is-not-a-count", {"x": True}, (TEXT,)


def _rates(row: Any) -> Iterator[Case]:
    for mark in thresholds(row):
        for name, step in (("just-below", "-0.01"), ("exactly", "0"), ("just-above", "0.01")):
            rate = mark + Fraction(step)
            if rate <= 100:
                yield f"rate-{name}-{float(mark):g}-percent", {"percent": decimal(rate)}, ()
    yield "rate-zero", {"percent": 0}, ()
    yield "rate-above-100-percent", {"percent": Decimal("100.01")}, (EXCEEDS,)
    yield "rate-negative", {"percent": -1}, (NEGATIVE,)
    yield "rate-as-text", {"percent": "85%"}, (TEXT,)
    yield "no-rate", {"percent": None}, (MISSING,)


def _ratio(row: Any, shape: Shape) -> Iterator[Case]:
    cohort = {"cohort": [0, Decimal("0.25"), 1]} if "cohort" in row.inputs else {}
    parts, wholes = shape.part.split(), shape.whole.split()

    def filled(part: int, whole: int) -> dict[str, Any]:
        return _split(parts, part) | _split(wholes, whole) | cohort

    for mark in thresholds(row):
        exactly = int(mark * WHOLE / 100)
        for name, step in (("just-below", -1), ("exactly", 0), ("just-above", 1)):
            if exactly + step <= WHOLE or shape.capped:
                yield f"{name}-{float(mark):g}-percent", filled(exactly + step, WHOLE), ()
    yield "none", filled(0, 80), ()
    yield "a-third", filled(1, 3), ()
    yield "amounts-with-decimals", filled(0, 2) | {parts[0]: Decimal("0.7")}, ()
    yield "zero-of-zero", filled(0, 0), (ZERO,)
    above = () if shape.capped else (EXCEEDS,)
    yield "part-above-whole", filled(81, 80), above
    yield "part-of-zero", filled(1, 0), (*above, ZERO)
    yield "blank", {}, (MISSING, COHORT) if cohort else (MISSING,)
    for name in (parts[0], wholes[0]):
        rest = {key: value for key, value in filled(40, 80).items() if key != name}
        yield f"{name}-blank", rest, (MISSING,)
        yield f"{name}-negative", filled(40, 80) | {name: -1}, (NEGATIVE,)
        yield f"{name}-as-text", filled(40, 80) | {name: "40 người"}, (TEXT,)
    if len(parts) > 1 or len(wholes) > 1:
        uneven = dict.fromkeys((*parts, *wholes), 0) | {parts[-1]: 6, wholes[-1]: 8} | cohort
        yield "sums-are-compared-as-sums", uneven, ()
        everything = dict.fromkeys((*parts, *wholes), 0) | {parts[0]: 80, wholes[0]: 80} | cohort
        yield "the-first-part-is-everything", everything, ()
    if cohort:
        without = {key: value for key, value in filled(40, 80).items() if key != "cohort"}
        yield "no-cohort-yet", without, (COHORT,)


def _split(names: list[str], total: int) -> dict[str, Any]:
    """Spread a total over symbols."""
    share, rest = divmod(total, len(names))
    return {name: share + (rest if place == 0 else 0) for place, name in enumerate(names)}
