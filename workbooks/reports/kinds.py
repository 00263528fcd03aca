"""Kinds: what the report shows of a scored table, a table of levels and a plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from scoring.assess import ScoredAssessment
from scoring.levels import LevelAssessment
from scoring.targets import PlanAssessment
from scoring.totals import totals_of
from scoring.why import level_name
from texts import Percent, say, text, worded


def scored(assessment: ScoredAssessment, lang: str) -> dict[str, Any]:
    """The named totals, the pillars with a bar each, every row that has a score."""
    rows = [row for row in assessment.rows if row.score is not None]
    return {
        "summary": say(
            "report.scored",
            lang,
            scored=len(rows),
            rows=len(assessment.rows),
            missing=len(assessment.missing),
            wrong=len(assessment.wrong),
        ),
        "named": [(n.say(lang), v.say(lang)) for n, v in totals_of(assessment).named()],
        "pillars": [
            {
                "code": pillar.code,
                "name": pillar.name,
                "score": worded(pillar.score, lang),
                "max": worded(pillar.max_score, lang),
                **_bar(pillar.score, pillar.max_score, lang),
            }
            for pillar in assessment.pillars
        ],
        "rows": [
            {
                "code": row.code,
                "stands": f"{worded(row.score, lang)} / {worded(row.row.max_score, lang)}",
                "why": row.why(assessment.law, lang).sentence,
            }
            for row in rows
        ],
    }


def levels(assessment: LevelAssessment, lang: str) -> dict[str, Any]:
    """The level and what stops the next one, every criterion with the highest level it meets."""
    level = assessment.level
    named = text("level.named", level=level, name=level_name(assessment.law, level))
    summary = "check.level-stopped" if assessment.blocking else "check.level"
    missing, codes = len(assessment.missing), assessment.blocking
    return {
        "summary": say(summary, lang, level=named, codes=codes, missing=missing),
        "rows": [
            {
                "code": row.code,
                "stands": say("report.highest", lang, level=row.highest),
                "why": row.why(assessment.law, lang).sentence,
            }
            for row in assessment.rows
        ],
    }


def targets(assessment: PlanAssessment, lang: str) -> dict[str, Any]:
    """The counts of the plan and of its pillars, every target with its judgement."""
    tally = assessment.tally
    counts = {"met": tally.met, "not_met": tally.not_met, "not_judged": tally.not_judged}
    return {
        "summary": say("check.targets", lang, **counts, missing=len(assessment.missing)),
        "pillars": [
            {
                "code": f"{pillar.part}.{pillar.code}",
                "name": pillar.name,
                "score": str(tally.met),
                "max": str(tally.met + tally.not_met + tally.missing),
                **_bar(tally.met, tally.met + tally.not_met + tally.missing, lang),
            }
            for pillar, tally in assessment.by_pillar
        ],
        "rows": [
            {
                "code": row.code,
                "stands": row.result.say(lang),
                "why": row.why(assessment.law, lang).sentence,
            }
            for row in assessment.rows
        ],
    }


PAGES: Mapping[str, Callable[[Any, str], dict[str, Any]]] = {
    "scored": scored,
    "levels": levels,
    "targets": targets,
}
"""What the page of each kind of table shows, from its assessment and the language."""


def _bar(part: int | Fraction, whole: int | Fraction, lang: str) -> dict[str, Any]:
    """A share in words and as the width of a bar, which bonus and negative points do not leave."""
    if not whole:
        return {"percent": "", "width": 0.0}
    share = Fraction(part) / whole
    width = float(min(Fraction(1), max(Fraction(0), share)) * 100)
    return {"percent": worded(Percent(share), lang), "width": width}
