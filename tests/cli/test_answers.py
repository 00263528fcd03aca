"""Every verb answers: as text and as the contract's JSON, in both languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from rulesets.files import table_ids
from rulesets.laws import load_scored
from tests.support.cases import TABLE, TOTAL, make, office
from tests.support.command import dti, shape, state_of, write_unit
from tests.support.spoil import Patch
from tests.support.tables import SCORED
from workbooks.design.names import NATIVE, UDF
from workbooks.files.scan import scan
from workbooks.own.identity import identity_of
from workbooks.own.read import read_own

FORM = Path(__file__).parents[1] / "books" / "forms" / "12-huyen-tan-son.xlsx"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    return write_unit(tmp_path / "unit.json", office())


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return make(tmp_path / "bieu.xlsx", office(), NATIVE)


def test_help_in_a_process_of_its_own() -> None:
    program = Path(sys.executable).parent / "dti"
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    assert "check" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("verb", main.list_commands(None))  # type: ignore[arg-type]
def test_every_verb_has_help(verb: str) -> None:
    answer = dti(verb, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert "--lang" in answer.out or verb == "rules"


def test_tables() -> None:
    found = {table["id"]: table for table in dti("tables", "--json").json}
    assert set(found) == set(table_ids())
    assert found["HB-2023-XA"]["max"] == 1000
    assert found["HD-2024-SO"]["rows"] == 23
    text = dti("tables").out
    assert all(table in text for table in found)
    assert " dòng " in text
    assert " rows " in dti("tables", "--lang", "en").out


INDICATOR = {
    "code": "str", "pillar": "str", "name": "str", "max": "int", "max_inferred": "bool",
    "printed": "str", "evidence": "str", "lead_agency": "str", "coordinating_agency": "str",
    "source": {"file": "str", "place": "str"},
}  # fmt: skip


@pytest.mark.parametrize("table_id", SCORED)
def test_show_table(table_id: str) -> None:
    data = dti("show", table_id, "--json").json
    table = load_scored(table_id)
    assert (data["id"], data["title"], data["max"]) == (table_id, table.title, table.max_score)
    assert [row["code"] for row in data["indicators"]] == [r.code for r in table.indicators]
    for row in data["indicators"]:
        got = shape(row)
        assert {k: got[k] for k in INDICATOR} == {**INDICATOR, "max": got["max"]}
        assert row["inputs"]
        assert all({"name", "label", "from_info"} <= set(given) for given in row["inputs"])
        assert all({"ordinal", "label", "score"} <= set(option) for option in row["options"])
        assert set(row["readings"]) <= {reading["id"] for reading in data["readings"]}
    reading = {"id", "place", "printed", "adopted", "why", "effect", "alternative"}
    assert all(set(entry) >= reading for entry in data["readings"])
    assert all({"code", "name", "max"} <= set(pillar) for pillar in data["pillars"])
    assert all({"code", "label", "unit"} <= set(line) for line in data["info"])
    assert table.indicators[0].name in dti("show", table_id).out
    assert "needs" in dti("show", table_id, "--lang", "en").out


def test_show_one_rule() -> None:
    row = dti("show", "HB-2023-XA", "3.4", "--json").json
    assert [given["name"] for given in row["inputs"]] == ["a", "b"]
    text = dti("show", "HB-2023-XA", "3.4").out
    for word in ("Điểm tối đa: 10", "Văn bản", "Số liệu", "Cách hiểu", "Nguồn: Phụ lục"):
        assert word in text
    assert "Maximum: 10" in dti("show", "HB-2023-XA", "3.4", "--lang", "en").out


def test_readings() -> None:
    data = dti("readings", "HB-2023-XA", "--json").json
    assert [reading["id"] for reading in data] == [r.id for r in load_scored("HB-2023-XA").readings]
    assert data[0]["id"] in dti("readings", "HB-2023-XA").out
    assert "Adopted" in dti("readings", "HB-2023-XA", "--lang", "en").out


@pytest.mark.parametrize("edition", [UDF, NATIVE])
def test_new_and_convert(edition: str, unit: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    answer = dti("new", TABLE, "--data", unit, "--edition", edition, "-o", first, "--json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.json["total"] == pytest.approx(float(TOTAL))
    assert (answer.json["table"], answer.json["edition"]) == (TABLE, edition)
    other = NATIVE if edition == UDF else UDF
    assert "Đã tạo" in dti("convert", first, "--edition", other, "-o", second).out
    one, two = scan(first), scan(second)
    assert [identity_of(book).edition for book in (one, two)] == [edition, other]  # type: ignore[union-attr]
    assert read_own(two).submission == read_own(one).submission


def test_new_empty(tmp_path: Path) -> None:
    assert "Written" in dti("new", TABLE, "-o", tmp_path / "a.xlsx", "--lang", "en").out
    assert identity_of(scan(tmp_path / "a.xlsx")).edition == UDF  # type: ignore[union-attr]


SCORE = {
    "table": "str", "name": "str", "total": "float", "max": "int", "index": "float",
    "level": "NoneType", "blocking": [],
}  # fmt: skip


def test_score(unit: Path, book: Path) -> None:
    for source in (unit, book):
        data = dti("score", source, "--json").json
        got = shape(data)
        assert {key: got[key] for key in SCORE} == SCORE
        assert {"code", "score", "max"} <= set(data["pillars"][0])
        row = shape(data["indicators"][0])
        assert {k: row[k] for k in ("code", "status", "findings")} == {
            "code": "str", "status": "str", "findings": []
        }  # fmt: skip
        assert data["total"] == pytest.approx(float(TOTAL))
        assert data["index"] == pytest.approx(float(TOTAL / 3))
    assert "Tổng điểm tự chấm: 229,81 / 300" in dti("score", unit).out
    assert "Total, official: 229.81 / 300" in dti("score", book, "--lang", "en").out
    both = dti("score", unit, book, "--json").json
    assert [entry["table"] for entry in both] == [TABLE, TABLE]


def test_a_score_not_given_is_null(tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "u.json", {"table": TABLE, "inputs": {"3.1": {"a": 60, "b": 50}}})
    answer = dti("score", unit, "--json")
    row = next(row for row in answer.json["indicators"] if row["code"] == "3.1")
    assert (row["score"], row["findings"]) == (None, ["part-exceeds-whole"])
    assert answer.status == 1


def test_explain(unit: Path) -> None:
    data = dti("explain", unit, "6.5", "--json").json
    assert data["score"] == pytest.approx(40 / 3)
    assert (data["table"], data["code"], data["findings"]) == (TABLE, "6.5", [])
    assert "2/3" in data["explanation"]
    assert dti("explain", unit, "6.5").out.strip() == data["explanation"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_check(lang: str, book: Path, tmp_path: Path) -> None:
    report = tmp_path / "bao-cao.html"
    answer = dti("check", book, "--report", report, "--lang", lang)
    assert answer.status == 0
    words = {"vi": ("KHỚP", "Bốn tổng", "Báo cáo"), "en": ("MATCH", "Four totals", "Report")}[lang]
    assert all(word in answer.out for word in words)
    shown = {"vi": "229,81", "en": "229.81"}[lang]
    assert answer.out.count(shown) == 6  # the four totals, the unit's own and the official one
    assert report.read_text("utf-8").startswith("<!doctype html>")


def test_check_json_one_file_and_a_folder(tmp_path: Path) -> None:
    office_book = make(tmp_path / "a.xlsx", office(), NATIVE)
    data = dti("check", office_book, "--json", "--deep").json
    assert (data["verdict"], data["table"]) == ("match", TABLE)
    spoiled = make(tmp_path / "bieu.xlsx", office(), UDF)
    sheet, cell = scan(spoiled).names["dti_typed_6_5"]
    Patch(spoiled).number(cell, 13.5, sheet).save()
    (tmp_path / "~$a.xlsx").write_bytes(b"a lock file of Excel")
    (tmp_path / "ghi-chu.txt").write_text("không phải biểu")
    answer = dti("check", tmp_path, "--json")
    assert [(d["file"], d["verdict"]) for d in answer.json] == [
        ("a.xlsx", "match"),
        ("bieu.xlsx", "mismatch"),
    ]
    assert answer.status == 1


def test_adopt(tmp_path: Path) -> None:
    target = tmp_path / "nhan.xlsx"
    data = dti("adopt", FORM, "--table", "HB-2023-HUYEN", "-o", target, "--json").json
    wanted = {"file", "table", "rows", "typed_total", "typed_pillars", "excluded", "findings"}
    assert wanted <= set(data)
    for row in data["rows"]:
        assert set(row) >= {"code", "cell", "text", "inputs", "typed_score", "status", "why"}
        assert row["status"] in ("read", "unread", "blank")
        assert row["inputs"] is None or isinstance(row["inputs"], dict)
    back = read_own(scan(target)).submission
    for row in data["rows"]:
        assert back.typed.get(row["code"]) == pytest.approx(row["typed_score"])
        given = {n: v for n, v in back.figures.get(row["code"], {}).items() if v is not None}
        assert bool(given) >= bool(row["inputs"])
    text = dti("adopt", FORM).out
    assert "đọc chắc" in text
    assert "unread" in dti("adopt", FORM, "--lang", "en").out


def test_rules_lint() -> None:
    answer = dti("rules", "lint", *SCORED, "--json")
    assert answer.status == 0
    assert [entry["table"] for entry in answer.json] == list(SCORED)
    assert all(entry["problems"] == [] for entry in answer.json)
    assert "✓ HB-2023-XA" in dti("rules", "lint", "HB-2023-XA").out
    assert dti("rules", "lint", "XX").status == 1


def test_addin(tmp_path: Path) -> None:
    data: dict[str, Any] = dti("addin", "libreoffice", "-o", tmp_path / "x", "--json").json
    assert data["host"] == "libreoffice"
    assert Path(data["folder"]).is_dir()
    assert Path(data["package"]).suffix == ".oxt"


def test_conformance(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    lines = [
        {"id": 1, "table": "HB-2023-XA", "code": "3.4", "inputs": {"a": 34, "b": 80}},
        {"id": 2, "table": "HB-2023-XA", "code": "9.9", "inputs": {}},
        {"id": "ba", "unit": {"table": TABLE, "inputs": {"1.1": {"option": 2}}}},
        {"id": 4, "text": "Có 02/02 trường"},
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    cases.write_text(f"{text}\n\n{{hỏng\n[1]\n", encoding="utf-8")
    answer = dti("conformance", cases)
    got = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.status == 0
    assert [line["id"] for line in got] == [1, 2, "ba", 4, None, None]
    assert got[0] == {"id": 1, "score": 5, "findings": []}
    assert ["error" in line for line in got] == [False, True, False, False, True, True]
    assert got[2]["total"] == 10
    assert (got[3]["kind"], got[3]["a"], got[3]["b"]) == ("ratio", 2, 2)


CALLS = [
    ("new", TABLE, "--data", "unit.json", "-o", "moi.xlsx"),
    ("convert", "bieu.xlsx", "--edition", "udf", "-o", "moi.xlsx"),
    ("score", "unit.json", "bieu.xlsx"),
    ("explain", "bieu.xlsx", "6.5"),
    ("check", "bieu.xlsx", "--deep", "--report", "moi.html"),
    ("check", ".", "--json"),
    ("adopt", "bieu.xlsx", "--table", TABLE, "-o", "moi.xlsx"),
    ("adopt", "bieu.xlsx", "--json"),
]


@pytest.mark.parametrize("call", CALLS, ids=[" ".join(call) for call in CALLS])
def test_no_verb_touches_its_input(
    call: tuple[str, ...], unit: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(unit.parent)
    before = state_of(unit.parent)
    assert dti(*call).status == 0
    after = state_of(unit.parent)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {name for name in call if name.startswith("moi.")}
