"""Rules: from the YAML of one rule to a rule type of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rulesets.fields import Fields
from scoring.rules import (
    Award,
    Band,
    Bands,
    Best,
    Case,
    Cases,
    Count,
    Each,
    Fixed,
    FullAt,
    Measure,
    Measured,
    MinMax,
    Option,
    Options,
    Part,
    Parts,
    Rate,
    Ratio,
    Rule,
    Total,
)
from scoring.rules import Mapping as PointsMapping
from scoring.rules.measure import percent_slot
from scoring.slots import Slot, SlotKind

Slots = Mapping[str, Slot]

_FLAGS = ("has_section", "hosted_centrally", "fully_monitored")


def read_slots(fields: Fields) -> dict[str, Slot]:
    """Read the `inputs` of an indicator: contract name → slot."""
    slots: dict[str, Slot] = {}
    for name, given in (fields.raw("inputs") or {}).items():
        entry = {"label": given} if isinstance(given, str) else given
        sub = Fields(entry, fields.where, f"số liệu «{name}»", fields.line)
        kind = SlotKind.NUMBER
        if name in _FLAGS:
            kind = SlotKind.ANSWER
        elif name == "percent":
            kind = SlotKind.PERCENT
        slots[name] = Slot(
            name,
            SlotKind.ANSWER if sub.flag("answer") else kind,
            sub.text("label"),
            input=name,
            from_info=sub.texts("from_info"),
            signed=sub.flag("signed"),
        )
        sub.done()
    if "num" in slots and "den" in slots:
        slots.setdefault("percent", percent_slot())
    return slots


def read_rule(node: Any, slots: Slots, where: str, line: int) -> Rule:
    """Read one rule. Raises RulesetError with file and line."""
    fields = Fields(node, where, "quy tắc", line)
    rule: Rule = fields.one_of(
        {
            "ratio": lambda f: _measured(f, slots),
            "percent": lambda f: _measured(f, slots),
            "count": lambda f: _measured(f, slots),
            "options": lambda f: _options(f, slots),
            "parts": lambda f: _parts(f),
            "sum": lambda f: Total(
                rules=_rules(f, "sum", slots),
                at_most=f.optional_number("at_most"),
                at_least=f.optional_number("at_least"),
            ),
            "cases": lambda f: _cases(f, slots),
            "best": lambda f: Best(rules=_rules(f, "best", slots)),
            "min_max": lambda f: _min_max(f, slots),
            "share": lambda f: Fixed(award=_award(f)),
            "points": lambda f: Fixed(award=_award(f)),
        }
    )
    fields.done()
    return rule


def _rules(fields: Fields, key: str, slots: Slots) -> tuple[Rule, ...]:
    return tuple(read_rule(item, slots, fields.where, fields.line) for item in fields.list(key))


def _slot(fields: Fields, slots: Slots, name: Any) -> Slot:
    if name not in slots:
        known = ", ".join(slots) or "không có"
        raise fields.error(f"quy tắc dùng «{name}» nhưng «inputs» chỉ có: {known}")
    return slots[name]


def _award(fields: Fields) -> Award:
    if "points" in fields:
        return Award(of_points=fields.number("points"))
    if "per" in fields:
        return Award(per=fields.number("per"))
    return Award(share=fields.number("share"))


def _measure(fields: Fields, slots: Slots) -> Measure:
    if "ratio" in fields:
        sub = Fields(fields.raw("ratio"), fields.where, "ratio", fields.line)
        part, whole = sub.need("part"), sub.need("whole")
        weights = part if isinstance(part, dict) else dict.fromkeys(_names(part), 1)
        ratio = Ratio(
            part=tuple(
                (_slot(sub, slots, name), _whole_number(sub.exact(weight, name)))
                for name, weight in weights.items()
            ),
            whole=tuple(_slot(sub, slots, name) for name in _names(whole)),
            capped=sub.flag("capped"),
            complement=sub.flag("complement"),
            # Where the source says only «tỷ lệ», the rate itself may be given instead.
            percent=slots.get("percent") if (part, whole) == ("num", "den") else None,
        )
        sub.done()
        return ratio
    if "percent" in fields:
        return Rate(of=_slot(fields, slots, fields.raw("percent")))
    name = fields.need("count") if "count" in fields else fields.need("value")
    base = fields.raw("minus")
    return Count(of=_slot(fields, slots, name), base=_slot(fields, slots, base) if base else None)


def _names(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _whole_number(value: Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value


def _measured(fields: Fields, slots: Slots) -> Rule:
    measure = _measure(fields, slots)
    mapping: PointsMapping
    if "bands" in fields:
        mapping = Bands(
            bands=tuple(_band(item, fields) for item in fields.list("bands")),
            otherwise=_otherwise(fields),
        )
    elif "each" in fields:
        mapping = Each(
            each=fields.number("each"),
            start=fields.number("start", 0),
            at_least=fields.optional_number("at_least"),
            at_most=fields.optional_number("at_most"),
        )
    else:
        mapping = FullAt(full_at=fields.number("full_at", 1))
    return Measured(measure=measure, mapping=mapping, share=fields.number("share", 1))


def _band(item: Any, fields: Fields) -> Band:
    sub = Fields(item, fields.where, "mức", fields.line)
    closed = "from" in sub
    band = Band(
        threshold=sub.number("from" if closed else "above"), award=_award(sub), closed=closed
    )
    sub.done()
    return band


def _otherwise(fields: Fields) -> Award:
    if "otherwise" not in fields:
        return Award(share=Fraction(0))
    sub = Fields(fields.raw("otherwise"), fields.where, "mức còn lại", fields.line)
    award = _award(sub)
    sub.done()
    return award


def _options(fields: Fields, slots: Slots) -> Rule:
    options = []
    for item in fields.list("options"):
        sub = Fields(item, fields.where, "lựa chọn", fields.line)
        rule: Rule = sub.one_of(
            {
                "rule": lambda f: read_rule(f.raw("rule"), slots, f.where, f.line),
                "sub_options": lambda f: Parts(
                    parts=_part_list(f, "sub_options"), input="sub_options"
                ),
                "share": lambda f: Fixed(award=_award(f)),
                "points": lambda f: Fixed(award=_award(f)),
            }
        )
        options.append(
            Option(
                label=sub.text("label"),
                rule=rule,
                warning=sub.text("warning", ""),
                added=sub.flag("added"),
            )
        )
        sub.done()
    return Options(options=tuple(options))


def _part_list(fields: Fields, key: str) -> tuple[Part, ...]:
    parts = []
    for item in fields.list(key):
        sub = Fields(item, fields.where, "phần", fields.line)
        parts.append(Part(label=sub.text("label"), award=_award(sub)))
        sub.done()
    return tuple(parts)


def _parts(fields: Fields) -> Rule:
    return Parts(parts=_part_list(fields, "parts"))


def _cases(fields: Fields, slots: Slots) -> Rule:
    cases: list[Case] = []
    otherwise: Rule | None = None
    for item in fields.list("cases"):
        sub = Fields(item, fields.where, "trường hợp", fields.line)
        if "otherwise" in sub:
            otherwise = read_rule(sub.raw("otherwise"), slots, sub.where, sub.line)
            sub.done()
            continue
        if otherwise:
            raise sub.error("«otherwise» phải là trường hợp cuối")
        impossible = sub.flag("impossible")
        when = tuple(
            (_slot(sub, slots, name), _wanted(wanted, sub))
            for name, wanted in sub.need("when").items()
        )
        rule = (
            Fixed(award=Award(share=Fraction(0)))
            if impossible
            else read_rule(sub.need("rule"), slots, sub.where, sub.line)
        )
        cases.append(
            Case(when=when, rule=rule, warning=sub.text("warning", ""), impossible=impossible)
        )
        sub.done()
    if otherwise is None:
        raise fields.error("«cases» cần một trường hợp cuối «otherwise»")
    return Cases(cases=tuple(cases), otherwise=otherwise)


def _wanted(wanted: Any, fields: Fields) -> Any:
    if isinstance(wanted, bool) or wanted in ("missing", "positive"):
        return wanted
    return _whole_number(fields.exact(wanted, "when"))


def _min_max(fields: Fields, slots: Slots) -> Rule:
    sub = Fields(fields.raw("min_max"), fields.where, "min_max", fields.line)
    rule = MinMax(
        measure=_measure(sub, slots),
        leader=sub.flag("leader"),
        inverse=sub.flag("inverse"),
        lowest=sub.number("lowest", 0),
    )
    sub.done()
    return rule
