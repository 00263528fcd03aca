"""Inputs: the figures of a row as unit.json writes them — the way back from `read_inputs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from scoring.law import Row
from scoring.numbers import number
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from texts import worded

VALUE = "value"
"""What the only figure of a row is called where it has no name of its own."""


def inputs_json(row: Row, figures: Figures) -> dict[str, Any] | None:
    """The inputs of a row by the names of the contract; None where nothing stands there.

    Lists (`parts`, `sub_options`) are whole; what cannot be a figure stands as it was typed.
    """
    given: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    for slot in row.slots:
        value = figures.get(slot.name)
        if slot.place:
            lists.setdefault(slot.input, []).append(value)
        elif value is not None and slot.kind is not SlotKind.ROW:
            given[slot.name or VALUE] = figure_json(slot, value)
    for name, values in lists.items():
        if all(value is None for value in values):
            continue
        plain = [_typed(value) if isinstance(value, Wrong) else value for value in values]
        if name == "sub_options":
            plain = [place for place, value in enumerate(plain, 1) if value]
        given[name] = plain
    return given or None


def figure_json(slot: Slot, value: Any) -> Any:
    """One figure as unit.json writes it: percentages 0–100, days as ISO 8601."""
    if isinstance(value, Wrong):
        return _typed(value)
    write = _WRITTEN.get(slot.kind)
    return value if write is None else write(value)


def _typed(wrong: Wrong) -> Any:
    """What was typed where a figure should be."""
    raw = wrong.shown if wrong.raw is None else wrong.raw
    if isinstance(raw, int | Fraction) and not isinstance(raw, bool):
        return number(raw)
    return raw if isinstance(raw, bool | str | list) else worded(raw)


_WRITTEN: Mapping[SlotKind, Callable[[Any], Any]] = {
    SlotKind.NUMBER: number,
    SlotKind.OPTION: number,
    SlotKind.PERCENT: lambda value: number(Fraction(value) * 100),
    SlotKind.COHORT: lambda values: [number(value) for value in values],
    SlotKind.LEVELS: list,
    SlotKind.DATE: lambda value: (date(1899, 12, 30) + timedelta(days=int(value))).isoformat(),
}
