"""Laws: a table of any kind by its id — scored, levels or targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, TypeVar

from rulesets import files
from rulesets.errors import At, RulesetError
from rulesets.format.tables import KINDS
from rulesets.format.types import ChoiceType
from rulesets.kinds.head import Source
from rulesets.kinds.levels import build_levels
from rulesets.kinds.plan import build_plan
from rulesets.kinds.scored import build_scored
from scoring.law import Law
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.targets import Plan
from texts import Text, text

BUILDERS: Mapping[str, Callable[[Mapping[str, Any], Source], Law]] = {
    "scored": build_scored,
    "levels": build_levels,
    "targets": build_plan,
}
"""How a table of each kind is made of its plain data."""


class WrongKind(KeyError):
    """There is such a table, but of another kind; `reason` says which.

    A KeyError, so that who looks for one kind finds none; `kind` says what the table is.
    """

    def __init__(self, table_id: str, kind: str, wanted: str) -> None:
        self.reason: Text = text(
            "rules.wrong_kind",
            id=table_id,
            kind=text(f"rules.kind.{kind}"),
            wanted=text(f"rules.kind.{wanted}"),
        )
        super().__init__(self.reason)
        self.kind = kind

    def __str__(self) -> str:
        return str(self.reason)


def load_law(table_id: str) -> Law:
    """Return the table of that id, whatever its kind.

    >>> [load_law(name).kind for name in ("HB-2023-XA", "BTTTT-2024-XA", "VN-2023-KEHOACH")]
    ['scored', 'levels', 'targets']

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    return _load(files.find(table_id), files.DATA, files.COMPILED)


@lru_cache(maxsize=256)
def _load(table: files.TableFile, *_folders: Any) -> Law:
    with suppress(RulesetError):
        return build_law(files.read(table.id), source_of(table))
    # A compiled copy knows no lines; the file itself does.
    return build_law(files.read(table.id, fresh=True), source_of(table))


def source_of(table: files.TableFile) -> Source:
    """How messages name the files of a table."""
    return Source(table.id, table.where, table.beside(files.DECISION))


def build_law(data: Mapping[str, Any], source: Source) -> Law:
    """Build a table from plain data (`files.read`). Raises RulesetError with file and line."""
    return BUILDERS[read_kind(data["table"], source)](data, source)


def read_kind(node: Any, source: Source) -> str:
    """The kind that a table says it is. Raises RulesetError."""
    at = At(source.table, getattr(node, "line", 0), text("format.table"))
    if "kind" not in node:
        raise at.error("rules.missing_key", name="kind")
    return ChoiceType(KINDS).read(node["kind"], at.at("kind", node))


def kind_of(table_id: str) -> str:
    """Return the kind of a table: "scored", "levels" or "targets".

    >>> kind_of("HB-2023-XA"), kind_of("BTTTT-2024-XA"), kind_of("VN-2023-KEHOACH")
    ('scored', 'levels', 'targets')

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    return _kind(files.find(table_id), files.DATA, files.COMPILED)


@lru_cache(maxsize=256)
def _kind(table: files.TableFile, *_folders: Any) -> str:
    with suppress(RulesetError):
        return read_kind(files.read(table.id)["table"], source_of(table))
    return read_kind(files.read(table.id, fresh=True)["table"], source_of(table))


def load_scored(table_id: str) -> Table:
    """Return a scored table.

    >>> load_scored("HB-2023-XA").max_score
    Fraction(1000, 1)

    Raises KeyError for an unknown id, WrongKind (a KeyError) for a table of another kind and
    RulesetError for a file that is wrong.
    """
    return _of_kind(table_id, "scored", Table)


def load_levels(table_id: str) -> LevelTable:
    """Return a levels table; raises as `load_scored` does.

    >>> table = load_levels("BTTTT-2024-XA")
    >>> len(table.criteria), [t.words for t in table.by_code["II.4"].thresholds][-2:]
    (38, ['≥ 2', '≥ 3 hoặc 100%'])
    """
    return _of_kind(table_id, "levels", LevelTable)


def load_plan(plan_id: str) -> Plan:
    """Return a targets plan; raises as `load_scored` does.

    >>> plan = load_plan("VN-2023-KEHOACH")
    >>> [row.code for row in plan.sub_rows(plan.by_code["III.19"])]
    ['III.19.1', 'III.19.2']
    """
    return _of_kind(plan_id, "targets", Plan)


_L = TypeVar("_L", bound=Law)


def _of_kind(table_id: str, wanted: str, record: type[_L]) -> _L:
    kind = kind_of(table_id)
    if kind != wanted:
        raise WrongKind(table_id, kind, wanted)
    law = load_law(table_id)
    assert isinstance(law, record)
    return law


__all__ = [
    "BUILDERS",
    "Law",
    "WrongKind",
    "build_law",
    "kind_of",
    "load_law",
    "load_levels",
    "load_plan",
    "load_scored",
    "read_kind",
    "source_of",
]
