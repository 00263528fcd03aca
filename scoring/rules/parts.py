"""Parts rule: printed parts (1), (2) …, each met or not, added up."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.conditions import Answer, Given, Not
from scoring.expression import Choose, Expr, Number, Values, add
from scoring.numbers import Rational
from scoring.rules.base import Award, Check, Note, points_text
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One printed part and what it awards when met."""

    label: str
    award: Award


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Add up the parts that are met.

    `input` is the contract's name: `parts`, or `sub_options` under an option.
    """

    parts: tuple[Part, ...]
    input: str = "parts"

    def _name(self, place: int) -> str:
        return f"{'part' if self.input == 'parts' else 'sub'}{place}"

    def slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot(self._name(place), SlotKind.ANSWER, part.label, input=self.input, place=place)
            for place, part in enumerate(self.parts, 1)
        )

    def checks(self) -> tuple[Check, ...]:
        return tuple(
            Check("input-missing", Not(Given(slot.name)), (slot.name,)) for slot in self.slots()
        )

    def notes(self) -> tuple[Note, ...]:
        return ()

    def floor(self, max_score: Rational) -> Rational | None:
        return sum(min(0, part.award.floor(max_score)) for part in self.parts)

    def ceiling(self, max_score: Rational) -> Rational | None:
        return sum(max(0, part.award.floor(max_score)) for part in self.parts)

    def points(self, max_score: Rational) -> Expr:
        return add(
            [
                Choose(
                    Answer(self._name(place)),
                    part.award.points(max_score, Number(0)),
                    Number(0),
                )
                for place, part in enumerate(self.parts, 1)
            ]
        )

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        items, got = [], []
        for place, part in enumerate(self.parts, 1):
            met = values[self._name(place)] is True
            points = part.award.points(max_score, Number(0)).exact(values) if met else 0
            got.append(points)
            name = "explain.part-met" if met else "explain.part-not-met"
            items.append(f"({place}) {say(name, lang, points=points_text(points, lang))}")
        if len(items) == 1:
            return items[0].removeprefix("(1) ")
        total = " + ".join(figure(points, lang) for points in got)
        return f"{'; '.join(items)} → {total} = {points_text(sum(got), lang)}"
