"""`dti compare`: two workbooks, units or periods of one table, row by row, with the causes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from answers.improve import short_name, slot_name
from answers.inputs import inputs_json
from answers.refusal import unusable
from answers.sources import Source
from scoring.assess import assess
from scoring.assessment import Assessment, RowAssessment
from scoring.law import Law
from scoring.numbers import number
from scoring.slots import SlotKind
from scoring.why import figure_text, level_name
from texts import Percent, Text, say, text


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row of both: how each stands, and what is different in its figures."""

    first: RowAssessment
    second: RowAssessment
    causes: tuple[Text, ...]

    @property
    def code(self) -> str:
        """The code of the row."""
        return self.first.code

    @property
    def differs(self) -> bool:
        """Whether the row stands otherwise, or rests on other figures."""
        return bool(self.causes) or _stands(self.first) != _stands(self.second)

    @property
    def difference(self) -> Fraction | None:
        """The second score less the first; a score that is not there counts 0."""
        one, two = self.first.score, self.second.score
        if one is None and two is None:
            return None
        return (two or Fraction(0)) - (one or Fraction(0))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two assessments by one table, row by row."""

    law: Law
    files: tuple[str, str]
    first: Assessment
    second: Assessment
    rows: tuple[ComparedRow, ...]

    @property
    def differing(self) -> tuple[ComparedRow, ...]:
        """The rows that differ, the largest difference first; else in printed order."""
        rows = [row for row in self.rows if row.differs]
        return tuple(sorted(rows, key=lambda row: -abs(row.difference or Fraction(0))))

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data; every row, also where nothing differs."""
        return {
            "table": self.law.id,
            "first": self._side(self.files[0], self.first),
            "second": self._side(self.files[1], self.second),
            "rows": [
                {
                    "code": row.code,
                    "first": _row_json(row.first),
                    "second": _row_json(row.second),
                    "difference": number(row.difference),
                    "differs": row.differs,
                    "causes": [cause.say(lang) for cause in row.causes],
                }
                for row in self.rows
            ],
        }

    def _side(self, file: str, one: Assessment) -> dict[str, Any]:
        data: dict[str, Any] = {"file": file, "name": one.name, "period": one.submission.period}
        if one.total is not None:
            pillars = [{"code": p.code, "score": number(p.score)} for p in one.pillars]
            data |= {"total": number(one.total), "max": number(one.max_score)}
            data |= {"index": number(one.index), "pillars": pillars}
        elif one.level is not None:
            data["level"] = one.level
        elif one.tally is not None:
            data["met"] = one.tally.met
        return data

    def words(self, lang: str = "vi") -> str:
        """In words: the totals, then every row that differs with its causes."""
        called = [
            _called(file, one)
            for file, one in zip(self.files, (self.first, self.second), strict=True)
        ]
        head = text("compare.head", table=self.law.id, first=called[0], second=called[1])
        lines = [head.say(lang), *(line.say(lang) for line in self._totals())]
        rows = self.differing
        if not rows:
            return "\n".join([*lines, say("compare.same", lang)])
        lines.append(say("compare.count", lang, count=len(rows)) + ":")
        for row in rows:
            lines.append(f"  {_row_text(row).say(lang)}")
            lines += [f"      {cause.say(lang)}" for cause in row.causes]
        return "\n".join(lines)

    def _totals(self) -> Iterator[Text]:
        one, two = self.first, self.second
        if one.total is not None and two.total is not None:
            yield text(
                "compare.total",
                first=one.total,
                second=two.total,
                difference=signed(two.total - one.total),
                share_first=Percent((one.index or Fraction(0)) / 100),
                share_second=Percent((two.index or Fraction(0)) / 100),
            )
            for a, b in zip(one.pillars, two.pillars, strict=True):
                if a.score != b.score:
                    change = signed(b.score - a.score)
                    given = {"first": a.score, "second": b.score, "difference": change}
                    yield text("compare.pillar", code=a.code, name=a.name, **given)
        elif one.level is not None and two.level is not None:
            levels = [_level(self.law, level) for level in (one.level, two.level)]
            yield text("compare.level", first=levels[0], second=levels[1])
        elif one.tally is not None and two.tally is not None:
            yield text("compare.met", first=one.tally.met, second=two.tally.met)


def compare(first: Source, second: Source) -> Compared:
    """Compare two files of one table. Raises Unusable for files of two."""
    if first.law.id != second.law.id:
        raise unusable(
            "compare.other-table",
            first=first.name,
            second=second.name,
            one=first.law.id,
            two=second.law.id,
        )
    one, two = (assess(one.law, one.submission) for one in (first, second))
    rows = tuple(
        ComparedRow(a, b, tuple(_causes(a, b, one, two)))
        for a, b in zip(one.rows, two.rows, strict=True)
    )
    return Compared(first.law, (first.name, second.name), one, two, rows)


def _causes(a: RowAssessment, b: RowAssessment, one: Assessment, two: Assessment) -> Iterator[Text]:
    """What is different in the figures of a row."""
    if a.status != b.status:
        yield text("compare.status", first=_word(a), second=_word(b))
    others = []
    for slot in a.row.slots:
        old, new = a.figures.get(slot.name), b.figures.get(slot.name)
        if old == new:
            continue
        if slot.kind is SlotKind.COHORT:
            yield text("compare.cohort")
        elif slot.kind is SlotKind.ROW:
            others.append(slot.row)
        else:
            shown = [
                text("improve.no-value") if value is None else figure_text(slot, value)
                for value in (old, new)
            ]
            name = slot_name(slot) if slot.name else short_name(a.row.name)
            yield text("compare.figure", slot=name, first=shown[0], second=shown[1])
    if others:
        yield text("compare.other-row", codes=tuple(others))
    verified = [side.submission.verified.get(a.code) for side in (one, two)]
    if verified[0] != verified[1]:
        yield text("compare.verified", first=verified[0], second=verified[1])


def _stands(row: RowAssessment) -> tuple[object, ...]:
    return (row.status, row.score, row.facts())


def _word(row: RowAssessment) -> Text:
    return text(f"status.{row.status.name.lower()}")


def _row_text(row: ComparedRow) -> Text:
    data: dict[str, Any] = {"code": row.code, "name": short_name(row.first.row.name)}
    sides = (row.first, row.second)
    if row.first.highest is not None:
        levels = [text("report.highest", level=side.highest) for side in sides]
        return text("compare.row-plain", **data, first=levels[0], second=levels[1])
    words = [text(f"judgement.{side.result.name.lower()}") for side in sides if side.result]
    if words:
        return text("compare.row-plain", **data, first=words[0], second=words[1])
    scores = [_word(side) if side.score is None else side.score for side in sides]
    change = signed(row.difference or Fraction(0))
    return text("compare.row", **data, first=scores[0], second=scores[1], difference=change)


def _row_json(row: RowAssessment) -> dict[str, Any]:
    data: dict[str, Any] = {
        "status": row.status.value,
        "score": number(row.score),
        "inputs": inputs_json(row.row, row.figures),
    }
    if row.highest is not None:
        data["highest"] = row.highest
    if row.result is not None:
        data["status"] = row.result.value
    return data


def _called(file: str, one: Assessment) -> Text:
    name = one.name or text("score.no-name")
    if one.submission.period:
        return text("compare.period", name=name, period=one.submission.period, file=file)
    return text("compare.called", name=name, file=file)


def _level(law: Law, level: int) -> Text:
    return text("level.named", level=level, name=level_name(law, level))


def signed(value: Fraction) -> Text:
    """A difference with its sign."""
    name = "compare.plus" if value > 0 else "number.shown"
    return text(name, number=value)
