"""Mappings: from a measured quantity to points — up to a full mark, in bands, or per event."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from scoring.conditions import All, Compare
from scoring.expression import Choose, Condition, Expr, Least, Most, Number, Quotient, Sum, times
from scoring.numbers import Rational
from scoring.rules.base import Award, maximum_text, most, points_text
from scoring.rules.measure import Measure
from texts import say
from texts.figures import figure


class Mapping(Protocol):
    """From a quantity to points."""

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        """The points as an expression of the quantity."""

    def floor(self, max_score: Rational) -> Rational | None:
        """The fewest points possible; None where nothing stops a deduction."""

    def ceiling(self, measure: Measure, max_score: Rational) -> Rational | None:
        """The most points possible for such a quantity; None where nothing stops them."""

    def explain(
        self, measure: Measure, value: Rational, max_score: Rational, lang: str = "vi"
    ) -> str:
        """`60% < 85% → 60%/85% × 10 = 7,06 điểm`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FullAt:
    """In proportion to the quantity, the whole maximum from `full_at` up, nothing below 0.

    The clause «Tỷ lệ >= 85%: Điểm tối đa; Tỷ lệ < 85%: Tỷ lệ/85% × Điểm tối đa».
    """

    full_at: Fraction = Fraction(1)

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        quantity = measure.value()
        if self.full_at != 1:
            quantity = Quotient(quantity, Number(self.full_at))
        if not (measure.bounded and self.full_at == 1):
            quantity = Least((Number(1), quantity))
        if measure.signed:
            quantity = Most((Number(0), quantity))
        return times(quantity, max_score)

    def floor(self, max_score: Rational) -> Rational | None:
        return 0

    def ceiling(self, measure: Measure, max_score: Rational) -> Rational | None:
        return max_score

    def explain(
        self, measure: Measure, value: Rational, max_score: Rational, lang: str = "vi"
    ) -> str:
        shown = measure.text(value, self.full_at, lang)
        mark = measure.text(self.full_at, lang=lang)
        got = min(Fraction(1), Fraction(value) / self.full_at) * max_score
        if value < 0:
            return f"{shown} < {measure.text(0, lang=lang)} → {points_text(0, lang)}"
        points = f"{figure(max_score, lang)} = {points_text(got, lang)}"
        if self.full_at == 1 and measure.is_ratio and value <= 1:
            return f"{shown} → {shown} × {points}"
        if value >= self.full_at:
            return f"{shown} ≥ {mark} → {maximum_text(got, lang)}"
        return f"{shown} < {mark} → {shown}/{mark} × {points}"


BOUNDS = {"from": ">=", "above": ">", "up_to": "<=", "below": "<", "exactly": "="}
"""The ends of a band, by their key in a ruleset."""

_WORDS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
_OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a band: `>=`, `>`, `<=`, `<` or `=` a threshold."""

    sign: str
    threshold: Rational

    def holds(self, value: Rational) -> bool:
        """Whether a quantity is on the right side."""
        return self.condition(Number(value)).exact({})

    def condition(self, quantity: Expr) -> Compare:
        """The comparison."""
        return Compare(quantity, self.sign, Number(self.threshold))


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where all `bounds` hold, the award.

    A band in the usual form, from a threshold up, may be written with `threshold` alone;
    `closed` says whether the threshold itself belongs to it.

    >>> Band(threshold=Fraction(5), award=Award(share=Fraction(1))).ends
    (Bound(sign='>=', threshold=Fraction(5, 1)),)
    """

    award: Award
    threshold: Fraction | None = None
    closed: bool = True
    bounds: tuple[Bound, ...] = ()

    @property
    def ends(self) -> tuple[Bound, ...]:
        """All ends of the band."""
        if self.threshold is None:
            return self.bounds
        return (Bound(">=" if self.closed else ">", self.threshold), *self.bounds)

    def condition(self, quantity: Expr) -> Condition:
        """The quantity lies in the band."""
        conditions = tuple(end.condition(quantity) for end in self.ends)
        return conditions[0] if len(conditions) == 1 else All(conditions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The first band that the quantity lies in; in none of them, `otherwise`."""

    bands: tuple[Band, ...]
    otherwise: Award = Award(share=Fraction(0))

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        quantity = measure.value()
        rated = Most((Number(0), quantity)) if measure.signed else quantity
        result = self.otherwise.points(max_score, rated)
        for band in reversed(self.bands):
            points = band.award.points(max_score, rated)
            result = Choose(band.condition(quantity), points, result)
        return result

    def floor(self, max_score: Rational) -> Rational | None:
        awards = (self.otherwise, *(band.award for band in self.bands))
        return min(award.floor(max_score) for award in awards)

    def ceiling(self, measure: Measure, max_score: Rational) -> Rational | None:
        # What an earlier band from a threshold up took is no more in the ones after it.
        left: Rational | None = 1 if measure.bounded else None
        highs: list[Rational | None] = []
        for band in self.bands:
            ends = [end.threshold for end in band.ends if end.sign in ("<", "<=", "=")]
            highs.append(band.award.ceiling(max_score, _lower(left, *ends)))
            if len(band.ends) == 1 and band.ends[0].sign in (">", ">="):
                left = _lower(left, band.ends[0].threshold)
        return most((*highs, self.otherwise.ceiling(max_score, left)))

    def explain(
        self, measure: Measure, value: Rational, max_score: Rational, lang: str = "vi"
    ) -> str:
        passed: list[Bound] = []
        award = self.otherwise
        ends: tuple[Bound, ...] = ()
        for band in self.bands:
            if all(end.holds(value) for end in band.ends):
                award, ends = band.award, band.ends
                break
            if len(band.ends) == 1 and band.ends[0].sign != "=":
                end = band.ends[0]
                passed.append(Bound(_OPPOSITE[end.sign], end.threshold))
        low, high = _tightest((*passed, *ends))
        if low and low.sign == ">=" and low.threshold == 0 and high and not measure.signed:
            low = None  # nobody writes «at least 0»
        named = [bound for bound in (low, high) if bound]
        near = next((b.threshold for b in reversed(named) if b.threshold != value), None)
        shown = measure.text(value, near, lang)
        joint = f" {say('explain.and', lang)} "
        reason = joint.join(
            f"{_WORDS[b.sign]} {measure.text(b.threshold, lang=lang)}" for b in named
        )
        all_of_it = bool(ends) and award.per is None and value == 1 and named == [Bound(">=", 1)]
        if all_of_it or any(end.sign == "=" for end in ends):
            reason = ""
        elif not reason:
            reason = say("explain.no-band", lang)
        head = f"{shown} {reason}".strip()
        return f"{head} → {award.explain(max_score, shown, max(value, 0), lang)}"


def _lower(left: Rational | None, *ends: Rational) -> Rational | None:
    """The lowest of several upper ends; None where there is none."""
    return min((*ends, *(() if left is None else (left,))), default=None)


def _tightest(bounds: tuple[Bound, ...]) -> tuple[Bound | None, Bound | None]:
    """The highest lower end and the lowest upper end."""
    low = [b for b in bounds if b.sign in (">=", ">")]
    high = [b for b in bounds if b.sign in ("<=", "<")]
    return (
        max(low, key=lambda b: (b.threshold, b.sign == ">"), default=None),
        min(high, key=lambda b: (b.threshold, b.sign != "<"), default=None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """So many points for each (or each event), from `start`, within `at_least` … `at_most`.

    «Mỗi điểm … được tính 2 điểm (Tối đa 5 điểm)»; with a negative `each`, a deduction down to
    `at_least`, which may be below 0 where the document prints negative points.
    """

    each: Fraction
    start: Fraction = Fraction(0)
    at_least: Fraction | None = None
    at_most: Fraction | None = None

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        result = times(measure.value(), self.each)
        if self.start:
            result = Sum((Number(self.start), result))
        if self.at_most is not None:
            result = Least((Number(self.at_most), result))
        if self.at_least is not None:
            result = Most((Number(self.at_least), result))
        elif measure.signed and self.each > 0:
            result = Most((Number(0), result))
        return result

    def floor(self, max_score: Rational) -> Rational | None:
        if self.at_least is not None:
            return self.at_least
        return None if self.each < 0 else min(self.start, Fraction(0))

    def ceiling(self, measure: Measure, max_score: Rational) -> Rational | None:
        if self.each > 0:
            high = self.start + self.each if measure.bounded else None
        else:
            high = None if measure.signed else self.start
        if self.at_most is not None:
            high = self.at_most if high is None else min(high, self.at_most)
        return high if high is None or self.at_least is None else max(high, self.at_least)

    def explain(
        self, measure: Measure, value: Rational, max_score: Rational, lang: str = "vi"
    ) -> str:
        shown = measure.text(value, lang=lang)
        raw = self.start + self.each * value
        sign = "−" if self.each < 0 else "+"
        head = f"{figure(self.start, lang)} {sign} " if self.start or self.each < 0 else ""
        text = f"{head}{shown} × {figure(abs(self.each), lang)} = {points_text(raw, lang)}"
        least = self.at_least
        if least is None and measure.signed and self.each > 0:
            least = Fraction(0)
        if self.at_most is not None and raw > self.at_most:
            return say("explain.at-most", lang, text=text, points=points_text(self.at_most, lang))
        if least is not None and raw < least:
            return say("explain.at-least", lang, text=text, points=points_text(least, lang))
        return text
