"""The workbook of a plan: formulas against the engine, states and rates, agencies, the screen."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_plan
from scoring.assess import assess
from scoring.targets import PlanAssessment, TargetKind
from tests.support.designs import book_of, parity, read
from tests.support.level_units import just_enough
from tests.support.recalculated import ENGINES, unlike
from texts import say
from workbooks.design.book import design_of, first_values
from workbooks.design.draft import Content
from workbooks.design.grid import Shifts
from workbooks.design.names import AGENCIES, EDITIONS, NATIVE, SUMMARY, TARGETS_SHEET, UDF, Key
from workbooks.design.targets.agencies import COLUMNS as AGENCY_COLUMNS
from workbooks.design.targets.rows import COLUMNS, FIRST_ROW, STATES

PLAN = "VN-2023-KEHOACH"
LAW = load_plan(PLAN)


def met_values() -> dict[str, Any]:
    """Just enough for every row that takes a value."""
    return {
        row.code: just_enough(row.takes, row.threshold) if row.threshold else True
        for row in LAW.targets
        if row.takes
    }


def shown(values: dict[str, Any], **more: Any) -> Mapping[Key, Content]:
    """What every formula shows at first."""
    return first_values(design_of(LAW, NATIVE), assess(LAW, read(LAW, values=values, **more)))


def judged(values: dict[str, Any]) -> PlanAssessment:
    assessment = assess(LAW, read(LAW, values=values))
    assert isinstance(assessment, PlanAssessment)
    return assessment


def test_native_formulas_equal_the_engine_in_two_engines(tmp_path: Path) -> None:
    assert parity(LAW, NATIVE, 20, tuple(ENGINES), tmp_path / "a.xlsx") == []


def test_calls_of_the_addin_equal_the_engine(tmp_path: Path) -> None:
    assert parity(LAW, UDF, 15, ("formualizer",), tmp_path / "a.xlsx") == []


@pytest.mark.parametrize(
    ("code", "value", "state", "status"),
    [
        ("II.1", True, "met", "sheet.value.full"),
        ("II.1", False, "not_met", "sheet.value.full"),
        ("II.1", None, "missing", "sheet.value.missing"),
        ("II.1", "có lẽ", "wrong", "sheet.value.not-an-answer"),
        ("II.16", 100, "met", "sheet.value.full"),
        ("II.16", 99, "not_met", "sheet.value.full"),
        ("II.16", None, "missing", "sheet.value.missing"),
        ("II.16", 101, "wrong", "sheet.value.above-100"),
        ("II.16", -1, "wrong", "sheet.value.negative"),
        ("II.16", "gần hết", "wrong", "sheet.value.not-a-number"),
        ("III.26", 10, "met", "sheet.value.full"),
        ("III.26", 9, "not_met", "sheet.value.full"),
        ("II.18", True, "met", "sheet.value.full"),
        ("II.18", False, "not_met", "sheet.value.full"),
        ("II.18", None, "missing", "sheet.value.missing"),
        ("II.18", "có lẽ", "wrong", "sheet.value.not-an-answer"),
        ("III.8", None, "not_judged", ""),
        ("II.24", None, "not_judged", ""),
    ],
)
def test_every_state_is_said_and_counted_apart(
    code: str, value: Any, state: str, status: str
) -> None:
    found = shown({code: value})
    assert [s for s in STATES if found[Key(s, code)] == 1] == [state]
    word = "#VALUE!" if state == "wrong" else say(f"sheet.targets.{state}")
    assert found[Key("result", code)] == word
    if status:
        assert found[Key("status", code)] == say(status)
    else:
        assert Key("status", code) not in found


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        (10, 10, "sheet.targets.met"),
        (10, 5, "sheet.targets.not_met"),
        (None, 5, "sheet.targets.not_met"),
        (-1, 5, "sheet.targets.not_met"),
        (10, None, "sheet.targets.missing"),
        (None, None, "sheet.targets.missing"),
        (10, -1, ""),
        (None, -1, ""),
    ],
)
def test_a_heading_is_judged_through_its_rows(first: Any, second: Any, result: str) -> None:
    found = shown({"III.19.1": first, "III.19.2": second})
    assert found[Key("result", "III.19")] == (say(result) if result else "#VALUE!")


@pytest.mark.parametrize(
    ("changed", "asked", "met"),
    [
        ({}, 71, 71),
        ({"II.1": None}, 71, 70),
        ({"II.1": False, "II.2": None}, 71, 69),
        ({"II.16": 250}, 71, 70),
        ({"II.18": "có lẽ"}, 71, 70),
    ],
)
def test_rows_without_a_figure_stay_in_the_rate(
    changed: dict[str, Any], asked: int, met: int
) -> None:
    values = met_values() | changed
    found, rate = shown(values), judged(values).tally.rate
    assert rate == Fraction(met, asked)
    assert found[Key("rate")] == pytest.approx(float(rate))
    assert f"Đạt {met}/{asked} chỉ tiêu phải đạt" in str(found[Key("status_line", SUMMARY)])


def test_an_empty_book_has_met_nothing_and_says_how_many_wait() -> None:
    found = shown({})
    assert found[Key("rate")] == 0
    assert found[Key("pillar", "", "missing")] == 71
    line = str(found[Key("status_line", TARGETS_SHEET)])
    assert "Còn 71 chỉ tiêu chưa nhập, trước hết II.1." in line
    assert "Báo cáo trước ngày 10/12" in line


def test_a_wrong_figure_is_an_error_in_its_row_and_a_count_elsewhere() -> None:
    found = shown(met_values() | {"II.17": 300})
    errors = [key for key, value in found.items() if value == "#VALUE!"]
    assert errors[0] == Key("result", "II.17")
    assert {key.what for key in errors[1:]} == {"agency_result"}
    assert {key.code for key in errors} == {"II.17"}
    assert found[Key("pillar", "", "wrong")] == 1
    assert found[Key("pillar", "II.III", "wrong")] == 1
    assert "1 chỉ tiêu sai: II.17" in str(found[Key("status_line", TARGETS_SHEET)])


def test_counts_are_those_of_the_engine() -> None:
    values = met_values() | {"II.1": False, "III.25": None}
    found, assessment = shown(values), judged(values)
    for pillar, tally in assessment.by_pillar:
        key = f"{pillar.part}.{pillar.code}"
        assert found[Key("pillar", key, "total")] == tally.total
        assert found[Key("pillar", key, "met")] == tally.met
        assert found[Key("pillar", key, "not_met")] == tally.not_met
    for agency, tally in assessment.by_agency().items():
        assert found[Key("agency", agency, "total")] == tally.total
        assert found[Key("agency", agency, "missing")] == tally.missing
        open_rows = tally.not_judged - tally.missing
        assert found[Key("agency", agency, "not_judged")] == open_rows


def test_every_agency_has_its_rows_under_its_name() -> None:
    drawn = design_of(LAW, NATIVE)
    rows: dict[int, dict[int, Content]] = {}
    for place, content in drawn.printed.items():
        if place.sheet == AGENCIES and place.row > 2:
            rows.setdefault(place.row, {})[place.column] = content
    listed: dict[str, list[Content]] = {}
    for row in rows.values():
        agency = str(row[AGENCY_COLUMNS["agency"]])
        codes = listed.setdefault(agency, [])
        if AGENCY_COLUMNS["code"] in row:
            codes.append(row[AGENCY_COLUMNS["code"]])
    tallies = judged({}).by_agency()
    assert {agency: len(codes) for agency, codes in listed.items()} == {
        agency: tally.total for agency, tally in tallies.items()
    }
    sheet = next(s for s in drawn.sheets if s.name == AGENCIES)
    assert sheet.page.filter == (2, 2 + len(rows), len(AGENCY_COLUMNS.columns) - 1)


def test_rows_have_names_and_only_those_that_take_a_value_an_input() -> None:
    names = design_of(LAW, NATIVE).names
    for row in LAW.targets:
        part = row.code.replace(".", "_")
        assert f"dti_result_{part}" in names
        assert (f"dti_in_{part}" in names) == (row.takes is not None)
    assert "dti_in_III_19_1" in names
    assert "dti_rate" in names


def test_every_printed_cell_is_the_document_s() -> None:
    printed: dict[int, dict[int, Content]] = {}
    for place, content in design_of(LAW, NATIVE).printed.items():
        if place.sheet == TARGETS_SHEET and place.row >= FIRST_ROW:
            printed.setdefault(place.row, {})[place.column] = content
    keys = ("code", "name", "requirement", "lead", "coordinating", "guiding", "deadline")
    lines = [
        tuple(row.get(COLUMNS[key]) for key in keys)
        for row in printed.values()
        if COLUMNS["requirement"] in row
    ]
    assert lines == [
        (
            *(t.code, t.name, t.requirement, t.lead_agency, t.coordinating_agency),
            t.guiding_agency,
            "" if t.kind is TargetKind.HEADER else "trước 10/12",
        )
        for t in LAW.targets
    ]
    bands = [(r[0], r[1]) for r in printed.values() if set(r) == {0, 1}]
    parts = [(p.code, p.name) for p in LAW.parts]
    pillars = [(f"{p.part}.{p.code}", p.name) for p in LAW.pillars]
    assert sorted(map(str, bands)) == sorted(map(str, (*parts, *pillars)))


def test_fields_are_those_that_a_submission_holds() -> None:
    kinds = {key.what for key in design_of(LAW, NATIVE).fields}
    held = {"document", "journal", "seal", "share"}
    assert kinds - held == {*("name", "period", "signing", "info", "in", "explanation", "attached")}
    assert held <= kinds


def test_the_head_leaves_room_and_prompts_fit() -> None:
    drawn = design_of(LAW, NATIVE)
    sheet = next(s for s in drawn.sheets if s.name == TARGETS_SHEET)
    assert sum(sheet.heights[row] for row in range(FIRST_ROW)) * 96 / 72 <= 0.2 * 486
    assert COLUMNS["status"] - COLUMNS["input"] <= 2
    for _, rule in sheet.validations:
        assert 0 < len(rule["input_title"]) <= 32
        assert 0 < len(rule["input_message"]) <= 255
        assert 0 < len(rule["error_message"]) <= 255


@pytest.mark.parametrize("edition", EDITIONS)
def test_inserted_rows_take_their_formulas_along(edition: str, tmp_path: Path) -> None:
    moved = {(TARGETS_SHEET, row): row + (3 if row >= 20 else 0) for row in range(130)}
    drawn = design_of(LAW, edition, Shifts(sheets={SUMMARY: "Tổng"}, rows=moved))
    submission = read(LAW, values=met_values() | {"II.17": 300, "III.19.1": None})
    book = book_of(drawn, submission, tmp_path / "a.xlsx")
    values = first_values(drawn, assess(LAW, submission))
    assert unlike(drawn, book, values, "formualizer") == []


def test_where_the_addin_is_not_there_the_sheet_says_so(tmp_path: Path) -> None:
    drawn = design_of(LAW, UDF)
    book = book_of(drawn, read(LAW, values=met_values()), tmp_path / "a.xlsx")
    line = drawn.formulas[Key("status_line", SUMMARY)].place.target
    assert say("sheet.value.no-addin") in ENGINES["IronCalc"](book, [line])[line]
