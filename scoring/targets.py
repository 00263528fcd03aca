"""Targets: a plan's rows, each judged «Đạt», «Chưa đạt» or «Không xét», and counted.

Kinds (readings of VN-2023-KEHOACH): yes or no; a percentage; a count; Min-Max, which needs the
peers and is never judged alone; no target («-»), neither met nor missed; a technical requirement,
judged by hand: a typed Có or Không is that judgement; a header, judged through its sub-rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property

from scoring.assessment import Assessment, RowAssessment
from scoring.findings import Finding, finding
from scoring.law import Law, Row
from scoring.program import Figures, Wrong
from scoring.slots import Slot
from scoring.submission import Submission
from scoring.tally import Tally
from scoring.thresholds import Threshold, ValueKind, Yes, slots_of, value_of
from scoring.why import Explanation, asked, found, source, values
from scoring.words import Judgement, Status
from texts import say, text

MET, NOT_MET, NOT_JUDGED = Judgement.MET, Judgement.NOT_MET, Judgement.NOT_JUDGED


class TargetKind(str, Enum):
    """What the printed requirement is."""

    YES_NO = "yes_no"
    PERCENT = "percent"
    COUNT = "count"
    MIN_MAX = "min_max"
    NONE = "none"
    TECHNICAL = "technical"
    HEADER = "header"


_TAKES = {
    TargetKind.YES_NO: ValueKind.YES_NO,
    TargetKind.PERCENT: ValueKind.PERCENT,
    TargetKind.COUNT: ValueKind.COUNT,
    TargetKind.TECHNICAL: ValueKind.YES_NO,
}


@dataclass(frozen=True, kw_only=True)
class Target(Row):
    """One row of the plan. `threshold` is None where nothing can be held against a value."""

    part: str
    kind: TargetKind
    threshold: Threshold | None
    guiding_agency: str = ""

    @property
    def takes(self) -> ValueKind | None:
        """What value the row takes; None where it takes none."""
        return _TAKES.get(self.kind)

    @property
    def measured_by(self) -> Threshold | None:
        """The threshold."""
        return self.threshold

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """One value, or none."""
        return slots_of(self.takes, self.name) if self.takes is not None else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """A part of the plan («II», «III»)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPillar:
    """A pillar within a part. The same pillar may stand in both parts."""

    part: str
    code: str
    name: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, kw_only=True)
class Plan(Law):
    """A targets plan. `deadline`: the day of the year by which agencies report (DD/MM)."""

    parts: tuple[PlanPart, ...]
    pillars: tuple[PlanPillar, ...]
    deadline: str = ""

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All rows in printed order, headers and sub-rows included."""
        return tuple(row for pillar in self.pillars for row in pillar.targets)

    @property
    def rows(self) -> tuple[Target, ...]:
        """All rows in printed order, headers and sub-rows included."""
        return self.targets

    @cached_property
    def by_code(self) -> dict[str, Target]:
        """The rows by their code."""
        return {row.code: row for row in self.targets}

    def sub_rows(self, header: Target) -> tuple[Target, ...]:
        """The sub-rows of a header (`III.19` → `III.19.1`, `III.19.2`), in printed order."""
        return tuple(row for row in self.targets if row.code.startswith(f"{header.code}."))


@dataclass(frozen=True, kw_only=True)
class TargetAssessment(RowAssessment):
    """One row of the plan with its judgement."""

    row: Target
    result: Judgement = NOT_JUDGED

    def facts(self) -> Mapping[str, object]:
        """The judgement is the status."""
        return {"status": self.result.value}

    def why(self, law: Law, lang: str = "vi") -> Explanation:
        """The value, what the plan asks for, and the judgement."""
        del law
        row = self.row
        head = f"{row.code} {row.name}: {values(row, self.figures, lang)} → {self.result.say(lang)}"
        details = []
        if row.requirement:
            wanted = " ".join(row.requirement.split())
            details.append(say("why.requirement", lang, wanted=wanted))
        if row.threshold is not None:
            details.append(say("why.judged-at", lang, asked=asked(row.threshold)))
        # That no value was given is said in the head.
        findings = [item for item in self.findings if item.code != "input-missing"]
        return Explanation(head, (*found(findings, lang), *details), source(row, lang))


def judge(target: Target, figures: Figures) -> TargetAssessment:
    """Judge one row by its figure.

    Missing: «Không xét» with input-missing. A value that cannot be: «Chưa đạt» with its finding;
    for a technical row «Không xét», as nobody has judged it. Min-Max, «-» and a header are
    «Không xét» whatever the value.
    """
    code = target.code
    if target.kind is TargetKind.MIN_MAX:
        # Its peers are never here: it waits for nobody, it is only not judged.
        return _judged(target, figures, Status.FULL, finding("cohort-missing", code))
    if target.takes is None:
        return _judged(target, figures, Status.FULL)
    read = value_of(target.takes, figures)
    by_hand = target.kind is TargetKind.TECHNICAL
    if isinstance(read, Wrong):
        found = finding(read.code, code, slots=read.slots, label=target.name, actual=read.shown)
        result = NOT_JUDGED if by_hand else NOT_MET
        return _judged(target, figures, Status.WRONG, found, result=result)
    if read is None:
        label = text("target.judged-by-hand", name=target.name) if by_hand else target.name
        missing = finding("input-missing", code, slots=("",), label=label)
        return _judged(target, figures, Status.MISSING, missing)
    result = MET if (target.threshold or Yes()).met(read) else NOT_MET
    return _judged(target, figures, Status.FULL, result=result)


def _judged(
    target: Target,
    figures: Figures,
    status: Status,
    *findings: Finding,
    result: Judgement = NOT_JUDGED,
) -> TargetAssessment:
    return TargetAssessment(
        row=target, status=status, findings=findings, figures=figures, result=result
    )


def judge_header(results: Iterable[Judgement]) -> Judgement:
    """Judge a header by the results of its sub-rows.

    >>> judge_header([MET, MET]).value, judge_header([NOT_MET, NOT_JUDGED]).value
    ('Đạt', 'Chưa đạt')
    >>> judge_header([MET, NOT_JUDGED]).value, judge_header([]).value
    ('Không xét', 'Không xét')
    """
    given = set(results)
    if NOT_MET in given:
        return NOT_MET
    return MET if given == {MET} else NOT_JUDGED


@dataclass(frozen=True, kw_only=True)
class PlanAssessment(Assessment):
    """A unit's plan, judged row by row."""

    law: Plan
    rows: tuple[TargetAssessment, ...]

    @property
    def key(self) -> Fraction:
        """The targets met."""
        return Fraction(self.tally.met)

    @property
    def tally(self) -> Tally:
        """The whole plan."""
        return _tally(self.rows)

    @property
    def by_pillar(self) -> tuple[tuple[PlanPillar, Tally], ...]:
        """Each pillar of each part, in printed order."""
        return tuple(
            (pillar, _tally(row for row in self.rows if row.row in pillar.targets))
            for pillar in self.law.pillars
        )

    def facts(self) -> Mapping[str, object]:
        """The counts of the plan, of each pillar and of each agency."""
        return {
            "targets": self.tally.facts(),
            "pillars": [
                {
                    "part": pillar.part,
                    "code": pillar.code,
                    "name": pillar.name,
                    "score": None,
                    "max": None,
                    "targets": tally.facts(),
                }
                for pillar, tally in self.by_pillar
            ],
            "agencies": {agency: tally.facts() for agency, tally in self.by_agency().items()},
        }

    def by_agency(self, role: str = "lead_agency") -> dict[str, Tally]:
        """Each agency with the rows it has: `lead_agency`, `guiding_agency`, `coordinating_agency`.

        A row printed with several agencies («…; …») counts for each of them.
        """
        having: dict[str, list[TargetAssessment]] = {}
        for row in self.rows:
            for agency in agencies(getattr(row.row, role)):
                having.setdefault(agency, []).append(row)
        return {agency: _tally(rows) for agency, rows in having.items()}


def agencies(printed: str) -> tuple[str, ...]:
    """The agencies of one printed cell.

    >>> agencies("Các phòng, ban, ngành; UBND các xã, thị trấn.")
    ('Các phòng, ban, ngành', 'UBND các xã, thị trấn')
    """
    return tuple(name for part in printed.split(";") if (name := part.strip(" .\n")))


def _tally(rows: Iterable[TargetAssessment]) -> Tally:
    counted = [row for row in rows if row.row.kind is not TargetKind.HEADER]
    results = [row.result for row in counted]
    missing = sum(
        row.result is NOT_JUDGED and row.status in (Status.MISSING, Status.WRONG) for row in counted
    )
    return Tally(results.count(MET), results.count(NOT_MET), results.count(NOT_JUDGED), missing)


def assess_plan(plan: Plan, submission: Submission) -> PlanAssessment:
    """Judge every row by the figures of a unit; headers by their sub-rows."""
    judged = {row.code: judge(row, submission.figures.get(row.code, {})) for row in plan.targets}
    for header in (row for row in plan.targets if row.kind is TargetKind.HEADER):
        result = judge_header(judged[row.code].result for row in plan.sub_rows(header))
        judged[header.code] = replace(judged[header.code], result=result)
    rows = tuple(judged[row.code] for row in plan.targets)
    return PlanAssessment(law=plan, submission=submission, rows=rows)
