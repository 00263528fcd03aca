"""`dti score`: what the engine makes of a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from answers.kinds import kind_of
from answers.refusal import unusable
from answers.sources import Source
from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.export import assessment_json
from scoring.law import Law
from texts import say


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit held against its table."""

    assessment: Assessment

    @property
    def wrong(self) -> bool:
        """Whether a figure cannot be."""
        return bool(self.assessment.wrong)

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """The contract's `dti score --json`."""
        return assessment_json(self.assessment, lang)

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        law = self.assessment.law
        name = self.assessment.name or say("score.no-name", lang)
        head = f"{law.id} · {name}"
        return "\n".join([head, *kind_of(law).score_lines(self.assessment, lang)])


def score(source: Source, readings: Iterable[str] = ()) -> Scored:
    """Score a unit. `readings`: `ID=alternative`, to read a clause the other way.

    Raises Unusable for a reading that cannot be chosen.
    """
    law = source.law
    for choice in readings:
        law = read_otherwise(law, choice)
    return Scored(assess(law, source.submission))


def read_otherwise(law: Law, choice: str) -> Law:
    """The table with the alternative of one reading. Raises Unusable for what cannot be chosen."""
    if not law.named_inputs:
        raise unusable("score.reading-kind", table=law.id)
    reading_id, _, kind = choice.partition("=")
    if kind != "alternative" or reading_id not in law.alternatives:
        raise unusable("score.reading", choice=choice, table=law.id, known=law.alternatives or None)
    return law.reading_otherwise(reading_id)
