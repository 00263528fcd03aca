"""The format of tables of the three kinds, of decisions, common readings and cases."""

from __future__ import annotations

from rulesets.format.records import Key, Record, may, need
from rulesets.format.rules import ENDS, INPUTS, RULE
from rulesets.format.shapes import (
    EitherType,
    ListType,
    MapType,
    OneOfType,
    RecordType,
)
from rulesets.format.types import (
    FLAG,
    NAME_PATTERN,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    ChoiceType,
    NullType,
    OpenType,
    TextType,
)
from scoring.targets import TargetKind
from scoring.thresholds import LEVELS, ValueKind

KINDS = ("scored", "levels", "targets")
"""Kinds of tables: scored by points, assessed by levels, judged by targets."""

GRADED_ON = ("percent", "total")
"""What a grade looks at: total ÷ maximum, or the total."""

ID_PATTERN = r"[A-Z0-9]+-[0-9]{4}-[A-Z0-9]+"
FIVE = len(LEVELS)

MAXIMUM = EitherType(
    ((dict, MapType(NUMBER, NAME_PATTERN, at_least=1)), (int, NUMBER), (str, NUMBER)),
    "format.type.maximum",
)
THRESHOLD_RECORD = OneOfType("threshold", (("count", "threshold.count"), ("all_from", "communes")))
TEST = OneOfType("test", (("code", "test.row"), ("unit", "test.unit"), ("values", "test.values")))
THRESHOLD = EitherType(
    (
        (type(None), NullType()),
        (str, TEXT),
        (int, NUMBER),
        (dict, THRESHOLD_RECORD),
    ),
    "format.type.threshold",
    ("Có",),
)
DECLARED = MapType(
    EitherType(((int, WHOLE), (str, TEXT), (dict, MapType(WHOLE))), "format.type.declared")
)
FIGURES = OpenType("format.type.figures", {"type": "object"})
EXPECTED = EitherType(((type(None), NullType()), (int, NUMBER), (str, NUMBER)), "format.type.score")


def _texts(*names: str) -> tuple[Key, ...]:
    return tuple(may(name, TEXT, "") for name in names)


def _list(name: str) -> ListType:
    return ListType(RecordType(name))


HEAD = (
    need("id", TextType(ID_PATTERN)),
    need("kind", ChoiceType(KINDS)),
    need("title", TEXT),
    need("place", TEXT),
    may("unit_type", TEXT, ""),
    need("info", _list("info")),
    may("info_place", TEXT, ""),
    may("readings", _list("reading"), ()),
    may("declared", DECLARED, {}),
)
AGENCIES = _texts("lead_agency", "coordinating_agency")

RECORDS = (
    Record(
        "scored",
        (
            *HEAD,
            need("max_score", MAXIMUM),
            may("variants", MapType(TEXT, NAME_PATTERN), {}),
            may("renormalised", FLAG, False),
            may("grades", RecordType("grades")),
            may("no_online_services", TEXTS, ()),
            need("pillars", _list("pillar")),
        ),
    ),
    Record(
        "levels",
        (*HEAD, need("level_names", ListType(TEXT, FIVE)), need("pillars", _list("level_group"))),
    ),
    Record(
        "targets",
        (
            *HEAD,
            need("parts", _list("plan_part")),
            may("deadline", TEXT, ""),
            need("pillars", _list("plan_pillar")),
        ),
    ),
    Record("info", (need("code", TEXT), need("label", TEXT), *_texts("unit", "agency", "note"),
                    may("coordinating_agency", TEXT, ""))),
    Record(
        "reading",
        (
            need("id", TEXT),
            need("place", TEXT),
            may("printed", TEXT, ""),
            need("adopted", TEXT),
            need("why", TEXT),
            *_texts("effect", "alternative"),
        ),
    ),
    Record(
        "pillar",
        (
            need("code", TEXT),
            need("name", TEXT),
            need("max_score", MAXIMUM),
            may("max_inferred", FLAG, False),
            may("groups", _list("group"), ()),
            need("indicators", _list("indicator")),
        ),
    ),
    Record("group", (need("code", TEXT), need("name", TEXT), may("max_score", MAXIMUM))),
    Record(
        "indicator",
        (
            need("code", TEXT),
            need("name", TEXT),
            need("max_score", MAXIMUM),
            may("max_inferred", FLAG, False),
            may("bonus", FLAG, False),
            may("inputs", INPUTS, {}),
            need("rule", RULE),
            need("printed", TEXT),
            *_texts("place", "heading", "evidence"),
            *AGENCIES,
            may("readings", TEXTS, ()),
            may("alternatives", MapType(RULE), {}),
        ),
    ),
    Record(
        "grades",
        (
            need("on", ChoiceType(GRADED_ON)),
            need("bands", _list("grade")),
            need("otherwise", TEXT),
        ),
    ),
    Record("grade", (*ENDS, need("name", TEXT)), band=True),
    Record(
        "level_group",
        (need("code", TEXT), need("name", TEXT), need("criteria", _list("criterion"))),
    ),
    Record(
        "criterion",
        (
            need("code", TEXT),
            need("name", TEXT),
            may("unit", TEXT, ""),
            need("kind", ChoiceType(tuple(kind.value for kind in ValueKind))),
            need("levels", ListType(TEXT, FIVE)),
            need("thresholds", ListType(THRESHOLD, FIVE)),
            *_texts("place", "method", "basis"),
            may("if_any", FLAG, False),
            may("readings", TEXTS, ()),
        ),
    ),
    Record("threshold.count", (need("count", NUMBER), may("or_all", FLAG, False))),
    Record(
        "communes",
        (
            need("all_from", WHOLE),
            may("share", NUMBER, needs="share_from"),
            may("share_from", WHOLE, 0, needs="share"),
        ),
    ),
    Record("plan_part", (need("code", TEXT), need("name", TEXT))),
    Record(
        "plan_pillar",
        (
            need("part", TEXT),
            need("code", TEXT),
            need("name", TEXT),
            need("targets", _list("target")),
        ),
    ),
    Record(
        "target",
        (
            need("code", TEXT),
            need("name", TEXT),
            may("requirement", TEXT),
            need("kind", ChoiceType(tuple(kind.value for kind in TargetKind))),
            may("threshold", THRESHOLD),
            may("place", TEXT, ""),
            may("guiding_agency", TEXT, ""),
            *AGENCIES,
            may("readings", TEXTS, ()),
        ),
    ),
    Record(
        "decision",
        (
            need("id", TEXT),
            need("title", TEXT),
            *_texts("number", "date", "issuer", "source_file"),
            may("status", RecordType("status")),
            may("rules_of_the_decision", _list("decision_rule"), ()),
        ),
    ),
    Record("status", _texts("in_force_from", "replaces", "superseded")),
    Record("decision_rule", (need("place", TEXT), *_texts("id", "name", "text", "printed")),
           one_of=(("text", "printed"),)),
    Record("common", (may("readings", _list("reading"), ()),)),
    Record(
        "cases",
        (
            need("table", TEXT),
            may("units", MapType(FIGURES), {}),
            need("cases", ListType(TEST)),
        ),
    ),
    Record(
        "test.row",
        (
            need("name", TEXT),
            need("code", TEXT),
            need("inputs", FIGURES),
            need("score", EXPECTED),
            *_texts("status", "explanation"),
            may("findings", TEXTS, ()),
        ),
    ),
    Record(
        "test.unit",
        (
            need("name", TEXT),
            need("unit", FIGURES),
            may("scores", MapType(EXPECTED), {}),
            may("statuses", MapType(TEXT), {}),
            may("total", NUMBER),
            may("max", NUMBER),
            may("index", NUMBER),
        ),
    ),
    Record(
        "test.values",
        (
            need("name", TEXT),
            may("from", TEXT, ""),
            need("values", FIGURES),
            may("level", WHOLE),
            may("blocking", TEXTS),
            may("reached", MapType(WHOLE), {}),
            may("results", MapType(TEXT), {}),
            may("findings", TEXTS, ()),
        ),
    ),
)  # fmt: skip
