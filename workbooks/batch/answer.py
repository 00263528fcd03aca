"""Answer: what is kept of a checked file — plain data, small enough for ten thousand of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring.findings import Severity
from scoring.law import Law
from workbooks.reconcile import Reconciliation

FOUR = ("typed", "sheet", "recalculated", "engine")
"""The totals that are reconciled."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file's line of the overview, exact. `unread_points`: maxima of the rows not checked."""

    file: str
    unit: str
    table: str
    verdict: str
    exit_status: int
    totals: Mapping[str, Fraction | None]
    maximum: Fraction | None
    errors: int
    warnings: int
    missing: tuple[str, ...]
    unread: tuple[str, ...]
    unread_points: Fraction

    @property
    def gap(self) -> Fraction | None:
        """How far the typed total is from the engine's."""
        typed, engine = self.totals["typed"], self.totals["engine"]
        return None if typed is None or engine is None else typed - engine

    def to_json(self) -> dict[str, Any]:
        """As plain data: exact numbers as texts."""
        return {
            "file": self.file,
            "unit": self.unit,
            "table": self.table,
            "verdict": self.verdict,
            "exit_status": self.exit_status,
            "totals": {name: _text(value) for name, value in self.totals.items()},
            "maximum": _text(self.maximum),
            "errors": self.errors,
            "warnings": self.warnings,
            "missing": list(self.missing),
            "unread": list(self.unread),
            "unread_points": _text(self.unread_points),
        }


def kept_of(result: Reconciliation) -> Kept:
    """The line of a file that was checked."""
    assessment, statement, totals = result.assessment, result.statement, result.totals
    unread = () if statement is None else tuple(statement.unread)
    weights = [item.severity for item in result.findings]
    return Kept(
        file=result.file.name,
        unit=assessment.name if assessment else "",
        table=result.law.id if result.law else "",
        verdict=result.verdict.value,
        exit_status=result.exit_status,
        totals={name: getattr(totals, name) for name in FOUR},
        maximum=assessment.max_score if assessment else None,
        errors=sum(w in (Severity.ERROR, Severity.REFUSAL) for w in weights),
        warnings=weights.count(Severity.WARNING),
        missing=assessment.missing if assessment else (),
        unread=unread,
        unread_points=_worth(result.law, unread) if result.law else Fraction(0),
    )


def kept_from(data: Mapping[str, Any]) -> Kept:
    """The line from its plain data."""
    return Kept(
        **{
            **data,
            "totals": {name: _exact(value) for name, value in data["totals"].items()},
            "maximum": _exact(data["maximum"]),
            "missing": tuple(data["missing"]),
            "unread": tuple(data["unread"]),
            "unread_points": Fraction(data["unread_points"]),
        }
    )


def _worth(law: Law, codes: tuple[str, ...]) -> Fraction:
    rows = law.by_code
    return sum((Fraction(rows[code].worth or 0) for code in codes if code in rows), Fraction(0))


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _exact(value: str | None) -> Fraction | None:
    return None if value is None else Fraction(value)
