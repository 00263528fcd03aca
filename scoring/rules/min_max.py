"""Min-max rule: the unit against the other units of its cohort.

«Tính điểm theo phương pháp Min-Max, dựa vào đơn vị nào có tỷ lệ cao nhất thì điểm tối đa và giảm
dần»: max × (v − min)/(max − min) over the cohort, the unit included (readings.md, all tables, 9).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from scoring.conditions import Compare, Given, Not
from scoring.expression import (
    Arrays,
    Cells,
    Choose,
    Difference,
    Expr,
    Least,
    Most,
    Number,
    Product,
    Quotient,
    Sum,
    Values,
    times,
)
from scoring.numbers import Rational
from scoring.rules.base import Check, Note, points_text
from scoring.rules.measure import Measure
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import figure

COHORT = Slot("cohort", SlotKind.COHORT, say("slot.cohort"), input="cohort")


def cohort_slot(measure: Measure) -> Slot:
    """The slot of the cohort's values, which may be below 0 where the measure may."""
    return replace(COHORT, signed=True) if measure.signed else COHORT


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smallest or largest value of the cohort."""

    measure: Measure
    function: str

    def exact(self, v: Values) -> Rational:
        values: tuple[Rational, ...] = v[COHORT.name]  # type: ignore[assignment]
        return min(values) if self.function == "MIN" else max(values)

    def excel(self, c: Cells) -> str:
        return f"{self.function}({c.cohort(COHORT.name)})"

    def vector(self, v: Arrays, xp: Any) -> Any:
        values = self.measure.value().vector(v, xp)
        return xp.nanmin(values) if self.function == "MIN" else xp.nanmax(values)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinMax:
    """Score by the place between the cohort's smallest and largest value.

    `leader`: the share of the largest value (v/max) instead of the place between both.
    `inverse`: the smallest value is the best. `lowest`, `highest`: the shares of the maximum that
    the worst and the best unit get.
    """

    measure: Measure
    leader: bool = False
    inverse: bool = False
    lowest: Fraction = Fraction(0)
    highest: Fraction = Fraction(1)

    def slots(self) -> tuple[Slot, ...]:
        return (*self.measure.slots(), cohort_slot(self.measure))

    def checks(self) -> tuple[Check, ...]:
        missing = Check("cohort-missing", Not(Given(COHORT.name)), (COHORT.name,))
        return (*self.measure.checks(), missing)

    def notes(self) -> tuple[Note, ...]:
        return ()

    def _bounds(self) -> tuple[Expr, Expr, Expr]:
        value = self.measure.value()
        # The unit belongs to its cohort, also where the list forgot it.
        low = Least((Extreme(self.measure, "MIN"), value))
        high = Most((Extreme(self.measure, "MAX"), value))
        return value, low, high

    def floor(self, max_score: Rational) -> Rational | None:
        return self.lowest * max_score

    def ceiling(self, max_score: Rational) -> Rational | None:
        return max(self.lowest, self.highest) * max_score

    def points(self, max_score: Rational) -> Expr:
        value, low, high = self._bounds()
        best, worst = self.highest * max_score, self.lowest * max_score
        nothing = Compare(high, "<=" if self.measure.signed else "=", Number(0))
        if self.leader:
            place: Expr = Quotient(value, high)
            if self.measure.signed:
                place = Most((Number(0), place))
            level: Expr = Number(worst)
            alike = nothing
        else:
            over = Difference(high, value) if self.inverse else Difference(value, low)
            place = Quotient(over, Difference(high, low))
            # All alike are all the best; but nothing at all is nothing.
            level = Number(best) if self.inverse else Choose(nothing, Number(worst), Number(best))
            alike = Compare(high, "=", low)
        if worst or best != max_score:
            points: Expr = Sum((Number(worst), Product(place, Number(best - worst))))
        else:
            points = times(place, max_score)
        return Choose(alike, level, points)

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        bounds = tuple(expr.exact(values) for expr in self._bounds())
        own, low, high = (self.measure.text(number, lang=lang) for number in bounds)
        got = points_text(self.points(max_score).exact(values), lang)
        head = f"{self.measure.explain(values, lang)} = {own}" if self.measure.is_ratio else own
        if bounds[1] == bounds[2]:
            return say("explain.all-alike", lang, head=head, points=got)
        if self.leader:
            place = f"{own}/{high}"
        elif self.inverse:
            place = f"({high} − {own})/({high} − {low})"
        else:
            place = f"({own} − {low})/({high} − {low})"
        best, worst = self.highest * max_score, self.lowest * max_score
        by = f"{place} × {figure(best - worst, lang)}"
        if worst:
            by = f"{figure(worst, lang)} + {by}"
        return say("explain.min-max", lang, head=head, low=low, high=high, by=by, points=got)
