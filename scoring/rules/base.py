"""What every rule type has in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from scoring.conditions import both
from scoring.expression import Condition, Expr, Number, Quotient, Values, times
from scoring.numbers import Rational
from scoring.slots import Slot
from texts import say
from texts.figures import figure, percent


@dataclass(frozen=True, slots=True)
class Check:
    """A reason for no score: the finding's code, when it applies, the slots it is about."""

    code: str
    when: Condition
    slots: tuple[str, ...]

    def only_if(self, condition: Condition) -> Check:
        """The same check, but only where a condition holds."""
        return Check(self.code, both(condition, self.when), self.slots)


@dataclass(frozen=True, slots=True)
class Note:
    """A warning that goes with a score: when it applies and what it says (Vietnamese)."""

    when: Condition
    text: str

    def only_if(self, condition: Condition) -> Note:
        """The same note, but only where a condition holds."""
        return Note(both(condition, self.when), self.text)


class Rule(Protocol):
    """A printed rule."""

    def slots(self) -> tuple[Slot, ...]:
        """The places to fill, in any order."""

    def checks(self) -> tuple[Check, ...]:
        """When there is no score, and why."""

    def notes(self) -> tuple[Note, ...]:
        """Which warnings go with a score."""

    def floor(self, max_score: Rational) -> Rational | None:
        """The fewest points possible, below 0 only where printed; None where nothing stops it."""

    def ceiling(self, max_score: Rational) -> Rational | None:
        """The most points possible; None where nothing stops them."""

    def points(self, max_score: Rational) -> Expr:
        """The points awarded, given that no check applies."""

    def explain(self, values: Values, max_score: Rational, lang: str = "vi") -> str:
        """Put the figures into the printed rule; ends with the points, e.g. `7,06 điểm`.

        The words are of the language asked for; what is printed is quoted as it stands.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What is awarded: a share of the maximum, absolute points, or quantity ÷ `per` of it.

    >>> Award(share=Fraction(1, 2)).points(10, Number(0))
    Number(value=Fraction(5, 1))
    """

    share: Fraction | None = None
    of_points: Fraction | None = None
    per: Fraction | None = None

    def points(self, max_score: Rational, quantity: Expr) -> Expr:
        """The points as an expression."""
        if self.of_points is not None:
            return Number(self.of_points)
        if self.per is not None:
            scaled = quantity if self.per == 1 else Quotient(quantity, Number(self.per))
            return times(scaled, max_score)
        return Number((self.share or Fraction(0)) * max_score)

    def floor(self, max_score: Rational) -> Rational:
        """The fewest points: what is printed, or 0 where it follows a quantity."""
        if self.per is not None:
            return 0
        return self.of_points if self.of_points is not None else (self.share or 0) * max_score

    def ceiling(self, max_score: Rational, up_to: Rational | None) -> Rational | None:
        """The most points where the quantity is at most `up_to`; None: nothing stops it."""
        if self.per is None:
            return self.floor(max_score)
        return None if up_to is None else max(up_to, 0) / Fraction(self.per) * max_score

    def explain(
        self, max_score: Rational, quantity: str = "", value: Rational = 0, lang: str = "vi"
    ) -> str:
        """The points in words."""
        if self.of_points is not None:
            return points_text(self.of_points, lang)
        if self.per is not None:
            by = "" if self.per == 1 else f"/{percent(self.per, lang=lang)}"
            got = value / Fraction(self.per) * max_score
            return f"{quantity}{by} × {figure(max_score, lang)} = {points_text(got, lang)}"
        share = self.share or Fraction(0)
        if share == 0:
            return points_text(0, lang)
        if share == 1:
            return maximum_text(max_score, lang)
        points = points_text(share * max_score, lang)
        return f"{share} × {figure(max_score, lang)} = {points}"


def least(lows: Iterable[Rational | None]) -> Rational | None:
    """The smallest of several; None where one of them has no end."""
    known = tuple(lows)
    return None if None in known else min(low for low in known if low is not None)


def most(highs: Iterable[Rational | None]) -> Rational | None:
    """The largest of several; None where one of them has no end."""
    known = tuple(highs)
    return None if None in known else max(high for high in known if high is not None)


def points_text(points: Rational, lang: str = "vi") -> str:
    """Points in words.

    >>> points_text(Fraction(120, 17)), points_text(1, "en")
    ('7,06 điểm', '1 point')
    """
    return say("explain.point" if points == 1 else "explain.points", lang, points=points)


def maximum_text(points: Rational, lang: str) -> str:
    """The maximum in words."""
    return say("explain.maximum", lang, points=points_text(points, lang))
