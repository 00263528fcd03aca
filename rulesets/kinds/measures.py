"""Measures: slots, quantities and the ends of bands, as the rules of a ruleset name them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from rulesets.fields import Fields
from scoring.dates import day_number
from scoring.rules import Award, Band, Bound, Count, Measure, Rank, Rate, Ratio
from scoring.rules.mapping import BOUNDS
from scoring.rules.measure import percent_slot
from scoring.slots import Slot, SlotKind

Slots = Mapping[str, Slot]

FLAGS = ("has_section", "hosted_centrally", "fully_monitored")
"""Inputs that take yes or no by their name."""


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


def slot_named(fields: Fields, slots: Slots, key: str, name: str) -> Slot:
    """The input that a key names. Raises RulesetError where the row has none of that name."""
    if name not in slots:
        raise fields.error("rules.no_such_input", key, name=name, known=tuple(slots) or None)
    return slots[name]


def read_award(fields: Fields) -> Award:
    """What is given: a share of the maximum, points, or points for each."""
    return Award(share=fields.get("share"), of_points=fields.get("points"), per=fields.get("per"))


def read_measure(fields: Fields, slots: Slots) -> Measure:
    """The quantity of a rule, or of what stands in `rank` or `min_max`."""
    if fields.get("rank"):
        inner = fields["rank"]
        return Rank(of=read_measure(inner, slots), inverse=inner["inverse"])
    if fields.get("ratio"):
        return _ratio(fields["ratio"], slots)
    if fields.get("percent"):
        return Rate(of=slot_named(fields, slots, "percent", fields["percent"]))
    key = "count" if fields.get("count") else "value"
    base = fields.get("minus")
    count = Count(
        of=slot_named(fields, slots, key, fields[key]),
        base=slot_named(fields, slots, "minus", base) if base else None,
    )
    if count.base and (count.of.kind is SlotKind.DATE) != (count.base.kind is SlotKind.DATE):
        raise fields.error("rules.day_and_number", "minus", one=fields[key], other=base)
    return count


def _ratio(fields: Fields, slots: Slots) -> Ratio:
    part, whole = fields["part"], fields["whole"]
    ratio = Ratio(
        part=tuple(
            (slot_named(fields, slots, "part", name), plain(factor))
            for name, factor in part.items()
        ),
        whole=tuple(slot_named(fields, slots, "whole", name) for name in whole),
        capped=fields["capped"],
        complement=fields["complement"],
        # Where the source says only «tỷ lệ», the rate itself may be given instead.
        percent=slots.get("percent") if part == {"num": 1} and list(whole) == ["den"] else None,
    )
    if any(factor < 0 for factor in part.values()) and not ratio.capped:
        raise fields.error("rules.change_needs_capped", "part")
    return ratio


def plain(value: Fraction) -> int | Fraction:
    """A whole number as an int."""
    return int(value) if value.denominator == 1 else value


def read_full_at(fields: Fields, measure: Measure) -> Fraction:
    """The quantity that gives full marks. Raises RulesetError for one that cannot be."""
    full = Fraction(fields["full_at"])
    if full <= 0:
        raise fields.error("rules.full_at_zero", "full_at")
    if measure.is_ratio and full > 1:
        raise fields.error("rules.full_at_above_one", "full_at", full=full)
    return full


def read_band(fields: Fields, measure: Measure) -> Band:
    """One band: its ends and what it gives."""
    days = isinstance(measure, Count) and measure.is_day
    return Band(bounds=read_bounds(fields, days), award=read_award(fields))


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
