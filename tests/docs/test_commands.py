"""Documents are executed: each command of a console block runs, and prints what stands there.

A block is ```console; lines that begin with `$` are commands, the lines below are their output;
«…» in an output stands for anything. Blocks of one document run in order in one folder,
which holds the examples, a filled workbook (bieu.xlsx) and a form (bieu-cu.xlsx).
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "docs/vi/huong-dan-nhanh.md"]
_BLOCK = re.compile(r"^ *```console\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def examples(document: Path) -> list[tuple[str, str]]:
    """Each command of ours with the output that the document shows."""
    found: list[tuple[str, str]] = []
    for block in _BLOCK.findall(document.read_text(encoding="utf-8")):
        for part in re.split(r"^ *\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command.strip(), output.rstrip()))
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_prints_what_the_document_shows(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "examples/vn-2024-huyen-dai-lanh.xlsx", "bieu-cu.xlsx")
    unit = ["--data", "examples/hb-2023-xa.json"]
    CliRunner().invoke(main, ["new", "HB-2023-XA", *unit, "-o", "bieu.xlsx"])
    ran = 0
    for command, shown in examples(document):
        words = shlex.split(command)
        if Path(words[0]).name != "dti":
            continue
        answer = CliRunner().invoke(main, words[1:])
        assert answer.exit_code in (0, 1), (command, answer.output, answer.exception)
        if shown:
            pattern = re.escape(shown).replace("…", ".*")
            printed = answer.output.rstrip()
            assert re.fullmatch(pattern, printed, re.DOTALL), (command, printed)
        ran += 1
    assert ran > 1, document
