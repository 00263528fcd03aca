"""Targets: a plan's rows, each judged «Đạt», «Chưa đạt» or «Không xét», and counted.

Kinds (readings of VN-2023-KEHOACH): yes or no; a percentage; a count; Min-Max, which needs the
peers and is never judged alone; no target («-»), neither met nor missed; a technical requirement,
judged by hand: a typed Có or Không is that judgement; a header, judged through its sub-rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from scoring.findings import Finding, finding
from scoring.model import Decision, InfoLine, Reading
from scoring.program import Wrong
from scoring.submission import UnusableInput
from scoring.thresholds import Threshold, ValueKind, Yes, read_value

MET = "Đạt"
NOT_MET = "Chưa đạt"
NOT_JUDGED = "Không xét"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One row of the plan. `threshold` is None where nothing can be held against a value."""

    code: str
    part: str
    pillar: str
    name: str
    requirement: str
    kind: TargetKind
    threshold: Threshold | None
    place: str
    guiding_agency: str = ""
    lead_agency: str = ""
    coordinating_agency: str = ""
    readings: tuple[Reading, ...] = ()

    @property
    def takes(self) -> ValueKind | None:
        """What value the row takes; None where it takes none."""
        return _TAKES.get(self.kind)


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
class Plan:
    """A targets plan. `deadline`: the day of the year by which agencies report (DD/MM)."""

    id: str
    kind: str
    title: str
    place: str
    unit_type: str
    decision: Decision
    parts: tuple[PlanPart, ...]
    pillars: tuple[PlanPillar, ...]
    deadline: str = ""
    info: tuple[InfoLine, ...] = ()
    info_place: str = ""
    readings: tuple[Reading, ...] = ()
    digest: str = ""

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All rows in printed order, headers and sub-rows included."""
        return tuple(row for pillar in self.pillars for row in pillar.targets)

    @cached_property
    def by_code(self) -> dict[str, Target]:
        """The rows by their code."""
        return {row.code: row for row in self.targets}

    def sub_rows(self, header: Target) -> tuple[Target, ...]:
        """The sub-rows of a header (`III.19` → `III.19.1`, `III.19.2`), in printed order."""
        return tuple(row for row in self.targets if row.code.startswith(f"{header.code}."))


@dataclass(frozen=True, slots=True)
class Judgement:
    """«Đạt», «Chưa đạt» or «Không xét», and what was found on the way."""

    result: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetAssessment:
    """One row of the plan with its judgement."""

    target: Target
    result: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are met, not met, not judged. Headers are not counted: their sub-rows are."""

    met: int
    not_met: int
    not_judged: int

    @property
    def total(self) -> int:
        """All rows counted."""
        return self.met + self.not_met + self.not_judged


def judge(target: Target, value: Any) -> Judgement:
    """Judge one row by its value as unit.json writes it (percent 0–100, count, boolean).

    Missing: «Không xét» with input-missing. A value that cannot be: «Chưa đạt» with its finding;
    for a technical row «Không xét», as nobody has judged it. Min-Max, «-» and a header are
    «Không xét» whatever the value.
    """
    if target.kind is TargetKind.MIN_MAX:
        return Judgement(NOT_JUDGED, (finding("cohort-missing", target.code),))
    if target.takes is None:
        return Judgement(NOT_JUDGED)
    read = read_value(target.takes, value)
    by_hand = target.kind is TargetKind.TECHNICAL
    if isinstance(read, Wrong):
        found = finding(read.code, target.code, label=target.name, actual=read.shown)
        return Judgement(NOT_JUDGED if by_hand else NOT_MET, (found,))
    if read is None:
        label = f"kết luận của người xét: {target.name}" if by_hand else target.name
        return Judgement(NOT_JUDGED, (finding("input-missing", target.code, label=label),))
    return Judgement(MET if (target.threshold or Yes()).met(read) else NOT_MET)


def judge_header(results: Iterable[str]) -> str:
    """Judge a header by the results of its sub-rows.

    >>> judge_header(["Đạt", "Đạt"]), judge_header(["Chưa đạt", "Không xét"])
    ('Đạt', 'Chưa đạt')
    >>> judge_header(["Đạt", "Không xét"]), judge_header([])
    ('Không xét', 'Không xét')
    """
    given = set(results)
    if NOT_MET in given:
        return NOT_MET
    return MET if given == {MET} else NOT_JUDGED


@dataclass(frozen=True)
class PlanAssessment:
    """A unit's plan, judged row by row."""

    plan: Plan
    rows: tuple[TargetAssessment, ...]
    name: str = ""

    @property
    def tally(self) -> Tally:
        """The whole plan."""
        return _tally(self.rows)

    @property
    def by_pillar(self) -> tuple[tuple[PlanPillar, Tally], ...]:
        """Each pillar of each part, in printed order."""
        return tuple(
            (pillar, _tally(row for row in self.rows if row.target in pillar.targets))
            for pillar in self.plan.pillars
        )

    def by_agency(self, role: str = "lead_agency") -> dict[str, Tally]:
        """Each agency with the rows it has: `lead_agency`, `guiding_agency`, `coordinating_agency`.

        A row printed with several agencies («…; …») counts for each of them.
        """
        having: dict[str, list[TargetAssessment]] = {}
        for row in self.rows:
            for agency in agencies(getattr(row.target, role)):
                having.setdefault(agency, []).append(row)
        return {agency: _tally(rows) for agency, rows in having.items()}

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes of the rows whose value is missing."""
        return tuple(
            row.target.code
            for row in self.rows
            if any(item.code == "input-missing" for item in row.findings)
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rows."""
        return tuple(item for row in self.rows for item in row.findings)


def agencies(printed: str) -> tuple[str, ...]:
    """The agencies of one printed cell.

    >>> agencies("Các phòng, ban, ngành; UBND các xã, thị trấn.")
    ('Các phòng, ban, ngành', 'UBND các xã, thị trấn')
    """
    return tuple(name for part in printed.split(";") if (name := part.strip(" .\n")))


def _tally(rows: Iterable[TargetAssessment]) -> Tally:
    results = [row.result for row in rows if row.target.kind is not TargetKind.HEADER]
    return Tally(results.count(MET), results.count(NOT_MET), results.count(NOT_JUDGED))


def assess_plan(plan: Plan, values: Mapping[str, Any], name: str = "") -> PlanAssessment:
    """Judge every row by the `values` of a unit.json (code → value); headers by their sub-rows.

    Raises UnusableInput for a code that the plan does not have.
    """
    for code in values:
        if code not in plan.by_code:
            raise UnusableInput(
                f"Kế hoạch {plan.id} không có chỉ tiêu «{code}». "
                "Hãy ghi mã theo phần và số thứ tự, ví dụ «III.19.1»."
            )
    judged = {row.code: judge(row, values.get(row.code)) for row in plan.targets}
    for header in (row for row in plan.targets if row.kind is TargetKind.HEADER):
        result = judge_header(judged[row.code].result for row in plan.sub_rows(header))
        judged[header.code] = Judgement(result)
    rows = tuple(
        TargetAssessment(row, judged[row.code].result, judged[row.code].findings)
        for row in plan.targets
    )
    return PlanAssessment(plan, rows, name)
