"""Lets numpy 2 run in Wine 8, whose C library lacks six functions for complex numbers.

numpy's extensions are made to ask a library of ours for mathematics: it hands everything on to
Wine's and has the six. For tests only.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from tests.excel.windows_python import COMPILER, SOURCES, Missing, exports

_ASKED = b"api-ms-win-crt-math-l1-1-0.dll"
_OURS = b"dti-ms-win-crt-math-l1-1-0.dll"
_WINE = "x86_64-windows/ucrtbase.dll"
_LACKING = {
    "creal": "first",
    "creall": "first",
    "cimag": "second",
    "cimagl": "second",
    "crealf": "first_float",
    "cimagf": "second_float",
}


def mend(site: Path, python: Path) -> None:
    """Change numpy's extensions in `site`; put our library beside python.exe."""
    extensions = [*(site / "numpy").rglob("*.pyd"), *(site / "numpy.libs").glob("*.dll")]
    for path in extensions:
        content = path.read_bytes()
        if _ASKED in content:
            path.write_bytes(content.replace(_ASKED, _OURS))
    (python / _OURS.decode()).write_bytes(_library())


def _library() -> bytes:
    places = [Path("/usr/lib/x86_64-linux-gnu/wine") / _WINE, Path("/usr/lib/wine") / _WINE]
    wines = next((path for path in places if path.is_file()), None)
    if wines is None:
        raise Missing("không thấy ucrtbase.dll của Wine")
    names = (name for name in exports(wines.read_bytes()) if re.fullmatch(r"\w+", name))
    lines = [f"  {name}=ucrtbase.{name}" for name in names if name not in _LACKING]
    lines += [f"  {name}={ours}" for name, ours in _LACKING.items()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        definition, target = folder / "math.def", folder / "made.dll"
        definition.write_text("\n".join(["EXPORTS", *lines, ""]))
        source = str(SOURCES / "complex_parts.c")
        command = [COMPILER, "-O2", "-shared", "-nostdlib", "-s", "-o", str(target), source]
        subprocess.run([*command, str(definition)], check=True, capture_output=True)
        return target.read_bytes()
