"""Every verb answers in both languages; in English nothing of ours is Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rulesets.laws import load_law
from tests.answers.conftest import ROWS, UNITS
from tests.support.command import dti, write_unit
from tests.support.quoted import LETTERS, ours_in_vietnamese
from workbooks.files.scan import scan

VERBS = {
    "show": ("show", "{table}"),
    "show a row": ("show", "{table}", "{row}"),
    "readings": ("readings", "{table}"),
    "new": ("new", "{table}", "--data", "{unit}", "-o", "{out}"),
    "convert": ("convert", "{book}", "--edition", "native", "-o", "{out}"),
    "score a unit": ("score", "{unit}"),
    "score a workbook": ("score", "{book}"),
    "explain": ("explain", "{unit}", "{row}"),
    "check": ("check", "{book}"),
    "adopt": ("adopt", "{book}", "-o", "{out}"),
}


def data_of(table_id: str) -> list[str]:
    """What the unit itself says."""
    given = UNITS[table_id]
    texts = [given["name"]]
    for key in ("explanations", "attached", "excluded", "signing", "notes"):
        texts += list(given.get(key, {}).values())
    return texts


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("as_json", [False, True], ids=["words", "json"])
def test_a_verb_in_both_languages(
    verb: str, as_json: bool, table_id: str, unit: Path, book: Path, tmp_path: Path
) -> None:
    places = {
        "table": table_id,
        "row": ROWS[table_id],
        "unit": str(unit),
        "book": str(book),
        "out": str(tmp_path / "moi.xlsx"),
    }
    call = [part.format(**places) for part in VERBS[verb]]
    force = ["--force"] if "-o" in call else []
    said = {}
    for lang in ("vi", "en"):
        answer = dti(*call, *force, "--lang", lang, *(["--json"] if as_json else []))
        assert answer.err == ""
        assert answer.status in (0, 1)
        said[lang] = answer.out
        if as_json:
            json.loads(answer.out)
    # A sheet is called what it is called in the file; JSON keeps the words of the contract.
    kept = [sheet.name for sheet in scan(book).sheets]
    kept += _values_of_the_contract() if as_json else []
    assert ours_in_vietnamese(said["en"], load_law(table_id), *data_of(table_id), *kept) == []
    if verb not in ("show", "readings") and not as_json:
        assert said["vi"] != said["en"]


def _values_of_the_contract() -> list[str]:
    from scoring.levels import NO_LEVEL
    from scoring.words import Judgement, Status

    return [NO_LEVEL, *(word.value for word in (*Status, *Judgement))]


def test_tables_and_conformance(tmp_path: Path) -> None:
    assert " rows " in dti("tables", "--lang", "en").out
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"id": 1, "table": "HB-2023-XA", "code": "9.9"}\n[1]\n{"a"\n', "utf-8")
    english = dti("conformance", cases, "--lang", "en").out
    assert not LETTERS.search(english)
    assert "has no indicator" in english
    assert "không có chỉ số" in dti("conformance", cases).out


WRONG = {
    "no such table": ("show", "XX-1"),
    "no such row": ("show", "HB-2023-XA", "99"),
    "no file": ("score", "mat.json"),
    "a folder": ("score", "."),
    "no workbooks": ("check", "."),
    "bad JSON": ("score", "bad.json"),
    "no object": ("score", "list.json"),
    "no table named": ("score", "none.json"),
    "unknown key": ("score", "key.json"),
    "another table": ("new", "HB-2023-SO", "--data", "good.json", "-o", "o.xlsx"),
    "not ours": ("convert", "text.xlsx", "--edition", "udf", "-o", "o.xlsx"),
    "no target folder": ("new", "HB-2023-SO", "-o", "no/o.xlsx"),
    "a wrong ending": ("new", "HB-2023-SO", "-o", "o.ods"),
    "there already": ("new", "HB-2023-SO", "-o", "text.xlsx"),
    "no reading": ("score", "good.json", "--reading", "x=alternative"),
    "no option": ("score", "--xx"),
    "no verb's argument": ("score",),
    "no choice": ("new", "HB-2023-SO", "-o", "o.xlsx", "--edition", "x"),
    "no value": ("new", "HB-2023-SO", "-o"),
    "a value too many": ("tables", "--json=3"),
    "too many": ("tables", "a"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_refusal_in_both_languages(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_unit(tmp_path / "good.json", {"table": "HB-2023-XA"})
    write_unit(tmp_path / "list.json", [1])  # type: ignore[arg-type]
    write_unit(tmp_path / "none.json", {})
    write_unit(tmp_path / "key.json", {"table": "HB-2023-XA", "input": {}})
    (tmp_path / "bad.json").write_text('{"table": "HB-2023-XA",, }')
    if name != "no workbooks":
        (tmp_path / "text.xlsx").write_text("chữ")
    before = sorted(tmp_path.iterdir())
    said = []
    for lang in ("vi", "en"):
        answer = dti(*WRONG[name], "--lang", lang)
        assert (answer.status, answer.out) == (2, "")
        assert "Traceback" not in answer.err
        said.append(answer.err)
    assert not LETTERS.search(said[1]), said[1]
    assert LETTERS.search(said[0]), said[0]
    assert sorted(tmp_path.iterdir()) == before
