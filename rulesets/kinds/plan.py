"""Targets plans: what was read becomes `scoring.targets`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rulesets.fields import Fields
from rulesets.kinds.head import Head, Source, check_codes, read_head, row_place
from rulesets.kinds.levels import read_threshold
from scoring.targets import Plan, PlanPart, PlanPillar, Target, TargetKind
from scoring.thresholds import Threshold, ValueKind

_WITH_THRESHOLD = {
    TargetKind.YES_NO: ValueKind.YES_NO,
    TargetKind.PERCENT: ValueKind.PERCENT,
    TargetKind.COUNT: ValueKind.COUNT,
}


def build_plan(data: Mapping[str, Any], source: Source) -> Plan:
    """Build a plan from plain data (`files.read`).

    Raises RulesetError, with file and line, for a file that is wrong.
    """
    head = read_head("targets", data, source)
    fields = head.fields
    plan = Plan(
        **head.shared(),
        parts=tuple(PlanPart(code=part["code"], name=part["name"]) for part in fields["parts"]),
        pillars=tuple(_pillar(head, item) for item in fields["pillars"]),
        deadline=fields["deadline"],
    )
    check_codes(item for pillar in fields["pillars"] for item in pillar["targets"])
    for row in plan.targets:
        if row.kind is TargetKind.HEADER and not plan.sub_rows(row):
            raise fields.error("rules.header_without_rows", code=row.code)
    return plan


def _pillar(head: Head, fields: Fields) -> PlanPillar:
    part = fields["part"]
    if part not in {known["code"] for known in head.fields["parts"]}:
        raise fields.error("rules.no_such_part", "part", part=part)
    return PlanPillar(
        part=part,
        code=fields["code"],
        name=fields["name"],
        targets=tuple(_target(head, item, part, fields["code"]) for item in fields["targets"]),
    )


def _target(head: Head, fields: Fields, part: str, pillar: str) -> Target:
    code, kind = fields["code"], TargetKind(fields["kind"])
    if not code.startswith(f"{part}."):
        raise fields.error("rules.code_of_group", "code", code=code, group=part)
    if fields["requirement"] is None and kind is not TargetKind.HEADER:
        raise fields.error("rules.missing_key", name="requirement")
    return Target(
        code=code,
        part=part,
        pillar=pillar,
        name=fields["name"],
        requirement=fields["requirement"] or "",
        kind=kind,
        threshold=_threshold(fields, kind),
        place=fields["place"] or row_place(head, code),
        guiding_agency=fields["guiding_agency"],
        lead_agency=fields["lead_agency"],
        coordinating_agency=fields["coordinating_agency"],
        readings=head.used(fields),
    )


def _threshold(fields: Fields, kind: TargetKind) -> Threshold | None:
    """The threshold of the kinds that have one; of the others it is refused."""
    value_kind = _WITH_THRESHOLD.get(kind)
    if value_kind is None:
        if "threshold" in fields.given:
            raise fields.error("rules.no_threshold_here", "threshold", kind=kind.value)
        return None
    if "threshold" not in fields.given:
        raise fields.error("rules.missing_key", name="threshold")
    if fields["threshold"] is None:
        raise fields.error("rules.needs_threshold", "threshold")
    return read_threshold(fields.node["threshold"], value_kind, fields, "threshold")
