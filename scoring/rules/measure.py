"""Measures: the quantity a rule looks at — a ratio of sums, a count, or a rate as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from scoring.conditions import All, Compare, Given, Not, both
from scoring.dates import day_text
from scoring.expression import (
    Choose,
    Condition,
    Difference,
    Expr,
    Input,
    Number,
    Quotient,
    Values,
    add,
    times,
)
from scoring.numbers import Rational
from scoring.rules.base import Check
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import figure, percent


class Measure(Protocol):
    """A quantity: what it needs, when it cannot be known, its value, its words."""

    @property
    def bounded(self) -> bool:
        """Whether the checks keep the quantity within 0 … 1."""

    @property
    def is_ratio(self) -> bool:
        """Whether it is written as a percentage."""

    @property
    def signed(self) -> bool:
        """Whether the quantity may be below 0 (a change)."""

    def slots(self) -> tuple[Slot, ...]:
        """The places to fill."""

    def checks(self) -> tuple[Check, ...]:
        """When the quantity cannot be known."""

    def value(self) -> Expr:
        """The quantity."""

    def explain(self, values: Values, lang: str = "vi") -> str:
        """The figures, without the result: `600/1.000`."""

    def is_given(self, values: Values) -> bool:
        """Whether the quantity itself was typed, so that there are no figures behind it."""

    def text(self, value: Rational, apart_from: Rational | None = None, lang: str = "vi") -> str:
        """A quantity as the explanation writes it: a percentage, a number, a day, a rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Part ÷ whole, each a sum of slots, possibly weighted.

    `capped`: the two are not part and whole, so a ratio above 1 is possible data; a negative
    weight is a change, `(a − b)/b`, and needs it.
    `complement`: (whole − part) ÷ whole.
    `percent`: a slot that may give the rate itself where part or whole is blank.
    """

    part: tuple[tuple[Slot, Rational], ...]
    whole: tuple[Slot, ...]
    capped: bool = False
    complement: bool = False
    percent: Slot | None = None

    is_ratio = True

    @property
    def bounded(self) -> bool:
        return not self.capped

    @property
    def signed(self) -> bool:
        slots = (*(slot for slot, _ in self.part), *self.whole)
        below = self.complement or any(weight < 0 for _, weight in self.part)
        return (self.capped and below) or any(slot.signed for slot in slots)

    def slots(self) -> tuple[Slot, ...]:
        extra = (self.percent,) if self.percent else ()
        return (*(slot for slot, _ in self.part), *self.whole, *extra)

    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s.name for s in (*(p for p, _ in self.part), *self.whole)))

    def _counts_given(self) -> Condition:
        return All(tuple(Given(name) for name in self._names()))

    def checks(self) -> tuple[Check, ...]:
        names = self._names()
        part = add([Input(slot.name) for slot, _ in self.part])
        whole = add([Input(slot.name) for slot in self.whole])
        too_large = Compare(part, ">", whole)
        no_whole = Compare(whole, "=", Number(0))
        whole_names = tuple(slot.name for slot in self.whole)
        checks: list[Check] = []
        if self.percent is None:
            checks += [Check("input-missing", Not(Given(name)), (name,)) for name in names]
            if not self.capped:
                checks.append(Check("part-exceeds-whole", too_large, names))
            checks.append(Check("zero-denominator", no_whole, whole_names))
            return tuple(checks)
        counts, rate = self._counts_given(), self.percent.name
        return (
            Check("input-missing", both(Not(counts), Not(Given(rate))), names),
            Check("part-exceeds-whole", both(counts, too_large), names),
            Check("zero-denominator", both(counts, no_whole), whole_names),
            Check(
                "part-exceeds-whole",
                both(Not(counts), Compare(Input(rate), ">", Number(1))),
                (rate,),
            ),
        )

    def value(self) -> Expr:
        part: Expr = add([times(Input(slot.name), weight) for slot, weight in self.part])
        whole = add([Input(slot.name) for slot in self.whole])
        if self.complement:
            part = Difference(whole, part)
        ratio: Expr = Quotient(part, whole)
        if self.percent:
            ratio = Choose(self._counts_given(), ratio, Input(self.percent.name))
        return ratio

    def explain(self, values: Values, lang: str = "vi") -> str:
        if self.is_given(values):
            return say("explain.rate-given", lang)

        def number(slot: Slot, weight: Rational = 1) -> str:
            text = figure(values[slot.name] or 0, lang, 6)
            sign = "−" if weight < 0 else ""
            return sign + (text if abs(weight) == 1 else f"{abs(weight)}×{text}")

        def joined(items: list[str]) -> str:
            if len(items) == 1:
                return items[0]
            return "(" + " + ".join(items).replace("+ −", "− ") + ")"

        part = joined([number(slot, weight) for slot, weight in self.part])
        whole = joined([number(slot) for slot in self.whole])
        if self.complement:
            part = f"({whole} − {part})"
        return f"{part}/{whole}"

    def is_given(self, values: Values) -> bool:
        return self.percent is not None and not self._counts_given().exact(values)

    def text(self, value: Rational, apart_from: Rational | None = None, lang: str = "vi") -> str:
        return percent(value, apart_from, lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count, an amount or a day as it stands; `base` makes it the change on another slot."""

    of: Slot
    base: Slot | None = None

    is_ratio = False
    bounded = False

    @property
    def signed(self) -> bool:
        return self.of.signed or self.base is not None

    @property
    def is_day(self) -> bool:
        """Whether the quantity is a day of the calendar."""
        return self.of.kind is SlotKind.DATE and self.base is None

    def slots(self) -> tuple[Slot, ...]:
        return (self.of, self.base) if self.base else (self.of,)

    def checks(self) -> tuple[Check, ...]:
        return tuple(
            Check("input-missing", Not(Given(slot.name)), (slot.name,)) for slot in self.slots()
        )

    def value(self) -> Expr:
        if self.base:
            return Difference(Input(self.of.name), Input(self.base.name))
        return Input(self.of.name)

    def explain(self, values: Values, lang: str = "vi") -> str:
        if self.base:
            return f"{_figure(self.of, values, lang)} − {_figure(self.base, values, lang)}"
        return _figure(self.of, values, lang)

    def is_given(self, values: Values) -> bool:
        return False

    def text(self, value: Rational, apart_from: Rational | None = None, lang: str = "vi") -> str:
        if self.is_day:
            return day_text(value, lang)
        shown = figure(value, lang, 6)
        days = self.of.kind is SlotKind.DATE
        return say("explain.days", lang, days=shown) if days else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate that is given as such, as a percentage."""

    of: Slot

    is_ratio = True
    bounded = True
    signed = False

    def slots(self) -> tuple[Slot, ...]:
        return (self.of,)

    def checks(self) -> tuple[Check, ...]:
        name = self.of.name
        return (
            Check("input-missing", Not(Given(name)), (name,)),
            Check("part-exceeds-whole", Compare(Input(name), ">", Number(1)), (name,)),
        )

    def value(self) -> Expr:
        return Input(self.of.name)

    def explain(self, values: Values, lang: str = "vi") -> str:
        return say("explain.rate-given", lang)

    def is_given(self, values: Values) -> bool:
        return True

    def text(self, value: Rational, apart_from: Rational | None = None, lang: str = "vi") -> str:
        return percent(value, apart_from, lang)


def _figure(slot: Slot, values: Values, lang: str) -> str:
    value = values[slot.name] or 0
    return day_text(value, lang) if slot.kind is SlotKind.DATE else figure(value, lang, 6)


def percent_slot(name: str = "percent", label: str = "") -> Slot:
    """The slot that takes the rate itself; without a printed label it has ours."""
    return Slot(name, SlotKind.PERCENT, label or say("slot.rate"), input="percent")
