"""Adopt: the nine example forms against their manifest, and what must be found or left alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_levels, load_scored
from scoring.levels import LevelTable
from scoring.model import Table
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt, recognise
from workbooks.forms.columns import find_columns
from workbooks.forms.outline import outline_of
from workbooks.forms.rows import match_rows

FORMS = Path(__file__).parents[1] / "books" / "forms"
TABLES = (
    "VN-2024-HUYEN",
    "HB-2023-SO",
    "HB-2023-HUYEN",
    "HB-2023-XA",
    "HD-2024-SO",
    "HD-2024-HUYEN",
)
# A form of levels: it has no scored table; its values are tested in test_adopt_levels.py.
LEVELS = ("06-xa-tan-hoa-khung-tieu-chi.xlsx",)
# What reading a form can find; sums, scores and their formulas are checked elsewhere.
OWN_FINDINGS = (
    "max-score-changed", "number-as-text", "input-is-date", "input-not-a-number", "row-missing",
    "row-duplicate", "row-unknown", "row-hidden", "text-legacy-encoding",
)  # fmt: skip
MANIFEST = [json.loads(line) for line in (FORMS / "manifest.jsonl").read_text("utf-8").splitlines()]
SCORED = [entry for entry in MANIFEST if entry["file"] not in LEVELS]


@pytest.fixture(scope="module", params=SCORED, ids=[entry["file"] for entry in SCORED])
def entry(request: pytest.FixtureRequest) -> dict[str, Any]:
    result: dict[str, Any] = request.param
    return result


@pytest.fixture(scope="module")
def form(entry: dict[str, Any]) -> AdoptedForm:
    return adopt(scan(FORMS / entry["file"]), load_scored(entry["table"]))


def test_recognises_its_table(entry: dict[str, Any]) -> None:
    found = recognise(scan(FORMS / entry["file"]), [load_scored(name) for name in TABLES])
    assert found is not None
    assert found.id == entry["table"]


@pytest.mark.parametrize("file", LEVELS)
def test_levels_form_is_no_scored_table(file: str) -> None:
    assert recognise(scan(FORMS / file), [load_scored(name) for name in TABLES]) is None


def test_rows_of_a_levels_form_are_matched() -> None:
    """Numbering restarts in every roman group: code = group.number."""
    book = scan(FORMS / LEVELS[0])
    tables: list[Table | LevelTable] = [
        *(load_scored(name) for name in TABLES),
        load_levels("BTTTT-2024-XA"),
    ]
    found = recognise(book, tables)
    assert found is not None
    assert found.id == "BTTTT-2024-XA"
    outline = outline_of(found)
    columns = find_columns(book.sheets[0], outline)
    assert columns is not None
    assert columns.results == (11,)
    matched = match_rows(book.sheets[0], outline, columns)
    entry = next(entry for entry in MANIFEST if entry["file"] == LEVELS[0])
    places = {b.entry.code: b.main.name_cell.address for b in matched.blocks if b.main.name_cell}
    assert places == {code: row["name_cell"] for code, row in entry["rows"].items()}
    assert (matched.duplicates, matched.unknown) == ([], [])


def test_every_indicator_once_in_order(form: AdoptedForm) -> None:
    assert [row.code for row in form.rows] == [row.code for row in form.law.rows]


def test_rows_as_in_the_manifest(entry: dict[str, Any], form: AdoptedForm) -> None:
    wrong: list[tuple[Any, ...]] = []
    for code, row in entry["rows"].items():
        if row.get("parent"):
            continue
        adopted = form.by_code[code]
        allowed = [row["inputs"], *([row["soft_inputs"]] if "soft_inputs" in row else [])]
        place = (adopted.sheet, adopted.name_cell, adopted.typed_score_cell)
        if adopted.inputs not in allowed:
            wrong.append((code, row["inputs"], adopted.inputs, adopted.why))
        if place != (row["sheet"], row["name_cell"], row["typed_score_cell"]):
            wrong.append((code, place))
        if "input_cells" in row and adopted.input_cells != row["input_cells"]:
            wrong.append((code, adopted.input_cells))
        if "result_cell" in row and adopted.cell != row["result_cell"]:
            wrong.append((code, adopted.cell))
        score = adopted.typed_score
        if score is None or abs(float(score) - row["typed_score"]) > 1e-9:
            wrong.append((code, row["typed_score"], adopted.typed_score))
        if code in entry["adopt_must_not_guess"] and adopted.inputs is not None:
            wrong.append((code, "guessed", adopted.inputs))
    assert wrong == []


def test_sums_as_in_the_manifest(entry: dict[str, Any], form: AdoptedForm) -> None:
    assert form.total is not None
    assert f"{form.total.sheet}!{form.total.cell}" == entry["typed_total"]["cell"]
    assert float(form.typed_total or 0) == pytest.approx(entry["typed_total"]["value"])
    rows = sum(float(row.typed_score or 0) for row in form.rows)
    assert rows == pytest.approx(entry["expected_total_of_typed_rows"])
    for code, wanted in entry["subtotals"].items():
        stated = form.pillars[code]
        assert f"{stated.sheet}!{stated.cell}" == wanted["cell"]
        assert float(stated.value or 0) == pytest.approx(wanted["value"])


def test_findings_as_in_the_manifest(entry: dict[str, Any], form: AdoptedForm) -> None:
    places = {(found.code, found.place) for found in form.findings}
    unread = {row.code for row in form.rows if row.status == "unread"}
    assert {f.indicator for f in form.findings if f.code == "row-unread"} == unread
    assert unread <= {code for code, row in entry["rows"].items() if row["inputs"] is None}
    codes = {code for code, _ in places} - {"row-unread"}
    assert codes & set(entry["must_not_find"]) == set()
    for wanted in entry["must_find"]:
        if wanted["code"] in OWN_FINDINGS:
            also = wanted.get("also_ok") or []
            cells = {wanted["cell"], *(also if isinstance(also, list) else [])}
            assert {(wanted["code"], cell) for cell in cells} & places
    allowed = {*(w["code"] for w in entry["must_find"]), *entry["may_find"]}
    assert codes <= allowed


def test_the_real_form() -> None:
    """Phụ lục of Đại Lãnh, pasted from Word: three rows are certain, the others stay in words."""
    form = adopt(scan(FORMS / "vn-2024-huyen-dai-lanh.xlsx"), load_scored("VN-2024-HUYEN"))
    read = {row.code: row.inputs for row in form.rows if row.status == "read"}
    assert read == {
        "7.2": {"num": 8, "den": 8},
        "9.5": {"percent": 90},
        "9.10": {"num": 2, "den": 2},
    }
    unread = {row.code for row in form.rows if row.status == "unread"}
    assert unread == {
        "2.5", "3.3", "3.5", "5.2", "5.5", "6.3", "6.4", "6.5", "7.1", "7.3", "7.4", "7.5.1",
        "9.4", "9.11",
    }  # fmt: skip
    assert all(row.why for row in form.rows if row.status == "unread")
    assert form.by_code["2.5"].text.endswith("chuyển đổi số về Phòng Văn hoá thông tin")
    assert form.by_code["7.5.2"].max_shown == 10
    assert form.info == {"1": "UBND xã Đại Lãnh", "12": 1, "14": 1, "20": 1}
    assert {(found.code, found.indicator) for found in form.findings} == {
        ("row-unread", code) for code in unread
    }
    assert all(found.cell == form.by_code[found.indicator].cell for found in form.findings)
