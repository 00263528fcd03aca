"""Measured rule: a quantity and the mapping from it to points."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.expression import Expr, Values
from scoring.numbers import Rational
from scoring.rules.base import Check, Note
from scoring.rules.mapping import FullAt, Mapping
from scoring.rules.measure import Measure
from scoring.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Score a measured quantity through a mapping, on a `share` of the maximum.

    >>> from scoring.rules import Ratio
    >>> from scoring.slots import SlotKind
    >>> a, b = Slot("a", SlotKind.NUMBER), Slot("b", SlotKind.NUMBER)
    >>> rule = Measured(measure=Ratio(part=((a, 1),), whole=(b,)),
    ...                 mapping=FullAt(full_at=Fraction("0.85")))
    >>> rule.points(10).exact({"a": 34, "b": 80})
    Fraction(5, 1)
    >>> rule.explain({"a": 34, "b": 80}, 10)
    '34/80 = 42,5% < 85% → 42,5%/85% × 10 = 5 điểm'
    """

    measure: Measure
    mapping: Mapping = FullAt()
    share: Fraction = Fraction(1)

    def slots(self) -> tuple[Slot, ...]:
        return self.measure.slots()

    def checks(self) -> tuple[Check, ...]:
        return self.measure.checks()

    def notes(self) -> tuple[Note, ...]:
        return ()

    def floor(self, max_score: Rational) -> Rational | None:
        return self.mapping.floor(self.share * max_score)

    def ceiling(self, max_score: Rational) -> Rational | None:
        return self.mapping.ceiling(self.measure, self.share * max_score)

    def points(self, max_score: Rational) -> Expr:
        return self.mapping.points(self.measure, self.share * max_score)

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        value = self.measure.value().exact(values)
        figures = self.measure.explain(values, lang)
        result = self.mapping.explain(self.measure, value, self.share * max_score, lang)
        if figures == self.measure.text(value, lang=lang):
            return result
        return f"{figures} {result}" if self.measure.is_given(values) else f"{figures} = {result}"
