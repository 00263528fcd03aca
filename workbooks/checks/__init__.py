"""Checks: one concern a file; each takes the evidence and gives findings, and never raises."""

from workbooks.checks.appraisal import scores_are_backed
from workbooks.checks.base import Check, Evidence
from workbooks.checks.exclusions import exclusions_have_reasons
from workbooks.checks.files import nothing_runs_or_links_elsewhere
from workbooks.checks.formulas import score_formulas_are_intact, sums_stand
from workbooks.checks.index import index_is_total_by_maximum
from workbooks.checks.inputs import inputs_can_be_scored
from workbooks.checks.maxima import maxima_are_as_printed
from workbooks.checks.rows import no_row_is_hidden
from workbooks.checks.scores import typed_scores_are_the_computed_ones
from workbooks.checks.stale import stored_values_are_current
from workbooks.checks.status import table_is_in_force
from workbooks.checks.sums import sums_are_the_sums_of_their_rows
from workbooks.checks.typed import typed_scores_are_numbers

ALL: tuple[Check, ...] = (
    nothing_runs_or_links_elsewhere,
    no_row_is_hidden,
    maxima_are_as_printed,
    inputs_can_be_scored,
    exclusions_have_reasons,
    score_formulas_are_intact,
    sums_stand,
    stored_values_are_current,
    typed_scores_are_numbers,
    typed_scores_are_the_computed_ones,
    sums_are_the_sums_of_their_rows,
    index_is_total_by_maximum,
    scores_are_backed,
    table_is_in_force,
)

__all__ = ["ALL", "Check", "Evidence"]
