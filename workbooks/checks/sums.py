"""Sums are the sums of their rows: arithmetic only, whatever the rows are worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.tolerance import agrees
from texts import Text, text
from workbooks.checks.base import Evidence, telling
from workbooks.design.names import Key
from workbooks.statement import Stated

CODES = ("subtotal-mismatch", "total-mismatch")

_CLOSE = Fraction(1, 10**6)


def sums_are_the_sums_of_their_rows(evidence: Evidence) -> Iterator[Finding]:
    """Every subtotal and total equals the scores that stand in its own rows."""
    statement, scored = evidence.statement, evidence.scored
    if scored is None:
        return
    lost = {item.indicator for item in statement.findings if item.code == "row-missing"}
    lost = lost if statement.own else set()
    subtotals: list[Finding] = []
    for pillar in scored.law.pillars:
        codes = [row.code for row in pillar.indicators]
        if lost & set(codes):
            continue  # what a lost row counts for is not known; `row-missing` names it
        for key, typed in ((Key("pillar", pillar.code), False), (Key("typed", pillar.code), True)):
            figure = statement.figure(key)
            if figure is not None:
                sums = Sum(evidence, figure, codes, typed)
                subtotals += sums.findings("subtotal-mismatch", pillar.code)
    yield from subtotals
    if lost:
        return
    codes = list(scored.law.by_code)
    total, typed_total = statement.figure(Key("total")), statement.figure(Key("typed", "total"))
    if total is not None:
        yield from Sum(evidence, total, codes, False).findings("total-mismatch", "")
    if typed_total is not None and (subtotals or not _adds_subtotals(evidence, typed_total)):
        yield from Sum(evidence, typed_total, codes, True).findings("total-mismatch", "")


def _adds_subtotals(evidence: Evidence, total: Stated) -> bool:
    """Whether a typed total is the sum of typed subtotals, which may be rounded themselves."""
    value, pillars = evidence.current(total), evidence.assessment.law.pillars  # type: ignore[attr-defined]
    stated = [evidence.statement.figure(Key("typed", pillar.code)) for pillar in pillars]
    known = [evidence.current(figure) for figure in stated]
    values = [figure for figure in known if figure is not None]
    return value is not None and len(values) == len(pillars) and value == sum(values)


@dataclass(frozen=True)
class Sum:
    """A stated sum and the rows it is of. `typed`: it adds what was typed by hand."""

    evidence: Evidence
    figure: Stated
    codes: Sequence[str]
    typed: bool

    @property
    def counted(self) -> list[str]:
        """The rows that are not left out of the assessment."""
        return [code for code in self.codes if self.evidence.counts(code)]

    def findings(self, code: str, pillar: str) -> Iterator[Finding]:
        """The finding that the sum is not the one of its rows, where it is not."""
        evidence, figure = self.evidence, self.figure
        value = evidence.current(figure)
        standing = [self._standing(row) for row in self.counted]
        known = [score for score in standing if score is not None]
        if value is None or (not known and self.typed and not evidence.statement.own):
            return  # a form that states a sum and no scores: nothing to add up
        total = sum(known, Fraction(0))
        digits = None if figure.formula else figure.digits
        if agrees(value, total, digits) or abs(value - total) <= _CLOSE:
            return
        if figure.formula and self._adds_again():
            return  # the formula is right: old values are named as such
        if self._explained_by_rounding(value, total, len(known), digits):
            return
        yield finding(
            code,
            pillar,
            sheet=figure.sheet,
            cell=figure.cell,
            actual=value,
            expected=total,
            digits=telling(value, total),
            why=self._why(value, total),
        )

    def _standing(self, code: str) -> Fraction | None:
        return self.evidence.standing(code) if self.typed else self.evidence.computed(code)

    def _explained_by_rounding(
        self, value: Fraction, total: Fraction, rows: int, digits: int | None
    ) -> bool:
        """Rows typed to two digits may add up beside the exact total by their own rounding."""
        scores = (self.evidence.score(code) or Fraction(0) for code in self.codes)
        engine = sum(scores, Fraction(0))
        if agrees(value, engine, digits) and abs(value - total) <= rows * Fraction(1, 200):
            return True
        return self.typed and agrees(value, self._unrounded(), digits)

    def _adds_again(self) -> bool:
        """Whether everything recalculated adds up."""
        evidence, statement = self.evidence, self.evidence.statement
        value = evidence.again(self.figure)
        if value is None:
            return False
        total = Fraction(0)
        for code in self.counted:
            typed = evidence.again(statement.figure(Key("typed", code))) if self.typed else None
            score = evidence.again(statement.figure(Key("score", code))) if typed is None else typed
            total += score or 0
        return abs(value - total) <= _CLOSE

    def _unrounded(self) -> Fraction:
        """The sum of the rows, the rightly rounded ones with their exact scores."""
        total = Fraction(0)
        for code in self.counted:
            stands, exact = self.evidence.standing(code), self.evidence.score(code)
            if stands is None:
                continue
            typed = self.evidence.statement.figure(Key("typed", code))
            digits = typed.digits if typed else None
            right = exact is not None and agrees(stands, exact, digits)
            total += exact if exact is not None and right else stands
        return total

    def _why(self, value: Fraction, total: Fraction) -> Text:
        """How far it is off, and the one row that would explain it."""
        digits = telling(value, total)
        missed = [
            code
            for code in self.counted
            if (score := self.evidence.standing(code))
            and abs(total - value - score) <= Fraction(1, 100)
        ]
        if len(missed) == 1:
            return text("sum.row-left-out", difference=value - total, row=missed[0], digits=digits)
        return text("sum.off", difference=value - total, digits=digits)
