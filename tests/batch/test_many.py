"""`dti check` of many files: every form of the results, and the same answer as one by one."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pandas
import pytest

from answers.check import check
from tests.support.cases import make, office
from tests.support.command import dti, state_of
from workbooks.design.names import NATIVE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good book, an incomplete one, and one that is none."""
    folder = tmp_path_factory.mktemp("nhieu")
    make(folder / "a.xlsx", office(), NATIVE)
    make(folder / "b <i>.xlsx", {**office(), "name": "<b>Sở</b>", "inputs": {}}, NATIVE)
    (folder / "c.xlsx").write_bytes(b"PK\x03\x04 nothing")
    return folder


def test_words_and_json_are_those_of_the_files_one_by_one(folder: Path) -> None:
    before = state_of(folder)
    answer = dti("check", folder, "--json", "--jobs", "2")
    expected = check(sorted(folder.iterdir()))
    assert answer.json == json.loads(json.dumps(expected.to_json()))
    assert answer.out == json.dumps(answer.json, ensure_ascii=False, indent=1) + "\n"
    assert answer.status == expected.exit_status == 2
    words = dti("check", folder, "--lang", "en").out
    assert words == expected.words("en") + "\n"
    assert state_of(folder) == before


def test_every_form_of_the_results(folder: Path, tmp_path: Path) -> None:
    targets = {end: tmp_path / f"kq.{end}" for end in ("xlsx", "jsonl", "parquet", "html")}
    options = [part for end, target in targets.items() for part in (f"--out-{end}", target)]
    report = tmp_path / "bao-cao.html"
    answer = dti("check", folder, *options, "--report", report)
    assert answer.status == 2
    assert all(str(path) in answer.out for path in (*targets.values(), report))
    lines = [json.loads(line) for line in targets["jsonl"].read_text("utf-8").splitlines()]
    assert [line["file"] for line in lines] == ["a.xlsx", "b <i>.xlsx", "c.xlsx"]
    frame = pandas.read_parquet(targets["parquet"])
    assert list(frame["verdict"]) == [line["verdict"] for line in lines]
    assert frame["engine"][0] == pytest.approx(lines[0]["totals"]["engine"])
    assert len(json.loads(frame["findings"][2])) == 1
    book = openpyxl.load_workbook(targets["xlsx"])
    summary, four, findings = book.worksheets
    assert [summary.cell(row, 2).value for row in (4, 5)] == ["Sở Nội vụ", "<b>Sở</b>"]
    assert summary["C4"].hyperlink.target.endswith("a.xlsx")
    assert four["H4"].value == pytest.approx(lines[0]["totals"]["engine"])
    assert findings.max_row == 3 + sum(len(line["findings"]) for line in lines)
    assert "Sở Nội vụ" in report.read_text("utf-8")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_the_overview_leads_to_every_unit(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "tong-hop.html"
    dti("check", folder, "--out-html", target)
    page = _Links()
    page.feed(target.read_text("utf-8"))
    assert len(page.links) == 3
    assert all((tmp_path / link).is_file() for link in page.links)
    assert "i" not in page.tags
    assert "b" not in page.tags
    again = dti("check", folder, "--out-html", target)
    assert again.status == 2
    assert "--force" in again.err


def test_only_changed_files_are_checked_again(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "tep"
    shutil.copytree(folder, copy)
    store = tmp_path / "chay-tiep.jsonl"
    first = dti("check", copy, "--resume", store)
    size = store.stat().st_size
    again = dti("check", copy, "--resume", store)
    assert again.out == first.out
    assert store.stat().st_size == size
    shutil.copy(copy / "a.xlsx", copy / "c.xlsx")
    changed = dti("check", copy, "--resume", store)
    assert changed.out != first.out
    added = store.read_bytes()[size:].splitlines()
    assert [json.loads(line)["answer"]["kept"]["file"] for line in added] == ["c.xlsx"]


def test_a_store_or_a_cluster_that_cannot_be_used(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text("của tôi\n", "utf-8")
    answer = dti("check", folder, "--resume", other)
    assert (answer.status, other.read_text("utf-8")) == (2, "của tôi\n")
    assert "khac.txt" in answer.err
    answer = dti("check", folder, "--cluster", "khong-phai")
    assert answer.status == 2
    assert "khong-phai" in answer.err
