"""Laws: a table of any kind by its id — scored, levels or targets."""

from __future__ import annotations

from rulesets.levels import load_levels
from rulesets.loader import kind_of, load
from rulesets.plan import load_plan
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.targets import Plan

Law = Table | LevelTable | Plan
"""A table of any kind. All have an id, kind, title, place, decision, info, readings, digest."""


def load_law(table_id: str) -> Law:
    """Return the table of that id, whatever its kind.

    >>> [load_law(name).kind for name in ("HB-2023-XA", "BTTTT-2024-XA", "VN-2023-KEHOACH")]
    ['scored', 'levels', 'targets']

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    match kind_of(table_id):
        case "levels":
            return load_levels(table_id)
        case "targets":
            return load_plan(table_id)
        case _:
            return load(table_id)
