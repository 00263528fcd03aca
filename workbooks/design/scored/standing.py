"""Standing: how a unit stands by the engine — what every later value of the workbook rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.numbers import Rational
from scoring.submission import Submission
from scoring.tolerance import agrees
from scoring.words import Status
from texts import say
from texts.figures import rounded
from workbooks.design.draft import Content, Design
from workbooks.design.names import Key
from workbooks.design.scored.figures import decimals_words
from workbooks.design.scored.rows import Rows, rows_of

ERROR = "#VALUE!"
Values = Iterator[tuple[Key, Content]]


@dataclass(frozen=True)
class Standing:
    """The whole workbook of one unit."""

    design: Design
    assessment: ScoredAssessment

    @cached_property
    def rows(self) -> Rows:
        """Where everything stands as built."""
        return rows_of(self.assessment.law)

    @property
    def submission(self) -> Submission:
        """What the unit has sent in."""
        return self.assessment.submission

    @cached_property
    def shown(self) -> Mapping[str, Content]:
        """What the score of every row shows: a number, "" or an error."""
        found: dict[str, Content] = {}
        for indicator in self.assessment.law.in_order:
            found[indicator.code] = self._shown(self.assessment.row(indicator.code))
        if any(v == ERROR for v in found.values()):
            for row in self.assessment.rows:
                if row.status is Status.SUBSTITUTED and found[row.code] != "":
                    found[row.code] = ERROR  # made of the other rows, and one of them is an error
        return found

    def _shown(self, row: IndicatorAssessment) -> Content:
        if row.score is not None:
            return float(row.score)
        return ERROR if self.status(row.code) is Status.WRONG else ""

    def total_of(self, codes: list[str]) -> Content:
        """The sum of scores, or an error where one of them is."""
        if any(self.shown[code] == ERROR for code in codes):
            return ERROR
        return float(self.exact(codes))

    def exact(self, codes: list[str]) -> Fraction:
        """The exact sum of the scores that are there."""
        scores = (self.assessment.row(code).score for code in codes)
        return sum((score for score in scores if score is not None), Fraction(0))

    def official(self, code: str) -> Content:
        """What the official score of a row shows."""
        if code in self.submission.excluded:
            return ""
        if code in self.submission.verified:
            return float(self.submission.verified[code])
        return self.shown[code]

    @property
    def appraised(self) -> bool:
        """Something was appraised at all."""
        return any(code in self.submission.verified for code in self.codes)

    @cached_property
    def codes(self) -> list[str]:
        """The codes of all rows, in printed order."""
        return [row.code for row in self.assessment.rows]

    def official_total(self, codes: list[str]) -> Content:
        """The sum of the official scores; "" before anything is appraised."""
        if not self.appraised:
            return ""
        if any(self.official(code) == ERROR for code in codes):
            return ERROR
        return float(sum((self.exact_official(code) for code in codes), Fraction(0)))

    def exact_official(self, code: str) -> Fraction:
        """The score of a row that is official: appraised, else the unit's own; 0 for none."""
        if code in self.submission.excluded:
            return Fraction(0)
        return Fraction(self.submission.verified.get(code, self.assessment.row(code).score or 0))

    def maximum(self, codes: list[str]) -> Fraction:
        """The maximum that counts."""
        rows = (self.assessment.row(code) for code in codes)
        return sum((row.row.counted_max for row in rows if row.counts), Fraction(0))

    def status(self, code: str) -> Status:
        """How a row stands."""
        return self.assessment.row(code).status

    def missing(self, codes: list[str]) -> list[str]:
        """The rows that wait for figures."""
        waiting = (Status.MISSING, Status.PENDING)
        return [code for code in codes if self.status(code) in waiting]

    def wrong(self, codes: list[str]) -> list[str]:
        """The rows with figures that cannot be."""
        return [code for code in codes if self.status(code) is Status.WRONG]

    def gap(self, code: str) -> Fraction:
        """The points that a row could still bring."""
        row = self.assessment.row(code)
        if row.status in (Status.EXCLUDED, Status.SUBSTITUTED):
            return Fraction(0)
        return Fraction(rounded(row.row.max_score - (row.score or 0), 6))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each row by the points it could bring."""
        order = sorted(self.codes, key=lambda code: (-self.gap(code), self.codes.index(code)))
        return {code: place for place, code in enumerate(order, 1)}

    @cached_property
    def left_out(self) -> list[str]:
        """The rows that are not assessed."""
        return [code for code in self.codes if code in self.submission.excluded]


def agreement_words(typed: Rational, shown: Content, score: Rational, beside: str = "") -> str:
    """What the comparison of a typed figure with a computed one says."""
    if not isinstance(shown, float):
        return say("sheet.scored.no-score")
    if agrees(typed, score):
        return say("sheet.scored.match")
    gap = abs(Fraction(typed) - score)
    if gap < Fraction(1, 200):
        return say("sheet.scored.off-little") + beside
    sign = "−" if typed < score else "+"
    return f"{say('sheet.scored.off')} {sign}{decimals_words(gap)}{beside}"


def share_of(part: Content, whole: float) -> Content:
    """A part of a whole; an error or a blank stays what it is."""
    if not whole:
        return ""
    return part / whole if isinstance(part, float) else part


def times(value: Content, factor: float) -> Content:
    """A number times a factor; an error or a blank stays what it is."""
    return value * factor if isinstance(value, float) else value
