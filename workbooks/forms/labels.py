"""Labels: which input a line of a form names: `a = …`, `(1) …`, `… (c)`, or its printed words."""

from __future__ import annotations

import re

from reading.typed import ReadKind, read
from scoring.slots import Slot, SlotKind
from workbooks.files.book import Cell, CellKind
from workbooks.forms.options import match_option
from workbooks.forms.titles import key, similarity

_LEADING = re.compile(r"\s*[-+•*]?\s*\(?([a-pA-P])\s*\)?\s*(?:[=:).]|-\s)")
_BARE = re.compile(r"\s*\(?([a-pA-P])\)?\s*")
_TRAILING = re.compile(r"\(([a-p])\)[\s.;:]*$")
_PART = re.compile(r"\s*[-+•*]?\s*\(?(\d)[).]\s*")
_SYMBOLS = re.compile(r"(?:^|[\s;.,])([a-p])\s*=")
_BRACKETED = re.compile(r"\(([a-p])\)")
_PARTS = re.compile(r"\((\d)\)")
_WORDS = {"num": re.compile(r"^tu so\b"), "den": re.compile(r"^mau so\b"),
          "percent": re.compile(r"^ty le( phan tram)?$")}  # fmt: skip
# «Số lượng» and «Tổng số» alone name part and whole only where both stand below one row.
_PART_LINE = re.compile(r"(?:so luong|so)(?: da)?(?: thuc hien| dat| hoan thanh)?(?: duoc)?")
_WHOLE_LINE = re.compile(r"tong so|tong")
_CLOSE = 0.75
_MARGIN = 0.1


def slot_of_label(label: str, slots: dict[str, Slot], cell: Cell) -> Slot | None:
    """The slot that a label names; `cell` is what stands beside it.

    The whole scoring clause, which names all symbols, is no label of one of them.
    """
    if any(len(set(pattern.findall(label))) > 1 for pattern in (_SYMBOLS, _BRACKETED, _PARTS)):
        return None
    symbol = _LEADING.match(label) or _BARE.fullmatch(label) or _TRAILING.search(label)
    if symbol and symbol[1].lower() in slots:
        return slots[symbol[1].lower()]
    words = key(label)
    for name, pattern in _WORDS.items():
        if name in slots and pattern.search(words):
            return slots[name]
    part = _PART.match(label)
    if not part and not _is_label(label):
        return None
    rest = key(label[part.end() :]) if part else words
    by_words = _by_words(rest, slots)
    if by_words is not None:
        return by_words
    by_kind = _by_kind(slots, cell) if _is_label(label) else None
    if part and by_kind is None:
        return slots.get(f"part{part[1]}")
    return by_kind


def pair_line(label: str) -> str:
    """Whether a line is called by «part» or «whole» alone.

    >>> pair_line("- Số lượng:"), pair_line("Tổng số"), pair_line("Tổng số hộ nghèo")
    ('part', 'whole', '')
    """
    words = key(label)
    if _PART_LINE.fullmatch(words) and words != "so":
        return "part"
    return "whole" if _WHOLE_LINE.fullmatch(words) else ""


def _by_words(words: str, slots: dict[str, Slot]) -> Slot | None:
    """The slot whose printed meaning the label repeats, and no other's."""
    ranked = sorted(
        ((similarity(words, key(slot.label)), slot.name) for slot in slots.values() if slot.label),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _CLOSE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return slots[ranked[0][1]]


def _is_label(label: str) -> bool:
    """A line that names something, not the scoring clause with its points."""
    return "diem toi da" not in key(label) and len(label) <= 160


def _by_kind(slots: dict[str, Slot], cell: Cell) -> Slot | None:
    """The one slot that can take what stands in the cell, by its kind."""
    fits = []
    for slot in slots.values():
        if slot.kind is SlotKind.NUMBER:
            fit = cell.kind is CellKind.NUMBER and not cell.is_percent
        elif slot.kind is SlotKind.PERCENT:
            fit = cell.kind is CellKind.NUMBER and cell.is_percent
        elif cell.kind is CellKind.BOOLEAN:
            fit = slot.kind is SlotKind.ANSWER
        elif cell.kind is not CellKind.TEXT:
            fit = False
        elif slot.kind is SlotKind.OPTION:
            fit = match_option(str(cell.value), slot.options) is not None
        else:
            fit = read(str(cell.value)).kind in (ReadKind.YES, ReadKind.NO)
        if fit:
            fits.append(slot)
    return fits[0] if len(fits) == 1 else None
