"""Read figures: what unit.json gives for one row becomes exact figures, without guessing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.dates import day_number
from scoring.expression import Value
from scoring.law import Row
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.rules import MinMax, Ratio
from scoring.slots import ONLY, Slot, SlotKind
from scoring.submission import UnusableInput
from texts import text

_DIGITS = 5000


def read_number(raw: object) -> Rational | Wrong | None:
    """Read a JSON number exactly.

    >>> read_number(Decimal("85.5")), read_number(None), read_number("85,5")
    (Fraction(171, 2), None, Wrong(code='input-not-a-number', shown='«85,5»'))
    """
    if raw is None:
        return None
    if isinstance(raw, bool):
        return Wrong("input-not-a-number", "Có" if raw else "Không")
    if isinstance(raw, int | Fraction):
        return raw
    if isinstance(raw, float):
        raw = Decimal(repr(raw))
    if isinstance(raw, Decimal):
        # An exponent of millions is no figure of an office, and its exact value has no end.
        plain = raw.is_finite() and abs(raw.adjusted()) < _DIGITS
        return Fraction(raw) if plain else Wrong("input-not-a-number", str(raw))
    if raw == "":
        return None
    # A cell that holds only spaces looks blank and is not: no surface takes it for one.
    return Wrong("input-not-a-number", f"«{raw}»")


def read_answer(raw: object) -> bool | Wrong | None:
    """Read yes or no.

    >>> read_answer("Có"), read_answer(0), read_answer(None), read_answer("có lẽ")
    (True, False, None, Wrong(code='option-unknown', shown='«có lẽ»'))
    """
    if raw is None or isinstance(raw, bool):
        return raw
    if isinstance(raw, str):
        if not raw:
            return None
        word = raw.strip().casefold()
        if word in ("có", "co\u0301"):
            return True
        if word in ("không", "kho\u0302ng"):
            return False
    elif raw in (0, 1):
        return bool(raw)
    return Wrong("option-unknown", f"«{raw}»")


def read_option(raw: object) -> Value | Wrong:
    """Read the ordinal of an option; whether it exists is the program's business."""
    number = read_number(raw)
    if isinstance(number, Wrong):
        return Wrong("option-unknown", number.shown)
    if number is not None and Fraction(number).denominator != 1:
        return Wrong("option-unknown", f"{float(number):g}")
    return None if number is None else int(number)


def read_inputs(indicator: Row, inputs: Mapping[str, Any]) -> Figures:
    """Turn the `inputs` of one indicator (contract names) into the figures of its slots.

    Raises UnusableInput for a name that the indicator does not take.
    """
    figures: dict[str, Value | Wrong] = {}
    taken: dict[str, list[Slot]] = {}
    for slot in indicator.slots:
        taken.setdefault(slot.input or slot.name, []).append(slot)
    inputs = _value_as_symbols(indicator, inputs)
    for name, raw in inputs.items():
        slots = taken.get(name)
        if slots is None:
            wanted = tuple(taken)
            raise UnusableInput(
                text("unit.unknown-input", code=indicator.code, name=name, wanted=wanted)
            )
        if slots[0].place:
            figures.update(_read_list(name, slots, raw))
        else:
            figures[slots[0].name] = _read_one(slots[0], raw)
    return figures


def _value_as_symbols(indicator: Row, inputs: Mapping[str, Any]) -> Mapping[str, Any]:
    """A min-max row with printed symbols may be given by its `value` instead.

    The place in the cohort does not depend on the scale, so that the value becomes part ÷ whole
    with a whole that is large enough for it.
    """
    rule = indicator.measured_by
    if "value" not in inputs or not isinstance(rule, MinMax) or not isinstance(rule.measure, Ratio):
        return inputs
    symbols = [slot.name for slot in rule.measure.slots()]
    value, cohort = read_number(inputs["value"]), inputs.get("cohort")
    if any(inputs.get(name) is not None for name in symbols):
        raise UnusableInput(text("unit.value-or", code=indicator.code, symbols=tuple(symbols)))
    part, whole = rule.measure.part[0][0].name, rule.measure.whole[0].name
    scale: Rational = 1
    if isinstance(value, int | Fraction) and value > 1:
        scale = value
    figures: dict[str, Any] = dict.fromkeys(symbols, 0)
    figures |= {part: inputs["value"], whole: scale}
    if isinstance(cohort, Sequence) and not isinstance(cohort, str):
        members = [read_number(item) for item in cohort]
        figures["cohort"] = [
            raw if isinstance(read, Wrong) or read is None else Fraction(read) / scale
            for raw, read in zip(cohort, members, strict=True)
        ]
    elif cohort is not None:
        figures["cohort"] = cohort
    return figures


def _read_one(slot: Slot, raw: Any) -> Value | Wrong:
    match slot.kind:
        case SlotKind.OPTION:
            return read_option(raw)
        case SlotKind.ANSWER:
            return read_answer(raw)
        case SlotKind.PERCENT:
            number = read_number(raw)
            return number if number is None or isinstance(number, Wrong) else Fraction(number) / 100
        case SlotKind.COHORT:
            cohort: Value | Wrong = _read_cohort(raw, slot.signed)
            return cohort
        case SlotKind.DATE:
            return read_day(raw)
        case SlotKind.LEVELS:
            levels: Value | Wrong = _read_levels(raw)
            return levels
        case SlotKind.NUMBER | SlotKind.ROW:
            return read_number(raw)


def read_day(raw: object) -> Rational | Wrong | None:
    """Read a day written as ISO 8601; the result is its day number (1900 system).

    >>> read_day("2024-01-15"), read_day("15/1").shown
    (45306, '«15/1» (cần ngày dạng 2024-01-15)')
    """
    if raw is None or raw == "":
        return None
    try:
        return day_number(str(raw))
    except ValueError:
        return Wrong("input-not-a-number", f"«{raw}» (cần ngày dạng 2024-01-15)")


def _read_cohort(raw: Any, signed: bool = False) -> Any:
    if raw is None:
        return None
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return Wrong("input-not-a-number", f"«{raw}»")
    values = [read_number(item) for item in raw]
    for value in values:
        if isinstance(value, Wrong):
            return value
        if value is not None and value < 0 and not signed:
            return Wrong("input-negative", str(value))
    known = tuple(value for value in values if value is not None)
    return known or None


def _read_list(name: str, slots: Sequence[Slot], raw: Any) -> dict[str, Value | Wrong]:
    """Read `parts` (a list of booleans) or `sub_options` (a list of ordinals)."""
    if raw is None:
        return {}
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return {slots[0].name: Wrong("option-unknown", f"«{raw}»")}
    if name == "sub_options":
        ordinals = [read_option(item) for item in raw]
        for ordinal in ordinals:
            if isinstance(ordinal, Wrong):
                return {slots[0].name: ordinal}
            if ordinal not in range(1, len(slots) + 1):
                return {slots[0].name: Wrong("option-unknown", str(ordinal))}
        return {slot.name: slot.place in ordinals for slot in slots}
    if len(raw) > len(slots):
        return {slots[0].name: Wrong("option-unknown", f"{len(raw)} phần")}
    return {slot.name: read_answer(item) for slot, item in zip(slots, raw, strict=False)}


def read_value(row: Row, raw: Any) -> Figures:
    """Turn the value of a criterion or a target, as unit.json writes it, into its figures.

    A bare number where a count may carry a total is the count; a rate may be given as count and
    total. What cannot be a value becomes Wrong; a row that takes no value has no figures.
    """
    slots = {slot.name: slot for slot in row.slots}
    if raw is None or not slots:
        return {}
    first = next(iter(slots.values()))
    if not isinstance(raw, Mapping):
        bare = first.kind is not SlotKind.LEVELS
        return {first.name: _read_one(first, raw) if bare else _no_number(raw)}
    if first.name != ONLY and set(raw) <= set(slots):
        return {name: _read_one(slots[name], given) for name, given in raw.items()}
    if first.kind is SlotKind.PERCENT and set(raw) <= {"count", "total"}:
        return {ONLY: _rate(raw.get("count"), raw.get("total"))}
    return {first.name: _no_number(raw)}


def _no_number(raw: object) -> Wrong:
    return Wrong("input-not-a-number", f"«{raw}»")


def _rate(count: Any, total: Any) -> Value | Wrong:
    """Part ÷ whole; a percentage of nothing is a missing value."""
    part, whole = read_number(count), read_number(total)
    for number in (part, whole):
        if isinstance(number, Wrong):
            return number
        if number is not None and number < 0:
            return Wrong("input-negative", number)
    if isinstance(part, int | Fraction) and isinstance(whole, int | Fraction):
        return Fraction(part) / whole if whole else None
    return None


def _read_levels(raw: Any) -> Any:
    """The levels of all communes, None for one without; Wrong keeps them all as they were given."""
    if raw is None:
        return None
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return _no_number(raw)
    levels: list[int | None] = []
    for item in raw:
        level = read_number(item)
        if isinstance(level, Wrong):
            return replace(level, raw=list(raw))
        if level is not None and level not in range(6):
            code = "input-negative" if level < 0 else "option-unknown"
            return Wrong(code, level, raw=list(raw))
        levels.append(None if level is None else int(level))
    return tuple(levels) or None
