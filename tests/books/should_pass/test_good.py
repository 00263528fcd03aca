"""Workbooks without a mistake: no error finding, whatever table, edition or program."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rulesets.laws import load_scored as load
from scoring.assess import ScoredAssessment, assess_scores
from scoring.read_unit import read_submission
from tests.support.cases import (
    EDITIONS,
    GOOD,
    OFFICE,
    SCORES,
    TOTAL,
    TOTAL_TYPED,
    TYPED,
    Case,
    Totals,
    assert_totals,
    errors,
    given,
    make,
    office,
    score,
    typed,
    warnings,
)
from tests.support.spoil import Patch, Where
from tests.support.tables import SCORED
from tests.support.units import random_unit
from texts.figures import rounded
from workbooks.design.names import NATIVE, SCORING, Key
from workbooks.files.book import place_of
from workbooks.reconcile import Verdict, check_file

ONLY_NOTES = {"reading-applied"}
"""Remarks that go with a score."""


def total_of(unit: dict[str, Any]) -> Fraction:
    return assess_scores(load(unit["table"]), read_submission(unit, load(unit["table"]))).total


def rounded_unit(table_id: str, seed: int) -> dict[str, Any]:
    """A random unit whose official typed every score to two decimals and added those up."""
    unit = random_unit(load(table_id), random.Random(seed))
    result = assess_scores(load(table_id), read_submission(unit, load(table_id)))
    sums: dict[str, Decimal] = {}
    scores = {r.code: rounded(r.score) for r in result.rows if r.score is not None}
    for pillar in result.pillars:
        rows = [row.code for row in result.rows if row.row.pillar == pillar.code]
        sums[pillar.code] = sum((scores[c] for c in rows if c in scores), Decimal(0))
    total = sum(scores.values(), Decimal(0))
    return {**unit, "typed": {**scores, **sums, "total": total}}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_filled_at_random(table_id: str, edition: str, tmp_path: Path) -> None:
    for seed in range(4):
        unit = random_unit(load(table_id), random.Random(seed))
        result = check_file(make(tmp_path / "bieu.xlsx", unit, edition))
        total = total_of(unit)
        assert errors(result) == set()
        assert {code for code, _ in warnings(result)} <= ONLY_NOTES
        assert (result.verdict, result.exit_status) == (Verdict.MATCH, 0)
        assert_totals(result, (None, total, total, total))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_typed_to_two_decimals_and_added_up(table_id: str, edition: str, tmp_path: Path) -> None:
    """The sum of rounded rows may lie beside the rounded sum: both are what an office writes."""
    for seed in range(4):
        unit = rounded_unit(table_id, seed)
        result = check_file(make(tmp_path / "bieu.xlsx", unit, edition))
        total = total_of(unit)
        assert errors(result) == set()
        assert_totals(result, (Fraction(unit["typed"]["total"]), total, total, total))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_empty(table_id: str, edition: str, tmp_path: Path) -> None:
    result = check_file(make(tmp_path / "bieu.xlsx", {"table": table_id}, edition))
    table = load(table_id)
    assert errors(result) == set()
    assert {code for code, _ in warnings(result)} <= {"input-missing", "cohort-missing"}
    assert {f.indicator for f in result.findings if f.indicator} == set(table.by_code)
    assert (result.verdict, result.exit_status) == (Verdict.INCOMPLETE, 0)
    nothing = Fraction(0)
    assert_totals(result, (None, nothing, nothing, nothing))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_saved_by_openpyxl(table_id: str, edition: str, tmp_path: Path) -> None:
    """It drops every stored value: said, not counted as wrong, and the totals still stand."""
    unit = random_unit(load(table_id), random.Random(7))
    path = make(tmp_path / "bieu.xlsx", unit, edition)
    book = openpyxl.load_workbook(path)
    book.save(path)
    result = check_file(path)
    total = total_of(unit)
    assert errors(result) == set()
    assert {code for code, _ in warnings(result)} <= {"score-uncached", *ONLY_NOTES}
    assert {f.indicator for f in result.findings if f.code == "score-uncached"} >= set(
        load(table_id).by_code
    )
    assert_totals(result, (None, None, total, total))


ROUNDED: Totals = (Fraction(230), TOTAL, TOTAL, TOTAL)
S31 = score("3.1")


def fixed(patch: Patch) -> None:
    """The same cells with dollar signs."""
    mark = patch.address(Key("excluded", "3.1"))
    held = patch.held(S31)
    assert mark in held
    patch.formula(S31, held.replace(mark, f"${mark[:-2]}${mark[-2:]}"), 9)


def row_of(patch: Patch, where: Where) -> int:
    return place_of(patch.address(where))[0]


def hide_a_column(patch: Patch) -> None:
    columns = patch.sheets[SCORING].find("{*}cols")
    shown = [node for node in columns if node.get("hidden") != "1"]
    shown[2].set("hidden", "1")


CASES = [
    Case("untouched", lambda p: None),
    Case("values stored by a spreadsheet program", lambda p: None, settled=True),
    Case("no stored values", lambda p: p.drop_stored_values(), settled=False,
         totals=(GOOD[0], None, TOTAL, TOTAL)),
    Case("rows inserted above the table", lambda p: p.insert_rows(3, 3)),
    Case("rows inserted between pillars", lambda p: p.insert_rows(row_of(p, S31) - 1, 2)),
    Case("rows inserted between indicators", lambda p: p.insert_rows(row_of(p, score("3.2")), 1)),
    Case("typed at exactly half a unit below", lambda p: p.number(typed("1.2"), 6.87)),
    Case("typed with one decimal", lambda p: p.number(typed("1.2"), 6.9)),
    Case("typed without decimals", lambda p: p.number(typed("1.2"), 7)),
    Case("typed exactly", lambda p: p.number(typed("1.2"), 6.875)),
    Case("typed total without decimals", lambda p: p.number(TOTAL_TYPED, 230), totals=ROUNDED),
    Case("typed total by a formula",
         lambda p: p.formula(TOTAL_TYPED, "+".join(p.address(typed(c)) for c in SCORES), 0)),
    Case("option given by its number", lambda p: p.number(given("1.1", "option"), 2)),
    Case("yes given as one", lambda p: p.number(given("1.3", "has_section"), 1)),
    Case("spaces in a formula", lambda p: p.formula(S31, p.held(S31).replace(",", " , "), 9)),
    Case("absolute references", fixed),
    Case("hidden columns", hide_a_column),
]  # fmt: skip


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_nothing_is_found(case: Case, edition: str, tmp_path: Path) -> None:
    result = case.check(tmp_path, edition)
    assert errors(result) == set()
    # A sheet without stored values states nothing that could match.
    stated = case.totals[1] is not None
    assert {code for code, _ in warnings(result)} == (set() if stated else {"score-uncached"})
    verdict = Verdict.MATCH if stated else Verdict.INCOMPLETE
    assert (result.verdict, result.exit_status) == (verdict, 0)
    assert_totals(result, case.totals)


HOSTS = [
    ("linked add-in", "[1]!DTI_SCORE"),
    ("Excel's own prefix", "_xll.DTI_SCORE"),
    ("Office.js", "_xldudf_DTI_DTI_SCORE"),
    ("LibreOffice", "VN.DTI.FUNCTIONS.DTI_SCORE"),
]


@pytest.mark.parametrize("call", [row[1] for row in HOSTS], ids=[row[0] for row in HOSTS])
def test_hosts_write_our_call_their_way(call: str, tmp_path: Path) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), "udf"))
    for address, value in ((score("3.1"), 9), (score("6.1"), 15)):
        assert "DTI_SCORE" in patch.held(address)
        patch.formula(address, patch.held(address).replace("DTI_SCORE", call), value)
    result = check_file(patch.save())
    assert (errors(result), result.verdict) == (set(), Verdict.MATCH)
    assert_totals(result, GOOD)


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_not_assessed_leave_total_and_maximum(edition: str, tmp_path: Path) -> None:
    scores = {code: value for code, value in TYPED.items() if code not in ("6.2", "total")}
    unit = {**OFFICE, "typed": scores, "excluded": {"6.2": "Không có dịch vụ công"}}
    result = check_file(make(tmp_path / "bieu.xlsx", unit, edition))
    assert (errors(result), result.verdict) == (set(), Verdict.MATCH)
    left = TOTAL - 14
    assert_totals(result, (Fraction("215.81"), left, left, left))
    assert isinstance(result.assessment, ScoredAssessment)
    assert result.assessment.max_score == 280


def test_names_not_of_ours_do_not_disturb(tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", office(), NATIVE)
    patch = Patch(path)
    names = patch.workbook.find("{*}definedNames")
    for node in list(names)[:1]:
        other = node.makeelement(node.tag, {"name": "Luong_co_so"})
        other.text = "#REF!"
        names.append(other)
    assert check_file(patch.save()).verdict == Verdict.MATCH


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_rows_inserted_in_every_table(table_id: str, edition: str, tmp_path: Path) -> None:
    unit = random_unit(load(table_id), random.Random(5))
    patch = Patch(make(tmp_path / "bieu.xlsx", unit, edition))
    between = load(table_id).indicators[len(load(table_id).indicators) // 2].code
    patch.insert_rows(row_of(patch, f"dti_score_{between.replace('.', '_')}"), 1).insert_rows(4, 2)
    result = check_file(patch.save())
    total = total_of(unit)
    assert (errors(result), result.verdict) == (set(), Verdict.MATCH)
    assert_totals(result, (None, total, total, total))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", ["HB-2023-SO", "HB-2023-HUYEN", "HB-2023-XA"])
def test_without_online_services(table_id: str, edition: str, tmp_path: Path) -> None:
    """Mục V.4: the concerned rows get the share reached on all the others."""
    unit = {**random_unit(load(table_id), random.Random(6)), "no_online_services": True}
    for code in load(table_id).no_online_services:
        del unit["inputs"][code]
    patch = Patch(make(tmp_path / "bieu.xlsx", unit, edition))
    total = total_of(unit)
    for settled in (False, True):
        if settled:
            patch.insert_rows(4, 2).settle()
        result = check_file(patch.save())
        assert (errors(result), result.verdict) == (set(), Verdict.MATCH)
        assert_totals(result, (None, total, total, total))
