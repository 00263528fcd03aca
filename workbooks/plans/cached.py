"""Stored values of a plan's workbook: what the engine says, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scoring.findings import has_error
from scoring.targets import MET, NOT_JUDGED, NOT_MET, PlanAssessment, TargetKind
from workbooks.levels.cached import ERROR
from workbooks.levels.formulas import Key
from workbooks.plans.formulas import SUMMARY_COLUMNS, summary_rows
from workbooks.plans.layout import TALLIES, PlanLayout, TargetPlace
from workbooks.values.cells import Content

_RESULTS = {"met": MET, "not_met": NOT_MET, "not_judged": NOT_JUDGED}


def cached_plan(layout: PlanLayout, assessment: PlanAssessment) -> dict[Key, Content]:
    """The value of every formula."""
    found: dict[Key, Content] = {}
    wrong = {row.target.code for row in assessment.rows if has_error(row.findings)}
    results = {row.target.code: row.result for row in assessment.rows}
    for place in layout.places:
        code, kind = place.target.code, place.target.kind
        below = {sub.target.code for sub in layout.sub_rows(place.target)}
        broken = bool((below | {code}) & wrong)
        found["result", code] = ERROR if broken else results[code]
        if kind is not TargetKind.HEADER:
            for what in TALLIES:
                found[what, code] = ERROR if broken else float(results[code] == _RESULTS[what])
    groups: list[tuple[str, str, Iterable[TargetPlace]]] = [
        *(("agency", agency, places) for agency, places in layout.by_agency.items()),
        *(("pillar", key, places) for key, _, places in summary_rows(layout)),
    ]
    for group, key, places in groups:
        codes = [place.target.code for place in places]
        broken = bool(set(codes) & wrong)
        given = [results[code] for code in codes]
        counts = {what: given.count(_RESULTS[what]) for what in TALLIES}
        judged = counts["met"] + counts["not_met"]
        share = float(Fraction(counts["met"], judged)) if judged else ""
        values: dict[str, Content] = {"total": float(len(codes)), "share": share}
        values |= {what: float(count) for what, count in counts.items()}
        for what in SUMMARY_COLUMNS if group == "pillar" else ("total", *TALLIES):
            found[f"{group}_{what}", key] = ERROR if broken else values[what]
    return found
