"""Records that every kind of table has: its decision, its readings, its general information.

Every function raises RulesetError with file and line where the YAML is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rulesets.fields import Fields
from scoring.law import Decision, InfoLine, Reading


def read_decision(node: Any, where: str) -> Decision:
    """The document, from `decision.yaml`."""
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


def read_readings(fields: Fields) -> tuple[Reading, ...]:
    """The `readings` of a file, in their order."""
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


def read_info(fields: Fields) -> InfoLine:
    """One line of the general information."""
    line = InfoLine(
        code=fields.text("code"),
        label=fields.text("label"),
        unit=fields.text("unit", ""),
        agency=fields.text("agency", ""),
        note=fields.text("note", ""),
        coordinating_agency=fields.text("coordinating_agency", ""),
    )
    fields.done()
    return line


def used_readings(fields: Fields, known: Mapping[str, Reading]) -> tuple[Reading, ...]:
    """The readings that a row names; each must be recorded in the same file."""
    names = fields.texts("readings")
    for name in names:
        if name not in known:
            raise fields.error(f"{fields.what} dùng cách hiểu «{name}» chưa được ghi")
    return tuple(known[name] for name in names)
