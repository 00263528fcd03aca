"""Cases rule: the printed special cases first, then the ordinary rule."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.conditions import All, Answer, Compare, Given, Not, OneOf, Scored, both
from scoring.expression import Choose, Condition, Expr, Input, Number, Values
from scoring.numbers import Rational
from scoring.rules.base import Check, Note, Rule, least, most
from scoring.slots import Slot, SlotKind
from scoring.titles import title
from texts import say

Wanted = bool | Rational | str
"""What a case asks of a slot: yes/no, a number, `missing` or `positive`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """When all slots hold what is asked, this rule decides.

    `impossible`: such data cannot exist and earns nothing.
    """

    when: tuple[tuple[Slot, Wanted], ...]
    rule: Rule
    warning: str = ""
    impossible: bool = False

    def condition(self) -> Condition:
        """The slots hold what is asked."""
        return All(tuple(_holds(slot, wanted) for slot, wanted in self.when))

    def asks(self, slot: Slot) -> bool:
        """Nobody can decide while this slot is blank: a yes/no, or the score of another row."""
        if slot.kind is SlotKind.ROW:
            return all(wanted != "missing" for s, wanted in self.when if s.name == slot.name)
        return slot.kind is SlotKind.ANSWER

    def undecided(self, slot: Slot) -> Condition:
        """All other slots hold what is asked, and this one is blank."""
        rest = tuple(_holds(s, w) for s, w in self.when if s.name != slot.name)
        given = Scored(slot.name) if slot.kind is SlotKind.ROW else Given(slot.name)
        return both(*rest, Not(given))

    def explain(self, lang: str = "vi") -> str:
        """The special case in words: `b = 0`."""
        return ", ".join(_asked(slot, wanted, lang) for slot, wanted in self.when)


_ASKED = {True: "yes", False: "no", "missing": "blank", "positive": "positive"}


def _asked(slot: Slot, wanted: Wanted, lang: str) -> str:
    """What a case asks of one slot, in words."""
    if slot.kind is SlotKind.ROW:
        called, named = title(slot), "unscored" if wanted == "missing" else None
    else:
        called, named = slot.name, None
    if isinstance(wanted, bool):
        return say(f"explain.case-{_ASKED[wanted]}", lang, slot=slot.label or slot.name)
    if isinstance(wanted, str):
        return say(f"explain.case-{named or _ASKED[wanted]}", lang, slot=called)
    return say("explain.case-equal", lang, slot=called, number=wanted)


def _number(wanted: Wanted) -> Rational:
    if isinstance(wanted, str):
        raise TypeError(wanted)
    return wanted


def _holds(slot: Slot, wanted: Wanted) -> Condition:
    if slot.kind is SlotKind.ROW:
        if wanted == "missing":
            return Not(Scored(slot.name))
        if wanted == "positive":
            return Scored(slot.name, ">")
        return Scored(slot.name, "=", _number(wanted))
    if isinstance(wanted, bool):
        return Answer(slot.name, wanted)
    if wanted == "missing":
        return Not(Given(slot.name))
    if wanted == "positive":
        return both(Given(slot.name), Compare(Input(slot.name), ">", Number(0)))
    return both(Given(slot.name), Compare(Input(slot.name), "=", Number(_number(wanted))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Score by the first case that holds; if none does, by `otherwise`."""

    cases: tuple[Case, ...]
    otherwise: Rule

    def slots(self) -> tuple[Slot, ...]:
        asked = (slot for case in self.cases for slot, _ in case.when)
        ruled = (slot for case in self.cases for slot in case.rule.slots())
        return (*asked, *ruled, *self.otherwise.slots())

    def _branches(self) -> list[tuple[Condition, Case | None, Rule]]:
        """Each rule with the condition under which it decides."""
        branches: list[tuple[Condition, Case | None, Rule]] = []
        before: list[Condition] = []
        for case in self.cases:
            condition = case.condition()
            branches.append((both(condition, *map(Not, before)), case, case.rule))
            before.append(condition)
        last: Condition = Not(before[0]) if len(before) == 1 else Not(OneOf(tuple(before)))
        branches.append((last, None, self.otherwise))
        return branches

    def undecided(self) -> list[tuple[Condition, tuple[str, ...]]]:
        """Where a special case hangs on a yes/no that nobody has answered, or on another row."""
        return [
            (case.undecided(slot), (slot.name,))
            for case in self.cases
            if case.rule != self.otherwise
            for slot, _ in case.when
            if case.asks(slot)
        ]

    def checks(self) -> tuple[Check, ...]:
        checks = [Check("input-missing", *hangs) for hangs in self.undecided()]
        for condition, case, rule in self._branches():
            if case and case.impossible:
                names = tuple(slot.name for slot, _ in case.when)
                checks.append(Check("part-exceeds-whole", condition, names))
            checks += [check.only_if(condition) for check in rule.checks()]
        return tuple(checks)

    def notes(self) -> tuple[Note, ...]:
        notes: list[Note] = []
        for condition, case, rule in self._branches():
            if case and case.warning:
                notes.append(Note(condition, case.warning))
            notes += [note.only_if(condition) for note in rule.notes()]
        return tuple(notes)

    def floor(self, max_score: Rational) -> Rational | None:
        return least(rule.floor(max_score) for _, _, rule in self._branches())

    def ceiling(self, max_score: Rational) -> Rational | None:
        return most(rule.ceiling(max_score) for _, _, rule in self._branches())

    def points(self, max_score: Rational) -> Expr:
        result = self.otherwise.points(max_score)
        for case in reversed(self.cases):
            if not case.impossible:
                result = Choose(case.condition(), case.rule.points(max_score), result)
        return result

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        for case in self.cases:
            if case.condition().exact(values):
                return f"{case.explain(lang)} → {case.rule.explain(values, max_score, lang)}"
        return self.otherwise.explain(values, max_score, lang)
