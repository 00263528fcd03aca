"""What is written: never over another file unasked, never half, never onto an input."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import dti, state_of, write_unit

TABLE = "BTTTT-2024-XA"
WRITERS: dict[str, tuple[str, ...]] = {
    "new": ("new", TABLE, "-o", "moi.xlsx"),
    "convert": ("convert", "bieu.xlsx", "--edition", "native", "-o", "moi.xlsx"),
    "adopt": ("adopt", "bieu.xlsx", "-o", "moi.xlsx"),
    "report": ("check", "bieu.xlsx", "--report", "moi.html"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a unit, its workbook and what stands where the results go."""
    monkeypatch.chdir(tmp_path)
    unit = write_unit(tmp_path / "unit.json", {"table": TABLE, "values": {"I.1": 62}})
    assert dti("new", TABLE, "--data", unit, "-o", "bieu.xlsx").status == 0
    (tmp_path / "moi.xlsx").write_bytes(b"older work")
    (tmp_path / "moi.html").write_bytes(b"older work")
    return tmp_path


@pytest.mark.parametrize("verb", WRITERS)
def test_an_existing_file_stays_without_force(verb: str, folder: Path) -> None:
    before = state_of(folder)
    answer = dti(*WRITERS[verb])
    assert (answer.status, answer.out) == (2, "")
    assert "moi." in answer.err
    assert "--force" in answer.err
    assert "is there already" in dti(*WRITERS[verb], "--lang", "en").err
    assert state_of(folder) == before
    assert dti(*WRITERS[verb], "--force").status == 0
    assert state_of(folder).keys() == before.keys()
    assert state_of(folder) != before


@pytest.mark.parametrize("verb", WRITERS)
def test_an_input_is_never_written_over(verb: str, folder: Path) -> None:
    if verb == "new":
        (folder / "unit.xlsx").write_bytes((folder / "unit.json").read_bytes())
        call: tuple[str, ...] = ("new", TABLE, "--data", "unit.xlsx", "-o", "unit.xlsx")
    else:
        call = tuple("bieu.xlsx" if part.startswith("moi.") else part for part in WRITERS[verb])
    before = state_of(folder)
    answer = dti(*call, "--force")
    assert answer.status == 2
    assert "Không ghi" in answer.err
    assert state_of(folder) == before


@pytest.mark.parametrize("ending", [".ods", ".xls", ".xlsm", ".html", ""])
def test_a_workbook_has_its_own_ending(ending: str, folder: Path) -> None:
    before = state_of(folder)
    answer = dti("new", TABLE, "-o", f"ban{ending}")
    assert answer.status == 2
    assert ".xlsx" in answer.err
    assert state_of(folder) == before


@pytest.mark.parametrize("verb", WRITERS)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES], ids=["full disk", "no permission"])
def test_a_failed_write_leaves_what_was_there(
    verb: str, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state_of(folder)
    monkeypatch.setattr(Path, "write_bytes", _fails(code))
    answer = dti(*WRITERS[verb], "--force")
    assert (answer.status, answer.out) == (2, "")
    assert "Không ghi được" in answer.err
    monkeypatch.undo()
    assert state_of(folder) == before


def _fails(code: int) -> Callable[..., int]:
    def write(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(code, errno.errorcode[code])

    return write
