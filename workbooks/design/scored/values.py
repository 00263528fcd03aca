"""Values: what every formula of a scored workbook shows at first, by the engine alone.

Nothing here looks at a formula: a test recalculates each of them and holds it against this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.explain import explain
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission, info_figure, read_number
from scoring.tolerance import agrees
from scoring.words import Status
from texts import say
from texts.figures import rounded, vietnamese
from udfs.cells import read_cell
from workbooks.design.contents import contents_of, slot_content, taken_over
from workbooks.design.draft import Content, Design
from workbooks.design.names import COHORT, DOCUMENTS, INFO, SCORING, SUMMARY, UDF, Key
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
from workbooks.design.scored.rows import IndicatorRows, Rows, rows_of
from workbooks.design.scored.signed import scored_signed_values
from workbooks.design.scored.summary import EXCLUSIONS, GAINS

ERROR = "#VALUE!"
Values = Iterator[tuple[Key, Content]]


def scored_values(design: Design, assessment: ScoredAssessment) -> dict[Key, Content]:
    """The first value of every formula: a number, a text, "" or "#VALUE!"."""
    sheet = _Sheet(design, assessment)
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
class _Sheet:
    """The whole workbook of one unit."""

    design: Design
    assessment: ScoredAssessment

    @cached_property
    def rows(self) -> Rows:
        return rows_of(self.assessment.law)

    @property
    def submission(self) -> Submission:
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
        return [row.code for row in self.assessment.rows]

    def official_total(self, codes: list[str]) -> Content:
        """The sum of the official scores; "" before anything is appraised."""
        if not self.appraised:
            return ""
        if any(self.official(code) == ERROR for code in codes):
            return ERROR
        return float(sum((self._exact_official(code) for code in codes), Fraction(0)))

    def _exact_official(self, code: str) -> Fraction:
        if code in self.submission.excluded:
            return Fraction(0)
        return Fraction(self.submission.verified.get(code, self.assessment.row(code).score or 0))

    def maximum(self, codes: list[str]) -> Fraction:
        """The maximum that counts."""
        rows = (self.assessment.row(code) for code in codes)
        return sum((row.row.counted_max for row in rows if row.counts), Fraction(0))

    def status(self, code: str) -> Status:
        """How a row stands: a figure that cannot be used is an error in the sheet.

        The engine only warns of a number typed as text, and waits; the formula gives an error.
        """
        row = self.assessment.row(code)
        unusable = any(isinstance(value, Wrong) for value in row.figures.values())
        return Status.WRONG if row.status is Status.MISSING and unusable else row.status

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

    def sums(self) -> Values:
        """Subtotals and the total on the scoring sheet."""
        for pillar in self.rows.pillars:
            codes = [here.code for here in pillar.indicators]
            yield from self._sum("pillar", pillar.pillar.code, codes)
        yield from self._sum("total", "", self.codes)
        yield Key("total_missing"), float(len(self.missing(self.codes)))
        yield Key("total_wrong"), float(len(self.wrong(self.codes)))

    def _sum(self, what: str, code: str, codes: list[str]) -> Values:
        yield Key(what, code), self.total_of(codes)
        yield Key(f"{what}_check", code), self.sum_check(code or "total", codes)
        yield Key(f"{what}_detail", code), self._counts(codes)
        yield Key(f"{what}_assessed", code), float(self.maximum(codes))
        yield Key(f"{what}_verified", code), self.official_total(codes)

    def sum_check(self, code: str, codes: list[str]) -> str:
        """Whether a typed sum is the computed one."""
        typed = self.submission.typed.get(code)
        if typed is None:
            return ""
        own = [self.submission.typed[c] for c in codes if c in self.submission.typed]
        adds = bool(own) and abs(Fraction(typed) - sum(map(Fraction, own))) <= Fraction(1, 200)
        beside = " " + say("sheet.scored.added-right") if adds else ""
        return agreement_words(typed, self.total_of(codes), self.exact(codes), beside)

    def _counts(self, codes: list[str]) -> str:
        missing, wrong = len(self.missing(codes)), len(self.wrong(codes))
        parts = []
        if missing:
            parts.append(f"{missing} {say('sheet.scored.pillar-missing')}")
        if wrong:
            parts.append(f"{wrong} {say('sheet.scored.pillar-wrong')}")
        return ", ".join(parts) or say("sheet.scored.pillar-full")

    def lines(self) -> Values:
        """The unit, and what is left to do, on every sheet that says it."""
        unit, when = say("sheet.line.name"), say("sheet.line.period")
        name, period = self.submission.name, self.submission.period
        for sheet in (INFO, SCORING, SUMMARY, COHORT):
            for key, value in (
                (Key("line", sheet, "unit"), f"{unit}: {name} · {when}: {period}"),
                (Key("line", sheet, "status"), self.status_line()),
            ):
                if key in self.design.formulas:
                    yield key, value

    def status_line(self) -> str:
        """«Còn 5 dòng chưa nhập, trước hết 1.1; 1 dòng sai: 3.4»."""
        missing, wrong = self.missing(self.codes), self.wrong(self.codes)
        if not missing and not wrong:
            return say("sheet.scored.line-complete")
        parts = []
        if missing:
            left, fill = say("sheet.scored.line-left"), say("sheet.scored.line-missing")
            parts.append(f"{left} {len(missing)} {fill} {missing[0]}")
        if wrong:
            words = say(f"sheet.scored.line-wrong{'s' if len(wrong) > 1 else ''}")
            parts.append(f"{len(wrong)} {words} {wrong[0]}")
        return "; ".join(parts) + "."

    def summary(self) -> Values:
        """The whole summary."""
        for pillar in self.rows.pillars:
            codes = [here.code for here in pillar.indicators]
            yield from self._line(pillar.pillar.code, pillar.pillar.name, codes)
        yield from self._line("total", "", self.codes)
        yield from self._results()
        yield from self._lists()
        for code in self.codes:
            yield Key("row", code, "score"), self.shown[code]
            yield Key("row", code, "gap"), float(self.gap(code))
            yield Key("row", code, "status"), str(self.status(code))

    def _line(self, code: str, name: str, codes: list[str]) -> Values:
        score, verified = self.total_of(codes), self.official_total(codes)
        maximum, typed = float(self.maximum(codes)), self.submission.typed.get(code)
        share = _share(score, maximum)
        for slot, value in (
            ("assessed", maximum),
            ("score", score),
            ("share", share),
            ("typed", "" if typed is None else float(typed)),
            ("check", self.sum_check(code, codes)),
            ("verified", verified),
            ("verified_share", _share(verified, maximum)),
        ):
            yield Key("summary", code, slot), value
        if code != "total":
            there = isinstance(share, float)
            wrong = "" if there else " " + say("sheet.scored.chart-wrong")
            yield Key("summary", code, "plotted"), share if there else -0.000001
            yield Key("summary", code, "broken"), 0.0 if there else 1.0
            yield Key("summary", code, "label"), f"{name}{wrong}"

    def _results(self) -> Values:
        law, maximum = self.assessment.law, float(self.maximum(self.codes))
        own, verified = self.total_of(self.codes), self.official_total(self.codes)
        official = own if verified == "" else verified
        printed = float(law.max_score)
        yield Key("index_self"), _times(_share(own, maximum), 100)
        index = _times(_share(official, maximum), 100)
        yield Key("index"), index
        note = "own" if verified == "" else "appraised"
        yield Key("note", "index"), say(f"sheet.scored.note-{note}")
        yield Key("appraised_total"), verified
        yield Key("left_out_max"), printed - maximum
        yield Key("index_before"), _times(_share(own, printed), 100)
        yield Key("count_missing"), float(len(self.missing(self.codes)))
        yield Key("count_wrong"), float(len(self.wrong(self.codes)))
        if law.renormalised:
            yield Key("scaled_total"), _times(_share(official, maximum), printed)
        if law.grades is not None:
            yield Key("grade"), self._grade(own)

    def _grade(self, own: Content) -> Content:
        """The document's word; none while anything is missing, an error while anything is wrong."""
        if not self.maximum(self.codes):
            return ""
        if self.missing(self.codes) or self.wrong(self.codes):
            return ERROR if own == ERROR else ""
        total = sum((self._exact_official(code) for code in self.codes), Fraction(0))
        if not self.appraised:
            total = self.exact(self.codes)
        return self.assessment.grade_of(total) or ""

    def _lists(self) -> Values:
        """What is left out, and what brings most."""
        out = self.left_out
        for number in range(1, EXCLUSIONS + 1):
            code = out[number - 1] if number <= len(out) else ""
            row = self.assessment.row(code).row if code else None
            for slot, value in (
                ("code", code),
                ("name", row.name if row else ""),
                ("max", float(row.max_score) if row else ""),
                ("reason", self.submission.excluded[code] if row else ""),
            ):
                yield Key("left_out_row", str(number), slot), value
        over = len(out) - EXCLUSIONS
        more = f"{over} {say('sheet.scored.ledger-more')}" if over > 0 else ""
        yield Key("left_out_row", "more"), more
        by_rank = {place: code for code, place in self.ranks.items()}
        for number in range(1, GAINS + 1):
            code = by_rank.get(number, "")
            gap = self.gap(code) if code else Fraction(0)
            row = self.assessment.row(code).row if gap > 0 else None
            for slot, value in (
                ("code", code if row else ""),
                ("name", row.name if row else ""),
                ("max", float(row.max_score) if row else ""),
                ("gap", float(gap) if row else ""),
                ("status", str(self.status(code)) if row else ""),
            ):
                yield Key("gain", str(number), slot), value


@dataclass(frozen=True)
class _Row:
    """One indicator."""

    sheet: _Sheet
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


def agreement_words(typed: Rational, shown: Content, score: Rational, beside: str = "") -> str:
    """What the comparison of a typed figure with a computed one says."""
    if not isinstance(shown, float):
        return say("sheet.scored.no-score")
    if agrees(typed, score):
        return say("sheet.scored.match")
    gap = abs(Fraction(typed) - score)
    words = "<0,01" if gap < Fraction(1, 200) else decimals_words(gap)
    return f"{say('sheet.scored.off')} {'−' if typed < score else '+'}{words}{beside}"


def _share(part: Content, whole: float) -> Content:
    if not whole:
        return ""
    return part / whole if isinstance(part, float) else part


def _times(value: Content, factor: float) -> Content:
    return value * factor if isinstance(value, float) else value


def _number_in(content: Content) -> Rational | None:
    plain = isinstance(content, float) and not isinstance(content, bool)
    return Fraction(content) if plain and isinstance(content, float) else None
