"""Communes: the levels of the communes that sent in feed the row of their district."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answers.expected import ExpectedUnit, plain
from scoring.assess import assess
from scoring.law import Law
from scoring.slots import SlotKind
from scoring.submission import Submission
from texts import Text, text


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit that was read: its file, table and figures."""

    file: Path
    law: Law
    submission: Submission

    @property
    def name(self) -> str:
        """How the ranking calls it: its own name, else its file."""
        return self.submission.name or str(text("rank.no-name", file=self.file.name))


def communes_row(law: Law) -> tuple[str, str] | None:
    """The row and slot that take the levels of all communes; None where no row does."""
    for row in law.rows:
        for slot in row.slots:
            if slot.kind is SlotKind.LEVELS:
                return row.code, slot.name
    return None


def fed(
    entries: Sequence[Entry], expected: Sequence[ExpectedUnit] = ()
) -> tuple[list[Entry], list[tuple[str, Text]]]:
    """The entries with each district's row filled, and what was done: (table, note).

    A commune belongs to the district that the list of expected units names; else to the one whose
    file is the only one of its table in the folder of the commune, or in the nearest one above.
    """
    homes = {plain(unit.name): plain(unit.district) for unit in expected if unit.district}
    notes: list[tuple[str, Text]] = []
    result = []
    for entry in entries:
        place = communes_row(entry.law)
        own = [] if place is None else _communes_of(entry, entries, homes)
        if place is not None and own:
            entry, said = _filled(entry, place, own)
            notes += [(entry.law.id, note) for note in said]
        result.append(entry)
    return result, notes


def _communes_of(district: Entry, entries: Sequence[Entry], homes: dict[str, str]) -> list[Entry]:
    of_decision = [
        one
        for one in entries
        if one.law.level_names
        and one.law.id != district.law.id
        and one.law.decision.id == district.law.decision.id
        and communes_row(one.law) is None
    ]
    peers = [one for one in entries if one.law.id == district.law.id]
    found = []
    for one in of_decision:
        home = homes.get(plain(one.name))
        mine = plain(district.name) == home if home else _nearest(one, peers) is district
        if mine:
            found.append(one)
    return found


def _nearest(commune: Entry, districts: Iterable[Entry]) -> Entry | None:
    """The one district in the folder of the commune, or in the nearest folder above it."""
    by_folder: dict[Path, list[Entry]] = {}
    for district in districts:
        by_folder.setdefault(district.file.absolute().parent, []).append(district)
    for folder in commune.file.absolute().parents:
        here = by_folder.get(folder)
        if here:
            return here[0] if len(here) == 1 else None
    return None


def _filled(
    district: Entry, place: tuple[str, str], communes: Sequence[Entry]
) -> tuple[Entry, list[Text]]:
    code, slot = place
    levels = {}
    for one in communes:
        levels[plain(one.name)] = (one.name, assess(one.law, one.submission).level)
    submission = district.submission
    given = submission.figures.get(code, {}).get(slot)
    stated = given if isinstance(given, tuple) else ()
    called = {"unit": district.name, "code": code}
    notes: list[Text] = []
    names: list[str] = []
    filled: list[int | None] = []
    for number, name in enumerate(submission.communes):
        was = stated[number] if number < len(stated) else None
        found = levels.pop(plain(name), None)
        names.append(name)
        filled.append(was if found is None else found[1])
        if found is not None and was is not None and was != found[1]:
            notes.append(
                text("rank.fed-differs", **called, commune=name, stated=was, level=found[1])
            )
    if stated and not submission.communes:
        notes.append(text("rank.fed-unnamed", **called, count=len(levels), stated=len(stated)))
    for name, level in levels.values():
        names.append(name)
        filled.append(level)
    notes.insert(0, text("rank.fed", **called, count=len(communes)))
    figures: dict[str, Any] = {**submission.figures, code: {slot: tuple(filled)}}
    changed = replace(submission, figures=figures, communes=tuple(names))
    return replace(district, submission=changed), notes
