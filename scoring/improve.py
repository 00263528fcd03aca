"""Improve: what would win points — the smallest change of one figure, found from the rule itself.

A threshold is not searched by trying: a measured quantity is (α·x + β)/(γ·x + δ) in each of its
figures, so the figure that reaches a threshold is computed, and the program says what it brings.
Only what an office can raise is changed: parts and counts, never the whole they are a part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

from scoring.assess import IndicatorAssessment, ScoredAssessment, assess_scores
from scoring.program import Wrong
from scoring.rules import Bands, Count, Each, FullAt, Measured, MinMax, Options, Parts, Rate, Ratio
from scoring.rules.min_max import COHORT
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from scoring.words import Status

_FINE = Fraction(1, 10_000)
"""Beyond a threshold that itself does not count: a hundredth of a percentage point."""

_NEAR = Fraction(1, 10)
"""A threshold is just missed where so much of the way, or less, is wanting."""


@dataclass(frozen=True, slots=True)
class Move:
    """One figure changed, and what that brings.

    `before`, `after`: the measured quantity where there is one (rates 0–1), `ratio` says that it
    is a rate. `effort`: the part of the whole way, from nothing to the highest threshold of the
    rule, that the change goes; 1 for a choice or an answer. `jumps`: a threshold is passed, and
    nearly all the points come with the last step, or it is the full mark.
    """

    code: str
    slot: Slot
    old: Any
    new: Any
    gain: Fraction
    effort: Fraction
    before: Fraction | None = None
    after: Fraction | None = None
    ratio: bool = False
    jumps: bool = False

    @property
    def worth(self) -> Fraction:
        """Points for a unit of effort."""
        return self.gain / self.effort if self.effort else self.gain

    @property
    def just_missed(self) -> bool:
        """A threshold that is nearly reached: a tenth of the way is wanting, or one of a count."""
        if self.after is None or not self.jumps:
            return False
        one_more = self.slot.kind is SlotKind.NUMBER and abs(self.new - self.old) == 1
        return one_more or self.effort <= _NEAR


@dataclass(frozen=True, slots=True)
class Open:
    """A row with points to win: those it has, those it may have, and its moves, the best first."""

    row: IndicatorAssessment
    most: Fraction
    moves: tuple[Move, ...]

    @property
    def left(self) -> Fraction:
        """The points to win."""
        return self.most - (self.row.score or 0)


def open_rows(assessment: ScoredAssessment) -> tuple[Open, ...]:
    """The rows with points to win, those with the best moves first, then by points."""
    found = []
    for row in assessment.rows:
        if row.status in (Status.EXCLUDED, Status.SUBSTITUTED):
            continue
        most = row.row.rule.ceiling(row.row.max_score)
        most = Fraction(row.row.max_score if most is None else most)
        if (row.score or 0) < most:
            found.append(Open(row, most, moves_of(row)))
    return tuple(
        sorted(found, key=lambda one: (-max((m.worth for m in one.moves), default=0), -one.left))
    )


def moves_of(row: IndicatorAssessment) -> tuple[Move, ...]:
    """The changes of one figure that win points on a row that has a score; the best first."""
    if row.score is None or any(isinstance(value, Wrong) for value in row.figures.values()):
        return ()
    found: dict[tuple[str, Any], Move] = {}
    for move in (*_choices(row), *_measured(row)):
        key = (move.slot.name, move.new)
        if key not in found or move.effort < found[key].effort:
            found[key] = move
    moves = [move for move in found.values() if not _idle(move, found.values())]
    return tuple(sorted(moves, key=lambda move: (-move.worth, -move.gain)))


def _idle(move: Move, others: Iterable[Move]) -> bool:
    """Less of the same change would bring as much."""
    return move.before is not None and any(
        other.slot.name == move.slot.name
        and other.gain >= move.gain
        and abs(other.new - other.old) < abs(move.new - move.old)
        for other in others
        if other.before is not None
    )


def with_moves(submission: Submission, moves: Iterable[Move]) -> Submission:
    """The submission after the moves."""
    figures = {code: dict(given) for code, given in submission.figures.items()}
    for move in moves:
        figures.setdefault(move.code, {})[move.slot.name] = move.new
    return replace(submission, figures=figures)


def plan_for(assessment: ScoredAssessment, total: Fraction) -> tuple[tuple[Move, ...], Fraction]:
    """Moves, at most one a row, that bring a total, and the total that they reach.

    The best for its effort is taken first; what turns out not to be needed is left out again. The
    total is less than asked for where all moves together do not bring it.
    """
    chosen: dict[str, Move] = {}
    possible = [move for one in open_rows(assessment) for move in one.moves]

    def reached(moves: Mapping[str, Move]) -> Fraction:
        submission = with_moves(assessment.submission, moves.values())
        return assess_scores(assessment.law, submission).total

    now = assessment.total
    while now < total:
        better = [move for move in possible if _more(move, chosen.get(move.code)) > 0]
        if not better:
            break
        best = max(better, key=lambda move: _step(move, chosen.get(move.code)))
        chosen[best.code] = best
        now = reached(chosen)
    for code in sorted(chosen, key=lambda code: chosen[code].gain):
        smaller = sorted(
            (m for m in possible if m.code == code and m.effort < chosen[code].effort),
            key=lambda move: move.effort,
        )
        for instead in (None, *smaller):
            tried = {**chosen, code: instead} if instead else {**chosen}
            if instead is None:
                tried.pop(code)
            if reached(tried) >= total:
                chosen = tried
                break
    moves = tuple(sorted(chosen.values(), key=lambda move: -move.worth))
    return moves, reached(chosen)


def _more(move: Move, instead_of: Move | None) -> Fraction:
    return move.gain - (instead_of.gain if instead_of else 0)


def _step(move: Move, instead_of: Move | None) -> tuple[Fraction, Fraction]:
    """Points for the effort that is added."""
    effort = move.effort - (instead_of.effort if instead_of else 0)
    more = _more(move, instead_of)
    return (more / effort if effort > 0 else more * 1000, more)


# --- Choices and answers ---


def _choices(row: IndicatorAssessment) -> Iterator[Move]:
    """Another option, another answer, another part."""
    for slot in row.row.typed_slots:
        old = row.figures.get(slot.name)
        if slot.kind is SlotKind.OPTION:
            tried: Iterable[Any] = range(1, len(slot.options) + 1)
        elif slot.kind is SlotKind.ANSWER:
            tried = (True, False)
        else:
            continue
        for new in tried:
            gain = _gain(row, {slot.name: new})
            if new != old and gain > 0:
                yield Move(row.code, slot, old, new, gain, Fraction(1), jumps=True)


def _gain(row: IndicatorAssessment, change: Mapping[str, Any]) -> Fraction:
    """What a change brings; 0 where it brings no score."""
    score = row.row.program.run({**row.figures, **change}).score
    return Fraction(0) if score is None or row.score is None else score - row.score


# --- Measured quantities ---

Measure = Ratio | Count | Rate
_Aim = tuple[Measure, Fraction]


def _measured(row: IndicatorAssessment) -> Iterator[Move]:
    """The smallest change of each figure that reaches each threshold, and one unit more."""
    aims = tuple(_aims(row.row.rule, row.figures))
    for measure, aim in aims:
        before = _value(measure, row.figures)
        if before is None:
            continue
        for slot in _raisable(measure):
            old = row.figures.get(slot.name)
            if not isinstance(old, int | Fraction) or isinstance(old, bool):
                continue
            for new in _candidates(measure, slot, row.figures, aim):
                whole = max(abs(other) for one, other in aims if one == measure)
                move = _move(row, measure, slot, new, (before, aim, whole))
                if move is not None:
                    yield move


def _move(
    row: IndicatorAssessment,
    measure: Measure,
    slot: Slot,
    new: Fraction,
    way: tuple[Fraction, Fraction, Fraction],
) -> Move | None:
    """`way`: the quantity now, the one that is aimed at, and the highest that the rule names."""
    before, aim, whole = way
    old = row.figures[slot.name]
    assert isinstance(old, int | Fraction)
    change = {slot.name: new}
    gain = _gain(row, change)
    after = _value(measure, {**row.figures, **change})
    if gain <= 0 or after is None or new == old:
        return None
    step = min(Fraction(1, 1000) if slot.kind is SlotKind.PERCENT else Fraction(1), abs(new - old))
    almost = _gain(row, {slot.name: new - step if new > old else new + step})
    passes = (before - aim) * (after - aim) <= 0
    effort = abs(after - before) / whole if whole else Fraction(1)
    return Move(
        row.code,
        slot,
        old,
        new,
        gain,
        effort,
        before,
        after,
        ratio=measure.is_ratio,
        jumps=passes and (2 * max(almost, Fraction(0)) < gain or _is_full(row, gain)),
    )


def _is_full(row: IndicatorAssessment, gain: Fraction) -> bool:
    """The change brings the whole maximum."""
    return row.score is not None and row.score + gain >= row.row.max_score


def _aims(rule: Any, figures: Mapping[str, Any]) -> Iterator[_Aim]:
    """Every quantity of a rule with each value of it where the points change their law."""
    if isinstance(rule, Measured) and isinstance(rule.measure, Ratio | Count | Rate):
        ratio = rule.measure.is_ratio
        for aim in dict.fromkeys((*_thresholds(rule.mapping), *((Fraction(1),) if ratio else ()))):
            yield rule.measure, aim
    elif isinstance(rule, MinMax) and isinstance(rule.measure, Ratio | Count | Rate):
        units = figures.get(COHORT.name)
        if isinstance(units, tuple) and units:
            yield rule.measure, Fraction((min if rule.inverse else max)(units))
    elif isinstance(rule, Options):
        chosen = figures.get(rule.slot_name)
        if isinstance(chosen, int) and 1 <= chosen <= len(rule.options):
            yield from _aims(rule.options[chosen - 1].rule, figures)
    elif isinstance(rule, tuple):
        for item in rule:
            yield from _aims(item, figures)
    elif is_dataclass(rule) and not isinstance(rule, Slot | Parts):
        for field in fields(rule):
            yield from _aims(getattr(rule, field.name), figures)


def _thresholds(mapping: Any) -> Iterator[Fraction]:
    if isinstance(mapping, FullAt):
        yield mapping.full_at
    elif isinstance(mapping, Bands):
        for band in mapping.bands:
            for end in band.ends:
                yield Fraction(end.threshold)
    elif isinstance(mapping, Each):
        for cap in (mapping.at_most, mapping.at_least):
            if cap is not None and mapping.each:
                yield (cap - mapping.start) / mapping.each


def _raisable(measure: Measure) -> Sequence[Slot]:
    """The figures that an office can change: the parts of a ratio, a count, a rate."""
    if isinstance(measure, Ratio):
        whole = {slot.name for slot in measure.whole}
        parts = [slot for slot, _ in measure.part if slot.name not in whole]
        return [*parts, *([measure.percent] if measure.percent else [])]
    return [measure.of]


def _candidates(
    measure: Measure, slot: Slot, figures: Mapping[str, Any], aim: Fraction
) -> Iterator[Fraction]:
    """The figures at which the quantity reaches the aim, or just passes it."""
    exact = _solved(measure, slot, figures, aim)
    if exact is None:
        return
    old = Fraction(figures[slot.name])
    if slot.kind is SlotKind.PERCENT:
        yield from (exact, exact + _FINE, exact - _FINE)
    elif old.denominator == 1:
        low, high = floor(exact), ceil(exact)
        yield from map(Fraction, dict.fromkeys((low, high, high + 1, low - 1)))
        yield old + 1
    else:
        yield exact


def _solved(
    measure: Measure, slot: Slot, figures: Mapping[str, Any], aim: Fraction
) -> Fraction | None:
    """The value of one figure at which the quantity is the aim; None where there is none.

    >>> a, b = Slot("a", SlotKind.NUMBER), Slot("b", SlotKind.NUMBER)
    >>> rate = Ratio(part=((a, 1),), whole=(b,))
    >>> _solved(rate, a, {"a": 147, "b": 500}, Fraction("0.3"))
    Fraction(150, 1)
    """
    if isinstance(measure, Rate):
        return aim
    if isinstance(measure, Count):
        base = figures.get(measure.base.name) if measure.base else 0
        return None if base is None else aim + Fraction(base)
    if measure.percent is not None and slot.name == measure.percent.name:
        return aim

    def sums(value: int) -> tuple[Fraction, Fraction]:
        given = {**figures, slot.name: value}
        part = sum((Fraction(given.get(s.name) or 0) * w for s, w in measure.part), Fraction(0))
        whole = sum((Fraction(given.get(s.name) or 0) for s in measure.whole), Fraction(0))
        return (whole - part if measure.complement else part), whole

    (beta, delta), (one, two) = sums(0), sums(1)
    slope = (one - beta) - aim * (two - delta)
    return None if slope == 0 else (aim * delta - beta) / slope


def _value(measure: Measure, figures: Mapping[str, Any]) -> Fraction | None:
    """The quantity; None where a figure is missing or impossible."""
    values = {slot.name: figures.get(slot.name) for slot in measure.slots()}
    if any(check.when.exact(values) for check in measure.checks()):
        return None
    return Fraction(measure.value().exact(values))
