"""Contents: what an official would have typed into the yellow cells, from a submission."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scoring.conditions import NO, YES
from scoring.info import info_figure
from scoring.law import Row
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from texts import worded
from udfs.cells import option_text
from workbooks.design.draft import Content, Design
from workbooks.design.names import Key
from workbooks.design.options import choice_text
from workbooks.design.seal import sealing
from workbooks.design.shares import piece_of

_BY_ROW = {
    "typed": "typed",
    "verified": "verified",
    "reason": "excluded",
    "explanation": "explanations",
    "attached": "attached",
    "words": "words",
    "info": "info",
    "signing": "signing",
}
"""Fields that are kept by code in a submission, and its attribute."""


def contents_of(design: Design, submission: Submission) -> dict[Key, Content]:
    """The content of every yellow cell that is not blank."""
    found: dict[Key, Content] = {}
    for key in design.fields:
        content = _content(design, submission, key)
        if content is not None and content != "":
            found[key] = content
    return found | sealing(design, found)


def _content(design: Design, submission: Submission, key: Key) -> Content:
    attribute = _BY_ROW.get(key.what)
    if attribute is not None:
        return plain(getattr(submission, attribute).get(key.code))
    match key.what:
        case "in":
            row = design.law.by_code[key.code]
            slot = next(s for s in row.slots if s.name == key.slot)
            figures = submission.figures.get(key.code, {})
            if taken_over(slot, figures, submission):
                return None
            return slot_content(slot, figures.get(key.slot), row)
        case "excluded":
            return YES if key.code in submission.excluded else None
        case "online":
            return YES if submission.no_online_services else None
        case "cohort":
            return _member(submission.figures.get(key.code, {}).get("cohort"), int(key.slot))
        case "document":
            return _document(submission, int(key.code), key.slot)
        case "journal":
            entries = submission.journal
            at = int(key.code) - 1
            return plain(getattr(entries[at], key.slot)) if at < len(entries) else None
        case "share":
            return piece_of(submission, int(key.code))
        case "seal":
            return None
        case "commune":
            return _commune(submission, int(key.code), key.slot)
        case _:
            return plain(getattr(submission, key.what))


def taken_over(slot: Slot, figures: Figures, submission: Submission) -> bool:
    """Whether a figure is the one of the general information: its own cell then stays blank.

    The workbook takes it over from there, so that it follows when the line is changed. A row
    with no other figure keeps its own: the general information alone answers no row.
    """
    value = figures.get(slot.name)
    if not slot.from_info or value is None or isinstance(value, Wrong):
        return False
    others = any(given is not None for name, given in figures.items() if name != slot.name)
    return others and value == info_figure(slot, submission.info)


def slot_content(slot: Slot, value: Any, row: Row | None = None) -> Content:
    """What stands in the cell of a slot: dropdown text, Có or Không, 0–1 for a percentage.

    What cannot be a figure stands as it was typed, so that it is found again.
    """
    if value is None:
        return None
    if isinstance(value, Wrong):
        raw = value.raw if value.raw is not None else worded(value.shown).strip("«»")
        return plain(raw)
    if slot.kind is SlotKind.ANSWER:
        return YES if value else NO
    if slot.kind is SlotKind.OPTION and 1 <= value <= len(slot.options):
        ordinal = int(value)
        if row is not None:
            return choice_text(row, slot, ordinal)
        return option_text(slot.options[ordinal - 1], ordinal)
    return float(value)


def plain(value: Any) -> Content:
    """A value as a cell holds it."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Mapping | list | tuple):
        return str(value)
    return float(Fraction(value))


def _member(values: Any, number: int) -> Content:
    """The value of one unit of a cohort."""
    if isinstance(values, Wrong):
        return slot_content(Slot("cohort", SlotKind.NUMBER), values) if number == 0 else None
    known = values or ()
    return float(known[number]) if number < len(known) else None


def _document(submission: Submission, number: int, slot: str) -> Content:
    """One cell of the list of documents, whose rows count from 1."""
    if number > len(submission.documents):
        return None
    return plain(getattr(submission.documents[number - 1], slot))


def _commune(submission: Submission, number: int, slot: str) -> Content:
    """The name or the level of one commune; one without a level is named, so that it is missing."""
    names, levels = submission.communes, commune_levels(submission)
    if slot == "level":
        return plain(levels[number]) if number < len(levels) else None
    if number < len(names) and names[number]:
        return names[number]
    unnamed = number < len(levels) and levels[number] is None
    return f"Xã {number + 1}" if unnamed else None


def commune_levels(submission: Submission) -> list[Any]:
    """The levels of the communes as they were given, those that cannot be included."""
    for figures in submission.figures.values():
        if "commune_levels" in figures:
            value: Any = figures["commune_levels"]
            if isinstance(value, Wrong):
                raw = value.raw
                return list(raw) if isinstance(raw, list | tuple) else [str(raw)]
            return list(value or ())
    return []
