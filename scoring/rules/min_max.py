"""Min-max rule: the unit against the other units of its cohort.

«Tính điểm theo phương pháp Min-Max, dựa vào đơn vị nào có tỷ lệ cao nhất thì điểm tối đa và giảm
dần»: max × (v − min)/(max − min) over the cohort, the unit included (readings.md, all tables, 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring.expression import (
    Arrays,
    Cells,
    Choose,
    Compare,
    Difference,
    Expr,
    Given,
    Least,
    Most,
    Not,
    Number,
    Product,
    Quotient,
    Sum,
    Values,
    times,
)
from scoring.numbers import Rational, vietnamese
from scoring.rules.base import Check, Note, points_text
from scoring.rules.measure import Measure, quantity_text
from scoring.slots import Slot, SlotKind

COHORT = Slot("cohort", SlotKind.COHORT, "Số liệu của các đơn vị trong cụm", input="cohort")


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
    `inverse`: the smallest value is the best. `lowest`: the share that the worst unit gets.
    """

    measure: Measure
    leader: bool = False
    inverse: bool = False
    lowest: Fraction = Fraction(0)

    def slots(self) -> tuple[Slot, ...]:
        return (*self.measure.slots(), COHORT)

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

    def points(self, max_score: Rational) -> Expr:
        value, low, high = self._bounds()
        if self.leader:
            place: Expr = Quotient(value, high)
            level: Expr = Number(0)
            alike = Compare(high, "=", Number(0))
        else:
            over = Difference(high, value) if self.inverse else Difference(value, low)
            place = Quotient(over, Difference(high, low))
            level = Choose(Compare(high, "=", Number(0)), Number(0), Number(max_score))
            alike = Compare(high, "=", low)
        if self.lowest:
            place = Sum((Number(self.lowest), Product(place, Number(1 - self.lowest))))
        return Choose(alike, level, times(place, max_score))

    def explain(self, values: Values, max_score: Rational) -> str:
        value, low, high = (expr.exact(values) for expr in self._bounds())
        got = self.points(max_score).exact(values)

        def text(number: Rational) -> str:
            return quantity_text(self.measure, number)

        head = (
            f"{self.measure.explain(values)} = {text(value)}"
            if self.measure.is_ratio
            else text(value)
        )
        if high == low:
            return f"{head}; mọi đơn vị bằng nhau → {points_text(got)}"
        between = f"thấp nhất {text(low)}, cao nhất {text(high)} trong cụm"
        if self.leader:
            place = f"{text(value)}/{text(high)}"
        elif self.inverse:
            place = f"({text(high)} − {text(value)})/({text(high)} − {text(low)})"
        else:
            place = f"({text(value)} − {text(low)})/({text(high)} − {text(low)})"
        return f"{head}; {between} → {place} × {vietnamese(max_score)} = {points_text(got)}"
