"""The installation folder for officials: Python, our packages, dti.xlam and two commands.

Everything that the Windows machine needs lies in it, so that installing is copying.
"""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

from texts import say, text
from xl_addin.excel.install import OURS
from xl_addin.excel.wheels import EmbeddedPython, KitRefused, read_python, read_wheels
from xl_addin.excel.xlam import FILE, xlam
from xl_addin.payload import sources, tables, version

FOLDER = "dti-excel-cai-dat"
INSTALL, UNINSTALL = "cai-dat.cmd", "go-bo.cmd"
_PACKAGES = (
    *("texts", "scoring", "reading", "rulesets", "udfs"),
    *("workbooks", "answers", "xl_addin", "cli"),
)

_COMMAND = r"""@echo off
setlocal
chcp 65001 >nul
if not exist "%~dp0python\python.exe" (
    echo {no_python}
    if not "%~1"=="/q" pause
    exit /b 1
)
"%~dp0python\python.exe" -B -m xl_addin.excel.install {verb}
set "done=%errorlevel%"
if not "%~1"=="/q" pause
exit /b %done%
"""


def write_addin(folder: Path) -> Path:
    """Write dti.xlam alone into a folder, which is made; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    partial = path.with_suffix(".partial")
    partial.write_bytes(xlam())
    partial.replace(path)
    return path


def write_kit(folder: Path, python_zip: Path, wheelhouse: Path) -> Path:
    """Write the installation folder below `folder`; an older one of ours is replaced.

    Raises KitRefused for files that cannot be used, with nothing written.
    """
    target = folder / FOLDER
    if target.exists() and not (target / OURS).is_file():
        raise KitRefused(text("excel.kit.foreign", folder=str(target)))
    python = read_python(python_zip)
    content = contents(python, read_wheels(wheelhouse, python))
    partial = folder / f"{FOLDER}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    for name, data in content.items():
        path = partial / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    return target


def contents(python: EmbeddedPython, site: dict[str, bytes]) -> dict[str, bytes]:
    """Everything in the folder, by its path. `site`: the files of the wheels."""
    settings = f"python3{python.minor}._pth"
    own = sources(_PACKAGES) | tables()
    return {
        INSTALL: _command("install"),
        UNINSTALL: _command("uninstall"),
        FILE: xlam(),
        **{f"python/{name}": data for name, data in python.files.items()},
        f"python/{settings}": _paths(python.minor),
        **{f"python/site-packages/{name}": data for name, data in site.items()},
        **{f"app/{name}": data for name, data in own.items()},
        f"app/dti_excel-{version()}.dist-info/METADATA": _metadata(),
    }


def _metadata() -> bytes:
    """What tells a Python which version this is."""
    return f"Metadata-Version: 2.1\nName: dti-excel\nVersion: {version()}\n".encode()


def _paths(minor: int) -> bytes:
    """Where this Python looks, and nowhere else: no variable, no folder of a workbook counts."""
    site = r"site-packages"
    paths = (f"python3{minor}.zip", ".", site, rf"{site}\win32", rf"{site}\win32\lib", r"..\app")
    return "\r\n".join([*paths, ""]).encode("ascii")


def _command(verb: str) -> bytes:
    """A file that an official double-clicks; `/q` does not wait for a key at the end."""
    words = _bare(say("excel.install.no-python"))
    lines = _COMMAND.format(no_python=words, verb=verb)
    return lines.replace("\n", "\r\n").encode("ascii")


def _bare(words: str) -> str:
    """Without marks: what cmd.exe makes of a file's letters depends on the machine."""
    plain = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
