"""Total rule: the points of several rules added up («Điểm = (1) + (2)»), at most a cap."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.expression import Expr, Least, Most, Number, Values, add
from scoring.numbers import Rational
from scoring.rules.base import Check, Note, Rule, points_text
from scoring.rules.parts import Parts
from scoring.slots import Slot
from texts import say
from texts.figures import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Add the points of the rules, within `at_least` … `at_most` where printed."""

    rules: tuple[Rule, ...]
    at_most: Fraction | None = None
    at_least: Fraction | None = None

    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for rule in self.rules for slot in rule.slots())

    def checks(self) -> tuple[Check, ...]:
        return tuple(check for rule in self.rules for check in rule.checks())

    def notes(self) -> tuple[Note, ...]:
        return tuple(note for rule in self.rules for note in rule.notes())

    def floor(self, max_score: Rational) -> Rational | None:
        lows = [rule.floor(max_score) for rule in self.rules]
        low = None if None in lows else sum(low for low in lows if low is not None)
        if self.at_least is None:
            return low
        return self.at_least if low is None else max(low, self.at_least)

    def ceiling(self, max_score: Rational) -> Rational | None:
        highs = [rule.ceiling(max_score) for rule in self.rules]
        high = None if None in highs else sum(high for high in highs if high is not None)
        if self.at_most is not None:
            high = self.at_most if high is None else min(high, self.at_most)
        return high if high is None or self.at_least is None else max(high, self.at_least)

    def points(self, max_score: Rational) -> Expr:
        total = add([rule.points(max_score) for rule in self.rules])
        if self.at_most is not None:
            total = Least((Number(self.at_most), total))
        if self.at_least is not None:
            total = Most((Number(self.at_least), total))
        return total

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        items = [f"({n}) {_item(r, values, max_score, lang)}" for n, r in enumerate(self.rules, 1)]
        got = [rule.points(max_score).exact(values) for rule in self.rules]
        total = self.points(max_score).exact(values)
        points = points_text(total, lang)
        summed = f"{'; '.join(items)} → {' + '.join(figure(each, lang) for each in got)}"
        if total == sum(got):
            return f"{summed} = {points}"
        bound = "explain.at-most" if total < sum(got) else "explain.at-least"
        return say(bound, lang, text=summed, points=points)


def _item(rule: Rule, values: Values, max_score: Rational, lang: str) -> str:
    """One summand; a sum inside the sum stands in brackets, so that its own (1) is not ours."""
    text = rule.explain(values, max_score, lang)
    numbered = isinstance(rule, Total) or (isinstance(rule, Parts) and len(rule.parts) > 1)
    return f"[{text}]" if numbered else text
