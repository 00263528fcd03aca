"""Typed scores are numbers: said where one is not, so that nobody thinks it was compared."""

from __future__ import annotations

from collections.abc import Iterator

from reading.typed import read_numeral
from scoring.findings import Finding, finding
from workbooks.checks.base import Evidence
from workbooks.files.book import CellKind, place_of
from workbooks.statement import Stated


def typed_scores_are_numbers(evidence: Evidence) -> Iterator[Finding]:
    """Scores, subtotals and total typed into our own workbook; adoption looks at foreign forms."""
    statement = evidence.statement
    if not statement.own:
        return
    for row in statement.rows.values():
        yield from _look(evidence, row.code, row.typed)
    for figure in (*statement.typed_pillars.values(), statement.typed_total):
        yield from _look(evidence, "", figure)


def _look(evidence: Evidence, code: str, figure: Stated | None) -> Iterator[Finding]:
    if figure is None or figure.value is not None or figure.formula:
        return
    cell = evidence.statement.book.sheet(figure.sheet).cells[place_of(figure.cell)]
    text = str(cell.value)
    is_number = cell.kind is CellKind.TEXT and read_numeral(text.strip()) is not None
    yield finding(
        "number-as-text" if is_number else "input-not-a-number",
        code,
        sheet=figure.sheet,
        cell=figure.cell,
        label="Điểm nhập tay",
        actual=f"«{text}»",
    )
