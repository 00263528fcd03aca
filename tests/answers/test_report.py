"""The page of a check: every kind of table, both languages, escaped, for A4."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rulesets.laws import load_law
from tests.answers.conftest import ROWS, SCORED, UNITS
from tests.answers.test_languages import data_of
from tests.support.command import dti
from tests.support.quoted import ours_in_vietnamese
from workbooks.design.names import NATIVE
from workbooks.files.scan import scan


class _Text(HTMLParser):
    """The text of a page, and whether anything runs or is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name in ("src", "href", "onload") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(path: Path) -> _Text:
    parser = _Text()
    parser.feed(path.read_text("utf-8"))
    return parser


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_in_both_languages(lang: str, table_id: str, book: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.html"
    answer = dti("check", book, "--report", report, "--lang", lang)
    assert answer.status in (0, 1)
    read = page(report)
    text = "\n".join(read.words)
    assert UNITS[table_id]["name"] in text
    assert ROWS[table_id] in text
    assert "size: A4" in report.read_text("utf-8")
    assert "script" not in read.tags
    if lang == "en":
        sheets = [sheet.name for sheet in scan(book).sheets]
        assert ours_in_vietnamese(text, load_law(table_id), *data_of(table_id), *sheets) == []


def test_hostile_text_is_only_text(make: Callable[..., Path], tmp_path: Path) -> None:
    name = "<script>alert(1)</script>"
    make("b.xlsx", {**UNITS[SCORED], "name": name}, NATIVE)
    report = tmp_path / "r.html"
    dti("check", tmp_path / "b.xlsx", "--report", report)
    read = page(report)
    assert "script" not in read.tags
    assert name in "".join(read.words)


def test_several_files_have_a_summary(make: Callable[..., Path], tmp_path: Path) -> None:
    for number, (table_id, unit) in enumerate(UNITS.items()):
        make(f"{number}-{table_id}.xlsx", unit, NATIVE)
    (tmp_path / "hong.xlsx").write_text("không phải bảng tính")
    report = tmp_path / "r.html"
    assert dti("check", tmp_path, "--report", report).status == 2
    text = "\n".join(page(report).words)
    assert all(text.count(table_id) >= 2 for table_id in UNITS)
    assert "KHÔNG ĐỌC ĐƯỢC" in text
