"""What every check looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.assess import Assessment
from scoring.findings import Finding
from scoring.numbers import Rational
from texts.figures import vietnamese
from workbooks.engines import Recalculated, Target
from workbooks.files.book import place_of
from workbooks.statement import Row, Stated, Statement


@dataclass(frozen=True)
class Evidence:
    """The statement of a workbook, what the engine makes of it, and its formulas recalculated."""

    statement: Statement
    assessment: Assessment
    recalculated: Mapping[Target, Recalculated]

    def current(self, figure: Stated | None) -> Fraction | None:
        """The number that stands in a cell, recalculated where a formula was never calculated."""
        if figure is None:
            return None
        if figure.formula and not figure.cached:
            value = self.recalculated.get(target(figure))
            return Fraction(value) if isinstance(value, int | Fraction) else None
        return None if figure.value is None else Fraction(figure.value)

    def again(self, figure: Stated | None) -> Fraction | None:
        """The number that the cell's own formula gives; a typed number as it stands."""
        if figure is None or not figure.formula:
            return self.current(figure)
        value = self.recalculated.get(target(figure))
        return Fraction(value) if isinstance(value, int | Fraction) else None

    def score(self, code: str) -> Fraction | None:
        """The engine's score of a row."""
        return next(r.score for r in self.assessment.rows if r.indicator.code == code)

    def standing(self, row: Row) -> Fraction | None:
        """The score that stands in a row: the typed one, else the computed cell."""
        typed = self.current(row.typed)
        return typed if typed is not None else self.current(row.score)


Check = Callable[[Evidence], Iterator[Finding]]


def target(figure: Stated) -> Target:
    """The cell of a figure, for recalculation."""
    return (figure.sheet, *place_of(figure.cell))


def shown(value: Rational | None, digits: int = 2) -> str:
    """A figure as messages write it.

    >>> shown(Fraction(120, 17)), shown(None)
    ('7,06', '(trống)')
    """
    return "(trống)" if value is None else vietnamese(value, digits)


def apart(a: Rational, b: Rational) -> tuple[str, str, str]:
    """Two different figures and their difference, with digits enough to see it."""
    digits = 2
    while digits < 10 and shown(a, digits) == shown(b, digits):
        digits += 1
    return shown(a, digits), shown(b, digits), shown(Fraction(a) - Fraction(b), digits)
