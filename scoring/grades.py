"""Grades: the document's own words for a total («Xuất sắc», «Tốt», «Khá» …)."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.expression import literal
from scoring.numbers import Rational
from scoring.rules.mapping import Bound

_DIGITS = {"percent": 12, "total": 9}
"""Binary sums that the law calls equal may differ in the last digits."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade and the band it covers."""

    name: str
    bounds: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """The first grade whose band the figure lies in; in none of them, `otherwise`.

    `on`: `percent` (total ÷ maximum, 0–1) or `total`.
    """

    on: str
    grades: tuple[Grade, ...]
    otherwise: str

    def of(self, figure: Rational) -> str:
        """The grade of an exact figure.

        >>> good = Grade("Tốt", (Bound(">=", 80),))
        >>> Grades(on="total", grades=(good,), otherwise="Yếu").of(79)
        'Yếu'
        """
        for grade in self.grades:
            if all(bound.holds(figure) for bound in grade.bounds):
                return grade.name
        return self.otherwise

    def excel(self, figure: str) -> str:
        """The same as a formula over the cell of the figure."""
        text = _quoted(self.otherwise)
        for grade in reversed(self.grades):
            rounded = f"ROUND({figure},{_DIGITS[self.on]})"
            ends = [f"{rounded}{bound.sign}{literal(bound.threshold)}" for bound in grade.bounds]
            condition = ends[0] if len(ends) == 1 else f"AND({','.join(ends)})"
            text = f"IF({condition},{_quoted(grade.name)},{text})"
        return text


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
