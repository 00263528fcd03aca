"""The schema for editors: right files pass, wrong ones fail, no key of the loader is unknown."""

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
from rulesets.fields import Fields
from rulesets.loader import build
from rulesets.schema import schema

INVENTED = Path(__file__).parents[1] / "decisions" / "td-2025" / "donvi.yaml"
TABLES = sorted(p for p in files.DATA.glob("*/*.yaml") if p.stem != "decision")
VALIDATOR = Draft202012Validator(schema())


def parsed(path: Path) -> Any:
    return json.loads(json.dumps(files.parse(path)))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "path", [*TABLES, INVENTED], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_right_file_passes(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(parsed(path))] == []


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


def test_it_knows_every_key_that_the_loader_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    raw, contains = Fields.raw, Fields.__contains__

    def spy(fields: Fields, key: str, default: Any = None) -> Any:
        if "decision" not in fields.where and "common" not in fields.where:
            asked.add(key)
        return raw(fields, key, default)

    def spied(fields: Fields, key: str) -> bool:
        asked.add(key)
        return contains(fields, key)

    monkeypatch.setattr(Fields, "raw", spy)
    monkeypatch.setattr(Fields, "__contains__", spied)
    common = {"common": files.parse(files.DATA / "common.yaml"), "digest": "0"}
    decision = files.parse(INVENTED.parent / "decision.yaml")
    build("TD-2025-DONVI@so", {"table": files.parse(INVENTED), "decision": decision} | common)
    assert len(asked) > 60
    known: set[str] = set()

    def collect(node: Any) -> None:
        if isinstance(node, dict):
            known.update(node.get("properties", {}))
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(schema())
    assert asked - known == set()


def test_the_verb_prints_it() -> None:
    done = CliRunner().invoke(rules, ["schema"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output) == schema()
