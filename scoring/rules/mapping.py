"""Mappings: from a measured quantity to points — up to a full mark, in bands, or per event."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from scoring.expression import (
    Choose,
    Compare,
    Expr,
    Least,
    Most,
    Number,
    Quotient,
    Sum,
    times,
)
from scoring.numbers import Rational, percent, vietnamese
from scoring.rules.base import Award, points_text
from scoring.rules.measure import Measure, quantity_text


class Mapping(Protocol):
    """From a quantity to points."""

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        """The points as an expression of the quantity."""

    def explain(self, measure: Measure, value: Rational, max_score: Rational) -> str:
        """`60% < 85% → 60%/85% × 10 = 7,06 điểm`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FullAt:
    """In proportion to the quantity, the whole maximum from `full_at` up.

    The clause «Tỷ lệ >= 85%: Điểm tối đa; Tỷ lệ < 85%: Tỷ lệ/85% × Điểm tối đa».
    """

    full_at: Fraction = Fraction(1)

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        quantity = measure.value()
        if self.full_at != 1:
            quantity = Quotient(quantity, Number(self.full_at))
        if not (measure.bounded and self.full_at == 1):
            quantity = Least((Number(1), quantity))
        return times(quantity, max_score)

    def explain(self, measure: Measure, value: Rational, max_score: Rational) -> str:
        shown = quantity_text(measure, value, self.full_at)
        mark = quantity_text(measure, self.full_at)
        got = min(Fraction(1), Fraction(value) / self.full_at) * max_score
        if self.full_at == 1 and measure.is_ratio and value <= 1:
            return f"{shown} → {shown} × {vietnamese(max_score)} = {points_text(got)}"
        if value >= self.full_at:
            return f"{shown} ≥ {mark} → điểm tối đa = {points_text(got)}"
        return f"{shown} < {mark} → {shown}/{mark} × {vietnamese(max_score)} = {points_text(got)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """From a threshold up (`closed`: the threshold itself included), the award."""

    threshold: Fraction
    award: Award
    closed: bool = True

    @property
    def sign(self) -> str:
        """The comparison as printed."""
        return ">=" if self.closed else ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The first band whose threshold is reached, from the top; below the last, `otherwise`."""

    bands: tuple[Band, ...]
    otherwise: Award = Award(share=Fraction(0))

    def points(self, measure: Measure, max_score: Rational) -> Expr:
        quantity = measure.value()
        result = self.otherwise.points(max_score, quantity)
        for band in reversed(self.bands):
            result = Choose(
                Compare(quantity, band.sign, Number(band.threshold)),
                band.award.points(max_score, quantity),
                result,
            )
        return result

    def explain(self, measure: Measure, value: Rational, max_score: Rational) -> str:
        upper: Fraction | None = None
        for band in self.bands:
            reached = value >= band.threshold if band.closed else value > band.threshold
            if reached:
                shown = quantity_text(measure, value, upper)
                sign = "≥" if band.closed else ">"
                reason = f"{shown} {sign} {quantity_text(measure, band.threshold)}"
                if upper is not None:
                    reason += f" và < {quantity_text(measure, upper)}"
                if band.award.per is None and upper is None and value == band.threshold == 1:
                    reason = shown
                return f"{reason} → {band.award.explain(max_score, shown, value)}"
            upper = band.threshold
        shown = quantity_text(measure, value, upper)
        mark = quantity_text(measure, upper if upper is not None else 0)
        return f"{shown} < {mark} → {self.otherwise.explain(max_score, shown, value)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """So many points for each (or each event), from `start`, within `at_least` … `at_most`.

    «Mỗi điểm … được tính 2 điểm (Tối đa 5 điểm)»; with a negative `each`, a deduction.
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
        return result

    def explain(self, measure: Measure, value: Rational, max_score: Rational) -> str:
        shown = quantity_text(measure, value)
        raw = self.start + self.each * value
        sign = "−" if self.each < 0 else "+"
        head = f"{vietnamese(self.start)} {sign} " if self.start or self.each < 0 else ""
        text = f"{head}{shown} × {vietnamese(abs(self.each))} = {points_text(raw)}"
        if self.at_most is not None and raw > self.at_most:
            return f"{text}, tối đa {points_text(self.at_most)}"
        if self.at_least is not None and raw < self.at_least:
            return f"{text}, tối thiểu {points_text(self.at_least)}"
        return text


def threshold_text(ratio: Fraction) -> str:
    """A threshold as the law prints it."""
    return percent(ratio)
