"""What every check looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.assessment import Assessment
from scoring.findings import Finding
from scoring.numbers import Rational
from texts.figures import rounded
from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.engines import Recalculated, Target
from workbooks.statement import Stated, Statement


@dataclass(frozen=True)
class Evidence:
    """The statement of a workbook, what the engine makes of it, and its formulas recalculated.

    `expected`: what the engine says that each formula of our own workbook shows.
    """

    statement: Statement
    assessment: Assessment
    recalculated: Mapping[Target, Recalculated]
    expected: Mapping[Key, Content] = field(default_factory=dict)

    @property
    def scored(self) -> ScoredAssessment | None:
        """The assessment of a scored table; None for another kind."""
        return self.assessment.scored

    @cached_property
    def _rows(self) -> dict[str, IndicatorAssessment]:
        return {} if self.scored is None else {row.code: row for row in self.scored.rows}

    def score(self, code: str) -> Fraction | None:
        """The engine's score of a row; None without one, and for a row without points."""
        row = self._rows.get(code)
        return None if row is None else row.score

    def current(self, figure: Stated | None) -> Fraction | None:
        """The number that stands in a cell, recalculated where a formula was never calculated."""
        if figure is None:
            return None
        if figure.formula and not figure.cached:
            return exact(self.recalculated.get(figure.target))
        return exact(figure.value)

    def again(self, figure: Stated | None) -> Fraction | None:
        """The number that the cell's own formula gives; a typed number as it stands."""
        if figure is None or not figure.formula:
            return self.current(figure)
        return exact(self.recalculated.get(figure.target))

    def standing(self, code: str) -> Fraction | None:
        """The score that stands in a row: the typed one, else the computed cell."""
        typed = self.current(self.statement.figure(Key("typed", code)))
        return typed if typed is not None else self.computed(code)

    def computed(self, code: str) -> Fraction | None:
        """The score in the computed cell of a row."""
        return self.current(self.statement.figure(Key("score", code)))

    def counts(self, code: str) -> bool:
        """The row belongs to the sums."""
        return code not in self.statement.submission.excluded


Check = Callable[[Evidence], Iterator[Finding]]


def exact(value: object) -> Fraction | None:
    """A number as an exact one; None for anything else."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, float):
        return Fraction(value)
    return None


def telling(a: Rational, b: Rational) -> int:
    """How many digits tell two figures apart, two at least."""
    digits = 2
    while digits < 10 and rounded(a, digits) == rounded(b, digits):
        digits += 1
    return digits
