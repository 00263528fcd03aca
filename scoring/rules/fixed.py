"""Fixed rule: a given share of the maximum, whatever the figures (used inside special cases)."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.expression import Expr, Number, Values
from scoring.numbers import Rational
from scoring.rules.base import Award, Check, Note
from scoring.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """Award the same in every case."""

    award: Award

    def slots(self) -> tuple[Slot, ...]:
        return ()

    def checks(self) -> tuple[Check, ...]:
        return ()

    def notes(self) -> tuple[Note, ...]:
        return ()

    def floor(self, max_score: Rational) -> Rational | None:
        return self.award.floor(max_score)

    def ceiling(self, max_score: Rational) -> Rational | None:
        return self.award.ceiling(max_score, 0)

    def points(self, max_score: Rational) -> Expr:
        return self.award.points(max_score, Number(0))

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        return self.award.explain(max_score, lang=lang)
