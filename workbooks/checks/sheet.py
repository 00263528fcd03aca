"""The sheet says what the engine says: its formulas, recalculated, give the engine's figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from scoring.findings import Finding, finding
from scoring.numbers import from_float
from texts import text
from workbooks.checks.base import Evidence, exact, telling
from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.engines import Recalculated

CODES = (
    "score-mismatch",
    "subtotal-mismatch",
    "total-mismatch",
    "index-mismatch",
    "level-mismatch",
)

_ROWS = {"score": "score-mismatch", "result": "score-mismatch"}
_WHOLES = {
    "pillar": "subtotal-mismatch",
    "total": "total-mismatch",
    "index": "index-mismatch",
    "level": "level-mismatch",
}
_CLOSE = Fraction(1, 10**9)


def sheet_and_engine_agree(evidence: Evidence) -> Iterator[Finding]:
    """In our own workbook: row by row; a sum is named only where no row explains it.

    Where a formula was overwritten or its precedents were tampered with, the cell computes
    something else than the law does, and no verdict may rest on it.
    """
    if evidence.statement.design is None:
        return
    told = list(_differences(evidence, _ROWS))
    yield from told
    if not told:
        yield from _differences(evidence, _WHOLES)


def _differences(evidence: Evidence, codes: Mapping[str, str]) -> Iterator[Finding]:
    statement = evidence.statement
    for key, expected in evidence.expected.items():
        figure = statement.figure(key) if key.what in codes and key in statement.places else None
        if figure is None or not figure.formula or figure.target not in evidence.recalculated:
            continue
        value = evidence.recalculated[figure.target]
        if same(value, expected):
            continue
        code = key.code if key.code in statement.law.by_code else ""
        where = {"sheet": figure.sheet, "cell": figure.cell}
        yield finding(codes[key.what], code, **where, **_data(key, value, expected))


def same(value: Recalculated, expected: Content) -> bool:
    """Whether a recalculated value is what the engine says; any error is one."""
    one, other = exact(value), exact(expected)
    if one is not None and other is not None:
        return abs(one - other) <= _CLOSE * max(Fraction(1), abs(other))
    if _is_error(value) or _is_error(expected):
        return _is_error(value) and _is_error(expected)
    return (value or "") == (expected or "")


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
