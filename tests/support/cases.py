"""Cases: one office whose scores are worked out by hand, and workbooks made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from rulesets.laws import load_law
from scoring.findings import Severity
from scoring.read_unit import read_submission
from tests.support.spoil import Patch, Where
from workbooks.build import build
from workbooks.design.names import NATIVE, UDF, Key
from workbooks.reconcile import Reconciliation, check_file

EDITIONS = (UDF, NATIVE)
TABLE = "HD-2024-SO"
OFFICE: dict[str, Any] = {
    "table": TABLE,
    "name": "Sở Nội vụ",
    "period": "2024",
    "inputs": {
        "1.1": {"option": 2},  # 10
        "1.2": {"a": 5, "b": 1, "c": 8},  # (5 + ½)/8 × 10 = 6,875
        "1.3": {"x": 7, "has_section": True},  # 7
        "1.4": {"parts": [True, False]},  # 5
        "2.1": {"option": 1},  # 10
        "2.2": {"option": 1},  # 20
        "3.1": {"a": 45, "b": 50},  # 9
        "3.2": {"a": 40, "b": 50},  # 8
        "4.1": {"option": 1},  # 5
        "4.2": {"option": 1},  # 15
        "4.3": {"a": 30, "b": 20, "c": 20},  # 7,5
        "5.1": {"a": 4, "b": 5},  # 8
        "5.2": {"a": 3, "b": 4},  # 7,5
        "5.3": {"a": 2, "b": 2},  # 10
        "5.4": {"a": 30, "b": 40},  # 7,5
        "5.5": {"option": 2},  # 5
        "5.6": {"option": 1},  # 10
        "5.7": {"a": 9, "b": 10, "fully_monitored": False},  # 9
        "6.1": {"a": 90, "b": 120},  # 15
        "6.2": {"a": 5, "b": 5, "c": 3, "d": 4},  # 14
        "6.3": {"a": 100, "b": 20, "c": 30},  # 10
        "6.4": {"percent": Decimal("85.5")},  # 17,1
        "6.5": {"a": 2, "b": 3},  # 13,333…
    },
}
SCORES = {
    "1.1": "10", "1.2": "6.875", "1.3": "7", "1.4": "5", "2.1": "10", "2.2": "20", "3.1": "9",
    "3.2": "8", "4.1": "5", "4.2": "15", "4.3": "7.5", "5.1": "8", "5.2": "7.5", "5.3": "10",
    "5.4": "7.5", "5.5": "5", "5.6": "10", "5.7": "9", "6.1": "15", "6.2": "14", "6.3": "10",
    "6.4": "17.1", "6.5": "40/3",
}  # fmt: skip
PILLARS = {"1": "28.875", "2": "30", "3": "17", "4": "27.5", "5": "57", "6": "2083/30"}
TOTAL = Fraction("229.475") + Fraction(1, 3)
TYPED: dict[str, Any] = {
    **{code: Decimal(text) for code, text in SCORES.items() if "/" not in text},
    "1.2": Decimal("6.88"),
    "6.5": Decimal("13.33"),
    "total": Decimal("229.81"),
}
TYPED_TOTAL = Fraction("229.81")

Totals = tuple[Fraction | None, Fraction | None, Fraction | None, Fraction]
"""Typed, sheet, recalculated, engine."""
GOOD: Totals = (TYPED_TOTAL, TOTAL, TOTAL, TOTAL)


def office(**changes: Any) -> dict[str, Any]:
    """The office with every score typed, and with changes of top-level keys."""
    return {**OFFICE, "typed": TYPED, **changes}


def with_inputs(**rows: Mapping[str, Any]) -> dict[str, Any]:
    """The office with the inputs of some rows replaced (`_6_5={…}`)."""
    named = {code[1:].replace("_", "."): dict(given) for code, given in rows.items()}
    return office(inputs={**OFFICE["inputs"], **named})


def make(path: Path, unit: Mapping[str, Any], edition: str) -> Path:
    """Build the workbook of a unit."""
    table = load_law(unit["table"])
    path.write_bytes(build(table, read_submission(unit, table), edition))
    return path


Wanted = Mapping[str, Where | list[Where]]
"""Code → the cells where it is found: keys, defined names, or places as they are said."""
INDEX = Key("index")
TOTAL_TYPED = Key("typed", "total")


def score(code: str) -> Key:
    """The computed score of a row."""
    return Key("score", code)


def typed(code: str) -> Key:
    """The score typed beside it, or of a pillar."""
    return Key("typed", code)


def given(code: str, slot: str) -> Key:
    """An input of a row."""
    return Key("in", code, slot)


Found = tuple[str, str]
"""Code and place (`Chấm điểm!F9`) of a finding."""


def errors(result: Reconciliation) -> set[Found]:
    """The findings that fail the check."""
    weights = (Severity.ERROR, Severity.REFUSAL)
    return {(f.code, f.place) for f in result.findings if f.severity in weights}


def warnings(result: Reconciliation) -> set[Found]:
    """The findings that do not."""
    return {(f.code, f.place) for f in result.findings if f.severity is Severity.WARNING}


@dataclass(frozen=True)
class Case:
    """One way to spoil the office's workbook, and exactly what must be found.

    `errors`, `warnings`: code → where, one or several.
    `settled`: the spreadsheet program recalculated before it saved.
    """

    name: str
    spoil: Callable[[Patch], object]
    errors: Wanted = field(default_factory=dict)
    warnings: Wanted = field(default_factory=dict)
    totals: Totals = GOOD
    settled: bool = True
    editions: tuple[str, ...] = EDITIONS
    unit: Mapping[str, Any] | None = None

    def check(self, folder: Path, edition: str, *, deep: bool = False) -> Reconciliation:
        """Make the workbook, spoil it, check it."""
        patch = Patch(make(folder / "bieu.xlsx", self.unit or office(), edition))
        self.spoil(patch)
        if self.settled:
            patch.settle()
        return check_file(patch.save(), deep=deep)


def places(wanted: Wanted, result: Reconciliation) -> set[Found]:
    """The findings that a case names, at the places of today."""
    return {
        (code, place_now(where, result))
        for code, given in wanted.items()
        for where in (given if isinstance(given, list) else [given])
    }


def place_now(where: Where, result: Reconciliation) -> str:
    """The place of a key or a defined name in the workbook as it is; other words stand as given."""
    assert result.statement is not None
    design = result.statement.design
    assert design is not None
    if isinstance(where, Key):
        place = design.place(where)
        assert place is not None, where
        return f"{place.sheet}!{place.address}"
    if where in design.names:
        area = design.names[where]
        return f"{area.sheet}!{area.address.partition(':')[0]}"
    return where


def close(one: Fraction | None, other: Fraction | None) -> bool:
    """Equal as far as a stored float goes."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= Fraction(1, 10**9)


def assert_totals(result: Reconciliation, wanted: Totals) -> None:
    """The four totals, to what a cell can keep."""
    totals = result.totals
    got = (totals.typed, totals.sheet, totals.recalculated, totals.engine)
    assert all(map(close, got, wanted)), f"{[g and float(g) for g in got]} ≠ {wanted}"
