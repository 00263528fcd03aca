"""Levels tables: what was read becomes `scoring.levels`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rulesets.fields import Fields, read_record
from rulesets.format.types import NUMBER
from rulesets.kinds.head import Head, Source, check_codes, read_head, row_place
from scoring.levels import Criterion, LevelGroup, LevelTable
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    Threshold,
    ValueKind,
    Yes,
)

_PRINTED_NOT_APPLICABLE = "Không áp dụng"


def build_levels(data: Mapping[str, Any], source: Source) -> LevelTable:
    """Build a levels table from plain data (`files.read`).

    Raises RulesetError, with file and line, for a file that is wrong.
    """
    head = read_head("levels", data, source)
    table = LevelTable(
        **head.shared(),
        level_names=head.fields["level_names"],
        pillars=tuple(_group(head, item) for item in head.fields["pillars"]),
    )
    check_codes(item for group in head.fields["pillars"] for item in group["criteria"])
    return table


def _group(head: Head, fields: Fields) -> LevelGroup:
    return LevelGroup(
        code=fields["code"],
        name=fields["name"],
        criteria=tuple(_criterion(head, item, fields["code"]) for item in fields["criteria"]),
    )


def _criterion(head: Head, fields: Fields, group: str) -> Criterion:
    code = fields["code"]
    if not code.startswith(f"{group}."):
        raise fields.error("rules.code_of_group", "code", code=code, group=group)
    for printed, threshold in zip(fields["levels"], fields["thresholds"], strict=True):
        if (printed == _PRINTED_NOT_APPLICABLE) != (threshold is None):
            raise fields.error("rules.not_applicable", "thresholds", word=_PRINTED_NOT_APPLICABLE)
    kind = ValueKind(fields["kind"])
    return Criterion(
        code=code,
        pillar=group,
        kind=kind,
        thresholds=tuple(
            read_threshold(given, kind, fields, "thresholds") for given in fields.node["thresholds"]
        ),
        place=fields["place"] or row_place(head, code),
        readings=head.used(fields),
        **{key: fields[key] for key in ("name", "unit", "levels", "method", "basis", "if_any")},
    )


def read_threshold(given: Any, kind: ValueKind, fields: Fields, key: str) -> Threshold:
    """One threshold as it stands in the file, for a kind of value. Raises RulesetError."""
    if given is None:
        return NotApplicable()
    at = fields.at.at(key, fields.node)
    match kind:
        case ValueKind.YES_NO:
            if given != "Có":
                raise at.error("rules.threshold_yes", got=repr(given))
            return Yes()
        case ValueKind.PERCENT:
            if not (isinstance(given, str) and given.endswith("%")):
                raise at.error("rules.threshold_percent", got=repr(given))
            return AtLeastPercent(NUMBER.read(given, at))
        case ValueKind.COUNT:
            return AtLeastCount(NUMBER.read(given, at))
        case ValueKind.COUNT_OF_TOTAL:
            counted = read_record("threshold.count", given, at)
            return AtLeastCount(counted["count"], counted["or_all"])
        case ValueKind.COMMUNES:
            return _communes(read_record("communes", given, at))


def _communes(fields: Fields) -> CommunesFrom:
    threshold = CommunesFrom(
        all_from=fields["all_from"], share=fields["share"], share_from=fields["share_from"]
    )
    if threshold.all_from not in LEVELS or threshold.share_from not in (0, *LEVELS):
        raise fields.error("rules.threshold_level")
    return threshold
