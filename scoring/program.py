"""Program: a rule made ready to run on the figures of one indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from scoring.dates import day_of
from scoring.expression import Expr, Value
from scoring.findings import Finding, finding
from scoring.rules import Check, Note, Rule
from scoring.slots import Slot, SlotKind, in_contract_order
from scoring.titles import title
from texts import Text, text

WAITING = ("input-missing", "cohort-missing")
"""Codes that say «not yet», not «wrong»."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A figure that cannot be used as it stands: the code of its finding, and what was found.

    `shown` is what the official sees: quoted words, a number, or a text. `probably`: what was most
    likely meant, where that can be told. `slots`: the inputs that are to blame, where known.
    """

    code: str
    shown: Any
    probably: str = field(default="", repr=False)
    slots: tuple[str, ...] = field(default=(), repr=False, compare=False)
    raw: Any = field(default=None, repr=False, compare=False)
    """What was typed, as it stood, so that it can be handed on unchanged."""


Figures = Mapping[str, "Value | Wrong"]
"""What the slots of one indicator hold; a slot left out is blank."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The score, if there is one, and what was found on the way."""

    score: Fraction | None
    findings: tuple[Finding, ...]

    @property
    def waiting(self) -> bool:
        """There is no score yet because a figure is missing."""
        return self.score is None and any(f.code in WAITING for f in self.findings)


@dataclass(frozen=True)
class Program:
    """A rule with its maximum, compiled once and run for every unit."""

    rule: Rule
    max_score: Fraction

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The places to fill, in the order of the contract."""
        return in_contract_order(self.rule.slots())

    @cached_property
    def by_name(self) -> dict[str, Slot]:
        """The slots by their name."""
        return {slot.name: slot for slot in self.slots}

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """When there is no score; what is missing comes first."""
        checks = self.rule.checks()
        return tuple(sorted(checks, key=lambda check: check.code not in WAITING))

    @cached_property
    def waits(self) -> tuple[Check, ...]:
        """The checks that say what is missing."""
        return tuple(check for check in self.checks if check.code in WAITING)

    @cached_property
    def refusals(self) -> tuple[Check, ...]:
        """The checks that say what is impossible."""
        return tuple(check for check in self.checks if check.code not in WAITING)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The warnings that may go with a score."""
        return self.rule.notes()

    @cached_property
    def points(self) -> Expr:
        """The points as an expression."""
        return self.rule.points(self.max_score)

    def run(self, figures: Figures, code: str = "") -> Outcome:
        """Score the figures exactly. Never raises for what a user typed.

        `code` is the indicator's code, for the findings. The score is None where anything is
        missing or impossible.
        """
        wrong = [f for slot in self.slots if (f := self._wrong(slot, figures, code))]
        if wrong:
            return Outcome(None, tuple(wrong))
        values: Mapping[str, Value] = figures  # type: ignore[assignment]  # no Wrong is left
        waits = [self._found(c, values, code) for c in self.waits if c.when.exact(values)]
        refused = [
            self._found(c, values, code)
            for c in self.refusals
            if (not waits or self._known(c, values)) and c.when.exact(values)
        ]
        if waits or refused:
            return Outcome(None, _distinct((*waits, *refused)))
        notes = tuple(
            finding("reading-applied", code, why=note.text)
            for note in self.notes
            if note.when.exact(values)
        )
        return Outcome(Fraction(self.points.exact(values)), notes)

    def explain(self, values: Mapping[str, Value], lang: str = "vi") -> str:
        """Put the figures into the printed rule; only for figures that have a score."""
        return self.rule.explain(values, self.max_score, lang)

    def _wrong(self, slot: Slot, figures: Figures, code: str) -> Finding | None:
        value = figures.get(slot.name)
        if value is None:
            return None
        if isinstance(value, Wrong):
            return finding(
                value.code,
                code,
                slots=(slot.name,),
                label=title(slot),
                actual=value.shown,
                expected=value.probably,
            )
        if slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT, SlotKind.DATE):
            if not slot.signed and value < 0:
                return finding(
                    "input-negative", code, slots=(slot.name,), label=title(slot), actual=value
                )
        elif slot.kind is SlotKind.OPTION and value not in range(1, len(slot.options) + 1):
            return finding(
                "option-unknown", code, slots=(slot.name,), label=title(slot), actual=value
            )
        return None

    def _known(self, check: Check, values: Mapping[str, Value]) -> bool:
        return all(values.get(name) is not None for name in check.slots)

    def _found(self, check: Check, values: Mapping[str, Value], code: str) -> Finding:
        slots = [self.by_name[name] for name in check.slots]
        if check.code in WAITING:
            blank = [slot for slot in slots if values.get(slot.name) is None]
            asked = blank or slots
            label = tuple(title(slot) for slot in asked)
            return finding(check.code, code, slots=[slot.name for slot in asked], label=label)
        actual = tuple(
            text("slot.holds", slot=_called(slot), value=_shown(slot, values.get(slot.name)))
            for slot in slots
        )
        return finding(check.code, code, slots=[slot.name for slot in slots], actual=actual)


def _called(slot: Slot) -> str | Text:
    """A symbol by itself; a rate by its label, as nothing printed is called «percent»."""
    return title(slot) if slot.kind is SlotKind.PERCENT else slot.name


def _shown(slot: Slot, value: Value) -> Any:
    """A figure as messages name it: a number, a percentage, a day, yes or no, nothing."""
    if value is None or isinstance(value, bool):
        return value
    if slot.kind is SlotKind.DATE:
        return day_of(value)
    if slot.kind is SlotKind.PERCENT:
        return text("percent", value=value * 100, digits=6)
    return text("number.shown", number=value, digits=6)


def _distinct(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    seen: dict[tuple[str, str], Finding] = {}
    for item in findings:
        seen.setdefault((item.code, item.message()), item)
    return tuple(seen.values())
