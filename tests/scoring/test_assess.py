"""A table and a submission make a scored tree: rows, pillars, total, index."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.assess import IndicatorAssessment, ScoredAssessment, assess_scores
from scoring.export import assessment_json, finding_json
from scoring.model import Table
from scoring.numbers import number
from scoring.read_unit import read_submission
from scoring.words import Status
from tests.support.units import random_unit

FULL, MISSING, PENDING = Status.FULL, Status.MISSING, Status.PENDING
WRONG, EXCLUDED, SUBSTITUTED = Status.WRONG, Status.EXCLUDED, Status.SUBSTITUTED
XA, HUYEN = load_scored("HB-2023-XA"), load_scored("HB-2023-HUYEN")
SCORED = [
    "VN-2024-HUYEN",
    "HB-2023-XA",
    "HB-2023-SO",
    "HB-2023-HUYEN",
    "HD-2024-SO",
    "HD-2024-HUYEN",
]


def judge(table: Table, inputs: dict[str, Any], **fields: Any) -> ScoredAssessment:
    return assess_scores(table, read_submission({"inputs": inputs} | fields, table))


def row(assessment: ScoredAssessment, code: str) -> IndicatorAssessment:
    return assessment.row(code)


def test_nothing_sent_in_is_missing_not_zero() -> None:
    empty = judge(XA, {})
    assert [r.score for r in empty.rows] == [None] * 48
    assert {r.status for r in empty.rows} == {MISSING}
    assert len(empty.missing) == 48
    assert empty.wrong == ()
    assert empty.total == 0
    assert empty.max_score == 1000
    assert empty.index == 0


@pytest.mark.parametrize(
    ("table", "code", "inputs", "status"),
    [
        pytest.param(XA, "3.4", {"a": 34, "b": 80}, FULL, id="complete"),
        pytest.param(XA, "3.4", {"a": 34}, MISSING, id="one-figure-missing"),
        pytest.param(XA, "3.4", {"a": 81, "b": 80}, WRONG, id="part-above-whole"),
        pytest.param(XA, "3.4", {"a": 0, "b": 0}, WRONG, id="zero-of-zero"),
        pytest.param(XA, "3.4", {"a": "x", "b": 80}, WRONG, id="text"),
        pytest.param(XA, "1.1", {"option": 4}, WRONG, id="unknown-option"),
        pytest.param(HUYEN, "5.8", {"value": 9}, PENDING, id="waiting-for-the-cohort"),
        pytest.param(HUYEN, "5.8", {"cohort": [1, 9]}, MISSING, id="own-value-missing"),
        pytest.param(HUYEN, "5.8", {"value": 9, "cohort": [1, 9]}, FULL, id="with-a-cohort"),
    ],
)
def test_status_of_a_row(table: Table, code: str, inputs: dict[str, Any], status: str) -> None:
    judged = judge(table, {code: inputs})
    assert row(judged, code).status == status
    assert (row(judged, code).score is not None) == (status == FULL)
    assert (code in judged.missing) == (status in (MISSING, PENDING))
    assert (code in judged.wrong) == (status == WRONG)
    assert all(finding.indicator == code for finding in row(judged, code).findings)


def test_a_row_that_a_cell_shows_as_blank_is_missing_also_in_the_unit() -> None:
    # DTI_SCORE gives "" while a figure is missing, whatever else may be wrong.
    outcome = XA.by_code["3.4"].program.run({"b": 0})
    assert outcome.waiting
    assert row(judge(XA, {"3.4": {"b": 0}}), "3.4").status == MISSING


def test_sums_by_pillar_and_index() -> None:
    judged = judge(XA, {"1.1": {"option": 2}, "3.4": {"a": 600, "b": 1000}, "3.5": {"a": 1}})
    assert judged.total == 10 + Fraction(120, 17)
    assert judged.index == judged.total / 10
    scores = {p.code: p.score for p in judged.pillars if p.score}
    assert scores == {"1": 10, "3": Fraction(120, 17)}
    assert sum(p.max_score for p in judged.pillars) == 1000


def test_an_excluded_row_leaves_total_and_maximum() -> None:
    judged = judge(XA, {"1.1": {"option": 1}, "3.4": {"a": 85, "b": 100}}, excluded=["3.4"])
    assert row(judged, "3.4").score is None
    assert row(judged, "3.4").status == EXCLUDED
    assert "3.4" not in judged.missing
    assert judged.total == 20
    assert judged.max_score == 990
    assert judged.index == Fraction(2000, 990)
    assert next(p.max_score for p in judged.pillars if p.code == "3") == 110


def test_where_every_row_is_excluded_there_is_no_index() -> None:
    judged = judge(XA, {"1.1": {"option": 1}}, excluded=list(XA.by_code))
    assert judged.total == 0
    assert judged.max_score == 0
    assert judged.index is None
    assert {p.max_score for p in judged.pillars} == {0}


def test_a_unit_without_online_services_gets_the_share_of_all_other_rows() -> None:
    inputs = {"1.1": {"option": 1}, "3.4": {"a": 85, "b": 100}, "6.3": {"a": 0, "b": 0}}
    judged = judge(XA, inputs, no_online_services=True)
    # Mục V.4: (20 + 10) points of the others ÷ their 960, times the 40 of 6.3.
    assert row(judged, "6.3").score == Fraction(30, 960) * 40
    assert row(judged, "6.3").status == SUBSTITUTED
    assert judged.total == 30 + Fraction(30, 960) * 40
    assert judged.max_score == 1000
    assert judged.index == Fraction(30, 960) * 100
    assert row(judge(XA, inputs), "6.3").status == WRONG


def test_substitution_looks_only_at_rows_that_are_assessed() -> None:
    judged = judge(
        XA,
        {"1.1": {"option": 1}, "3.4": {"a": 85, "b": 100}},
        no_online_services=True,
        excluded={"3.4": "lý do"},
    )
    assert row(judged, "6.3").score == Fraction(20, 950) * 40
    both = judge(XA, {"1.1": {"option": 1}}, no_online_services=True, excluded=["6.3"])
    assert row(both, "6.3").status == EXCLUDED
    assert both.total == 20


def test_substitution_with_nothing_else_assessed_gives_no_score() -> None:
    others = [code for code in XA.by_code if code != "6.3"]
    judged = judge(XA, {}, no_online_services=True, excluded=others)
    assert row(judged, "6.3").score is None


@pytest.mark.parametrize(
    ("table_id", "codes"),
    [
        ("HB-2023-SO", ("6.3", "6.4")),
        ("HB-2023-HUYEN", ("6.4",)),
        ("HB-2023-XA", ("6.3",)),
        ("HD-2024-SO", ()),
        ("VN-2024-HUYEN", ()),
    ],
)
def test_rows_concerned_by_missing_online_services(table_id: str, codes: tuple[str, ...]) -> None:
    assert load_scored(table_id).no_online_services == codes
    judged = judge(load_scored(table_id), {}, no_online_services=True)
    assert tuple(r.code for r in judged.rows if r.status == SUBSTITUTED) == codes


@pytest.mark.parametrize("table_id", SCORED)
def test_sums_hold_for_random_units(table_id: str) -> None:
    table, rng = load_scored(table_id), random.Random(table_id)
    for _ in range(20):
        unit = random_unit(table, rng, dirty=0.3)
        unit["excluded"] = rng.sample(sorted(table.by_code), 3)
        judged = assess_scores(table, read_submission(unit, table))
        assert judged.total == sum(p.score for p in judged.pillars)
        assert judged.max_score == sum(p.max_score for p in judged.pillars)
        assert 0 <= judged.total <= judged.max_score
        none = [r for r in judged.rows if r.score is None]
        assert len(none) == len(judged.missing) + len(judged.wrong) + 3
        for judged_row in judged.rows:
            assert 0 <= (judged_row.score or 0) <= judged_row.row.max_score


def test_export_has_the_fields_of_the_contract() -> None:
    data = assessment_json(judge(XA, {"3.4": {"a": 600, "b": 1000}, "3.5": {"a": 9, "b": 8}}))
    assert {"table", "name", "total", "max", "index", "level", "blocking"} <= data.keys()
    assert data["total"] == pytest.approx(7.0588235294)
    assert data["max"] == 1000
    assert (data["missing"], data["wrong"]) == (46, 1)
    assert set(data["pillars"][0]) >= {"code", "score", "max"}
    by_code = {entry["code"]: entry for entry in data["indicators"]}
    assert by_code["3.5"] == {
        "code": "3.5",
        "score": None,
        "max": 10,
        "status": WRONG,
        "findings": ["part-exceeds-whole"],
    }


def test_export_of_a_finding_and_of_numbers() -> None:
    found = judge(XA, {"3.4": {"a": 9, "b": 8}}).findings
    data = finding_json(next(f for f in found if f.code == "part-exceeds-whole"), "en")
    assert (data["severity"], data["indicator"], data["cell"]) == ("error", "3.4", None)
    assert "larger" in data["message"]
    assert (number(None), number(Fraction(10)), number(Fraction(5, 2))) == (None, 10, 2.5)
    assert isinstance(number(Fraction(10)), int)
