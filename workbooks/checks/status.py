"""The table is in force: a historical one is named as such."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.assessment import superseded
from scoring.findings import Finding
from workbooks.checks.base import Evidence

CODES = ("table-superseded",)


def table_is_in_force(evidence: Evidence) -> Iterator[Finding]:
    """The remark of the decision's status, where there is one."""
    yield from superseded(evidence.statement.law)
