"""Results: what was read of a row as JSON writes it, as the engine takes it, and whether it is all.

A row that was read in part is not read: a numerator alone says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scoring.info import info_figure
from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import SlotKind
from texts import Text, text
from workbooks.forms.read import Read
from workbooks.forms.values import json_number

_VALUE = "value"
"""How JSON calls the value of a row that takes one."""


def inputs_of(values: Mapping[str, Rational | bool], row: Row) -> dict[str, Any]:
    """The values by their contract names, parts as lists; rates are 0–100."""
    inputs: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    for slot in row.slots:
        value = values.get(slot.name)
        if slot.place:
            lists.setdefault(slot.input, []).append(value)
        elif value is not None:
            inputs[slot.name or _VALUE] = json_number(value)
    for name, items in lists.items():
        if name == "sub_options" and any(item is not None for item in items):
            inputs[name] = [place for place, item in enumerate(items, 1) if item]
        elif None not in items:
            inputs[name] = items
    return inputs


def figures_of(values: Mapping[str, Rational | bool], row: Row) -> dict[str, Rational | bool]:
    """The values by slot, exactly as the engine takes them: rates are 0–1."""
    figures: dict[str, Rational | bool] = {}
    for slot in row.slots:
        value = values.get(slot.name)
        if value is None:
            if slot.input == "sub_options" and values:
                figures[slot.name] = False
        elif slot.kind is SlotKind.PERCENT:
            figures[slot.name] = Fraction(value) / 100
        else:
            figures[slot.name] = value
    return figures


def what_is_missing(said: Read, row: Row, info: Mapping[str, Any]) -> Text | None:
    """The reason why what was read is not the whole row; None where it is.

    The engine says what a score still waits for. A cohort is no part of a unit's form, and what the
    general information answers need not stand in the row.
    """
    if not said.values:
        return None
    figures: dict[str, Rational | bool] = {
        slot.name: known for slot in row.slots if (known := info_figure(slot, info)) is not None
    }
    figures |= figures_of(said.values, row)
    wanted: list[str] = []
    for item in row.outcome(figures).findings:
        if item.code == "input-missing":
            wanted += [name for name in item.slots if name not in figures]
    wanted += [
        slot.name
        for slot in row.slots
        if slot.place and slot.input != "sub_options" and slot.name not in figures
    ]
    if not wanted:
        return None
    given = tuple(name or _VALUE for name in said.values)
    return text("form.part-read", given=given, wanted=tuple(dict.fromkeys(wanted)))
