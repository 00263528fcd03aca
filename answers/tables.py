"""`dti tables`: the tables there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.kinds import kind_of
from rulesets.files import BUILT_IN, find, table_ids
from rulesets.laws import load_law
from scoring.export import number
from scoring.law import Law
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
                "max": number(kind_of(law).maximum(law)),
                "rows": len(law.rows),
                "status": law.decision.superseded,
                "origin": find(law.id).origin,
            }
            for law in self.laws
        ]

    def words(self, lang: str = "vi") -> str:
        """A line a table."""
        origins = {law.id: find(law.id).origin for law in self.laws}
        added = set(origins.values()) - {BUILT_IN}
        width = max(map(len, added | {BUILT_IN})) + 2 if added else 0
        return "\n".join(
            f"{law.id:<18}{len(law.rows):>4} {say('tables.rows', lang)}  "
            f"{_points(law, lang):<12} {_origin(origins[law.id], width)}{law.title}"
            for law in self.laws
        )


def tables() -> Tables:
    """All tables."""
    return Tables(tuple(load_law(table_id) for table_id in table_ids()))


def _origin(origin: str, width: int) -> str:
    """Where a table comes from; a column only where some were added."""
    return f"{origin:<{width}}" if width else ""


def _points(law: Law, lang: str) -> str:
    most = kind_of(law).maximum(law)
    return "" if most is None else f"{worded(most, lang)} {say('tables.points', lang)}"
