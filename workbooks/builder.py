"""Builder: the official workbook of a table, empty or filled, in either edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter

from rulesets.laws import Law, load_law
from scoring.assess import Assessment, assess
from scoring.levels import LevelAssessment
from scoring.model import Table
from scoring.submission import Submission, read_submission
from scoring.targets import Plan, PlanAssessment
from workbooks.layout import EDITIONS, UDF, layout
from workbooks.levels.book import write_levels
from workbooks.plans.book import write_plan
from workbooks.sheet_rest import write_cohort, write_hidden, write_info, write_readings
from workbooks.sheet_scoring import ScoringSheet
from workbooks.sheet_summary import write_summary
from workbooks.styles import Styles
from workbooks.units import Unit, read_values_unit


def build(
    path: Path | str,
    table_id: str,
    *,
    submission: Submission | None = None,
    edition: str = UDF,
    words: Mapping[str, str] | None = None,
) -> Assessment:
    """Write the workbook and return the assessment whose values are cached in it.

    `submission`: the figures to fill in. `edition`: `udf` (cells call DTI_SCORE) or `native`
    (plain formulas). `words`: the official's own words per indicator, kept beside the cells.
    Raises KeyError for an unknown table and ValueError for an unknown edition.
    """
    if edition not in EDITIONS:
        raise ValueError(edition)
    plan = layout(table_id)
    result = assess(plan.table, submission or Submission(table=table_id))
    with _book(path, plan.table, result.submission.name, edition) as workbook:
        styles = Styles(workbook)
        write_info(workbook, styles, plan.table, result.submission)
        ScoringSheet(workbook, styles, plan, edition, result, words or {}).write()
        write_summary(workbook, styles, plan, result)
        write_readings(workbook, styles, plan.table)
        write_cohort(workbook, styles, plan, result)
        write_hidden(workbook, plan, edition)
        sheet = workbook.get_worksheet_by_name("Chấm điểm")
        if sheet is not None:
            sheet.activate()
    return result


def build_unit(
    path: Path | str, unit: Unit, *, edition: str = UDF
) -> LevelAssessment | PlanAssessment:
    """Write the workbook of a levels table or of a plan; return the assessment cached in it.

    Raises ValueError for an unknown edition and UnusableInput for more communes than it takes.
    """
    if edition not in EDITIONS:
        raise ValueError(edition)
    with _book(path, unit.law, unit.name, edition) as workbook:
        if isinstance(unit.law, Plan):
            return write_plan(workbook, unit, edition)
        return write_levels(workbook, unit, edition)


def build_any(
    path: Path | str,
    table_id: str,
    unit: Mapping[str, Any] | None = None,
    *,
    edition: str = UDF,
    words: Mapping[str, str] | None = None,
) -> Assessment | LevelAssessment | PlanAssessment:
    """Write the workbook of a table of any kind. `unit`: a parsed unit.json, numbers exact.

    Raises KeyError for an unknown table, ValueError for an unknown edition and UnusableInput for
    a unit that cannot be understood.
    """
    law = load_law(table_id)
    if not isinstance(law, Table):
        return build_unit(path, read_values_unit(unit or {}, law), edition=edition)
    submission = read_submission(unit, law) if unit else None
    return build(path, table_id, submission=submission, edition=edition, words=words)


@contextmanager
def _book(path: Path | str, law: Law, name: str, edition: str) -> Iterator[Any]:
    """A new workbook with its properties; closed, and so written, at the end."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as workbook:
        workbook.set_properties(
            {
                "title": f"{law.id}: {law.title}"[:250],
                "subject": name,
                "comments": f"dti-excel {law.id} {edition} {law.digest[:12]}",
            }
        )
        yield workbook
