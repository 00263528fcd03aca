"""Titles: how messages call a slot — by what is printed, or by words of ours."""

from __future__ import annotations

from scoring.slots import Slot, SlotKind
from texts import Text, say, text


def title(slot: Slot) -> str | Text:
    """The symbol and the printed meaning of a slot; words of ours where nothing is printed.

    >>> title(Slot("b", SlotKind.NUMBER, "Tổng dân số"))
    'b (Tổng dân số)'
    >>> title(Slot("row_1_1", SlotKind.ROW, row="1.1")).say("en")
    'the score of indicator 1.1'
    """
    if slot.kind is SlotKind.ROW:
        return text("slot.row-score", code=slot.row)
    if slot.kind is SlotKind.COHORT:
        return text("slot.cohort")
    if slot.kind is SlotKind.OPTION and not slot.label:
        return text("option")
    if slot.kind is SlotKind.PERCENT and slot.label == say("slot.rate"):
        return text("slot.rate")
    return slot.title
