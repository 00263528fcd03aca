"""Which files: folders, patterns, lists; each once, in a stable order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import dti
from workbooks.batch.files import books_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.xlsx", "a.xlsm", "sub/c.XLS", "~$b.xlsx", "ghi-chu.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def names(folder: Path, *paths: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in books_of(paths)]


def test_a_folder_gives_its_books(folder: Path) -> None:
    assert names(folder, folder) == ["a.xlsm", "b.xlsx", "sub/c.XLS"]


def test_a_pattern_as_windows_hands_it_on(folder: Path) -> None:
    assert names(folder, folder / "*.xls?") == ["a.xlsm", "b.xlsx", "~$b.xlsx"]


def test_a_file_that_is_named_twice_is_one(folder: Path) -> None:
    assert names(folder, folder / "b.xlsx", folder) == ["b.xlsx", "a.xlsm", "sub/c.XLS"]


def test_a_file_that_is_not_there_stays_named(folder: Path) -> None:
    assert names(folder, folder / "x.xlsx") == ["x.xlsx"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ds.csv", "Đơn vị;Tệp\nSở A;b.xlsx\nSở B;sub/c.XLS\n"),
        ("ds.csv", "\ufeffb.xlsx,Sở A\nsub/c.XLS,Sở B\nds.csv,chính nó\n"),
        ("ds.txt", "b.xlsx\n\nsub/c.XLS\n"),
    ],
)
def test_a_list(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    assert names(folder, folder / name) == ["b.xlsx", "sub/c.XLS"]


def test_a_list_that_is_not_utf8_is_refused(folder: Path) -> None:
    (folder / "ds.csv").write_bytes("Tệp\nSở.xlsx".encode("utf-16"))
    answer = dti("check", folder / "ds.csv")
    assert answer.status == 2
    assert "UTF-8" in answer.err
