"""Rules: from one rule of a ruleset, already read by the format, to a rule type of the engine."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from rulesets.fields import Fields
from rulesets.format.rules import MEASURES
from rulesets.format.types import NUMBER
from rulesets.kinds.measures import (
    Slots,
    plain,
    read_award,
    read_band,
    read_full_at,
    read_measure,
    slot_named,
)
from scoring.rules import (
    Award,
    Bands,
    Best,
    Case,
    Cases,
    Count,
    Each,
    Fixed,
    FullAt,
    Measured,
    MinMax,
    Option,
    Options,
    Part,
    Parts,
    Rank,
    Rule,
    Total,
)
from scoring.rules import Mapping as PointsMapping
from scoring.slots import Slot, row_slot

ROW = "row "
"""Where a case asks for the score of another row: `when: {"row 1.1": 0}`."""


def read_rule(fields: Fields, slots: Slots) -> Rule:
    """One rule. Raises RulesetError with file and line."""
    kind = fields.record.name.removeprefix("rule.")
    return _RULES[kind](fields, slots)


def _measured(fields: Fields, slots: Slots) -> Rule:
    measure = read_measure(fields, slots)
    mapping: PointsMapping
    if "bands" in fields.given:
        otherwise = fields["otherwise"]
        mapping = Bands(
            bands=tuple(read_band(item, measure) for item in fields["bands"]),
            otherwise=read_award(otherwise) if otherwise else Award(share=Fraction(0)),
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
        mapping = FullAt(full_at=read_full_at(fields, measure))
    return Measured(measure=measure, mapping=mapping, share=Fraction(fields["share"]))


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
    return Fixed(award=read_award(item))


def _parts(items: tuple[Fields, ...]) -> tuple[Part, ...]:
    return tuple(Part(label=item["label"], award=read_award(item)) for item in items)


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
    return slot_named(fields, slots, "when", name)


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
    return plain(wanted)


def _min_max(fields: Fields, slots: Slots) -> Rule:
    inner = fields["min_max"]
    if inner["leader"] and inner["inverse"]:
        raise inner.error("rules.leader_and_inverse")
    return MinMax(
        measure=read_measure(inner, slots),
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
    "share": lambda fields, slots: Fixed(award=read_award(fields)),
    "points": lambda fields, slots: Fixed(award=Award(of_points=fields["points"])),
}
"""How each rule is made, by what stands first in it."""
