"""Overwritten: a number typed into a column of scores that are otherwise formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.findings import Finding, finding
from scoring.law import Row
from scoring.slots import SlotKind
from workbooks.forms.form import AdoptedRow

_LEAST = 5
_MOST_TYPED = 2


def overwritten(rows: Sequence[tuple[AdoptedRow, Row]]) -> Iterator[Finding]:
    """Typed scores where the rows of that sort have formulas.

    Rows of figures and rows of answers are told apart: the latter are often scored by hand.
    """
    scored = [(adopted, row) for adopted, row in rows if adopted.typed_score is not None]
    counted = [pair for pair in scored if _is_counted(pair[1])]
    yield from _typed_among_formulas(counted)
    yield from _typed_among_formulas([pair for pair in scored if not _is_counted(pair[1])])


def _is_counted(row: Row) -> bool:
    return all(slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT) for slot in row.slots)


def _typed_among_formulas(counted: Sequence[tuple[AdoptedRow, Row]]) -> Iterator[Finding]:
    typed = [(adopted, row) for adopted, row in counted if not adopted.score_formula]
    formulas = len(counted) - len(typed)
    if formulas < _LEAST or len(typed) > _MOST_TYPED or formulas < len(typed) * _LEAST:
        return
    for adopted, row in typed:
        score = row.outcome(adopted.figures).score
        if score is not None:
            yield finding(
                "formula-overwritten",
                row.code,
                adopted.sheet,
                adopted.typed_score_cell,
                actual=adopted.typed_score,
                expected=score,
            )
