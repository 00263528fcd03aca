"""Overwritten: a number typed into a column of scores that are otherwise formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.findings import Finding, finding
from scoring.model import Indicator
from scoring.slots import SlotKind
from workbooks.forms.form import AdoptedRow

_LEAST = 5
_MOST_TYPED = 2


def overwritten(rows: Sequence[tuple[AdoptedRow, Indicator]]) -> Iterator[Finding]:
    """Typed scores of rows whose figures make the score, where all such rows have a formula.

    Rows that are answered by an option or by yes and no are scored by hand beside any formulas.
    """
    counted = [
        (adopted, row)
        for adopted, row in rows
        if adopted.typed_score is not None
        and all(slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT) for slot in row.slots)
    ]
    typed = [(adopted, row) for adopted, row in counted if not adopted.score_formula]
    formulas = len(counted) - len(typed)
    if formulas < _LEAST or len(typed) > _MOST_TYPED or formulas < len(typed) * _LEAST:
        return
    for adopted, row in typed:
        score = row.program.run(adopted.figures, row.code).score
        if score is not None:
            yield finding(
                "formula-overwritten",
                row.code,
                adopted.sheet,
                adopted.typed_score_cell,
                actual=adopted.typed_score,
                expected=score,
            )
