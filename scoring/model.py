"""Scored tables: frozen records, each with its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from scoring.grades import Grades
from scoring.law import Law, Row
from scoring.program import Figures, Outcome, Program
from scoring.rules import Rule
from scoring.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A printed heading with a code of its own and no rule."""

    code: str
    name: str
    max_score: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator(Row):
    """One scored row of a table."""

    max_score: Fraction
    rule: Rule
    printed: str
    heading: str = ""
    max_inferred: bool = False
    alternatives: Mapping[str, Rule] = field(default_factory=dict)
    bonus: bool = False
    """The points count in the total, the maximum does not."""

    @property
    def worth(self) -> Fraction:
        """The maximum."""
        return self.max_score

    @property
    def counted_max(self) -> Fraction:
        """What the row adds to the maximum."""
        return Fraction(0) if self.bonus else self.max_score

    @cached_property
    def min_score(self) -> Fraction:
        """The fewest points: 0, or below where the document prints negative points."""
        return min(Fraction(0), Fraction(self.rule.floor(self.max_score) or 0))

    @property
    def named_inputs(self) -> bool:
        """Its figures go by the names of the contract."""
        return True

    @property
    def wording(self) -> str:
        """The rule as printed."""
        return self.printed

    @property
    def measured_by(self) -> Rule:
        """The rule."""
        return self.rule

    def outcome(self, figures: Figures) -> Outcome:
        """The score, if there is one, and what was found on the way."""
        return self.program.run(figures, self.code)

    def reads_otherwise(self, reading_id: str) -> bool:
        """Whether the row has a rule of its own for the other way to read."""
        return reading_id in self.alternatives

    @cached_property
    def program(self) -> Program:
        """The rule made ready to run."""
        return Program(self.rule, self.max_score)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places to fill, in the order of the contract."""
        return self.program.slots


@dataclass(frozen=True, kw_only=True)
class Pillar:
    """A main indicator and its rows."""

    code: str
    name: str
    max_score: Fraction
    indicators: tuple[Indicator, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table(Law):
    """A scored table of a decision.

    `no_online_services`: codes whose score is substituted for units without online services.
    `renormalised`: the total is stated on the printed maximum although rows may leave it.
    `variant`: the type of unit, where the document prints maxima per type.
    """

    max_score: Fraction
    pillars: tuple[Pillar, ...]
    no_online_services: tuple[str, ...] = ()
    renormalised: bool = False
    grades: Grades | None = None
    variant: str = ""

    @property
    def worth(self) -> Fraction:
        """The printed maximum."""
        return self.max_score

    @property
    def named_inputs(self) -> bool:
        """Its rows take `inputs` by name."""
        return True

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The readings with a rule of their own for the other way to read, sorted."""
        return tuple(sorted({key for row in self.indicators for key in row.alternatives}))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All scored rows in printed order."""
        return tuple(row for pillar in self.pillars for row in pillar.indicators)

    @property
    def rows(self) -> tuple[Indicator, ...]:
        """All scored rows in printed order."""
        return self.indicators

    @cached_property
    def by_code(self) -> dict[str, Indicator]:
        """The scored rows by their code."""
        return {row.code: row for row in self.indicators}

    @cached_property
    def in_order(self) -> tuple[Indicator, ...]:
        """All scored rows, each after the rows that it depends on; else in printed order.

        Raises ValueError, naming the rows, where they depend on each other in a circle.
        """
        done: dict[str, Indicator] = {}

        def visit(row: Indicator, above: tuple[str, ...]) -> None:
            if row.code in above:
                raise ValueError(" → ".join((*above, row.code)))
            if row.code not in done:
                for code in row.depends_on:
                    visit(self.by_code[code], (*above, row.code))
                done[row.code] = row

        for row in self.indicators:
            visit(row, ())
        return tuple(done.values())

    def reading_otherwise(self, reading_id: str) -> Table:
        """The same table with the alternative of one reading in force.

        Raises KeyError for an unknown reading and ValueError for one without a rule of its own.
        """
        if reading_id not in {reading.id for reading in self.readings}:
            raise KeyError(reading_id)
        if reading_id not in self.alternatives:
            raise ValueError(reading_id)
        pillars = tuple(
            replace(
                pillar,
                indicators=tuple(
                    replace(row, rule=row.alternatives.get(reading_id, row.rule))
                    for row in pillar.indicators
                ),
            )
            for pillar in self.pillars
        )
        return replace(self, pillars=pillars)
