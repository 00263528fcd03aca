"""Ranking: one cohort, exactly — min-max rows filled from all units, ranks, and how sure they are.

Ranks are made of unrounded figures: the index of a scored table (total ÷ maximum of the rows that
count), the level, the number of targets met. Equal figures share a rank and the next is skipped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Any

from scoring.assess import IndicatorAssessment, ScoredAssessment, assess
from scoring.assessment import Assessment
from scoring.law import Law, Row
from scoring.ledger import official_index, verified_total
from scoring.program import Figures, Wrong
from scoring.rules import MinMax, Rank
from scoring.rules.measure import Measure
from scoring.rules.min_max import COHORT
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from scoring.tolerance import shown_digits
from scoring.words import Status

_COMPUTED = 9
"""A figure with so many decimals was computed, not typed."""

_CORNERS = 3
"""Rounded figures of one row whose ends are tried in every combination; more are tried singly."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """A unit's points on a min-max row rest on what one other unit has.

    `holder`: the place of the unit with the best value, `value`; `points` are the unit's own,
    `without` what they would be if that unit were not in the cohort.
    """

    code: str
    holder: int
    value: Fraction
    points: Fraction
    without: Fraction


@dataclass(frozen=True, slots=True)
class Placed:
    """One unit and its place. `unit`: which of the submissions it is; `key`: what is ranked by.

    `tied`: the other units with the same key. `best`, `worst`: the ranks it may have under the
    kept alternative readings and within the rounding of typed figures. `verified_rank`: among the
    units that were appraised.
    """

    unit: int
    assessment: Assessment
    key: Fraction
    rank: int
    tied: tuple[int, ...]
    best: int
    worst: int
    verified_key: Fraction | None = None
    verified_rank: int | None = None
    depends: tuple[Dependence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """A cohort, the first unit first; equal ones in the order in which they were given.

    `cohorts`: the known values of every min-max and rank row, by place of the unit. `readings`:
    the alternatives that the ranges were tried with.
    """

    law: Law
    placed: tuple[Placed, ...]
    cohorts: Mapping[str, Mapping[int, Fraction]]
    readings: tuple[str, ...] = ()


def rank_units(law: Law, submissions: Sequence[Submission]) -> Ranking:
    """Rank all units of one table. The units themselves are the cohort of every min-max row."""
    cohorts = cohort_values(law, submissions)
    filled = [_with(law, submission, cohorts, whole=False) for submission in submissions]
    assessments = [assess(law, submission) for submission in filled]
    keys = [assessment.key for assessment in assessments]
    ranks = ranked(keys)
    verified = [_verified(assessment) for assessment in assessments]
    appraised = [unit for unit, key in enumerate(verified) if key is not None]
    places = ranked([key for key in verified if key is not None])
    verified_ranks = dict(zip(appraised, places, strict=True))
    readings, ranges = _ranges(law, assessments, keys, ranks)
    alike: dict[Fraction, list[int]] = {}
    for unit, key in enumerate(keys):
        alike.setdefault(key, []).append(unit)
    poles = {code: _pole(law, code, values) for code, values in cohorts.items()}
    placed = [
        Placed(
            unit,
            assessments[unit],
            keys[unit],
            ranks[unit],
            tuple(other for other in alike[keys[unit]] if other != unit),
            *ranges[unit],
            verified_key=verified[unit],
            verified_rank=verified_ranks.get(unit),
            depends=tuple(_depends(law, assessments[unit], unit, cohorts, poles)),
        )
        for unit in range(len(submissions))
    ]
    ordered = tuple(sorted(placed, key=lambda one: (one.rank, one.unit)))
    return Ranking(law, ordered, cohorts, readings)


def ranked(keys: Sequence[Fraction]) -> list[int]:
    """The rank of each, 1 for the highest; equal ones share it.

    >>> ranked([Fraction(7), Fraction(9), Fraction(7), Fraction(1)])
    [2, 1, 2, 4]
    """
    ordered = sorted(keys)
    return [len(ordered) - bisect_right(ordered, key) + 1 for key in keys]


def _verified(assessment: Assessment) -> Fraction | None:
    scored = assessment.scored
    if scored is None or verified_total(scored) is None:
        return None
    return official_index(scored)


# --- The cohort ---


def cohort_rule(rule: Any) -> MinMax | Rank | None:
    """The min-max or rank inside a rule, however deep; None where there is none."""
    if isinstance(rule, MinMax | Rank):
        return rule
    if isinstance(rule, tuple):
        return next((found for item in rule if (found := cohort_rule(item))), None)
    if is_dataclass(rule) and not isinstance(rule, Slot):
        parts = (getattr(rule, field.name) for field in fields(rule))
        return next((found for part in parts if (found := cohort_rule(part))), None)
    return None


def cohort_rows(law: Law) -> dict[str, MinMax | Rank]:
    """The rows of a table that are scored against the other units."""
    return {
        row.code: rule
        for row in law.rows
        if any(slot.kind is SlotKind.COHORT for slot in row.slots)
        and (rule := cohort_rule(row.measured_by)) is not None
    }


def cohort_values(law: Law, submissions: Sequence[Submission]) -> dict[str, dict[int, Fraction]]:
    """The value of every unit on every min-max and rank row, where it has one."""
    found: dict[str, dict[int, Fraction]] = {}
    for code, rule in cohort_rows(law).items():
        measure = rule.measure if isinstance(rule, MinMax) else rule.of
        values = found[code] = {}
        for unit, submission in enumerate(submissions):
            if code in submission.excluded:
                continue
            value = _value(measure, submission.figures.get(code, {}))
            if value is not None:
                values[unit] = value
    return found


def _value(measure: Measure, figures: Figures) -> Fraction | None:
    """The measured quantity; None where a figure is missing or cannot be."""
    given: dict[str, Any] = {}
    for slot in measure.slots():
        figure = figures.get(slot.name)
        if isinstance(figure, Wrong):
            return None
        number = isinstance(figure, int | Fraction)
        if number and not slot.signed and figure < 0:  # type: ignore[operator]
            return None
        given[slot.name] = figure
    if any(check.when.exact(given) for check in measure.checks()):
        return None
    return Fraction(measure.value().exact(given))


def completed(
    law: Law, submission: Submission, cohorts: Mapping[str, Mapping[int, Fraction]]
) -> Submission:
    """A unit whose min-max and rank rows hold the values of the whole cohort."""
    return _with(law, submission, cohorts, whole=True)


def _with(
    law: Law,
    submission: Submission,
    cohorts: Mapping[str, Mapping[int, Fraction]],
    whole: bool,
) -> Submission:
    figures = dict(submission.figures)
    rules = cohort_rows(law)
    for code, values in cohorts.items():
        if not values:
            continue
        units: Iterable[Fraction] = values.values()
        if not whole and isinstance(rules[code], MinMax):
            # Only the ends matter to a min-max, and ten thousand units have ten thousand values.
            units = (min(values.values()), max(values.values()))
        filled: dict[str, Any] = {**figures.get(code, {}), COHORT.name: tuple(units)}
        figures[code] = filled
    return replace(submission, figures=figures) if cohorts else submission


# --- On whom a unit depends ---

_Pole = tuple[int, Fraction, tuple[Fraction, Fraction]]
"""The one unit with the best value, that value, and the ends of the cohort without it."""


def _pole(law: Law, code: str, values: Mapping[int, Fraction]) -> _Pole | None:
    """None where several share the best value, or nobody is left without it."""
    rule = cohort_rows(law)[code]
    if not isinstance(rule, MinMax) or len(values) < 2:
        return None
    best = (min if rule.inverse else max)(values.values())
    holders = [unit for unit, value in values.items() if value == best]
    if len(holders) > 1:
        return None
    rest = [value for unit, value in values.items() if unit != holders[0]]
    return holders[0], best, (min(rest), max(rest))


def _depends(
    law: Law,
    assessment: Assessment,
    unit: int,
    cohorts: Mapping[str, Mapping[int, Fraction]],
    poles: Mapping[str, _Pole | None],
) -> Iterable[Dependence]:
    scored = assessment.scored
    if scored is None:
        return
    for code, pole in poles.items():
        row = scored.row(code)
        if pole is None or row.score is None or unit not in cohorts[code] or unit == pole[0]:
            continue
        figures: dict[str, Any] = {**row.figures, COHORT.name: pole[2]}
        outcome = row.row.outcome(figures)
        if outcome.score is not None and outcome.score != row.score:
            yield Dependence(code, pole[0], pole[1], row.score, outcome.score)


# --- How sure a rank is ---


def _ranges(
    law: Law, assessments: Sequence[Assessment], keys: Sequence[Fraction], ranks: Sequence[int]
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """The readings that were tried, and the best and worst rank of each unit."""
    scored = [one.scored for one in assessments if one.scored is not None]
    if not scored:
        return (), [(rank, rank) for rank in ranks]
    spreads = [_spread(assessment) for assessment in scored]
    versions = [list(keys), *(_otherwise(law, scored, name) for name in law.alternatives)]
    best, worst = list(ranks), list(ranks)
    for version in versions:
        lows = [key + low for key, (low, _) in zip(version, spreads, strict=True)]
        highs = [key + high for key, (_, high) in zip(version, spreads, strict=True)]
        by_low, by_high = sorted(lows), sorted(highs)
        for unit, (low, high) in enumerate(zip(lows, highs, strict=True)):
            surely_above = len(by_low) - bisect_right(by_low, high)
            maybe_above = len(by_high) - bisect_right(by_high, low) - (high > low)
            best[unit] = min(best[unit], 1 + surely_above)
            worst[unit] = max(worst[unit], 1 + maybe_above)
    return law.alternatives, list(zip(best, worst, strict=True))


def _otherwise(law: Law, scored: Sequence[ScoredAssessment], reading: str) -> list[Fraction]:
    """The keys of all units by the alternative of one reading."""
    other = law.reading_otherwise(reading)
    if any(row.depends_on for row in law.rows):
        return [assess(other, one.submission).key for one in scored]
    changed = [row for row in other.rows if row.reads_otherwise(reading)]
    return [one.key + _moved(one, changed) for one in scored]


def _moved(assessment: ScoredAssessment, changed: Sequence[Row]) -> Fraction:
    """How far the index moves where some rows are scored by other rules."""
    points = Fraction(0)
    for indicator in changed:
        row = assessment.row(indicator.code)
        if row.status in (Status.EXCLUDED, Status.SUBSTITUTED):
            continue
        outcome = indicator.outcome(row.figures)
        if not outcome.waiting:  # what the other reading asks for nobody was asked
            points += (outcome.score or 0) - (row.score or 0)
    return points * _weight(assessment)


def _weight(assessment: ScoredAssessment) -> Fraction:
    """What one point on an ordinary row adds to the index (percent)."""
    if not assessment.max_score:
        return Fraction(0)
    own = [row for row in assessment.rows if row.status is not Status.SUBSTITUTED]
    reached = sum((row.score or Fraction(0) for row in own), Fraction(0))
    # A substituted row follows the share that is reached on all others.
    follows = assessment.total / reached if reached else Fraction(1)
    return follows / assessment.max_score * 100


def _spread(assessment: ScoredAssessment) -> tuple[Fraction, Fraction]:
    """How far the index may lie below and above, within the rounding of typed figures."""
    low = high = Fraction(0)
    for row in assessment.rows:
        if row.score is not None and row.status is Status.FULL:
            scores = [row.score, *_corners(row)]
            low += min(scores) - row.score
            high += max(scores) - row.score
    weight = _weight(assessment)
    return low * weight, high * weight


def _corners(row: IndicatorAssessment) -> Iterable[Fraction]:
    """The scores where each rounded figure stands at an end of what rounds to it."""
    rounded = {
        slot.name: ends
        for slot in row.row.slots
        if (ends := ends_of(slot, row.figures.get(slot.name)))
    }
    if not rounded:
        return
    if len(rounded) <= _CORNERS:
        choices = product(*rounded.values())
        tried = [dict(zip(rounded, choice, strict=True)) for choice in choices]
    else:
        tried = [{name: end} for name, ends in rounded.items() for end in ends]
    for change in tried:
        score = row.row.outcome({**row.figures, **change}).score
        if score is not None:
            yield score


def ends_of(slot: Slot, value: Any) -> tuple[Fraction, ...]:
    """The ends of what a typed figure may have been before it was rounded; empty for an exact one.

    A whole number is a count; a percentage is rounded however few digits it shows.

    >>> rate = Slot("percent", SlotKind.PERCENT)
    >>> ends_of(rate, Fraction("0.294")), ends_of(Slot("a", SlotKind.NUMBER), 12)
    ((Fraction(587, 2000), Fraction(589, 2000)), ())
    """
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return ()
    percent = slot.kind is SlotKind.PERCENT
    if not percent and (slot.kind is not SlotKind.NUMBER or Fraction(value).denominator == 1):
        return ()
    digits = shown_digits(Fraction(value) * (100 if percent else 1))
    if digits >= _COMPUTED:
        return ()
    half = Fraction(1, 2 * 10**digits * (100 if percent else 1))
    low, high = Fraction(value) - half, Fraction(value) + half
    if not slot.signed:
        low = max(low, Fraction(0))
    return (low, min(high, Fraction(1)) if percent else high)
