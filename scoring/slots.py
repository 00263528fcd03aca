"""Slots: the places an official fills for one indicator, one cell each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from texts import Text, text


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
    DATE = "date"
    """A day; ISO 8601 in unit.json, the day number (1900 system) inside and in cells."""
    ROW = "row"
    """The score of another row: computed, never typed."""
    LEVELS = "levels"
    """The levels of all communes of a unit, 0–5 each."""


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


ONLY = ""
"""The name of the slot of a row that takes one value: its defined name has no last part."""


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
    row: str = ""
    """The code of the row whose score the slot holds (kind ROW)."""

    @property
    def elsewhere(self) -> bool:
        """The figure stands in no yellow cell of the row: it is computed, or a whole list."""
        return self.kind in (SlotKind.ROW, SlotKind.COHORT, SlotKind.LEVELS)

    @property
    def title(self) -> str | Text:
        """How messages call the slot: its symbol and its printed meaning."""
        if self.kind is SlotKind.OPTION:
            return self.label or text("option")
        if self.kind is SlotKind.ANSWER or len(self.name) > 1:
            return self.label or self.name
        return f"{self.name} ({self.label})" if self.label else self.name


_ELSEWHERE = {SlotKind.ROW: 1, SlotKind.COHORT: 2}


def row_slot(code: str) -> Slot:
    """The slot that holds the score of another row.

    >>> row_slot("1.1").name
    'row_1_1'
    """
    name = f"row_{code.replace('.', '_')}"
    return Slot(name, SlotKind.ROW, f"điểm chỉ số {code}", input=name, row=code)


def in_contract_order(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Sort slots in the order of the contract, in which they stand in a workbook."""

    def rank(slot: Slot) -> tuple[int, int, str, int]:
        name = slot.input or slot.name
        # Scores of other rows and the cohort stand elsewhere; the cohort has no fixed length.
        elsewhere = _ELSEWHERE.get(slot.kind, 0)
        known = _ORDER.index(name) if name in _ORDER else len(_ORDER)
        return (elsewhere, known, name, slot.place)

    unique = {slot.name: slot for slot in slots}
    return tuple(sorted(unique.values(), key=rank))
