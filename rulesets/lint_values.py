"""Lint for levels tables and plans: complete, numbered without gaps, thresholds that never fall."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from rulesets.quotes import unquoted
from scoring.law import Reading
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
from texts.figures import vietnamese


def lint_levels(table: LevelTable) -> tuple[str, tuple[str, ...]]:
    """What was counted in a levels table, and what is wrong with it."""
    counted = (
        f"{len(table.pillars)} nhóm, {len(table.criteria)} tiêu chí, {len(LEVELS)} mức độ, "
        f"{len(table.readings)} cách hiểu"
    )
    problems = [
        *_declared(table),
        *_repeated(row.code for row in table.criteria),
        *(problem for row in table.criteria for problem in _criterion(row)),
        *_level_texts(table),
        *_readings(table.readings, {row.code: row.readings for row in table.criteria}),
    ]
    for pillar in table.pillars:
        problems += _gaps(pillar.code, [row.code for row in pillar.criteria])
    return counted, tuple(problems)


def lint_plan(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """What was counted in a plan, and what is wrong with it."""
    problems = [*_repeated(row.code for row in plan.targets)]
    counts = []
    for part in plan.parts:
        codes = [row.code for row in plan.targets if row.part == part.code]
        items = [code for code in codes if code.count(".") == 1]
        counts.append(f"{len(items)} (phần {part.code})")
        problems += _gaps(part.code, items)
    for row in plan.targets:
        if row.kind is TargetKind.HEADER:
            problems += _gaps(row.code, [sub.code for sub in plan.sub_rows(row)])
        elif not row.lead_agency:
            problems.append(f"{row.code}: không có cơ quan chủ trì")
        if isinstance(row.threshold, AtLeastPercent | AtLeastCount):
            problems += _printed(row.code, row.requirement, row.threshold)
    texts = [
        (row.code, what, text)
        for row in plan.targets
        for what, text in (
            ("tên", row.name),
            ("yêu cầu", row.requirement),
            ("cơ quan theo dõi", row.guiding_agency),
            ("cơ quan chủ trì", row.lead_agency),
            ("cơ quan phối hợp", row.coordinating_agency),
        )
    ]
    problems += unquoted(plan.id, texts)
    problems += _readings(plan.readings, {row.code: row.readings for row in plan.targets})
    counted = f"{' + '.join(counts)} chỉ tiêu, {len(plan.readings)} cách hiểu"
    return counted, tuple(problems)


def _declared(table: LevelTable) -> Iterator[str]:
    """The numbers of criteria that the decision itself states."""
    found = {pillar.code: len(pillar.criteria) for pillar in table.pillars}
    found["criteria"] = len(table.criteria)
    for name, count in table.declared.items():
        if found.get(name) != count:
            yield f"văn bản ghi {count} tiêu chí ({name}), bảng có {found.get(name, 0)}"


def _repeated(codes: Iterable[str]) -> Iterator[str]:
    seen = list(codes)
    for code in sorted({code for code in seen if seen.count(code) > 1}):
        yield f"mã {code} bị lặp lại"


def _gaps(parent: str, codes: list[str]) -> Iterator[str]:
    """Numbers run from 1 without a gap."""
    for number, code in enumerate(codes, 1):
        if code != f"{parent}.{number}":
            yield f"{parent}: dòng thứ {number} có mã {code}, cần {parent}.{number}"
            return


def _criterion(row: Criterion) -> Iterator[str]:
    if len(row.levels) != len(LEVELS) or not all(text.strip() for text in row.levels):
        yield f"{row.code}: cần đủ {len(LEVELS)} dòng chữ của các mức"
    for level, text, threshold in zip(LEVELS, row.levels, row.thresholds, strict=True):
        if isinstance(threshold, AtLeastPercent | AtLeastCount):
            for problem in _printed(row.code, text, threshold):
                yield f"{problem} (mức {level})"
    for level in LEVELS[1:]:
        before, after = row.thresholds[level - 2], row.thresholds[level - 1]
        if _falls(before, after):
            yield f"{row.code}: ngưỡng mức {level} ({after.words}) thấp hơn mức {level - 1}"


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


def _printed(code: str, text: str, threshold: AtLeastPercent | AtLeastCount) -> Iterator[str]:
    """The number of a threshold stands in its printed text."""
    percent = isinstance(threshold, AtLeastPercent)
    wanted = threshold.ratio * 100 if isinstance(threshold, AtLeastPercent) else threshold.count
    numbers = re.findall(r"\d+(?:,\d+)?(?=%)" if percent else r"\d+", text)
    if wanted not in [Fraction(number.replace(",", ".")) for number in numbers]:
        yield f"{code}: ngưỡng {vietnamese(wanted, 6)} không có trong chữ in «{text}»"


def _level_texts(table: LevelTable) -> Iterator[str]:
    texts = [
        (row.code, what, text)
        for row in table.criteria
        for what, text in (
            ("tên", row.name),
            ("đơn vị tính", row.unit),
            *((f"mức {level}", text) for level, text in zip(LEVELS, row.levels, strict=True)),
            ("cách đánh giá", row.method),
            ("căn cứ", row.basis),
        )
    ]
    yield from unquoted(table.id, texts)


def _readings(
    readings: tuple[Reading, ...], used: Mapping[str, tuple[Reading, ...]]
) -> Iterator[str]:
    """A reading about certain rows is named by one of them."""
    named = {reading.id for row in used.values() for reading in row}
    for reading in readings:
        if reading.id in named:
            continue
        if any(code in used for code in re.findall(r"[IVX]+(?:\.\d+)+(?!\.?\w)", reading.place)):
            yield f"cách hiểu {reading.id} nêu mục {reading.place} nhưng không dòng nào dùng"
