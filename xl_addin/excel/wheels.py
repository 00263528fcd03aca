"""What is unpacked for the Windows machine: the embeddable Python and wheels, checked first."""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from texts import Text, text

VERSIONS = range(11, 14)
"""Python 3.11 to 3.13: for these the whole chain was run."""
NEEDED = (
    *("pywin32", "xlwings", "lxml", "formualizer", "xlsxwriter", "openpyxl", "et-xmlfile"),
    *("xlrd", "jinja2", "markupsafe"),
)
"""What our code needs on the machine beside the standard library."""

_LEFT_OUT = ("xlwings/pro/", "xlwings/server.py", "xlwings/js/", "xlwings/html/", "pythonwin/")
"""Not free to hand on (xlwings' paid parts), or of no use here (an editor)."""
_AMD64 = 0x8664


class KitRefused(Exception):
    """A file given for the kit cannot be used; the text says which, why and what to do."""

    def __init__(self, why: Text) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class EmbeddedPython:
    """The embeddable package: its files, and the minor version, 13 for 3.13."""

    files: dict[str, bytes]
    minor: int

    @property
    def version(self) -> str:
        """As pip writes it: `3.13`."""
        return f"3.{self.minor}"


def read_python(path: Path) -> EmbeddedPython:
    """Read python-3.x.y-embed-amd64.zip. Raises KitRefused."""
    try:
        with zipfile.ZipFile(path) as package:
            files = {n: package.read(n) for n in package.namelist() if not n.endswith("/")}
    except (OSError, zipfile.BadZipFile):
        raise _no_python(path, text("excel.kit.zip-broken")) from None
    settings = [re.fullmatch(r"python3(\d+)\._pth", name) for name in files]
    minor = next((int(found[1]) for found in settings if found), 0)
    for name in ("python.exe", "pythonw.exe", f"python3{minor or 'XX'}._pth"):
        if name not in files:
            raise _no_python(path, text("excel.kit.zip-lacks", what=name))
    if any(_climbs(name) for name in files):
        raise _no_python(path, text("excel.kit.zip-broken"))
    if minor not in VERSIONS:
        raise _no_python(path, text("excel.kit.zip-version", version=f"3.{minor}"))
    if _machine(files["python.exe"]) != _AMD64:
        raise _no_python(path, text("excel.kit.zip-lacks", what="python.exe (64 bit)"))
    return EmbeddedPython(files, minor)


def _no_python(path: Path, why: Text) -> KitRefused:
    return KitRefused(text("excel.kit.no-zip", file=path.name, why=why))


def _machine(program: bytes) -> int:
    """The processor that a Windows program is for; 0 where it is no program."""
    if program[:2] != b"MZ" or len(program) < 64:
        return 0
    place = struct.unpack_from("<I", program, 0x3C)[0]
    if len(program) < place + 6:
        return 0
    return int(struct.unpack_from("<H", program, place + 4)[0])


def _climbs(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name


def read_wheels(folder: Path, python: EmbeddedPython) -> dict[str, bytes]:
    """The files of all wheels, as they lie in site-packages.

    Raises KitRefused for a wheel that does not fit, for a damaged one, and where one is missing.
    """
    wheels = sorted(folder.glob("*.whl"))
    names = {_project(wheel) for wheel in wheels}
    lacking = [name for name in NEEDED if name not in names]
    if lacking:
        listed = ", ".join(lacking)
        raise KitRefused(text("excel.kit.lacks", folder=str(folder), packages=listed))
    found: dict[str, bytes] = {}
    for wheel in wheels:
        if not fits(wheel.name, python.minor):
            why = text("excel.kit.wheel", file=wheel.name, version=python.version)
            raise KitRefused(why)
        found |= _unpacked(wheel)
    return found


def _project(wheel: Path) -> str:
    return re.sub(r"[-_.]+", "-", wheel.name.split("-")[0]).lower()


def fits(wheel: str, minor: int) -> bool:
    """Whether a wheel is for 64-bit Windows and this Python.

    >>> fits("lxml-6.0-cp313-cp313-win_amd64.whl", 13), fits("rich-14-py3-none-any.whl", 13)
    (True, True)
    >>> fits("x-1-cp39-abi3-win_amd64.whl", 13), fits("lxml-6.0-cp311-cp311-win_amd64.whl", 13)
    (True, False)
    """
    parts = wheel.removesuffix(".whl").split("-")
    if len(parts) < 5:
        return False
    pythons, abis, platforms = (part.split(".") for part in parts[-3:])
    if not {"any", "win_amd64"} & set(platforms):
        return False
    if "abi3" in abis:
        numbers = [re.fullmatch(r"cp3(\d+)", name) for name in pythons]
        return any(found and int(found[1]) <= minor for found in numbers)
    return bool({f"cp3{minor}", f"py3{minor}", "py3"} & set(pythons))


def _unpacked(wheel: Path) -> dict[str, bytes]:
    """What pip would put into site-packages; scripts and data files have no use here."""
    files = {}
    try:
        with zipfile.ZipFile(wheel) as package:
            for name in package.namelist():
                placed = re.sub(r"^[^/]+\.data/(?:purelib|platlib)/", "", name)
                if _climbs(name):
                    raise zipfile.BadZipFile(name)
                if not (placed.endswith("/") or ".data/" in placed or placed.startswith(_LEFT_OUT)):
                    files[placed] = package.read(name)
    except (OSError, zipfile.BadZipFile):
        raise KitRefused(text("excel.kit.wheel-broken", file=wheel.name)) from None
    return files
