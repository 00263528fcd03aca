"""`--rulesets` and the origin of tables on the command line."""

from __future__ import annotations

from pathlib import Path

from rulesets.files import BUILT_IN
from tests.support.command import dti
from tests.support.rulesets import ID, write_decision


def test_tables_say_where_they_come_from(tmp_path: Path) -> None:
    folder = write_decision(tmp_path / "own")
    origins = {t["id"]: t["origin"] for t in dti("tables", "--rulesets", folder, "--json").json}
    assert origins.pop(ID) == str(folder)
    assert set(origins.values()) == {BUILT_IN}
    assert str(folder) in dti("tables", "--rulesets", folder).out
    plain = dti("tables")
    assert ID not in plain.out
    assert BUILT_IN not in plain.out


def test_an_added_table_is_shown_scored_and_built(tmp_path: Path) -> None:
    folder = write_decision(tmp_path / "own")
    unit = tmp_path / "unit.json"
    unit.write_text(
        f'{{"table": "{ID}", "inputs": {{"1.2": {{"a": 34, "b": 80}}}}}}', encoding="utf-8"
    )
    assert dti("show", ID, "--rulesets", folder, "--json").json["max"] == 20
    assert dti("--rulesets", folder, "score", unit, "--json").json["total"] == 5
    book = tmp_path / "book.xlsx"
    assert dti("new", ID, "--data", unit, "-o", book, "--rulesets", folder).status == 0
    assert dti("score", book, "--rulesets", folder, "--json").json["total"] == 5
    assert dti("score", unit).status == 2
