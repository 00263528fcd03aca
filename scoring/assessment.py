"""Assessment: what the engine makes of one unit by a table, whatever the table's kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.findings import Finding, finding
from scoring.law import Law, Row
from scoring.numbers import number
from scoring.program import Figures
from scoring.submission import Submission
from scoring.tally import Tally
from scoring.why import Explanation
from scoring.words import Judgement, Status

if TYPE_CHECKING:
    from scoring.assess import ScoredAssessment


@dataclass(frozen=True, kw_only=True)
class RowAssessment:
    """One row: how it stands, what was found, and the figures that were looked at.

    As in the contract's JSON, what a kind of row does not have is None or empty.
    """

    row: Row
    status: Status
    findings: tuple[Finding, ...] = ()
    figures: Figures = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code of the row."""
        return self.row.code

    @property
    def score(self) -> Fraction | None:
        """The points; None without points, or while there is no score."""
        return None

    @property
    def value(self) -> object:
        """What was read of the one value of a criterion."""
        return None

    @property
    def highest(self) -> int | None:
        """The highest level met."""
        return None

    @property
    def result(self) -> Judgement | None:
        """Whether the target is met."""
        return None

    def stops(self, level: int) -> bool:
        """Whether the row keeps the unit from a level of 1–5."""
        del level
        return False

    def facts(self) -> Mapping[str, object]:
        """What its kind adds to the JSON of the row, or says otherwise."""
        return {}

    def why(self, law: Law, lang: str = "vi") -> Explanation:
        """Why the row stands as it does. `law`: the table, which names its levels."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PillarAssessment:
    """One pillar: the sum so far and the maximum of the rows that count."""

    code: str
    name: str
    score: Fraction
    max_score: Fraction

    def facts(self) -> Mapping[str, object]:
        """As JSON."""
        return {
            "code": self.code,
            "name": self.name,
            "score": number(self.score),
            "max": number(self.max_score),
        }


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A unit held against a table; what its kind does not have is None or empty."""

    law: Law
    submission: Submission
    rows: tuple[RowAssessment, ...]

    @property
    def name(self) -> str:
        """The name of the unit."""
        return self.submission.name

    @property
    def key(self) -> Fraction:
        """What the unit is ranked by: index in percent, level, or targets met."""
        raise NotImplementedError

    @property
    def scored(self) -> ScoredAssessment | None:
        """The same, with its points; None for a table without."""
        return None

    @property
    def pillars(self) -> tuple[PillarAssessment, ...]:
        """The sums by pillar."""
        return ()

    @property
    def total(self) -> Fraction | None:
        """The sum of all scores there are."""
        return None

    @property
    def max_score(self) -> Fraction | None:
        """The maximum of the rows that count."""
        return None

    @property
    def index(self) -> Fraction | None:
        """Total ÷ maximum, in percent."""
        return None

    @property
    def level(self) -> int | None:
        """The level reached, 0–5."""
        return None

    @property
    def blocking(self) -> tuple[str, ...]:
        """The codes of the rows that keep the unit from the next level."""
        return ()

    @property
    def tally(self) -> Tally | None:
        """How many targets are met."""
        return None

    def facts(self) -> Mapping[str, object]:
        """What its kind adds to the JSON of the unit, or says otherwise."""
        return {}

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
