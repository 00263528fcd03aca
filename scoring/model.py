"""The law as the engine sees it: frozen records, each with its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from scoring.grades import Grades
from scoring.program import Program
from scoring.rules import Rule
from scoring.slots import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How an unclear printed rule is read, and what the other reading would do."""

    id: str
    place: str
    printed: str
    adopted: str
    why: str
    effect: str
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The document that a table belongs to."""

    id: str
    title: str
    number: str = ""
    date: str = ""
    issuer: str = ""
    source_file: str = ""
    in_force_from: str = ""
    superseded: str = ""
    rules: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoLine:
    """One line of the general information."""

    code: str
    label: str
    unit: str = ""
    agency: str = ""
    note: str = ""
    coordinating_agency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A printed heading with a code of its own and no rule."""

    code: str
    name: str
    max_score: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One scored row of a table."""

    code: str
    pillar: str
    name: str
    max_score: Fraction
    rule: Rule
    printed: str
    place: str
    heading: str = ""
    max_inferred: bool = False
    evidence: str = ""
    lead_agency: str = ""
    coordinating_agency: str = ""
    readings: tuple[Reading, ...] = ()
    alternatives: Mapping[str, Rule] = field(default_factory=dict)
    bonus: bool = False
    """The points count in the total, the maximum does not."""

    @property
    def counted_max(self) -> Fraction:
        """What the row adds to the maximum."""
        return Fraction(0) if self.bonus else self.max_score

    @cached_property
    def min_score(self) -> Fraction:
        """The fewest points: 0, or below where the document prints negative points."""
        return min(Fraction(0), Fraction(self.rule.floor(self.max_score) or 0))

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The codes of the rows whose scores the rule asks for."""
        return tuple(slot.row for slot in self.slots if slot.row)

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
class Table:
    """A scored table of a decision.

    `no_online_services`: codes whose score is substituted for units without online services.
    `digest`: hash of the ruleset file, to tell one version of the law from another.
    `renormalised`: the total is stated on the printed maximum although rows may leave it.
    `variant`: the type of unit, where the document prints maxima per type.
    """

    id: str
    kind: str
    title: str
    place: str
    unit_type: str
    max_score: Fraction
    decision: Decision
    pillars: tuple[Pillar, ...]
    info: tuple[InfoLine, ...] = ()
    info_place: str = ""
    readings: tuple[Reading, ...] = ()
    no_online_services: tuple[str, ...] = ()
    declared: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    renormalised: bool = False
    grades: Grades | None = None
    variant: str = ""

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All scored rows in printed order."""
        return tuple(row for pillar in self.pillars for row in pillar.indicators)

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
        if not any(reading_id in row.alternatives for row in self.indicators):
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

    @cached_property
    def info_by_code(self) -> dict[str, InfoLine]:
        """The lines of the general information by their code."""
        return {line.code: line for line in self.info}
