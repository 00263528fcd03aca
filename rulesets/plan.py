"""Targets plans: YAML → `scoring.targets`, strictly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rulesets import files
from rulesets.fields import Fields
from rulesets.levels import read_threshold
from rulesets.loader import plain_data
from rulesets.records import read_decision, read_info, read_readings, used_readings
from scoring.law import Reading
from scoring.targets import Plan, PlanPart, PlanPillar, Target, TargetKind
from scoring.thresholds import ValueKind

_WITH_THRESHOLD = {
    TargetKind.YES_NO: ValueKind.YES_NO,
    TargetKind.PERCENT: ValueKind.PERCENT,
    TargetKind.COUNT: ValueKind.COUNT,
}


@cache
def load_plan(plan_id: str) -> Plan:
    """Return a targets plan.

    >>> plan = load_plan("VN-2023-KEHOACH")
    >>> [row.code for row in plan.sub_rows(plan.by_code["III.19"])]
    ['III.19.1', 'III.19.2']

    Raises KeyError for an unknown id, WrongKind (a KeyError) for a table of another kind and
    RulesetError, with file and line, for a file that is wrong.
    """
    return build_plan(plan_id, plain_data(plan_id, "targets"))


def build_plan(plan_id: str, data: dict[str, Any]) -> Plan:
    """Build a plan from plain data (`files.read`)."""
    path = files.source_path(plan_id)
    where = f"{path.parent.name}/{path.name}"
    fields = Fields(data["table"], where, "kế hoạch")
    if fields.text("id") != plan_id:
        raise fields.error(f"«id» phải là {plan_id} như tên tệp")
    common = read_readings(Fields(data["common"], "common.yaml", "cách hiểu chung"))
    readings = {reading.id: reading for reading in read_readings(fields)}
    place = fields.text("place")
    parts = tuple(_part(Fields(node, where, "phần")) for node in fields.list("parts"))
    plan = Plan(
        id=plan_id,
        kind=fields.text("kind"),
        title=fields.text("title"),
        place=place,
        unit_type=fields.text("unit_type", ""),
        decision=read_decision(data["decision"], f"{path.parent.name}/decision.yaml"),
        parts=parts,
        pillars=tuple(
            _pillar(Fields(node, where, "chỉ số chính"), place, parts, readings)
            for node in fields.list("pillars")
        ),
        deadline=fields.text("deadline", ""),
        info=tuple(read_info(Fields(node, where, "thông tin")) for node in fields.list("info")),
        info_place=fields.text("info_place", ""),
        readings=(*readings.values(), *common),
        digest=data["digest"],
    )
    fields.done()
    if len(plan.by_code) != len(plan.targets):
        raise fields.error("có mã chỉ tiêu bị lặp lại")
    for row in plan.targets:
        if row.kind is TargetKind.HEADER and not plan.sub_rows(row):
            raise fields.error(f"dòng tiêu đề {row.code} không có dòng con")
    return plan


def _part(fields: Fields) -> PlanPart:
    part = PlanPart(code=fields.text("code"), name=fields.text("name"))
    fields.done()
    return part


def _pillar(
    fields: Fields, place: str, parts: tuple[PlanPart, ...], readings: Mapping[str, Reading]
) -> PlanPillar:
    part = fields.text("part")
    if part not in {known.code for known in parts}:
        raise fields.error(f"«part» {part} chưa được ghi ở «parts»")
    code = fields.text("code")
    pillar = PlanPillar(
        part=part,
        code=code,
        name=fields.text("name"),
        targets=tuple(
            _target(
                Fields(node, fields.where, "chỉ tiêu", fields.line), part, code, place, readings
            )
            for node in fields.list("targets")
        ),
    )
    fields.done()
    return pillar


def _target(
    fields: Fields, part: str, pillar: str, place: str, readings: Mapping[str, Reading]
) -> Target:
    code = fields.text("code")
    fields.what = f"chỉ tiêu {code}"
    if not code.startswith(f"{part}."):
        raise fields.error(f"mã {code} phải bắt đầu bằng mã phần «{part}.»")
    name = fields.text("kind")
    if name not in {kind.value for kind in TargetKind}:
        known = ", ".join(kind.value for kind in TargetKind)
        raise fields.error(f"«kind» của {fields.what} phải là một trong: {known}")
    kind = TargetKind(name)
    value_kind = _WITH_THRESHOLD.get(kind)
    threshold = None
    if value_kind is not None:
        node = fields.need("threshold")
        if node is None:
            raise fields.error(
                f"{fields.what} cần một ngưỡng; không có chỉ tiêu thì ghi kind: none"
            )
        threshold = read_threshold(node, value_kind, fields)
    target = Target(
        code=code,
        part=part,
        pillar=pillar,
        name=fields.text("name"),
        requirement=fields.text("requirement", "" if kind is TargetKind.HEADER else None),
        kind=kind,
        threshold=threshold,
        place=fields.text("place", f"{place}, mục {code}"),
        guiding_agency=fields.text("guiding_agency", ""),
        lead_agency=fields.text("lead_agency", ""),
        coordinating_agency=fields.text("coordinating_agency", ""),
        readings=used_readings(fields, readings),
    )
    fields.done()
    return target
