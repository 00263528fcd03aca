"""Best rule: the alternative that brings most."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.expression import Expr, Most, Values
from scoring.numbers import Rational
from scoring.rules.base import Check, Note, Rule, most
from scoring.slots import Slot
from texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """Award the most that any of the rules awards."""

    rules: tuple[Rule, ...]

    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for rule in self.rules for slot in rule.slots())

    def checks(self) -> tuple[Check, ...]:
        return tuple(check for rule in self.rules for check in rule.checks())

    def notes(self) -> tuple[Note, ...]:
        return tuple(note for rule in self.rules for note in rule.notes())

    def floor(self, max_score: Rational) -> Rational | None:
        known = [low for rule in self.rules if (low := rule.floor(max_score)) is not None]
        return max(known, default=None)

    def ceiling(self, max_score: Rational) -> Rational | None:
        return most(rule.ceiling(max_score) for rule in self.rules)

    def points(self, max_score: Rational) -> Expr:
        return Most(tuple(rule.points(max_score) for rule in self.rules))

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        best = max(self.rules, key=lambda rule: rule.points(max_score).exact(values))
        return say("explain.best", lang, result=best.explain(values, max_score, lang))
