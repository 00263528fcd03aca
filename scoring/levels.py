"""Levels: a framework of criteria, each with a threshold per level, and the level a unit reaches.

Level = the highest level k whose applicable criteria are all met at k; 0 if none. A criterion
printed «Không áp dụng» at a level is not asked there; a missing value is not met.
Source: Khung tiêu chí BTTTT (Phiên bản 1.0), II.1.c, and the readings of each table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scoring.assess import FULL, MISSING, WRONG
from scoring.findings import Finding, Severity, finding
from scoring.model import Decision, InfoLine, Reading
from scoring.program import Wrong
from scoring.submission import UnusableInput
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    Counted,
    LevelValue,
    Threshold,
    ValueKind,
    read_value,
)

NO_LEVEL = "Chưa đạt mức nào"
"""What level 0 is called; the decision names only levels 1–5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One row of the framework: five printed texts and the five thresholds they mean.

    `if_any`: printed «(nếu có)», read strictly and flagged.
    """

    code: str
    pillar: str
    name: str
    unit: str
    kind: ValueKind
    levels: tuple[str, ...]
    thresholds: tuple[Threshold, ...]
    place: str
    method: str = ""
    basis: str = ""
    if_any: bool = False
    readings: tuple[Reading, ...] = ()

    def met(self, level: int, value: LevelValue | None) -> bool | None:
        """Whether a value meets the criterion at a level of 1–5; None: not applicable there."""
        return self.thresholds[level - 1].met(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGroup:
    """A group of criteria (a pillar) in printed order."""

    code: str
    name: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, kw_only=True)
class LevelTable:
    """A levels table of a decision.

    `level_names`: the names of levels 1–5. `declared`: the numbers of criteria that the decision
    itself states, by "criteria" and by group. `digest`: hash of the ruleset's files.
    """

    id: str
    kind: str
    title: str
    place: str
    unit_type: str
    decision: Decision
    level_names: tuple[str, ...]
    pillars: tuple[LevelGroup, ...]
    info: tuple[InfoLine, ...] = ()
    readings: tuple[Reading, ...] = ()
    declared: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in printed order."""
        return tuple(row for pillar in self.pillars for row in pillar.criteria)

    @cached_property
    def by_code(self) -> dict[str, Criterion]:
        """The criteria by their code."""
        return {row.code: row for row in self.criteria}

    def name_of(self, level: int) -> str:
        """The Vietnamese name of a level of 0–5. Raises IndexError for any other."""
        if level not in (0, *LEVELS):
            raise IndexError(level)
        return self.level_names[level - 1] if level else NO_LEVEL


@dataclass(frozen=True, slots=True)
class CriterionAssessment:
    """One criterion held against its five thresholds; `met[k - 1]` is level k, None: not asked."""

    criterion: Criterion
    value: LevelValue | None
    met: tuple[bool | None, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def highest(self) -> int:
        """The highest level at which the criterion is met; 0 if none."""
        return max((k for k, met in zip(LEVELS, self.met, strict=True) if met), default=0)

    @property
    def status(self) -> str:
        """The status of the row in two words, as in a scored table."""
        if any(item.severity is Severity.ERROR for item in self.findings):
            return WRONG
        return MISSING if any(f.code == "input-missing" for f in self.findings) else FULL

    def stops(self, level: int) -> bool:
        """Whether the criterion applies at a level of 1–5 and is not met there."""
        return self.met[level - 1] is False


@dataclass(frozen=True)
class LevelAssessment:
    """A unit's assessment by a levels table."""

    table: LevelTable
    rows: tuple[CriterionAssessment, ...]
    name: str = ""

    @cached_property
    def level(self) -> int:
        """The level reached, 0–5."""
        return max((k for k in LEVELS if not self.not_met(k)), default=0)

    @property
    def level_name(self) -> str:
        """The Vietnamese name of the level reached."""
        return self.table.name_of(self.level)

    @property
    def blocking(self) -> tuple[str, ...]:
        """The codes of the criteria not met at the next level, as printed; empty at level 5."""
        return () if self.level == LEVELS[-1] else self.not_met(self.level + 1)

    def not_met(self, level: int) -> tuple[str, ...]:
        """The codes of the criteria that apply at a level of 1–5 and are not met there."""
        return tuple(row.criterion.code for row in self.rows if row.stops(level))

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes of the criteria whose value is missing."""
        return tuple(row.criterion.code for row in self.rows if row.status == MISSING)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The codes of the criteria whose value cannot be."""
        return tuple(row.criterion.code for row in self.rows if row.status == WRONG)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rows."""
        return tuple(item for row in self.rows for item in row.findings)


def assess_levels(table: LevelTable, values: Mapping[str, Any], name: str = "") -> LevelAssessment:
    """Hold the `values` of a unit.json (code → value, exact numbers) against the table.

    A value that is missing or cannot be is not met, and a finding says so: input-missing,
    input-not-a-number, input-negative, part-exceeds-whole, option-unknown.
    Raises UnusableInput for a code that the table does not have.
    """
    for code in values:
        if code not in table.by_code:
            raise UnusableInput(
                f"Bảng {table.id} không có tiêu chí «{code}». Hãy ghi mã như văn bản, ví dụ «I.4»."
            )
    rows = tuple(assess_criterion(row, values.get(row.code)) for row in table.criteria)
    return LevelAssessment(table, rows, name)


def assess_criterion(criterion: Criterion, raw: Any) -> CriterionAssessment:
    """Hold one value, as unit.json writes it, against the five thresholds."""
    value = read_value(criterion.kind, raw)
    if isinstance(value, Wrong):
        label = _LABELS.get(value.code, "") or criterion.name
        found = finding(value.code, criterion.code, label=label, actual=value.shown)
        return CriterionAssessment(criterion, None, _met(criterion, None), (found,))
    met = _met(criterion, value)
    return CriterionAssessment(criterion, value, met, _remarks(criterion, value, met))


_LABELS = {"option-unknown": "Câu trả lời (Có, Không) hoặc mức độ của xã (0–5)"}


def _met(criterion: Criterion, value: LevelValue | None) -> tuple[bool | None, ...]:
    return tuple(criterion.met(level, value) for level in LEVELS)


def _remarks(
    criterion: Criterion, value: LevelValue | None, met: tuple[bool | None, ...]
) -> tuple[Finding, ...]:
    if value is None:
        return (finding("input-missing", criterion.code, label=criterion.name),)
    unknown_total = isinstance(value, Counted) and value.total is None
    for threshold, reached in zip(criterion.thresholds, met, strict=True):
        all_would_do = isinstance(threshold, AtLeastCount) and threshold.or_all
        if unknown_total and all_would_do and not reached:
            label = f"tổng số ({criterion.unit})"
            return (finding("input-missing", criterion.code, label=label),)
    if criterion.if_any and False in met:
        adopted = "; ".join(reading.adopted for reading in criterion.readings)
        return (finding("reading-applied", criterion.code, why=f"Cách hiểu: {adopted}."),)
    return ()
