"""Values: what every formula of a scored workbook shows at first, by the engine alone.

Nothing here looks at a formula: a test recalculates each of them and holds it against this.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.explain import explain
from scoring.info import info_figure
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.read_figures import read_number
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from scoring.words import Status
from texts import say
from texts.figures import vietnamese
from udfs.cells import read_cell
from workbooks.design.contents import contents_of, slot_content, taken_over
from workbooks.design.draft import Content, Design
from workbooks.design.names import DOCUMENTS, UDF, Key
from workbooks.design.open_rows import unit_words
from workbooks.design.scored.detail import (
    impossible_pieces,
    missing_pieces,
    said,
    unusable_pieces,
)
from workbooks.design.scored.evidence import evidence_values
from workbooks.design.scored.figures import count_words, decimals_words
from workbooks.design.scored.formulas import DATES
from workbooks.design.scored.rows import IndicatorRows
from workbooks.design.scored.signed import scored_signed_values
from workbooks.design.scored.standing import ERROR, Values, agreement_words
from workbooks.design.scored.sum_values import Sums


def scored_values(design: Design, assessment: ScoredAssessment) -> dict[Key, Content]:
    """The first value of every formula: a number, a text, "" or "#VALUE!"."""
    sheet = Sums(design, assessment)
    found: dict[Key, Content] = {}
    for here in sheet.rows.indicators:
        found.update(_Row(sheet, here).values())
    for _, values in (
        ("sums", sheet.sums()),
        ("lines", sheet.lines()),
        ("summary", sheet.summary()),
    ):
        found.update(values)
    contents = contents_of(design, assessment.submission)
    found.update(evidence_values(sheet.rows, contents))
    found.update(scored_signed_values(design, sheet.rows, assessment.submission, contents, found))
    found[Key("line", DOCUMENTS)] = unit_words(contents)
    return found


@dataclass(frozen=True)
class _Row:
    """One indicator."""

    sheet: Sums
    here: IndicatorRows

    @property
    def code(self) -> str:
        return self.here.code

    @cached_property
    def result(self) -> IndicatorAssessment:
        return self.sheet.assessment.row(self.code)

    @property
    def submission(self) -> Submission:
        return self.sheet.submission

    def values(self) -> Values:
        """Every formula of the row."""
        code, shown = self.code, self.sheet.shown[self.code]
        excluded = code in self.submission.excluded
        verified, row = self.submission.verified.get(code), self.result.row
        yield Key("score", code), shown
        yield Key("status", code), str(self.sheet.status(code))
        yield Key("detail", code), self.detail()
        if self.sheet.design.edition == UDF:
            yield Key("explain", code), self.explained()
        yield Key("check", code), self.check()
        yield Key("difference", code), self.difference(shown, verified)
        yield Key("assessed", code), 0.0 if excluded else float(row.counted_max)
        yield Key("official", code), self.sheet.official(code)
        yield Key("missing", code), float(code in self.sheet.missing([code]))
        yield Key("wrong", code), float(code in self.sheet.wrong([code]))
        out = self.sheet.left_out
        yield Key("left_out", code), float(out.index(code) + 1 if code in out else 0)
        yield Key("gap", code), float(self.sheet.gap(code))
        yield Key("rank", code), float(self.sheet.ranks[code])
        for slot, at in self.here.slots:
            if slot.from_info:
                yield Key("taken", code, slot.name), self.taken(slot)
            if at == self.here.row:
                continue
            yield Key("status", code, slot.name), str(self.sheet.status(code))
            if slot.kind is SlotKind.NUMBER:
                yield Key("hint", code, slot.name), self.hint(slot)

    def detail(self) -> str:
        """What is missing or wrong, or what is left to win."""
        program, figures = self.result.row.program, self.result.figures
        points = say("sheet.scored.points", points=vietnamese(self.result.row.max_score))
        match self.sheet.status(self.code):
            case Status.MISSING | Status.PENDING:
                pieces = said(missing_pieces(program), figures)
                return f"{say('sheet.scored.missing')} {pieces}{points}"
            case Status.WRONG:
                pieces = said(unusable_pieces(program), figures)
                pieces = pieces or said(impossible_pieces(program), figures)
                return f"{say('sheet.scored.wrong')} {pieces}{points}"
            case Status.FULL:
                left = self.result.row.max_score - (self.result.score or 0)
                if left <= 0:
                    return say("sheet.scored.full-marks")
                point = say("sheet.scored.point")
                return f"{say('sheet.scored.left')} {decimals_words(left)} {point}"
            case Status.EXCLUDED:
                reason = self.submission.excluded[self.code]
                return "" if reason else say("sheet.scored.reason-wanted")
        return ""

    def explained(self) -> str:
        """The sentence of DTI_EXPLAIN for the cells of the row."""
        if self.result.status is Status.EXCLUDED:
            return say("sheet.scored.excluded")
        if self.result.status is Status.SUBSTITUTED:
            return say("sheet.scored.substituted")
        for slot in reversed(self.result.row.slots):
            if slot.row and isinstance(self.result.figures.get(slot.name), Wrong):
                return say("sheet.scored.explain-row", code=slot.row)
        return explain(self.result.row, self._as_in_cells())

    def _as_in_cells(self) -> Figures:
        """The figures as a function reads them from the cells."""
        read = dict(self.result.figures)
        for slot, _ in self.here.slots:
            value = read.get(slot.name)
            if isinstance(value, Wrong):
                read[slot.name] = read_cell(slot, slot_content(slot, value, self.result.row))
        return read

    def check(self) -> str:
        """Whether the typed score is the computed one."""
        typed = self.submission.typed.get(self.code)
        if typed is None or self.code in self.submission.excluded:
            return ""
        return agreement_words(typed, self.sheet.shown[self.code], self.result.score or 0)

    def difference(self, shown: Content, verified: Rational | None) -> Content:
        """The appraised score less the computed one."""
        if verified is None or shown in ("", ERROR):
            return ERROR if verified is not None and shown == ERROR else ""
        return float(Fraction(verified) - (self.result.score or 0))

    def taken(self, slot: Slot) -> Content:
        """The figure that counts: typed, or taken over."""
        figures = self.submission.figures.get(self.code, {})
        value = figures.get(slot.name)
        if value is None:
            return ""
        return slot_content(slot, value, self.result.row)

    def hint(self, slot: Slot) -> str:
        """What stands beside the yellow cell of a number."""
        figures = self.submission.figures.get(self.code, {})
        value = figures.get(slot.name)
        if taken_over(slot, figures, self.submission):
            value = None
        if isinstance(value, Wrong):
            value = _number_in(slot_content(slot, value, self.result.row))
        first, last = DATES
        typed = None if value is None or isinstance(value, bool) else Fraction(value)
        if typed is not None and first <= typed <= last and typed.denominator == 1:
            return say("sheet.scored.looks-like-date")
        if not slot.from_info:
            return ""
        where = ", ".join(slot.from_info)
        stands = info_figure(slot, self.submission.info)
        lines = [read_number(self.submission.info.get(code)) for code in slot.from_info]
        below = any(isinstance(line, int | Fraction) and line < 0 for line in lines)
        if stands is None or below:
            return say("sheet.scored.unknown", where=where)
        if typed is None:
            return f"{say('sheet.scored.taken', where=where)} {count_words(stands)}"
        if typed == stands:
            return say("sheet.scored.like", where=where)
        return f"{say('sheet.scored.unlike', where=where)} {count_words(stands)}"


def _number_in(content: Content) -> Rational | None:
    plain = isinstance(content, float) and not isinstance(content, bool)
    return Fraction(content) if plain and isinstance(content, float) else None
