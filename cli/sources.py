"""Sources: a unit.json or a workbook, read into a table and what a unit sends in for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cli.data import Unusable, find_law, find_table, read_json, unusable
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.submission import Submission, UnusableInput, read_submission
from workbooks.files.book import Unreadable
from workbooks.files.scan import scan
from workbooks.levels.foreign import adopt_levels
from workbooks.own import LayoutUnknown, is_own
from workbooks.reconcile import foreign_table, read_statement
from workbooks.units import Unit, read_values_unit
from workbooks.values.own import read_unit_book, values_law

Source = tuple[Table, Submission] | Unit
"""What one file says: figures of a scored table, or the values of a levels table or a plan."""


def read_any(path: Path, table_id: str | None = None) -> Source:
    """Read a unit.json or a workbook (ours or a foreign form) of any kind. Raises Unusable."""
    if not path.exists():
        raise Unusable(f"Không thấy tệp {path}.")
    if path.suffix.lower() == ".json":
        return read_unit_json(path, table_id)
    try:
        book = scan(path)
        if is_own(book) and values_law(book) is not None:
            return read_unit_book(book).unit
        law = None if is_own(book) else foreign_table(book)
        if isinstance(law, LevelTable):
            return adopt_levels(book, law).unit
        statement = read_statement(book, law)
    except Unreadable as error:
        raise Unusable(f"{path.name}: {error.why}.") from error
    except LayoutUnknown as error:
        raise Unusable(f"{path.name}: {error.finding.message()}") from error
    return statement.table, statement.submission


def read_source(path: Path) -> tuple[Table, Submission]:
    """Read a unit.json or a workbook of a scored table. Raises Unusable."""
    return _scored(read_any(path))


def read_unit(path: Path, table_id: str | None = None) -> tuple[Table, Submission]:
    """Read a unit.json of a scored table. Raises Unusable with the file and the place."""
    return _scored(read_unit_json(path, table_id))


def _scored(source: Source) -> tuple[Table, Submission]:
    if isinstance(source, Unit):
        return find_table(source.law.id), source.head  # the first of them refuses, saying why
    return source


def read_unit_json(path: Path, table_id: str | None = None) -> Source:
    """Read a unit.json of any kind of table. Raises Unusable with the file and the place."""
    unit = read_json(path)
    if not isinstance(unit, Mapping):
        raise Unusable(f"{path.name}: cần một đối tượng JSON (unit.json).")
    named = unit.get("table", table_id)
    if not isinstance(named, str):
        raise Unusable(f'{path.name}: thiếu «table», ví dụ "table": "HB-2023-XA".')
    if table_id and named != table_id:
        raise Unusable(f"{path.name}: số liệu của bảng {named}, không phải {table_id}.")
    table = find_law(named)
    for key in ("typed", "verified", "info", "explanations"):
        if not isinstance(unit.get(key) or {}, Mapping):
            raise Unusable(f"{path.name}: «{key}» phải là một đối tượng JSON: mã → giá trị.")
    for code, value in (unit.get("info") or {}).items():
        if isinstance(value, Mapping | list):
            raise Unusable(f"{path.name}: «info» {code} phải là một số hoặc một đoạn chữ.")
    try:
        if not isinstance(table, Table):
            return read_values_unit(unit, table)
        return table, read_submission(unit, table)
    except UnusableInput as error:
        raise unusable(error, path) from error
