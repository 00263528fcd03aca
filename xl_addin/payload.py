"""What travels inside every add-in: our own packages, compiled tables, and zip files of them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

import rulesets
from rulesets import files
from rulesets.laws import load_law

COMPILED = "rulesets/compiled"
_ROOT = Path(rulesets.__file__).parents[1]
"""All our packages lie side by side."""


def sources(packages: Iterable[str]) -> dict[str, bytes]:
    """The files of our packages by their paths, `scoring/model.py` → bytes; no caches, no YAML."""
    found = {}
    for package in packages:
        for path in (_ROOT / package).rglob("*"):
            inside = path.relative_to(_ROOT)
            if path.is_file() and _travels(inside):
                found[inside.as_posix()] = path.read_bytes()
    return dict(sorted(found.items()))


def _travels(inside: Path) -> bool:
    of_tables = inside.parts[:2] in (("rulesets", "data"), ("rulesets", "compiled"))
    return not of_tables and "__pycache__" not in inside.parts


def tables() -> dict[str, bytes]:
    """The plain data of every table by its path: no YAML reader is needed to read it.

    Raises RulesetError for a table that does not load.
    """
    found = {}
    for table_id in files.table_ids():
        load_law(table_id)
        data = json.dumps(files.read(table_id), ensure_ascii=False)
        found[f"{COMPILED}/{table_id}.json"] = data.encode()
    return found


def libraries(names: Iterable[str]) -> dict[str, bytes]:
    """The Python files of installed libraries, and their licences, by their paths.

    What was compiled is left out: these libraries do without. Raises PackageNotFoundError.
    """
    found = {}
    for name in names:
        for file in metadata.files(name) or ():
            inside = file.as_posix()
            licence = ".dist-info/" in inside and _LICENCE.search(inside)
            if not inside.startswith("..") and (file.suffix == ".py" or licence):
                found[inside] = Path(str(file.locate())).read_bytes()
    return found


_LICENCE = re.compile(r"/(?:licen[cs]e|copying|notice)", re.IGNORECASE)


def version() -> str:
    """The version of this program; "0" where nobody knows."""
    try:
        return metadata.version("dti-excel")
    except metadata.PackageNotFoundError:
        # A checkout that nobody installed.
        project = _ROOT / "pyproject.toml"
        if not project.is_file():
            return "0"
        found = re.search(r'^version = "(.+)"$', project.read_text(encoding="utf-8"), re.MULTILINE)
        return found[1] if found else "0"


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip file that depends on nothing but its content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return buffer.getvalue()
