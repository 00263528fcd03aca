"""First values of a plan's workbook: what the engine says that every formula shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.targets import (
    MET,
    NOT_JUDGED,
    NOT_MET,
    PlanAssessment,
    TargetAssessment,
    TargetKind,
    agencies,
)
from scoring.words import Status
from texts import say
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content, Design
from workbooks.design.names import AGENCIES, DOCUMENTS, SUMMARY, TARGETS_SHEET, Key
from workbooks.design.open_rows import open_words, unit_words
from workbooks.design.targets.rows import ASKED, STATES
from workbooks.design.targets.signed import target_signed_values
from workbooks.design.threshold_formulas import wrong_words

ERROR = "#VALUE!"
_WORDS: Mapping[str, str] = {
    "met": str(MET),
    "not_met": str(NOT_MET),
    "missing": say("sheet.targets.missing"),
    "wrong": ERROR,
    "not_judged": str(NOT_JUDGED),
}


def target_values(design: Design, assessment: PlanAssessment) -> dict[Key, Content]:
    """The value of every formula."""
    contents = contents_of(design, assessment.submission)
    plan = _Plan(assessment, contents)
    found: dict[Key, Content] = {}
    for row in assessment.rows:
        found.update(_row(plan, row))
    words = unit_words(contents)
    for sheet in (TARGETS_SHEET, AGENCIES, SUMMARY):
        found[Key("line", sheet)] = words
    for pillar, _ in assessment.by_pillar:
        codes = [row.code for row in pillar.targets]
        found.update(_counts("pillar", f"{pillar.part}.{pillar.code}", plan.counts(codes)))
    everything = plan.counts(list(plan.states))
    found.update(_counts("pillar", "", everything))
    for agency, codes in plan.by_agency.items():
        found.update(_counts("agency", agency, plan.counts(codes)))
        found.update(_agency(plan, agency, codes))
    found[Key("rate")] = found[Key("pillar", "", "share")]
    for state in ("missing", "wrong"):
        found[Key("first", state)] = plan.first(state)
    for sheet in (TARGETS_SHEET, SUMMARY):
        found[Key("status_line", sheet)] = _line(plan, everything)
    found[Key("line", DOCUMENTS)] = words
    found.update(target_signed_values(design, assessment.law, contents, found))
    return found


def state_of(row: TargetAssessment) -> str:
    """How a row that is counted stands: one of STATES."""
    if row.status is Status.WRONG:
        return "wrong"
    if row.status is Status.MISSING:
        return "missing"
    return {MET: "met", NOT_MET: "not_met"}.get(row.result, "not_judged")


@dataclass(frozen=True)
class _Plan:
    """An assessment, and what stands in the yellow cells."""

    assessment: PlanAssessment
    contents: Mapping[Key, Content]

    @cached_property
    def states(self) -> Mapping[str, str]:
        """The state of every counted row."""
        return {
            row.code: state_of(row)
            for row in self.assessment.rows
            if row.row.kind is not TargetKind.HEADER
        }

    @cached_property
    def by_agency(self) -> Mapping[str, list[str]]:
        """The codes of the counted rows of each lead agency."""
        having: dict[str, list[str]] = {}
        for code in self.states:
            for agency in agencies(self.assessment.law.by_code[code].lead_agency):
                having.setdefault(agency, []).append(code)
        return having

    def counts(self, codes: Sequence[str]) -> Mapping[str, int]:
        """How many of some rows stand how; headers are not counted."""
        states = [state for code, state in self.states.items() if code in codes]
        return {state: states.count(state) for state in STATES}

    def first(self, state: str) -> str:
        """The first code of a state."""
        return next((code for code, found in self.states.items() if found == state), "")

    def result(self, row: TargetAssessment) -> str:
        """What the cell of the result shows."""
        if row.row.kind is not TargetKind.HEADER:
            return _WORDS[state_of(row)]
        below = {self.states[sub.code] for sub in self.assessment.law.sub_rows(row.row)}
        order = ("not_met", "wrong", "missing")
        worst = next((state for state in order if state in below), "")
        return _WORDS[worst or ("met" if below == {"met"} else "not_judged")]


def _row(plan: _Plan, row: TargetAssessment) -> Iterator[tuple[Key, Content]]:
    code = row.code
    yield Key("result", code), plan.result(row)
    if row.row.kind is TargetKind.HEADER:
        return
    for state in STATES:
        yield Key(state, code), float(state == plan.states[code])
    if row.row.takes is not None:
        yield Key("status", code), _status(row)


def _status(row: TargetAssessment) -> str:
    takes = row.row.takes
    if takes is None:
        return say(f"sheet.targets.none-{row.row.kind.value}")
    if row.status is Status.WRONG:
        return wrong_words(takes, row.findings)
    return say(f"sheet.value.{'missing' if row.status is Status.MISSING else 'full'}")


def _counts(what: str, code: str, counts: Mapping[str, int]) -> Iterator[tuple[Key, Content]]:
    for state, count in counts.items():
        yield Key(what, code, state), float(count)
    yield Key(what, code, "total"), float(sum(counts.values()))
    asked = sum(counts[state] for state in ASKED)
    share = float(Fraction(counts["met"], asked)) if asked else ""
    yield Key(what, code, "share"), share


def _agency(plan: _Plan, agency: str, codes: Sequence[str]) -> Iterator[tuple[Key, Content]]:
    counts = {state: str(count) for state, count in plan.counts(codes).items()}
    line = say("sheet.agencies.line", total=str(len(codes)), **counts)
    yield Key("agency_line", agency), line
    rows = {row.code: row for row in plan.assessment.rows}
    for code in codes:
        figure = plan.contents.get(Key("in", code))
        yield Key("agency_input", code, agency), "" if figure is None else figure
        yield Key("agency_result", code, agency), plan.result(rows[code])
        yield Key("agency_status", code, agency), _status(rows[code])


def _line(plan: _Plan, counts: Mapping[str, int]) -> str:
    rows = plan.assessment.rows
    total = sum(1 for row in rows if row.row.takes is not None)
    missing, wrong = (
        [code for code, found in plan.states.items() if found == state]
        for state in ("missing", "wrong")
    )
    return say(
        "sheet.targets.line",
        met=str(counts["met"]),
        asked=str(sum(counts[state] for state in ASKED)),
        open=open_words(say("sheet.targets.rows"), total, missing, wrong),
        deadline=plan.assessment.law.deadline,
    )
