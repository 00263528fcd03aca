"""Builder: the official workbook of a table, empty or filled, in either edition."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import xlsxwriter

from scoring.assess import Assessment, assess
from scoring.submission import Submission
from workbooks.layout import EDITIONS, UDF, layout
from workbooks.sheet_rest import write_cohort, write_hidden, write_info, write_readings
from workbooks.sheet_scoring import ScoringSheet
from workbooks.sheet_summary import write_summary
from workbooks.styles import Styles


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
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as workbook:
        workbook.set_properties(
            {
                "title": f"{plan.table.id}: {plan.table.title}"[:250],
                "subject": result.submission.name,
                "comments": f"dti-excel {table_id} {edition} {plan.table.digest[:12]}",
            }
        )
        styles = Styles(workbook)
        write_info(workbook, styles, plan, result)
        ScoringSheet(workbook, styles, plan, edition, result, words or {}).write()
        write_summary(workbook, styles, plan, result)
        write_readings(workbook, styles, plan)
        write_cohort(workbook, styles, plan, result)
        write_hidden(workbook, plan, edition)
        sheet = workbook.get_worksheet_by_name("Chấm điểm")
        if sheet is not None:
            sheet.activate()
    return result
