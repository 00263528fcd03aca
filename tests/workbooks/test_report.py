"""The HTML report: whole, self-contained, and safe whatever a file is called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scoring.assess import ScoredAssessment
from scoring.totals import totals_of
from tests.support.cases import Case, given, make, office, typed
from tests.support.spoil import Patch
from texts import say, worded
from workbooks.design.names import NATIVE, UDF, Key
from workbooks.reconcile import Reconciliation, check_file
from workbooks.reports.html import report_page

EVIL = '<script>alert("x")</script> & Sở'


def spoil(patch: Patch) -> None:
    patch.number(typed("6.5"), 13.34).clear(given("3.1", "a")).text(Key("reason", "6.2"), "x")


@pytest.fixture
def spoiled(tmp_path: Path) -> Reconciliation:
    case = Case("two", spoil)
    return case.check(tmp_path, NATIVE)


def report(folder: Path, results: list[Reconciliation], lang: str = "vi") -> tuple[str, Any]:
    text = report_page(results, lang)
    return text, html.document_fromstring(text)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_everything_is_in_it(lang: str, spoiled: Reconciliation, tmp_path: Path) -> None:
    _, page = report(tmp_path, [spoiled], lang)
    words = " ".join(page.text_content().split())
    assert page.get("lang") == lang
    assert say("verdict.mismatch", lang) in words
    totals = [node.text for node in page.iter("b")]
    four = ["229,81", "220,81", "220,81", "220,81"]
    assert totals[:4] == (four if lang == "vi" else [text.replace(",", ".") for text in four])
    assert isinstance(spoiled.assessment, ScoredAssessment)
    assert totals[4:] == [value.say(lang) for _, value in totals_of(spoiled.assessment).named()]
    for found in spoiled.findings:
        assert found.code in words
        assert " ".join(found.message(lang).split()) in words
        assert found.place in words
    for pillar in spoiled.assessment.pillars:
        assert pillar.name in words
    assert f"({len(spoiled.findings)})" in words


def test_every_scored_row_is_explained(spoiled: Reconciliation, tmp_path: Path) -> None:
    _, page = report(tmp_path, [spoiled])
    assert isinstance(spoiled.assessment, ScoredAssessment)
    lines = {
        cells[0].text_content(): [cell.text_content() for cell in cells[1:]]
        for line in page.iter("tr")
        if len(cells := line.findall("td")) == 3
    }
    for row in spoiled.assessment.rows:
        assert (row.code in lines) == (row.score is not None)
        if row.score is not None:
            stands, sentence = lines[row.code]
            assert stands == f"{worded(row.score)} / {worded(row.row.max_score)}"
            assert f"mục {row.code}" in sentence


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_self_contained(lang: str, spoiled: Reconciliation, tmp_path: Path) -> None:
    text, page = report(tmp_path, [spoiled], lang)
    assert "http" not in text
    assert not re.search(r"url\(|@import|<script|<link|<img", text)
    assert not [node for node in page.iter() if node.get("src") or node.get("href")]
    assert "@page { size: A4" in text
    assert page.find(".//meta[@charset]").get("charset") == "utf-8"


def test_names_are_texts_never_markup(tmp_path: Path) -> None:
    path = make(tmp_path / "bieu & so.xlsx", office(name=EVIL), UDF)
    text, page = report(tmp_path, [check_file(path)])
    assert "<script" not in text
    assert EVIL in page.text_content()
    assert "bieu & so.xlsx" in page.text_content()


def test_several_files_and_a_refused_one(spoiled: Reconciliation, tmp_path: Path) -> None:
    bad = tmp_path / "hong.xlsx"
    bad.write_text("không phải Excel")
    good = check_file(make(tmp_path / "tot.xlsx", office(), NATIVE))
    _, page = report(tmp_path, [spoiled, good, check_file(bad)])
    overview = page.find(".//table")
    lines = [[cell.text_content().strip() for cell in row] for row in overview.iter("tr")][1:]
    assert lines == [
        ["bieu.xlsx", "HD-2024-SO", "LỆCH", "220,81", "1"],
        ["tot.xlsx", "HD-2024-SO", "KHỚP", "229,81", "0"],
        ["hong.xlsx", "", "KHÔNG ĐỌC ĐƯỢC", "—", "1"],
    ]
    assert len(list(page.iter("section"))) == 3
    assert "file-unreadable" in page.text_content()


def test_nothing_found_is_said(tmp_path: Path) -> None:
    result = check_file(make(tmp_path / "tot.xlsx", office(), NATIVE))
    codes = {found.code for found in result.findings}
    _, page = report(tmp_path, [result])
    words = page.text_content()
    assert "KHỚP" in words
    assert codes == {"table-superseded"}
    assert "23/23 dòng có điểm" in words
