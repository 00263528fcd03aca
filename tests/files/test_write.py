"""Writing: whole or not at all; nothing left behind; the old file as it was."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.build import write_unit
from workbooks.files.write import WORKBOOK, CannotWrite, replacing, write_bytes

ROOT = Path(__file__).parents[2]


def left(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def refusal(path: Path, **options: Any) -> str:
    with pytest.raises(CannotWrite) as caught:
        write_bytes(path, b"new", **options)
    assert caught.value.why.say("en") != str(caught.value)
    return caught.value.why.id.removeprefix("write.")


def test_bytes_and_a_writer_that_wants_a_path(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a.txt", b"one")
    with replacing(tmp_path / "b.xlsx", suffixes=WORKBOOK) as path:
        write_unit(path, "HB-2023-SO")
    assert left(tmp_path)["a.txt"] == b"one"
    assert (tmp_path / "b.xlsx").read_bytes().startswith(b"PK")
    assert set(left(tmp_path)) == {"a.txt", "b.xlsx"}


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_file(path: Path) -> None:
    path.write_bytes(b"old")


@pytest.mark.parametrize(
    ("name", "prepare", "options", "why"),
    [
        pytest.param("a.xlsx", make_file, {}, "exists", id="a-file-in-the-way"),
        pytest.param("a.xlsx", make_folder, {"force": True}, "folder", id="a-folder"),
        pytest.param("a.xlsx", make_pipe, {"force": True}, "not-regular", id="a-pipe"),
        pytest.param("no/a.xlsx", None, {}, "no-folder", id="no-folder"),
        pytest.param("a.ods", None, {"suffixes": WORKBOOK}, "suffix", id="another-ending"),
        pytest.param("a", None, {"suffixes": WORKBOOK}, "suffix", id="no-ending"),
        pytest.param("x" * 300 + ".xlsx", None, {}, "name-too-long", id="a-long-name"),
        pytest.param("a\0.xlsx", None, {}, "name", id="a-null-character"),
    ],
)
def test_refused_before_anything_is_written(
    tmp_path: Path,
    name: str,
    prepare: Callable[[Path], None] | None,
    options: dict[str, Any],
    why: str,
) -> None:
    if prepare:
        prepare(tmp_path / name)
    before = left(tmp_path)
    assert refusal(tmp_path / name, **options) == why
    assert left(tmp_path) == before


def test_an_ending_in_capitals_is_the_same(tmp_path: Path) -> None:
    write_bytes(tmp_path / "A.XLSX", b"x", suffixes=WORKBOOK)
    assert set(left(tmp_path)) == {"A.XLSX"}


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new", force=True)
    assert left(tmp_path) == {"a.xlsx": b"new"}
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("way", ["itself", "link", "hard-link"])
def test_a_source_is_never_written_over(tmp_path: Path, way: str) -> None:
    source = tmp_path / "source.xlsx"
    source.write_bytes(b"old")
    target = source if way == "itself" else tmp_path / "other.xlsx"
    if way == "link":
        target.symlink_to(source)
    elif way == "hard-link":
        target.hardlink_to(source)
    assert refusal(target, sources=[source], force=True) == "source"
    assert source.read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_bytes(link, b"new", force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_file_that_comes_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"

    def run() -> None:
        with replacing(path) as temporary:
            temporary.write_bytes(b"new")
            path.write_bytes(b"somebody else's")

    with pytest.raises(CannotWrite) as caught:
        run()
    assert caught.value.why.id == "write.exists"
    assert left(tmp_path) == {"a.xlsx": b"somebody else's"}


@pytest.mark.parametrize(
    "failure",
    [ValueError("our mistake"), KeyboardInterrupt()],
    ids=["our-mistake", "stopped-by-the-user"],
)
def test_what_is_no_failure_of_writing_is_handed_on(tmp_path: Path, failure: BaseException) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")

    def run() -> None:
        with replacing(tmp_path / "a.xlsx", force=True) as temporary:
            temporary.write_bytes(b"half")
            raise failure

    with pytest.raises(type(failure)):
        run()
    assert left(tmp_path) == {"a.xlsx": b"old"}


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "full"),
        (errno.EACCES, "not-allowed"),
        (errno.EROFS, "not-allowed"),
        (errno.EIO, "other"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True], ids=["plain", "wrapped-by-a-library"])
def test_what_the_system_says_is_said_in_words(
    tmp_path: Path, number: int, why: str, wrapped: bool
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")

    def run() -> None:
        with replacing(tmp_path / "a.xlsx", force=True) as temporary:
            temporary.write_bytes(b"half")
            error = OSError(number, os.strerror(number))
            raise RuntimeError(error) if wrapped else error

    with pytest.raises(CannotWrite) as caught:
        run()
    assert caught.value.why.id == f"write.{why}"
    assert left(tmp_path) == {"a.xlsx": b"old"}


_BUILD = """
import resource, sys
from pathlib import Path
from tests.support.build import write_unit
from workbooks.files.write import CannotWrite, replacing
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    with replacing(Path(sys.argv[1]), force=True) as path:
        write_unit(path, "HB-2023-XA")
except CannotWrite as error:
    print(error.why.id)
"""


def build_in_a_process(path: Path, limit: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(path), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_workbook_that_does_not_fit(tmp_path: Path) -> None:
    """The system takes 20,000 bytes a file; the workbook has twice as many."""
    (tmp_path / "a.xlsx").write_bytes(b"old")
    assert build_in_a_process(tmp_path / "a.xlsx", 20_000) == "write.full"
    assert left(tmp_path) == {"a.xlsx": b"old"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Any:
    """A disk of 64 KB, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    options = [mount or "", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if mount is None or subprocess.run(options, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    (small_disk / "a.xlsx").write_bytes(b"old" * 10_000)
    before = left(small_disk)
    assert build_in_a_process(small_disk / "a.xlsx") == "write.full"
    assert left(small_disk) == before


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: Any) -> None:
    """Who runs as root may write anywhere, so the system's refusal is made here."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    (tmp_path / "a.xlsx").write_bytes(b"old")
    assert refusal(tmp_path / "a.xlsx", force=True) == "not-allowed"
    assert left(tmp_path) == {"a.xlsx": b"old"}


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_bytes(tmp_path / "a.xlsx", b"x")
    assert (tmp_path / "a.xlsx").stat().st_mode == (tmp_path / "usual").stat().st_mode
