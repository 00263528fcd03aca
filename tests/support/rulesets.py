"""Rulesets of one's own, for tests: a small decision in a folder, spoilt as a test asks."""

from __future__ import annotations

from pathlib import Path

DECISION = 'id: vd-2026\ntitle: "Quyết định ví dụ"\n'
SOURCE = "Hạ tầng số. Điện thoại thông minh. Có kết nối. a/b. Có: Điểm tối đa. Không: 0 điểm\n"
TABLE = """\
id: VD-2026-XA
kind: scored
title: "Bảng ví dụ"
place: "Phụ lục I"
max_score: 20
info: []
pillars:
  - code: "1"
    name: "Hạ tầng số"
    max_score: 20
    indicators:
      - code: "1.1"
        name: "Có kết nối"
        max_score: 10
        rule: {options: [{label: "Có", share: 1}, {label: "Không", share: 0}]}
        printed: "Có: Điểm tối đa. Không: 0 điểm"
      - code: "1.2"
        name: "Điện thoại thông minh"
        max_score: 10
        inputs: {a: "Số người", b: "Dân số"}
        rule: {ratio: {part: a, whole: b}, full_at: "85%"}
        printed: "a/b"
"""
CASES = """\
table: VD-2026-XA
cases:
  - {name: "Đúng 85% thì đủ điểm", code: "1.2", inputs: {a: 85, b: 100}, score: 10}
"""
ID = "VD-2026-XA"


def write_decision(folder: Path, name: str = "vd-2026", **files: str) -> Path:
    """Write a folder of tables, `folder`, with one decision; `xa="…"` changes a file."""
    here = folder / name
    here.mkdir(parents=True, exist_ok=True)
    contents = {"decision": DECISION, "xa": TABLE} | files
    for stem, content in contents.items():
        (here / f"{stem}.yaml").write_text(content, encoding="utf-8")
    (here / "source.txt").write_text(SOURCE, encoding="utf-8")
    return folder


def line_of(text: str, content: str = TABLE) -> int:
    """The line on which a text first stands."""
    return content[: content.index(text)].count("\n") + 1
