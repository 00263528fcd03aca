"""The built workbook: names, stored values, formulas."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from workbooks.builder import build
from workbooks.layout import COLUMN, INFO, MAP, NATIVE, SCORING, UDF, VERSION

from rulesets.loader import load
from scoring.program import WAITING
from scoring.submission import read_submission
from tests.support.built import EVERY, Built, built_once
from tests.support.units import random_unit

AGREED = {
    "IF", "AND", "OR", "MIN", "MAX", "SUM", "COUNT", "COUNTA", "ISNUMBER", "ROUND", "INDEX",
    "MATCH",
}  # fmt: skip


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_once(tmp_path_factory.getbasetemp(), *request.param)


def part(code: str) -> str:
    return code.replace(".", "_")


def test_every_name_points_where_it_says(built: Built) -> None:
    sheet = built.values[SCORING]
    wanted: set[str] = set()
    for place in built.plan.indicators:
        code = place.indicator.code
        assert sheet.cell(place.row + 1, 1).value == code
        for name in ("score", "typed", "verified", "excluded", "max"):
            cell = built.named(f"dti_{name}_{part(code)}")
            assert (cell.row, cell.column) == (place.row + 1, COLUMN[name] + 1)
            wanted.add(f"dti_{name}_{part(code)}")
        for slot, row in place.slots:
            name = f"dti_in_{part(code)}_{slot.name}"
            assert (built.named(name).row, built.named(name).column_letter) == (row + 1, "E")
            wanted |= {name, *([f"dti_in_{part(code)}_{slot.input}"] if slot.place else [])}
        rows = [row for _, row in place.slots]
        assert rows == list(range(place.row + 1, place.row + 1 + len(rows)))
    for pillar in built.table.pillars:
        cell = built.named(f"dti_pillar_{pillar.code}")
        assert sheet.cell(cell.row, 1).value == pillar.code
        assert cell.column_letter == "F"
        wanted.add(f"dti_pillar_{pillar.code}")
    for name, column in (("total", "F"), ("total_typed", "G"), ("total_verified", "I")):
        cell = built.named(f"dti_{name}")
        assert (sheet.cell(cell.row, 2).value, cell.column_letter) == ("Tổng cộng", column)
    for line in built.table.info:
        cell = built.named(f"dti_info_{part(line.code)}")
        assert built.values[INFO].cell(cell.row, 1).value == line.code
        wanted.add(f"dti_info_{part(line.code)}")
    wanted |= {
        "dti_total",
        "dti_total_typed",
        "dti_total_verified",
        "dti_max_assessed",
        "dti_index",
    }
    wanted |= {f"dti_in_{part(code)}_cohort" for code in built.plan.cohorts}
    assert wanted <= set(built.formulas.defined_names)


def test_stored_values_are_the_engines(built: Built) -> None:
    wrong_pillars = set()
    for row in built.result.rows:
        value = built.named(f"dti_score_{part(row.indicator.code)}").value
        impossible = [f for f in row.findings if f.code not in WAITING]
        if row.score is not None:
            assert value == pytest.approx(float(row.score), abs=1e-12)
        elif impossible and len(impossible) == len(row.findings):
            assert value == "#VALUE!"
            wrong_pillars.add(row.indicator.pillar)
        else:
            assert value in ("", None)
    for pillar in built.result.pillars:
        value = built.named(f"dti_pillar_{pillar.code}").value
        if pillar.code in wrong_pillars:
            assert value == "#VALUE!"
        else:
            assert value == pytest.approx(float(pillar.score))
    assert wrong_pillars
    assert built.named("dti_total").value == "#VALUE!"
    assert built.named("dti_index").value == "#VALUE!"
    assert built.named("dti_max_assessed").value == float(built.result.max_score)


@pytest.mark.parametrize("edition", [UDF, NATIVE])
def test_stored_sums_of_a_clean_unit(edition: str, tmp_path: Path) -> None:
    table = load("HB-2023-XA")
    submission = read_submission(random_unit(table, random.Random(1)), table)
    result = build(tmp_path / "a.xlsx", table.id, submission=submission, edition=edition)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True)
    assert book[SCORING]["F7"].value == pytest.approx(float(result.total))
    ((sheet, area),) = book.defined_names["dti_index"].destinations
    assert book[sheet][area.replace("$", "")].value == pytest.approx(float(result.index or 0))


def test_an_empty_result_is_an_empty_text_not_a_missing_value(tmp_path: Path) -> None:
    build(tmp_path / "a.xlsx", "HD-2024-SO", edition=NATIVE)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet2.xml").decode()
    match = re.search(r'<c r="F9"[^>]*>.*?</c>', xml)
    assert match is not None
    assert ' t="str"' in match.group(0)
    assert match.group(0).endswith("<v></v></c>")


def test_map_says_what_it_is(built: Built) -> None:
    said = {row[0].value: row[1].value for row in built.values[MAP].iter_rows()}
    assert said["dti-excel"] == VERSION
    assert (said["table"], said["edition"]) == (built.table.id, built.edition)
    assert said["ruleset"] == built.table.digest


def test_formulas_use_the_agreed_functions_only(built: Built) -> None:
    ours = {"DTI_SCORE", "DTI_CHECK", "DTI_EXPLAIN"} if built.edition == UDF else set()
    used = set()
    for cell, formula, tokens in built.calls():
        names = {t.value.rstrip("(") for t in tokens if t.type == "FUNC" and t.subtype == "OPEN"}
        assert names <= AGREED | ours, (cell.coordinate, formula)
        used |= names
    assert used & ours == ours


def test_our_functions_always_get_a_range(built: Built) -> None:
    seen = 0
    for _, formula, _ in built.calls():
        for name, inside in re.findall(r"(DTI_[A-Z]+)\(([^()]*)\)", formula):
            given = [text for text in inside.split(",") if '"' not in text]
            seen += 1
            assert given, formula
            # The score that DTI_CHECK compares is one cell.
            assert all(":" in text for text in given[name == "DTI_CHECK" :]), formula
    assert bool(seen) == (built.edition == UDF)


def test_unknown_table_and_edition_raise(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        build(tmp_path / "a.xlsx", "XX-2030-SO")
    with pytest.raises(ValueError, match="web"):
        build(tmp_path / "a.xlsx", "HD-2024-SO", edition="web")
    assert not (tmp_path / "a.xlsx").exists()
