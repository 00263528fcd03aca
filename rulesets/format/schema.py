"""Schema: the format as JSON Schema (draft 2020-12), so that editors complete and check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rulesets.format import RECORDS
from rulesets.format.records import Record
from rulesets.format.rules import CASE, RULE
from rulesets.format.shapes import OneOfType
from rulesets.format.tables import KINDS, TEST, THRESHOLD_RECORD
from rulesets.format.types import DATE_PATTERN, NUMBER_PATTERN, Schema
from rulesets.format.words import meaning

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS = {
    "schema.json": "table",
    "schema-decision.json": "decision",
    "schema-common.json": "common",
    "schema-cases.json": "cases",
}
"""The committed files, each with what it describes."""

_NUMBER: Schema = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER_PATTERN}$"}]
}
_MARK: Schema = {"anyOf": [_NUMBER, {"type": "string", "pattern": f"^{DATE_PATTERN}$"}]}
_CHOICES = (RULE, CASE, THRESHOLD_RECORD, TEST)


def schema(of: str = "table") -> Schema:
    """The schema of a file: "table" (of any kind), "decision", "common" or "cases".

    >>> schema()["properties"]["kind"]
    {'enum': ['scored', 'levels', 'targets']}
    """
    root = _table() if of == "table" else _record(RECORDS[of])
    definitions = {"number": _NUMBER, "mark": _MARK}
    definitions |= {choice.name: _choice(choice) for choice in _CHOICES}
    definitions |= {record.name: _record(record) for record in RECORDS.values()}
    used = {"$schema": DIALECT, "title": f"dti-excel: {of}", **root}
    return {**used, "$defs": dict(sorted(_reached(used, definitions).items()))}


def _table() -> Schema:
    """A table is of the kind that it says."""
    return {
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS)}},
        "required": ["kind"],
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": f"#/$defs/{kind}"}}
            for kind in KINDS
        ],
    }


def _record(record: Record) -> Schema:
    keys = {}
    for key in record.keys:
        words = meaning(record.name, key.name)
        keys[key.name] = {
            "description": f"{words.say('vi')} / {words.say('en')}",
            **key.type.schema(),
        }
    result: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    if required := [key.name for key in record.keys if key.required]:
        result["required"] = required
    if needs := {key.name: [key.needs] for key in record.keys if key.needs}:
        result["dependentRequired"] = needs
    if rules := list(_rules(record)):
        result["allOf"] = rules
    return result


def _rules(record: Record) -> Iterator[Schema]:
    """What keys stand together."""
    for group in record.one_of:
        yield {"oneOf": [{"required": [name]} for name in group]}
    for number, one in enumerate(record.apart):
        for other in record.apart[number + 1 :]:
            yield {"not": {"required": [one, other]}}
    if record.band:
        ends = [key.name for key in record.keys if key.type.word == "format.type.mark"]
        yield {"anyOf": [{"required": [name]} for name in ends]}


def _choice(choice: OneOfType) -> Schema:
    return {"oneOf": [{"$ref": f"#/$defs/{record}"} for _, record in choice.records]}


def _reached(root: Any, definitions: dict[str, Schema]) -> dict[str, Schema]:
    """The definitions that a schema refers to, and those that they refer to."""
    found: dict[str, Schema] = {}
    open_ends = list(_references(root))
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found[name] = definitions[name]
            open_ends += _references(definitions[name])
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield re.sub("^#/[$]defs/", "", value)
            else:
                yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
