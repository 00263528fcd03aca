"""The conformance suite: files of cases in, one answer a line out, compared with what is expected.

The expected scores were written by the second transcription (tests/cases/make_cases.py).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from answers.conformance import answer, answer_line
from cli.verbs.conformance import conformance
from rulesets.laws import load_scored
from scoring.exact_json import read
from tests.cases import make_cases

CASES = Path(make_cases.__file__).parent
TABLES = list(make_cases.TABLES)


def lines(name: str) -> list[Any]:
    text = (CASES / f"{name}.jsonl").read_text(encoding="utf-8")
    return [read(line) for line in text.splitlines() if line.strip()]


def close(got: Any, expected: Any) -> bool:
    if got is None or expected is None or isinstance(expected, str):
        return bool(got == expected)
    return abs(float(got) - float(expected)) <= 1e-9


def with_id(name: str) -> list[Any]:
    cases = lines(name)
    assert len({case["id"] for case in cases}) == len(cases)
    return [pytest.param(case, case["expected"], id=str(case["id"])) for case in cases]


@pytest.mark.parametrize("table", TABLES)
def test_every_case_of_a_table(table: str) -> None:
    wrong = []
    for case in lines(table):
        got, expected = answer(case), case["expected"]
        if (
            got["id"] != case["id"]
            or "error" in got
            or not close(got["score"], expected["score"])
            or set(got["findings"]) != set(expected["findings"])
            or len(got["findings"]) != len(set(got["findings"]))
        ):
            wrong.append(f"{case['id']}: {case['inputs']} → {got}, expected {expected}")
    assert wrong == []


@pytest.mark.parametrize("table", TABLES)
def test_the_suite_covers_every_row_and_every_option(table: str) -> None:
    by_code: dict[str, list[dict[str, Any]]] = {}
    for case in lines(table):
        by_code.setdefault(case["code"], []).append(case | case["expected"])
    law = load_scored(table)
    assert list(by_code) == list(law.by_code)
    for code, cases in by_code.items():
        row = law.by_code[code]
        scores = {case["score"] for case in cases}
        assert None in scores, code
        assert any(close(score, row.max_score) for score in scores), code
        assert any(case["findings"] for case in cases), code
        for slot in row.slots:
            chosen = {case["inputs"].get("option") for case in cases if case["score"] is not None}
            assert set(range(1, len(slot.options) + 1)) <= chosen, f"{code} {slot.name}"


@pytest.mark.parametrize(("case", "expected"), with_id("units"))
def test_whole_units(case: dict[str, Any], expected: dict[str, Any]) -> None:
    got = answer(case)
    assert got["table"] == expected["table"]
    for key in ("total", "max", "index"):
        assert close(got[key], expected[key]), (key, got[key], expected[key])
    for key in ("pillars", "indicators"):
        assert [entry["code"] for entry in got[key]] == [entry["code"] for entry in expected[key]]
        for here, there in zip(got[key], expected[key], strict=True):
            assert close(here["score"], there["score"]), (here, there)
            assert close(here["max"], there["max"]), (here, there)


@pytest.mark.parametrize(("case", "expected"), with_id("reading"))
def test_what_officials_type(case: dict[str, Any], expected: dict[str, Any]) -> None:
    got = answer(case)
    assert got["kind"] == expected["kind"]
    for key in ("a", "b", "value"):
        assert close(got[key], expected[key]), key


BAD = [
    pytest.param(case["line"], case["expected"], id=f"line-{number}")
    for number, case in enumerate(lines("bad"), 1)
]


@pytest.mark.parametrize(("line", "expected"), BAD)
def test_a_line_that_cannot_be_used_says_why(line: str, expected: dict[str, Any]) -> None:
    got = json.loads(answer_line(line))
    assert got["id"] == expected["id"]
    if "error" not in expected:
        assert got == expected
        return
    assert set(got) == {"id", "error"}
    # The words are for people: they name the thing, and no class of ours.
    assert expected["error"] in got["error"]
    assert "Error:" not in got["error"]


@pytest.mark.parametrize("name", ["reading", "HD-2024-SO"])
def test_the_verb_answers_every_line_in_order(name: str) -> None:
    done = CliRunner().invoke(conformance, [str(CASES / f"{name}.jsonl")])
    assert done.exit_code == 0, done.output
    got = [json.loads(line) for line in done.output.splitlines()]
    assert [line["id"] for line in got] == [line["id"] for line in lines(name)]


def test_the_verb_answers_bad_lines_in_order_too(tmp_path: Path) -> None:
    cases = tmp_path / "bad.jsonl"
    cases.write_text("\n".join(case["line"] for case in lines("bad")), encoding="utf-8")
    done = CliRunner().invoke(conformance, [str(cases)])
    assert done.exit_code == 0, done.output
    got = [json.loads(line) for line in done.output.splitlines()]
    assert [line["id"] for line in got] == [case["expected"]["id"] for case in lines("bad")]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": 1, "text": "8/8"}\n', encoding="utf-8-sig")
    done = CliRunner().invoke(conformance, [str(cases), "--json"])
    assert json.loads(done.output) == {"id": 1, "kind": "ratio", "a": 8, "b": 8, "value": None}


@pytest.mark.parametrize("table", TABLES)
def test_the_files_are_what_the_generator_writes(table: str) -> None:
    made, committed = make_cases.table_cases(table), lines(table)
    assert [case["id"] for case in made] == [case["id"] for case in committed]
    for here, there in zip(made, committed, strict=True):
        assert close(here["expected"]["score"], there["expected"]["score"])
        assert here["expected"]["findings"] == there["expected"]["findings"]
