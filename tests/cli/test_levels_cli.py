"""Levels tables and plans on the command line: new, convert, score, check, show, readings, lint."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from rulesets.files import find, read
from rulesets.kinds.levels import build_levels
from rulesets.kinds.plan import build_plan
from rulesets.laws import load_levels, load_plan, source_of
from rulesets.lint import lint
from rulesets.lint_values import lint_levels, lint_plan
from tests.support.command import dti, state_of, write_unit
from tests.support.level_units import best_values, values_for
from tests.support.spoil import Patch
from workbooks.design.names import EDITIONS
from workbooks.files.scan import scan

XA, HUYEN, PLAN = TABLES = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH")
PLAN_VALUES = {"II.1": True, "II.2": False, "II.18": True, "III.19.1": 10, "III.19.2": 12}


def unit_of(table_id: str) -> dict[str, Any]:
    if table_id == PLAN:
        values: dict[str, Any] = PLAN_VALUES
    else:
        values = values_for(load_levels(table_id), 3)
    return {"table": table_id, "name": "Đơn vị A", "period": "2025", "values": values}


@pytest.mark.parametrize("table_id", TABLES)
def test_a_workbook_scores_like_its_unit_in_both_editions(table_id: str, tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "unit.json", unit_of(table_id))
    before = state_of(tmp_path)
    wanted = dti("score", unit, "--json")
    assert wanted.json["table"] == table_id
    assert wanted.json["total"] is None
    assert wanted.status == 0
    for edition in EDITIONS:
        book, other = tmp_path / f"{edition}.xlsx", tmp_path / f"{edition}-2.xlsx"
        made = dti("new", table_id, "--data", unit, "--edition", edition, "-o", book, "--json")
        assert (made.status, made.json["table"], made.json["edition"]) == (0, table_id, edition)
        assert dti("score", book, "--json").json == wanted.json
        turned = next(one for one in EDITIONS if one != edition)
        assert dti("convert", book, "--edition", turned, "-o", other).status == 0
        assert dti("score", other, "--json").json == wanted.json
        held = {cell.formula for s in scan(other).sheets for cell in s.cells.values()}
        assert any("DTI_" in formula for formula in held) == (turned == "udf")
    assert {k: v for k, v in state_of(tmp_path).items() if k in before} == before


def test_the_level_and_what_stops_the_next_one(tmp_path: Path) -> None:
    answer = dti("score", write_unit(tmp_path / "u.json", unit_of(XA)), "--json").json
    assert (answer["level"], answer["level_name"]) == (3, "Cơ bản")
    assert "I.1" in answer["blocking"]
    text = dti("score", tmp_path / "u.json").out
    assert "Mức độ đạt được: 3 (Cơ bản)" in text
    assert "Còn cản mức 4 (Nâng cao): I.1" in text


def test_a_plan_is_counted_by_pillar_and_agency(tmp_path: Path) -> None:
    answer = dti("score", write_unit(tmp_path / "u.json", unit_of(PLAN)), "--json").json
    counts = {"met": 4, "not_met": 1, "not_judged": 77}
    assert {key: answer["targets"][key] for key in counts} == counts
    counts = {"met": 1, "not_met": 1, "not_judged": 4}
    assert {key: answer["pillars"][0]["targets"][key] for key in counts} == counts
    assert answer["agencies"]["Văn phòng HĐND & UBND huyện"]["met"] == 1
    text = dti("score", tmp_path / "u.json").out
    assert "4 đạt, 1 chưa đạt, 77 không xét" in text
    assert "Chưa đạt (1): II.2" in text


def test_an_impossible_value_is_an_error(tmp_path: Path) -> None:
    for table_id, values in ((XA, {"I.1": 250}), (PLAN, {"II.16": 250})):
        unit = write_unit(tmp_path / "u.json", {"table": table_id, "values": values})
        assert dti("score", unit).status == 1


@pytest.mark.parametrize("table_id", TABLES)
def test_an_empty_workbook_is_incomplete(table_id: str, tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    assert dti("new", table_id, "-o", book).status == 0
    answer = dti("check", book, "--json", "--report", tmp_path / "r.html")
    assert (answer.status, answer.json["verdict"]) == (0, "incomplete")
    assert set(answer.json["totals"].values()) == {None}
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "CHƯA ĐỦ SỐ LIỆU" in page
    assert "thiếu số liệu" in page


def test_a_level_that_is_not_so_is_named(tmp_path: Path) -> None:
    unit = unit_of(XA) | {"typed": {"level": 5}}
    book = tmp_path / "a.xlsx"
    dti("new", XA, "--data", write_unit(tmp_path / "u.json", unit), "-o", book)
    answer = dti("check", book, "--json")
    assert (answer.status, answer.json["verdict"]) == (1, "mismatch")
    assert answer.json["level"] == {"typed": 5, "sheet": 3, "engine": 3}
    sheet, cell = scan(book).names["dti_level"]
    Patch(book).number(cell, 4, sheet).save()
    found = dti("check", book, "--json").json["findings"]
    wrong = [item for item in found if item["code"] == "level-mismatch"]
    assert len({item["cell"] for item in wrong}) == len(wrong) == 2  # what was typed; the cell
    assert "formula-overwritten" in [item["code"] for item in found]
    assert dti("check", book, "--json").json["level"] == {"typed": 5, "sheet": 4, "engine": 3}
    assert "Mức độ 5 (Toàn diện) khác mức độ tính được 3 (Cơ bản)" in dti("check", book).out


def test_show_gives_the_criteria_as_printed() -> None:
    for table_id, rows in ((XA, 38), (HUYEN, 33)):
        answer = dti("show", table_id, "--json").json
        assert (answer["max"], len(answer["criteria"])) == (None, rows)
        keys = {"code", "pillar", "name", "unit", "levels", "method", "basis"}
        assert all(set(row) == keys and len(row["levels"]) == 5 for row in answer["criteria"])
        assert answer["readings"]
    row = dti("show", XA, "I.2", "--json").json
    assert row["levels"] == ["20%", "30%", "50%", "80%", "90%"]
    text = dti("show", XA, "II.4").out
    assert "Mức 3 (Cơ bản): Có 1 doanh nghiệp, hợp tác xã" in text
    assert dti("show", XA).out.count("\n") > 38


def test_show_gives_the_targets_as_printed() -> None:
    answer = dti("show", PLAN, "--json").json
    assert len(answer["targets"]) == 85
    keys = ("code", "pillar", "name", "requirement", "kind", "threshold")
    agencies = ("guiding_agency", "lead_agency", "coordinating_agency")
    assert all(tuple(row) == (*keys, *agencies) for row in answer["targets"])
    by_code = {row["code"]: row for row in answer["targets"]}
    thresholds = {code: by_code[code]["threshold"] for code in ("II.1", "II.38", "III.26", "III.8")}
    assert thresholds == {"II.1": True, "II.38": 0.25, "III.26": 10, "III.8": None}
    assert "Thời hạn báo cáo: 10/12" in dti("show", PLAN, "II.1").out


@pytest.mark.parametrize("table_id", TABLES)
def test_readings_and_tables(table_id: str) -> None:
    assert dti("readings", table_id, "--json").json
    rows = {t["id"]: (t["kind"], t["rows"], t["max"]) for t in dti("tables", "--json").json}
    wanted = {XA: ("levels", 38, None), HUYEN: ("levels", 33, None), PLAN: ("targets", 85, None)}
    assert rows[table_id] == wanted[table_id]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", XA, "9.9"), ["BTTTT-2024-XA", "tiêu chí", "«9.9»"]),
        (("show", PLAN, "I.1"), ["chỉ tiêu", "«I.1»"]),
        (("explain", "{unit}", "IX.1"), ["BTTTT-2024-XA", "tiêu chí", "«IX.1»"]),
        (("new", HUYEN, "--data", "{unit}", "-o", "{out}"), ["BTTTT-2024-XA", "BTTTT-2024-HUYEN"]),
        (("score", "{unknown}"), ["unknown.json", "«IX.1»"]),
        (("score", "{inputs}"), ["inputs.json", "values"]),
        (("score", "{list}"), ["list.json", "values"]),
        (("new", HUYEN, "--data", "{many}", "-o", "{out}"), ["60", "61"]),
    ],
)
def test_what_cannot_be_used_is_refused(
    arguments: tuple[str, ...], words: list[str], tmp_path: Path
) -> None:
    given: dict[str, dict[str, Any]] = {
        "unit": unit_of(XA),
        "unknown": {"table": XA, "values": {"IX.1": 1}},
        "inputs": {"table": XA, "inputs": {"I.1": {"percent": 5}}},
        "list": {"table": XA, "values": [1]},
        "many": {"table": HUYEN, "values": {"I.1": {"commune_levels": [1] * 61}}},
    }
    files = {name: write_unit(tmp_path / f"{name}.json", unit) for name, unit in given.items()}
    places = {name: str(path) for name, path in files.items()} | {"out": str(tmp_path / "o.xlsx")}
    answer = dti(*(argument.format(**places) for argument in arguments))
    assert answer.status == 2
    assert all(word in answer.err for word in words), answer.err


def test_lint_counts_and_finds_nothing() -> None:
    said = {result.table: (str(result.counted), result.problems) for result in lint(TABLES)}
    assert {problems for _, problems in said.values()} == {()}
    assert "38 tiêu chí" in said[XA][0]
    assert "33 tiêu chí" in said[HUYEN][0]
    assert "chỉ tiêu: 39 (phần II), 36 (phần III)" in said[PLAN][0]
    assert dti("rules", "lint", *TABLES).status == 0


def spoilt_levels(change: Any) -> tuple[str, ...]:
    data = copy.deepcopy(read(XA))
    change(data["table"]["pillars"][0]["criteria"])
    found = lint_levels(build_levels(data, source_of(find(XA)))).problems
    return tuple(str(said) for _, said in found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows.pop(), "văn bản ghi 24 tiêu chí (I), bảng có 23"),
        (lambda rows: rows.pop(3), "cần I.4"),
        (
            lambda rows: rows[0].update(name="Tỷ lệ zyx"),
            "I.1: tên có chữ không có trong source.txt",
        ),
        (lambda rows: rows[0]["thresholds"].__setitem__(2, "55%"), "I.1: ngưỡng 55"),
        (lambda rows: rows[0]["thresholds"].__setitem__(2, "50%"), "thấp hơn mức 2"),
        (lambda rows: rows[0]["levels"].__setitem__(1, " "), "I.1: cần đủ 5 dòng chữ"),
    ],
)
def test_lint_finds_what_is_wrong_with_a_levels_table(change: Any, words: str) -> None:
    problems = spoilt_levels(change)
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows.pop(2), "II: dòng thứ 3 có mã II.4, cần II.3"),
        (lambda rows: rows[0].update(lead_agency="Sở Zyx"), "II.1: cơ quan chủ trì có chữ"),
        (lambda rows: rows[0].pop("lead_agency"), "II.1: không có cơ quan chủ trì"),
        (lambda rows: rows[0].update(requirement="Zyx"), "II.1: yêu cầu có chữ"),
    ],
)
def test_lint_finds_what_is_wrong_with_a_plan(change: Any, words: str) -> None:
    data = copy.deepcopy(read(PLAN))
    change(data["table"]["pillars"][0]["targets"])
    found = lint_plan(build_plan(data, source_of(find(PLAN)))).problems
    problems = tuple(str(said) for _, said in found)
    assert any(words in problem for problem in problems), problems


def test_the_best_unit_reaches_the_top(tmp_path: Path) -> None:
    for table_id in (XA, HUYEN):
        unit = {"table": table_id, "values": best_values(load_levels(table_id))}
        answer = dti("score", write_unit(tmp_path / "u.json", unit), "--json").json
        assert (answer["level"], answer["blocking"]) == (5, [])
    assert load_plan(PLAN).deadline == "10/12"
