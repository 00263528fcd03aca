"""Installing, updating and removing on a machine whose keys are a dictionary."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.excel.machines import FakeKeys, kit, machine
from xl_addin.excel.install import InUse, install, uninstall
from xl_addin.excel.registration import OURS, SERVER_KEY


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_everything_is_put_in_place(tmp_path: Path) -> None:
    keys = FakeKeys()
    there = machine(tmp_path / "user", keys)
    source = kit(tmp_path / "kit")
    install(source, there, "1.2")
    placed = {name: data for name, data in files(source).items() if not name.endswith(".cmd")}
    assert files(there.home) == placed
    assert there.addin.read_bytes() == (source / "dti.xlam").read_bytes()
    assert str(there.home) in str(keys.get(SERVER_KEY)).replace("\\", "/")
    assert all(any(key.startswith(ours) for ours in OURS) for key, _ in keys.values)


def test_installing_again_and_a_newer_version_leave_one_version(tmp_path: Path) -> None:
    keys = FakeKeys()
    there = machine(tmp_path / "user", keys)
    install(kit(tmp_path / "one"), there, "1")
    install(kit(tmp_path / "one"), there, "1")
    before = dict(keys.values)
    newer = kit(tmp_path / "two", "2")
    install(newer, there, "2")
    assert (there.home / "python" / "python.exe").read_text() == "python/python.exe 2"
    assert there.addin.read_text() == "dti.xlam 2"
    assert set(keys.values) == set(before)
    assert [path.name for path in there.home.parent.iterdir()] == [there.home.name]


def test_nothing_is_left(tmp_path: Path) -> None:
    keys = FakeKeys({(r"Software\Classes\Other", ""): "x"})
    there = machine(tmp_path / "user", keys)
    source = kit(tmp_path / "kit")
    install(source, there, "1")
    uninstall(there, running=source)
    assert keys.values == {(r"Software\Classes\Other", ""): "x"}
    assert files(tmp_path / "user") == {}
    assert not there.home.exists()


def test_removing_from_inside_leaves_the_folder_to_the_command(tmp_path: Path) -> None:
    there = machine(tmp_path / "user")
    install(kit(tmp_path / "kit"), there, "1")
    uninstall(there, running=there.home)
    assert there.home.exists()
    assert not there.addin.exists()


def test_removing_what_was_never_installed_is_quiet(tmp_path: Path) -> None:
    uninstall(machine(tmp_path / "user"), running=tmp_path)
    assert files(tmp_path) == {}


@pytest.mark.parametrize("what", ["addin", "python"])
def test_while_something_runs_nothing_changes(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = FakeKeys()
    there = machine(tmp_path / "user", keys)
    install(kit(tmp_path / "one"), there, "1")
    before, values = files(tmp_path / "user"), dict(keys.values)
    open_file = there.addin if what == "addin" else there.home / "python" / "pythonw.exe"
    plain = Path.open

    def as_windows(self: Path, mode: str = "r", *more: object, **others: object) -> object:
        if self == open_file and "+" in mode:
            raise PermissionError(13, "đang mở", str(self))
        return plain(self, mode, *more, **others)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", as_windows)
    with pytest.raises(InUse):
        install(kit(tmp_path / "two", "2"), there, "2")
    with pytest.raises(InUse):
        uninstall(there, running=tmp_path / "two")
    monkeypatch.undo()
    assert files(tmp_path / "user") == before
    assert keys.values == values


def test_a_folder_of_that_name_that_is_not_ours_is_not_touched(tmp_path: Path) -> None:
    there = machine(tmp_path / "user")
    there.home.mkdir(parents=True)
    (there.home / "quan-trong.txt").write_text("x")
    with pytest.raises(FileExistsError):
        install(kit(tmp_path / "kit"), there, "1")
    uninstall(there, running=tmp_path / "kit")
    assert list(files(there.home)) == ["quan-trong.txt"]


def test_an_interrupted_installation_is_cleared_away(tmp_path: Path) -> None:
    there = machine(tmp_path / "user")
    left = there.home.with_name("dti-excel.new")
    kit(left, "half")
    install(kit(tmp_path / "kit"), there, "1")
    assert not left.exists()
    assert there.addin.read_text() == "dti.xlam 1"
