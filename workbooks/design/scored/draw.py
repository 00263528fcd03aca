"""Draw: the workbook of a scored table, sheet by sheet."""

from __future__ import annotations

from scoring.model import Table
from workbooks.design.common import draw_info, draw_lists, draw_map, draw_readings
from workbooks.design.documents import draw_documents, draw_journal
from workbooks.design.draft import Draft
from workbooks.design.names import INFO
from workbooks.design.scored.cohort import draw_cohort
from workbooks.design.scored.evidence import draw_evidence
from workbooks.design.scored.rows import rows_of
from workbooks.design.scored.scoring import draw_scoring
from workbooks.design.scored.signed import draw_scored_signed, signed_columns
from workbooks.design.scored.summary import draw_summary
from workbooks.design.scored.sums import draw_status, draw_sums
from workbooks.design.signing import begin_signed
from workbooks.design.slips import draw_slips

_INFO_LINE, _INFO_LAST = 2, 4


def draw_scored(draft: Draft, table: Table) -> None:
    """All sheets: those to work on, the page to sign, evidence, readings, cohort, lists and map."""
    rows = rows_of(table)
    draw_info(draft)
    draw_scoring(draft, rows)
    draw_sums(draft, rows)
    draw_summary(draft, rows)
    columns = signed_columns(rows)
    begin_signed(draft, columns)
    draw_documents(draft)
    draw_evidence(draft, rows)
    draw_scored_signed(draft, rows, columns)
    draw_status(draft, INFO, _INFO_LINE, 0, _INFO_LAST)
    draw_readings(draft)
    draw_cohort(draft, rows)
    draw_lists(draft, rows.list_texts)
    draw_slips(draft)
    draw_journal(draft)
    draw_map(draft)
