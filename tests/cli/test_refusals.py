"""Calls that cannot be used: what, where, why and what to do, in Vietnamese; nothing is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.cases import OFFICE, TABLE, make, office
from tests.support.command import dti, state_of, write_unit
from tests.support.spoil import Patch
from workbooks.design.names import MAP, NATIVE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good unit, a good workbook, and some that are not."""
    monkeypatch.chdir(tmp_path)
    write_unit(tmp_path / "unit.json", office())
    make(tmp_path / "bieu.xlsx", office(), NATIVE)
    make(tmp_path / "ban-khac.xlsx", office(), NATIVE)
    Patch(tmp_path / "ban-khac.xlsx").text("B1", "99", MAP).save()
    make(tmp_path / "bang-la.xlsx", office(), NATIVE)
    Patch(tmp_path / "bang-la.xlsx").text("B2", "XX-2030-SO", MAP).save()
    (tmp_path / "hong.json").write_text('{\n "table": "HB-2023-XA",\n "inputs": {,\n}')
    (tmp_path / "ghi-chu.xlsx").write_text("Kính gửi")
    (tmp_path / "trong").mkdir()
    (tmp_path / "thu-muc.xlsx").mkdir()
    return tmp_path


def new(data: str = "unit.json", table: str = TABLE, out: str = "moi.xlsx") -> tuple[str, ...]:
    return ("new", table, "--data", data, "-o", out)


CALLS: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    # name, call, words of the message
    ("unknown table", ("new", "XX-1", "-o", "moi.xlsx"), ("«XX-1»", "hiện có", "HB-2023-XA")),
    ("unknown table to show", ("show", "XX-1"), ("«XX-1»", "Các bảng hiện có")),
    ("unknown table for readings", ("readings", "XX-1"), ("«XX-1»", "Các bảng hiện có")),
    ("unknown table to adopt", ("adopt", "bieu.xlsx", "--table", "XX-1"), ("«XX-1»",)),
    ("unknown code to show", ("show", TABLE, "9.9"), (TABLE, "«9.9»", f"dti show {TABLE}")),
    ("unknown code to explain", ("explain", "unit.json", "9.9"), (TABLE, "«9.9»")),
    ("no unit.json", new("mat.json"), ("mat.json", "Không thấy tệp")),
    ("no file to score", ("score", "mat.xlsx"), ("mat.xlsx", "Không thấy tệp")),
    ("no file to explain", ("explain", "mat.json", "1.1"), ("mat.json", "Không thấy tệp")),
    ("no form", ("adopt", "mat.xlsx"), ("mat.xlsx", "không có tệp")),
    ("no workbook to convert", ("convert", "mat.xlsx", "--edition", "udf", "-o", "moi.xlsx"),
     ("mat.xlsx", "không có tệp")),
    ("no cases", ("conformance", "mat.jsonl"), ("mat.jsonl", "Không thấy tệp")),
    ("an empty folder", ("check", "trong"), ("Không thấy tệp Excel", ".xlsx")),
    ("bad JSON", new("hong.json"), ("hong.json", "dòng 3", "Hãy sửa")),
    ("bad JSON to score", ("score", "hong.json"), ("hong.json", "dòng 3", "Hãy sửa")),
    ("another table's unit", new(table="HB-2023-XA"), ("unit.json", TABLE, "HB-2023-XA")),
    ("not a workbook", ("score", "ghi-chu.xlsx"), ("ghi-chu.xlsx", "không phải bảng tính")),
    ("not a form", ("adopt", "ghi-chu.xlsx"), ("ghi-chu.xlsx", "không phải bảng tính")),
    ("another version", ("score", "ban-khac.xlsx"), ("ban-khac.xlsx", "«99»", "cần «2»")),
    ("another version to convert", ("convert", "ban-khac.xlsx", "--edition", "udf", "-o", "m.xlsx"),
     ("ban-khac.xlsx", "phiên bản")),
    ("a table we do not have", ("score", "bang-la.xlsx"), ("XX-2030-SO", "dti tables")),
    ("onto the unit", new(out="unit.json"), ("unit.json", "Không ghi vào", ".xlsx", "Hãy đổi tên")),
    ("onto the workbook", ("convert", "bieu.xlsx", "--edition", "udf", "-o", "bieu.xlsx"),
     ("bieu.xlsx", "Không ghi đè", "Hãy chọn tên khác")),
    ("onto the workbook by another path",
     ("convert", "bieu.xlsx", "--edition", "udf", "-o", "trong/../bieu.xlsx"), ("Không ghi đè",)),
    ("onto the form", ("adopt", "bieu.xlsx", "--table", TABLE, "-o", "bieu.xlsx"),
     ("Không ghi đè",)),
    ("a report onto the workbook", ("check", "bieu.xlsx", "--report", "bieu.xlsx"),
     ("Không ghi vào bieu.xlsx", ".html")),
    ("a report onto one of many", ("check", ".", "--report", "bieu.xlsx"),
     ("Không ghi vào bieu.xlsx", ".html")),
    ("into a missing folder", new(out="mat/moi.xlsx"), ("không có thư mục mat", "Hãy")),
    ("adopted into a missing folder",
     ("adopt", "bieu.xlsx", "--table", TABLE, "-o", "mat/moi.xlsx"), ("không có thư mục mat",)),
    ("a report into a missing folder", ("check", "bieu.xlsx", "--report", "mat/bc.html"),
     ("không có thư mục mat",)),
    ("onto a folder", new(out="thu-muc.xlsx"), ("thu-muc.xlsx là thư mục", "Hãy")),
]  # fmt: skip


@pytest.mark.parametrize(("call", "words"), [r[1:] for r in CALLS], ids=[r[0] for r in CALLS])
@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_refused(
    call: tuple[str, ...], words: tuple[str, ...], as_json: bool, folder: Path
) -> None:
    before = state_of(folder)
    answer = dti(*call, *(["--json"] if as_json else []))
    assert answer.status == 2
    assert answer.out == ""
    for word in words:
        assert word in answer.err
    assert "Traceback" not in answer.err
    assert state_of(folder) == before


def changed(**changes: Any) -> dict[str, Any]:
    return {**OFFICE, **changes}


UNITS: list[tuple[str, Any, tuple[str, ...]]] = [
    ("no table", {"inputs": {}}, ("«table»", "ví dụ")),
    ("table is no text", {"table": 5}, ("«table»",)),
    ("unknown table", {"table": "XX-1"}, ("«XX-1»", "hiện có")),
    ("a path for a table", {"table": "../common"}, ("«../common»",)),
    ("a list", [1, 2], ("một đối tượng",)),
    ("unknown code", changed(inputs={"3.99": {"a": 1}}), ("«3.99»", TABLE)),
    ("a code as a number", changed(inputs={"9.1": {"a": 1}}), ("«9.1»",)),
    ("unknown input", changed(inputs={"3.1": {"z": 1}}), ("3.1", "«z»", "cần: a, b")),
    ("inputs are a list", changed(inputs=[1]), ("«inputs»", "đối tượng")),
    ("one row is a list", changed(inputs={"3.1": [1, 2]}), ("3.1", "đối tượng")),
    ("excluded is a text", changed(excluded="6.2"), ("«excluded»", "danh sách")),
    ("excluded is unknown", changed(excluded=["9.9"]), ("«9.9»",)),
    ("typed is no number", changed(typed={"3.1": "chín"}), ("typed", "3.1", "chín")),
    ("typed is a list", changed(typed=[9]), ("«typed»", "đối tượng")),
    ("verified is a list", changed(verified=[9]), ("«verified»", "đối tượng")),
    ("info is a list", changed(info=[9]), ("«info»", "đối tượng")),
    ("info is nested", changed(info={"I.8": [7]}), ("«info»", "I.8")),
]


@pytest.mark.parametrize(("unit", "words"), [u[1:] for u in UNITS], ids=[u[0] for u in UNITS])
def test_a_unit_that_cannot_be_understood(unit: Any, words: tuple[str, ...], folder: Path) -> None:
    (folder / "xau.json").write_text(json.dumps(unit, default=float), encoding="utf-8")
    before = state_of(folder)
    for call in (("score", "xau.json"), ("explain", "xau.json", "1.1")):
        answer = dti(*call)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("xau.json") or "XX" in str(unit) or "common" in str(unit)
        assert all(word in answer.err for word in words)
    assert state_of(folder) == before


FIGURES = [
    ("text for a number", {"3.1": {"a": "85,5", "b": 100}}, "input-not-a-number"),
    ("negative", {"3.1": {"a": -1, "b": 100}}, "input-negative"),
    ("unknown option", {"1.1": {"option": 9}}, "option-unknown"),
    ("too many parts", {"1.4": {"parts": [True, True, True]}}, "option-unknown"),
    ("part above the whole", {"3.1": {"a": 101, "b": 100}}, "part-exceeds-whole"),
    ("zero denominator", {"3.1": {"a": 0, "b": 0}}, "zero-denominator"),
]


@pytest.mark.parametrize(("inputs", "code"), [f[1:] for f in FIGURES], ids=[f[0] for f in FIGURES])
def test_a_figure_that_cannot_be_scored_is_a_finding(
    inputs: dict[str, Any], code: str, folder: Path
) -> None:
    write_unit(folder / "xau.json", {"table": TABLE, "inputs": inputs})
    answer = dti("score", "xau.json", "--json")
    (row,) = [row for row in answer.json["indicators"] if row["code"] in inputs]
    assert (answer.status, row["score"], row["findings"]) == (1, None, [code])
    assert f"✗ {row['code']}: " in dti("score", "xau.json").out


@pytest.mark.parametrize("file", ["ghi-chu.xlsx", "mat.xlsx", "trong/mat.xlsx"])
def test_check_of_a_file_that_cannot_be_read_is_an_answer_too(file: str) -> None:
    answer = dti("check", file, "--json")
    assert (answer.status, answer.json["verdict"], answer.json["table"]) == (2, "unreadable", None)
    assert answer.json["totals"] == dict.fromkeys(("typed", "sheet", "recalculated", "engine"))
    assert [found["code"] for found in answer.json["findings"]] == ["file-unreadable"]
    assert "KHÔNG ĐỌC ĐƯỢC" in dti("check", file).out


def test_the_worst_file_decides_the_status() -> None:
    assert dti("check", "bieu.xlsx").status == 0
    assert dti("check", "bieu.xlsx", "ban-khac.xlsx").status == 1
    assert dti("check", "bieu.xlsx", "ban-khac.xlsx", "ghi-chu.xlsx").status == 2


@pytest.mark.parametrize("call", [["bay"], ["new"], ["check"], ["new", TABLE], ["score", "--xx"]])
def test_a_call_that_is_no_call(call: list[str]) -> None:
    answer = dti(*call)
    assert answer.status == 2
    assert answer.err
