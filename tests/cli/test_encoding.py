"""What the command says is UTF-8 wherever it goes, also where the machine has a code page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def said(encoding: str, *words: str, out: Path | None = None) -> bytes:
    """The bytes that `dti …` writes on a machine whose streams have another encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "cli.main", *words]
    if out is None:
        return subprocess.run(command, env=environment, capture_output=True, check=False).stdout
    with out.open("wb") as file:
        subprocess.run(command, env=environment, stdout=file, check=True)
    return out.read_bytes()


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "cp437", "ascii"])
def test_words_are_utf8_in_a_pipe_and_in_a_file(encoding: str, tmp_path: Path) -> None:
    words = ("show", "HB-2023-XA", "3.4")
    piped = said(encoding, *words)
    assert "Điểm tối đa" in piped.decode("utf-8")
    assert said(encoding, *words, out=tmp_path / "out.txt") == piped


def test_a_refusal_is_utf8_too() -> None:
    command = [sys.executable, "-m", "cli.main", "show", "KHÔNG-CÓ"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert "Không có bảng chỉ số «KHÔNG-CÓ»" in done.stderr.decode("utf-8")
