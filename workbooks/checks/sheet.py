"""The sheet says what the engine says: its formulas, recalculated, give the engine's figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any

from scoring.findings import Finding, finding
from scoring.numbers import from_float
from texts import text
from workbooks.checks.base import Evidence, exact, telling
from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.engines import Recalculated
from workbooks.statement import Stated

CODES = ("score-mismatch", "level-mismatch")

_ROWS = {"score": "score-mismatch", "result": "score-mismatch"}
_WHOLES = {"level": "level-mismatch"}
"""Sums and the index have checks of their own: here they would be told twice."""
_CLOSE = Fraction(1, 10**9)


def sheet_and_engine_agree(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook: row by row, and the level as a whole.

    Where a formula was overwritten or its precedents were tampered with, the cell computes
    something else than the law does, and no verdict may rest on it.
    """
    if evidence.statement.design is None:
        return
    lost = {item.indicator for item in evidence.statement.findings if item.code == "row-missing"}
    yield from _differences(evidence, _ROWS, lost)
    if not lost:
        yield from _differences(evidence, _WHOLES, lost)


def _differences(
    evidence: Evidence, codes: Mapping[str, str], lost: Collection[str]
) -> Iterator[Finding]:
    """`lost`: rows that the engine could not read whole; `row-missing` names them."""
    statement = evidence.statement
    for key, expected in evidence.expected.items():
        if key.what not in codes or key not in statement.places or key.code in lost:
            continue
        figure = statement.figure(key)
        if figure is None:
            continue
        if not figure.formula and key.what in _ROWS:
            continue  # typed over: `formula-overwritten` says both figures
        if figure.formula and figure.target not in evidence.recalculated:
            continue
        value = evidence.recalculated[figure.target] if figure.formula else _standing(figure)
        if same(value, expected):
            continue
        code = key.code if key.code in statement.law.by_code else ""
        where = {"sheet": figure.sheet, "cell": figure.cell}
        yield finding(codes[key.what], code, **where, **_data(key, value, expected))


def _standing(figure: Stated) -> Recalculated:
    return figure.value if figure.value is not None else figure.error or figure.text


def same(value: Recalculated, expected: Content) -> bool:
    """Whether a recalculated value is what the engine says; any error is one."""
    one, other = exact(value), exact(expected)
    if one is not None and other is not None:
        return abs(one - other) <= _CLOSE * max(Fraction(1), abs(other))
    if _is_error(value) or _is_error(expected):
        return _is_error(value) and _is_error(expected)
    # A blank is not 0: readings, all tables, 1.
    return ("" if value is None else value) == ("" if expected is None else expected)


def _is_error(value: object) -> bool:
    return isinstance(value, str) and value.startswith("#")


def _data(key: Key, value: Recalculated, expected: Content) -> dict[str, Any]:
    """The two figures and how far they are apart, as data of the finding."""
    actual = value if value != "" else None
    right = from_float(expected) if isinstance(expected, float) else expected or None
    data: dict[str, Any] = {"actual": actual, "expected": right, "why": text("check.in-cell")}
    one, other = exact(value), exact(expected)
    if one is not None and other is not None:
        data |= {"difference": one - other, "digits": telling(one, other)}
    return data


__all__ = ["CODES", "same", "sheet_and_engine_agree"]
