"""Loader: a table's files become the frozen records of `scoring.model`."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

from rulesets import files
from rulesets.fields import Fields, RulesetError
from rulesets.records import read_decision, read_info, read_readings, used_readings
from rulesets.rules import NAME, check_rule, read_bounds, read_rule, read_slots
from scoring.grades import Grade, Grades
from scoring.law import Reading
from scoring.model import Group, Indicator, Pillar, Table
from scoring.rules import Rule
from scoring.slots import Slot

KINDS = ("scored", "levels", "targets")
"""Kinds of tables: scored by points, assessed by levels, judged by targets."""

GRADED_ON = ("percent", "total")
"""What a grade looks at: total ÷ maximum, or the total."""

_NAMES = {"scored": "bảng chấm điểm", "levels": "bảng mức độ", "targets": "bảng chỉ tiêu kế hoạch"}


class WrongKind(KeyError):
    """There is such a table, but of another kind; the message says which, in Vietnamese.

    A KeyError, so that who looks for one kind finds none; `kind` says what the table is.
    """

    def __init__(self, table_id: str, kind: str, wanted: str) -> None:
        super().__init__(f"{table_id} là {_NAMES[kind]}, không phải {_NAMES[wanted]}.")
        self.kind = kind

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def kind_of(table_id: str) -> str:
    """Return the kind of a table: "scored", "levels" or "targets".

    >>> kind_of("HB-2023-XA"), kind_of("BTTTT-2024-XA"), kind_of("VN-2023-KEHOACH")
    ('scored', 'levels', 'targets')

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    node = files.read(table_id)["table"]
    path = files.source_path(table_id)
    fields = Fields(node, f"{path.parent.name}/{path.name}", "bảng")
    kind = fields.text("kind")
    if kind not in KINDS:
        raise fields.error(f"«kind» phải là một trong: {', '.join(KINDS)}; không phải «{kind}»")
    return kind


def plain_data(table_id: str, wanted: str) -> dict[str, Any]:
    """The plain data of a table of the wanted kind (`files.read`); else WrongKind or KeyError."""
    kind = kind_of(table_id)
    if kind != wanted:
        raise WrongKind(table_id, kind, wanted)
    return files.read(table_id)


@cache
def load(table_id: str) -> Table:
    """Return a scored table.

    >>> load("HB-2023-XA").max_score
    Fraction(1000, 1)

    Raises KeyError for an unknown id, WrongKind (a KeyError) for a table of another kind and
    RulesetError for a file that is wrong.
    """
    return build(table_id, plain_data(table_id, "scored"))


def build(table_id: str, data: dict[str, Any]) -> Table:
    """Build a table from plain data (`files.read`)."""
    path = files.source_path(table_id)
    where = f"{path.parent.name}/{path.name}"
    decision = read_decision(data["decision"], f"{path.parent.name}/decision.yaml")
    fields = Fields(data["table"], where, "bảng")
    base, _, variant = table_id.partition("@")
    if fields.text("id") != base:
        raise fields.error(f"«id» phải là {base} như tên tệp")
    variants = read_variants(fields)
    if bool(variants) != bool(variant) or (variant and variant not in variants):
        raise KeyError(table_id)
    fields.variant, fields.variants = variant, tuple(variants)
    common = read_readings(Fields(data["common"], "common.yaml", "cách hiểu chung"))
    readings = {reading.id: reading for reading in read_readings(fields)}
    place = fields.text("place")
    pillars = tuple(
        _pillar(fields.inner(node, "chỉ số chính"), place, readings)
        for node in fields.list("pillars")
    )
    title = fields.text("title")
    table = Table(
        id=table_id,
        kind=fields.text("kind"),
        title=f"{title} ({variants[variant]})" if variant else title,
        place=place,
        unit_type=fields.text("unit_type", variant),
        max_score=_maximum(fields),
        decision=decision,
        # What has no points for a type of unit is not a row of its table.
        pillars=tuple(pillar for pillar in pillars if pillar.indicators or not variant),
        info=tuple(
            read_info(Fields(node, where, "thông tin chung")) for node in fields.list("info")
        ),
        info_place=fields.text("info_place", ""),
        readings=(*readings.values(), *common),
        no_online_services=fields.texts("no_online_services"),
        declared={k: str(v) for k, v in (fields.raw("declared") or {}).items()},
        digest=data["digest"],
        renormalised=fields.flag("renormalised"),
        grades=_grades(fields),
        variant=variants.get(variant, ""),
    )
    fields.done()
    _check_dependencies(table, fields)
    return table


def read_variants(fields: Fields) -> dict[str, str]:
    """The types of unit that have maxima of their own: key → name; empty where there are none."""
    given = fields.raw("variants") or {}
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given.values()):
        raise fields.error('«variants» phải có dạng {so: "Sở, ban, ngành", huyen: "UBND huyện"}')
    wrong = [key for key in given if not NAME.fullmatch(key)]
    if wrong:
        raise fields.error(f"mã loại đơn vị «{wrong[0]}» chỉ gồm chữ thường a–z, số và _")
    return dict(given)


def _maximum(fields: Fields) -> Fraction:
    """A maximum: one number, or one for each type of unit."""
    given = fields.need("max_score")
    if not isinstance(given, dict):
        return fields.number("max_score")
    if set(given) != set(fields.variants):
        known = ", ".join(fields.variants) or "bảng không ghi «variants»"
        raise fields.error(f"«max_score» của {fields.what} cần đủ các loại đơn vị: {known}")
    return fields.exact(given[fields.variant], "max_score")


def _grades(fields: Fields) -> Grades | None:
    if "grades" not in fields:
        return None
    sub = fields.inner(fields.raw("grades"), "xếp loại")
    grades = []
    for node in sub.list("bands"):
        band = sub.inner(node, "mức xếp loại")
        grades.append(Grade(band.text("name"), read_bounds(band)))
        band.done()
    result = Grades(
        on=sub.choice("on", GRADED_ON), grades=tuple(grades), otherwise=sub.text("otherwise")
    )
    sub.done()
    return result


def _check_dependencies(table: Table, fields: Fields) -> None:
    """Rows that others ask for exist, and none asks for itself in the end."""
    for row in table.indicators:
        for code in row.depends_on:
            if code not in table.by_code:
                raise fields.error(f"chỉ số {row.code} hỏi điểm dòng «{code}» không có trong bảng")
            if code in table.no_online_services:
                raise fields.error(f"chỉ số {row.code} hỏi điểm dòng «{code}» có thể bị thay thế")
    try:
        _ = table.in_order
    except ValueError as circle:
        raise fields.error(f"điểm các dòng hỏi nhau thành vòng: {circle}") from None


def _pillar(fields: Fields, place: str, readings: dict[str, Reading]) -> Pillar:
    code = fields.text("code")
    groups = []
    for node in fields.list("groups", required=False):
        sub = fields.inner(node, "nhóm")
        groups.append(
            Group(
                code=sub.text("code"),
                name=sub.text("name"),
                max_score=_maximum(sub) if "max_score" in sub else None,
            )
        )
        sub.done()
    rows = [
        _indicator(fields.inner(node, "chỉ số"), code, place, readings)
        for node in fields.list("indicators")
    ]
    pillar = Pillar(
        code=code,
        name=fields.text("name"),
        max_score=_maximum(fields),
        groups=tuple(groups),
        indicators=tuple(row for row in rows if row.max_score or not fields.variant),
    )
    fields.raw("max_inferred")
    fields.done()
    return pillar


def _place(place: str, code: str) -> str:
    """Where a row stands: the annex and the row's code."""
    return f"{place}, {'chỉ số' if 'mục' in place else 'mục'} {code}"


def _indicator(fields: Fields, pillar: str, place: str, readings: dict[str, Reading]) -> Indicator:
    code = fields.text("code")
    fields.what = f"chỉ số {code}"
    used = used_readings(fields, readings)
    slots = read_slots(fields)
    indicator = Indicator(
        code=code,
        pillar=pillar,
        name=fields.text("name"),
        max_score=_maximum(fields),
        bonus=fields.flag("bonus"),
        rule=read_rule(fields.need("rule"), slots, fields.where, fields.line),
        printed=fields.text("printed"),
        place=fields.text("place", _place(place, code)),
        heading=fields.text("heading", ""),
        max_inferred=fields.flag("max_inferred"),
        evidence=fields.text("evidence", ""),
        lead_agency=fields.text("lead_agency", ""),
        coordinating_agency=fields.text("coordinating_agency", ""),
        readings=used,
        alternatives=_alternatives(fields, slots),
    )
    fields.done()
    check_rule(indicator.rule, fields)
    unused = {name for name in slots if name != "percent"} - {s.name for s in indicator.slots}
    if unused:
        raise fields.error(f"chỉ số {code}: quy tắc không dùng số liệu {', '.join(sorted(unused))}")
    return indicator


def _alternatives(fields: Fields, slots: dict[str, Slot]) -> dict[str, Rule]:
    """The rule that the other reading of a row would make: reading id → rule."""
    given = fields.raw("alternatives") or {}
    for reading_id in given:
        if reading_id not in fields.texts("readings"):
            raise fields.error(f"{fields.what}: «alternatives» nêu cách hiểu lạ «{reading_id}»")
    return {
        reading_id: read_rule(rule, slots, fields.where, fields.line)
        for reading_id, rule in given.items()
    }


__all__ = ["KINDS", "RulesetError", "WrongKind", "build", "kind_of", "load", "plain_data"]
