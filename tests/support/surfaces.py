"""One rule on every surface: the engine, native formulas in two engines, the vector face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from scoring.numbers import Rational
from scoring.program import Outcome, Program
from scoring.rules import Count, Rate, Ratio, Rule
from scoring.rules.measure import percent_slot
from scoring.slots import Slot, SlotKind
from tests.support.engines import ENGINES, OPTIONS, same
from udfs.cells import option_text
from workbooks.design.native import score_formula

A, B, C, D, X = (Slot(name, SlotKind.NUMBER, input=name) for name in "abcdx")
NUM, DEN = (Slot(name, SlotKind.NUMBER, input=name) for name in ("num", "den"))
PERCENT = percent_slot()

A_OVER_B = Ratio(part=((A, 1),), whole=(B,))
A_OVER_B_CAPPED = Ratio(part=((A, 1),), whole=(B,), capped=True)
COUNT_OF_X = Count(of=X)
RATE = Rate(of=PERCENT)

# The same figures on every run: a gate must not depend on luck.
PROPERTY = settings(deadline=None, max_examples=80, derandomize=True)

maxima = st.sampled_from([Fraction(text) for text in ("2.5", "5", "10", "15", "20", "40")])
thresholds = st.sampled_from([1, 5, 10, 65, 75, 80, 85, 100]).map(lambda n: Fraction(n, 100))
wholes = st.integers(1, 20_000)
counts = st.integers(0, 20_000)
shares = st.fractions(0, 1, max_denominator=20_000)


@dataclass(frozen=True)
class Column:
    """The inputs of one indicator under each other in column B, a cohort in column D."""

    program: Program
    cohort_size: int = 1

    def address(self, slot: str) -> str:
        if slot == "cohort":
            return self.cohort(slot)
        return f"B{[s.name for s in self.program.slots].index(slot) + 2}"

    def option(self, slot: str, ordinal: int) -> str:
        return f"{OPTIONS}!$A${ordinal}"

    def cohort(self, slot: str) -> str:
        return f"D1:D{max(1, self.cohort_size)}"


def cell_value(slot: Slot, value: Any) -> Any:
    """What an official would have in the cell: dropdown text, Có or Không, 0–1 for a percentage."""
    if value is None:
        return None
    if slot.kind is SlotKind.ANSWER:
        return "Có" if value else "Không"
    if slot.kind is SlotKind.OPTION and 1 <= value <= len(slot.options):
        return option_text(slot.options[value - 1], value)
    return float(value)


def native_values(program: Program, figures: Mapping[str, Any]) -> dict[str, Any]:
    """What the native formula shows in each independent engine."""
    cohort = figures.get("cohort") or ()
    column = Column(program, len(cohort))
    cells: dict[str, Any] = {
        column.address(slot.name): cell_value(slot, figures.get(slot.name))
        for slot in program.slots
        if slot.kind is not SlotKind.COHORT
    }
    cells |= {f"D{n}": float(value) for n, value in enumerate(cohort, 1)}
    cells["F1"] = "=" + score_formula(program, column)
    options = {
        f"A{n}": option_text(label, n)
        for slot in program.slots
        for n, label in enumerate(slot.options, 1)
    }
    return {name: engine(cells, options, "F1") for name, engine in ENGINES.items()}


def vector_value(program: Program, figures: Mapping[str, Any]) -> float:
    """The vector face for one unit; of a cohort the unit stands first, the others have b = 1."""
    arrays: dict[str, Any] = {}
    cohort = figures.get("cohort") or ()
    for slot in program.slots:
        value = figures.get(slot.name)
        if slot.kind is not SlotKind.COHORT:
            number = np.nan if value is None else float(value)
            others = [1.0 if slot.name == "b" else float(v) for v in cohort]
            arrays[slot.name] = np.array([number, *others])
    return float(np.broadcast_to(program.points.vector(arrays, np), (1 + len(cohort),))[0])


def outcome_everywhere(rule: Rule, max_score: Rational, figures: Mapping[str, Any]) -> Outcome:
    """Run the rule on every surface; all must agree. Gives the engine's outcome."""
    program = Program(rule, Fraction(max_score))
    outcome = program.run(figures)
    for name, value in native_values(program, figures).items():
        shown = f"{name}: {value!r} but the engine says {outcome}"
        assert same(outcome.score, outcome.waiting, value), shown
    if outcome.score is not None:
        vector = vector_value(program, figures)
        assert abs(vector - float(outcome.score)) <= 1e-9, f"vector: {vector}, {outcome.score}"
        assert 0 <= outcome.score <= max_score, f"{outcome.score} of {max_score}"
        text = program.explain(figures)
        assert text
        assert "None" not in text
    return outcome


def score_everywhere(rule: Rule, max_score: Rational, **figures: Any) -> Fraction | None:
    """The score of the rule, the same on every surface; None where there is none."""
    return outcome_everywhere(rule, max_score, figures).score


def codes_everywhere(rule: Rule, max_score: Rational, **figures: Any) -> set[str]:
    """The codes of what was found; a score must be absent on every surface."""
    outcome = outcome_everywhere(rule, max_score, figures)
    assert outcome.score is None
    return {finding.code for finding in outcome.findings}
