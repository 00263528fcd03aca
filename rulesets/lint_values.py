"""Lint for levels tables and plans: complete, numbered without gaps, thresholds that never fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from rulesets.lint_base import Counted, Said, readings_used
from rulesets.quotes import unquoted
from scoring.levels import Criterion, LevelTable
from scoring.targets import Plan, TargetKind
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    Threshold,
)
from texts import text

_CODES = r"[IVX]+(?:\.\d+)+(?!\.?\w)"


def lint_levels(table: LevelTable) -> Counted:
    """What was counted in a levels table, and what is wrong with it."""
    words = text(
        "lint.counted.levels",
        groups=len(table.pillars),
        rows=len(table.criteria),
        levels=len(LEVELS),
        readings=len(table.readings),
    )
    used = {row.code: row.readings for row in table.criteria}
    problems = [
        *_declared(table),
        *(problem for row in table.criteria for problem in _criterion(row)),
        *_level_texts(table),
        *readings_used(table.readings, used, _CODES),
    ]
    for pillar in table.pillars:
        problems += _gaps(pillar.code, [row.code for row in pillar.criteria])
    return Counted(words, tuple(problems))


def lint_plan(plan: Plan) -> Counted:
    """What was counted in a plan, and what is wrong with it."""
    problems: list[Said] = []
    counts = []
    for part in plan.parts:
        codes = [row.code for row in plan.targets if row.part == part.code]
        items = [code for code in codes if code.count(".") == 1]
        counts.append(text("lint.counted.part", rows=len(items), part=part.code))
        problems += _gaps(part.code, items)
    for row in plan.targets:
        if row.kind is TargetKind.HEADER:
            problems += _gaps(row.code, [sub.code for sub in plan.sub_rows(row)])
        elif not row.lead_agency:
            problems.append((row.code, text("lint.no_agency", code=row.code)))
        if isinstance(row.threshold, AtLeastPercent | AtLeastCount):
            problems += _printed(row.code, row.requirement, row.threshold)
    problems += _plan_texts(plan)
    used = {row.code: row.readings for row in plan.targets}
    problems += readings_used(plan.readings, used, _CODES)
    words = text("lint.counted.targets", parts=tuple(counts), readings=len(plan.readings))
    return Counted(words, tuple(problems))


def _declared(table: LevelTable) -> Iterator[Said]:
    """The numbers of criteria that the decision itself states."""
    found = {pillar.code: len(pillar.criteria) for pillar in table.pillars}
    found["criteria"] = len(table.criteria)
    for name, count in table.declared.items():
        if found.get(name) != count:
            there = found.get(name, 0)
            yield name, text("lint.criteria", count=str(count), name=name, found=there)


def _gaps(parent: str, codes: list[str]) -> Iterator[Said]:
    """Numbers run from 1 without a gap."""
    for number, code in enumerate(codes, 1):
        if code != f"{parent}.{number}":
            wanted = f"{parent}.{number}"
            yield code, text("lint.gap", parent=parent, number=number, code=code, wanted=wanted)
            return


def _criterion(row: Criterion) -> Iterator[Said]:
    if not all(printed.strip() for printed in row.levels):
        yield row.code, text("lint.empty_level", code=row.code, count=len(LEVELS))
    for level, printed, threshold in zip(LEVELS, row.levels, row.thresholds, strict=True):
        if isinstance(threshold, AtLeastPercent | AtLeastCount):
            for code, said in _printed(row.code, printed, threshold):
                yield code, text("lint.at_level", said=said, level=level)
    for level in LEVELS[1:]:
        before, after = row.thresholds[level - 2], row.thresholds[level - 1]
        if _falls(before, after):
            said = text(
                "lint.falls", code=row.code, level=level, words=after.words, before=level - 1
            )
            yield row.code, said


def _falls(before: Threshold, after: Threshold) -> bool:
    """Whether a level asks for less than the one before."""
    if isinstance(before, NotApplicable):
        return False
    if isinstance(before, AtLeastPercent) and isinstance(after, AtLeastPercent):
        return after.ratio < before.ratio
    if isinstance(before, AtLeastCount) and isinstance(after, AtLeastCount):
        return after.count < before.count
    if isinstance(before, CommunesFrom) and isinstance(after, CommunesFrom):
        return (after.all_from, after.share_from) < (before.all_from, before.share_from)
    return type(before) is not type(after)


def _printed(code: str, printed: str, threshold: AtLeastPercent | AtLeastCount) -> Iterator[Said]:
    """The number of a threshold stands in its printed text."""
    percent = isinstance(threshold, AtLeastPercent)
    wanted = threshold.ratio * 100 if isinstance(threshold, AtLeastPercent) else threshold.count
    numbers = re.findall(r"\d+(?:,\d+)?(?=%)" if percent else r"\d+", printed)
    if wanted not in [Fraction(number.replace(",", ".")) for number in numbers]:
        yield code, text("lint.not_printed", code=code, number=wanted, printed=printed, digits=6)


def _level_texts(table: LevelTable) -> Iterator[Said]:
    for row in table.criteria:
        for what, words in (
            ("name", row.name),
            ("unit", row.unit),
            *(("level", words) for words in row.levels),
            ("method", row.method),
            ("basis", row.basis),
        ):
            yield from unquoted(table.id, row.code, what, words)
    yield from unquoted(table.id)


def _plan_texts(plan: Plan) -> Iterator[Said]:
    for row in plan.targets:
        for what, words in (
            ("name", row.name),
            ("requirement", row.requirement),
            ("guiding_agency", row.guiding_agency),
            ("lead_agency", row.lead_agency),
            ("coordinating_agency", row.coordinating_agency),
        ):
            yield from unquoted(plan.id, row.code, what, words)
    yield from unquoted(plan.id)
