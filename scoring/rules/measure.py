"""Measures: the quantity a rule looks at — a ratio of sums, a count, or a rate as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from scoring.expression import (
    All,
    Choose,
    Compare,
    Condition,
    Difference,
    Expr,
    Given,
    Input,
    Not,
    Number,
    Quotient,
    Values,
    add,
    both,
    times,
)
from scoring.numbers import Rational, percent, vietnamese
from scoring.rules.base import Check
from scoring.slots import Slot, SlotKind


class Measure(Protocol):
    """A quantity: what it needs, when it cannot be known, its value, its words."""

    @property
    def bounded(self) -> bool:
        """Whether the checks keep the quantity within 0 … 1."""

    @property
    def is_ratio(self) -> bool:
        """Whether it is written as a percentage."""

    def slots(self) -> tuple[Slot, ...]:
        """The places to fill."""

    def checks(self) -> tuple[Check, ...]:
        """When the quantity cannot be known."""

    def value(self) -> Expr:
        """The quantity."""

    def explain(self, values: Values) -> str:
        """The figures, without the result: `600/1.000`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Part ÷ whole, each a sum of slots, possibly weighted.

    `capped`: the two are not part and whole, so a ratio above 1 is possible data.
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

    def explain(self, values: Values) -> str:
        if self.percent and not self._counts_given().exact(values):
            return "tỷ lệ nhập"

        def number(slot: Slot, weight: Rational = 1) -> str:
            text = vietnamese(values[slot.name] or 0, 6)
            return text if weight == 1 else f"{weight}×{text}"

        def joined(items: list[str]) -> str:
            return items[0] if len(items) == 1 else "(" + " + ".join(items) + ")"

        part = joined([number(slot, weight) for slot, weight in self.part])
        whole = joined([number(slot) for slot in self.whole])
        if self.complement:
            part = f"({whole} − {part})"
        return f"{part}/{whole}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count or an amount as it stands; `base` makes it the change on another slot."""

    of: Slot
    base: Slot | None = None

    is_ratio = False
    bounded = False

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

    def explain(self, values: Values) -> str:
        text = vietnamese(values[self.of.name] or 0, 6)
        if self.base:
            return f"{text} − {vietnamese(values[self.base.name] or 0, 6)}"
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate that is given as such, as a percentage."""

    of: Slot

    is_ratio = True
    bounded = True

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

    def explain(self, values: Values) -> str:
        return "tỷ lệ nhập"


def quantity_text(measure: Measure, value: Rational, apart_from: Rational | None = None) -> str:
    """The quantity as the explanation writes it: a percentage, or a plain number."""
    return percent(value, apart_from) if measure.is_ratio else vietnamese(value, 6)


def percent_slot(name: str = "percent", label: str = "Tỷ lệ (%)") -> Slot:
    """The slot that takes the rate itself."""
    return Slot(name, SlotKind.PERCENT, label, input="percent")
