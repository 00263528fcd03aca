"""The format of rules: what is measured, how it turns into points, how rules are put together."""

from __future__ import annotations

from rulesets.format.records import Key, Record, may, need
from rulesets.format.shapes import (
    EitherType,
    ListType,
    MapType,
    NamesType,
    OneOfType,
    RecordType,
)
from rulesets.format.types import (
    FLAG,
    MARK,
    NAME_PATTERN,
    NUMBER,
    TEXT,
    TEXTS,
)
from scoring.rules.mapping import BOUNDS

MEASURES = ("ratio", "percent", "count", "rank")
"""What a rule may measure; the first of these keys says what a rule is."""

RULE = OneOfType(
    "rule",
    (
        *((kind, f"rule.{kind}") for kind in MEASURES),
        *((k, f"rule.{k}") for k in ("options", "parts", "sum", "cases", "best", "min_max")),
        ("share", "rule.share"),
        ("points", "rule.points"),
    ),
)
CASE = OneOfType("case", (("otherwise", "case.otherwise"), ("when", "case.when")))

INPUT_NAME = f"(?!row_){NAME_PATTERN}"
INPUTS = MapType(
    EitherType(((str, TEXT), (dict, RecordType("input"))), "format.type.input"), INPUT_NAME
)

AWARD = (may("share", NUMBER), may("points", NUMBER), may("per", NUMBER))
ONE_AWARD = ("share", "points", "per")
FIXED_AWARD = (may("share", NUMBER), may("points", NUMBER))
ENDS = tuple(may(name, MARK) for name in BOUNDS)

_WANTED = EitherType(
    ((bool, FLAG), (int, NUMBER), (str, TEXT)), "format.type.wanted", ("missing", "positive")
)
_MAPPINGS = (
    may("bands", ListType(RecordType("band"))),
    may("otherwise", RecordType("award"), needs="bands"),
    may("each", NUMBER),
    may("start", NUMBER, 0, needs="each"),
    may("at_least", NUMBER, needs="each"),
    may("at_most", NUMBER, needs="each"),
    may("full_at", NUMBER, 1),
    may("share", NUMBER, 1),
)
_QUANTITY = (
    may("ratio", RecordType("ratio")),
    may("percent", TEXT),
    may("count", TEXT),
    may("value", TEXT),
    may("minus", TEXT),
)
_ONE_QUANTITY = ("ratio", "percent", "count", "value")
_RULES = ListType(RULE)


def _measured(kind: str, *keys: Key) -> Record:
    return Record(f"rule.{kind}", (*keys, *_MAPPINGS), apart=("bands", "each", "full_at"))


RECORDS = (
    Record(
        "input",
        (
            need("label", TEXT),
            may("from_info", TEXTS, ()),
            may("answer", FLAG, False),
            may("date", FLAG, False),
            may("signed", FLAG, False),
        ),
        apart=("answer", "date"),
    ),
    _measured("ratio", need("ratio", RecordType("ratio"))),
    _measured("percent", need("percent", TEXT)),
    _measured("count", need("count", TEXT), may("minus", TEXT)),
    _measured("rank", need("rank", RecordType("rank"))),
    Record(
        "ratio",
        (
            need("part", NamesType(weighted=True)),
            need("whole", NamesType()),
            may("capped", FLAG, False),
            may("complement", FLAG, False),
        ),
    ),
    Record("rank", (*_QUANTITY, may("inverse", FLAG, False)), one_of=(_ONE_QUANTITY,)),
    Record("award", AWARD, one_of=(ONE_AWARD,)),
    Record("band", (*ENDS, *AWARD), one_of=(ONE_AWARD,), band=True),
    Record("rule.options", (need("options", ListType(RecordType("option"))),)),
    Record(
        "option",
        (
            need("label", TEXT),
            may("rule", RULE),
            may("sub_options", ListType(RecordType("part"))),
            *FIXED_AWARD,
            may("warning", TEXT, ""),
            may("added", FLAG, False),
        ),
        one_of=(("rule", "sub_options", "share", "points"),),
    ),
    Record("rule.parts", (need("parts", ListType(RecordType("part"))),)),
    Record("part", (need("label", TEXT), *FIXED_AWARD), one_of=(("share", "points"),)),
    Record("rule.sum", (need("sum", _RULES), may("at_most", NUMBER), may("at_least", NUMBER))),
    Record("rule.cases", (need("cases", ListType(CASE)),)),
    Record(
        "case.when",
        (
            need("when", MapType(_WANTED, at_least=1)),
            may("rule", RULE),
            may("impossible", FLAG, False),
            may("warning", TEXT, ""),
        ),
        one_of=(("rule", "impossible"),),
    ),
    Record("case.otherwise", (need("otherwise", RULE),)),
    Record("rule.best", (need("best", _RULES),)),
    Record("rule.min_max", (need("min_max", RecordType("min_max")),)),
    Record(
        "min_max",
        (
            *_QUANTITY,
            may("leader", FLAG, False),
            may("inverse", FLAG, False),
            may("lowest", NUMBER, 0),
            may("highest", NUMBER, 1),
        ),
        one_of=(_ONE_QUANTITY,),
    ),
    Record("rule.share", (need("share", NUMBER),)),
    Record("rule.points", (need("points", NUMBER),)),
)

__all__ = ["CASE", "ENDS", "INPUTS", "MEASURES", "RECORDS", "RULE"]
