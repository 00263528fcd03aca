"""Options rule: the official chooses one of the printed options."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.conditions import Given, Is, Not
from scoring.expression import Choose, Expr, Number, Values
from scoring.numbers import Rational
from scoring.rules.base import Check, Note, Rule, least, most
from scoring.slots import Slot, SlotKind
from texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One printed option and the rule it leads to.

    `added`: not printed; a reading adopted it for a case the document leaves open.
    """

    label: str
    rule: Rule
    warning: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Score the option that was chosen."""

    options: tuple[Option, ...]
    slot_name: str = "option"
    label: str = ""

    def slot(self) -> Slot:
        """The slot that takes the choice."""
        labels = tuple(option.label for option in self.options)
        return Slot(self.slot_name, SlotKind.OPTION, self.label, input="option", options=labels)

    def slots(self) -> tuple[Slot, ...]:
        return (self.slot(), *(s for option in self.options for s in option.rule.slots()))

    def checks(self) -> tuple[Check, ...]:
        own = Check("input-missing", Not(Given(self.slot_name)), (self.slot_name,))
        return (
            own,
            *(
                check.only_if(Is(self.slot_name, ordinal))
                for ordinal, option in enumerate(self.options, 1)
                for check in option.rule.checks()
            ),
        )

    def notes(self) -> tuple[Note, ...]:
        notes: list[Note] = []
        for ordinal, option in enumerate(self.options, 1):
            chosen = Is(self.slot_name, ordinal)
            if option.warning:
                notes.append(Note(chosen, option.warning))
            notes += [note.only_if(chosen) for note in option.rule.notes()]
        return tuple(notes)

    def floor(self, max_score: Rational) -> Rational | None:
        return least(option.rule.floor(max_score) for option in self.options)

    def ceiling(self, max_score: Rational) -> Rational | None:
        return most(option.rule.ceiling(max_score) for option in self.options)

    def points(self, max_score: Rational) -> Expr:
        result: Expr = Number(0)
        for ordinal, option in reversed(tuple(enumerate(self.options, 1))):
            points = option.rule.points(max_score)
            if points != result:
                result = Choose(Is(self.slot_name, ordinal), points, result)
        return result

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        ordinal = int(values[self.slot_name] or 0)
        option = self.options[ordinal - 1]
        result = option.rule.explain(values, max_score, lang)
        return say("explain.option", lang, ordinal=str(ordinal), label=option.label, result=result)
