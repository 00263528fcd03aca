"""Kinds: what is particular to scored tables, to levels and to plans, one file each.

Every verb is the same for all kinds; where words or JSON must differ, it asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from answers.kinds.levels import LevelsKind
from answers.kinds.scored import ScoredKind
from answers.kinds.targets import TargetsKind
from scoring.law import Law
from scoring.model import Group
from scoring.numbers import Rational

if TYPE_CHECKING:
    from workbooks.reconcile import Reconciliation


class Kind(Protocol):
    """What one kind of table adds to the verbs. `lang` is "vi" or "en"; lines are without ends."""

    no_row: str
    """The text that refuses a code which no row has."""

    def maximum(self, law: Any) -> Rational | None:
        """The printed maximum; None for a table without points."""

    def heading(self, law: Any, code: str) -> Group | None:
        """The printed heading of a code that is no row."""

    def show_json(self, law: Any) -> dict[str, Any]:
        """What stands between head and tail of `dti show TABLE --json`."""

    def show_lines(self, law: Any, lang: str) -> list[str]:
        """The rows of a table in words."""

    def row_json(self, law: Any, row: Any) -> dict[str, Any]:
        """One row of `dti show`."""

    def row_lines(self, law: Any, row: Any, lang: str) -> list[str]:
        """One row in words."""

    def score_lines(self, assessment: Any, lang: str) -> list[str]:
        """`dti score` in words, without the name of the unit."""

    def why_json(self, law: Any, row: Any) -> dict[str, Any]:
        """What `dti explain --json` adds to the sentence."""

    def built_json(self, assessment: Any) -> dict[str, Any]:
        """What `dti new --json` says of the unit that a workbook was built of."""

    def check_json(self, result: Reconciliation) -> dict[str, Any]:
        """What `dti check --json` says beside the four totals."""

    def check_lines(self, result: Reconciliation, lang: str) -> list[str]:
        """The figures of `dti check` in words."""


KINDS: Mapping[str, Kind] = {
    "scored": ScoredKind(),
    "levels": LevelsKind(),
    "targets": TargetsKind(),
}


def kind_of(law: Law) -> Kind:
    """What is particular to the kind of a table."""
    return KINDS[law.kind]
