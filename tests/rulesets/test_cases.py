"""The cases beside every table hold, and a case that does not hold is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rulesets import files
from rulesets.cases import CaseResult, run_cases
from rulesets.errors import RulesetError
from rulesets.laws import load_law
from tests.support.command import dti
from tests.support.rulesets import CASES, ID, write_decision

ALL = [
    pytest.param(case, id=f"{table_id}: {case.name}")
    for table_id in files.table_ids()
    for case in run_cases(table_id)
]


@pytest.mark.parametrize("case", ALL)
def test_it_holds(case: CaseResult) -> None:
    assert case.differences == (), str(case.text)


@pytest.mark.parametrize("table_id", files.table_ids())
def test_every_table_has_cases_with_sentences_of_their_own(table_id: str) -> None:
    names = [case.name for case in run_cases(table_id)]
    assert len(names) >= 20
    assert len(set(names)) == len(names)
    assert all((" " in name and name[0].isupper()) or name[0] in "«0123456789" for name in names)


@pytest.mark.parametrize("table_id", files.table_ids())
def test_every_reading_that_changes_a_figure_has_a_case(table_id: str) -> None:
    content = files.find(table_id).cases.read_text(encoding="utf-8")
    shown: dict[str, bool] = {}
    for row in load_law(table_id).rows:
        for reading in row.readings:
            named = re.search(rf'[{{ "]{re.escape(row.code)}"?(?::|,)', content) is not None
            shown[reading.id] = shown.get(reading.id, False) or named
    assert {name for name, there in shown.items() if not there} <= WORDS_ALONE


WORDS_ALONE = {
    "all-computers-of-the-unit",
    "all-staff-computers",
    "cadres-and-civil-servants-only",
    "leaders-of-the-commune",
    "no-row-7-5-4",
    "staff-computers",
    "symbols-decide",
}
"""Readings that only say who or what is counted: no figure shows them."""

DIFFERING = [
    ("score: 10", "score: 9", ["điểm: cần 9, được 10"]),
    ("score: 10", "score: null", ["điểm: cần (trống), được 10"]),
    ("a: 85, b: 100}, score: 10", 'a: 84, b: 100}, score: "9.89"', ["9,89", "9,88"]),
    ("score: 10", 'score: 10, status: "thiếu số liệu"', ["tình trạng: cần thiếu số liệu, được Đủ"]),
    ("score: 10", "score: 10, findings: [zero-denominator]", ["mã phát hiện", "zero-denominator"]),
    ("score: 10", 'score: 10, explanation: "vì thế"', ["giải thích: cần vì thế, được 1.2: 85/100"]),
    ("inputs: {a: 85, b: 100}", "inputs: {z: 1}", ["số liệu không dùng được", "«z»"]),
    ('code: "1.2"', 'code: "7.7"', ["số liệu không dùng được", "«7.7»"]),
    (
        'code: "1.2", inputs: {a: 85, b: 100}, score: 10',
        'unit: {inputs: {"1.2": {a: 85, b: 100}}, excluded: ["1.1"]}, '
        "total: 11, max: 10, index: 99",
        ["tổng điểm: cần 11, được 10", "chỉ số: cần 99, được 100"],
    ),
    (
        'code: "1.2", inputs: {a: 85, b: 100}, score: 10',
        'unit: {inputs: {}}, scores: {"1.2": 1, "8.8": 2}, statuses: {"1.1": "Đủ"}',
        ["điểm 1.2: cần 1, được (trống)", "điểm 8.8", "tình trạng 1.1: cần Đủ, được thiếu số liệu"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), DIFFERING)
def test_a_case_that_differs_names_sentence_file_line_and_both_answers(
    old: str, new: str, words: list[str], tmp_path: Path
) -> None:
    assert old in CASES
    folder = write_decision(tmp_path, **{"xa.cases": CASES.replace(old, new)})
    done = dti("rules", "test", ID, "--rulesets", folder)
    assert done.status == 1
    where = str(folder / "vd-2026" / "xa.cases.yaml")
    assert f"{where}, dòng 3: Đúng 85% thì đủ điểm" in done.out
    assert f"✗ {ID}: 1 trên 1 ca sai" in done.out
    assert all(word in done.out for word in words), done.out
    english = dti("rules", "test", ID, "--rulesets", folder, "--json", "--lang", "en")
    assert english.status == 1
    (record,) = english.json
    assert (record["table"], record["file"], record["line"]) == (ID, where, 3)
    assert len(record["differences"]) >= 1


VALUES = """\
table: BTTTT-2024-XA
units: {mẫu: {I.1: 55}}
cases:
  - {name: "một", from: mẫu, values: {I.2: 20}, level: 1, blocking: [I.1], reached: {I.1: 3}}
  - {name: "hai", values: {I.1: 200}, findings: [input-negative]}
"""


def levels_copy(tmp_path: Path, cases: str) -> Path:
    """The levels table of communes under another id, with these cases."""
    here = tmp_path / "zz-2024"
    here.mkdir(parents=True)
    source = files.source_path("BTTTT-2024-XA")
    text = source.read_text(encoding="utf-8").replace("BTTTT-2024-XA", "ZZ-2024-XA")
    (here / "xa.yaml").write_text(text, encoding="utf-8")
    (here / "decision.yaml").write_bytes((source.parent / "decision.yaml").read_bytes())
    (here / "xa.cases.yaml").write_text(cases, encoding="utf-8")
    return tmp_path


def test_cases_of_levels_differ_by_level_blockers_and_findings(tmp_path: Path) -> None:
    folder = levels_copy(tmp_path, VALUES.replace("BTTTT-2024-XA", "ZZ-2024-XA"))
    with files.added([folder]):
        one, two = run_cases("ZZ-2024-XA")
    said = str(one.text)
    assert "mức độ: cần 1, được 0" in said
    assert "tiêu chí còn cản: cần I.1, được I.3" in said
    assert "mức của I.1: cần 3, được 1" in said
    assert "cần input-negative, được part-exceeds-whole" in str(two.text)


@pytest.mark.parametrize(
    ("cases", "line", "words"),
    [
        (CASES.replace("score: 10", ""), 3, ["ca kiểm thử", "«score»"]),
        (CASES.replace("name:", "nam:"), 3, ["khóa lạ «nam»"]),
        (CASES.replace('code: "1.2", ', ""), 3, ["một trong các khóa", "code"]),
        (CASES.replace(ID, "VD-2026-SO"), 1, ["«table»", ID]),
        (VALUES.replace("BTTTT-2024-XA", ID).replace("from: mẫu", "from: lạ"), 4, ["«lạ»"]),
        ("table: [", 1, ["YAML"]),
    ],
)
def test_a_file_of_cases_that_is_wrong_is_refused(
    cases: str, line: int, words: list[str], tmp_path: Path
) -> None:
    folder = write_decision(tmp_path, **{"xa.cases": cases})
    with files.added([folder]), pytest.raises(RulesetError) as error:
        run_cases(ID)
    assert error.value.line == line or "YAML" in words
    assert all(word in str(error.value) for word in words), str(error.value)
    done = dti("rules", "test", ID, "--rulesets", folder)
    assert done.status == 2
    assert all(word in done.err for word in words)


def test_the_verb_counts_what_holds_and_refuses_what_is_not_there(tmp_path: Path) -> None:
    folder = write_decision(tmp_path, **{"xa.cases": CASES})
    done = dti("--rulesets", folder, "rules", "test", ID, "--lang", "en")
    assert (done.status, done.out.strip()) == (0, f"✓ {ID}: all 1 cases hold")
    (folder / "vd-2026" / "xa.cases.yaml").unlink()
    assert dti("--rulesets", folder, "rules", "test", ID).status == 2
    unknown = dti("rules", "test", ID)
    assert unknown.status == 2
    assert ID in unknown.err


def test_a_shown_score_agrees_by_its_decimals_and_a_fraction_is_exact(tmp_path: Path) -> None:
    written: dict[str, Any] = {'"9.88"': True, '"9.882"': True, '"168/17"': True, '"9.9"': False}
    for score, holds in written.items():
        cases = CASES.replace("a: 85", "a: 84").replace("score: 10", f"score: {score}")
        folder = write_decision(tmp_path, **{"xa.cases": cases})
        with files.added([folder]):
            (case,) = run_cases(ID)
        assert (case.differences == ()) == holds, score
