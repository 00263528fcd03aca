"""A genuine CPython for Windows from PyPI alone, in the layout of the embeddable package.

The panda3d wheel carries python3XX.dll and every .pyd of python.org's build, for its own freezing
tool; the library in pure Python is that of an interpreter of the same 3.XX on this machine; two
programs of ten lines start it. Needs pip and x86_64-w64-mingw32-gcc. For tests only: an official
gets python.org's own package.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from xl_addin.payload import zipped

PANDA = "panda3d==1.10.16"
SOURCES = Path(__file__).with_name("windows")
COMPILER = "x86_64-w64-mingw32-gcc"
_RUNTIME = ("python3", "vcruntime", "libffi", "libcrypto", "libssl", "sqlite3")
_LEFT_OUT = ("_tkinter.pyd", "_wmi.pyd")
"""No windows here; and what asks Windows about itself ends the program in Wine 8."""
_NOT_IN_A_ZIP = {"test", "tests", "site-packages", "lib-dynload", "idlelib", "tkinter"}


class Missing(Exception):
    """This machine lacks something that a check needs; the message says what."""


def library(minor: int) -> Path:
    """The library in pure Python of 3.<minor>, from an interpreter on this machine."""
    name = f"python3.{minor}"
    pyenv = Path.home() / ".pyenv" / "versions"
    candidates = [*([sys.executable] if sys.version_info[1] == minor else []), shutil.which(name)]
    candidates += [str(path) for path in pyenv.glob(f"3.{minor}.*/bin/{name}")]
    ask = f"import sys, sysconfig; assert sys.version_info[1] == {minor}; "
    ask += "print(sysconfig.get_paths()['stdlib'])"
    for python in filter(None, candidates):
        done = subprocess.run(
            [python, "-I", "-c", ask], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return Path(done.stdout.strip())
    raise Missing(f"không có {name} trên máy này để lấy thư viện chuẩn")


def download(minor: int, folder: Path, *packages: str, dependencies: bool = False) -> None:
    """Fetch wheels for Windows with pip. Raises Missing where pip cannot."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--platform=win_amd64", f"--python-version=3.{minor}"]
    command += ["--implementation=cp", "--dest", str(folder)]
    if not dependencies:
        command.append("--no-deps")
    done = subprocess.run([*command, *packages], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"pip không tải được {', '.join(packages)}: {done.stderr.strip()[-300:]}")


def embeddable(minor: int) -> bytes:
    """The bytes of a zip laid out like python-3.XX.y-embed-amd64.zip. Raises Missing."""
    if not shutil.which(COMPILER):
        raise Missing(f"không có {COMPILER}: chạy scripts/setup-wine.sh")
    tag = f"python3{minor}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        download(minor, folder, PANDA)
        files = dict(_runtime(next(folder.glob("*.whl"))))
        for program, more in (("python.exe", []), ("pythonw.exe", ["-mwindows"])):
            dll = f'-DPYTHON_DLL=L"{tag}.dll"'
            files[program] = _compiled(folder, "python_exe.c", "-municode", dll, *more)
        random = _compiled(folder, "bcryptprimitives.c", "-shared", "-ladvapi32")
        files["bcryptprimitives.dll"] = random
        files["python3.dll"] = _forwarding(folder, tag, files[f"{tag}.dll"])
    files[f"{tag}.zip"] = zipped(dict(_modules(library(minor))))
    files[f"{tag}._pth"] = f"{tag}.zip\r\n.\r\n".encode()
    return zipped(dict(sorted(files.items())))


def _runtime(wheel: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(wheel) as package:
        for entry in package.namelist():
            folder, _, name = entry.rpartition("/")
            wanted = name.endswith(".pyd") or name.lower().startswith(_RUNTIME)
            if folder == "deploy_libs" and wanted and name not in _LEFT_OUT:
                yield name, package.read(entry)


def _modules(root: Path) -> Iterator[tuple[str, bytes]]:
    for folder, below, names in os.walk(root):
        below[:] = sorted(set(below) - _NOT_IN_A_ZIP - {"__pycache__"})
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix == ".py":
                yield path.relative_to(root).as_posix(), path.read_bytes()


def _compiled(folder: Path, source: str, *options: str) -> bytes:
    target = folder / "made.dll"
    command = [COMPILER, "-O2", "-s", "-o", str(target), str(SOURCES / source), *options]
    subprocess.run(command, check=True, capture_output=True)
    return target.read_bytes()


def _forwarding(folder: Path, tag: str, dll: bytes) -> bytes:
    """python3.dll, which extensions with the stable ABI ask for: every name is in python3XX.dll."""
    lines = [f"  {name}={tag}.{name}" for name in exports(dll)]
    definition = folder / "python3.def"
    definition.write_text("\n".join(["LIBRARY python3", "EXPORTS", *lines, ""]))
    target = folder / "python3.dll"
    command = [COMPILER, "-shared", "-nostdlib", "-s", "-o", str(target), str(definition)]
    subprocess.run(command, check=True, capture_output=True)
    return target.read_bytes()


def exports(dll: bytes) -> list[str]:
    """The names that a 64-bit DLL exports (PE format, export directory)."""
    header = struct.unpack_from("<I", dll, 0x3C)[0]
    count, optional = struct.unpack_from("<H12xH", dll, header + 6)
    first = header + 24 + optional
    sections = [struct.unpack_from("<8x4I", dll, first + 40 * i) for i in range(count)]

    def place(address: int) -> int:
        for size, start, _, offset in sections:
            if start <= address < start + size:
                return int(offset + address - start)
        raise ValueError(address)

    table = place(struct.unpack_from("<I", dll, header + 24 + 112)[0])
    number, _, names = struct.unpack_from("<3I", dll, table + 24)
    found = []
    for index in range(number):
        start = place(struct.unpack_from("<I", dll, place(names) + 4 * index)[0])
        found.append(dll[start : dll.index(b"\0", start)].decode())
    return found
