"""The guide for those who write rulesets is true: its files load, its commands answer so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rulesets import files
from rulesets.laws import load_scored
from tests.support.command import dti
from tests.support.rulesets import ID, TABLE, write_decision

GUIDE = (Path(__file__).parents[2] / "docs" / "vi" / "them-bo-chi-so.md").read_text(
    encoding="utf-8"
)
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)
NAMED = {
    match[1]: block
    for _, block in BLOCKS
    if (match := re.match(r"# (vd-2026/[a-z.]+)\n", block)) is not None
}
RULES = [block for kind, block in BLOCKS if kind == "yaml" and "\nrule:" in f"\n{block}"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The guide's own decision, as it is printed."""
    here = tmp_path / "bo-chi-so" / "vd-2026"
    here.mkdir(parents=True)
    for name, content in NAMED.items():
        (here / Path(name).name).write_text(content, encoding="utf-8")
    return here.parent


def test_the_guide_prints_every_file_of_a_decision() -> None:
    assert {Path(name).name for name in NAMED} == {
        "source.txt",
        "decision.yaml",
        "xa.yaml",
        "xa.cases.yaml",
    }


def test_its_commands_answer_as_printed(folder: Path) -> None:
    answered = 0
    for kind, block in BLOCKS:
        if kind != "console":
            continue
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            asked, _, printed = command.partition("\n")
            words = asked.split()[1:]
            if "rules" not in words:
                continue  # the other verbs have guides of their own
            words = [w for w in words if w not in ("--rulesets", "bo-chi-so")]
            done = dti("--rulesets", folder, *words)
            assert done.status == 0, (asked, done.err, done.out)
            if printed.strip():
                answered += 1
                assert done.out.strip() == printed.strip(), asked
    assert answered == 2


@pytest.mark.parametrize("block", RULES, ids=range(len(RULES)))
def test_every_rule_it_shows_loads(block: str, tmp_path: Path) -> None:
    indented = "".join(f"        {line}\n" for line in block.splitlines())
    old = TABLE[TABLE.index("        inputs:") : TABLE.index('        printed: "a/b"')]
    folder = write_decision(tmp_path, xa=TABLE.replace(old, indented).replace("1.1", "4.2"))
    with files.added([folder]):
        assert "1.2" in load_scored(ID).by_code


Spoil = Callable[[str], str]


def swap(old: str, new: str) -> Spoil:
    """The guide's table with one thing typed wrong."""

    def spoilt(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return spoilt


RULE = 'rule: {ratio: {part: a, whole: b}, full_at: "85%"}'
WRONG: dict[str, Spoil] = {
    '`full_at: "0,85"`': swap('"85%"', '"0,85"'),
    '`full_form: "85%"`': swap("full_at", "full_form"),
    "`part: d`": swap("part: a", "part: d"),
    "`whole: a`": swap("whole: b", "whole: a"),
    "`{ratios: {part: a, whole: b}}`": swap(RULE, "rule: {ratios: {part: a, whole: b}}"),
    "`{points: 15}`": swap(RULE, "rule: {points: 15}"),
    "`{count: a, each: 2}`": swap(RULE, "rule: {count: a, each: 2}"),
    "`{count: a, bands: [{share: 1}]}`": swap(RULE, "rule: {count: a, bands: [{share: 1}]}"),
    "`{cases: [{when: {a: 0}, rule: {share: 1}}]}`": swap(
        RULE, "rule: {cases: [{when: {a: 0}, rule: {share: 1}}]}"
    ),
    "hai lần `place`": swap('place: "Phụ lục I"', 'place: "Phụ lục I"\nplace: "Phụ lục II"'),
    "`nam:` thay cho `name:`": swap('name: "Tỷ lệ', 'nam: "Tỷ lệ'),
    "`code: 1` không có nháy": swap('- code: "1"\n', "- code: 1\n"),
    "`share: một`": swap("share: 1}", "share: một}"),
    "`bonus: yes`": swap('evidence: "Báo cáo của xã"', "bonus: yes"),
    "`readings: [population-total]`": swap("[households-from-info]", "[population-total]"),
    "quên dùng cách hiểu": swap("        readings: [households-from-info]\n", ""),
    "`max_score: 25` ở chỉ số chính": swap("    max_score: 20\n", "    max_score: 25\n"),
    'hai dòng mã `"1.1"`': swap('- code: "1.2"', '- code: "1.1"'),
    'mã `"2.2"` trong chỉ số chính 1': swap('- code: "1.2"', '- code: "2.2"'),
    '`from_info: "1.40"`': swap('from_info: "1.2"', 'from_info: "1.40"'),
    "`id: VD-2026-SO` trong `xa.yaml`": swap("id: VD-2026-XA", "id: VD-2026-SO"),
    "`kind: score`": swap("kind: scored", "kind: score"),
    "`&x` và `*x` của YAML": swap('"Phụ lục I"', '&x "Phụ lục I"'),
    "Tab để thụt lề": swap("    max_score: 20", "\tmax_score: 20"),
    "dấu `:` ngoài nháy": swap('title: "BỘ CHỈ SỐ', "title: BỘ: CHỈ SỐ"),
    "tệp không phải UTF-8": lambda text: "",
    "thiếu `decision.yaml`": lambda text: text,
}
SAID = {
    cells[0].strip(): cells[1].strip().strip("`")
    for line in GUIDE[GUIDE.index("| gõ | lệnh soát nói |") :].splitlines()[2:]
    if len(cells := line.strip().strip("|").split(" | ")) == 2
}


def test_every_mistake_of_the_guide_is_tried() -> None:
    assert set(SAID) == set(WRONG)


@pytest.mark.parametrize("mistake", WRONG)
def test_lint_says_what_the_guide_says(mistake: str, folder: Path) -> None:
    table = folder / "vd-2026" / "xa.yaml"
    text = WRONG[mistake](table.read_text(encoding="utf-8"))
    table.write_bytes(text.encode("utf-8") or b"\xff\xfe")
    if mistake == "thiếu `decision.yaml`":
        (folder / "vd-2026" / "decision.yaml").unlink()
    done = dti("rules", "lint", ID, "--rulesets", folder)
    assert done.status == 1, done.out
    assert SAID[mistake] in done.out
    assert str(folder / "vd-2026") in done.out
