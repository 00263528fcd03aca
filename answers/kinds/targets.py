"""Plans: targets, each judged, and counted by pillar and agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answers.laws import labelled, reading_lines
from scoring.numbers import Rational, number
from scoring.tally import Tally
from scoring.targets import NOT_MET, Plan, PlanAssessment, Target, TargetAssessment
from scoring.thresholds import AtLeastCount, AtLeastPercent
from texts import Text, say, text

if TYPE_CHECKING:
    from workbooks.reconcile import Reconciliation

_EXPECTED = ("input-missing", "cohort-missing")
"""What a row that is not judged says by itself."""


class TargetsKind:
    """The answers for a plan."""

    no_row = "show.no-target"

    def heading(self, law: Plan, code: str) -> None:
        """No heading has a code of its own."""

    def show_json(self, law: Plan) -> dict[str, Any]:
        """Deadline, pillars and targets; there are no points."""
        return {
            "max": None,
            "deadline": law.deadline,
            "pillars": [
                {"part": p.part, "code": p.code, "name": p.name, "max": None} for p in law.pillars
            ],
            "targets": [self.row_json(law, row) for row in law.targets],
        }

    def show_lines(self, law: Plan, lang: str) -> list[str]:
        """Every target with its requirement."""
        lines = []
        for pillar in law.pillars:
            lines.append(f"\n{pillar.part}.{pillar.code}. {pillar.name}")
            for row in pillar.targets:
                wanted = " ".join(row.requirement.split())
                lines.append(f"  {row.code:<9}{row.name}" + (f"  [{wanted}]" if wanted else ""))
        return lines

    def row_json(self, law: Plan, row: Target) -> dict[str, Any]:
        """One target of `dti show`; `threshold` as unit.json writes a value, or null."""
        threshold: Rational | bool | None = None
        if isinstance(row.threshold, AtLeastPercent):
            threshold = row.threshold.ratio * 100
        elif isinstance(row.threshold, AtLeastCount):
            threshold = row.threshold.count
        elif row.threshold is not None:
            threshold = True
        return {
            "code": row.code,
            "pillar": row.pillar,
            "name": row.name,
            "requirement": row.requirement,
            "kind": row.kind.value,
            "threshold": threshold if isinstance(threshold, bool) else number(threshold),
            "guiding_agency": row.guiding_agency,
            "lead_agency": row.lead_agency,
            "coordinating_agency": row.coordinating_agency,
        }

    def row_lines(self, law: Plan, row: Target, lang: str) -> list[str]:
        """The requirement, the agencies, the day of the report and the readings."""
        pairs = (
            ("show.requirement", row.requirement),
            ("show.guiding-agency", row.guiding_agency),
            ("show.lead-agency", row.lead_agency),
            ("show.coordinating-agency", row.coordinating_agency),
            ("show.deadline", law.deadline),
        )
        return [
            f"{row.code}. {row.name}",
            *labelled(pairs, lang),
            *reading_lines(row, lang),
            f"{say('show.source', lang)}: {row.place}",
        ]

    def score_lines(self, assessment: PlanAssessment, lang: str) -> list[str]:
        """The counts of the plan, of each pillar and agency, then the rows that are not met."""
        lines = [f"{say('score.all', lang)}: {_tally(assessment.tally).say(lang)}"]
        for pillar, tally in assessment.by_pillar:
            name = f"{pillar.part}.{pillar.code}. {pillar.name}"
            lines.append(f"  {name:<42}{_tally(tally).say(lang)}")
        lines.append(f"{say('score.by-agency', lang)}:")
        for agency, tally in assessment.by_agency().items():
            lines.append(f"  {agency:<46}{_tally(tally).say(lang)}")
        missed = tuple(row.code for row in assessment.rows if row.result == NOT_MET)
        if missed:
            lines.append(say("score.not-met", lang, count=len(missed), codes=missed))
        if assessment.missing:
            missing = assessment.missing
            lines.append(say("score.missing", lang, count=len(missing), codes=missing))
        for found in assessment.findings:
            if found.code not in _EXPECTED:
                lines.append(f"  ! {found.indicator}: {found.message(lang)}")
        return lines

    def why_json(self, law: Plan, row: TargetAssessment) -> dict[str, Any]:
        """The requirement as printed and the judgement."""
        return {
            "score": None,
            "requirement": row.row.requirement,
            "result": row.result.value,
        }

    def built_json(self, assessment: PlanAssessment) -> dict[str, Any]:
        """The counts."""
        return {"total": None, "level": None, "targets": assessment.tally.facts()}

    def check_json(self, result: Reconciliation, assessment: PlanAssessment) -> dict[str, Any]:
        """The counts."""
        del result
        return {"targets": assessment.tally.facts()}

    def check_lines(
        self, result: Reconciliation, assessment: PlanAssessment, lang: str
    ) -> list[str]:
        """The counts in one line."""
        del result
        return [f"  {summary(assessment).say(lang)}"]


def summary(assessment: PlanAssessment) -> Text:
    """The counts in one line."""
    tally = assessment.tally
    return text(
        "check.targets",
        met=tally.met,
        not_met=tally.not_met,
        not_judged=tally.not_judged,
        missing=len(assessment.missing),
    )


def _tally(tally: Tally) -> Text:
    return text("score.tally", met=tally.met, not_met=tally.not_met, not_judged=tally.not_judged)
