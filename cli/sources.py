"""Sources: a unit.json or a workbook, read into a table and a submission."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cli.data import Unusable, find_table, read_json, unusable
from scoring.model import Table
from scoring.submission import Submission, UnusableInput, read_submission
from workbooks.book import Unreadable
from workbooks.own import LayoutUnknown
from workbooks.reconcile import read_statement
from workbooks.scan import scan


def read_source(path: Path) -> tuple[Table, Submission]:
    """Read a unit.json or a workbook (ours or a foreign form). Raises Unusable."""
    if not path.exists():
        raise Unusable(f"Không thấy tệp {path}.")
    if path.suffix.lower() == ".json":
        return read_unit(path)
    try:
        statement = read_statement(scan(path))
    except Unreadable as error:
        raise Unusable(f"{path.name}: {error.why}.") from error
    except LayoutUnknown as error:
        raise Unusable(f"{path.name}: {error.finding.message()}") from error
    return statement.table, statement.submission


def read_unit(path: Path, table_id: str | None = None) -> tuple[Table, Submission]:
    """Read a unit.json. Raises Unusable with the file and the place."""
    unit = read_json(path)
    if not isinstance(unit, Mapping):
        raise Unusable(f"{path.name}: cần một đối tượng JSON (unit.json).")
    named = unit.get("table", table_id)
    if not isinstance(named, str):
        raise Unusable(f'{path.name}: thiếu «table», ví dụ "table": "HB-2023-XA".')
    if table_id and named != table_id:
        raise Unusable(f"{path.name}: số liệu của bảng {named}, không phải {table_id}.")
    table = find_table(named)
    try:
        return table, read_submission(unit, table)
    except UnusableInput as error:
        raise unusable(error, path) from error
