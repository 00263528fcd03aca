"""Kinds: what is particular to scored tables, to levels and to plans, one file each.

Every verb is the same for all kinds; where words or JSON must differ, it asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from answers.kinds.levels import LevelsKind
from answers.kinds.scored import ScoredKind
from answers.kinds.targets import TargetsKind
from scoring.assessment import Assessment, RowAssessment
from scoring.law import Law, Row
from scoring.model import Group

if TYPE_CHECKING:
    from workbooks.reconcile import Reconciliation


_L = TypeVar("_L", bound=Law, contravariant=True)
_R = TypeVar("_R", bound=Row, contravariant=True)
_A = TypeVar("_A", bound=Assessment, contravariant=True)
_RA = TypeVar("_RA", bound=RowAssessment, contravariant=True)


class Kind(Protocol[_L, _R, _A, _RA]):
    """What one kind of table adds to the verbs. `lang` is "vi" or "en"; lines are without ends."""

    no_row: str
    """The text that refuses a code which no row has."""

    def heading(self, law: _L, code: str) -> Group | None:
        """The printed heading of a code that is no row."""

    def show_json(self, law: _L) -> dict[str, Any]:
        """What stands between head and tail of `dti show TABLE --json`."""

    def show_lines(self, law: _L, lang: str) -> list[str]:
        """The rows of a table in words."""

    def row_json(self, law: _L, row: _R) -> dict[str, Any]:
        """One row of `dti show`."""

    def row_lines(self, law: _L, row: _R, lang: str) -> list[str]:
        """One row in words."""

    def score_lines(self, assessment: _A, lang: str) -> list[str]:
        """`dti score` in words, without the name of the unit."""

    def why_json(self, law: _L, row: _RA) -> dict[str, Any]:
        """What `dti explain --json` adds to the sentence."""

    def built_json(self, assessment: _A) -> dict[str, Any]:
        """What `dti new --json` says of the unit that a workbook was built of."""

    def check_json(self, result: Reconciliation, assessment: _A) -> dict[str, Any]:
        """What `dti check --json` says beside the four totals."""

    def check_lines(self, result: Reconciliation, assessment: _A, lang: str) -> list[str]:
        """The figures of `dti check` in words."""


AnyKind = Kind[Any, Any, Any, Any]
"""The kind of a table is known by its name only: here, and nowhere else, the types meet."""

KINDS: Mapping[str, AnyKind] = {
    "scored": ScoredKind(),
    "levels": LevelsKind(),
    "targets": TargetsKind(),
}


def kind_of(law: Law) -> AnyKind:
    """What is particular to the kind of a table."""
    return KINDS[law.kind]
