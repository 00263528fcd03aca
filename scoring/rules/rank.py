"""Rank: a unit's place in its cohort, as a quantity that bands turn into points."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring.conditions import Given, Not
from scoring.expression import Arrays, Cells, Expr, Values
from scoring.numbers import Rational
from scoring.rules.base import Check
from scoring.rules.measure import Measure
from scoring.rules.min_max import COHORT, cohort_slot
from scoring.slots import Slot
from texts import say

_GUARD = Fraction(1, 10**12)
"""Values that differ by less are equal: as binary numbers, equal quotients may differ there."""

_GUARD_TEXT = "0.000000000001"


@dataclass(frozen=True, slots=True)
class Place:
    """1 + the number of units whose value is better than the unit's own."""

    measure: Measure
    inverse: bool

    def exact(self, v: Values) -> Rational:
        values: tuple[Rational, ...] = v[COHORT.name]  # type: ignore[assignment]
        own = self.measure.value().exact(v)
        if self.inverse:
            return 1 + sum(value < own - _GUARD for value in values)
        return 1 + sum(value > own + _GUARD for value in values)

    def excel(self, c: Cells) -> str:
        units, own = c.cohort(COHORT.name), self.measure.value().excel(c)
        better = f"{units}<{own}-{_GUARD_TEXT}" if self.inverse else f"{units}>{own}+{_GUARD_TEXT}"
        # A blank cell of the list equals 0 and is no unit.
        return f'(SUMPRODUCT(({better})*({units}<>""))+1)'

    def vector(self, v: Arrays, xp: Any) -> Any:
        values = xp.asarray(self.measure.value().vector(v, xp))
        known = xp.sort(values[~xp.isnan(values)])
        if self.inverse:
            places = xp.searchsorted(known, values - float(_GUARD), side="left") + 1
        else:
            places = known.size - xp.searchsorted(known, values + float(_GUARD), side="right") + 1
        return xp.where(xp.isnan(values), xp.nan, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The rank of a measure among all units of the cohort, 1 for the highest.

    Equal values share a rank and the next one is skipped. `inverse`: 1 for the lowest.

    >>> from scoring.rules import Count
    >>> from scoring.slots import Slot, SlotKind
    >>> rank = Rank(of=Count(of=Slot("x", SlotKind.NUMBER)))
    >>> rank.value().exact({"x": 7, "cohort": (9, 7, 7, 3)})
    2
    """

    of: Measure
    inverse: bool = False

    is_ratio = False
    bounded = False
    signed = False

    def slots(self) -> tuple[Slot, ...]:
        return (*self.of.slots(), cohort_slot(self.of))

    def checks(self) -> tuple[Check, ...]:
        missing = Check("cohort-missing", Not(Given(COHORT.name)), (COHORT.name,))
        return (*self.of.checks(), missing)

    def value(self) -> Expr:
        return Place(self.of, self.inverse)

    def explain(self, values: Values, lang: str = "vi") -> str:
        own = self.of.text(self.of.value().exact(values), lang=lang)
        figures = self.of.explain(values, lang)
        shown = own if figures == own else f"{figures} = {own}"
        units = str(len(values[COHORT.name]))  # type: ignore[arg-type]  # a cohort is a tuple
        return say("explain.among", lang, figure=shown, units=units)

    def is_given(self, values: Values) -> bool:
        return False

    def text(self, value: Rational, apart_from: Rational | None = None, lang: str = "vi") -> str:
        return say("explain.rank", lang, place=str(value))
