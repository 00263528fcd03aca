"""The workbooks of the invented decision: built, read back, checked, in both editions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rulesets.laws import load_scored
from scoring.assess import ScoredAssessment, assess_scores
from scoring.findings import Severity
from scoring.read_unit import read_submission
from scoring.submission import Submission
from tests.libreoffice.office import Office, OfficeMissing
from tests.shapes.units import FULL, HUYEN, SO, random_units
from workbooks.build import build as book_bytes
from workbooks.design.names import EDITIONS, SCORING, SUMMARY, UDF, defined_name
from workbooks.engines import recalculate, recalculate_deep
from workbooks.files.book import place_of
from workbooks.files.scan import scan
from workbooks.own.read import read_own
from workbooks.reconcile import check_file
from xl_addin.libreoffice.build import build as build_extension


def build(
    path: Path, table_id: str, submission: Submission, edition: str = UDF
) -> ScoredAssessment:
    """Write the workbook; what the engine says of the unit."""
    path.write_bytes(book_bytes(load_scored(table_id), submission, edition))
    return assess_scores(load_scored(table_id), submission)


def submission(table_id: str, number: int = 0) -> Submission:
    table = load_scored(table_id)
    if number == 0:
        inputs = FULL | ({"4.5": {"num": 3, "den": 4}} if table_id == HUYEN else {})
        return read_submission({"name": "Đơn vị thử", "inputs": inputs}, table)
    return read_submission(random_units(table, 5, seed=number, dirty=0.05)[0], table)


def stated(path: Path) -> dict[str, Any]:
    """What every score and result shows, recalculated from the formulas of the file."""
    book = scan(path)
    wanted = {
        name: (sheet, *place_of(area))
        for name, (sheet, area) in book.names.items()
        if name.startswith("dti_score_") or name in RESULTS
    }
    values = recalculate(book, wanted.values())
    return {name: values[place] for name, place in wanted.items()}


RESULTS = ("dti_total", "dti_index", "dti_scaled_total", "dti_grade", "dti_max_assessed")


def expected(result: ScoredAssessment) -> dict[str, Any]:
    return {
        "dti_total": result.total,
        "dti_index": result.index,
        "dti_scaled_total": result.scaled_total,
        "dti_grade": result.grade or "",
        "dti_max_assessed": result.max_score,
    } | {defined_name("score", r.code): r.score for r in result.rows}


def differing(shown: dict[str, Any], result: ScoredAssessment) -> dict[str, Any]:
    """What a file shows otherwise than the engine; an error may stand where there is no number."""
    wrong = {}
    for name, value in expected(result).items():
        got = shown[name]
        broken = isinstance(got, str) and got.startswith("#")
        if name in RESULTS and result.wrong and name != "dti_max_assessed":
            fits = broken or (name == "dti_grade" and got == "")
        elif isinstance(value, int | Fraction):
            fits = isinstance(got, int | float | Fraction) and abs(float(got) - float(value)) < 1e-9
        else:
            fits = got in (value, "", None) or broken
        if not fits:
            wrong[name] = (got, value)
    return wrong


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", [SO, HUYEN])
def test_built_recalculated_and_read_back(
    tmp_path: Path, table_id: str, edition: str, number: int
) -> None:
    given = submission(table_id, number)
    path = tmp_path / "book.xlsx"
    result = build(path, table_id, submission=given, edition=edition)
    assert differing(stated(path), result) == {}
    own = read_own(scan(path))
    assert own.law.id == table_id
    again = assess_scores(load_scored(table_id), own.submission)
    scores = [None if r.score is None else float(r.score) for r in again.rows]
    assert scores == pytest.approx(
        [None if r.score is None else float(r.score) for r in result.rows]
    )
    found = check_file(path)
    errors = [f for f in found.findings if f.severity is Severity.ERROR]
    assert [f for f in errors if f.indicator not in result.wrong] == []
    if number == 0:
        assert found.findings == ()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_stored_values_are_the_recalculated_ones(tmp_path: Path, edition: str) -> None:
    path = tmp_path / "book.xlsx"
    result = build(path, SO, submission=submission(SO), edition=edition)
    book = openpyxl.load_workbook(path, data_only=True)
    names = {name: next(book.defined_names[name].destinations) for name in RESULTS}
    stored = {
        name: book[sheet][area.replace("$", "")].value for name, (sheet, area) in names.items()
    }
    assert stored["dti_grade"] == result.grade == "Xuất sắc"
    assert stored["dti_scaled_total"] == pytest.approx(float(result.scaled_total or 0))
    assert {sheet for sheet, _ in names.values()} == {SCORING, SUMMARY}


def test_a_second_engine_recalculates_the_same(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    result = build(path, SO, submission=submission(SO), edition="native")
    book = scan(path)
    wanted = {
        row.code: (
            SCORING,
            *place_of(book.names[defined_name("score", row.code)][1]),
        )
        for row in result.rows
    }
    values = recalculate_deep(book, wanted.values())
    shown = {code: float(values[place] or 0) for code, place in wanted.items()}
    assert shown == pytest.approx({r.code: float(r.score or 0) for r in result.rows})


def test_a_date_is_a_date_in_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    build(path, SO, submission=submission(SO), edition="native")
    own = read_own(scan(path))
    assert own.submission.figures["1.4"] == {"day": 45667}
    book = openpyxl.load_workbook(path)
    sheet, area = next(book.defined_names["dti_in_1_4_day"].destinations)
    cell = book[sheet][area.replace("$", "")]
    assert (cell.number_format, f"{cell.value:%d/%m/%Y}") == ("dd/mm/yyyy", "10/01/2025")


def test_a_deduction_below_zero_reaches_the_typed_column(tmp_path: Path) -> None:
    table = load_scored(SO)
    unit = {"inputs": FULL | {"2.1": {"x": 9}}, "typed": {"2.1": -6}}
    path = tmp_path / "book.xlsx"
    result = build(path, SO, submission=read_submission(unit, table))
    assert result.total == 144
    assert check_file(path).findings == ()


# --- A real LibreOffice -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def office(invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice with an add-in that ships the invented decision."""
    assert invented.is_dir()
    extension = build_extension(tmp_path_factory.mktemp("libreoffice"))[0]
    try:
        with Office(extension) as running:
            yield running
    except OfficeMissing as missing:
        if os.environ.get("DTI_REQUIRE_OFFICE") == "1":
            pytest.fail(f"LibreOffice: {missing}")
        pytest.skip(f"LibreOffice: {missing}")


@pytest.mark.libreoffice
@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", [SO, HUYEN])
def test_libreoffice_shows_the_same(
    office: Office, tmp_path: Path, table_id: str, edition: str, number: int
) -> None:
    path = tmp_path / "book.xlsx"
    result = build(path, table_id, submission=submission(table_id, number), edition=edition)
    names = scan(path).names
    with office.open(path) as book:
        book.recalculate()
        shown: dict[str, Any] = {}
        for name in expected(result):
            sheet, area = names[name]
            cell = book.cell(f"{sheet}!{area}")
            shown[name] = "#VALUE!" if cell.error else cell.value
    assert differing(shown, result) == {}
