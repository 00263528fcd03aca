"""Findings: what is wrong, where, why, and what to do about it.

A finding is data: its code, its place, the slots and the figures it speaks of. Words come last,
from the catalogue of texts; nothing that the program decides rests on a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from texts import Text, worded


class Severity(str, Enum):
    """How much a finding weighs: an error fails the check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    REFUSAL = "refusal"


_CODES = {
    Severity.ERROR: (
        "input-not-a-number",
        "input-negative",
        "option-unknown",
        "part-exceeds-whole",
        "zero-denominator",
        "score-mismatch",
        "score-above-maximum",
        "score-stale",
        "formula-overwritten",
        "formula-changed",
        "max-score-changed",
        "subtotal-mismatch",
        "total-mismatch",
        "index-mismatch",
        "level-mismatch",
        "row-missing",
        "row-duplicate",
        "exclusion-without-reason",
        "table-mismatch",
        "table-unknown",
        "layout-unknown",
        "text-changed",
    ),
    Severity.WARNING: (
        "input-missing",
        "number-as-text",
        "input-is-date",
        "score-uncached",
        "row-unknown",
        "row-hidden",
        "info-mismatch",
        "evidence-missing",
        "explanation-missing",
        "cohort-missing",
        "text-legacy-encoding",
        "external-link",
        "macro-present",
        "reading-applied",
        "value-hidden",
        "row-unread",
        "evidence-changed",
    ),
    Severity.INFO: ("table-superseded",),
    Severity.REFUSAL: (
        "file-unsafe",
        "file-unreadable",
    ),
}
SEVERITIES: Mapping[str, Severity] = {
    code: severity for severity, codes in _CODES.items() for code in codes
}
"""Every code of the contract with its weight."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation with its place: a record, never an exception.

    `indicator`: the code of the row; `slots`: the inputs of it that the finding speaks of;
    `sheet` and `cell` are empty where the figures did not come from a workbook. `data`: what the
    sentence says, by name: `actual` and `expected` (exact numbers, texts or quoted words),
    `difference`, `label`, `why`.
    """

    code: str
    indicator: str = ""
    sheet: str = ""
    cell: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    slots: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weight of the code."""
        return SEVERITIES[self.code]

    @property
    def place(self) -> str:
        """`Sheet!C12`, or nothing."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def message(self, lang: str = "vi") -> str:
        """Say it in one sentence: what, why, and what to do."""
        return Text(f"finding.{self.code}", self.data).say(lang)

    def words(self, name: str, lang: str = "vi") -> str | None:
        """One of the data in words; None where it was not given."""
        value = self.data.get(name)
        return None if value is None else worded(value, lang, self.data.get("digits", 2))


def finding(
    code: str,
    indicator: str = "",
    sheet: str = "",
    cell: str = "",
    slots: Iterable[str] = (),
    **data: Any,
) -> Finding:
    """Make a finding; the data fill the sentence of its code. Raises KeyError for an unknown code.

    >>> finding("input-missing", "3.4", label="b").message()
    'Thiếu số liệu: b.'
    """
    if code not in SEVERITIES:
        raise KeyError(code)
    return Finding(code, indicator, sheet, cell, data, tuple(slots))


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether anything in the list fails a check."""
    return any(f.severity in (Severity.ERROR, Severity.REFUSAL) for f in findings)
