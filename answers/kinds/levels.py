"""Levels tables: criteria, the five levels, and what stops the next one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from answers.laws import labelled, reading_lines
from scoring.levels import Criterion, CriterionAssessment, LevelAssessment, LevelTable
from scoring.numbers import number
from scoring.thresholds import LEVELS
from scoring.why import asked, level_name
from texts import Text, say, text

if TYPE_CHECKING:
    from workbooks.reconcile import Reconciliation


class LevelsKind:
    """The answers for a table of levels."""

    no_row = "show.no-criterion"

    def heading(self, law: LevelTable, code: str) -> None:
        """No heading has a code of its own."""

    def show_json(self, law: LevelTable) -> dict[str, Any]:
        """Names of the levels, pillars and criteria; there are no points."""
        return {
            "max": None,
            "declared": dict(law.declared),
            "level_names": list(law.level_names),
            "pillars": [{"code": p.code, "name": p.name, "max": None} for p in law.pillars],
            "criteria": [self.row_json(law, row) for row in law.criteria],
        }

    def show_lines(self, law: LevelTable, lang: str) -> list[str]:
        """The levels, then every criterion with what each level asks for."""
        names = tuple(f"{k} {name}" for k, name in zip(LEVELS, law.level_names, strict=True))
        lines = [say("show.levels", lang, names=names)]
        for group in law.pillars:
            lines.append(f"\n{group.code}. {group.name}")
            for row in group.criteria:
                thresholds = " | ".join(asked(one).say(lang) for one in row.thresholds)
                lines.append(f"  {row.code:<7}{row.name}  [{thresholds}]")
        return lines

    def row_json(self, law: LevelTable, row: Criterion) -> dict[str, Any]:
        """One criterion of `dti show`; `levels` are the five texts as printed."""
        return {
            "code": row.code,
            "pillar": row.pillar,
            "name": row.name,
            "unit": row.unit,
            "levels": list(row.levels),
            "method": row.method,
            "basis": row.basis,
        }

    def row_lines(self, law: LevelTable, row: Criterion, lang: str) -> list[str]:
        """The five levels as printed, how they are judged and the readings."""
        lines = [f"{row.code}. {row.name}", f"{say('show.unit', lang)}: {row.unit}"]
        for level, name, printed in zip(LEVELS, law.level_names, row.levels, strict=True):
            lines.append(f"  {say('show.level', lang, level=level, name=name)}: {printed}")
        return [
            *lines,
            *labelled((("show.method", row.method), ("show.basis", row.basis)), lang),
            *reading_lines(row, lang),
            f"{say('show.source', lang)}: {row.place}",
        ]

    def score_lines(self, assessment: LevelAssessment, lang: str) -> list[str]:
        """The level, what stops the next one, what is missing and what cannot be."""
        named = _named(assessment.law, assessment.level)
        lines = [say("score.level", lang, level=named)]
        if assessment.blocking:
            following = _named(assessment.law, assessment.level + 1)
            codes = assessment.blocking
            lines.append(say("score.stopping", lang, level=following, codes=codes))
        if assessment.missing:
            missing = assessment.missing
            lines.append(say("score.missing", lang, count=len(missing), codes=missing))
        for found in assessment.findings:
            if found.code != "input-missing":
                lines.append(f"  ! {found.indicator}: {found.message(lang)}")
        return lines

    def why_json(self, law: LevelTable, row: CriterionAssessment) -> dict[str, Any]:
        """Every level with what it asks for as printed, and whether that is met (null: not)."""
        return {
            "score": None,
            "highest": row.highest,
            "levels": [
                {"level": level, "name": law.name_of(level), "asked": printed, "met": met}
                for level, printed, met in zip(LEVELS, row.row.levels, row.met, strict=True)
            ],
        }

    def built_json(self, assessment: LevelAssessment) -> dict[str, Any]:
        """The level reached."""
        return {"total": None, "level": assessment.level}

    def check_json(self, result: Reconciliation, assessment: LevelAssessment) -> dict[str, Any]:
        """The level as typed, in the sheet and by the engine."""
        typed = assessment.submission.typed.get("level")
        return {
            "level": {
                "typed": number(typed),
                "sheet": number(_in_sheet(result)),
                "engine": assessment.level,
            }
        }

    def check_lines(
        self, result: Reconciliation, assessment: LevelAssessment, lang: str
    ) -> list[str]:
        """One line: the level, what stops the next one, how much is missing."""
        del result
        return [f"  {summary(assessment).say(lang)}"]


def summary(assessment: LevelAssessment) -> Text:
    """The level, what stops the next one, how much is missing."""
    return text(
        "check.level-stopped" if assessment.blocking else "check.level",
        level=_named(assessment.law, assessment.level),
        codes=assessment.blocking,
        missing=len(assessment.missing),
    )


def _named(law: LevelTable, level: int) -> Text:
    return text("level.named", level=level, name=level_name(law, level))


def _in_sheet(result: Reconciliation) -> Fraction | None:
    """The level that our sheet shows; None where it shows that none can be determined."""
    from workbooks.design.names import Key

    if result.statement is None or not result.statement.own:
        return None
    figure = result.statement.figure(Key("level"))
    return None if figure is None or figure.value is None else Fraction(figure.value)
