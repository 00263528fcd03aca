"""Checks: one concern a file; each takes the evidence and gives findings, and never raises.

Every check serves every kind of table, our own workbooks and foreign forms; its file names the
codes that it can give.
"""

from importlib import import_module

from workbooks.checks.appraisal import scores_are_backed
from workbooks.checks.base import Check, Evidence
from workbooks.checks.exclusions import exclusions_have_reasons
from workbooks.checks.files import nothing_runs_or_links_elsewhere
from workbooks.checks.formulas import formulas_are_intact
from workbooks.checks.hidden import no_row_is_hidden
from workbooks.checks.index import index_is_total_by_maximum
from workbooks.checks.inputs import inputs_can_be_scored
from workbooks.checks.level import stated_level_is_the_one_reached
from workbooks.checks.printed import printed_cells_are_as_printed
from workbooks.checks.scores import typed_scores_are_the_computed_ones
from workbooks.checks.sheet import sheet_and_engine_agree
from workbooks.checks.stale import stored_values_are_current
from workbooks.checks.status import table_is_in_force
from workbooks.checks.sums import sums_are_the_sums_of_their_rows
from workbooks.checks.typed import typed_scores_are_numbers

ALL: tuple[Check, ...] = (
    nothing_runs_or_links_elsewhere,
    no_row_is_hidden,
    printed_cells_are_as_printed,
    inputs_can_be_scored,
    exclusions_have_reasons,
    formulas_are_intact,
    stored_values_are_current,
    sheet_and_engine_agree,
    typed_scores_are_numbers,
    typed_scores_are_the_computed_ones,
    sums_are_the_sums_of_their_rows,
    index_is_total_by_maximum,
    stated_level_is_the_one_reached,
    scores_are_backed,
    table_is_in_force,
)


def codes_of(check: Check) -> tuple[str, ...]:
    """The codes that a check can give."""
    codes: tuple[str, ...] = import_module(check.__module__).CODES
    return codes


__all__ = ["ALL", "Check", "Evidence", "codes_of"]
