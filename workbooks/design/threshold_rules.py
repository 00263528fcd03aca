"""Threshold rules: what the yellow cells of levels tables and plans take, with prompts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.thresholds import LEVELS, ValueKind
from texts import say
from workbooks.design.validation import ANSWERS

_TITLE, _MESSAGE = 32, 255
"""How long Excel lets the words be."""
_MOST = 36525
"""The day number of 31/12/1999: counts of an office lie below, days typed by mistake above."""

STYLES = {
    ValueKind.PERCENT: "input_rate",
    ValueKind.COUNT: "input_amount",
    ValueKind.COUNT_OF_TOTAL: "input_amount",
    ValueKind.YES_NO: "input_answer",
}
"""The look of the yellow cell of a value."""

Rule = Mapping[str, Any]


def short(words: str, most: int) -> str:
    """Words that fit; what is left out is marked.

    >>> short("abcdef", 4)
    'abc…'
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def value_rule(kind: ValueKind, code: str, unit: str = "", method: str = "") -> Rule:
    """What the cell of a value takes. `method`: how the document says that it is found."""
    what = say(
        {ValueKind.PERCENT: "prompt.percent", ValueKind.YES_NO: "prompt.answer"}.get(
            kind, "prompt.count"
        )
    )
    prompt = say("prompt.method", what=what, method=" ".join(method.split())) if method else what
    shape, words = _SHAPES.get(kind, _SHAPES[ValueKind.COUNT])
    return {
        **shape,
        "input_title": short(f"{code} ({unit})" if unit else code, _TITLE),
        "input_message": short(prompt, _MESSAGE),
        "error_title": short(say(f"valid.{words}-title", code=code), _TITLE),
        "error_message": short(say(f"valid.{words}", code=code, unit=unit or "%"), _MESSAGE),
    }


def total_rule(code: str, unit: str) -> Rule:
    """What the cell of a total takes."""
    return {
        **value_rule(ValueKind.COUNT, code, unit),
        "input_message": short(say("prompt.total"), _MESSAGE),
    }


def level_rule(title: str) -> Rule:
    """What the cell of a level takes."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": LEVELS[-1],
        "input_title": short(title, _TITLE),
        "input_message": say("prompt.level"),
        "error_title": say("valid.level-title"),
        "error_message": say("valid.level"),
    }


_SHAPES: Mapping[ValueKind, tuple[Rule, str]] = {
    ValueKind.PERCENT: (
        {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1},
        "percent",
    ),
    ValueKind.COUNT: (
        {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _MOST},
        "count",
    ),
    ValueKind.YES_NO: ({"validate": "list", "source": f"={ANSWERS}"}, "choice"),
}
