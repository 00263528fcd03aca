"""Options: the texts of a dropdown; where a choice alone decides, its points stand with it."""

from __future__ import annotations

from scoring.expression import Number
from scoring.law import Row
from scoring.rules import Options
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import vietnamese
from udfs.cells import option_text


def choice_texts(row: Row, slot: Slot) -> tuple[str, ...]:
    """The texts of a slot's dropdown; none for a slot that takes no option."""
    if slot.kind is not SlotKind.OPTION:
        return ()
    return tuple(choice_text(row, slot, number) for number in range(1, len(slot.options) + 1))


def choice_text(row: Row, slot: Slot, ordinal: int) -> str:
    """The text of one option: «1. Đã ban hành (20 điểm)».

    The points are left out where other figures decide them, too.
    """
    text = option_text(slot.options[ordinal - 1], ordinal)
    points = _points(row, slot, ordinal)
    if points is None:
        return text
    return text + " " + say("sheet.scored.option-points", points=vietnamese(points.value))


def _points(row: Row, slot: Slot, ordinal: int) -> Number | None:
    """The points of an option, where it stands alone and gives a fixed number."""
    rule = row.measured_by
    if row.worth is None or not isinstance(rule, Options) or rule.slot_name != slot.name:
        return None
    points = rule.options[ordinal - 1].rule.points(row.worth)
    return points if isinstance(points, Number) else None
