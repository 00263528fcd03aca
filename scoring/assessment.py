"""Assessment: what the engine makes of one unit by a table, whatever the table's kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from scoring.findings import Finding, finding
from scoring.law import Law, Row
from scoring.program import Figures
from scoring.submission import Submission
from scoring.words import Status


@dataclass(frozen=True, kw_only=True)
class RowAssessment:
    """One row: how it stands, what was found, and the figures that were looked at."""

    row: Row
    status: Status
    findings: tuple[Finding, ...] = ()
    figures: Figures = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code of the row."""
        return self.row.code


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A unit held against a table."""

    law: Law
    submission: Submission
    rows: tuple[RowAssessment, ...]

    @property
    def name(self) -> str:
        """The name of the unit."""
        return self.submission.name

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes of the rows that wait for a figure."""
        waiting = (Status.MISSING, Status.PENDING)
        return tuple(row.code for row in self.rows if row.status in waiting)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The codes of the rows with a figure that cannot be."""
        return tuple(row.code for row in self.rows if row.status is Status.WRONG)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rows."""
        return tuple(item for row in self.rows for item in row.findings)


def superseded(law: Law) -> tuple[Finding, ...]:
    """The remark that a table is historical, where it is."""
    if not law.decision.superseded:
        return ()
    return (finding("table-superseded", why=law.decision.superseded),)
