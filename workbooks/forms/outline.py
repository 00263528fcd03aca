"""Outline: what the rows of a table are called, so that rows can be matched in any form.

It knows nothing of rules: a table of levels or targets has an outline just like a scored one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any

from scoring.law import Law
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.targets import Plan
from workbooks.forms.titles import key, similarity

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9,
         "X": 10, "XI": 11, "XII": 12}  # fmt: skip

_SHORTLIST = 4


class EntryKind(str, Enum):
    """What a row of the table is."""

    PILLAR = "pillar"
    GROUP = "group"
    HEADING = "heading"
    INDICATOR = "indicator"
    INFO = "info"


@dataclass(frozen=True)
class Entry:
    """One printed row: its code and the titles it may stand under (as keys)."""

    kind: EntryKind
    code: str
    titles: tuple[str, ...]
    pillar: str = ""
    """Where numbering starts anew: its pillar, or the part of a plan."""
    max_score: Fraction | None = None
    inputs: tuple[str, ...] = ()
    """What its inputs are called (as keys), so that their lines are not taken for rows."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its titles."""
        return frozenset(word for title in self.titles for word in title.split())


@dataclass(frozen=True)
class Outline:
    """The rows of a table in printed order."""

    id: str
    entries: tuple[Entry, ...]

    @cached_property
    def rows(self) -> tuple[Entry, ...]:
        """The rows that carry figures."""
        return tuple(e for e in self.entries if e.kind is EntryKind.INDICATOR)

    @cached_property
    def by_title(self) -> dict[str, tuple[Entry, ...]]:
        """The entries by each of their titles."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for title in entry.titles:
                found[title] = (*found.get(title, ()), entry)
        return found

    @cached_property
    def by_code(self) -> dict[str, tuple[Entry, ...]]:
        """The entries by code; a heading shares the code of its indicator. No general info."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            if entry.kind is not EntryKind.INFO:
                found[entry.code] = (*found.get(entry.code, ()), entry)
        return found

    def closest(self, title: str) -> list[tuple[float, Entry]]:
        """The entries whose titles are closest to a key, best first."""
        exact = self.by_title.get(title)
        if exact:
            return [(1.0, entry) for entry in exact]
        words = set(title.split())
        ranked = sorted(
            self.entries,
            key=lambda e: len(words & e.words) * 2 / (len(words) + len(e.words) or 1),
            reverse=True,
        )
        near = [
            e
            for e in ranked[:_SHORTLIST]
            if len(words & e.words) * 2 >= min(len(words), len(e.words))
        ] or ranked[:1]
        scored = [(self.likeness(title, entry), entry) for entry in near]
        return sorted(scored, key=lambda item: item[0], reverse=True)

    @staticmethod
    def likeness(title: str, entry: Entry) -> float:
        """How close a key is to the best title of an entry."""
        return max((similarity(title, official) for official in entry.titles), default=0.0)


def outline_of(law: Law) -> Outline:
    """The outline of a table of any kind; made once for a version of it."""
    version = (law.id, law.digest)
    if version not in _MADE:
        if len(_MADE) > _MOST:
            _MADE.clear()
        _MADE[version] = _outline(law)
    return _MADE[version]


_MADE: dict[tuple[str, str], Outline] = {}
_MOST = 200


def _outline(law: Law) -> Outline:
    info = tuple(Entry(EntryKind.INFO, line.code, (key(line.label),)) for line in law.info)
    return Outline(law.id, (*info, *_ENTRIES[law.kind](law)))


def _of_levels(table: LevelTable) -> Iterator[Entry]:
    for group in table.pillars:
        yield Entry(EntryKind.PILLAR, group.code, (key(group.name),), group.code)
        for row in group.criteria:
            yield Entry(EntryKind.INDICATOR, row.code, (key(row.name),), group.code)


def _of_scored(table: Table) -> Iterator[Entry]:
    for pillar in table.pillars:
        names = (key(pillar.name),)
        yield Entry(EntryKind.PILLAR, pillar.code, names, pillar.code, pillar.max_score)
        for group in pillar.groups:
            names = (key(group.name),)
            yield Entry(EntryKind.GROUP, group.code, names, pillar.code, group.max_score)
        for row in pillar.indicators:
            titles = [key(row.name)]
            if row.heading:
                heading = key(row.heading)
                yield Entry(EntryKind.HEADING, row.code, (heading,), pillar.code)
                titles.append(f"{heading} {titles[0]}")
            yield Entry(
                EntryKind.INDICATOR,
                row.code,
                tuple(titles),
                pillar.code,
                row.max_score,
                tuple(key(slot.label) for slot in row.slots if slot.label),
            )


def _of_plan(plan: Plan) -> Iterator[Entry]:
    """Numbering restarts in every part; the same pillar may stand in both, and names neither."""
    for part in plan.parts:
        yield Entry(EntryKind.PILLAR, part.code, (key(part.name),), part.code)
    for name, code in {pillar.name: pillar.code for pillar in plan.pillars}.items():
        yield Entry(EntryKind.GROUP, code, (key(name),))
    for pillar in plan.pillars:
        for row in pillar.targets:
            yield Entry(EntryKind.INDICATOR, row.code, (key(row.name),), pillar.part)


_ENTRIES: Mapping[str, Callable[[Any], Iterator[Entry]]] = {
    "scored": _of_scored,
    "levels": _of_levels,
    "targets": _of_plan,
}


def pillar_number(code: str) -> str:
    """A roman pillar number as digits.

    >>> pillar_number("IV"), pillar_number("4")
    ('4', '4')
    """
    return str(ROMAN[code]) if code in ROMAN else code
