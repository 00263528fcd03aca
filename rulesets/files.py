"""Files: which tables there are and where, their plain data, and compiled copies.

Tables stand in the built-in folder and in folders that are added, all in one form:
`DIR/<decision>/decision.yaml` beside `DIR/<decision>/<table>.yaml`. An id is looked up in the list
of what is there and never becomes a path. Two tables with one id are an error.

The compiled copy of a built-in table works like Python's own cache: it carries the digest of its
sources, is made anew when they change, and may be deleted at any time. An add-in ships only the
compiled copies, so it needs no YAML reader.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from rulesets.errors import At, RulesetError
from rulesets.format.tables import ID_PATTERN
from rulesets.strict_yaml import parse, parse_bytes, read_bytes

DATA = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled"
FORMAT = 3
"""How the compiled copies are written: another number makes them anew from the same sources."""

BUILT_IN = "built-in"
VARIABLE = "DTI_RULESETS"
"""The environment variable that adds folders of tables, separated as in PATH."""

DECISION, COMMON, CASES, SOURCE = "decision.yaml", "common.yaml", ".cases.yaml", "source.txt"

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class TableFile:
    """Where a table stands. `origin` is BUILT_IN or the folder that was added."""

    id: str
    path: Path
    origin: str = BUILT_IN

    @property
    def where(self) -> str:
        """How messages name the file."""
        return self.beside(self.path.name)

    def beside(self, name: str) -> str:
        """How messages name a file of the same folder."""
        path = self.path.parent / name
        return f"{path.parent.name}/{name}" if self.origin == BUILT_IN else str(path)

    @property
    def cases(self) -> Path:
        """The file of cases beside the table; it need not be there."""
        return self.path.with_name(self.path.stem + CASES)


_added: tuple[Path, ...] = ()


def folders() -> tuple[Path, ...]:
    """The folders that are added: by `added`, then by DTI_RULESETS."""
    given = os.environ.get(VARIABLE, "")
    if not given:
        return _added
    named = (Path(part) for part in given.split(os.pathsep) if part)
    return tuple(dict.fromkeys((*_added, *named)))


@contextmanager
def added(more: Iterable[Path]) -> Iterator[None]:
    """Add folders of tables for a while."""
    global _added
    before = _added
    _added = tuple(dict.fromkeys((*before, *more)))
    try:
        yield
    finally:
        _added = before


def _state() -> tuple[Path, Path, tuple[Path, ...]]:
    """What the list of tables depends on."""
    return DATA, COMPILED, folders()


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Remember what a function of table ids gave, as long as the folders are the same.

    In place of `functools.cache` for whatever depends on tables: another `--rulesets` or
    DTI_RULESETS is another memory.
    """

    @lru_cache(maxsize=4096)
    def remembered(_state: Any, *arguments: P.args, **named: P.kwargs) -> R:
        return function(*arguments, **named)

    @wraps(function)
    def wrapped(*arguments: P.args, **named: P.kwargs) -> R:
        result: R = remembered(_state(), *arguments, **named)  # type: ignore[arg-type]
        return result

    wrapped.cache_clear = remembered.cache_clear  # type: ignore[attr-defined]
    return wrapped


def table_ids() -> tuple[str, ...]:
    """The ids of all tables there are, in a stable order. Raises RulesetError, see `tables`."""
    return tuple(tables())


def tables() -> dict[str, TableFile]:
    """All tables there are by their id, as the folders are now.

    Raises RulesetError for two files with one id, a name that makes no id, a folder that is none.
    """
    found: dict[str, TableFile] = {}
    for table in _all_files():
        other = found.get(table.id)
        if other:
            raise At(str(table.path)).error("rules.clash", id=table.id, other=str(other.path))
        found[table.id] = table
    return dict(sorted(found.items()))


def find(table_id: str) -> TableFile:
    """Where a table stands. Raises KeyError for an id that is not in the list, letter by letter."""
    known = _listed(_state())
    if table_id not in known:
        _listed.cache_clear()  # it may have come since
        known = _listed(_state())
    return known[table_id]


@lru_cache(maxsize=8)
def _listed(_state: Any) -> dict[str, TableFile]:
    return tables()


def forget() -> None:
    """Look anew at which tables there are; for who changes folders while the program runs."""
    _listed.cache_clear()


def source_path(table_id: str) -> Path:
    """The file of a table. Raises KeyError."""
    return find(table_id).path


def _all_files() -> Iterator[TableFile]:
    if DATA.is_dir():
        yield from _in_folder(DATA, BUILT_IN)
    else:
        for path in sorted(COMPILED.glob("*.json")):
            yield TableFile(path.stem, path)
    for folder in folders():
        if not folder.is_dir():
            raise At(str(folder)).error("rules.no_folder")
        own = tuple(_in_folder(folder, str(folder)))
        if not own:
            raise At(str(folder)).error("rules.no_tables")
        yield from own


def _in_folder(folder: Path, origin: str) -> Iterator[TableFile]:
    """The tables of one folder; a file with types of unit holds a table for each."""
    for path in sorted(folder.glob("*/*.yaml")):
        if path.name == DECISION or path.name.endswith(CASES):
            continue
        base = f"{path.parent.name}-{path.stem}".upper()
        if not re.fullmatch(ID_PATTERN, base):
            raise At(str(path)).error("rules.no_id", id=base)
        keys = _variants(path, path.stat().st_mtime_ns)
        for name in [f"{base}@{key}" for key in keys] or [base]:
            yield TableFile(name, path, origin)


@lru_cache(maxsize=256)
def _variants(path: Path, _changed: int) -> tuple[str, ...]:
    """The types of unit that have a table of their own in this file."""
    with suppress(OSError, RulesetError):  # reading the table says what is wrong
        content = path.read_bytes()
        if re.search(rb"^variants:", content, re.MULTILINE):
            given = parse_bytes(content, path.name).get("variants")
            return tuple(given) if isinstance(given, dict) else ()
    return ()


def read(table_id: str, *, fresh: bool = False) -> dict[str, Any]:
    """Return `{"format", "digest", "common", "decision", "table"}` of a table as plain data.

    `fresh`: from the YAML itself, where there is one, so that every record knows its line.
    Raises KeyError for an unknown table and RulesetError for a file that is wrong.
    """
    table = find(table_id)
    if table.path.suffix == ".json":
        copy = _load(table.path)
        if copy is None:
            raise At(table.path.name).error("rules.damaged_copy")
        return copy
    contents = {
        table.where: read_bytes(table.path, table.where),
        table.beside(DECISION): read_bytes(table.path.with_name(DECISION), table.beside(DECISION)),
    }
    common = _common()
    digest = hashlib.sha256(b"\0".join((*contents.values(), common))).hexdigest()
    compiled = COMPILED / f"{table.id}.json"
    if table.origin == BUILT_IN and not fresh and compiled.is_file():
        copy = _load(compiled)
        if copy and copy.get("digest") == digest and copy.get("format") == FORMAT:
            return copy
    parsed = [parse_bytes(content, where) for where, content in contents.items()]
    data = {
        "format": FORMAT,
        "digest": digest,
        "common": parse_bytes(common, COMMON),
        "decision": parsed[1],
        "table": parsed[0],
    }
    if table.origin == BUILT_IN:
        _keep(compiled, data)
    return data


def _common() -> bytes:
    """The readings of all tables; an add-in without YAML has them in its copies."""
    if DATA.is_dir():
        return read_bytes(DATA / COMMON, COMMON)
    for path in sorted(COMPILED.glob("*.json")):
        copy = _load(path)
        if copy:
            return json.dumps(copy["common"], ensure_ascii=False).encode()
    return b"readings: []\n"


def _keep(path: Path, data: dict[str, Any]) -> None:
    """Write a compiled copy; a read-only installation only loads more slowly."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        # Another process may read at this moment: never leave half a file.
        partial = path.with_suffix(f".{os.getpid()}.partial")
        partial.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        partial.replace(path)


def _load(path: Path) -> dict[str, Any] | None:
    """A compiled copy; None where it is damaged."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def portable(ids: Iterable[str] | None = None) -> dict[str, str]:
    """The compiled copies that an add-in carries: id → JSON, of built-in and of added tables.

    Raises KeyError for an unknown id and RulesetError for a file that is wrong.
    """
    wanted = table_ids() if ids is None else tuple(ids)
    return {table_id: json.dumps(read(table_id), ensure_ascii=False) for table_id in wanted}


__all__ = [
    "BUILT_IN",
    "COMPILED",
    "DATA",
    "FORMAT",
    "VARIABLE",
    "TableFile",
    "added",
    "find",
    "folders",
    "forget",
    "kept",
    "parse",
    "portable",
    "read",
    "source_path",
    "table_ids",
    "tables",
]
