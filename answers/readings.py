"""`dti readings`: how the unclear clauses of a table are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.laws import find_law, labelled, reading_json
from scoring.law import Law
from texts import say


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings that a table adopts."""

    law: Law

    def to_json(self, lang: str = "vi") -> list[dict[str, Any]]:
        """The contract's readings, in printed order."""
        return [reading_json(reading) for reading in self.law.readings]

    def words(self, lang: str = "vi") -> str:
        """A block a reading."""
        blocks = []
        for reading in self.law.readings:
            pairs = (
                ("readings.printed", reading.printed),
                ("readings.adopted", reading.adopted),
                ("readings.why", reading.why),
                ("readings.effect", reading.effect),
                ("readings.alternative", reading.alternative),
            )
            head = f"[{reading.id}] {say('readings.place', lang)} {reading.place}"
            blocks.append("\n".join([head, *(f"    {line}" for line in labelled(pairs, lang))]))
        return "\n\n".join(blocks)


def readings(table_id: str) -> Readings:
    """The readings of a table. Raises Unusable for an id that no table has."""
    return Readings(find_law(table_id))
