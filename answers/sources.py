"""Sources: a unit.json or a workbook, ours or foreign, as a table and what a unit sends in for it.

A file is given by its path or, by hosts that have no path, as bytes with a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from answers.laws import find_law
from answers.refusal import Unusable, in_file, unusable
from scoring.exact_json import BadJson, read
from scoring.findings import Finding
from scoring.law import Law
from scoring.read_unit import read_submission
from scoring.submission import Submission, UnusableInput
from texts import Text, text

if TYPE_CHECKING:
    from workbooks.files.book import Book
    from workbooks.statement import Statement


@dataclass(frozen=True, slots=True)
class Upload:
    """A file without a path: its name, as messages call it, and its bytes."""

    name: str
    data: bytes


File = Path | Upload
"""What verbs take for a file."""


@dataclass(frozen=True, slots=True)
class Source:
    """What one file says. `statement`: where it says so, for a workbook."""

    name: str
    law: Law
    submission: Submission
    statement: Statement | None = None


def read_source(file: File, table_id: str | None = None) -> Source:
    """Read a unit.json or a workbook. Raises Unusable.

    `table_id`: the table that it must be of, or that a foreign form and a unit.json without
    «table» are read for.
    """
    _there(file)
    if Path(file.name).suffix.lower() == ".json":
        return read_unit(file, table_id)
    return _read_workbook(file, table_id)


def read_unit(file: File, table_id: str | None = None) -> Source:
    """Read a unit.json of a table of any kind. Raises Unusable with the file and the place."""
    unit = read_json(file)
    if not isinstance(unit, Mapping):
        raise in_file(file.name, text("source.no-object"))
    named = unit.get("table", table_id)
    if not isinstance(named, str):
        raise in_file(file.name, text("source.no-table-named"))
    if table_id and named != table_id:
        raise in_file(file.name, text("source.other-table", given=named, wanted=table_id))
    law = find_law(named)
    return Source(file.name, law, unit_of(unit, law, file.name))


def unit_of(unit: Mapping[str, Any], law: Law, name: str = "") -> Submission:
    """A unit.json that is parsed already. Raises Unusable; `name`: the file that holds it."""
    try:
        return read_submission(unit, law)
    except UnusableInput as error:
        raise (in_file(name, error.why) if name else Unusable(error.why)) from error


def read_json(file: File) -> Any:
    """Read a JSON file exactly. Raises Unusable with the place of the mistake."""
    try:
        return read(bytes_of(file))
    except BadJson as error:
        raise in_file(file.name, error.text) from error


def bytes_of(file: File) -> bytes:
    """The bytes of a file. Raises Unusable."""
    if isinstance(file, Upload):
        return file.data
    _there(file)
    try:
        return file.read_bytes()
    except OSError as error:
        raise unusable("answer.unreadable", file=file.name, why=error.strerror or "") from error


def scan_book(file: File) -> Book:
    """A workbook as frozen records. Raises Unusable, saying why."""
    from workbooks.files.book import Unreadable
    from workbooks.files.scan import scan

    try:
        with at_path(file) as path:
            return replace(scan(path), path=Path(file.name))
    except Unreadable as error:
        raise in_file(file.name, text("answer.stop", why=error.why)) from error


@contextmanager
def at_path(file: File) -> Iterator[Path]:
    """Where a file can be opened; an upload is there only for the time of the block."""
    if not isinstance(file, Upload):
        yield file
        return
    with TemporaryDirectory(prefix="dti-") as folder:
        path = Path(folder) / "upload"
        path.write_bytes(file.data)
        yield path


def _read_workbook(file: File, table_id: str | None) -> Source:
    from workbooks.own.identity import LayoutUnknown
    from workbooks.reconcile import read_statement

    book = scan_book(file)
    wanted = find_law(table_id) if table_id else None
    try:
        statement = read_statement(book, wanted)
    except LayoutUnknown as error:
        raise in_file(file.name, message_of(error.finding)) from error
    if wanted is not None and statement.law.id != wanted.id:
        given = statement.law.id
        raise in_file(file.name, text("source.other-table", given=given, wanted=wanted.id))
    return Source(file.name, statement.law, statement.submission, statement)


def message_of(found: Finding) -> Text:
    """The sentence of a finding, as a text in either language."""
    return text(f"finding.{found.code}", **found.data)


def _there(file: File) -> None:
    if isinstance(file, Path) and not file.is_file():
        name = "answer.is-folder" if file.is_dir() else "answer.no-file"
        raise unusable(name, file=str(file))
