"""The kit on a Windows that is Wine: installed, asked as Excel asks, updated, removed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.excel.conftest import lacking
from tests.excel.golden import CALLS
from tests.excel.windows_python import Missing
from tests.excel.wine import (
    Bridge,
    Wine,
    embeddable_zip,
    home_python,
    register_for_wine,
    traces,
    wheelhouse,
    windows_path,
)
from xl_addin.excel.kit import write_kit

pytestmark = pytest.mark.wine

MINOR = 13


@pytest.fixture(scope="module")
def kit(wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installation folder for Python 3.13."""
    try:
        files = embeddable_zip(MINOR), wheelhouse(MINOR)
    except Missing as why:
        lacking(why, "DTI_REQUIRE_WINE")
    return write_kit(tmp_path_factory.mktemp("kit"), *files)


@pytest.fixture(scope="module")
def installed(wine: Wine, kit: Path) -> Iterator[str]:
    """What the installer said; removed again at the end."""
    register_for_wine(wine, kit)
    yield wine.run("cmd", "/c", "cai-dat.cmd", "/q", cwd=kit)
    wine.run("cmd", "/c", "go-bo.cmd", "/q", cwd=kit)
    wine.forget_classes()


def test_the_installer_computes_a_score_and_says_so(installed: str) -> None:
    assert "7,06 điểm" in installed


def test_golden_calls_through_com(wine: Wine, installed: str) -> None:
    bridge = Bridge(wine, home_python(wine))
    try:
        found = [
            (call, answer)
            for call in CALLS
            if (answer := bridge.ask("compute", call.name, list(call.arguments))) != call.expected()
        ]
    finally:
        bridge.close()
    assert found == []


def test_nothing_beside_a_workbook_is_read(wine: Wine, installed: str, tmp_path: Path) -> None:
    for name in ("udfs.py", "xl_addin.py", "texts.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('taken in')")
    (tmp_path / "xlwings.conf").write_text('"UDF_MODULES","evil"\n')
    said = wine.run(home_python(wine), "-m", "xl_addin.excel.install", "check", cwd=tmp_path)
    assert "7,06 điểm" in said


def test_the_check_of_the_machine_has_nothing_to_say(wine: Wine, installed: str) -> None:
    code = "from xl_addin.excel.check import *; print(ascii(report(list(examine(this_machine())))))"
    said = wine.run(home_python(wine), "-c", code)
    assert said.count(ascii("Đạt:").strip("'")) == 6


def test_installing_over_itself_and_removing_leaves_nothing(
    wine: Wine, kit: Path, installed: str
) -> None:
    before = traces(wine)
    assert before, installed
    assert "7,06 điểm" in wine.run("cmd", "/c", "cai-dat.cmd", "/q", cwd=kit)
    assert traces(wine) == before
    # As Windows' list of programs does it, from the inside.
    code = "import subprocess; from xl_addin.excel.registration import *; "
    code += "subprocess.run(WindowsKeys().get(UNINSTALL_KEY, 'QuietUninstallString'))"
    said = wine.run(windows_path(kit / "python" / "python.exe"), "-B", "-c", code)
    assert "Đã gỡ" in said
    wine.forget_classes()
    assert traces(wine) == []


def test_a_folder_without_its_python_says_what_to_do(wine: Wine, kit: Path, tmp_path: Path) -> None:
    shutil.copyfile(kit / "cai-dat.cmd", tmp_path / "cai-dat.cmd")
    said = wine.run("cmd", "/c", "cai-dat.cmd", "/q", cwd=tmp_path, status=1)
    assert "giai nen" in said
