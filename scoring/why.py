"""Why: what explains a row of any kind that was assessed, in either language.

The law's own words are quoted as printed; what is ours is said in the language asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scoring.dates import day_text
from scoring.findings import Finding
from scoring.law import Law, Row
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from scoring.thresholds import (
    AtLeastCount,
    AtLeastPercent,
    CommunesFrom,
    NotApplicable,
    Threshold,
    Yes,
)
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


def source(row: Row, lang: str) -> str:
    """The clause, and how it is read where it is unclear."""
    parts = [row.place] if row.place else []
    if row.readings:
        adopted = "; ".join(reading.adopted for reading in row.readings)
        parts.append(f"{say('why.reading', lang)}: {adopted}")
    return "; ".join(parts)


def found(findings: Iterable[Finding], lang: str) -> tuple[str, ...]:
    """What was found, a part of a sentence each."""
    return tuple(item.message(lang).rstrip(".") for item in findings)


def held(row: Row, figures: Figures, lang: str) -> Iterator[str]:
    """Every figure that was given, as people read it, with its name."""
    for slot, value in _given(row, figures):
        name = slot.name or row.name
        shown = figure_text(slot, value)
        yield say("slot.holds", lang, slot=name, value=shown, digits=6)


def values(row: Row, figures: Figures, lang: str) -> str:
    """The value of a row that takes one: a figure, or a count/total."""
    given = [figure_text(slot, value).say(lang) for slot, value in _given(row, figures)]
    return "/".join(given) or say("why.no-value", lang)


def _given(row: Row, figures: Figures) -> Iterator[tuple[Slot, Any]]:
    for slot in row.slots:
        value = figures.get(slot.name)
        if value is not None:
            yield slot, value


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


def level_name(law: Law, level: int) -> str | Text:
    """The law's name of a level of 1–5; level 0 has no name of its own: ours."""
    return law.level_names[level - 1] if level else text("level.none")


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
