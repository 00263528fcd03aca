"""Merging: cells of several files into one, three-way, with nothing lost and nothing overwritten.

Pure: contents in, contents out. Every cell that a file changed is either in the result or among
the conflicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.design.shares import Share

Contents = Mapping[Key, Content]
LISTED = ("document",)
"""Lists whose rows are merged as records, not cell by cell."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What one file says. `share`: what it was given; None for a workbook that was not split."""

    file: str
    contents: Contents
    share: Share | None = None

    @property
    def agency(self) -> str:
        """Whose it is."""
        return self.share.agency if self.share else ""

    def before(self, key: Key) -> Content:
        """What stood in a cell when the file was given out."""
        return (self.share.base or {}).get(key) if self.share else None

    def opens(self, key: Key) -> bool:
        """Whether the cell was the file's to fill in."""
        return self.share is None or self.share.opens(key)


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of a cell."""

    file: str
    agency: str
    key: Key
    value: Content


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell of which files say different things: the value that stays, and the others."""

    key: Key
    kept: Content
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class MergedCells:
    """The cells after the merge. `closed`: cells that were filled in where a file had no part."""

    contents: Contents
    taken: tuple[Said, ...]
    conflicts: tuple[Conflict, ...]
    closed: tuple[Said, ...] = ()


def merge_cells(book: Contents, hands: Sequence[Hand]) -> MergedCells:
    """Take back what the files have changed.

    A cell is taken where all files that changed it say the same and the book still holds what was
    given out (or nothing). A cell that a file has emptied, or of which two say different things,
    or that the book has changed since, stays as it is in the book and is a conflict.
    """
    said: dict[Key, list[Said]] = {}
    before: dict[Key, set[str]] = {}
    closed = []
    for hand in hands:
        base = (hand.share.base or {}) if hand.share else {}
        for key in (*hand.contents, *(key for key in base if key not in hand.contents)):
            if key.what in LISTED or key.what in _NOT_TYPED:
                continue
            value = hand.contents.get(key)
            if hand.opens(key):
                if same(value, hand.before(key)):
                    continue
                said.setdefault(key, []).append(Said(hand.file, hand.agency, key, value))
                before.setdefault(key, set()).add(_plain(hand.before(key)))
            elif not same(value, book.get(key)) and key.what in _BY_ROW:
                closed.append(Said(hand.file, hand.agency, key, value))
    return _decided(book, said, before, tuple(closed))


def _decided(
    book: Contents,
    said: Mapping[Key, Sequence[Said]],
    before: Mapping[Key, set[str]],
    closed: tuple[Said, ...],
) -> MergedCells:
    contents = dict(book)
    taken: list[Said] = []
    conflicts: list[Conflict] = []
    for key, words in said.items():
        held = book.get(key)
        values = {_plain(item.value) for item in words}
        if values == {_plain(held)}:
            continue
        free = held is None or before[key] == {_plain(held)}
        blank = any(item.value in (None, "") for item in words)
        if len(values) == 1 and free and not blank:
            contents[key] = words[0].value
            taken += words
        else:
            others = tuple(item for item in words if _plain(item.value) != _plain(held))
            conflicts.append(Conflict(key, held, others))
    return MergedCells(contents, tuple(taken), tuple(conflicts), closed)


_NOT_TYPED = ("seal", "share", "journal", "name", "period", "online", "signing", "verified")
"""What belongs to the main workbook alone."""
_BY_ROW = ("in", "typed", "attached", "explanation", "excluded", "reason", "words", "cohort")


def same(one: Content, other: Content) -> bool:
    """Whether two cells hold the same; a blank one is an empty one."""
    return _plain(one) == _plain(other)


def _plain(value: Content) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(value)
    return f"{value:.15g}" if isinstance(value, int | float) else " ".join(str(value).split())
