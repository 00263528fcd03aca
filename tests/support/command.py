"""Command: the `dti` verbs in this process, and the promise that they leave their input alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from cli.main import main


@dataclass(frozen=True)
class Answer:
    """What a call gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON."""
        return json.loads(self.out)


def dti(*arguments: object) -> Answer:
    """Run a verb; an exception that is no answer is raised."""
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def state_of(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder: its hash and when it was changed."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_unit(path: Path, unit: Mapping[str, Any]) -> Path:
    """Write a unit.json."""
    path.write_text(json.dumps(unit, ensure_ascii=False, default=float), encoding="utf-8")
    return path


def shape(value: Any) -> Any:
    """The keys and types of JSON: objects by key, the first item of lists."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__
