"""Loader: a table's files become the frozen records of `scoring.model`."""

from __future__ import annotations

from functools import cache
from typing import Any

from rulesets import files
from rulesets.fields import Fields, RulesetError
from rulesets.rules import read_rule, read_slots
from scoring.model import Decision, Group, Indicator, InfoLine, Pillar, Reading, Table


@cache
def load(table_id: str) -> Table:
    """Return a table.

    >>> load("HB-2023-XA").max_score
    Fraction(1000, 1)

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    data = files.read(table_id)
    return build(table_id, data)


def build(table_id: str, data: dict[str, Any]) -> Table:
    """Build a table from plain data (`files.read`)."""
    path = files.source_path(table_id)
    where = f"{path.parent.name}/{path.name}"
    decision = _decision(data["decision"], f"{path.parent.name}/decision.yaml")
    fields = Fields(data["table"], where, "bảng")
    if fields.text("id") != table_id:
        raise fields.error(f"«id» phải là {table_id} như tên tệp")
    common = _readings(Fields(data["common"], "common.yaml", "cách hiểu chung"))
    readings = {reading.id: reading for reading in _readings(fields)}
    place = fields.text("place")
    pillars = tuple(
        _pillar(Fields(node, where, "chỉ số chính"), place, readings)
        for node in fields.list("pillars")
    )
    table = Table(
        id=table_id,
        kind=fields.text("kind"),
        title=fields.text("title"),
        place=place,
        unit_type=fields.text("unit_type", ""),
        max_score=fields.number("max_score"),
        decision=decision,
        pillars=pillars,
        info=tuple(_info(Fields(node, where, "thông tin chung")) for node in fields.list("info")),
        info_place=fields.text("info_place", ""),
        readings=(*readings.values(), *common),
        no_online_services=fields.texts("no_online_services"),
        declared={k: str(v) for k, v in (fields.raw("declared") or {}).items()},
        digest=data["digest"],
    )
    fields.done()
    return table


def _decision(node: Any, where: str) -> Decision:
    fields = Fields(node, where, "quyết định")
    status = Fields(fields.raw("status") or {}, where, "status")
    decision = Decision(
        id=fields.text("id"),
        title=fields.text("title"),
        number=fields.text("number", ""),
        date=fields.text("date", ""),
        issuer=fields.text("issuer", ""),
        source_file=fields.text("source_file", ""),
        in_force_from=status.text("in_force_from", ""),
        superseded=status.text("superseded", ""),
        rules=tuple(dict(rule) for rule in fields.list("rules_of_the_decision", required=False)),
    )
    status.raw("replaces")
    status.done()
    fields.done()
    return decision


def _readings(fields: Fields) -> tuple[Reading, ...]:
    readings = []
    for node in fields.list("readings", required=False):
        sub = Fields(node, fields.where, "cách hiểu", fields.line)
        readings.append(
            Reading(
                id=sub.text("id"),
                place=sub.text("place"),
                printed=sub.text("printed", ""),
                adopted=sub.text("adopted"),
                why=sub.text("why"),
                effect=sub.text("effect", ""),
                alternative=sub.text("alternative", ""),
            )
        )
        sub.done()
    return tuple(readings)


def _info(fields: Fields) -> InfoLine:
    line = InfoLine(
        code=fields.text("code"),
        label=fields.text("label"),
        unit=fields.text("unit", ""),
        agency=fields.text("agency", ""),
        note=fields.text("note", ""),
    )
    fields.done()
    return line


def _pillar(fields: Fields, place: str, readings: dict[str, Reading]) -> Pillar:
    code = fields.text("code")
    groups = []
    for node in fields.list("groups", required=False):
        sub = Fields(node, fields.where, "nhóm", fields.line)
        groups.append(
            Group(
                code=sub.text("code"),
                name=sub.text("name"),
                max_score=sub.optional_number("max_score"),
            )
        )
        sub.done()
    pillar = Pillar(
        code=code,
        name=fields.text("name"),
        max_score=fields.number("max_score"),
        groups=tuple(groups),
        indicators=tuple(
            _indicator(Fields(node, fields.where, "chỉ số", fields.line), code, place, readings)
            for node in fields.list("indicators")
        ),
    )
    fields.raw("max_inferred")
    fields.done()
    return pillar


def _indicator(fields: Fields, pillar: str, place: str, readings: dict[str, Reading]) -> Indicator:
    code = fields.text("code")
    fields.what = f"chỉ số {code}"
    used = fields.texts("readings")
    for reading_id in used:
        if reading_id not in readings:
            raise fields.error(f"chỉ số {code} dùng cách hiểu «{reading_id}» chưa được ghi")
    slots = read_slots(fields)
    indicator = Indicator(
        code=code,
        pillar=pillar,
        name=fields.text("name"),
        max_score=fields.number("max_score"),
        rule=read_rule(fields.need("rule"), slots, fields.where, fields.line),
        printed=fields.text("printed"),
        place=fields.text("place", f"{place}, mục {code}"),
        heading=fields.text("heading", ""),
        max_inferred=fields.flag("max_inferred"),
        evidence=fields.text("evidence", ""),
        lead_agency=fields.text("lead_agency", ""),
        coordinating_agency=fields.text("coordinating_agency", ""),
        readings=tuple(readings[reading_id] for reading_id in used),
    )
    fields.done()
    unused = {name for name in slots if name != "percent"} - {s.name for s in indicator.slots}
    if unused:
        raise fields.error(f"chỉ số {code}: quy tắc không dùng số liệu {', '.join(sorted(unused))}")
    return indicator


__all__ = ["RulesetError", "build", "load"]
