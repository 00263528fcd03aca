"""The index is the total by the maximum of the assessed rows."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.ledger import official_index, verified_total
from scoring.tolerance import agrees
from workbooks.checks.base import Evidence, telling
from workbooks.design.names import Key

CODES = ("index-mismatch",)


def index_is_total_by_maximum(evidence: Evidence) -> Iterator[Finding]:
    """An index that was typed, or whose formula was changed, is recognised by its value."""
    if evidence.scored is None:
        return
    figure = evidence.statement.figure(Key("index"))
    value, engine = evidence.current(figure), official_index(evidence.scored)
    if figure is None or value is None or engine is None:
        return
    maximum = evidence.scored.max_score
    if figure.formula and maximum:
        # An old value is named as such: here the formulas count.
        again, total = (
            evidence.again(figure),
            evidence.again(evidence.statement.figure(Key("total"))),
        )
        value = value if again is None else again
        verified = verified_total(evidence.scored) is not None
        engine = engine if total is None or verified else total / maximum * 100
    if not agrees(value, engine, figure.digits if not figure.formula else 6):
        where = {"sheet": figure.sheet, "cell": figure.cell}
        digits = telling(value, engine)
        yield finding("index-mismatch", **where, actual=value, expected=engine, digits=digits)
