"""The list of evidence against a folder of files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from answers.evidence import evidence
from answers.refusal import Unusable
from answers.sources import Source, read_source
from cli.main import main
from rulesets.laws import load_law
from scoring.read_unit import read_submission
from tests.support.parity import differences
from tests.support.recalculated import scanned
from workbooks.build import build
from workbooks.checks.appraisal import scores_are_backed
from workbooks.design.names import NATIVE, SCORING, Key
from workbooks.own.read import read_own
from workbooks.reconcile import gather

TABLE = "HB-2023-XA"
UNIT = {
    "table": TABLE,
    "name": "Xã A",
    "period": "Năm 2024",
    "inputs": {"1.6": {"option": 1}, "2.1": {"option": 1}, "2.2": {"option": 1}},
    "documents": [
        {"row": "1.6", "number": "1/QĐ", "date": "05/03/2024", "name": "qd1.pdf"},
        {},
        {"row": "2.1", "name": "Con/QĐ2.PDF", "date": "01/02/2023"},
        {"row": "2.1", "name": "khong-co.pdf"},
        {"row": "9.9", "name": "https://example.vn/a.pdf"},
        {"row": "2.1", "name": "doi.pdf", "sha256": "0" * 64, "size": 3},
        {"row": "2.1", "name": "hai.pdf"},
        {"row": "2.1", "number": "không tệp"},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "tai-lieu"
    for name, data in {
        "qd1.pdf": b"mot",
        "con/qđ2.pdf": b"hai",
        "doi.pdf": b"doi",
        "a/hai.pdf": b"1",
        "b/hai.pdf": b"2",
        "thua.docx": b"x",
        "~$thua.docx": b"khoa",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def book(tmp_path: Path, edition: str = NATIVE) -> Path:
    law = load_law(TABLE)
    path = tmp_path / "xa.xlsx"
    path.write_bytes(build(law, read_submission(UNIT, law), edition))
    return path


def test_every_document_has_its_state(tmp_path: Path, folder: Path) -> None:
    result = evidence(read_source(book(tmp_path)), folder)
    states = {item.place: item.state for item in result.held}
    assert states == {
        1: "filled",
        3: "filled",
        4: "missing",
        5: "link",
        6: "changed",
        7: "ambiguous",
        8: "unnamed",
    }
    assert [item.place for item in result.held if item.outside] == [3]
    assert [item.place for item in result.held if item.homeless] == [5]
    assert result.unused == ("a/hai.pdf", "b/hai.pdf", "thua.docx")
    assert result.rows == ("2.2",)
    assert [(f.code, f.indicator) for f in result.findings] == [("evidence-changed", "2.1")]
    assert result.findings[0].sheet
    for lang in ("vi", "en"):
        assert "khong-co.pdf" in result.words(lang)


def test_hashes_are_filled_in_and_one_that_changed_stays(tmp_path: Path, folder: Path) -> None:
    result = evidence(read_source(book(tmp_path)), folder)
    again = read_own(scanned(result.build().content)).submission.documents
    assert again == result.documents
    assert again[0].sha256 == hashlib.sha256(b"mot").hexdigest()
    assert again[0].size == 3
    assert again[1].blank
    assert again[5].sha256 == "0" * 64
    law = load_law(TABLE)
    filled = Source("a", law, read_own(scanned(result.build().content)).submission)
    assert {i.place: i.state for i in evidence(filled, folder).held}[1] == "same"


def test_the_verb_writes_another_file_only(tmp_path: Path, folder: Path) -> None:
    source, target = book(tmp_path), tmp_path / "ra.xlsx"
    before = source.read_bytes()
    run = CliRunner().invoke(main, ["evidence", str(source), str(folder), "-o", str(target)])
    assert run.exit_code == 0, run.output
    assert source.read_bytes() == before
    assert read_source(target).submission.documents[0].size == 3
    run = CliRunner().invoke(main, ["evidence", str(source), str(folder), "-o", str(source)])
    assert run.exit_code == 2
    assert source.read_bytes() == before


def test_no_folder_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        evidence(read_source(book(tmp_path)), tmp_path / "không có")


def test_a_scored_row_without_a_document_is_red_and_a_finding(tmp_path: Path) -> None:
    law = load_law(TABLE)
    statement = read_own(scanned(build(law, read_submission(UNIT, law), NATIVE)))
    found = [f for f in scores_are_backed(gather(statement)) if f.code == "evidence-missing"]
    assert [f.indicator for f in found] == ["2.2"]
    none = read_submission({**UNIT, "documents": []}, law)
    statement = read_own(scanned(build(law, none, NATIVE)))
    assert not [f for f in scores_are_backed(gather(statement)) if f.code == "evidence-missing"]
    design = statement.design
    assert design is not None
    red = next(s for s in design.sheets if s.name == SCORING).conditions
    places = {design.fields[Key("attached", row.code)] for row in law.rows if row.evidence}
    told = {(area.row, area.column) for area, rule, _ in red if "<>0," in str(rule.get("criteria"))}
    assert told == {(place.row, place.column) for place in places}
    from tests.support.parity import Formualizer

    assert list(differences(Formualizer(design), read_submission(UNIT, law))) == []
