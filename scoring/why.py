"""Why: a row of any kind that was assessed, explained in either language.

The law's own words are quoted as printed; what is ours is said in the language asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scoring.assess import IndicatorAssessment
from scoring.assessment import RowAssessment
from scoring.dates import day_text
from scoring.explain import explain
from scoring.law import Row
from scoring.levels import NO_LEVEL, CriterionAssessment, LevelTable
from scoring.program import Wrong
from scoring.slots import Slot, SlotKind
from scoring.targets import TargetAssessment
from scoring.thresholds import (
    LEVELS,
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    Threshold,
    Yes,
)
from scoring.words import Status
from texts import Percent, Text, say, text


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a row stands as it does: the answer, what it rests on, and the clause."""

    head: str
    details: tuple[str, ...] = ()
    source: str = ""

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        parts = self.head + (f": {'; '.join(self.details)}" if self.details else "")
        return f"{parts} ({self.source})" if self.source else parts

    @property
    def lines(self) -> list[str]:
        """The same, a line for each detail."""
        source = f" ({self.source})" if self.source else ""
        if not self.details:
            return [self.head + source]
        return [f"{self.head}{source}", *(f"    {detail}" for detail in self.details)]


def why(row: RowAssessment, law: Any = None, lang: str = "vi") -> Explanation:
    """Explain a row. `law`: the table, whose level names a criterion is explained with."""
    if isinstance(row, CriterionAssessment):
        return _criterion(row, law, lang)
    if isinstance(row, TargetAssessment):
        return _target(row, lang)
    assert isinstance(row, IndicatorAssessment)
    return _indicator(row, lang)


def _source(row: Row, lang: str) -> str:
    """The clause, and how it is read where it is unclear."""
    parts = [row.place] if row.place else []
    if row.readings:
        adopted = "; ".join(reading.adopted for reading in row.readings)
        parts.append(f"{say('why.reading', lang)}: {adopted}")
    return "; ".join(parts)


def _found(row: RowAssessment, lang: str) -> tuple[str, ...]:
    return tuple(item.message(lang).rstrip(".") for item in row.findings)


def _indicator(row: IndicatorAssessment, lang: str) -> Explanation:
    """The printed rule with the figures in it; in English the figures, the score and the rule."""
    indicator = row.row
    if row.status in (Status.EXCLUDED, Status.SUBSTITUTED):
        head = f"{row.code}: {row.status.say(lang)}"
        if row.score is not None:
            head += say("why.by-share", lang, score=row.score)
        return Explanation(head, source=indicator.place)
    if lang == "vi":
        return Explanation(explain(indicator, row.figures))
    given = ", ".join(_held(indicator, row, lang))
    score = say("why.no-score", lang)
    if row.score is not None:
        score = say("why.score", lang, score=row.score, most=indicator.max_score)
    head = f"{row.code}: {given} → {score}" if given else f"{row.code}: {score}"
    rule = say("why.rule", lang, rule=" ".join(indicator.printed.split()))
    return Explanation(head, (*_found(row, lang), rule), _source(indicator, lang))


def _held(row: Row, assessed: RowAssessment, lang: str) -> Iterator[str]:
    """Every figure that was given, as people read it."""
    for slot in row.slots:
        value = assessed.figures.get(slot.name)
        if value is not None:
            shown = figure_text(slot, value)
            name = slot.name or row.name
            yield say("slot.holds", lang, slot=name, value=shown, digits=6)


def figure_text(slot: Slot, value: Any) -> Text:
    """A figure as people read it: a number, a percentage, yes or no, a printed option."""
    shown = value
    if isinstance(value, Wrong):
        shown = value.shown
    elif slot.kind is SlotKind.PERCENT:
        shown = Percent(value)
    elif slot.kind is SlotKind.DATE:
        shown = day_text(value)
    elif slot.kind is SlotKind.OPTION and 1 <= value <= len(slot.options):
        return text("why.option", number=value, label=slot.options[int(value) - 1])
    return text("number.shown", number=shown, digits=6)


def _criterion(row: CriterionAssessment, law: LevelTable, lang: str) -> Explanation:
    """The value, and each level with what it asks for and whether that is met."""
    head = f"{row.code} {row.row.name}: {_values(row, lang)}"
    details = [
        say(
            "why.level" if met is not None else "why.level-not-asked",
            lang,
            level=text("level.named", level=level, name=level_name(law, level)),
            asked=asked(threshold),
            met=text("judgement.met" if met else "judgement.not_met"),
        )
        for level, threshold, met in zip(LEVELS, row.row.thresholds, row.met, strict=True)
    ]
    return Explanation(head, (*_found(row, lang), *details), _source(row.row, lang))


def _values(row: RowAssessment, lang: str) -> str:
    slots = {slot.name: slot for slot in row.row.slots}
    given = [
        (slot, row.figures[name])
        for name, slot in slots.items()
        if row.figures.get(name) is not None
    ]
    if not given:
        return say("why.no-value", lang)
    return "/".join(figure_text(slot, value).say(lang) for slot, value in given)


def _target(row: TargetAssessment, lang: str) -> Explanation:
    """The value, what the plan asks for, and the judgement."""
    head = f"{row.code} {row.row.name}: {_values(row, lang)} → {row.result.say(lang)}"
    details = []
    if row.row.requirement:
        wanted = " ".join(row.row.requirement.split())
        details.append(say("why.requirement", lang, wanted=wanted))
    if row.row.threshold is not None:
        details.append(say("why.judged-at", lang, asked=asked(row.row.threshold)))
    found = tuple(
        item.message(lang).rstrip(".") for item in row.findings if item.code != "input-missing"
    )
    return Explanation(head, (*found, *details), _source(row.row, lang))


def level_name(law: LevelTable, level: int) -> str | Text:
    """The law's name of a level of 1–5; level 0 has no name of its own: ours."""
    name = law.name_of(level)
    return text("level.none") if name == NO_LEVEL else name


def asked(threshold: Threshold) -> Text:
    """What one level or one target asks for.

    >>> asked(AtLeastCount(2, or_all=True)).say("en")
    '≥ 2 or 100%'
    """
    return _ASKED[type(threshold)](threshold)


def _communes(threshold: Any) -> Text:
    if threshold.share is None:
        return text("asked.communes", all_from=threshold.all_from)
    return text(
        "asked.communes-share",
        all_from=threshold.all_from,
        share=Percent(threshold.share),
        share_from=threshold.share_from,
    )


_ASKED: Mapping[type, Callable[[Any], Text]] = {
    NotApplicable: lambda _: text("asked.nothing"),
    AtLeastPercent: lambda t: text("asked.percent", percent=Percent(t.ratio)),
    AtLeastCount: lambda t: text(
        "asked.count-or-all" if t.or_all else "asked.count", count=t.count, digits=6
    ),
    Yes: lambda _: text("asked.yes"),
    CommunesFrom: _communes,
}
