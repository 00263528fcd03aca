"""Build: the official workbook of any table, empty or filled, in either edition."""

from __future__ import annotations

from scoring.assess import assess
from scoring.law import Law
from scoring.submission import Submission
from workbooks.design.book import design_of, first_values
from workbooks.design.contents import contents_of
from workbooks.design.names import UDF
from workbooks.design.owners import rows_of
from workbooks.design.shares import restricted, share_of
from workbooks.sheets.write import workbook_bytes


def build(law: Law, submission: Submission | None = None, edition: str = UDF) -> bytes:
    """The workbook of a table, as the bytes of an .xlsx; the same arguments give the same bytes.

    `submission`: what the unit has sent in. `edition`: `udf` (cells call DTI_SCORE …) or `native`
    (plain formulas). Raises ValueError for an unknown edition.
    """
    given = submission or Submission(table=law.id)
    design = design_of(law, edition)
    share = share_of(given)
    if share is not None:
        design = restricted(design, share, rows_of(design))
    values = first_values(design, assess(law, given))
    return workbook_bytes(design, values, contents_of(design, given), given.name)
