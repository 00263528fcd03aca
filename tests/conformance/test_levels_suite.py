"""The conformance cases of levels tables and of the plan, answered line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from answers.conformance import answer
from cli.verbs.conformance import conformance
from tests.support import level_cases

CASES = Path(__file__).parents[1] / "cases"
FILES = [*level_cases.LEVELS, *level_cases.PLANS]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_every_case_is_answered_as_the_oracle_says(name: str) -> None:
    cases = CASES / f"{name}.jsonl"
    done = CliRunner().invoke(conformance, [str(cases)])
    assert done.exit_code == 0
    answers = [json.loads(line) for line in done.output.splitlines()]
    asked = lines(cases)
    assert len(answers) == len(asked) > 40
    for got, case in zip(answers, asked, strict=True):
        wanted = {"id": case["id"]} | case["expected"]
        # A whole unit gives more than the oracle knows (findings, groups).
        assert {key: got.get(key, "(thiếu)") for key in wanted} == wanted
        assert "indicators" in got or got.keys() == wanted.keys()


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_what_the_oracle_answers_today(name: str) -> None:
    make = level_cases.level_cases if name in level_cases.LEVELS else level_cases.plan_cases
    written = [level_cases.without_id(wanted) for _, wanted in make(name)]
    committed = [line["expected"] for line in lines(CASES / f"{name}.jsonl")]
    assert json.loads(json.dumps(written)) == committed


@pytest.mark.parametrize("name", level_cases.LEVELS)
def test_the_cases_reach_every_level(name: str) -> None:
    reached = {line["expected"]["level"] for line in lines(CASES / f"{name}.jsonl")}
    assert reached == {0, 1, 2, 3, 4, 5}


def test_a_levels_unit_has_the_shape_of_a_score() -> None:
    unit = {"table": "BTTTT-2024-XA", "name": "Xã A", "values": {"I.1": 55, "II.4": {"count": 9}}}
    given = answer({"id": 7, "unit": unit})
    assert (given["id"], given["table"], given["name"]) == (7, "BTTTT-2024-XA", "Xã A")
    assert (given["total"], given["max"], given["index"]) == (None, None, None)
    assert given["level"] == 0
    assert "I.2" in given["blocking"]
    assert "I.1" not in given["blocking"]
    assert given["pillars"][0] == {
        "code": "I",
        "name": "CHÍNH QUYỀN SỐ",
        "score": None,
        "max": None,
    }
    first, second = given["indicators"][:2]
    assert first["status"] == "Đủ"
    assert first["met"] == [True, False, False, False, False]
    assert (second["status"], second["findings"]) == ("thiếu số liệu", ["input-missing"])
    assert given["notes"]


def test_a_plan_unit_counts_by_pillar_and_agency() -> None:
    values = {"II.1": True, "II.2": False, "III.19.1": 10, "III.19.2": 12}
    given = answer({"id": 1, "unit": {"table": "VN-2023-KEHOACH", "values": values}})
    assert given["level"] is None
    assert given["targets"]["met"] == 3
    assert given["targets"]["not_met"] == 1
    assert given["pillars"][0]["targets"] == {
        "met": 1,
        "not_met": 1,
        "not_judged": 4,
        "missing": 4,
    }
    assert given["agencies"]["UBND các xã, thị trấn"]["met"] == 2
    status = {row["code"]: row["status"] for row in given["indicators"]}
    assert status["III.19"] == "Đạt"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"table": "BTTTT-2024-XA", "values": {"IX.1": 1}}, ["BTTTT-2024-XA", "«IX.1»"]),
        ({"table": "VN-2023-KEHOACH", "values": {"I.4": 1}}, ["VN-2023-KEHOACH", "«I.4»"]),
        ({"table": "BTTTT-2024-XA", "values": [1]}, ["values"]),
        ({"table": "BTTTT-2024-XA", "code": "I.1", "inputs": {"percent": 5}}, ["values"]),
        ({"table": "HB-2023-XA", "values": {"3.4": 1}}, ["HB-2023-XA", "inputs"]),
        ({"table": "BTTTT-2030-XA", "values": {}}, ["BTTTT-2030-XA"]),
        ({"unit": {"table": "BTTTT-2024-XA", "inputs": {"I.1": {"percent": 5}}}}, ["values"]),
        ({"unit": {"values": {}}}, ["None"]),
    ],
)
def test_a_case_that_cannot_be_used_says_why(case: dict[str, Any], words: list[str]) -> None:
    given = answer({"id": "x"} | case)
    assert given.keys() == {"id", "error"}
    assert all(word in given["error"] for word in words), given["error"]
