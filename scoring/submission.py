"""Submission: what one unit sends in (unit.json), read without guessing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.dates import day_number
from scoring.expression import Value
from scoring.model import Indicator, Table
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.rules import MinMax, Ratio
from scoring.slots import Slot, SlotKind
from texts.figures import vietnamese


class UnusableInput(ValueError):
    """The call itself cannot be used; the message says what, why and what to do, in Vietnamese."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """The figures of one unit for one table. Scores typed by hand are kept beside them."""

    table: str
    name: str = ""
    period: str = ""
    figures: Mapping[str, Figures] = field(default_factory=dict)
    excluded: Mapping[str, str] = field(default_factory=dict)
    no_online_services: bool = False
    typed: Mapping[str, Rational] = field(default_factory=dict)
    verified: Mapping[str, Rational] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)
    attached: Mapping[str, str] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)


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


def read_inputs(indicator: Indicator, inputs: Mapping[str, Any]) -> Figures:
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
            wanted = ", ".join(taken)
            raise UnusableInput(
                f"Chỉ số {indicator.code} không có số liệu «{name}»; cần: {wanted}."
            )
        if slots[0].place:
            figures.update(_read_list(name, slots, raw))
        else:
            figures[slots[0].name] = _read_one(slots[0], raw)
    return figures


def _value_as_symbols(indicator: Indicator, inputs: Mapping[str, Any]) -> Mapping[str, Any]:
    """A min-max row with printed symbols may be given by its `value` instead.

    The place in the cohort does not depend on the scale, so that the value becomes part ÷ whole
    with a whole that is large enough for it.
    """
    rule = indicator.rule
    if "value" not in inputs or not isinstance(rule, MinMax) or not isinstance(rule.measure, Ratio):
        return inputs
    symbols = [slot.name for slot in rule.measure.slots()]
    value, cohort = read_number(inputs["value"]), inputs.get("cohort")
    if any(inputs.get(name) is not None for name in symbols):
        raise UnusableInput(
            f"Chỉ số {indicator.code}: chỉ cho «value», hoặc chỉ cho {', '.join(symbols)}."
        )
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


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise UnusableInput(message)


def read_submission(unit: Mapping[str, Any], table: Table) -> Submission:
    """Read a unit.json (already parsed, numbers as int or Decimal).

    A blank that the document refers to the general information («mục I.6») is taken from there.

    Raises UnusableInput, saying the place, where the record cannot be understood.
    """
    inputs = {} if unit.get("inputs") is None else unit["inputs"]
    _require(isinstance(inputs, Mapping), "«inputs» phải là một đối tượng: mã chỉ số → số liệu.")
    figures: dict[str, Figures] = {}
    cohorts = unit.get("cohort") or {}
    _require(isinstance(cohorts, Mapping), "«cohort» phải là một đối tượng: mã chỉ số → danh sách.")
    inputs = {code: {} if given is None else given for code, given in inputs.items()}
    for code, members in cohorts.items():
        own = inputs.get(code) or {}
        _require(isinstance(own, Mapping), f"Số liệu của {code} phải là một đối tượng.")
        inputs[code] = {"cohort": members} | dict(own)
    for code, given in inputs.items():
        indicator = table.by_code.get(code)
        if indicator is None:
            raise UnusableInput(f"Bảng {table.id} không có chỉ số «{code}».")
        _require(isinstance(given, Mapping), f"Số liệu của {code} phải là một đối tượng.")
        figures[code] = read_inputs(indicator, given)
    for key in ("typed", "verified", "info", "explanations", "attached"):
        given = unit.get(key) or {}
        _require(isinstance(given, Mapping), f"«{key}» phải là một đối tượng: mã → giá trị.")
    _require(
        unit.get("no_online_services") in (None, True, False),
        "«no_online_services» phải là true hoặc false.",
    )
    raw_excluded = unit.get("excluded") or []
    if isinstance(raw_excluded, Mapping):
        excluded = {str(code): str(reason) for code, reason in raw_excluded.items()}
    else:
        _require(
            isinstance(raw_excluded, Sequence) and not isinstance(raw_excluded, str),
            "«excluded» phải là danh sách mã chỉ số.",
        )
        excluded = {str(code): "" for code in raw_excluded}
    for code in excluded:
        _require(code in table.by_code, f"Bảng {table.id} không có chỉ số «{code}» (excluded).")
    submission = Submission(
        table=table.id,
        name=str(unit.get("name") or ""),
        period=str(unit.get("period") or ""),
        figures=figures,
        excluded=excluded,
        no_online_services=bool(unit.get("no_online_services")),
        typed=_read_scores(unit.get("typed"), "typed"),
        verified=_read_scores(unit.get("verified"), "verified"),
        attached={str(k): str(v) for k, v in (unit.get("attached") or {}).items()},
        explanations={str(k): str(v) for k, v in (unit.get("explanations") or {}).items()},
        info=dict(unit.get("info") or {}),
    )
    for code, score in submission.verified.items():
        indicator = table.by_code.get(code)
        _require(indicator is not None, f"Bảng {table.id} không có chỉ số «{code}» (verified).")
        top = indicator.max_score if indicator else 0
        _require(
            indicator is None or indicator.min_score <= score <= top,
            f"Điểm thẩm định của {code} phải từ 0 đến điểm tối đa {vietnamese(top)}.",
        )
    return with_info(table, submission)


def _read_scores(raw: Any, what: str) -> dict[str, Rational]:
    scores: dict[str, Rational] = {}
    for code, item in (raw or {}).items():
        number = read_number(item)
        if isinstance(number, Wrong):
            raise UnusableInput(f"Điểm «{what}» của {code} không phải là số: {number.shown}.")
        if number is not None:
            scores[str(code)] = number
    return scores


def with_info(table: Table, submission: Submission) -> Submission:
    """Fill the blanks that the general information answers."""
    filled: dict[str, Figures] = {}
    for indicator in table.indicators:
        given = submission.figures.get(indicator.code, {})
        added = {
            slot.name: figure
            for slot in indicator.slots
            if slot.from_info
            and given.get(slot.name) is None
            and (figure := info_figure(slot, submission.info)) is not None
        }
        # The general information alone answers no indicator.
        if added and given:
            filled[indicator.code] = {**given, **added}
    return replace(submission, figures={**submission.figures, **filled}) if filled else submission


def info_figure(slot: Slot, info: Mapping[str, Any]) -> Rational | None:
    """The figure of a slot by the general information; None unless all its lines are numbers."""
    lines = [read_number(info.get(code)) for code in slot.from_info]
    if not lines or any(line is None or isinstance(line, Wrong) for line in lines):
        return None
    total = sum((Fraction(line) for line in lines if isinstance(line, int | Fraction)), Fraction(0))
    return int(total) if total.denominator == 1 else total
