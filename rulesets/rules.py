"""Rules: from the YAML of one rule to a rule type of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from rulesets.fields import Fields
from scoring.rules import (
    Award,
    Band,
    Bands,
    Best,
    Bound,
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
    Rank,
    Rate,
    Ratio,
    Rule,
    Total,
)
from scoring.rules import Mapping as PointsMapping
from scoring.rules.mapping import BOUNDS
from scoring.rules.measure import percent_slot
from scoring.slots import Slot, SlotKind, row_slot

Slots = Mapping[str, Slot]

FLAGS = ("has_section", "hosted_centrally", "fully_monitored")
"""Inputs that take yes or no by their name."""

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""Names of inputs: they become defined names of workbooks."""

ROW = "row "
"""Where a case asks for the score of another row: `when: {"row 1.1": 0}`."""


def read_slots(fields: Fields) -> dict[str, Slot]:
    """Read the `inputs` of an indicator: contract name → slot."""
    slots: dict[str, Slot] = {}
    for name, given in fields.mapping("inputs", required=False).items():
        entry = {"label": given} if isinstance(given, str) else given
        sub = Fields(entry, fields.where, f"số liệu «{name}»", fields.line)
        if not NAME.fullmatch(name) or name.startswith("row_"):
            raise sub.error(
                f"tên số liệu «{name}» chỉ gồm chữ thường a–z, số và _, không bắt đầu bằng row_"
            )
        answer, day = sub.flag("answer"), sub.flag("date")
        kind = SlotKind.DATE if day else SlotKind.NUMBER
        if name in FLAGS or answer:
            kind = SlotKind.ANSWER
        elif name == "percent":
            kind = SlotKind.PERCENT
        slots[name] = Slot(
            name,
            kind,
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
            "rank": lambda f: _measured(f, slots),
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


def check_rule(rule: Rule, fields: Fields) -> None:
    """Refuse what no surface could show: two cohorts in a row, a deduction without an end."""
    measures = {measure for part in _all(rule) if (measure := _over_a_cohort(part)) is not None}
    if len(measures) > 1:
        raise fields.error(f"{fields.what}: một dòng chỉ so với cụm theo một số liệu")
    if rule.floor(Fraction(1)) is None:
        raise fields.error(f"{fields.what}: trừ điểm («each» âm) cần «at_least», điểm thấp nhất")


def _all(rule: Rule) -> Iterator[Rule]:
    """A rule and every rule inside it."""
    yield rule
    inner: tuple[Rule, ...] = ()
    if isinstance(rule, Total | Best):
        inner = rule.rules
    elif isinstance(rule, Options):
        inner = tuple(option.rule for option in rule.options)
    elif isinstance(rule, Cases):
        inner = (*(case.rule for case in rule.cases), rule.otherwise)
    for part in inner:
        yield from _all(part)


def _over_a_cohort(rule: Rule) -> Measure | None:
    if isinstance(rule, MinMax):
        return rule.measure
    if isinstance(rule, Measured) and isinstance(rule.measure, Rank):
        return rule.measure.of
    return None


def _rules(fields: Fields, key: str, slots: Slots) -> tuple[Rule, ...]:
    return tuple(read_rule(item, slots, fields.where, fields.line) for item in fields.list(key))


def _slot(fields: Fields, slots: Slots, name: Any) -> Slot:
    if not isinstance(name, str) or name not in slots:
        known = ", ".join(slots) or "không có"
        key = next((k for k in ("count", "value", "percent", "minus") if k in fields), fields.what)
        raise fields.error(f"«{key}» dùng «{name}» nhưng «inputs» chỉ có: {known}")
    return slots[name]


def _award(fields: Fields) -> Award:
    if "points" in fields:
        return Award(of_points=fields.number("points"))
    if "per" in fields:
        return Award(per=fields.number("per"))
    return Award(share=fields.number("share"))


def _measure(fields: Fields, slots: Slots) -> Measure:
    if "rank" in fields:
        sub = Fields(fields.raw("rank"), fields.where, "rank", fields.line)
        if "rank" in sub:
            raise sub.error("«rank» không lồng trong «rank»")
        rank = Rank(of=_measure(sub, slots), inverse=sub.flag("inverse"))
        sub.done()
        return rank
    if "ratio" in fields:
        sub = Fields(fields.raw("ratio"), fields.where, "ratio", fields.line)
        part, whole = sub.need("part"), sub.need("whole")
        weights = part if isinstance(part, dict) else dict.fromkeys(_names(sub, "part"), 1)
        ratio = Ratio(
            part=tuple(
                (_slot(sub, slots, name), _whole_number(sub.exact(weight, name)))
                for name, weight in weights.items()
            ),
            whole=tuple(_slot(sub, slots, name) for name in _names(sub, "whole")),
            capped=sub.flag("capped"),
            complement=sub.flag("complement"),
            # Where the source says only «tỷ lệ», the rate itself may be given instead.
            percent=slots.get("percent") if (part, whole) == ("num", "den") else None,
        )
        if any(weight < 0 for _, weight in ratio.part) and not ratio.capped:
            raise sub.error("hệ số âm (mức thay đổi) cần «capped: true»")
        sub.done()
        return ratio
    if "percent" in fields:
        return Rate(of=_slot(fields, slots, fields.raw("percent")))
    name = fields.need("count") if "count" in fields else fields.need("value")
    base = fields.raw("minus")
    count = Count(of=_slot(fields, slots, name), base=_slot(fields, slots, base) if base else None)
    if count.base and (count.of.kind is SlotKind.DATE) != (count.base.kind is SlotKind.DATE):
        raise fields.error(f"«{name}» và «{base}» phải cùng là ngày, hoặc cùng là số")
    return count


def _names(fields: Fields, key: str) -> list[str]:
    value = fields.raw(key)
    if not isinstance(value, str | list):
        raise fields.error(f"«{key}» phải là tên số liệu hoặc danh sách tên, không phải {value!r}")
    return [value] if isinstance(value, str) else value


def _whole_number(value: Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value


def _measured(fields: Fields, slots: Slots) -> Rule:
    measure = _measure(fields, slots)
    mapping: PointsMapping
    if "bands" in fields:
        mapping = Bands(
            bands=tuple(_band(item, fields, measure) for item in fields.list("bands")),
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
        if isinstance(measure, Rank):
            raise fields.error("thứ hạng («rank») cần «bands» hoặc «each»")
        if isinstance(measure, Count) and measure.is_day:
            raise fields.error("ngày cần «bands»")
        mapping = FullAt(full_at=_full_at(fields, measure))
    return Measured(measure=measure, mapping=mapping, share=fields.number("share", 1))


def _full_at(fields: Fields, measure: Measure) -> Fraction:
    full = fields.number("full_at", 1)
    if full <= 0:
        raise fields.error("«full_at» phải lớn hơn 0")
    if measure.is_ratio and full > 1:
        raise fields.error(f'«full_at» của một tỷ lệ không quá 100%: viết "{full}%"?')
    return full


def _band(item: Any, fields: Fields, measure: Measure) -> Band:
    sub = Fields(item, fields.where, "mức", fields.line)
    days = isinstance(measure, Count) and measure.is_day
    band = Band(bounds=read_bounds(sub, days), award=_award(sub))
    sub.done()
    return band


def read_bounds(fields: Fields, days: bool = False) -> tuple[Bound, ...]:
    """The ends of a band: one or two of `from`, `above`, `up_to`, `below`, `exactly`."""
    bounds = tuple(
        Bound(sign, fields.day(key) if days else fields.number(key))
        for key, sign in BOUNDS.items()
        if key in fields
    )
    signs = "".join(bound.sign[0] for bound in bounds)
    if signs not in (">", "<", "=", "><"):
        raise fields.error(
            f"{fields.what} cần một đầu ({', '.join(BOUNDS)}), hoặc một đầu dưới và một đầu trên"
        )
    return bounds


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
            (_asked(sub, slots, name), _wanted(wanted, sub, name))
            for name, wanted in sub.mapping("when").items()
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


def _asked(fields: Fields, slots: Slots, name: str) -> Slot:
    if name.startswith(ROW):
        return row_slot(name.removeprefix(ROW).strip())
    return _slot(fields, slots, name)


def _wanted(wanted: Any, fields: Fields, name: str) -> Any:
    if wanted in ("missing", "positive"):
        return wanted
    if isinstance(wanted, bool):
        if name.startswith(ROW):
            raise fields.error(f"«{name}» là điểm: hỏi bằng số, positive hoặc missing")
        return wanted
    return _whole_number(fields.exact(wanted, "when"))


def _min_max(fields: Fields, slots: Slots) -> Rule:
    sub = Fields(fields.raw("min_max"), fields.where, "min_max", fields.line)
    rule = MinMax(
        measure=_measure(sub, slots),
        leader=sub.flag("leader"),
        inverse=sub.flag("inverse"),
        lowest=sub.number("lowest", 0),
        highest=sub.number("highest", 1),
    )
    if rule.leader and rule.inverse:
        raise sub.error("«leader» và «inverse» không đi cùng nhau")
    if isinstance(rule.measure, Rank):
        raise sub.error("«rank» không lồng trong «min_max»")
    sub.done()
    return rule
