"""The compiled copy: made, reused, made anew; the in-cell path needs nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rulesets import files
from rulesets.kinds.head import Source
from rulesets.kinds.scored import build_scored
from rulesets.laws import load_scored as load
from scoring.model import Table

ROOT = Path(__file__).parents[2]
TABLE = "HB-2023-XA"


def build(table_id: str, data: dict[str, Any]) -> Table:
    return build_scored(data, Source(table_id, "hb-2023/xa.yaml", "hb-2023/decision.yaml"))


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A copy of the data and an empty folder for compiled copies."""
    data, compiled = tmp_path / "data", tmp_path / "compiled"
    shutil.copytree(files.DATA, data)
    monkeypatch.setattr(files, "DATA", data)
    monkeypatch.setattr(files, "COMPILED", compiled)
    return data, compiled


def test_it_is_made_on_first_reading(folders: tuple[Path, Path]) -> None:
    data = files.read(TABLE)
    copy = folders[1] / f"{TABLE}.json"
    assert json.loads(copy.read_text(encoding="utf-8")) == data
    assert [path.name for path in folders[1].iterdir()] == [copy.name]


def test_it_is_reused(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    first = files.read(TABLE)
    monkeypatch.setattr(files, "parse_bytes", lambda *what: pytest.fail(f"parsed {what}"))
    assert files.read(TABLE) == first


@pytest.mark.parametrize("name", ["hb-2023/xa.yaml", "hb-2023/decision.yaml", "common.yaml"])
def test_it_is_made_anew_when_a_source_changes(folders: tuple[Path, Path], name: str) -> None:
    before = files.read(TABLE)
    source = folders[0] / name
    source.write_text(source.read_text(encoding="utf-8") + "\n# đã sửa\n", encoding="utf-8")
    after = files.read(TABLE)
    assert after["digest"] != before["digest"]
    copy = json.loads((folders[1] / f"{TABLE}.json").read_text(encoding="utf-8"))
    assert copy["digest"] == after["digest"]


def test_a_changed_number_reaches_the_table(folders: tuple[Path, Path]) -> None:
    assert build(TABLE, files.read(TABLE)).by_code["3.4"].program.run({"a": 34, "b": 80}).score == 5
    source = folders[0] / "hb-2023" / "xa.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace('full_at: "85%"', 'full_at: "50%"'), encoding="utf-8")
    score = build(TABLE, files.read(TABLE)).by_code["3.4"].program.run({"a": 34, "b": 80}).score
    assert score == 8.5


def test_it_may_be_deleted(folders: tuple[Path, Path]) -> None:
    first = files.read(TABLE)
    (folders[1] / f"{TABLE}.json").unlink()
    assert files.read(TABLE) == first


def test_a_damaged_copy_is_made_anew(folders: tuple[Path, Path]) -> None:
    first = files.read(TABLE)
    (folders[1] / f"{TABLE}.json").write_text('{"digest": "', encoding="utf-8")
    assert files.read(TABLE) == first


def test_without_a_folder_to_write_to_it_only_loads_more_slowly(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "read-only")

    # Root may write everywhere, so a folder's mode alone would prove nothing here.
    monkeypatch.setattr(Path, "write_text", refuse)
    assert files.read(TABLE)["table"]["id"] == TABLE
    assert not (folders[1] / f"{TABLE}.json").exists()


def test_a_folder_that_cannot_be_made_does_no_harm(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = folders[0].parent / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(files, "COMPILED", blocked / "compiled")
    assert files.read(TABLE)["table"]["id"] == TABLE


def test_an_add_in_ships_only_compiled_copies(folders: tuple[Path, Path]) -> None:
    first = files.read(TABLE)
    shutil.rmtree(folders[0])
    files.forget()
    assert files.read(TABLE) == first
    assert files.table_ids() == (TABLE,)
    with pytest.raises(KeyError):
        files.read("HB-2023-SO")


def test_both_ways_make_the_same_table(folders: tuple[Path, Path]) -> None:
    parsed, compiled = build(TABLE, files.read(TABLE)), build(TABLE, files.read(TABLE))
    assert parsed == compiled == load(TABLE)


SCRIPT = """
import sys
import udfs
cell = udfs.call("DTI_SCORE", "HB-2023-XA", "3.4", ((600.0,), (1000.0,)))
text = udfs.call("DTI_EXPLAIN", "HB-2023-XA", "3.4", ((600.0,), (1000.0,)))
heavy = {"yaml", "pandas", "openpyxl", "xlwings", "numpy", "xlsxwriter", "lxml", "click"}
print(cell, heavy & sys.modules.keys(), "7,06" in text)
"""


def test_a_cell_imports_no_yaml_and_nothing_heavy() -> None:
    load(TABLE)  # the compiled copy exists now
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["7.0588235294117645", "set()", "True"]
