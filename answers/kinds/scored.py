"""Scored tables: points, their maximum, and one set of totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from answers.laws import labelled, reading_lines
from scoring.assess import IndicatorAssessment, ScoredAssessment
from scoring.ledger import official_grade, official_index, official_scaled_total, verified_total
from scoring.model import Group, Indicator, Table
from scoring.numbers import number
from scoring.rules import Options
from scoring.slots import Slot, SlotKind
from scoring.totals import totals_of
from texts import say, worded
from texts.figures import figure

if TYPE_CHECKING:
    from workbooks.reconcile import Reconciliation


class ScoredKind:
    """The answers for a table with points."""

    no_row = "show.no-indicator"

    def heading(self, law: Table, code: str) -> Group | None:
        """The printed heading of a code that is no row."""
        return next((g for p in law.pillars for g in p.groups if g.code == code), None)

    def show_json(self, law: Table) -> dict[str, Any]:
        """Maximum, pillars, groups and rows."""
        return {
            "max": number(law.max_score),
            "declared": dict(law.declared),
            "pillars": [
                {"code": p.code, "name": p.name, "max": number(p.max_score)} for p in law.pillars
            ],
            "groups": [
                {
                    "code": group.code,
                    "pillar": p.code,
                    "name": group.name,
                    "max": number(group.max_score),
                }
                for p in law.pillars
                for group in p.groups
            ],
            "indicators": [self.row_json(law, row) for row in law.indicators],
        }

    def show_lines(self, law: Table, lang: str) -> list[str]:
        """Every pillar with its rows and what each needs."""
        lines = []
        for pillar in law.pillars:
            lines.append(f"\n{pillar.code}. {pillar.name} ({worded(pillar.max_score, lang)})")
            for row in pillar.indicators:
                needs = ", ".join(dict.fromkeys(s.input or s.name for s in row.slots))
                lines.append(
                    f"  {row.code:<7}{worded(row.max_score, lang):>5}  {row.name}"
                    f"  [{say('show.needs', lang)}: {needs}]"
                )
        return lines

    def row_json(self, law: Table, row: Indicator) -> dict[str, Any]:
        """One indicator of `dti show`."""
        inputs: dict[str, dict[str, Any]] = {}
        for slot in row.slots:
            inputs.setdefault(slot.input or slot.name, _input_json(slot))
        return {
            "code": row.code,
            "pillar": row.pillar,
            "name": row.name,
            "heading": row.heading or None,
            "max": number(row.max_score),
            "max_inferred": row.max_inferred,
            "inputs": list(inputs.values()),
            "options": _options(row),
            "parts": [slot.label for slot in row.slots if slot.place],
            "printed": row.printed,
            "evidence": row.evidence,
            "lead_agency": row.lead_agency,
            "coordinating_agency": row.coordinating_agency,
            "source": {"file": law.decision.source_file, "place": row.place},
            "readings": [reading.id for reading in row.readings],
        }

    def row_lines(self, law: Table, row: Indicator, lang: str) -> list[str]:
        """The rule as printed, what it needs, its options and its readings."""
        most = worded(row.max_score, lang)
        inferred = say("show.inferred", lang) if row.max_inferred else ""
        lines = [
            f"{row.code}. {row.name}",
            f"{say('show.maximum', lang)}: {most}{inferred and f' {inferred}'}",
            f"{say('show.printed', lang)}:",
            *(f"    {line}" for line in row.printed.splitlines()),
            f"{say('show.inputs', lang)}:",
        ]
        for slot in row.slots:
            origin = say("show.from-info", lang, lines=slot.from_info) if slot.from_info else ""
            lines.append(f"    {slot.name}: {slot.label}{origin and f' {origin}'}")
        for option in _options(row):
            score = "…" if option["score"] is None else figure(option["score"], lang)
            lines.append(f"    {option['ordinal']}. {option['label']} → {score}")
        agencies = (("show.evidence", row.evidence), ("show.lead-agency", row.lead_agency))
        return [
            *lines,
            *labelled(agencies, lang),
            *reading_lines(row, lang),
            f"{say('show.source', lang)}: {row.place}",
        ]

    def score_lines(self, assessment: ScoredAssessment, lang: str) -> list[str]:
        """Pillars, the named totals, what is missing and what cannot be."""
        lines = [
            f"  {pillar.code:>3}. {pillar.name:<42}"
            f"{worded(pillar.score, lang):>9} / {worded(pillar.max_score, lang)}"
            for pillar in assessment.pillars
        ]
        lines += totals_lines(assessment, lang)
        scaled, grade = official_scaled_total(assessment), official_grade(assessment)
        if scaled is not None:
            lines.append(say("score.scaled", lang, total=scaled, most=assessment.law.max_score))
        if grade is not None:
            lines.append(say("score.grade", lang, grade=grade))
        if assessment.missing:
            missing = assessment.missing
            lines.append(say("score.no-score-yet", lang, count=len(missing), codes=missing))
        for row in assessment.rows:
            if row.code in assessment.wrong:
                lines += [f"  ✗ {row.code}: {found.message(lang)}" for found in row.findings]
        return lines

    def why_json(self, law: Table, row: IndicatorAssessment) -> dict[str, Any]:
        """The score, its maximum and the clause."""
        return {"score": number(row.score), "max": number(row.row.max_score)}

    def built_json(self, assessment: ScoredAssessment) -> dict[str, Any]:
        """The unit's own total."""
        return {"total": number(assessment.total)}

    def check_json(self, result: Reconciliation, assessment: ScoredAssessment) -> dict[str, Any]:
        """The same totals and indices as `dti score --json`, under the same names."""
        del result
        verified = verified_total(assessment)
        return {
            "total": number(assessment.total),
            "total_verified": number(verified),
            "total_official": number(assessment.total if verified is None else verified),
            "max": number(assessment.max_score),
            "index": number(official_index(assessment)),
            "index_self": number(assessment.index),
        }

    def check_lines(
        self, result: Reconciliation, assessment: ScoredAssessment, lang: str
    ) -> list[str]:
        """The four totals that are reconciled, then the named ones."""
        totals = result.totals
        four = (
            ("check.typed", totals.typed),
            ("check.sheet", totals.sheet),
            ("check.recalculated", totals.recalculated),
            ("check.engine", totals.engine),
        )
        shown = " · ".join(
            f"{say(name, lang)} {'—' if value is None else worded(value, lang)}"
            for name, value in four
        )
        named = " · ".join(totals_lines(assessment, lang))
        return [f"  {say('check.four-totals', lang)}: {shown}", f"  {named}"]


def totals_lines(assessment: ScoredAssessment, lang: str) -> list[str]:
    """The named totals and indices, one each."""
    named = totals_of(assessment).named()
    return [f"{name.say(lang)}: {value.say(lang)}" for name, value in named]


def _input_json(slot: Slot) -> dict[str, Any]:
    source = slot.from_info
    return {
        "name": slot.input or slot.name,
        "label": slot.label if not slot.place else "",
        "from_info": None if not source else source[0] if len(source) == 1 else list(source),
    }


def _options(row: Indicator) -> list[dict[str, Any]]:
    """The options with their score; null where it depends on further figures."""
    found = next((s for s in row.slots if s.kind is SlotKind.OPTION), None)
    if found is None:
        return []
    rule = row.rule if isinstance(row.rule, Options) else None
    result = []
    for ordinal, label in enumerate(found.options, 1):
        entry: dict[str, Any] = {"ordinal": ordinal, "label": label, "score": None}
        if rule is not None:
            option = rule.options[ordinal - 1]
            entry["printed"] = not option.added
            if not option.rule.slots():
                entry["score"] = number(option.rule.points(row.max_score).exact({}))
        result.append(entry)
    return result
