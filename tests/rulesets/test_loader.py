"""A wrong ruleset stops with file, line and reason; a right one is read exactly as written."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from rulesets import files
from rulesets.errors import RulesetError
from rulesets.kinds.head import Source
from rulesets.kinds.scored import build_scored
from rulesets.laws import load_law
from scoring.model import Table
from scoring.slots import SlotKind

FILE = "hb-2023/xa.yaml"
DECISION = 'id: HB-2023\ntitle: "Quyết định thử"\n'
COMMON = "readings: []\n"
HEAD = """\
id: HB-2023-XA
kind: scored
title: "Bảng thử"
place: "Phụ lục IV"
max_score: 10
info:
  - {code: "1.4", label: "Dân số"}
readings:
  - {id: known, place: "3.4", adopted: "tổng dân số", why: "như văn bản"}
pillars:
  - code: "3"
    name: "Hạ tầng số"
    max_score: 10
    indicators:
"""
ROW = """\
      - code: "9.10"
        name: "Điện thoại thông minh"
        max_score: "2.5"
        inputs:
          a: "Số người"
          b: {label: "Dân số", from_info: "1.4"}
        rule: {ratio: {part: a, whole: b}, full_at: "85%"}
        printed: "a/b"
        readings: [known]
"""
ROW_LINE = HEAD.count("\n") + 1
RULE = '        rule: {ratio: {part: a, whole: b}, full_at: "85%"}\n'


def build(table_id: str, data: dict[str, Any]) -> Table:
    """A scored table made of plain data."""
    return build_scored(data, Source(table_id, FILE, "hb-2023/decision.yaml"))


def parsed(folder: Path, text: str) -> dict[str, Any]:
    """The plain data of a table whose YAML is this text."""
    here = folder / "hb-2023"
    here.mkdir(exist_ok=True)
    documents = {}
    for name, content in (("xa", text), ("decision", DECISION), ("common", COMMON)):
        path = here / f"{name}.yaml"
        path.write_text(content, encoding="utf-8")
        documents[name] = files.parse(path)
    table = documents.pop("xa")
    return {"digest": "0", "table": table} | documents


def rule(text: str) -> str:
    """The row with another rule."""
    return HEAD + ROW.replace(RULE, f"        rule: {text}\n")


def row(old: str, new: str) -> str:
    """The row with one thing changed."""
    assert old in ROW
    return HEAD + ROW.replace(old, new)


def head(old: str, new: str) -> str:
    """The head with one thing changed."""
    assert old in HEAD
    return HEAD.replace(old, new) + ROW


MISTAKES = [
    pytest.param(head("kind: scored", "kind: scored\ncolour: red"), 3, ["khóa lạ «colour»", "kind"],
                 id="unknown-key-of-the-table"),
    pytest.param(row("printed:", "colour: red\n        printed:"), ROW_LINE + 7,
                 ["chỉ số 9.10", "khóa lạ «colour»"], id="unknown-key-of-a-row"),
    pytest.param(row("Dân số\",", "Dân số\", unit: x,"), ROW_LINE + 5, ["«b»", "«unit»"],
                 id="unknown-key-of-an-input"),
    pytest.param(rule("{ratio: {part: a, whole: b}, full_mark: 1}"), ROW_LINE + 6,
                 ["quy tắc", "«full_mark»"], id="unknown-key-of-a-rule"),
    pytest.param(rule("{ratio: {part: a, whole: b, all: true}}"), ROW_LINE + 6, ["ratio", "«all»"],
                 id="unknown-key-of-a-ratio"),
    pytest.param(row("printed:", "name: \"Hai\"\n        printed:"), ROW_LINE + 7,
                 ["«name» bị lặp lại"], id="duplicate-key"),
    pytest.param(head("max_score: 10\ninfo", "max_score: 10\nkind: scored\ninfo"), 6,
                 ["«kind» bị lặp lại"], id="duplicate-key-of-the-table"),
    pytest.param(row('        printed: "a/b"\n', ""), ROW_LINE,
                 ["chỉ số 9.10", "thiếu", "«printed»"],
                 id="missing-printed-text"),
    pytest.param(row(RULE, ""), ROW_LINE, ["chỉ số 9.10", "«rule»"], id="missing-rule"),
    pytest.param(head('title: "Bảng thử"\n', ""), 1, ["bảng", "«title»"], id="missing-title"),
    pytest.param(head('label: "Dân số"', 'unit: "Người"'), 7, ["«label»"], id="missing-label"),
    pytest.param(rule("{ratio: {part: a, whole: c}}"), ROW_LINE + 6, ["«c»", "a, b"],
                 id="rule-uses-an-unknown-input"),
    pytest.param(rule("{count: a}"), ROW_LINE + 3, ["9.10", "không dùng số liệu b"],
                 id="unused-input"),
    pytest.param(row("[known]", "[unheard]"), ROW_LINE + 8, ["9.10", "«unheard»"],
                 id="unknown-reading"),
    pytest.param(row('"2.5"', '"2,5"'), ROW_LINE + 2, ["max_score", "9.10", "'2,5'"],
                 id="decimal-comma-is-not-a-number"),
    pytest.param(row('"2.5"', '"1/0"'), ROW_LINE + 2, ["max_score", "'1/0'"], id="divided-by-zero"),
    pytest.param(row('"2.5"', "true"), ROW_LINE + 2, ["max_score", "True"],
                 id="yes-is-not-a-number"),
    pytest.param(row('full_at: "85%"', 'full_at: "most"'), ROW_LINE + 6, ["full_at", "'most'"],
                 id="word-for-a-number"),
    pytest.param(row('name: "Điện thoại thông minh"', "name: 7"), ROW_LINE + 1,
                 ["name", "dấu nháy"],
                 id="number-for-a-text"),
    pytest.param(row("max_score:", "max_inferred: \"yes\"\n        max_score:"), ROW_LINE + 2,
                 ["max_inferred", "true hoặc false"], id="text-for-a-flag"),
    pytest.param(rule("{options: {label: x}}"), ROW_LINE + 6, ["options", "danh sách"],
                 id="no-list-of-options"),
    pytest.param(rule("{ratios: {part: a, whole: b}}"), ROW_LINE + 6,
                 ["một trong các khóa", "ratio"],
                 id="no-known-rule"),
    pytest.param(rule("[a, b]"), ROW_LINE + 6, ["quy tắc", "đối tượng"],
                 id="a-rule-that-is-a-list"),
    pytest.param(rule("{cases: [{when: {a: 0}, rule: {share: 1}}]}"), ROW_LINE + 6,
                 ["cases", "otherwise"], id="otherwise-missing"),
    pytest.param(rule("{cases: [{otherwise: {share: 1}}, {when: {a: 0}, rule: {share: 1}}]}"),
                 ROW_LINE + 6, ["otherwise", "cuối"], id="otherwise-not-last"),
    pytest.param(rule("{count: a, bands: [{from: 3}]}"), ROW_LINE + 6, ["mức", "«share»"],
                 id="band-without-award"),
    pytest.param(head("id: HB-2023-XA", "id: HB-2023-SO"), 1, ["id", "HB-2023-XA"], id="wrong-id"),
    pytest.param(HEAD + ROW.replace('"a/b"', '"a/b'), 0, ["không đọc được YAML"], id="open-quote"),
    pytest.param(head("max_score: 10\ninfo", "\tmax_score: 10\ninfo"), 5, ["không đọc được YAML"],
                 id="tab-as-indent"),
    pytest.param(rule("{cases: [{when: a, rule: {share: 1}}, {otherwise: {share: 0}}]}"),
                 ROW_LINE + 6, ["when"], id="when-is-a-word"),
    pytest.param(rule("{ratio: {part: a, whole: 5}}"), ROW_LINE + 6, ["whole"],
                 id="number-for-an-input"),
    pytest.param(rule("{count: [a, b]}"), ROW_LINE + 6, ["count"], id="list-for-an-input"),
    pytest.param(row('full_at: "85%"', "full_at: 0"), ROW_LINE + 6, ["full_at"],
                 id="full-mark-at-nothing"),
    pytest.param(row("inputs:\n          a: \"Số người\"\n          b: {label: \"Dân số\", "
                     "from_info: \"1.4\"}", "inputs: [a, b]"), ROW_LINE + 3, ["inputs"],
                 id="a-list-of-inputs"),
    pytest.param(row("[known]", "{known: 1}"), ROW_LINE + 8, ["readings"],
                 id="readings-as-an-object"),
    pytest.param("- 1\n- 2\n", 1, ["tệp phải là một đối tượng"], id="a-file-that-is-a-list"),
    pytest.param("", 1, ["tệp phải là một đối tượng"], id="an-empty-file"),
    pytest.param(rule("{ratio: {part: a, whole: b}, count: a}"), ROW_LINE + 6, ["«count»"],
                 id="two-measures"),
    pytest.param(rule("{ratio: {part: a, whole: b}, full_at: 1, bands: [{from: 1, share: 1}]}"),
                 ROW_LINE + 6, ["«bands»", "«full_at»", "không đi cùng"], id="two-mappings"),
    pytest.param(rule("{ratio: {part: a, whole: b}, otherwise: {share: 1}}"), ROW_LINE + 6,
                 ["«otherwise»", "«bands»"], id="otherwise-without-bands"),
    pytest.param(rule("{share: 1, points: 2}"), ROW_LINE + 6, ["«points»"], id="two-awards"),
    pytest.param(row('"2.5"', "1e999999999"), ROW_LINE + 2, ["max_score", "1e999999999"],
                 id="a-number-that-would-fill-the-memory"),
    pytest.param(row('"2.5"', "9" * 5000), ROW_LINE + 2, ["max_score"], id="5000-digits"),
    pytest.param(row("name:", "code: \"9.11\"\n        name:"), ROW_LINE + 1, ["«code» bị lặp"],
                 id="code-twice-in-a-row"),
    pytest.param(HEAD + ROW + ROW, ROW_LINE + 9, ["mã 9.10 bị lặp lại"], id="row-twice"),
    pytest.param(row("printed:", "bonus: &x true\n        printed:"), ROW_LINE + 7, ["& và *"],
                 id="an-anchor"),
    pytest.param(row("[known]", "!!python/tuple [known]"), ROW_LINE + 8, ["thẻ YAML"], id="a-tag"),
    pytest.param(HEAD + ROW + "---\na: 1\n", ROW_LINE + 9, ["một văn bản"], id="two-documents"),
    pytest.param(rule("[" * 60 + "]" * 60), ROW_LINE + 6, ["lồng quá 40"], id="60-lists-deep"),
    pytest.param(rule("{[a, b]: 1}"), ROW_LINE + 6, ["khóa phải là chữ"], id="a-list-for-a-key"),
    pytest.param(row('"a/b"', '"a\x07b"'), ROW_LINE + 7, ["không đọc được YAML"],
                 id="a-control-character"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), MISTAKES)
def test_a_mistake_is_named_with_file_line_and_reason(
    tmp_path: Path, text: str, line: int, words: list[str]
) -> None:
    with pytest.raises(RulesetError) as error:
        build("HB-2023-XA", parsed(tmp_path, text))
    message = str(error.value)
    assert len(message) < 400, "a message, not the file"
    assert f"{FILE}, line {error.value.line}: " in error.value.say("en") or not line
    assert FILE in message
    if line:
        assert f"{FILE}, dòng {line}:" in message
    assert all(word in message for word in words), message


@pytest.mark.parametrize("number", ["1.5", "9.10", "1e3", "0x10", "1_000", "yes", "~", "Null"])
def test_only_whole_numbers_true_false_and_null_are_special(tmp_path: Path, number: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(f"a: {number}\nb: 10\nc: -3\nd: true\ne: null\n", encoding="utf-8")
    assert files.parse(path) == {"a": number, "b": 10, "c": -3, "d": True, "e": None}


def test_a_right_file_is_read_exactly(tmp_path: Path) -> None:
    table = build("HB-2023-XA", parsed(tmp_path, HEAD + ROW))
    (indicator,) = table.indicators
    assert indicator.code == "9.10"
    assert indicator.max_score == Fraction(5, 2)
    assert indicator.place == "Phụ lục IV, mục 9.10"
    assert [(s.name, s.kind, s.from_info) for s in indicator.slots] == [
        ("a", SlotKind.NUMBER, ()),
        ("b", SlotKind.NUMBER, ("1.4",)),
    ]
    assert [r.adopted for r in indicator.readings] == ["tổng dân số"]
    outcome = indicator.program.run({"a": 34, "b": 80})
    assert outcome.score == Fraction(5, 4)


def test_bare_numbers_and_codes_stay_what_is_written(tmp_path: Path) -> None:
    table = build("HB-2023-XA", parsed(tmp_path, row('"9.10"', "9.10").replace('"2.5"', "2.5")))
    assert table.indicators[0].code == "9.10"
    assert table.indicators[0].max_score == Fraction(5, 2)


def test_text_is_composed(tmp_path: Path) -> None:
    table = build("HB-2023-XA", parsed(tmp_path, head("Bảng thử", "Ba\u0309ng thu\u031b\u0309")))
    assert table.title == "Bảng thử"


def test_the_pure_python_reader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted(files.DATA.rglob("*.yaml"))
    assert len(paths) > 5
    fast = [files.parse(path) for path in paths]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert [files.parse(path) for path in paths] == fast
    assert all(
        node.line
        for node in (files.parse(paths[0]), *files.parse(files.source_path("HB-2023-XA"))["info"])
    )


@pytest.mark.parametrize("table_id", ["HB-2023", "HB-2024-XA", "hb-2023-xa", "", "../x-y-z"])
def test_an_unknown_table_is_a_key_error(table_id: str) -> None:
    with pytest.raises(KeyError):
        load_law(table_id)
