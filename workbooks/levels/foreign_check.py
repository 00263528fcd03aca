"""Check foreign forms of levels: the values that were read, and the level that is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scoring.findings import Finding, finding
from scoring.levels import LevelAssessment, LevelTable
from scoring.thresholds import LEVELS
from workbooks.files.book import Book
from workbooks.levels.foreign import AdoptedLevels, adopt_levels
from workbooks.values.check import Examined, level_words


def examine_form(book: Book, table: LevelTable) -> Examined:
    """Adopt a form of levels and hold what was read against the table."""
    form = adopt_levels(book, table)
    assessment = form.unit.assess_levels()
    findings = [*form.findings, *_values(form, assessment), *_level(form, assessment)]
    if table.decision.superseded:
        findings.append(finding("table-superseded", why=table.decision.superseded))
    return Examined(form.unit, assessment, tuple(findings))


def _values(form: AdoptedLevels, assessment: LevelAssessment) -> Iterator[Finding]:
    """What the engine found in the values, with the cell it is about."""
    rows = {row.code: row for row in form.rows}
    for item in assessment.findings:
        row = rows[item.indicator]
        if row.name_cell:  # else the row itself is lost: `row-missing` names it
            yield replace(item, sheet=row.sheet, cell=row.cell or row.name_cell)


def _level(form: AdoptedLevels, assessment: LevelAssessment) -> Iterator[Finding]:
    """The level stated is one that the values allow; what could not be read may still be met."""
    typed = form.typed_level
    if typed is None:
        return
    open_rows = {row.code for row in form.rows if row.status == "unread" or not row.name_cell}
    open_rows |= set(assessment.wrong)
    known = [row for row in assessment.rows if row.criterion.code not in open_rows]
    highest = max((k for k in LEVELS if not any(row.stops(k) for row in known)), default=0)
    if assessment.level <= typed.value <= highest:
        return
    expected = assessment.level if typed.value < assessment.level else highest
    yield finding(
        "level-mismatch",
        "",
        typed.sheet,
        typed.cell,
        actual=level_words(typed.value, assessment),
        expected=level_words(expected, assessment),
    )
