"""The installation folder: what is in it, and which files are refused."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest

from tests.support.command import dti
from xl_addin.excel.kit import FOLDER, write_kit
from xl_addin.excel.wheels import NEEDED, KitRefused, read_python, read_wheels
from xl_addin.excel.xlam import xlam


def program(machine: int = 0x8664) -> bytes:
    """As much of a Windows program as is looked at."""
    return struct.pack("<2s58xI4sH", b"MZ", 0x40, b"PE", machine)


def zip_of(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    return buffer.getvalue()


def embeddable(path: Path, minor: int = 13, **changes: bytes | None) -> Path:
    """A zip that looks like the embeddable package; a change of None leaves a file out."""
    content = {
        "python.exe": program(),
        "pythonw.exe": program(),
        f"python3{minor}._pth": b"python313.zip\n.\n",
        f"python3{minor}.zip": b"",
        f"python3{minor}.dll": program(),
    }
    for name, data in changes.items():
        content.pop(name, None)
        if data is not None:
            content[name] = data
    path.write_bytes(zip_of(content))
    return path


def wheelhouse(folder: Path, *others: str, without: str = "") -> Path:
    """Wheels of all that is needed, with some of what must not be handed on."""
    folder.mkdir()
    for name in NEEDED:
        if name != without:
            wheel = folder / f"{name.replace('-', '_')}-1.0-py3-none-any.whl"
            module = name.replace("-", "_")
            content = {
                f"{module}/__init__.py": b"",
                f"{module}-1.0.data/data/x.dll": b"",
                f"{module}-1.0.data/purelib/{module}_more.py": b"",
                f"{module}/pro/__init__.py": b"paid",
                f"{module}/server.py": b"paid",
            }
            wheel.write_bytes(zip_of(content))
    for other in others:
        (folder / other).write_bytes(zip_of({"a.py": b""}))
    return folder


def test_the_folder_holds_everything_once(tmp_path: Path) -> None:
    python, wheels = embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w")
    kit = write_kit(tmp_path, python, wheels)
    found = {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}
    for name in ("cai-dat.cmd", "go-bo.cmd", "dti.xlam", "python/pythonw.exe",
                 "python/site-packages/lxml/__init__.py", "python/site-packages/lxml_more.py",
                 "app/udfs/registry.py", "app/rulesets/compiled/HB-2023-XA.json",
                 "app/xl_addin/excel/vba/DtiServer.bas", "app/workbooks/build.py"):  # fmt: skip
        assert name in found
    assert not [n for n in found if "__pycache__" in n or n.endswith((".yaml", ".pyc"))]
    assert (kit / "dti.xlam").read_bytes() == xlam()


def test_this_python_looks_only_into_its_own_folder(tmp_path: Path) -> None:
    kit = write_kit(tmp_path, embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w"))
    lines = (kit / "python" / "python313._pth").read_text().split()
    assert lines[0] == "python313.zip"
    assert lines[-1] == r"..\app"
    assert not [line for line in lines if ":" in line or "%" in line or line == "import"]


def test_nothing_paid_is_handed_on(tmp_path: Path) -> None:
    kit = write_kit(tmp_path, embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w"))
    site = kit / "python" / "site-packages"
    assert not (site / "xlwings" / "pro").exists()
    assert not (site / "xlwings" / "server.py").exists()
    assert (site / "lxml" / "server.py").exists()
    assert not list(site.rglob("*.dll"))


@pytest.mark.parametrize("name", ["cai-dat.cmd", "go-bo.cmd"])
def test_the_commands_are_what_windows_reads(name: str, tmp_path: Path) -> None:
    kit = write_kit(tmp_path, embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w"))
    text = (kit / name).read_bytes()
    assert text.startswith(b"@echo off\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert text.isascii()
    assert b"giai nen" in text
    for forbidden in (b"powershell", b"http", b"pip ", b"runas", b"reg "):
        assert forbidden not in text.lower()


def test_an_older_folder_is_replaced_and_a_foreign_one_is_not(tmp_path: Path) -> None:
    python, wheels = embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w")
    kit = write_kit(tmp_path, python, wheels)
    (kit / "old.txt").write_text("x")
    assert not (write_kit(tmp_path, python, wheels) / "old.txt").exists()
    other = tmp_path / "other"
    (other / FOLDER).mkdir(parents=True)
    with pytest.raises(KitRefused):
        write_kit(other, python, wheels)


@pytest.mark.parametrize(
    ("minor", "changes", "why"),
    [
        (13, {"python.exe": None}, "python.exe"),
        (13, {"pythonw.exe": None}, "pythonw.exe"),
        (13, {"python313._pth": None}, "_pth"),
        (13, {"python.exe": program(0x14C)}, "64 bit"),
        (13, {"python.exe": b"not a program"}, "64 bit"),
        (13, {"../up.txt": b""}, "zip"),
        (10, {}, "3.10"),
        (14, {}, "3.14"),
    ],
)
def test_another_zip_is_refused(
    minor: int, changes: dict[str, bytes | None], why: str, tmp_path: Path
) -> None:
    with pytest.raises(KitRefused, match=why):
        read_python(embeddable(tmp_path / "p.zip", minor, **changes))


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_text("x")
    for name in ("p.zip", "not-there.zip"):
        with pytest.raises(KitRefused, match="python-3"):
            read_python(tmp_path / name)


@pytest.mark.parametrize(
    "wheel",
    ["a-1-cp311-cp311-win_amd64.whl", "a-1-cp313-cp313-win32.whl",
     "a-1-cp313-cp313-manylinux_2_28_x86_64.whl", "a-1-py2-none-any.whl", "strange.whl"],
)  # fmt: skip
def test_a_wheel_for_another_machine_is_refused(wheel: str, tmp_path: Path) -> None:
    python = read_python(embeddable(tmp_path / "p.zip"))
    with pytest.raises(KitRefused, match=wheel):
        read_wheels(wheelhouse(tmp_path / "w", wheel), python)


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    python = read_python(embeddable(tmp_path / "p.zip"))
    with pytest.raises(KitRefused, match="pywin32"):
        read_wheels(wheelhouse(tmp_path / "w", without="pywin32"), python)


def test_a_wheel_that_climbs_out_is_refused(tmp_path: Path) -> None:
    folder = wheelhouse(tmp_path / "w")
    (folder / "a-1-py3-none-any.whl").write_bytes(zip_of({"../../evil.py": b""}))
    with pytest.raises(KitRefused, match="a-1"):
        read_wheels(folder, read_python(embeddable(tmp_path / "p.zip")))


def test_the_command_writes_the_add_in_and_the_folder(tmp_path: Path) -> None:
    python, wheels = embeddable(tmp_path / "p.zip"), wheelhouse(tmp_path / "w")
    out = tmp_path / "out"
    said = dti("addin", "excel", "-o", str(out), "--json", "--python", str(python),
                   "--wheelhouse", str(wheels))  # fmt: skip
    assert said.status == 0, said
    assert json.loads(said.out) == {
        "host": "excel",
        "folder": str(out / FOLDER),
        "package": str(out / "dti.xlam"),
    }
    assert (out / "dti.xlam").read_bytes() == xlam()


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "OUT", "--python", "p.zip"),
        ("-o", "OUT", "--wheelhouse", "."),
        ("-o", "OUT", "--python", "none.zip", "--wheelhouse", "."),
        (),
        ("--check",),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    said = dti("addin", "excel", *(str(out) if word == "OUT" else word for word in words))
    assert said.status == 2
    assert "Hãy" in said.err
    assert not out.exists()
