"""Scored tables: what was read becomes the frozen records of `scoring.model`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rulesets.fields import Fields
from rulesets.kinds.head import Head, Source, check_codes, read_head, row_place
from rulesets.kinds.limits import check_rule
from rulesets.kinds.measures import read_bounds, read_slots
from rulesets.kinds.rules import read_rule
from scoring.grades import Grade, Grades
from scoring.model import Group, Indicator, Pillar, Table


def build_scored(data: Mapping[str, Any], source: Source) -> Table:
    """Build a scored table from plain data (`files.read`).

    Raises RulesetError, with file and line, for a file that is wrong, and KeyError for a type of
    unit that the table does not have.
    """
    head = read_head("scored", data, source)
    fields, variant = head.fields, source.variant
    variants = fields["variants"]
    if bool(variants) != bool(variant) or (variant and variant not in variants):
        raise KeyError(source.id)
    pillars = tuple(_pillar(head, item) for item in fields["pillars"])
    shared = head.shared()
    if variant:
        shared["title"] = f"{fields['title']} ({variants[variant]})"
        shared["unit_type"] = fields["unit_type"] or variant
    table = Table(
        **shared,
        max_score=_maximum(head, fields),
        # What has no points for a type of unit is not a row of its table.
        pillars=tuple(pillar for pillar in pillars if pillar.indicators or not variant),
        no_online_services=fields["no_online_services"],
        renormalised=fields["renormalised"],
        grades=_grades(fields["grades"]) if fields["grades"] else None,
        variant=variants.get(variant, ""),
    )
    check_codes(
        item
        for pillar in fields["pillars"]
        for item in pillar["indicators"]
        if not variant or _maximum(head, item)
    )
    _check_dependencies(table, fields)
    return table


def _maximum(head: Head, fields: Fields) -> Fraction:
    """A maximum: one number, or one for each type of unit."""
    given = fields["max_score"]
    if not isinstance(given, dict):
        return Fraction(given)
    variants = head.fields["variants"]
    if set(given) != set(variants):
        raise fields.error("rules.all_variants", "max_score", known=tuple(variants) or None)
    return Fraction(given[head.source.variant])


def _grades(fields: Fields) -> Grades:
    return Grades(
        on=fields["on"],
        grades=tuple(Grade(band["name"], read_bounds(band)) for band in fields["bands"]),
        otherwise=fields["otherwise"],
    )


def _pillar(head: Head, fields: Fields) -> Pillar:
    rows = [_indicator(head, item, fields["code"]) for item in fields["indicators"]]
    return Pillar(
        code=fields["code"],
        name=fields["name"],
        max_score=_maximum(head, fields),
        groups=tuple(
            Group(
                code=item["code"],
                name=item["name"],
                max_score=_maximum(head, item) if "max_score" in item.given else None,
            )
            for item in fields["groups"]
        ),
        indicators=tuple(row for row in rows if row.max_score or not head.source.variant),
    )


def _indicator(head: Head, fields: Fields, pillar: str) -> Indicator:
    code = fields["code"]
    slots = read_slots(fields["inputs"])
    max_score = _maximum(head, fields)
    word = "rules.place.indicator" if "mục" in head.place else "rules.place.item"
    indicator = Indicator(
        code=code,
        pillar=pillar,
        max_score=max_score,
        rule=read_rule(fields["rule"], slots),
        place=fields["place"] or row_place(head, code, word),
        readings=head.used(fields),
        alternatives={
            name: read_rule(rule, slots) for name, rule in fields["alternatives"].items()
        },
        **{key: fields[key] for key in _AS_THEY_STAND},
    )
    _check_row(head, fields, indicator, set(slots))
    return indicator


_AS_THEY_STAND = (
    "name",
    "bonus",
    "printed",
    "heading",
    "max_inferred",
    "evidence",
    "lead_agency",
    "coordinating_agency",
)


def _check_row(head: Head, fields: Fields, row: Indicator, slots: set[str]) -> None:
    """A row keeps within its maximum, uses what it asks for, and names readings of its own."""
    for name in fields["alternatives"]:
        if name not in fields["readings"]:
            raise fields.error("rules.alternative_of_what", "alternatives", name=name)
    # A row with no points for this type of unit is no row of its table.
    if row.max_score or not head.source.variant:
        for rule in (row.rule, *row.alternatives.values()):
            check_rule(rule, fields, row.max_score)
    unused = slots - {"percent"} - {slot.name for slot in row.slots}
    if unused:
        raise fields.error("rules.unused_input", "inputs", names=tuple(sorted(unused)))


def _check_dependencies(table: Table, fields: Fields) -> None:
    """Rows that others ask for exist, and none asks for itself in the end."""
    for row in table.indicators:
        for code in row.depends_on:
            if code not in table.by_code:
                raise fields.error("rules.row_not_there", code=row.code, asked=code)
            if code in table.no_online_services:
                raise fields.error("rules.row_substituted", code=row.code, asked=code)
    try:
        _ = table.in_order
    except ValueError as circle:
        raise fields.error("rules.circle", circle=str(circle)) from None
