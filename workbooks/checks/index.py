"""The index is the total by the maximum of the assessed rows."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.tolerance import agrees
from workbooks.checks.base import Evidence, apart


def index_is_total_by_maximum(evidence: Evidence) -> Iterator[Finding]:
    """An index that was typed, or whose formula was changed, is recognised by its value."""
    figure = evidence.statement.index
    value, engine = evidence.current(figure), evidence.assessment.index
    if figure is None or value is None or engine is None:
        return
    if figure.formula and (not figure.cached or evidence.statement.own):
        stated = evidence.current(evidence.statement.total)
        maximum = evidence.assessment.max_score
        engine = stated / maximum * 100 if stated is not None and maximum else engine
    if not agrees(value, engine, figure.digits if not figure.formula else 6):
        actual, expected, _ = apart(value, engine)
        yield finding(
            "index-mismatch", sheet=figure.sheet, cell=figure.cell, actual=actual, expected=expected
        )
