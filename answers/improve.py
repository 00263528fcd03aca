"""`dti improve`: which rows bring most, thresholds just missed, what stops the next level."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import singledispatch
from typing import Any

from answers.inputs import figure_json
from answers.refusal import Unusable, unusable
from answers.sources import Source
from scoring.assess import ScoredAssessment, assess
from scoring.assessment import Assessment
from scoring.gaps import Gap, level_gaps, target_gaps
from scoring.improve import Move, Open, open_rows, plan_for
from scoring.levels import LevelAssessment
from scoring.numbers import number
from scoring.slots import Slot
from scoring.targets import PlanAssessment
from scoring.thresholds import LEVELS, AtLeastPercent, CommunesFrom
from scoring.titles import title
from scoring.why import asked, figure_text, level_name
from texts import Percent, Text, say, text

_SHOWN = 10
"""Lines of each list in words; JSON has them all."""

_NAME = 60


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached, as it was asked for, in points; and how."""

    asked: str
    total: Fraction
    moves: tuple[Move, ...]
    reached: Fraction


@dataclass(frozen=True, slots=True)
class ImprovedScore:
    """What would win points on a scored table."""

    assessment: ScoredAssessment
    rows: tuple[Open, ...]
    goal: Goal | None = None

    @property
    def best(self) -> tuple[Move, ...]:
        """The best move of each row, the most points for the effort first."""
        moves = [one.moves[0] for one in self.rows if one.moves]
        return tuple(sorted(moves, key=lambda move: (-move.worth, -move.gain)))

    @property
    def near(self) -> tuple[Move, ...]:
        """The thresholds that were just missed, the nearest first."""
        moves = [move for one in self.rows for move in one.moves if move.just_missed]
        first: dict[tuple[str, Fraction], Move] = {}
        for move in sorted(moves, key=lambda move: move.effort):
            first.setdefault((move.code, move.gain), move)
        return tuple(first.values())

    @property
    def waiting(self) -> tuple[Open, ...]:
        """The rows that have no score yet."""
        return tuple(one for one in self.rows if one.row.score is None)

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data."""
        one = self.assessment
        data: dict[str, Any] = {
            "table": one.law.id,
            "name": one.name,
            "total": number(one.total),
            "max": number(one.max_score),
            "index": number(one.index),
            "rows": [
                {
                    "code": row.row.code,
                    "score": number(row.row.score),
                    "most": number(row.most),
                    "left": number(row.left),
                    "moves": [move_json(move, lang) for move in row.moves],
                }
                for row in self.rows
            ],
            "just_missed": [move_json(move, lang) for move in self.near],
        }
        if self.goal is not None:
            data["goal"] = {
                "asked": self.goal.asked,
                "total": number(self.goal.total),
                "reached": number(self.goal.reached),
                "moves": [move_json(move, lang) for move in self.goal.moves],
            }
        return data

    def words(self, lang: str = "vi") -> str:
        """In words."""
        one = self.assessment
        share = Percent((one.index or Fraction(0)) / 100)
        head = text(
            "improve.head",
            table=one.law.id,
            name=one.name or text("score.no-name"),
            total=one.total,
            most=one.max_score,
            share=share,
        )
        lines = [head.say(lang)]
        if self.goal is not None:
            lines += self._goal_lines(self.goal, lang)
        if not self.rows:
            return "\n".join([*lines, say("improve.nothing", lang)])
        for name, moves in (("near", self.near), ("best", self.best)):
            if moves:
                lines.append(f"{say(f'improve.{name}', lang)}:")
                lines += [f"  {move_text(move).say(lang)}" for move in moves[:_SHOWN]]
        lines += self._row_lines(lang)
        return "\n".join(lines)

    def _row_lines(self, lang: str) -> list[str]:
        rows = sorted((r for r in self.rows if r.row.score is not None), key=lambda r: -r.left)
        lines = [f"{say('improve.rows', lang)}:"] if rows else []
        for row in rows[:_SHOWN]:
            data = {"code": row.row.code, "name": short_name(row.row.row.name)}
            line = text("improve.row", **data, left=row.left, most=row.most)
            lines.append(f"  {line.say(lang)}")
        if self.waiting:
            codes = tuple(row.row.code for row in self.waiting)
            points = sum((row.left for row in self.waiting), Fraction(0))
            lines.append(say("improve.waiting", lang, points=points, count=len(codes), codes=codes))
        return lines

    def _goal_lines(self, goal: Goal, lang: str) -> list[str]:
        short = goal.total - self.assessment.total
        if short <= 0:
            return [say("improve.goal-reached", lang, goal=goal.asked)]
        lines = [say("improve.goal", lang, goal=goal.asked, wanted=goal.total, short=short) + ":"]
        lines += [f"  {move_text(move).say(lang)}" for move in goal.moves]
        name = "improve.goal-plan" if goal.reached >= goal.total else "improve.goal-not"
        return [*lines, f"  → {say(name, lang, total=goal.reached)}"]


@dataclass(frozen=True, slots=True)
class ImprovedRows:
    """What stops a level, or which targets are not met."""

    assessment: Assessment
    gaps: tuple[Gap, ...]
    level: int = 0

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data."""
        one = self.assessment
        data: dict[str, Any] = {"table": one.law.id, "name": one.name}
        if one.level is not None:
            data |= {"level": one.level, "for_level": self.level or None}
        return {
            **data,
            "rows": [
                {
                    "code": gap.row.code,
                    "name": gap.row.name,
                    "level": gap.level or None,
                    "now": _now(gap).say(lang),
                    "asked": asked(gap.threshold).say(lang),
                    "change": _change_json(gap),
                }
                for gap in self.gaps
            ],
        }

    def words(self, lang: str = "vi") -> str:
        """In words."""
        one, count = self.assessment, len(self.gaps)
        called = {"table": one.law.id, "name": one.name or text("score.no-name")}
        lines = []
        if one.level is not None:
            level = text("level.named", level=one.level, name=level_name(one.law, one.level))
            lines = [say("improve.level", lang, **called, level=level)]
            if not self.level:
                return "\n".join([*lines, say("improve.all-levels", lang)])
            if not self.gaps:
                goal = text("improve.a-level", level=self.level)
                return "\n".join([*lines, say("improve.goal-reached", lang, goal=goal)])
            following = text("level.named", level=self.level, name=level_name(one.law, self.level))
            lines.append(say("improve.to-level", lang, level=following, count=count) + ":")
        elif one.tally is not None:
            lines = [say("improve.targets", lang, **called, met=one.tally.met, count=count)]
        return "\n".join([*lines, *(f"  {_gap_text(gap).say(lang)}" for gap in self.gaps)])


def improve(source: Source, goal: str | None = None) -> ImprovedScore | ImprovedRows:
    """What would bring a unit forward. `goal`: «80%» or points; a level for a table of levels.

    Raises Unusable for a goal that the table cannot have.
    """
    return _improved(assess(source.law, source.submission), goal)


@singledispatch
def _improved(assessment: Assessment, goal: str | None) -> ImprovedScore | ImprovedRows:
    raise NotImplementedError(assessment.law.kind)


@_improved.register
def _scored(assessment: ScoredAssessment, goal: str | None) -> ImprovedScore:
    wanted = None if goal is None else _scored_goal(assessment, goal)
    return ImprovedScore(assessment, open_rows(assessment), wanted)


@_improved.register
def _levels(assessment: LevelAssessment, goal: str | None) -> ImprovedRows:
    level = assessment.level + 1 if goal is None else _level(goal)
    gaps = level_gaps(assessment, level) if level in LEVELS else ()
    return ImprovedRows(assessment, gaps, level if level in LEVELS else 0)


@_improved.register
def _targets(assessment: PlanAssessment, goal: str | None) -> ImprovedRows:
    if goal is not None:
        raise unusable("improve.goal-kind", table=assessment.law.id)
    return ImprovedRows(assessment, target_gaps(assessment))


def _scored_goal(assessment: ScoredAssessment, goal: str) -> Goal:
    value, is_percent = _read(goal)
    total = value / 100 * assessment.max_score if is_percent else value
    moves, reached = plan_for(assessment, total)
    return Goal(goal.strip(), total, moves, reached)


def _level(goal: str) -> int:
    value, is_percent = _read(goal)
    if is_percent or value not in LEVELS:
        raise unusable("improve.goal-bad", goal=goal)
    return int(value)


def _read(goal: str) -> tuple[Fraction, bool]:
    """A goal as a number, and whether it is a percentage."""
    written = goal.strip().removesuffix("%").strip()
    try:
        value = Fraction(written.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise _bad(goal) from None
    if value < 0 or value > 1_000_000:
        raise _bad(goal)
    return value, goal.strip().endswith("%")


def _bad(goal: str) -> Unusable:
    return unusable("improve.goal-bad", goal=goal)


# --- Words ---


def move_text(move: Move) -> Text:
    """A move in words: `2.3: 29,4% → 30% (a: 147 → 150): +3,5 điểm`."""
    gain = text("improve.gain", points=move.gain)
    slot = slot_name(move.slot)
    old, new = (_held(move, value) for value in (move.old, move.new))
    if move.before is None or move.after is None or not move.ratio or _is_rate(move):
        what = text("improve.figure", slot=slot, old=old, new=new)
    else:
        before, after = Percent(move.before), Percent(move.after)
        what = text("improve.rate", before=before, after=after, slot=slot, old=old, new=new)
    return text("improve.move", code=move.code, what=what, gain=gain)


def _is_rate(move: Move) -> bool:
    """The figure is the rate itself."""
    return bool(move.new == move.after)


def _held(move: Move, value: Any) -> Text:
    return text("improve.no-value") if value is None else figure_text(move.slot, value)


def slot_name(slot: Slot) -> str | Text:
    """How a figure is called, its printed meaning cut to one line."""
    return title(replace(slot, label=short_name(slot.label)))


def move_json(move: Move, lang: str) -> dict[str, Any]:
    """A move as plain data: figures as unit.json writes them, rates 0–100."""
    scale = 100 if move.ratio else 1
    return {
        "code": move.code,
        "input": move.slot.input or move.slot.name,
        "slot": move.slot.name,
        "from": None if move.old is None else figure_json(move.slot, move.old),
        "to": figure_json(move.slot, move.new),
        "before": None if move.before is None else number(move.before * scale),
        "after": None if move.after is None else number(move.after * scale),
        "gain": number(move.gain),
        "effort": number(move.effort),
        "message": move_text(move).say(lang),
    }


def _gap_text(gap: Gap) -> Text:
    data = {
        "code": gap.row.code,
        "name": short_name(gap.row.name),
        "now": _now(gap),
        "asked": asked(gap.threshold),
    }
    if gap.change is None:
        return text("improve.block", **data)
    return text("improve.block-by", **data, change=_change(gap))


def _now(gap: Gap) -> Text:
    held = [
        figure_text(slot, value)
        for slot in gap.row.slots
        if (value := gap.figures.get(slot.name)) is not None
    ]
    return text("improve.held", figures=tuple(held)) if held else text("improve.no-value")


def _change(gap: Gap) -> Text:
    assert gap.change is not None
    if isinstance(gap.threshold, AtLeastPercent):
        return text("improve.points-of-percent", points=gap.change * 100)
    if isinstance(gap.threshold, CommunesFrom):
        return text("improve.communes", count=gap.change)
    return text("number.shown", number=gap.change, digits=6)


def _change_json(gap: Gap) -> int | float | None:
    scale = 100 if isinstance(gap.threshold, AtLeastPercent) else 1
    return None if gap.change is None else number(gap.change * scale)


def short_name(name: str) -> str:
    """The name of a row, cut to one line."""
    words = " ".join(name.split())
    return words if len(words) <= _NAME else words[: _NAME - 1] + "…"
