"""What lint of every kind of table shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scoring.law import Reading
from texts import Text, text

Said = tuple[str, Text]
"""The code (or id) of what is wrong, and why; the code leads to its line."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in a table, what is wrong with it, and the document's own slips."""

    words: Text
    problems: tuple[Said, ...]
    slips: tuple[Text, ...] = ()


def readings_used(
    readings: tuple[Reading, ...], used: Mapping[str, tuple[Reading, ...]], codes: str
) -> Iterator[Said]:
    """A reading about certain rows is named by one of them; `codes` is how codes look."""
    named = {reading.id for row in used.values() for reading in row}
    for reading in readings:
        if reading.id in named:
            continue
        if any(code in used for code in re.findall(codes, reading.place)):
            yield reading.id, text("lint.reading_unused", id=reading.id, place=reading.place)
