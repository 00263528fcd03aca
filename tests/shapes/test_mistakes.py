"""What the wider rule types refuse, with file, line and reason in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rulesets import files
from rulesets.errors import RulesetError
from rulesets.kinds.head import Source
from rulesets.kinds.scored import build_scored
from scoring.model import Table
from tests.shapes.conftest import DECISION
from tests.shapes.units import SO

SOURCE = (DECISION / "donvi.yaml").read_text(encoding="utf-8")


def build(table_id: str, data: dict[str, Any]) -> Table:
    return build_scored(data, Source(table_id, "td-2025/donvi.yaml", "td-2025/decision.yaml"))


def parsed(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "td-2025" / "donvi.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return {
        "digest": "0",
        "table": files.parse(path),
        "decision": files.parse(DECISION / "decision.yaml"),
        "common": files.parse(files.DATA / "common.yaml"),
    }


MISTAKES = [
    pytest.param("{exactly: 4, points: 20}", "{exactly: 4, from: 3, points: 20}", "cần một đầu",
                 id="a-number-and-a-bound"),
    pytest.param("{above: \"90%\", share: 1}", "{above: \"90%\", from: 1, share: 1}",
                 "một đầu dưới và một đầu trên", id="two-lower-ends"),
    pytest.param("{up_to: 0, points: 10}", "{points: 10}", "cần một đầu", id="no-end"),
    pytest.param('up_to: "2025-01-15"', 'up_to: "15/01/2025"', 'phải là ngày viết "2024-01-15"',
                 id="a-date-in-another-writing"),
    pytest.param('up_to: "2025-01-15"', "up_to: 15", "phải là ngày", id="a-number-for-a-date"),
    pytest.param("each: -4, at_least: -6", "each: -4", "cần «at_least»", id="endless-deduction"),
    pytest.param('"row 4.2": 0', '"row 4.9": 0', "hỏi điểm dòng «4.9» không có",
                 id="a-row-that-is-not-there"),
    pytest.param('"row 4.2": 0', '"row 4.5": 0', "«4.5» không có trong bảng",
                 id="a-row-of-another-type-of-unit"),
    pytest.param('"row 4.2": 0', '"row 4.1": 0', "thành vòng: 4.1 → 4.1",
                 id="a-row-asks-for-itself"),
    pytest.param('"row 4.2": 0', '"row 4.2": true', "hỏi bằng số", id="a-score-is-no-yes"),
    pytest.param(", capped: true}, full_at", "}, full_at", "cần «capped: true»",
                 id="a-change-is-no-part"),
    pytest.param("leader: true", "leader: true, inverse: true", "không đi cùng nhau",
                 id="leader-and-inverse"),
    pytest.param("max_score: {so: 10, huyen: 20}", "max_score: {so: 10}", "đủ các loại đơn vị",
                 id="a-type-of-unit-is-missing"),
    pytest.param('variants: {so: "Sở, ban, ngành", huyen: "UBND huyện"}', "variants: [so, huyen]",
                 "«variants»", id="variants-are-a-list"),
    pytest.param("on: percent", "on: index", "là một trong: percent, total", id="grade-on-what"),
    pytest.param('{above: "50%", name: "Khá"}', '{name: "Khá"}', "cần một đầu",
                 id="a-grade-without-end"),
    pytest.param("renormalised: true", "renormalised: 1", "true hoặc false", id="renormalised"),
    pytest.param("bonus: true", "bonus: 5", "true hoặc false", id="bonus"),
    pytest.param("{day: {label: \"Ngày ban hành\", date: true}}",
                 "{row_1: {label: \"Ngày ban hành\", date: true}}", "không bắt đầu bằng row_",
                 id="an-input-named-like-a-row"),
    pytest.param("{min_max: {value: value, leader: true}}",
                 "{sum: [{min_max: {value: value}}, {rank: {value: value, inverse: true}, "
                 "each: 1, at_most: 3}, {min_max: {count: value, leader: true}}], at_most: 10}", "",
                 id="one-figure-in-one-cohort-is-fine"),
    pytest.param("rank: {ratio: {part: a, whole: b}}\n          bands:",
                 "rank: {ratio: {part: a, whole: b}}\n          steps:", "khóa lạ «steps»",
                 id="a-rank-is-no-share"),
    pytest.param("{count: c, full_at: 5, share: \"4/5\"}",
                 "{sum: [{min_max: {count: c}}, {min_max: {count: a}}]}",
                 "một dòng chỉ so với cụm theo một số liệu", id="two-cohorts-in-a-row"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "reason"), MISTAKES)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in SOURCE
    data = parsed(tmp_path, SOURCE.replace(old, new, 1))
    if not reason:
        assert build(SO, data).by_code
        return
    with pytest.raises(RulesetError) as error:
        build(SO, data)
    assert reason in str(error.value)
    assert "td-2025/donvi.yaml, dòng " in str(error.value)


def test_rows_that_ask_for_each_other_are_a_circle(tmp_path: Path) -> None:
    change = 'rule: {ratio: {part: {a: 1, b: -1}, whole: b, capped: true}, full_at: "20%"}'
    case = (
        'rule: {cases: [{when: {"row 4.1": 0}, rule: {share: 0}}, '
        "{otherwise: {ratio: {part: a, whole: b, capped: true}}}]}"
    )
    assert change in SOURCE
    with pytest.raises(RulesetError, match=r"4\.1 → 4\.2 → 4\.1"):
        build(SO, parsed(tmp_path, SOURCE.replace(change, case)))
