"""Tally: how many targets of a plan, of a pillar or of an agency are met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are met, not met, not judged. Headers are not counted: their sub-rows are.

    `missing`: how many of those not judged only wait for a figure that can be; they are open, and
    so they count in the rate that is met.
    """

    met: int
    not_met: int
    not_judged: int
    missing: int = 0

    @property
    def total(self) -> int:
        """All rows counted."""
        return self.met + self.not_met + self.not_judged

    @property
    def rate(self) -> Fraction | None:
        """Rows met ÷ rows that can be met or not, open ones included; None where there are none."""
        able = self.met + self.not_met + self.missing
        return Fraction(self.met, able) if able else None

    def facts(self) -> Mapping[str, int]:
        """As JSON: rows met, not met, not judged; `missing`: of these, without a figure."""
        return {
            "met": self.met,
            "not_met": self.not_met,
            "not_judged": self.not_judged,
            "missing": self.missing,
        }
