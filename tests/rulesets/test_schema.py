"""The format stated once: schemas for editors, committed as made, and named by every file."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from cli.verbs.rules import rules
from rulesets import files
from rulesets.format import RECORDS
from rulesets.format.guide import filled
from rulesets.format.schema import SCHEMAS, schema
from rulesets.format.words import meaning
from scripts.ruleset_format import written
from texts import catalogue

INVENTED = Path(__file__).parents[1] / "decisions" / "td-2025" / "donvi.yaml"
FILES = sorted({*files.DATA.rglob("*.yaml"), *INVENTED.parent.glob("*.yaml")})
TABLES = [p for p in FILES if "." not in p.stem and p.stem not in ("decision", "common")]
VALIDATOR = Draft202012Validator(schema())


def parsed(path: Path) -> Any:
    return json.loads(json.dumps(files.parse(path)))


@pytest.mark.parametrize("of", SCHEMAS.values())
def test_it_is_a_schema(of: str) -> None:
    Draft202012Validator.check_schema(schema(of))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_names_its_schema_and_passes_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    mark = "# yaml-language-server: $schema="
    assert first.startswith(mark)
    named = (path.parent / first.removeprefix(mark)).resolve()
    assert named.parent == Path(files.__file__).parent
    is_table = path in TABLES
    assert is_table == (SCHEMAS[named.name] == "table")
    validator = Draft202012Validator(json.loads(named.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(parsed(path))] == []


def test_what_is_committed_is_what_the_format_makes() -> None:
    made = written()
    assert len(made) == len(SCHEMAS) + 1
    for path, content in made.items():
        message = f"{path.name}: python scripts/ruleset_format.py"
        assert path.read_text(encoding="utf-8") == content, message


def test_every_key_is_described_and_no_description_is_left_over() -> None:
    described = {
        meaning(record.name, key.name).id for record in RECORDS.values() for key in record.keys
    }
    assert described == {name for name in catalogue() if name.startswith("format.key.")}


def test_the_guide_shows_every_record_that_a_person_writes() -> None:
    guide = next(content for path, content in written().items() if path.suffix == ".md")
    shown = {
        name for part in guide.split("<!-- keys: ")[1:] for name in part.split(" -->")[0].split()
    }
    assert {name for name in RECORDS if name not in shown} == set()
    assert filled(guide) == guide
    with pytest.raises(KeyError):
        filled("<!-- keys: nothing -->\n<!-- /keys -->")


def rule(text: str) -> Any:
    """The change of one rule: of the invented table, row 1.1."""
    import yaml

    return ("rule", yaml.safe_load(text))


BAD: list[Any] = [
    pytest.param(("colour", "red"), id="unknown-key-of-a-row"),
    pytest.param(("max_score", "2,5"), id="decimal-comma"),
    pytest.param(("max_score", True), id="yes-for-a-number"),
    pytest.param(("max_score", {}), id="no-type-of-unit"),
    pytest.param(("code", 1), id="number-for-a-code"),
    pytest.param(("bonus", "có"), id="word-for-a-flag"),
    pytest.param(("inputs", {"row_1": "x"}), id="name-of-a-row-for-an-input"),
    pytest.param(("inputs", {"Số": "x"}), id="name-that-no-workbook-takes"),
    pytest.param(("inputs", {"x": {"label": "x", "unit": "y"}}), id="unknown-key-of-an-input"),
    pytest.param(rule("{counts: x}"), id="no-known-rule"),
    pytest.param(rule("{count: x, full_mark: 1}"), id="unknown-key-of-a-rule"),
    pytest.param(rule("{count: x, bands: [{from: 3}]}"), id="band-without-award"),
    pytest.param(rule("{count: x, bands: [{points: 3}]}"), id="band-without-end"),
    pytest.param(rule("{count: x, bands: [{from: 3, points: 3, share: 1}]}"), id="two-awards"),
    pytest.param(rule("{count: x, bands: [{til: 3, points: 3}]}"), id="unknown-end"),
    pytest.param(rule("{count: x, bands: [{from: '15.1.2025', points: 3}]}"), id="no-date"),
    pytest.param(rule("{count: x, otherwise: {points: 1, per: 1}}"), id="two-awards-otherwise"),
    pytest.param(rule("{ratio: {part: a}}"), id="ratio-without-whole"),
    pytest.param(rule("{ratio: {part: a, whole: b, all: true}}"), id="unknown-key-of-a-ratio"),
    pytest.param(rule("{ratio: {part: a, whole: b}, count: x}"), id="two-rules"),
    pytest.param(rule("{options: {label: x}}"), id="no-list-of-options"),
    pytest.param(rule("{options: [{label: x}]}"), id="option-without-award"),
    pytest.param(rule("{parts: [{points: 3}]}"), id="part-without-label"),
    pytest.param(rule("{sum: [{count: x}], most: 3}"), id="unknown-key-of-a-sum"),
    pytest.param(rule("{cases: [{when: {x: 0}}]}"), id="case-without-rule"),
    pytest.param(rule("{cases: [{when: {x: zero}, rule: {share: 1}}]}"), id="word-in-a-case"),
    pytest.param(rule("{min_max: {leader: true}}"), id="min-max-of-nothing"),
    pytest.param(rule("{min_max: {value: x, best: true}}"), id="unknown-key-of-min-max"),
    pytest.param(rule("{rank: {inverse: true}}"), id="rank-of-nothing"),
]


@pytest.mark.parametrize("change", BAD)
def test_a_wrong_row_fails(change: tuple[str, Any]) -> None:
    document = parsed(INVENTED)
    document["pillars"][0]["indicators"][0][change[0]] = change[1]
    assert list(VALIDATOR.iter_errors(document))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "points"),
        ("id", "td-2025"),
        ("colour", "red"),
        ("criteria", []),
        ("variants", {"so": 1}),
        ("renormalised", "true"),
        ("grades", {"on": "index", "bands": [], "otherwise": "Yếu"}),
        ("grades", {"on": "total", "bands": [{"from": 1}], "otherwise": "Yếu"}),
        ("pillars", None),
    ],
)
def test_a_wrong_table_fails(key: str, value: Any) -> None:
    document = deepcopy(parsed(INVENTED)) | {key: value}
    assert list(VALIDATOR.iter_errors(document))


@pytest.mark.parametrize("of", SCHEMAS.values())
def test_the_verb_prints_it(of: str) -> None:
    done = CliRunner().invoke(rules, ["schema", of])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output) == schema(of)
