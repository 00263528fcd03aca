"""Schema: the format of ruleset files as a JSON Schema, so that editors complete and check it.

Generated from what the loader itself reads: kinds, ends of bands, names. The schema says what a
file may look like; the loader also checks that its parts fit together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rulesets.loader import GRADED_ON, KINDS
from rulesets.rules import FLAGS, NAME, ROW
from scoring.rules.mapping import BOUNDS
from scoring.targets import TargetKind
from scoring.thresholds import LEVELS, ValueKind

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
NUMBER = r"^-?[0-9]+(\.[0-9]+)?(/[0-9]+)?%?$"

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": {"type": ["string", "integer"]}}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(item: Schema, count: int | None = None) -> Schema:
    exactly = {} if count is None else {"minItems": count, "maxItems": count}
    return {"type": "array", "items": item, **exactly}


def _object(properties: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """An object with these keys and no others."""
    needed = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": dict(properties),
        **needed,
        "additionalProperties": False,
        **more,
    }


def _about(text: str, schema: Schema) -> Schema:
    return {"description": text, **schema}


_N, _RULE, _MEASURE = _ref("number"), _ref("rule"), _ref("measure")
_AWARD = {
    "share": _about('phần của điểm tối đa, ví dụ "1/2"', _N),
    "points": _about("số điểm", _N),
    "per": _about("số đo ÷ số này × điểm tối đa", _N),
}
_ONE_AWARD: Schema = {"oneOf": [{"required": [key]} for key in _AWARD]}
_ENDS = {
    key: _about(f'số đo {sign} ngưỡng; ngày viết "2025-01-15"', _ref("mark"))
    for key, sign in BOUNDS.items()
}
_ONE_END: Schema = {"anyOf": [{"required": [key]} for key in BOUNDS]}


def _measured(kind: str) -> dict[str, Schema]:
    """The keys of a quantity."""
    keys = {kind: _MEASURES[kind]}
    return (
        keys | {"minus": _about("trừ số liệu này (mức thay đổi)", TEXT)}
        if kind == "count"
        else keys
    )


_NAMES: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
_MEASURES: dict[str, Schema] = {
    "ratio": _about(
        "phần ÷ tổng",
        _object(
            {
                "part": {"anyOf": [_NAMES, {"type": "object", "additionalProperties": _N}]},
                "whole": _NAMES,
                "capped": _about("hai số không phải phần và tổng; trên 100% là có thể", FLAG),
                "complement": _about("(tổng − phần) ÷ tổng", FLAG),
            },
            ["part", "whole"],
        ),
    ),
    "percent": _about("tỷ lệ nhập thẳng", TEXT),
    "count": _about("số đếm, số tiền hoặc ngày", TEXT),
    "rank": _about(
        "thứ hạng trong cụm, 1 là cao nhất",
        {
            "allOf": [_MEASURE],
            "type": "object",
            "properties": {"inverse": _about("1 là thấp nhất", FLAG)},
            "unevaluatedProperties": False,
        },
    ),
}
_MAPPINGS: dict[str, Schema] = {
    "bands": _about("mức đầu tiên mà số đo nằm trong", _list(_ref("band"))),
    "otherwise": _about("ngoài mọi mức", _object(_AWARD, (), **_ONE_AWARD)),
    "each": _about("điểm cho mỗi đơn vị; âm là trừ", _N),
    "start": _about("điểm lúc đầu của «each»", _N),
    "at_least": _about("điểm thấp nhất, có thể âm", _N),
    "at_most": _about("điểm cao nhất", _N),
    "full_at": _about("số đo được điểm tối đa", _N),
    "share": _about("phần của điểm tối đa mà quy tắc này chấm", _N),
}


def _rules() -> list[Schema]:
    """One schema for each rule type, told apart by its first key."""
    rules = [_object(_measured(kind) | _MAPPINGS, [kind]) for kind in _MEASURES]
    rules += [
        _object({"options": _list(_ref("option"))}, ["options"]),
        _object({"parts": _list(_ref("part"))}, ["parts"]),
        _object({"sum": _list(_RULE), "at_most": _N, "at_least": _N}, ["sum"]),
        _object({"cases": _list(_ref("case"))}, ["cases"]),
        _object({"best": _list(_RULE)}, ["best"]),
        _object({"min_max": _ref("min_max")}, ["min_max"]),
        _object({"share": _N}, ["share"]),
        _object({"points": _N}, ["points"]),
    ]
    return rules


def _definitions() -> dict[str, Schema]:
    wanted = {"anyOf": [FLAG, {"enum": ["missing", "positive"]}, _N]}
    option = {
        "label": TEXT,
        "rule": _RULE,
        "sub_options": _list(_ref("part")),
        "share": _N,
        "points": _N,
        "warning": TEXT,
        "added": _about("không in trong văn bản; một cách hiểu thêm vào", FLAG),
    }
    case = {
        "when": {
            "type": "object",
            "additionalProperties": wanted,
            "description": f'điều kiện; "{ROW}1.1" là điểm của dòng 1.1',
        },
        "rule": _RULE,
        "warning": TEXT,
        "impossible": FLAG,
    }
    outcome = [{"required": [key]} for key in ("rule", "sub_options", "share", "points")]
    return {
        "number": {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": NUMBER}],
            "description": 'số chính xác: 10, "85%", "1/2", "2.5"',
        },
        "mark": {"anyOf": [_N, {"type": "string", "pattern": DATE}]},
        "maximum": {
            "anyOf": [
                _N,
                {
                    "type": "object",
                    "propertyNames": {"pattern": f"^{NAME.pattern}$"},
                    "additionalProperties": _N,
                    "minProperties": 1,
                },
            ],
            "description": "một số, hoặc mỗi loại đơn vị (variants) một số; 0: không có dòng này",
        },
        "measure": {
            "type": "object",
            "oneOf": [
                {"required": ["ratio"]},
                {"required": ["percent"]},
                {"required": ["count"]},
                {"required": ["value"]},
            ],
            "properties": {
                "ratio": _MEASURES["ratio"],
                "percent": TEXT,
                "count": TEXT,
                "value": TEXT,
                "minus": TEXT,
            },
        },
        "min_max": {
            "allOf": [_MEASURE],
            "type": "object",
            "properties": {
                "leader": _about("phần của đơn vị cao nhất", FLAG),
                "inverse": _about("thấp nhất là tốt nhất", FLAG),
                "lowest": _about("phần điểm của đơn vị kém nhất", _N),
                "highest": _about("phần điểm của đơn vị tốt nhất", _N),
            },
            "unevaluatedProperties": False,
        },
        "band": _object({**_ENDS, **_AWARD}, allOf=[_ONE_END, _ONE_AWARD]),
        "part": _object({"label": TEXT, **_AWARD}, ["label"], **_ONE_AWARD),
        "option": _object(option, ["label"], oneOf=outcome),
        "case": {
            "oneOf": [
                _object({"otherwise": _RULE}, ["otherwise"]),
                _object(case, ["when"], oneOf=[{"required": [k]} for k in ("rule", "impossible")]),
            ]
        },
        "rule": {"type": "object", "oneOf": _rules()},
        "input": {
            "anyOf": [
                TEXT,
                _object(
                    {
                        "label": TEXT,
                        "from_info": TEXTS,
                        "answer": _about("Có hoặc Không", FLAG),
                        "date": _about("một ngày", FLAG),
                        "signed": _about("có thể âm", FLAG),
                    },
                    ["label"],
                ),
            ]
        },
        "inputs": {
            "type": "object",
            "propertyNames": {"pattern": f"^(?!row_){NAME.pattern}$"},
            "additionalProperties": _ref("input"),
            "description": f"số liệu cần nhập; {', '.join(FLAGS)} là Có/Không",
        },
        "reading": _object(
            dict.fromkeys(
                ("id", "place", "printed", "adopted", "why", "effect", "alternative"), TEXT
            ),
            ["id", "place", "adopted", "why"],
        ),
        "info": _object(
            dict.fromkeys(("code", "label", "unit", "agency", "note", "coordinating_agency"), TEXT),
            ["code", "label"],
        ),
        "indicator": _object(
            {
                "code": TEXT,
                "name": TEXT,
                "max_score": _ref("maximum"),
                "max_inferred": FLAG,
                "bonus": _about("điểm cộng ngoài điểm tối đa", FLAG),
                "inputs": _ref("inputs"),
                "rule": _RULE,
                "printed": _about("cách tính, đúng chữ của văn bản", TEXT),
                "place": TEXT,
                "heading": TEXT,
                "readings": TEXTS,
                "alternatives": {"type": "object", "additionalProperties": _RULE},
                **_PEOPLE,
                "evidence": TEXT,
            },
            ["code", "name", "max_score", "rule", "printed"],
        ),
        "pillar": _object(
            {
                "code": TEXT,
                "name": TEXT,
                "max_score": _ref("maximum"),
                "max_inferred": FLAG,
                "groups": _list(
                    _object(
                        {"code": TEXT, "name": TEXT, "max_score": _ref("maximum")}, ["code", "name"]
                    )
                ),
                "indicators": _list(_ref("indicator")),
            },
            ["code", "name", "max_score", "indicators"],
        ),
        "grades": _object(
            {
                "on": {"enum": list(GRADED_ON)},
                "bands": _list(_object({**_ENDS, "name": TEXT}, ["name"], **_ONE_END)),
                "otherwise": TEXT,
            },
            ["on", "bands", "otherwise"],
        ),
        "threshold": {
            "anyOf": [
                {"type": "null"},
                {"const": "Có"},
                _N,
                _object({"count": _N, "or_all": FLAG}, ["count"]),
                _object({"all_from": _N, "share": _N, "share_from": _N}, ["all_from"]),
            ]
        },
        "criterion": _object(
            {
                **dict.fromkeys(("code", "name", "unit", "place", "method", "basis"), TEXT),
                "kind": {"enum": [kind.value for kind in ValueKind]},
                "levels": _list(TEXT, len(LEVELS)),
                "thresholds": _list(_ref("threshold"), len(LEVELS)),
                "if_any": FLAG,
                "readings": TEXTS,
            },
            ["code", "name", "kind", "levels", "thresholds"],
        ),
        "target": _object(
            {
                **dict.fromkeys(("code", "name", "requirement", "place"), TEXT),
                "kind": {"enum": [kind.value for kind in TargetKind]},
                "threshold": _ref("threshold"),
                "guiding_agency": TEXT,
                **_PEOPLE,
                "readings": TEXTS,
            },
            ["code", "name", "kind"],
        ),
    }


_PEOPLE = {"lead_agency": TEXT, "coordinating_agency": TEXT}
_HEAD = {
    "id": {"type": "string", "pattern": "^[A-Z0-9]+-[0-9]{4}-[A-Z0-9]+$"},
    "title": TEXT,
    "place": TEXT,
    "unit_type": TEXT,
    "info": _list(_ref("info")),
    "info_place": TEXT,
    "readings": _list(_ref("reading")),
    "declared": {"type": "object"},
}
_KINDS: dict[str, tuple[dict[str, Schema], list[str]]] = {
    "scored": (
        {
            "max_score": _ref("maximum"),
            "variants": {
                "type": "object",
                "propertyNames": {"pattern": f"^{NAME.pattern}$"},
                "additionalProperties": TEXT,
                "description": "loại đơn vị có điểm tối đa riêng: mã → tên",
            },
            "renormalised": _about("tổng điểm quy về điểm tối đa in trong văn bản", FLAG),
            "grades": _ref("grades"),
            "no_online_services": TEXTS,
            "pillars": _list(_ref("pillar")),
        },
        ["max_score", "pillars", "info"],
    ),
    "levels": (
        {
            "level_names": _list(TEXT, len(LEVELS)),
            "pillars": _list(
                _object(
                    {"code": TEXT, "name": TEXT, "criteria": _list(_ref("criterion"))},
                    ["code", "name", "criteria"],
                )
            ),
        },
        ["level_names", "pillars", "info"],
    ),
    "targets": (
        {
            "parts": _list(_object({"code": TEXT, "name": TEXT}, ["code", "name"])),
            "deadline": TEXT,
            "pillars": _list(
                _object(
                    {"part": TEXT, "code": TEXT, "name": TEXT, "targets": _list(_ref("target"))},
                    ["part", "code", "name", "targets"],
                )
            ),
        },
        ["parts", "pillars", "info"],
    ),
}


def schema() -> Schema:
    """The schema of a table's file, of any kind (JSON Schema, draft 2020-12).

    >>> schema()["properties"]["kind"]
    {'enum': ['scored', 'levels', 'targets']}
    """
    branches = []
    for kind in KINDS:
        keys, needed = _KINDS[kind]
        branches.append(
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"properties": keys, "required": needed},
            }
        )
    return {
        "$schema": DIALECT,
        "title": "Bộ chỉ số dti-excel",
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS)}, **_HEAD},
        "required": ["id", "kind", "title", "place"],
        "allOf": branches,
        "unevaluatedProperties": False,
        "$defs": _definitions(),
    }
