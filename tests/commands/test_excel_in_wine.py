"""The host of Excel over real COM, in a Windows Python under Wine, against stand-in objects."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from answers.explain import explain
from answers.sources import read_source, scan_book
from tests.answers.conftest import SCORED
from tests.excel.conftest import lacking, wine
from tests.excel.windows_python import Missing
from tests.excel.wine import Wine, embeddable_zip, wheelhouse, windows_path
from workbooks.design.names import Key
from workbooks.marks import MARK
from workbooks.own.read import read_own
from workbooks.reconcile import check_file
from xl_addin.excel.kit import write_kit

pytestmark = pytest.mark.wine
__all__ = ["wine"]
SCRIPT = Path(__file__).with_name("windows") / "over_com.py"
MINOR = 13


@pytest.fixture(scope="module")
def python(wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of the installation folder, as the official gets it."""
    try:
        files = embeddable_zip(MINOR), wheelhouse(MINOR)
    except Missing as why:
        lacking(why, "DTI_REQUIRE_WINE")
    kit = write_kit(tmp_path_factory.mktemp("kit"), *files)
    return windows_path(kit / "python" / "python.exe")


def test_commands_over_com(wine: Wine, python: str, write: Callable[..., Path]) -> None:
    book = write(SCORED)
    place = "!".join(read_own(scan_book(book)).places[Key("row", "6.5")])
    said = wine.run(python, windows_path(SCRIPT), windows_path(book), place)
    answer = json.loads(said.splitlines()[-1])
    assert answer["same"]
    assert "Đối chiếu" in answer["sheets"]
    assert all(note.startswith(MARK) for note in answer["notes"])
    wanted = [item.message() for item in check_file(book).findings if item.cell]
    assert [words for words in wanted if not any(words in note for note in answer["notes"])] == []
    words = answer["said"]
    expected = explain(read_source(book), "6.5").words()
    assert " ".join(expected.split()) in " ".join(words["explain"].split())
    assert "Đối soát xong" in words["reconcile"]
    assert "Đã bỏ" in words["unmark"]
    assert words["unknown"].startswith("Không có lệnh")
    assert "Không cần làm gì" in words["update"]
