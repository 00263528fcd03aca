"""Mapping: which row of one table is which row of another, proposed by title, confirmed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from answers.refusal import Unusable, unusable
from answers.sources import File, read_json
from scoring.agencies import plain_name
from scoring.law import Law
from texts import say

LIKE = 0.72
"""How like two titles must be for a proposal: 1 is the same."""
_ROWS, _INFO = "rows", "info"


@dataclass(frozen=True, slots=True)
class MapRow:
    """Old code → new code, of rows and of lines of the general information."""

    rows: Mapping[str, str]
    info: Mapping[str, str]

    @classmethod
    def same(cls, law: Law) -> MapRow:
        """The mapping of a table to itself."""
        return cls({row.code: row.code for row in law.rows}, {i.code: i.code for i in law.info})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping to be looked at: for each old row, the new one that its title is most like."""

    source: Law
    target: Law
    rows: tuple[tuple[str, str, float], ...]
    info: tuple[tuple[str, str, float], ...]
    file: str = ""

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """The mapping file: the official corrects `to` (null drops the row)."""
        old, new = self.source, self.target
        return {
            "from": old.id,
            "to": new.id,
            _ROWS: [
                _line(code, old.by_code[code].name, to, new.by_code[to].name if to else "", like)
                for code, to, like in self.rows
            ],
            _INFO: [
                _line(
                    code,
                    old.info_by_code[code].label,
                    to,
                    new.info_by_code[to].label if to else "",
                    like,
                )
                for code, to, like in self.info
            ],
        }

    def words(self, lang: str = "vi") -> str:
        """Where it was written, and what to do with it."""
        count = sum(bool(to) for _, to, _ in self.rows)
        none = str(len(self.rows) - count)
        return say("carry.proposed", lang, file=self.file, count=str(count), none=none)


def _line(code: str, name: str, to: str, to_name: str, like: float) -> dict[str, Any]:
    return {
        "from": code,
        "from_name": name,
        "to": to or None,
        "to_name": to_name or None,
        "likeness": round(like, 2),
    }


def propose(source: Law, target: Law, file: str = "") -> Proposal:
    """Propose a mapping by title: each new row once, the likest pairs first."""
    rows = _pairs(
        [(row.code, row.name) for row in source.rows if row.slots],
        [(row.code, row.name) for row in target.rows if row.slots],
    )
    info = _pairs(
        [(line.code, line.label) for line in source.info],
        [(line.code, line.label) for line in target.info],
    )
    return Proposal(source, target, rows, info, file)


def _pairs(
    old: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str, float], ...]:
    before = [(code, plain_name(name)) for code, name in old]
    after = [(code, plain_name(name)) for code, name in new]
    scored = []
    for code, name in before:
        matcher = SequenceMatcher(b=name, autojunk=False)
        for other, title in after:
            matcher.set_seq1(title)
            if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
                continue
            like = matcher.ratio()
            if like >= LIKE:
                # Equal titles: the row with the same code is the likelier one.
                scored.append((like, code == other, code, other))
    found: dict[str, tuple[str, float]] = {}
    used: set[str] = set()
    for like, _, code, other in sorted(scored, key=lambda item: (-item[0], not item[1])):
        if code not in found and other not in used:
            found[code] = (other, like)
            used.add(other)
    return tuple((code, *found.get(code, ("", 0.0))) for code, _ in before)


def read_mapping(file: File, source: Law, target: Law) -> MapRow:
    """Read a mapping that was confirmed. Raises Unusable with what cannot be used."""
    given = read_json(file)
    if not isinstance(given, Mapping) or not isinstance(given.get(_ROWS), list):
        raise unusable("carry.bad-mapping", file=file.name, given=str(given)[:40])
    tables = (given.get("from"), given.get("to"))
    if tables != (source.id, target.id):
        raise unusable(
            "carry.other-mapping",
            file=file.name,
            given=str(tables[0]),
            wanted=str(tables[1]),
            source=source.id,
            target=target.id,
        )
    codes = (set(source.by_code), set(target.by_code))
    lines = (set(source.info_by_code), set(target.info_by_code))
    return MapRow(_read(file, given[_ROWS], *codes), _read(file, given.get(_INFO) or [], *lines))


def _read(file: File, listed: Any, old: set[str], new: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in listed if isinstance(listed, list) else [listed]:
        code = item.get("from") if isinstance(item, Mapping) else None
        to = item.get("to") if isinstance(item, Mapping) else None
        if code not in old or (to is not None and to not in new):
            raise _unusable(file, item)
        if to is None:
            continue
        if to in found.values():
            raise unusable("carry.twice", file=file.name, code=to)
        found[str(code)] = str(to)
    return found


def _unusable(file: File, item: Any) -> Unusable:
    given = item if not isinstance(item, Mapping) else f"{item.get('from')} → {item.get('to')}"
    return unusable("carry.bad-mapping", file=file.name, given=str(given)[:60])
