"""One printed criterion of a levels table, and the few forms that its five levels take."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

Met = Callable[[int, Any], bool | None]

NA = None
"""Printed "Không áp dụng"."""


@dataclass(frozen=True)
class Criterion:
    """A row of the table: what is printed, and whether a value meets it at a level (None: NA)."""

    name: str
    unit: str
    levels: tuple[str, ...]
    met: Met
    method: str = ""
    basis: str = ""


def amount(value: Any) -> Fraction | None:
    """The number given; None if there is none or it is negative."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction):
        return None
    return Fraction(value) if value >= 0 else None


def at_least(*counts: int | None) -> Met:
    """A count that reaches the printed one of each level."""

    def met(level: int, value: Any) -> bool | None:
        needed, given = counts[level - 1], amount(value)
        if needed is None:
            return None
        return given is not None and given >= needed

    return met


def percent(*thresholds: int | None) -> Met:
    """A percentage of 0-100 that reaches the printed one of each level."""

    def met(level: int, value: Any) -> bool | None:
        needed, given = thresholds[level - 1], amount(value)
        if needed is None:
            return None
        return given is not None and needed <= given <= 100

    return met


def yes_from(first: int) -> Met:
    """ "Có" from a level on, not applicable below it."""

    def met(level: int, value: Any) -> bool | None:
        return value is True if level >= first else None

    return met


def not_met(criteria: dict[str, Criterion], level: int, values: dict[str, Any]) -> list[str]:
    """The codes of the criteria that apply at the level and are not met there, as printed."""
    return [code for code, row in criteria.items() if row.met(level, values.get(code)) is False]
