"""Law: what a table of any kind has in common, and what each of its rows has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from scoring.program import Figures, Outcome
from scoring.slots import Slot
from scoring.thresholds import Threshold


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


@dataclass(frozen=True, kw_only=True)
class Row:
    """One printed row that takes figures: an indicator, a criterion or a target.

    What a kind of row does not have is None or empty. `requirement`: what a plan asks for, as
    printed.
    """

    code: str
    pillar: str
    name: str
    place: str
    readings: tuple[Reading, ...] = ()
    evidence: str = ""
    lead_agency: str = ""
    coordinating_agency: str = ""
    requirement: str = ""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places to fill, in the order of the contract."""
        raise NotImplementedError

    @property
    def typed_slots(self) -> tuple[Slot, ...]:
        """The slots with a yellow cell each, in their order; the others stand elsewhere."""
        return tuple(slot for slot in self.slots if not slot.elsewhere)

    @property
    def worth(self) -> Fraction | None:
        """The maximum of a scored row; None for a row without points."""
        return None

    @property
    def depends_on(self) -> tuple[str, ...]:
        """The codes of the rows whose scores the row asks for."""
        return tuple(slot.row for slot in self.slots if slot.row)

    def reads_otherwise(self, reading_id: str) -> bool:
        """Whether the row has a rule of its own for the other way to read."""
        del reading_id
        return False

    @property
    def min_score(self) -> Fraction:
        """The fewest points."""
        return Fraction(0)

    @property
    def named_inputs(self) -> bool:
        """Whether its figures go by names (`inputs` in unit.json), or are one value (`values`)."""
        return False

    @property
    def wording(self) -> str:
        """What the figures are held against, in the words of the document."""
        return self.requirement

    @property
    def measured_by(self) -> object:
        """What the figures are held against: a rule, a threshold, or one for each level."""
        return None

    @property
    def levels_asked(self) -> tuple[tuple[str, Threshold], ...]:
        """What each level asks for, as printed and as it is meant."""
        return ()

    @property
    def prints_percent(self) -> bool:
        """The row prints the sign, so that a bare number is a rate."""
        return "%" in self.requirement

    def outcome(self, figures: Figures) -> Outcome:
        """What the row's rule makes of figures; a row without points never has a score."""
        del figures
        return Outcome(None, ())


@dataclass(frozen=True, kw_only=True)
class Law:
    """A table of a decision, of any kind.

    `kind`: "scored", "levels" or "targets". `declared`: numbers that the decision itself states.
    `digest`: hash of the ruleset's files, to tell one version of the law from another.
    `level_names`: the names of levels 1–5, where the table has levels.
    """

    id: str
    kind: str
    title: str
    place: str
    unit_type: str
    decision: Decision
    info: tuple[InfoLine, ...] = ()
    info_place: str = ""
    readings: tuple[Reading, ...] = ()
    declared: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""
    level_names: tuple[str, ...] = ()

    @property
    def worth(self) -> Fraction | None:
        """The printed maximum; None for a table without points."""
        return None

    @property
    def named_inputs(self) -> bool:
        """Whether its rows take `inputs` by name, or `values`."""
        return False

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The readings with a rule of their own for the other way to read."""
        return ()

    def reading_otherwise(self, reading_id: str) -> Law:
        """The same table with one of its `alternatives` in force; ValueError for any other."""
        raise ValueError(reading_id)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in printed order."""
        raise NotImplementedError

    @property
    def by_code(self) -> Mapping[str, Row]:
        """The rows by their code."""
        raise NotImplementedError

    @cached_property
    def info_by_code(self) -> dict[str, InfoLine]:
        """The lines of the general information by their code."""
        return {line.code: line for line in self.info}

    @property
    def document(self) -> str:
        """The decision in one line: number and issuer, or its title."""
        decision = self.decision
        if decision.number:
            return f"{decision.number}, {decision.issuer}".strip(", ")
        return decision.issuer or decision.title
