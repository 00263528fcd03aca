"""Gaps: how far a value is from what one level or one target asks for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from scoring.law import Row
from scoring.levels import LevelAssessment
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.targets import PlanAssessment
from scoring.thresholds import (
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    Counted,
    LevelValue,
    Threshold,
    Yes,
    value_of,
)
from scoring.words import Judgement


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that is not met: what is asked, and how much is wanting.

    `level`: of a levels table, the lowest level at which it is not met and that is asked about.
    `change`: a rate (0–1), a count, or a number of communes; None where nothing can be counted.
    """

    row: Row
    figures: Figures
    threshold: Threshold
    level: int = 0
    change: Rational | None = None

    @property
    def effort(self) -> Fraction:
        """The part of what is asked that is wanting; 1 for an answer or a missing value."""
        asked = _size(self.threshold)
        if self.change is None or not asked:
            return Fraction(1)
        return min(Fraction(1), Fraction(self.change) / asked)


def level_gaps(assessment: LevelAssessment, level: int) -> tuple[Gap, ...]:
    """What stops a level of 1–5, all levels below it included; the smallest gap first."""
    found = []
    for row in assessment.rows:
        stopped = [k for k in range(1, level + 1) if row.stops(k)]
        if stopped:
            # What the highest level asks for is asked of the others, too.
            threshold = row.row.thresholds[stopped[-1] - 1]
            found.append(
                Gap(row.row, row.figures, threshold, stopped[0], wanting(threshold, row.value))
            )
    return tuple(sorted(found, key=lambda gap: gap.effort))


def target_gaps(assessment: PlanAssessment) -> tuple[Gap, ...]:
    """The targets of a plan that are not met; the smallest gap first."""
    found = []
    for row in assessment.rows:
        if row.result is not Judgement.NOT_MET or row.row.takes is None:
            continue
        read = value_of(row.row.takes, row.figures)
        value = None if isinstance(read, Wrong) else read
        threshold = row.row.threshold or Yes()
        found.append(Gap(row.row, row.figures, threshold, change=wanting(threshold, value)))
    return tuple(sorted(found, key=lambda gap: gap.effort))


def wanting(threshold: Threshold, value: LevelValue | None) -> Rational | None:
    """How much is wanting; None where nothing can be counted.

    >>> wanting(AtLeastPercent(Fraction("0.7")), Fraction("0.62"))
    Fraction(2, 25)
    >>> wanting(AtLeastCount(3, or_all=True), Counted(1, 2))
    1
    >>> wanting(CommunesFrom(1, Fraction(1, 2), 2), (0, 1, 1, 2))
    1
    """
    if isinstance(threshold, AtLeastPercent) and _is_number(value):
        return threshold.ratio - Fraction(value)  # type: ignore[arg-type]
    if isinstance(threshold, AtLeastCount):
        count = value.count if isinstance(value, Counted) else value
        if not _is_number(count):
            return None
        short = threshold.count - count  # type: ignore[operator]
        total = value.total if isinstance(value, Counted) else None
        if threshold.or_all and total:
            short = min(short, total - count)  # type: ignore[operator]
        return short
    if isinstance(threshold, CommunesFrom) and isinstance(value, tuple) and value:
        return _communes(threshold, value)
    return None


def _communes(threshold: CommunesFrom, levels: tuple[int, ...]) -> int:
    """How many communes have to rise: those too low, and as many more as the share asks for."""
    low = [level for level in levels if level < threshold.all_from]
    if threshold.share is None:
        return len(low)
    needed = ceil(threshold.share * len(levels))
    there = sum(level >= threshold.share_from for level in levels)
    # Who has to rise anyway may as well rise far enough.
    return max(len(low), needed - there)


def _size(threshold: Threshold) -> Rational | None:
    if isinstance(threshold, AtLeastPercent):
        return threshold.ratio
    return threshold.count if isinstance(threshold, AtLeastCount) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
