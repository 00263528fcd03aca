"""Cells: what a spreadsheet hands over, and what it gets back. The only file that knows.

Hosts differ: a blank arrives as None, as '' or, alone in LibreOffice, as 0.0 (so workbooks pass
ranges); TRUE may arrive as 1.0; a percentage arrives as 0.85. Errors never become texts or zeros.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from scoring.conditions import NO, YES
from scoring.expression import Value
from scoring.model import Indicator
from scoring.numbers import from_float
from scoring.program import Figures, Wrong
from scoring.read_figures import read_answer
from scoring.slots import Slot, SlotKind
from texts import say

_ANSWERS = (YES.casefold(), NO.casefold())
_BLANKS = (None, "")
_NUMBERS = (SlotKind.NUMBER, SlotKind.PERCENT, SlotKind.DATE, SlotKind.ROW)
_TEXT_LIMIT = 200
"""Of a printed option: none that is printed is longer, and Excel's MATCH takes 255 characters."""
_POINTS = re.compile(r" \(−?[\d.,]+ điểm\)$")
"""What the dropdowns of our workbooks add to an option."""


class WrongCall(ValueError):
    """The call itself is wrong (number of inputs); the cell shows #VALUE!."""


def flatten(arguments: Iterable[Any]) -> Iterator[Any]:
    """Give the single values of ranges and values, row by row.

    >>> list(flatten([((600.0,), ("",)), 3]))
    [600.0, '', 3]
    """
    for argument in arguments:
        if isinstance(argument, tuple | list):
            yield from flatten(argument)
        else:
            yield argument


def option_text(label: str, ordinal: int) -> str:
    """The text of an option in a dropdown: numbered, short, no wildcards of MATCH.

    >>> option_text("Trưởng ban là người đứng đầu?", 1)
    '1. Trưởng ban là người đứng đầu'
    """
    plain = " ".join(label.translate(str.maketrans("", "", "*?~")).split())
    if len(plain) > _TEXT_LIMIT:
        plain = plain[: _TEXT_LIMIT - 1].rstrip() + "…"
    return f"{ordinal}. {plain}"


def read_cell(slot: Slot, raw: Any) -> Value | Wrong:
    """Read one cell for a slot. Blank gives None; text where a number belongs gives Wrong."""
    if raw is None or raw == "":
        return None
    kind = slot.kind
    if kind in _NUMBERS:
        if type(raw) is float:
            return from_float(raw) if raw - raw == 0 else Wrong("input-not-a-number", str(raw))
        if type(raw) is int or type(raw) is Fraction:
            return raw
        shown = f"«{raw}»" if isinstance(raw, str) else YES if raw is True else NO
        return Wrong("input-not-a-number", shown)
    if kind is SlotKind.OPTION:
        return _read_option(slot, raw)
    # No trimming and no other way of writing: a formula would not take it either.
    if isinstance(raw, str) and raw.casefold() not in _ANSWERS:
        return Wrong("option-unknown", f"«{raw}»")
    return read_answer(raw)


def _read_option(slot: Slot, raw: Any) -> Value | Wrong:
    if isinstance(raw, bool):
        return Wrong("option-unknown", "Có" if raw else "Không")
    if isinstance(raw, int | float | Fraction):
        return int(raw) if float(raw).is_integer() else Wrong("option-unknown", f"{float(raw):g}")
    text = raw.casefold()
    bare = _POINTS.sub("", text)
    for ordinal, label in enumerate(slot.options, 1):
        if option_text(label, ordinal).casefold() in (text, bare):
            return ordinal
    return Wrong("option-unknown", f"«{raw}»")


def figures(indicator: Indicator, cells: Sequence[Any]) -> Figures:
    """Read the cells of one indicator, in the order of the contract.

    Trailing cells that another input can stand for (the percentage beside part and whole) may be
    left out. Raises WrongCall for any other number of cells.
    """
    slots = indicator.slots
    result: dict[str, Value | Wrong] = {}
    if len(cells) != len(slots):
        return _uneven(indicator, cells)
    for slot, raw in zip(slots, cells, strict=True):
        if slot.kind is SlotKind.COHORT:
            return _uneven(indicator, cells)
        result[slot.name] = read_cell(slot, raw)
    return result


def _uneven(indicator: Indicator, cells: Sequence[Any]) -> Figures:
    slots = indicator.slots
    if len(cells) == 1 and [slot.name for slot in slots] == ["num", "den", "percent"]:
        return {"percent": read_cell(slots[2], cells[0])}  # one figure can only be the rate
    cohort = slots[-1] if slots and slots[-1].kind is SlotKind.COHORT else None
    single = slots[:-1] if cohort else slots
    if len(cells) < len(single):
        optional = {"percent"} if {"num", "den"} <= {s.name for s in single} else set()
        single = tuple(slot for slot in single if slot.name not in optional)
    if len(cells) < len(single) or (len(cells) > len(single) and not cohort):
        wanted = len(slots)
        raise WrongCall(say("cell.inputs", code=indicator.code, wanted=wanted, given=len(cells)))
    result = {slot.name: read_cell(slot, raw) for slot, raw in zip(single, cells, strict=False)}
    if cohort:
        result[cohort.name] = read_cohort(cells[len(single) :], cohort.signed)
    return result


def read_cohort(cells: Iterable[Any], signed: bool = False) -> Any:
    """Read the values of a cohort: blanks are left out; None where there are none."""
    values = []
    for raw in cells:
        if raw in _BLANKS:
            continue
        if isinstance(raw, bool) or not isinstance(raw, int | float) or raw - raw != 0:
            return Wrong("input-not-a-number", f"«{raw}»")
        if raw < 0 and not signed:
            return Wrong("input-negative", f"{raw:g}")
        values.append(from_float(float(raw)))
    return tuple(values) or None
