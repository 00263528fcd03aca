"""The law as the engine sees it: frozen records, each with its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

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

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All scored rows in printed order."""
        return tuple(row for pillar in self.pillars for row in pillar.indicators)

    @cached_property
    def by_code(self) -> dict[str, Indicator]:
        """The scored rows by their code."""
        return {row.code: row for row in self.indicators}

    @cached_property
    def info_by_code(self) -> dict[str, InfoLine]:
        """The lines of the general information by their code."""
        return {line.code: line for line in self.info}
