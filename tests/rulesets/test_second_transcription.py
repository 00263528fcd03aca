"""Every table was transcribed twice, independently; here the two are compared, row by row.

The second transcription (tests/oracle) is plain Python written from the printed text alone.
"""

from __future__ import annotations

import importlib
import random
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.model import Indicator
from scoring.read_figures import read_inputs
from scoring.rules import Options
from tests.support.units import random_inputs

TABLES = {
    "VN-2024-HUYEN": "vn_2024_huyen",
    "HB-2023-XA": "hb_2023_xa",
    "HB-2023-SO": "hb_2023_so",
    "HB-2023-HUYEN": "hb_2023_huyen",
    "HD-2024-SO": "hd_2024_so",
    "HD-2024-HUYEN": "hd_2024_huyen",
}
ROWS = [
    pytest.param(table, code, id=f"{table}-{code}")
    for table in TABLES
    for code in load_scored(table).by_code
]


def oracle(table: str) -> Any:
    return importlib.import_module(f"tests.oracle.{TABLES[table]}")


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def exact(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, list):
        return [exact(item) for item in value]
    return Fraction(value) if isinstance(value, int | Decimal) else Fraction(str(value))


def for_oracle(inputs: dict[str, Any]) -> dict[str, Any]:
    """The same inputs as the oracle takes them: exact numbers, options as int."""
    return {
        name: value if name in ("option", "sub_options", "parts") else exact(value)
        for name, value in inputs.items()
    }


@pytest.mark.parametrize("table", TABLES)
def test_rows_pillars_and_maxima_agree(table: str) -> None:
    law, second = load_scored(table), oracle(table)
    assert list(law.by_code) == list(second.ROWS)
    assert {p.code: (plain(p.name), p.max_score) for p in law.pillars} == {
        code: (plain(name), maximum) for code, (name, maximum) in second.PILLARS.items()
    }
    assert law.max_score == second.TOTAL


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_texts_agree(table: str, code: str) -> None:
    row, second = load_scored(table).by_code[code], oracle(table).ROWS[code]
    assert plain(row.name) == plain(second.name)
    assert row.max_score == second.max
    assert plain(row.printed) == plain(second.printed)
    assert plain(row.evidence) == plain(second.evidence)
    assert plain(row.lead_agency) == plain(second.lead_agency)
    assert plain(row.coordinating_agency) == plain(second.coordinating_agency)


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_inputs_and_options_agree(table: str, code: str) -> None:
    row, second = load_scored(table).by_code[code], oracle(table).ROWS[code]
    names = dict.fromkeys(slot.input or slot.name for slot in row.slots)
    assert set(names) - {"cohort"} == set(second.inputs) - {"cohort"}
    rule = row.rule
    if isinstance(rule, Options):
        assert len([o for o in rule.options if not o.added]) == second.options
    assert len([s for s in row.slots if s.place]) == second.parts or not second.parts


@pytest.mark.parametrize(("table", "code"), ROWS)
def test_scores_agree_on_random_figures(table: str, code: str) -> None:
    row, second = load_scored(table).by_code[code], oracle(table).ROWS[code]
    rng = random.Random(f"{table} {code}")
    for _ in range(200):
        inputs = random_inputs(row, rng, dirty=0.25)
        assert score(row, inputs) == second.score(for_oracle(inputs)), inputs


def score(row: Indicator, inputs: dict[str, Any]) -> Fraction | None:
    return row.program.run(read_inputs(row, inputs), row.code).score
