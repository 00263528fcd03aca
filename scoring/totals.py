"""Totals: the one set of sums of a scored unit, named alike wherever they are shown.

The unit's own, the appraised one where there is an appraisal, and the official one: the appraised
once there is one, else the unit's own. Quyết định 2405/QĐ-UBND (Hải Dương), Điều 1, khoản 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.assess import ScoredAssessment
from scoring.ledger import official_index, verified_total
from texts import Percent, Text, text


@dataclass(frozen=True, slots=True)
class NamedTotals:
    """The totals of a unit and its two indices (percent); `verified` is None without appraisal."""

    own: Fraction
    verified: Fraction | None
    maximum: Fraction
    index_own: Fraction | None
    index: Fraction | None

    @property
    def official(self) -> Fraction:
        """The total that counts."""
        return self.own if self.verified is None else self.verified

    def named(self) -> tuple[tuple[Text, Text], ...]:
        """Each sum that there is with its name, in the order in which they are shown."""
        totals = (
            ("total.own", self.own),
            ("total.verified", self.verified),
            ("total.official", self.official),
        )
        indices = (("index.own", self.index_own), ("index.official", self.index))
        return (
            *(
                (text(name), text("total.of", total=value, most=self.maximum))
                for name, value in totals
                if value is not None
            ),
            *(
                (text(name), text("number.shown", number=Percent(value / 100)))
                for name, value in indices
                if value is not None
            ),
        )


def totals_of(assessment: ScoredAssessment) -> NamedTotals:
    """The totals of a unit that was scored."""
    return NamedTotals(
        own=assessment.total,
        verified=verified_total(assessment),
        maximum=assessment.max_score,
        index_own=assessment.index,
        index=official_index(assessment),
    )
