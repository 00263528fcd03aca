"""No rule gives more than the maximum of its row, in any of its forms."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rulesets import files
from rulesets.errors import RulesetError
from rulesets.laws import load_law, load_scored
from scoring.slots import SlotKind
from tests.support.rulesets import ID, TABLE, line_of, write_decision

RULE = 'rule: {ratio: {part: a, whole: b}, full_at: "85%"}'
ABOVE = [
    ("{options: [{label: x, points: 15}]}", "", 15),
    ('{options: [{label: x, share: "3/2"}]}', "", 15),
    ("{parts: [{label: x, points: 6}, {label: y, points: 6}]}", "", 12),
    ('{options: [{label: x, sub_options: [{label: y, share: 1}, {label: z, share: "1/2"}]}]}',
     "", 15),
    ("{share: 2}", "", 20),
    ("{points: 11}", "", 11),
    ("{count: a, bands: [{from: 3, points: 11}]}", "a", 11),
    ("{count: a, bands: [{from: 3, points: 5}], otherwise: {points: 12}}", "a", 12),
    ("{count: a, each: 2, at_most: 12}", "a", 12),
    ("{count: a, each: -1, start: 12, at_least: 0}", "a", 12),
    ("{count: a, bands: [{up_to: 30, per: 20}]}", "a", 15),
    ("{sum: [{ratio: {part: a, whole: b}}, {ratio: {part: a, whole: b}}]}", "a b", 20),
    ("{sum: [{ratio: {part: a, whole: b}}, {points: 5}], at_most: 11}", "a b", 11),
    ("{best: [{ratio: {part: a, whole: b}}, {points: 11}]}", "a b", 11),
    ("{cases: [{when: {a: 0}, rule: {points: 11}}, {otherwise: {ratio: {part: a, whole: b}}}]}",
     "a b", 11),
    ("{min_max: {count: a, highest: 2}}", "a", 20),
    ("{ratio: {part: a, whole: b}, share: 2}", "a b", 20),
    ("{ratio: {part: a, whole: b}, each: 11}", "a b", 11),
    ('{ratio: {part: a, whole: b}, bands: [{up_to: 1, per: "85%"}]}', "a b", Fraction(200, 17)),
    ("{rank: {count: a}, bands: [{exactly: 1, points: 11}]}", "a", 11),
]  # fmt: skip
ENDLESS = [
    ("{count: a, each: 2}", "a"),
    ("{count: a, bands: [{from: 3, per: 10}]}", "a"),
    ("{count: a, minus: b, each: -1, at_least: -5}", "a b"),
    ("{ratio: {part: a, whole: b, capped: true}, bands: [{from: 0, per: 1}]}", "a b"),
    ("{sum: [{count: a, each: 1}, {points: 1}]}", "a"),
]
FINE = [
    ("{count: a, each: 2, at_most: 10}", "a"),
    ("{sum: [{count: a, each: 1}, {points: 1}], at_most: 10}", "a"),
    ('{ratio: {part: a, whole: b}, bands: [{from: "85%", share: 1}], otherwise: {per: "85%"}}',
     "a b"),
    ('{ratio: {part: a, whole: b}, bands: [{above: "70%", share: 1}, {from: "30%", per: "100%"}]}',
     "a b"),
    ("{count: a, minus: b, each: -1, start: 10, at_least: -5, at_most: 10}", "a b"),
    ("{ratio: {part: a, whole: b}, each: 10}", "a b"),
    ("{count: a, bands: [{from: 30, share: 1}, {up_to: 30, per: 30}]}", "a"),
]  # fmt: skip


def table_with(rule: str, inputs: str, extra: str = "") -> str:
    used = ", ".join(f'{name}: "{name}"' for name in inputs.split())
    text = TABLE.replace('inputs: {a: "Số người", b: "Dân số"}', f"inputs: {{{used}}}{extra}")
    return text.replace(RULE, f"rule: {rule}")


@pytest.mark.parametrize(("rule", "inputs", "most"), ABOVE)
def test_a_rule_that_can_give_more_is_refused(
    rule: str, inputs: str, most: Fraction, tmp_path: Path
) -> None:
    text = table_with(rule, inputs)
    folder = write_decision(tmp_path, xa=text)
    with files.added([folder]), pytest.raises(RulesetError) as error:
        load_law(ID)
    assert error.value.line == line_of(f"rule: {rule}", text)
    assert error.value.reason.id == "rules.above_maximum"
    assert error.value.reason.data["most"] == most
    assert "quá điểm tối đa 10" in str(error.value)


@pytest.mark.parametrize(("rule", "inputs"), ENDLESS)
def test_a_rule_without_an_upper_end_is_refused(rule: str, inputs: str, tmp_path: Path) -> None:
    folder = write_decision(tmp_path, xa=table_with(rule, inputs))
    with files.added([folder]), pytest.raises(RulesetError, match="at_most"):
        load_law(ID)


@pytest.mark.parametrize(("rule", "inputs"), FINE)
def test_a_rule_that_keeps_within_its_maximum_is_taken(
    rule: str, inputs: str, tmp_path: Path
) -> None:
    folder = write_decision(tmp_path, xa=table_with(rule, inputs))
    with files.added([folder]):
        assert load_scored(ID).by_code["1.2"].rule.ceiling(Fraction(10)) == 10


def test_a_bonus_and_another_reading_are_held_to_it_too(tmp_path: Path) -> None:
    bonus = table_with("{count: a, each: 2, at_most: 12}", "a", "\n        bonus: true")
    alternative = (
        TABLE.replace(
            RULE, f"{RULE}\n        readings: [r]\n        alternatives: {{r: {{share: 2}}}}"
        )
        + 'readings: [{id: r, place: "1.2", adopted: "x", why: "y"}]\n'
    )
    for number, text in enumerate((bonus, alternative)):
        folder = write_decision(tmp_path / str(number), xa=text)
        with files.added([folder]), pytest.raises(RulesetError, match="quá điểm tối đa 10"):
            load_law(ID)


SCORED = [t for t in files.table_ids() if load_law(t).kind == "scored"]


@pytest.mark.parametrize("table_id", SCORED)
def test_what_the_engine_gives_lies_between_floor_and_ceiling(table_id: str) -> None:
    rng = random.Random(table_id)
    scored = 0
    for row in load_scored(table_id).indicators:
        high = row.rule.ceiling(row.max_score)
        assert high == row.max_score, row.code
        for _ in range(40):
            figures: dict[str, Any] = {slot.name: _figure(slot, rng) for slot in row.slots}
            score = row.program.run(figures).score
            if score is not None:
                scored += 1
                assert row.min_score <= score <= high, (row.code, figures)
    assert scored > 200


def _figure(slot: Any, rng: random.Random) -> Any:
    if slot.kind is SlotKind.ANSWER:
        return rng.random() < 0.5
    if slot.kind is SlotKind.OPTION:
        return rng.randint(1, max(1, len(slot.options)))
    if slot.kind is SlotKind.COHORT:
        return (Fraction(0), Fraction(1, 2), Fraction(40))
    if slot.kind is SlotKind.PERCENT:
        return Fraction(rng.randint(0, 100), 100)
    return Fraction(rng.choice([0, 1, 2, 3, 5, 9, 10, 20, 30, 41, 1000]))
