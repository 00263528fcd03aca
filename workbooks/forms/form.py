"""Form: what adoption makes of a foreign form of any kind, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from scoring.findings import Finding
from scoring.law import Law
from scoring.numbers import Rational
from texts import Text


class Typed(NamedTuple):
    """A figure that an office states for the whole form or a pillar, and where it stands."""

    value: Rational | None
    sheet: str
    cell: str


@dataclass(frozen=True, kw_only=True)
class AdoptedRow:
    """One printed row as it was found. `status`: read (certain), unread (in words), blank.

    `inputs`: the values as JSON writes them, None unless the row was read as a whole; `figures`:
    the same exactly, by slot, as the engine takes them. `partial`: what was read of an unread row.
    `why`: why it was not read, or what to know of the reading.
    """

    code: str
    sheet: str = ""
    row: int = 0
    name_cell: str = ""
    cell: str = ""
    text: str = ""
    inputs: Mapping[str, Any] | None = None
    input_cells: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Rational | bool] = field(default_factory=dict)
    partial: Mapping[str, Rational | bool] = field(default_factory=dict)
    typed_score: Fraction | None = None
    typed_score_cell: str = ""
    score_formula: str = ""
    max_shown: Fraction | None = None
    max_cell: str = ""
    status: str = "blank"
    why: Text | None = None
    evidence: str = ""
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class AdoptedForm:
    """A form read into figures: every row of the table once, in printed order.

    `total`, `index` (0–100), `level` and `pillars`: what the office states of the whole. `info`:
    the general information by line. `unknown_rows`: code, title and cell of rows that are not the
    table's.
    """

    file: Path
    law: Law
    sheet: str = ""
    rows: tuple[AdoptedRow, ...] = ()
    total: Typed | None = None
    index: Typed | None = None
    level: Typed | None = None
    pillars: Mapping[str, Typed] = field(default_factory=dict)
    excluded: Mapping[str, str] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    unknown_rows: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def by_code(self) -> dict[str, AdoptedRow]:
        """The rows by their code."""
        return {row.code: row for row in self.rows}

    @property
    def name(self) -> str:
        """The name of the unit, where the form states it as general information."""
        lines = (line for line in self.law.info if line.label.startswith("Tên "))
        names = (self.info.get(line.code) for line in lines)
        return next((name for name in names if isinstance(name, str)), "")

    @property
    def typed_total(self) -> Rational | None:
        """The total that the office states."""
        return self.total.value if self.total else None

    @property
    def typed_level(self) -> Rational | None:
        """The level that the office states."""
        return self.level.value if self.level else None

    @property
    def typed_pillars(self) -> dict[str, Rational]:
        """The sums of the pillars that the office states."""
        return {
            code: typed.value for code, typed in self.pillars.items() if typed.value is not None
        }
