"""Files: the workbooks that folders, patterns and lists name, each once and in a stable order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from texts import Text, text

BOOKS = (".xlsx", ".xlsm", ".xls")
"""The endings that are looked for in folders."""

LISTS = (".csv", ".txt")
"""The endings of a list of files: one a line, or a CSV with a column of them."""

_COLUMNS = ("tệp", "file", "path", "đường dẫn")
_LARGEST = 64 * 1024 * 1024
_PATTERN = re.compile(r"[*?\[]")


class BadList(Exception):
    """A list of files cannot be read; `why` says so."""

    def __init__(self, why: Text) -> None:
        """Keep the reason."""
        super().__init__(str(why))
        self.why = why


def books_of(paths: Iterable[Path], endings: tuple[str, ...] = BOOKS) -> Iterator[Path]:
    """The workbooks of files, folders, patterns and lists; a file that is named stays named.

    Raises BadList for a list that cannot be read.
    """
    seen: set[Path] = set()
    for path in _all(paths, endings):
        if path not in seen:
            seen.add(path)
            yield path


def _all(paths: Iterable[Path], endings: tuple[str, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (file for file in _below(path) if file.suffix.lower() in endings)
        elif path.suffix.lower() in LISTS and path.is_file():
            yield from _all(_listed(path), endings)
        elif not path.exists() and _PATTERN.search(str(path)):
            # Windows hands patterns on as they were typed.
            root = Path(path.anchor) if path.anchor else Path()
            pattern = str(path.relative_to(path.anchor) if path.anchor else path)
            yield from (file for file in sorted(root.glob(pattern)) if file.is_file())
        else:
            yield path


def _below(folder: Path) -> list[Path]:
    """All files below a folder; those that a program has open leave a `~$` file beside them."""
    return sorted(file for file in folder.rglob("*") if not file.name.startswith("~$"))


def _listed(path: Path) -> list[Path]:
    """The files of a list. A relative one is sought beside the list."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BadList(text("batch.list-large", file=path.name))
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise BadList(text("batch.list-unreadable", file=path.name, why=why)) from error
    except UnicodeDecodeError as error:
        raise BadList(text("batch.list-encoding", file=path.name)) from error
    names = _column(content) if path.suffix.lower() == ".csv" else content.splitlines()
    found = [path.parent / name.strip() for name in names if name.strip()]
    # A list in a list could name itself.
    return [file for file in found if file.suffix.lower() not in LISTS]


def _column(content: str) -> list[str]:
    """The column of files: the one with such a title, else the first."""
    first = content.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = [row for row in csv.reader(io.StringIO(content), delimiter=separator) if any(row)]
    if not rows:
        return []
    titles = [title.strip().casefold() for title in rows[0]]
    named = next((titles.index(name) for name in _COLUMNS if name in titles), None)
    column = 0 if named is None else named
    return [row[column] for row in rows[named is not None :] if len(row) > column]
