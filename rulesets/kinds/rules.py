"""Rules: from one rule of a ruleset, already read by the format, to a rule type of the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from rulesets.fields import Fields
from rulesets.format.rules import MEASURES
from rulesets.format.types import NUMBER
from scoring.dates import day_number
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

ROW = "row "
"""Where a case asks for the score of another row: `when: {"row 1.1": 0}`."""


def read_slots(inputs: Mapping[str, str | Fields]) -> dict[str, Slot]:
    """The `inputs` of an indicator: contract name → slot."""
    slots = {name: _slot_of(name, given) for name, given in inputs.items()}
    if "num" in slots and "den" in slots:
        slots.setdefault("percent", percent_slot())
    return slots


def _slot_of(name: str, given: str | Fields) -> Slot:
    if name in FLAGS:
        kind = SlotKind.ANSWER
    else:
        kind = SlotKind.PERCENT if name == "percent" else SlotKind.NUMBER
    if isinstance(given, str):
        return Slot(name, kind, given, input=name)
    if given["date"]:
        kind = SlotKind.DATE
    if given["answer"]:
        kind = SlotKind.ANSWER
    return Slot(
        name,
        kind,
        given["label"],
        input=name,
        from_info=given["from_info"],
        signed=given["signed"],
    )


def read_rule(fields: Fields, slots: Slots) -> Rule:
    """One rule. Raises RulesetError with file and line."""
    kind = fields.record.name.removeprefix("rule.")
    return _RULES[kind](fields, slots)


def _slot(fields: Fields, slots: Slots, key: str, name: str) -> Slot:
    if name not in slots:
        raise fields.error("rules.no_such_input", key, name=name, known=tuple(slots) or None)
    return slots[name]


def _award(fields: Fields) -> Award:
    return Award(share=fields.get("share"), of_points=fields.get("points"), per=fields.get("per"))


def _measure(fields: Fields, slots: Slots) -> Measure:
    """The quantity of a rule, or of what stands in `rank` or `min_max`."""
    if fields.get("rank"):
        inner = fields["rank"]
        return Rank(of=_measure(inner, slots), inverse=inner["inverse"])
    if fields.get("ratio"):
        return _ratio(fields["ratio"], slots)
    if fields.get("percent"):
        return Rate(of=_slot(fields, slots, "percent", fields["percent"]))
    key = "count" if fields.get("count") else "value"
    base = fields.get("minus")
    count = Count(
        of=_slot(fields, slots, key, fields[key]),
        base=_slot(fields, slots, "minus", base) if base else None,
    )
    if count.base and (count.of.kind is SlotKind.DATE) != (count.base.kind is SlotKind.DATE):
        raise fields.error("rules.day_and_number", "minus", one=fields[key], other=base)
    return count


def _ratio(fields: Fields, slots: Slots) -> Ratio:
    part, whole = fields["part"], fields["whole"]
    ratio = Ratio(
        part=tuple(
            (_slot(fields, slots, "part", name), _plain(factor)) for name, factor in part.items()
        ),
        whole=tuple(_slot(fields, slots, "whole", name) for name in whole),
        capped=fields["capped"],
        complement=fields["complement"],
        # Where the source says only «tỷ lệ», the rate itself may be given instead.
        percent=slots.get("percent") if part == {"num": 1} and list(whole) == ["den"] else None,
    )
    if any(factor < 0 for factor in part.values()) and not ratio.capped:
        raise fields.error("rules.change_needs_capped", "part")
    return ratio


def _plain(value: Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value


def _measured(fields: Fields, slots: Slots) -> Rule:
    measure = _measure(fields, slots)
    mapping: PointsMapping
    if "bands" in fields.given:
        otherwise = fields["otherwise"]
        mapping = Bands(
            bands=tuple(_band(item, measure) for item in fields["bands"]),
            otherwise=_award(otherwise) if otherwise else Award(share=Fraction(0)),
        )
    elif "each" in fields.given:
        mapping = Each(
            each=fields["each"],
            start=Fraction(fields["start"]),
            at_least=fields["at_least"],
            at_most=fields["at_most"],
        )
    else:
        if isinstance(measure, Rank):
            raise fields.error("rules.rank_needs_bands")
        if isinstance(measure, Count) and measure.is_day:
            raise fields.error("rules.day_needs_bands")
        mapping = FullAt(full_at=_full_at(fields, measure))
    return Measured(measure=measure, mapping=mapping, share=Fraction(fields["share"]))


def _full_at(fields: Fields, measure: Measure) -> Fraction:
    full = Fraction(fields["full_at"])
    if full <= 0:
        raise fields.error("rules.full_at_zero", "full_at")
    if measure.is_ratio and full > 1:
        raise fields.error("rules.full_at_above_one", "full_at", full=full)
    return full


def _band(fields: Fields, measure: Measure) -> Band:
    days = isinstance(measure, Count) and measure.is_day
    return Band(bounds=read_bounds(fields, days), award=_award(fields))


def read_bounds(fields: Fields, days: bool = False) -> tuple[Bound, ...]:
    """The ends of a band: one or two of `from`, `above`, `up_to`, `below`, `exactly`."""
    bounds = tuple(
        Bound(sign, _mark(fields, key, days)) for key, sign in BOUNDS.items() if key in fields.given
    )
    signs = "".join(bound.sign[0] for bound in bounds)
    if signs not in (">", "<", "=", "><"):
        raise fields.error("rules.needs_an_end", ends=tuple(BOUNDS))
    return bounds


def _mark(fields: Fields, key: str, days: bool) -> Fraction:
    """A threshold: a day where the quantity is one, else a number."""
    mark = fields[key]
    if days and not isinstance(mark, str):
        raise fields.error("rules.no_day", key, got=repr(fields.node[key]))
    if isinstance(mark, str):
        if not days:
            raise fields.error("rules.bad_number", key, got=repr(mark))
        return Fraction(day_number(mark))
    return Fraction(mark)


def _options(fields: Fields, slots: Slots) -> Rule:
    return Options(
        options=tuple(
            Option(
                label=item["label"],
                rule=_option_rule(item, slots),
                warning=item["warning"],
                added=item["added"],
            )
            for item in fields["options"]
        )
    )


def _option_rule(item: Fields, slots: Slots) -> Rule:
    if item["rule"]:
        return read_rule(item["rule"], slots)
    if "sub_options" in item.given:
        return Parts(parts=_parts(item["sub_options"]), input="sub_options")
    return Fixed(award=_award(item))


def _parts(items: tuple[Fields, ...]) -> tuple[Part, ...]:
    return tuple(Part(label=item["label"], award=_award(item)) for item in items)


def _rules(items: tuple[Fields, ...], slots: Slots) -> tuple[Rule, ...]:
    return tuple(read_rule(item, slots) for item in items)


def _cases(fields: Fields, slots: Slots) -> Rule:
    for case in fields["cases"][:-1]:
        if "otherwise" in case.given:
            raise case.error("rules.otherwise_last")
    if not fields["cases"] or "otherwise" not in fields["cases"][-1].given:
        raise fields.error("rules.no_otherwise", "cases")
    *cases, last = fields["cases"]
    return Cases(
        cases=tuple(_case(case, slots) for case in cases),
        otherwise=read_rule(last["otherwise"], slots),
    )


def _case(fields: Fields, slots: Slots) -> Case:
    impossible = fields["impossible"]
    if not impossible and not fields["rule"]:
        raise fields.error("rules.needs_one_of", keys=("«rule»", "«impossible: true»"))
    return Case(
        when=tuple(
            (_asked(fields, slots, name), _wanted(wanted, fields, name))
            for name, wanted in fields["when"].items()
        ),
        rule=Fixed(award=Award(share=Fraction(0)))
        if impossible
        else read_rule(fields["rule"], slots),
        warning=fields["warning"],
        impossible=impossible,
    )


def _asked(fields: Fields, slots: Slots, name: str) -> Slot:
    if name.startswith(ROW):
        return row_slot(name.removeprefix(ROW).strip())
    return _slot(fields, slots, "when", name)


def _wanted(wanted: Any, fields: Fields, name: str) -> Any:
    """What a case asks for: missing, positive, yes, no, or a number."""
    if wanted in ("missing", "positive"):
        return wanted
    if isinstance(wanted, bool):
        if name.startswith(ROW):
            raise fields.error("rules.score_is_no_answer", "when", name=name)
        return wanted
    if isinstance(wanted, str):
        wanted = NUMBER.read(wanted, fields.at.at("when", fields.node))
    return _plain(wanted)


def _min_max(fields: Fields, slots: Slots) -> Rule:
    inner = fields["min_max"]
    if inner["leader"] and inner["inverse"]:
        raise inner.error("rules.leader_and_inverse")
    return MinMax(
        measure=_measure(inner, slots),
        leader=inner["leader"],
        inverse=inner["inverse"],
        lowest=Fraction(inner["lowest"]),
        highest=Fraction(inner["highest"]),
    )


_RULES: dict[str, Callable[[Fields, Slots], Rule]] = {
    **dict.fromkeys(MEASURES, _measured),
    "options": _options,
    "parts": lambda fields, slots: Parts(parts=_parts(fields["parts"])),
    "sum": lambda fields, slots: Total(
        rules=_rules(fields["sum"], slots),
        at_most=fields["at_most"],
        at_least=fields["at_least"],
    ),
    "cases": _cases,
    "best": lambda fields, slots: Best(rules=_rules(fields["best"], slots)),
    "min_max": _min_max,
    "share": lambda fields, slots: Fixed(award=_award(fields)),
    "points": lambda fields, slots: Fixed(award=Award(of_points=fields["points"])),
}
"""How each rule is made, by what stands first in it."""
