"""Workbooks of levels tables and plans on disk, and what a check finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.build import write_unit
from workbooks.design.names import UDF
from workbooks.reconcile import Reconciliation

_EVERYWHERE = ("table-superseded", "cohort-missing")


def book_of(
    table_id: str, values: Mapping[str, Any], path: Path, edition: str = UDF, **more: Any
) -> Path:
    """Write the workbook of a unit."""
    write_unit(path, table_id, {"table": table_id, "values": values, **more}, edition)
    return path


def found(result: Reconciliation) -> dict[str, list[tuple[str, str]]]:
    """Code → places and rows of its findings, without those that every such book has."""
    codes: dict[str, list[tuple[str, str]]] = {}
    for item in result.findings:
        if item.code not in _EVERYWHERE:
            codes.setdefault(item.code, []).append((item.place, item.indicator))
    return codes
