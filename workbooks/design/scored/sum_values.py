"""Sum values: what subtotals, totals, indices, lists and the line on top show at first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from texts import say
from workbooks.design.draft import Content
from workbooks.design.names import COHORT, INFO, SCORING, SUMMARY, Key
from workbooks.design.scored.standing import (
    ERROR,
    Standing,
    Values,
    agreement_words,
    share_of,
    times,
)
from workbooks.design.scored.summary import EXCLUSIONS, GAINS


@dataclass(frozen=True)
class Sums(Standing):
    """A unit, with the values of everything that is made of more than one row."""

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
        share = share_of(score, maximum)
        for slot, value in (
            ("assessed", maximum),
            ("score", score),
            ("share", share),
            ("typed", "" if typed is None else float(typed)),
            ("check", self.sum_check(code, codes)),
            ("verified", verified),
            ("verified_share", share_of(verified, maximum)),
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
        yield Key("index_self"), times(share_of(own, maximum), 100)
        index = times(share_of(official, maximum), 100)
        yield Key("index"), index
        note = "own" if verified == "" else "appraised"
        yield Key("note", "index"), say(f"sheet.scored.note-{note}")
        yield Key("appraised_total"), verified
        yield Key("left_out_max"), printed - maximum
        yield Key("index_before"), times(share_of(own, printed), 100)
        yield Key("count_missing"), float(len(self.missing(self.codes)))
        yield Key("count_wrong"), float(len(self.wrong(self.codes)))
        if law.renormalised:
            yield Key("scaled_total"), times(share_of(official, maximum), printed)
        if law.grades is not None:
            yield Key("grade"), self._grade(own)

    def _grade(self, own: Content) -> Content:
        """The document's word; none while anything is missing, an error while anything is wrong."""
        if not self.maximum(self.codes):
            return ""
        if self.missing(self.codes) or self.wrong(self.codes):
            return ERROR if own == ERROR else ""
        total = sum((self.exact_official(code) for code in self.codes), Fraction(0))
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
