"""Workbooks written to a path, for tests that look at files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rulesets.laws import load_law
from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.read_unit import read_submission
from scoring.submission import Submission
from workbooks.build import build
from workbooks.design.names import UDF


def write_book(
    path: Path, table_id: str, submission: Submission | None = None, edition: str = UDF
) -> Assessment:
    """Write the workbook of a table; what the engine says of the unit."""
    law = load_law(table_id)
    given = submission or Submission(table=table_id)
    path.write_bytes(build(law, given, edition))
    return assess(law, given)


def write_unit(
    path: Path, table_id: str, unit: Mapping[str, Any] | None = None, edition: str = UDF
) -> Assessment:
    """The same for a unit.json, already parsed."""
    given = read_submission(unit, load_law(table_id)) if unit else None
    return write_book(path, table_id, given, edition)
