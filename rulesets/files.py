"""Files: YAML in, plain data out, with a compiled copy beside it so that a first score is fast.

The compiled copy works like Python's own cache: it carries the digest of its sources, is made
anew when they change, and may be deleted at any time. An add-in ships only the compiled copies,
so it needs no YAML reader.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from rulesets.fields import Node, RulesetError

DATA = Path(__file__).parent / "data"
COMPILED = Path(__file__).parent / "compiled"
FORMAT = 2
"""How the compiled copies are written: another number makes them anew from the same sources."""


def source_path(table_id: str) -> Path:
    """The YAML file of a table: `HB-2023-XA` → `data/hb-2023/xa.yaml`.

    The tables of a file with `variants`, `X-2025-DONVI@so`, share it.
    """
    authority, year, level = table_id.partition("@")[0].lower().split("-", 2)
    return DATA / f"{authority}-{year}" / f"{level}.yaml"


def table_ids() -> tuple[str, ...]:
    """The ids of all tables there are, in a stable order."""
    found: list[str] = []
    if DATA.is_dir():
        for path in DATA.glob("*/*.yaml"):
            if path.stem != "decision":
                table_id = f"{path.parent.name}-{path.stem}".upper()
                variants = _variants(path, path.stat().st_mtime_ns)
                found += [f"{table_id}@{key}" for key in variants] or [table_id]
    else:
        found += [path.stem for path in COMPILED.glob("*.json")]
    return tuple(sorted(found))


@lru_cache(maxsize=256)
def _variants(path: Path, _changed: int) -> tuple[str, ...]:
    """The types of unit that have a table of their own in this file."""
    if not re.search(rb"^variants:", path.read_bytes(), re.MULTILINE):
        return ()
    try:
        given = parse(path).get("variants")
    except RulesetError:
        return ()  # reading the table says what is wrong
    return tuple(given) if isinstance(given, dict) else ()


def read(table_id: str) -> dict[str, Any]:
    """Return `{"format", "digest", "common", "decision", "table"}` of a table as plain data.

    Raises KeyError for an unknown table and RulesetError for a file that is wrong.
    """
    compiled = COMPILED / f"{table_id}.json"
    if not DATA.is_dir():
        if not compiled.is_file():
            raise KeyError(table_id)
        copy = _load(compiled)
        if copy is None:
            raise RulesetError(compiled.name, 0, "tệp bị hỏng; hãy cài đặt lại chương trình")
        return copy
    source = _existing(table_id)
    sources = [source, source.parent / "decision.yaml", DATA / "common.yaml"]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    if compiled.is_file():
        copy = _load(compiled)
        if copy and copy.get("digest") == digest and copy.get("format") == FORMAT:
            return copy
    table, decision, common = (parse(path) for path in sources)
    data = {
        "format": FORMAT,
        "digest": digest,
        "common": common,
        "decision": decision,
        "table": table,
    }
    try:
        COMPILED.mkdir(exist_ok=True)
        # Another process may read at this moment: never leave half a file.
        partial = compiled.with_suffix(".partial")
        partial.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        partial.replace(compiled)
    except OSError:
        pass  # A read-only installation only loads more slowly.
    return data


def _existing(table_id: str) -> Path:
    if table_id not in table_ids():
        raise KeyError(table_id)
    return source_path(table_id)


def _load(path: Path) -> dict[str, Any] | None:
    """A compiled copy; None where it is damaged."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def parse(path: Path) -> Node:
    """Parse one YAML file strictly: no duplicate keys, no floats, NFC text."""
    import yaml  # the in-cell path reads compiled copies and never needs it

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    where = f"{path.parent.name}/{path.name}"

    class Loader(base):  # type: ignore[misc]
        pass

    # Only integers, true, false and null are special; "2.5", "9.10" and "1/2" stay as written.
    Loader.yaml_implicit_resolvers = {}
    Loader.add_implicit_resolver(
        "tag:yaml.org,2002:int", _pattern(r"^-?[0-9]+$"), list("-0123456789")
    )
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", _pattern(r"^(true|false)$"), list("tf"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:null", _pattern(r"^null$"), ["n"])

    def mapping(loader: Any, node: Any) -> Node:
        result = Node()
        result.line = node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in result:
                line = key_node.start_mark.line + 1
                raise RulesetError(where, line, f"khóa «{key}» bị lặp lại")
            result[str(key)] = loader.construct_object(value_node, deep=True)
        return result

    def text(loader: Any, node: Any) -> str:
        return unicodedata.normalize("NFC", loader.construct_scalar(node))

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    Loader.add_constructor("tag:yaml.org,2002:str", text)
    try:
        # The loader is a SafeLoader with fewer implicit types.
        document = yaml.load(path.read_bytes(), Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RulesetError(where, line, f"không đọc được YAML: {error.problem}") from error
    if not isinstance(document, Node):
        raise RulesetError(where, 1, "tệp phải là một đối tượng")
    return document


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
