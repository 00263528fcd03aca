"""Slots: the places an official fills for one indicator, one cell each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class SlotKind(str, Enum):
    """What a slot takes."""

    NUMBER = "number"
    """A count or an amount, never negative."""
    PERCENT = "percent"
    """A rate; 0–100 in unit.json, 0–1 inside and in cells."""
    OPTION = "option"
    """The ordinal of a printed option, from 1."""
    ANSWER = "answer"
    """Có or Không."""
    COHORT = "cohort"
    """The values of all units of the cohort."""


_ORDER = [
    *"abcdefghijklmnop",
    "num",
    "den",
    "percent",
    "x",
    "option",
    "sub_options",
    "parts",
    "has_section",
    "hosted_centrally",
    "fully_monitored",
    "value",
    "cohort",
]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to fill.

    `name` is unique within the indicator; `input` is the contract's name of the input it
    belongs to (`part1` and `part2` belong to `parts`); `place` is its position there.
    """

    name: str
    kind: SlotKind
    label: str = ""
    input: str = ""
    place: int = 0
    options: tuple[str, ...] = ()
    from_info: tuple[str, ...] = ()
    signed: bool = False
    """The figure may be negative (a change on the previous period)."""

    @property
    def title(self) -> str:
        """How messages call the slot: its symbol and its printed meaning."""
        if self.kind in (SlotKind.OPTION, SlotKind.ANSWER) or len(self.name) > 1:
            return self.label or self.name
        return f"{self.name} ({self.label})" if self.label else self.name


def in_contract_order(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Sort slots in the order of the contract, in which they stand in a workbook."""

    def rank(slot: Slot) -> tuple[int, str, int]:
        name = slot.input or slot.name
        return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name, slot.place)

    unique = {slot.name: slot for slot in slots}
    return tuple(sorted(unique.values(), key=rank))
