"""Formulas of a plan's workbook: all of them, each with its place. Builder and check share it.

The edition with the add-in differs in the results only, which call DTI_TARGET; counts per agency
and per pillar are plain sums. A figure that cannot be makes its result, and its sums, an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.expression import YES, literal
from scoring.targets import MET, NOT_JUDGED, NOT_MET, Target, TargetKind
from scoring.thresholds import AtLeastCount, AtLeastPercent, ValueKind
from workbooks.layout import NATIVE, SUMMARY, letter
from workbooks.levels.formulas import Formula, Key, wrong_answer
from workbooks.native import ERROR
from workbooks.plans.layout import (
    AGENCIES,
    COLUMN,
    TALLIES,
    TARGETS_SHEET,
    PlanLayout,
    TargetPlace,
    cell,
)

AGENCY_FIRST, SUMMARY_FIRST = 4, 4
"""The first rows (from 0) of the two sheets of counts."""
AGENCY_COLUMNS = {"total": 2, "met": 3, "not_met": 4, "not_judged": 5}
SUMMARY_COLUMNS = {"total": 3, "met": 4, "not_met": 5, "not_judged": 6, "share": 7}
_RESULTS = {"met": MET, "not_met": NOT_MET, "not_judged": NOT_JUDGED}


def plan_formulas(layout: PlanLayout, edition: str) -> dict[Key, Formula]:
    """Every formula of the workbook."""
    found: dict[Key, Formula] = {}
    for place in layout.places:
        target = place.target
        text = _native(layout, place) if edition == NATIVE else _by_addin(layout, place)
        found["result", target.code] = Formula(TARGETS_SHEET, place.row, COLUMN["result"], text)
        if target.kind is TargetKind.HEADER:
            continue
        for what in TALLIES:
            counted = f'IF({cell("result", place.row)}="{_RESULTS[what]}",1,0)'
            found[what, target.code] = Formula(TARGETS_SHEET, place.row, COLUMN[what], counted)
    for number, (agency, places) in enumerate(layout.by_agency.items()):
        for what, column, text in _counts(places, AGENCY_FIRST + number, AGENCY_COLUMNS):
            found[f"agency_{what}", agency] = Formula(AGENCIES, AGENCY_FIRST + number, column, text)
    for key, row, places in summary_rows(layout):
        for what, column, text in _counts(places, row, SUMMARY_COLUMNS):
            found[f"pillar_{what}", key] = Formula(SUMMARY, row, column, text)
    return found


def summary_rows(layout: PlanLayout) -> Iterator[tuple[str, int, tuple[TargetPlace, ...]]]:
    """Key, row and counted rows of each line of the summary: pillars, then everything."""
    row = SUMMARY_FIRST
    for _, pillar in layout.pillars:
        yield f"{pillar.part}.{pillar.code}", row, layout.of_pillar(pillar)
        row += 1
    yield "", row, layout.counted


def _by_addin(layout: PlanLayout, place: TargetPlace) -> str:
    """The call; a header takes the results of its sub-rows. A range, so that blanks survive."""
    target = place.target
    own = (place,) if target.kind is not TargetKind.HEADER else layout.sub_rows(target)
    area = f"{cell('input', own[0].row)}:{cell('input', own[-1].row)}"
    return f'DTI_TARGET("{layout.plan.id}","{target.code}",{area})'


def _native(layout: PlanLayout, place: TargetPlace) -> str:
    target = place.target
    if target.kind is TargetKind.HEADER:
        # Sums, not OR: an engine may stop at the first truth and miss an error behind it.
        subs = layout.sub_rows(target)
        missed = ",".join(cell("not_met", sub.row) for sub in subs)
        met = ",".join(cell("met", sub.row) for sub in subs)
        rest = f'IF(SUM({met})={len(subs)},"{MET}","{NOT_JUDGED}")'
        return f'IF(SUM({missed})>0,"{NOT_MET}",{rest})'
    if target.takes is None:
        return f'"{NOT_JUDGED}"'
    one = cell("input", place.row)
    judged = f'IF({_met(target, one)},"{MET}","{NOT_MET}")'
    given = f'IF(COUNTA({one})=0,"{NOT_JUDGED}",{judged})'
    return f"IF({_wrong(target, one)},{ERROR},{given})"


def _wrong(target: Target, one: str) -> str:
    if target.takes is ValueKind.YES_NO:
        return wrong_answer(one)
    above = f",MAX({one})>1" if target.takes is ValueKind.PERCENT else ""
    return f"OR(COUNT({one})<COUNTA({one}),MIN({one})<0{above})"


def _met(target: Target, one: str) -> str:
    threshold = target.threshold
    if isinstance(threshold, AtLeastPercent):
        return f"{one}>={literal(threshold.ratio)}"
    if isinstance(threshold, AtLeastCount):
        return f"{one}>={literal(threshold.count)}"
    return f'OR({one}="{YES}",{one}=TRUE,{one}=1)'


def _counts(
    places: Sequence[TargetPlace], row: int, columns: dict[str, int]
) -> Iterator[tuple[str, int, str]]:
    at = {what: f"{letter(column)}{row + 1}" for what, column in columns.items()}
    for what, column in columns.items():
        if what == "total":
            yield what, column, "+".join(at[tally] for tally in TALLIES)
        elif what == "share":
            judged = f"({at['met']}+{at['not_met']})"
            yield what, column, f'IF({judged}=0,"",{at["met"]}/{judged})'
        else:
            areas = ",".join(
                f"'{TARGETS_SHEET}'!{cell(what, first)}:{cell(what, last)}"
                if first != last
                else f"'{TARGETS_SHEET}'!{cell(what, first)}"
                for first, last in _runs([(place.built, place.row) for place in places])
            )
            yield what, column, f"SUM({areas})"


def _runs(rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows that were neighbours when built, as one range of where they stand now.

    >>> _runs([(4, 4), (5, 7), (6, 8), (9, 11)])
    [(4, 8), (11, 11)]
    """
    runs: list[tuple[int, int]] = []
    before = -1
    for built, now in rows:
        if runs and built == before + 1:
            runs[-1] = (runs[-1][0], now)
        else:
            runs.append((now, now))
        before = built
    return runs
