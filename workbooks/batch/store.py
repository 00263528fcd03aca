"""Store: the answers of files, a line of JSON each, found by what the file and the program are.

A run that was broken off goes on where it was, and only changed files are checked again. Nothing
but the place of each line is held in memory. A line that was not written to its end is no line.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

_ROOMS = ("texts", "scoring", "reading", "rulesets", "udfs", "workbooks", "answers")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file was when it was checked, and by what: another mark is another answer."""

    path: str
    size: int
    changed: int
    """When, in nanoseconds."""
    program: str

    @property
    def key(self) -> str:
        """All of it in one line."""
        return json.dumps([self.path, self.size, self.changed, self.program], ensure_ascii=True)


def mark_of(file: Path, program: str) -> Mark:
    """The mark of a file as it is now; one that is not there has none of its own."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return Mark(os.fspath(file.absolute()), -1, -1, program)
    return Mark(os.fspath(file.absolute()), found.st_size, found.st_mtime_ns, program)


def program_digest(rulesets: Sequence[Path], *more: str) -> str:
    """One word for the program, its tables, and how it was called."""
    digest = hashlib.sha256("\0".join(more).encode())
    house = Path(__file__).parents[2]
    folders = [house / room for room in _ROOMS]
    for folder in (*folders, *rulesets):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".yaml", ".html") and file.is_file():
                digest.update(f"\0{file.relative_to(folder)}\0".encode("utf-8", "replace"))
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


class NoStore(Exception):
    """A file that holds something else than answers: nothing is added to it."""


class Store:
    """The answers. Without a path they last as long as the store does."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or begin it; half a line at the end is left where it is.

        Raises OSError, and NoStore for a file that is none of ours.
        """
        # Held open until `close`: the answers are read back from it.
        self._file: IO[bytes] = (
            TemporaryFile("w+b") if path is None else path.open("a+b")  # noqa: SIM115
        )
        self._places: dict[str, int] = {}
        self._lent: dict[str, Any] = {}
        self._end = 0
        self._read_places()

    def _read_places(self) -> None:
        self._file.seek(0)
        at = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                self._file.write(b"\n")
            key = _key_of(line)
            if key is None and not self._places:
                self._file.close()
                raise NoStore
            if key is not None:
                self._places[key] = at
            at += len(line)
        self._end = self._file.seek(0, os.SEEK_END)

    def __contains__(self, mark: Mark) -> bool:
        return mark.key in self._places or mark.key in self._lent

    def __len__(self) -> int:
        return len(self._places)

    def get(self, mark: Mark) -> Any:
        """The answer of a file. Raises KeyError."""
        if mark.key in self._lent:
            return self._lent[mark.key]
        self._file.seek(self._places[mark.key])
        return json.loads(self._file.readline())["answer"]

    def put(self, mark: Mark, answer: Any) -> None:
        """Keep an answer, whole or not at all."""
        # Half of a surrogate pair (a file name that is not UTF-8) survives as its escape.
        line = json.dumps({"key": mark.key, "answer": answer}, ensure_ascii=True)
        self._file.seek(0, os.SEEK_END)
        self._places[mark.key] = self._end
        self._end += self._file.write(line.encode("ascii") + b"\n")
        self._file.flush()

    def lend(self, mark: Mark, answer: Any) -> None:
        """Keep an answer as long as the store is open, and not beyond."""
        self._lent[mark.key] = answer

    def answers(self, marks: Sequence[Mark]) -> Iterator[Any]:
        """The answers of files, in their order. Raises KeyError for one without."""
        return (self.get(mark) for mark in marks)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _key_of(line: bytes) -> str | None:
    """The key of a line; None for one that is no answer of ours."""
    if not line.endswith(b"}\n"):
        return None
    try:
        entry = json.loads(line)
        key = entry["key"]
        return key if isinstance(key, str) and isinstance(entry["answer"], dict) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
