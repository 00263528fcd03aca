"""The project's own tests in a genuine Windows Python under Wine, with code page 1252."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.excel.numpy_in_wine import mend
from tests.excel.windows_python import download
from tests.excel.wine import CACHE, ROOT, Wine, embeddable_zip, windows_path

PACKAGES = (
    *("pytest", "hypothesis", "colorama", "tzdata", "pyyaml", "jsonschema", "click", "rich"),
    *("lxml", "openpyxl", "xlsxwriter", "xlrd", "jinja2", "formualizer", "ironcalc"),
    *("numpy", "pandas", "formulas"),
)
SUITES = (
    *("tests/scoring", "tests/rulesets", "tests/udfs"),
    *("texts", "scoring", "reading", "rulesets", "udfs"),
)
"""Tests and doctests of everything that a cell's score goes through."""


_PLUGIN = """# A function of Windows that Wine 8 lacks; without it shutil copies by itself.
import _winapi
if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2
"""


@dataclass(frozen=True)
class Ran:
    """What pytest's last line says."""

    passed: int
    failed: int
    skipped: int
    said: str


def suite_python(minor: int) -> Path:
    """python.exe of 3.<minor> with pytest and the project's packages, made once. Raises Missing."""
    home = CACHE / f"suite-3.{minor}"
    if not (home / "done").is_file():
        shutil.rmtree(home, ignore_errors=True)
        wheels = home / "wheels"
        download(minor, wheels, *PACKAGES, dependencies=True)
        _unzip(embeddable_zip(minor), home / "python")
        for wheel in wheels.glob("*.whl"):
            _unzip(wheel, home / "site")
        tag = f"python3{minor}"
        paths = [f"{tag}.zip", ".", r"..\site", windows_path(ROOT)]
        (home / "python" / f"{tag}._pth").write_text("\r\n".join([*paths, ""]), newline="")
        mend(home / "site", home / "python")
        (home / "site" / "wine8.py").write_text(_PLUGIN)
        (home / "done").touch()
    return home / "python" / "python.exe"


def _unzip(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as package:
        package.extractall(folder)


def run_suite(wine: Wine, minor: int, *paths: str, seconds: int = 1500) -> Ran:
    """Run tests of this checkout; the working folder is the checkout."""
    python = windows_path(suite_python(minor))
    # What was compiled for this machine's Python is of no use there; nothing is written here.
    words = [
        "-B",
        "-m",
        "pytest",
        "-p",
        "wine8",
        "-p",
        "no:cacheprovider",
        "-q",
        "--maxfail=30",
        *paths,
    ]
    said = wine.run(python, *words, cwd=ROOT, seconds=seconds, status=None)
    counts = {word: int(n) for n, word in re.findall(r"(\d+) (passed|failed|skipped|error)", said)}
    failed = counts.get("failed", 0) + counts.get("error", 0)
    if not counts:
        dots = "".join(re.findall(r"^([.sFExX]+) +\[", said, re.MULTILINE))
        return Ran(dots.count("."), dots.count("F") + dots.count("E"), dots.count("s"), said)
    return Ran(counts.get("passed", 0), failed, counts.get("skipped", 0), said)


def code_page(wine: Wine, minor: int) -> str:
    """The encoding that this Python takes for text without a word about it."""
    code = "import locale; print(locale.getpreferredencoding(False))"
    return wine.run(windows_path(suite_python(minor)), "-c", code).strip()
