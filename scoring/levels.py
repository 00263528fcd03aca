"""Levels: a framework of criteria, each with a threshold per level, and the level a unit reaches.

Level = the highest level k whose applicable criteria are all met at k; 0 if none. A criterion
printed «Không áp dụng» at a level is not asked there; a missing value is not met.
Source: Khung tiêu chí BTTTT (Phiên bản 1.0), II.1.c, and the readings of each table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.assessment import Assessment, RowAssessment
from scoring.findings import Finding, finding
from scoring.law import Law, Row
from scoring.program import Figures, Wrong
from scoring.slots import Slot
from scoring.submission import Submission
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    Counted,
    LevelValue,
    Threshold,
    ValueKind,
    slots_of,
    value_of,
)
from scoring.why import Explanation, asked, found, level_name, source, values
from scoring.words import Status
from texts import say, text

NO_LEVEL = "Chưa đạt mức nào"
"""What level 0 is called; the decision names only levels 1–5."""


@dataclass(frozen=True, kw_only=True)
class Criterion(Row):
    """One row of the framework: five printed texts and the five thresholds they mean.

    `if_any`: printed «(nếu có)», read strictly and flagged.
    """

    unit: str
    kind: ValueKind
    levels: tuple[str, ...]
    thresholds: tuple[Threshold, ...]
    method: str = ""
    basis: str = ""
    if_any: bool = False

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The places to fill: one value, a count and its total, or the levels of the communes."""
        return slots_of(self.kind, self.name, self.unit)

    @property
    def measured_by(self) -> tuple[Threshold, ...]:
        """The five thresholds."""
        return self.thresholds

    @property
    def levels_asked(self) -> tuple[tuple[str, Threshold], ...]:
        """The five texts with the thresholds they mean."""
        return tuple(zip(self.levels, self.thresholds, strict=True))

    @property
    def prints_percent(self) -> bool:
        """The unit is a percentage."""
        return "%" in self.unit

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
class LevelTable(Law):
    """A levels table of a decision.

    `declared`: the numbers of criteria that the decision itself states, by "criteria" and by group.
    """

    pillars: tuple[LevelGroup, ...]

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in printed order."""
        return tuple(row for pillar in self.pillars for row in pillar.criteria)

    @property
    def rows(self) -> tuple[Criterion, ...]:
        """All criteria in printed order."""
        return self.criteria

    @cached_property
    def by_code(self) -> dict[str, Criterion]:
        """The criteria by their code."""
        return {row.code: row for row in self.criteria}

    def name_of(self, level: int) -> str:
        """The Vietnamese name of a level of 0–5. Raises IndexError for any other."""
        if level not in (0, *LEVELS):
            raise IndexError(level)
        return self.level_names[level - 1] if level else NO_LEVEL


@dataclass(frozen=True, kw_only=True)
class CriterionAssessment(RowAssessment):
    """One criterion held against its five thresholds; `met[k - 1]` is level k, None: not asked."""

    row: Criterion
    value: LevelValue | None = None
    met: tuple[bool | None, ...] = ()

    @property
    def highest(self) -> int:
        """The highest level at which the criterion is met; 0 if none."""
        return max((k for k, met in zip(LEVELS, self.met, strict=True) if met), default=0)

    def stops(self, level: int) -> bool:
        """Whether the criterion applies at a level of 1–5 and is not met there."""
        return self.met[level - 1] is False

    def facts(self) -> Mapping[str, object]:
        """Whether each level is met (null: not applicable), and the highest one."""
        return {"met": list(self.met), "highest": self.highest}

    def why(self, law: Law, lang: str = "vi") -> Explanation:
        """The value, and each level with what it asks for and whether that is met."""
        row = self.row
        head = f"{row.code} {row.name}: {values(row, self.figures, lang)}"
        details = [
            say(
                "why.level" if met is not None else "why.level-not-asked",
                lang,
                level=text("level.named", level=level, name=level_name(law, level)),
                asked=asked(threshold),
                met=text("judgement.met" if met else "judgement.not_met"),
            )
            for level, threshold, met in zip(LEVELS, row.thresholds, self.met, strict=True)
        ]
        return Explanation(head, (*found(self.findings, lang), *details), source(row, lang))


@dataclass(frozen=True, kw_only=True)
class LevelAssessment(Assessment):
    """A unit's assessment by a levels table."""

    law: LevelTable
    rows: tuple[CriterionAssessment, ...]

    @property
    def key(self) -> Fraction:
        """The level."""
        return Fraction(self.level)

    @cached_property
    def level(self) -> int:
        """The level reached, 0–5."""
        return max((k for k in LEVELS if not self.not_met(k)), default=0)

    @property
    def level_name(self) -> str:
        """The Vietnamese name of the level reached."""
        return self.law.name_of(self.level)

    @property
    def blocking(self) -> tuple[str, ...]:
        """The codes of the criteria not met at the next level, as printed; empty at level 5."""
        return () if self.level == LEVELS[-1] else self.not_met(self.level + 1)

    def facts(self) -> Mapping[str, object]:
        """The level, its name, what stops the next one, and the pillars."""
        return {
            "level": self.level,
            "level_name": self.level_name,
            "blocking": list(self.blocking),
            "pillars": [
                {"code": pillar.code, "name": pillar.name, "score": None, "max": None}
                for pillar in self.law.pillars
            ],
        }

    def not_met(self, level: int) -> tuple[str, ...]:
        """The codes of the criteria that apply at a level of 1–5 and are not met there."""
        return tuple(row.code for row in self.rows if row.stops(level))


def assess_levels(table: LevelTable, submission: Submission) -> LevelAssessment:
    """Hold the figures of a unit against the table.

    A value that is missing or cannot be is not met, and a finding says so: input-missing,
    input-not-a-number, input-negative, part-exceeds-whole, option-unknown.
    """
    rows = tuple(
        assess_criterion(row, submission.figures.get(row.code, {})) for row in table.criteria
    )
    return LevelAssessment(law=table, submission=submission, rows=rows)


def assess_criterion(criterion: Criterion, figures: Figures) -> CriterionAssessment:
    """Hold the figures of one criterion against the five thresholds."""
    read = value_of(criterion.kind, figures)
    value = None if isinstance(read, Wrong) else read
    met = tuple(criterion.met(level, value) for level in LEVELS)
    if isinstance(read, Wrong):
        label = criterion.name if read.code != "option-unknown" else text("slot.answer-or-level")
        remarks: tuple[Finding, ...] = (
            finding(read.code, criterion.code, slots=read.slots, label=label, actual=read.shown),
        )
    else:
        remarks = _remarks(criterion, value, met)
    return CriterionAssessment(
        row=criterion,
        status=Status.WRONG if isinstance(read, Wrong) else _status(remarks),
        findings=remarks,
        figures=figures,
        value=value,
        met=met,
    )


def _status(remarks: tuple[Finding, ...]) -> Status:
    missing = any(item.code == "input-missing" for item in remarks)
    return Status.MISSING if missing else Status.FULL


def _remarks(
    criterion: Criterion, value: LevelValue | None, met: tuple[bool | None, ...]
) -> tuple[Finding, ...]:
    code, names = criterion.code, tuple(slot.name for slot in criterion.slots)
    if value is None:
        return (finding("input-missing", code, slots=names[:1], label=criterion.name),)
    unknown_total = isinstance(value, Counted) and value.total is None
    for threshold, reached in zip(criterion.thresholds, met, strict=True):
        all_would_do = isinstance(threshold, AtLeastCount) and threshold.or_all
        if unknown_total and all_would_do and not reached:
            label = text("slot.total", unit=criterion.unit)
            return (finding("input-missing", code, slots=names[1:], label=label),)
    if criterion.if_any and False in met:
        adopted = "; ".join(reading.adopted for reading in criterion.readings)
        return (finding("reading-applied", code, why=text("reading.adopted", adopted=adopted)),)
    return ()
