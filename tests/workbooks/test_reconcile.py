"""Reconciling as a whole: the JSON of the contract, the four totals, a second engine, forms."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from answers.check import result_json
from rulesets.laws import load_scored as load
from scoring.assess import ScoredAssessment, assess_scores
from scoring.read_unit import read_submission
from tests.support.cases import (
    EDITIONS,
    GOOD,
    SCORES,
    TABLE,
    TOTAL,
    Case,
    assert_totals,
    errors,
    given,
    make,
    office,
    typed,
    with_inputs,
)
from tests.support.spoil import Patch
from workbooks.design.book import design_of
from workbooks.design.names import MAP, NATIVE, SCORING
from workbooks.files.book import Unreadable
from workbooks.files.scan import scan
from workbooks.own.identity import LayoutUnknown
from workbooks.reconcile import check_book, check_file, read_statement


@pytest.mark.parametrize("edition", EDITIONS)
def test_scores_worked_out_by_hand(edition: str, tmp_path: Path) -> None:
    result = check_file(make(tmp_path / "bieu.xlsx", office(), edition))
    assert isinstance(result.assessment, ScoredAssessment)
    scores = {row.code: row.score for row in result.assessment.rows}
    assert scores == {code: Fraction(text) for code, text in SCORES.items()}
    assert_totals(result, GOOD)


def a_cent(patch: Patch) -> Patch:
    """A cent too much in one row, and no figure in another."""
    return patch.number(typed("6.5"), 13.34).clear(given("3.1", "a"))


JSON_KEYS = {"file": str, "table": str, "verdict": str, "totals": dict, "findings": list}
"""What the contract asks of every kind; a scored one has its named totals too, and all the seal."""
NAMED = {"seal", "total", "total_verified", "total_official", "max", "index", "index_self"}
FINDING_KEYS: dict[str, Any] = {
    "code": str,
    "severity": str,
    "sheet": (str, type(None)),
    "cell": (str, type(None)),
    "indicator": (str, type(None)),
    "message": str,
    "expected": (str, type(None)),
    "actual": (str, type(None)),
}


def test_json_is_the_contracts(tmp_path: Path) -> None:
    case = Case("a cent", a_cent)
    data: dict[str, Any] = result_json(case.check(tmp_path, NATIVE))
    assert json.loads(json.dumps(data)) == data
    assert {key: type(data[key]) for key in data if key not in NAMED} == JSON_KEYS
    assert data.keys() - JSON_KEYS.keys() == NAMED
    assert (data["file"], data["table"], data["verdict"]) == ("bieu.xlsx", TABLE, "mismatch")
    assert list(data["totals"]) == ["typed", "sheet", "recalculated", "engine"]
    assert data["totals"]["typed"] == 229.81
    assert data["totals"]["engine"] == pytest.approx(float(TOTAL) - 9)
    for found in data["findings"]:
        assert list(found) == list(FINDING_KEYS)
        assert all(isinstance(found[key], kind) for key, kind in FINDING_KEYS.items())
        assert found["severity"] in ("error", "warning", "info")
    place = design_of(load(TABLE), NATIVE).place(typed("6.5"))
    cell = place.address if place else ""
    by_code = {found["code"]: found for found in data["findings"]}
    assert by_code["score-mismatch"] == {
        "code": "score-mismatch",
        "severity": "error",
        "sheet": "Chấm điểm",
        "cell": cell,
        "indicator": "6.5",
        "message": "Điểm nhập 13,34 khác điểm tính được 13,33 (lệch 0,01).",
        "expected": "13,33",
        "actual": "13,34",
    }
    english = result_json(case.check(tmp_path, NATIVE), "en")
    assert "The typed score 13.34 differs" in json.dumps(english, ensure_ascii=False)


def test_whole_totals_are_whole_in_json(tmp_path: Path) -> None:
    unit = {"table": TABLE, "inputs": {"1.1": {"option": 2}}, "typed": {"1.1": 10}}
    totals = result_json(check_file(make(tmp_path / "bieu.xlsx", unit, NATIVE)))["totals"]
    assert totals == {"typed": 10, "sheet": 10, "recalculated": 10, "engine": 10}


def test_errors_come_first_and_nothing_twice(tmp_path: Path) -> None:
    result = Case("two", lambda p: a_cent(p).number(typed("6.5"), 1)).check(tmp_path, NATIVE)
    weights = ["error", "warning", "info"]
    order = [weights.index(found.severity.value) for found in result.findings]
    assert order == sorted(order)
    keys = [(f.code, f.place, f.indicator, f.message()) for f in result.findings]
    assert len(set(keys)) == len(keys)


def test_checking_changes_nothing(tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", office(), NATIVE)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    check_file(path, deep=True)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["bieu.xlsx"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_deep_recalculates_the_same(edition: str, tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", office(), edition)
    result = check_file(path, deep=True)
    assert errors(result) == set()
    assert_totals(result, GOOD)


def test_statement_and_submission_of_a_book(tmp_path: Path) -> None:
    book = scan(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    statement = read_statement(book)
    assert statement.law is load(TABLE)
    assert statement.submission.figures["6.4"] == {"percent": Fraction("0.855")}
    assert statement.own
    assert check_book(book).totals == check_file(book.path).totals


def test_a_layout_of_another_version_raises_where_a_statement_is_asked(tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE)).text("B1", "99", MAP)
    with pytest.raises(LayoutUnknown) as caught:
        read_statement(scan(patch.save()))
    assert caught.value.finding.code == "layout-unknown"
    with pytest.raises(Unreadable):
        scan(tmp_path / "khong-co.xlsx")


NAMES = [
    ("an area for a cell", "'Chấm điểm'!$G$21:$G$22"),
    ("another cell", "'Chấm điểm'!$G$35"),
    ("another column", "'Chấm điểm'!$B$21"),
    ("another sheet", "'Tổng hợp'!$D$5"),
    ("a sheet that is not there", "'Đã xóa'!$F$27"),
    ("a lost reference", "#REF!"),
]
LOST = ["dti_score_3_1", "dti_in_3_1_a", "dti_pillar_3", "dti_total"]


def lead(patch: Patch, name: str, target: str) -> Patch:
    """Let a name lead elsewhere."""
    for node in patch.workbook.iter("{*}definedName"):
        if node.get("name") == name:
            node.text = target
    return patch


@pytest.mark.parametrize("target", [row[1] for row in NAMES], ids=[row[0] for row in NAMES])
@pytest.mark.parametrize("name", LOST)
def test_a_name_that_leads_elsewhere_is_lost(name: str, target: str, tmp_path: Path) -> None:
    """And nothing else of the workbook is accused, nor moved with it."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), NATIVE))
    result = check_file(lead(patch, name, target).save())
    assert errors(result) == {("row-missing", SCORING)}
    found = next(found for found in result.findings if found.code == "row-missing")
    assert found.indicator == ("3.1" if name.endswith("3_1") or "_in_" in name else "")


# --- Forms of others --------------------------------------------------------------------------


def form(path: Path, scores: dict[str, float], total: float | None = None) -> Path:
    """A form typed by hand: codes, titles, maxima and scores."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Điểm tự chấm"])
    for row in load(TABLE).indicators:
        sheet.append([row.code, row.name, float(row.max_score), None, scores.get(row.code)])
    if total is not None:
        sheet.append([None, "Tổng cộng", None, None, total])
    book.save(path)
    return path


def test_a_foreign_form_is_recognised_and_its_sum_checked(tmp_path: Path) -> None:
    scores = {code: round(float(Fraction(text)), 2) for code, text in SCORES.items()}
    right = check_file(form(tmp_path / "dung.xlsx", scores, 229.81))
    assert (right.law, errors(right)) == (load(TABLE), set())
    assert right.totals.typed == Fraction("229.81")
    wrong = check_file(form(tmp_path / "sai.xlsx", scores, 215.81))
    assert {code for code, _ in errors(wrong)} == {"total-mismatch"}
    assert "6.2" in wrong.findings[0].message()


def test_with_inputs_replaces_one_row() -> None:
    unit = with_inputs(_6_5={"a": 3, "b": 3})
    table = load(TABLE)
    assert assess_scores(table, read_submission(unit, table)).total == TOTAL + Fraction(20, 3)
