"""`dti tables`: the tables there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.laws import find_law
from rulesets.files import BUILT_IN, find, table_ids
from scoring.law import Law
from scoring.numbers import number
from texts import say, worded


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables there are, in the order of their ids."""

    laws: tuple[Law, ...]

    def to_json(self, lang: str = "vi") -> list[dict[str, Any]]:
        """The contract's `dti tables --json`."""
        return [
            {
                "id": law.id,
                "kind": law.kind,
                "title": law.title,
                "decision": law.decision.number or law.decision.title,
                "max": number(law.worth),
                "rows": len(law.rows),
                "status": law.decision.superseded,
                "origin": find(law.id).origin,
            }
            for law in self.laws
        ]

    def words(self, lang: str = "vi") -> str:
        """A line a table; where each comes from, as soon as one was added."""
        origins = {law.id: find(law.id).origin for law in self.laws}
        some_added = set(origins.values()) != {BUILT_IN}
        width = max(map(len, origins.values()), default=0) + 2
        lines = []
        for law in self.laws:
            rows = f"{len(law.rows):>4} {say('tables.rows', lang)}"
            origin = f"{origins[law.id]:<{width}}" if some_added else ""
            lines.append(f"{law.id:<18}{rows}  {_points(law, lang):<12} {origin}{law.title}")
        return "\n".join(lines)


def tables() -> Tables:
    """All tables. Raises Unusable for a ruleset that is wrong."""
    return Tables(tuple(find_law(table_id) for table_id in table_ids()))


def _points(law: Law, lang: str) -> str:
    most = law.worth
    return "" if most is None else f"{worded(most, lang)} {say('tables.points', lang)}"
