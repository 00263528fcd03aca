"""Levels tables and plans on the command line: what `show` and `score` say of them."""

from __future__ import annotations

from typing import Any

from workbooks.units import ValuesLaw

from cli.data import Output, Unusable
from rulesets.laws import Law
from scoring.export import number
from scoring.law import Reading
from scoring.levels import Criterion, LevelAssessment, LevelTable
from scoring.numbers import Rational
from scoring.targets import NOT_MET, Plan, PlanAssessment, Tally, Target
from scoring.thresholds import LEVELS, AtLeastCount, AtLeastPercent


def head_json(law: Law) -> dict[str, Any]:
    """The beginning of `dti show TABLE --json`, the same for every kind."""
    decision = law.decision
    return {
        "id": law.id,
        "kind": law.kind,
        "title": law.title,
        "place": law.place,
        "decision": {
            "title": decision.title,
            "number": decision.number,
            "date": decision.date,
            "issuer": decision.issuer,
            "rules": [dict(rule) for rule in decision.rules],
        },
        "status": {
            "in_force_from": decision.in_force_from,
            "superseded": decision.superseded,
        },
        "digest": law.digest,
    }


def tail_json(law: Law) -> dict[str, Any]:
    """The end of `dti show TABLE --json`, the same for every kind."""
    return {
        "info": [{"code": i.code, "label": i.label, "unit": i.unit} for i in law.info],
        "readings": [reading_json(reading) for reading in law.readings],
    }


def reading_json(reading: Reading) -> dict[str, Any]:
    """One reading."""
    return {
        "id": reading.id,
        "place": reading.place,
        "printed": reading.printed,
        "adopted": reading.adopted,
        "why": reading.why,
        "effect": reading.effect,
        "alternative": reading.alternative,
    }


def show_values(law: ValuesLaw, code: str | None, output: Output) -> None:
    """Answer `dti show` for a levels table or a plan. Raises Unusable for an unknown code."""
    if code is None:
        output.emit(values_json(law), lambda: _law_text(law, output))
    elif isinstance(law, Plan) and code in law.by_code:
        target = law.by_code[code]
        output.emit(target_json(target), lambda: _target_text(law, target, output))
    elif isinstance(law, LevelTable) and code in law.by_code:
        row = law.by_code[code]
        output.emit(criterion_json(row), lambda: _criterion_text(law, row, output))
    else:
        what = "chỉ tiêu" if isinstance(law, Plan) else "tiêu chí"
        raise Unusable(f"Bảng {law.id} không có {what} «{code}». Xem: dti show {law.id}.")


def values_json(law: ValuesLaw) -> dict[str, Any]:
    """The contract's `dti show TABLE --json` of a levels table or a plan; there are no points."""
    if isinstance(law, Plan):
        return {
            **head_json(law),
            "max": None,
            "deadline": law.deadline,
            "pillars": [
                {"part": p.part, "code": p.code, "name": p.name, "max": None} for p in law.pillars
            ],
            "targets": [target_json(row) for row in law.targets],
            **tail_json(law),
        }
    return {
        **head_json(law),
        "max": None,
        "declared": dict(law.declared),
        "level_names": list(law.level_names),
        "pillars": [{"code": p.code, "name": p.name, "max": None} for p in law.pillars],
        "criteria": [criterion_json(row) for row in law.criteria],
        **tail_json(law),
    }


def criterion_json(row: Criterion) -> dict[str, Any]:
    """One criterion of `dti show`; `levels` are the five texts as printed."""
    return {
        "code": row.code,
        "pillar": row.pillar,
        "name": row.name,
        "unit": row.unit,
        "levels": list(row.levels),
        "method": row.method,
        "basis": row.basis,
    }


def target_json(row: Target) -> dict[str, Any]:
    """One target of `dti show`; `threshold` as unit.json writes a value, or null."""
    threshold: Rational | bool | None = None
    if isinstance(row.threshold, AtLeastPercent):
        threshold = row.threshold.ratio * 100
    elif isinstance(row.threshold, AtLeastCount):
        threshold = row.threshold.count
    elif row.threshold is not None:
        threshold = True
    return {
        "code": row.code,
        "pillar": row.pillar,
        "name": row.name,
        "requirement": row.requirement,
        "kind": row.kind.value,
        "threshold": threshold if isinstance(threshold, bool) else number(threshold),
        "guiding_agency": row.guiding_agency,
        "lead_agency": row.lead_agency,
        "coordinating_agency": row.coordinating_agency,
    }


def _law_text(law: ValuesLaw, output: Output) -> str:
    decision = law.decision
    lines = [
        f"{law.id}: {law.title}",
        ", ".join(part for part in (law.place, decision.number, decision.issuer) if part),
    ]
    if decision.superseded:
        lines.append(decision.superseded)
    if isinstance(law, Plan):
        for pillar in law.pillars:
            lines.append(f"\n{pillar.part}.{pillar.code}. {pillar.name}")
            for target in pillar.targets:
                wanted = " ".join(target.requirement.split())
                lines.append(
                    f"  {target.code:<9}{target.name}" + (f"  [{wanted}]" if wanted else "")
                )
        return "\n".join(lines)
    names = ", ".join(f"{k} {name}" for k, name in zip(LEVELS, law.level_names, strict=True))
    lines.append(f"{output.say('Mức độ', 'Levels')}: {names}")
    for group in law.pillars:
        lines.append(f"\n{group.code}. {group.name}")
        for row in group.criteria:
            asked = " | ".join(threshold.words for threshold in row.thresholds)
            lines.append(f"  {row.code:<7}{row.name}  [{asked}]")
    return "\n".join(lines)


def _criterion_text(law: LevelTable, row: Criterion, output: Output) -> str:
    say = output.say
    lines = [f"{row.code}. {row.name}", f"{say('Đơn vị tính', 'Unit')}: {row.unit}"]
    for level, name, text in zip(LEVELS, law.level_names, row.levels, strict=True):
        lines.append(f"  {say('Mức', 'Level')} {level} ({name}): {text}")
    for label, text in (
        (say("Cách đánh giá", "Method"), row.method),
        (say("Căn cứ", "Basis"), row.basis),
    ):
        if text:
            lines.append(f"{label}: {text}")
    lines += _reading_lines(row.readings, output)
    lines.append(f"{say('Nguồn', 'Source')}: {row.place}")
    return "\n".join(lines)


def _target_text(plan: Plan, row: Target, output: Output) -> str:
    say = output.say
    lines = [f"{row.code}. {row.name}"]
    for label, text in (
        (say("Yêu cầu", "Requirement"), " ".join(row.requirement.split())),
        (say("Cơ quan theo dõi, hướng dẫn", "Guiding agency"), row.guiding_agency),
        (say("Cơ quan chủ trì", "Lead agency"), row.lead_agency),
        (say("Cơ quan phối hợp", "Coordinating agency"), row.coordinating_agency),
        (say("Thời hạn báo cáo", "Report by"), plan.deadline),
    ):
        if text:
            lines.append(f"{label}: {text}")
    lines += _reading_lines(row.readings, output)
    lines.append(f"{say('Nguồn', 'Source')}: {row.place}")
    return "\n".join(lines)


def _reading_lines(readings: tuple[Reading, ...], output: Output) -> list[str]:
    return [
        f"{output.say('Cách hiểu', 'Reading')} ({reading.id}): {reading.adopted}"
        for reading in readings
    ]


def levels_text(result: LevelAssessment, output: Output) -> str:
    """`dti score` of a levels table in words."""
    say = output.say
    table = result.table
    lines = [
        f"{table.id} · {result.name or say('(chưa ghi tên đơn vị)', '-')}",
        f"{say('Mức độ đạt được', 'Level')}: {result.level} ({result.level_name})",
    ]
    if result.blocking:
        following = f"{result.level + 1} ({table.name_of(result.level + 1)})"
        codes = ", ".join(result.blocking)
        lines.append(f"{say('Còn cản mức', 'Stopping level')} {following}: {codes}")
    if result.missing:
        codes = ", ".join(result.missing)
        lines.append(f"{say('Thiếu số liệu', 'Missing')} ({len(result.missing)}): {codes}")
    for row in result.rows:
        for found in row.findings:
            if found.code != "input-missing":
                lines.append(f"  ! {row.criterion.code}: {found.message(output.lang)}")
    return "\n".join(lines)


def plan_text(result: PlanAssessment, output: Output) -> str:
    """`dti score` of a plan in words."""
    say = output.say
    lines = [
        f"{result.plan.id} · {result.name or say('(chưa ghi tên đơn vị)', '-')}",
        f"{say('Tất cả', 'All')}: {_tally_text(result.tally, output)}",
    ]
    for pillar, tally in result.by_pillar:
        name = f"{pillar.part}.{pillar.code}. {pillar.name}"
        lines.append(f"  {name:<42}{_tally_text(tally, output)}")
    lines.append(f"{say('Theo cơ quan chủ trì', 'By lead agency')}:")
    for agency, tally in result.by_agency().items():
        lines.append(f"  {agency:<46}{_tally_text(tally, output)}")
    missed = [row.target.code for row in result.rows if row.result == NOT_MET]
    if missed:
        lines.append(f"{say('Chưa đạt', 'Not met')} ({len(missed)}): {', '.join(missed)}")
    if result.missing:
        codes = ", ".join(result.missing)
        lines.append(f"{say('Thiếu số liệu', 'Missing')} ({len(result.missing)}): {codes}")
    for found in result.findings:
        if found.code not in ("input-missing", "cohort-missing"):
            lines.append(f"  ! {found.indicator}: {found.message(output.lang)}")
    return "\n".join(lines)


def _tally_text(tally: Tally, output: Output) -> str:
    return output.say(
        f"{tally.met} đạt, {tally.not_met} chưa đạt, {tally.not_judged} không xét",
        f"{tally.met} met, {tally.not_met} not met, {tally.not_judged} not judged",
    )
