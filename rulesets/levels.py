"""Levels tables: YAML → `scoring.levels`, strictly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rulesets import files
from rulesets.fields import Fields
from rulesets.loader import plain_data
from rulesets.records import read_decision, read_info, read_readings, used_readings
from scoring.law import Reading
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


@cache
def load_levels(table_id: str) -> LevelTable:
    """Return a levels table.

    >>> table = load_levels("BTTTT-2024-XA")
    >>> len(table.criteria), [t.words for t in table.by_code["II.4"].thresholds][-2:]
    (38, ['≥ 2', '≥ 3 hoặc 100%'])

    Raises KeyError for an unknown id, WrongKind (a KeyError) for a table of another kind and
    RulesetError, with file and line, for a file that is wrong.
    """
    return build_levels(table_id, plain_data(table_id, "levels"))


def build_levels(table_id: str, data: dict[str, Any]) -> LevelTable:
    """Build a levels table from plain data (`files.read`)."""
    path = files.source_path(table_id)
    where = f"{path.parent.name}/{path.name}"
    fields = Fields(data["table"], where, "bảng")
    if fields.text("id") != table_id:
        raise fields.error(f"«id» phải là {table_id} như tên tệp")
    common = read_readings(Fields(data["common"], "common.yaml", "cách hiểu chung"))
    readings = {reading.id: reading for reading in read_readings(fields)}
    place = fields.text("place")
    table = LevelTable(
        id=table_id,
        kind=fields.text("kind"),
        title=fields.text("title"),
        place=place,
        unit_type=fields.text("unit_type", ""),
        decision=read_decision(data["decision"], f"{path.parent.name}/decision.yaml"),
        level_names=_five_texts(fields, "level_names"),
        pillars=tuple(
            _group(Fields(node, where, "nhóm tiêu chí"), place, readings)
            for node in fields.list("pillars")
        ),
        info=tuple(read_info(Fields(node, where, "thông tin")) for node in fields.list("info")),
        readings=(*readings.values(), *common),
        declared=_declared(fields),
        digest=data["digest"],
    )
    fields.done()
    if len(table.by_code) != len(table.criteria):
        raise fields.error("có mã tiêu chí bị lặp lại")
    return table


def _five_texts(fields: Fields, key: str) -> tuple[str, ...]:
    texts = fields.list(key)
    if len(texts) != len(LEVELS) or not all(isinstance(text, str) for text in texts):
        raise fields.error(f"«{key}» của {fields.what} phải có đúng 5 dòng chữ, mỗi mức một dòng")
    return tuple(texts)


def _declared(fields: Fields) -> dict[str, int]:
    sub = Fields(fields.raw("declared") or {}, fields.where, "«declared»", fields.line)
    counts = {"criteria": sub.need("criteria")} if "criteria" in sub else {}
    counts.update(sub.raw("pillars") or {})
    sub.done()
    return {name: int(sub.exact(count, name)) for name, count in counts.items()}


def _group(fields: Fields, place: str, readings: Mapping[str, Reading]) -> LevelGroup:
    code = fields.text("code")
    group = LevelGroup(
        code=code,
        name=fields.text("name"),
        criteria=tuple(
            _criterion(Fields(node, fields.where, "tiêu chí", fields.line), code, place, readings)
            for node in fields.list("criteria")
        ),
    )
    fields.done()
    return group


def _criterion(
    fields: Fields, pillar: str, place: str, readings: Mapping[str, Reading]
) -> Criterion:
    code = fields.text("code")
    fields.what = f"tiêu chí {code}"
    if not code.startswith(f"{pillar}."):
        raise fields.error(f"mã {code} phải bắt đầu bằng mã nhóm «{pillar}.»")
    kind = read_kind(fields)
    printed = _five_texts(fields, "levels")
    nodes = fields.list("thresholds")
    if len(nodes) != len(LEVELS):
        raise fields.error(f"«thresholds» của {fields.what} phải có đúng 5 ngưỡng")
    for text, node in zip(printed, nodes, strict=True):
        if (text == _PRINTED_NOT_APPLICABLE) != (node is None):
            raise fields.error(
                f"{fields.what}: ngưỡng null phải đứng đúng ở mức in «{_PRINTED_NOT_APPLICABLE}»"
            )
    criterion = Criterion(
        code=code,
        pillar=pillar,
        name=fields.text("name"),
        unit=fields.text("unit", ""),
        kind=kind,
        levels=printed,
        thresholds=tuple(read_threshold(node, kind, fields) for node in nodes),
        place=fields.text("place", f"{place}, mục {code}"),
        method=fields.text("method", ""),
        basis=fields.text("basis", ""),
        if_any=fields.flag("if_any"),
        readings=used_readings(fields, readings),
    )
    fields.done()
    return criterion


def read_kind(fields: Fields) -> ValueKind:
    """The kind of value of a criterion. Raises RulesetError for an unknown one."""
    name = fields.text("kind")
    try:
        return ValueKind(name)
    except ValueError:
        known = ", ".join(kind.value for kind in ValueKind)
        raise fields.error(f"«kind» của {fields.what} phải là một trong: {known}") from None


def read_threshold(node: Any, kind: ValueKind, fields: Fields) -> Threshold:
    """One threshold: null, "Có", "62%", 3, `{count, or_all}` or `{all_from, share, share_from}`."""
    if node is None:
        return NotApplicable()
    match kind:
        case ValueKind.YES_NO:
            if node != "Có":
                raise fields.error(f'ngưỡng của {fields.what} phải là "Có", không phải {node!r}')
            return Yes()
        case ValueKind.PERCENT:
            if not (isinstance(node, str) and node.endswith("%")):
                raise fields.error(f'ngưỡng của {fields.what} phải viết như "62%": {node!r}')
            return AtLeastPercent(fields.exact(node, "ngưỡng"))
        case ValueKind.COUNT:
            return AtLeastCount(fields.exact(node, "ngưỡng"))
        case ValueKind.COUNT_OF_TOTAL:
            sub = Fields(node, fields.where, f"ngưỡng của {fields.what}", fields.line)
            counted = AtLeastCount(sub.number("count"), sub.flag("or_all"))
            sub.done()
            return counted
        case ValueKind.COMMUNES:
            return _communes(node, fields)


def _communes(node: Any, fields: Fields) -> CommunesFrom:
    sub = Fields(node, fields.where, f"ngưỡng của {fields.what}", fields.line)
    share = sub.optional_number("share")
    threshold = CommunesFrom(
        all_from=int(sub.number("all_from")),
        share=share,
        share_from=int(sub.number("share_from")) if share is not None else 0,
    )
    sub.done()
    if threshold.all_from not in LEVELS or threshold.share_from not in (0, *LEVELS):
        raise fields.error(f"ngưỡng của {fields.what} phải là mức từ 1 đến 5")
    return threshold
