"""`dti improve` and `dti compare`: every kind of table, both languages, as words and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.answers.conftest import LEVELS, PLAN, SCORED, UNITS
from tests.support.command import dti, write_unit


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_has_an_answer(unit: Path, table_id: str, lang: str) -> None:
    answer = dti("improve", unit, "--lang", lang)
    assert (answer.status, answer.err) == (0, "")
    assert UNITS[table_id]["name"] in answer.out
    found = dti("improve", unit, "--json", "--lang", lang).json
    assert found["table"] == table_id
    assert found["rows"]


def test_a_workbook_says_what_its_unit_says(unit: Path, book: Path) -> None:
    assert dti("improve", book, "--json").json == dti("improve", unit, "--json").json


def test_a_threshold_just_missed_in_words(tmp_path: Path) -> None:
    given = {"table": "HB-2023-SO", "name": "Sở A", "inputs": {"6.6": {"a": 147, "b": 500}}}
    unit = write_unit(tmp_path / "a.json", given)
    out = dti("improve", unit).out
    assert "29,4% → 30%" in out
    assert "147 → 150" in out


def test_a_goal(made_once: dict[str, tuple[Path, Path]]) -> None:
    unit = made_once[SCORED][0]
    found = dti("improve", unit, "--goal", "85%", "--json").json
    goal = found["goal"]
    assert goal["total"] == pytest.approx(0.85 * found["max"])
    assert goal["reached"] >= goal["total"]
    points = sum(move["gain"] for move in goal["moves"])
    assert found["total"] + points == pytest.approx(goal["reached"])
    assert dti("improve", unit, "--goal", "10", "--json").json["goal"]["moves"] == []
    assert "Đã đạt 10." in dti("improve", unit, "--goal", "10").out
    assert "→" in dti("improve", unit, "--goal", "240,5").out


@pytest.mark.parametrize(
    ("table", "goal"),
    [(SCORED, "tốt"), (SCORED, "-5"), (SCORED, "1/0"), (LEVELS, "6"), (LEVELS, "80%"), (PLAN, "3")],
)
def test_a_goal_that_cannot_be(
    table: str, goal: str, made_once: dict[str, tuple[Path, Path]]
) -> None:
    answer = dti("improve", made_once[table][0], f"--goal={goal}")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err


def test_what_stops_a_level_that_is_asked_for(made_once: dict[str, tuple[Path, Path]]) -> None:
    unit = made_once[LEVELS][0]
    for level in range(1, 6):
        found = dti("improve", unit, "--goal", level, "--json").json
        scored = dti("score", unit, "--json").json
        open_rows = {row["code"] for row in scored["indicators"] if False in row["met"][:level]}
        assert {row["code"] for row in found["rows"]} == open_rows


def changed(table: str, **changes: Any) -> dict[str, Any]:
    key = "inputs" if table == SCORED else "values"
    rows = {**UNITS[table][key], **changes.pop("rows")}
    return {**UNITS[table], key: rows, **changes}


def test_compare_names_figures_scores_and_causes(
    made_once: dict[str, tuple[Path, Path]], tmp_path: Path
) -> None:
    one = made_once[SCORED][0]
    rows = {"3.1": {"a": 30, "b": 50}, "6.5": {}}
    two = write_unit(tmp_path / "b.json", changed(SCORED, rows=rows, period="2025"))
    found = dti("compare", one, two, "--json").json
    differing = {row["code"]: row for row in found["rows"] if row["differs"]}
    assert set(differing) == {"3.1", "6.5"}
    assert differing["3.1"]["difference"] == -3
    assert "45 → 30" in differing["3.1"]["causes"][0]
    total = found["second"]["total"] - found["first"]["total"]
    assert total == pytest.approx(sum(row["difference"] or 0 for row in found["rows"]))
    words = dti("compare", one, two).out
    assert "2 dòng khác nhau" in words
    assert "kỳ 2025" in words


@pytest.mark.parametrize(
    ("table", "rows", "code"),
    [(LEVELS, {"I.1": 10}, "I.1"), (PLAN, {"II.2": True}, "II.2")],
)
def test_compare_serves_every_kind(
    table: str, rows: dict[str, Any], code: str, made_once: dict[str, Any], tmp_path: Path
) -> None:
    one = made_once[table][0]
    two = write_unit(tmp_path / "b.json", changed(table, rows=rows))
    found = dti("compare", one, two, "--json").json
    assert [row["code"] for row in found["rows"] if row["differs"]] == [code]
    for lang in ("vi", "en"):
        assert code in dti("compare", one, two, "--lang", lang).out


def test_the_same_file_differs_nowhere(unit: Path, book: Path) -> None:
    assert "Không dòng nào khác nhau." in dti("compare", unit, book).out


def test_two_tables_are_not_compared(made_once: dict[str, tuple[Path, Path]]) -> None:
    answer = dti("compare", made_once[SCORED][0], made_once[LEVELS][0])
    assert (answer.status, answer.out) == (2, "")
    assert SCORED in answer.err
    assert LEVELS in answer.err
