"""Validation: what the yellow cells of a scored table take, each message with its own input.

A text, a negative count, an unknown option is refused; a typed score out of bounds is doubted. A
part above its whole is no matter of one cell: the whole may be typed later, and the sheet itself
says «Sai: a > b» beside it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from scoring.model import Indicator
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import vietnamese
from workbooks.design.grid import Area
from workbooks.design.scored.detail import symbol
from workbooks.design.validation import ANSWERS, Rule

_TITLE, _MESSAGE = 32, 255
"""Excel takes no more characters."""


def rule_of(indicator: Indicator, slot: Slot, options: Area | None) -> Rule:
    """What an input takes. `options`: the dropdown's texts on the hidden sheet."""
    what = described(slot)
    if options is not None:
        limits: dict[str, Any] = {"validate": "list", "source": f"={options.fixed}"}
    elif slot.kind is SlotKind.ANSWER:
        limits = {"validate": "list", "source": f"={ANSWERS}"}
    elif slot.kind is SlotKind.PERCENT:
        limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    elif slot.kind is SlotKind.DATE:
        first, last = date(1900, 3, 1), date(2199, 12, 31)
        limits = {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
    elif slot.signed:
        limits = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    else:
        limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1e15}
    kind = "signed" if slot.kind is SlotKind.NUMBER and slot.signed else slot.kind.value
    source = say("sheet.scored.valid-info", where=slot.from_info) if slot.from_info else ""
    return limits | messages(
        f"{indicator.code} {symbol(slot)}",
        say(f"sheet.scored.ask-{kind}", what=what, source=source),
        say(f"sheet.scored.valid-{kind}-title"),
        say(f"sheet.scored.valid-{kind}", what=what),
    )


def described(slot: Slot) -> str:
    """An input with its printed meaning, short enough for a message."""
    label = slot.label or symbol(slot)
    name = symbol(slot)
    short = label if len(label) <= 120 else label[:119].rstrip() + "…"
    return short if name in (label, slot.label) or len(name) > 2 else f"{name} ({short})"


def score_rule(code: str, least: Rational, most: Rational, what: str) -> Rule:
    """What a score takes. `what`: «typed» (doubted out of bounds) or «verified» (refused)."""
    bounds = {"least": vietnamese(least), "most": vietnamese(most), "code": code}
    limits: dict[str, Any] = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": float(least),
        "maximum": float(most),
        "error_type": "warning" if what == "typed" else "stop",
    }
    return limits | messages(
        say(f"sheet.scored.ask-{what}-title", code=code),
        say(f"sheet.scored.ask-{what}", **bounds),
        say("sheet.scored.valid-score-title"),
        say("sheet.scored.valid-score", **bounds),
    )


def mark_rule(yes: Area, code: str) -> Rule:
    """The mark of a row that is not assessed: Có, or nothing."""
    limits: dict[str, Any] = {"validate": "list", "source": f"={yes.fixed}"}
    return limits | messages(
        say("sheet.scored.ask-excluded-title", code=code),
        say("sheet.scored.ask-excluded", code=code),
        say("sheet.scored.valid-excluded-title"),
        say("sheet.scored.valid-excluded"),
    )


def cohort_rule(code: str, slot: Slot, rate: bool) -> Rule:
    """The figure of one unit of the cohort."""
    least = -1e15 if slot.signed else 0
    example = say(f"sheet.scored.cohort-{'rate' if rate else 'count'}")
    limits: dict[str, Any] = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": 1e15,
    }
    return limits | messages(
        say("sheet.scored.ask-cohort-title", code=code),
        say("sheet.scored.ask-cohort", code=code, example=example),
        say("sheet.scored.valid-number-title"),
        say("sheet.scored.valid-cohort", code=code),
    )


def messages(ask_title: str, ask: str, title: str, message: str) -> dict[str, str]:
    """The prompt and the message of a cell, within what Excel takes."""
    return {
        "input_title": _cut(ask_title, _TITLE),
        "input_message": _cut(ask, _MESSAGE),
        "error_title": _cut(title, _TITLE),
        "error_message": _cut(message, _MESSAGE),
    }


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
