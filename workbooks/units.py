"""Units of levels tables and plans: what one unit.json or one workbook of ours says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rulesets.laws import Law
from scoring.levels import LevelAssessment, LevelTable, assess_levels
from scoring.numbers import Rational
from scoring.program import Wrong
from scoring.submission import Submission, UnusableInput, read_number
from scoring.targets import Plan, PlanAssessment, assess_plan

ValuesLaw = LevelTable | Plan
"""A table whose rows take one value each."""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """The values of one unit, and what its office has written beside them.

    `values`: code → value as in unit.json. `typed_level`: the level that the office states.
    `notes`: code → note. `communes`: the names of the communes, in the order of their levels.
    """

    law: ValuesLaw
    name: str = ""
    period: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    typed_level: Rational | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    communes: tuple[str, ...] = ()

    @property
    def head(self) -> Submission:
        """The unit, the period and the general information."""
        return Submission(
            table=self.law.id, name=self.name, period=self.period, info=dict(self.info)
        )

    def assess_levels(self) -> LevelAssessment:
        """Hold the values against a levels table. Raises UnusableInput for an unknown code."""
        if not isinstance(self.law, LevelTable):
            raise TypeError(self.law.kind)
        return assess_levels(self.law, self.values, self.name)

    def assess_plan(self) -> PlanAssessment:
        """Hold the values against a plan. Raises UnusableInput for an unknown code."""
        if not isinstance(self.law, Plan):
            raise TypeError(self.law.kind)
        return assess_plan(self.law, self.values, self.name)

    def assess(self) -> LevelAssessment | PlanAssessment:
        """Hold the values against the table, whichever it is."""
        return self.assess_plan() if isinstance(self.law, Plan) else self.assess_levels()


def read_values_unit(unit: Mapping[str, Any], law: Law) -> Unit:
    """Read a unit.json of a levels table or a plan (already parsed, numbers exact).

    Raises UnusableInput, saying the place, where it cannot be understood.
    """
    if not isinstance(law, ValuesLaw):
        raise UnusableInput(f"Bảng {law.id} nhận «inputs», không nhận «values».")
    if unit.get("inputs"):
        raise UnusableInput(f"Bảng {law.id} nhận «values», không nhận «inputs».")
    values = _mapping(unit, "values")
    read = Unit(
        law=law,
        name=str(unit.get("name") or ""),
        period=str(unit.get("period") or ""),
        values=values,
        info=_mapping(unit, "info"),
        typed_level=_typed_level(_mapping(unit, "typed")),
        notes={code: str(note) for code, note in _mapping(unit, "notes").items()},
        communes=tuple(str(name or "") for name in unit.get("communes") or ()),
    )
    read.assess()  # raises for a code that the table does not have
    return read


def _mapping(unit: Mapping[str, Any], key: str) -> dict[str, Any]:
    given = unit.get(key)
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise UnusableInput(f"«{key}» phải là một đối tượng: mã → giá trị.")
    return dict(given)


def _typed_level(typed: Mapping[str, Any]) -> Rational | None:
    number = read_number(typed.get("level"))
    if isinstance(number, Wrong):
        raise UnusableInput(f"Mức độ «typed» không phải là số: {number.shown}.")
    return number
