"""Random units of scored tables with everything an office types: dirty, appraised, left out."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from scoring.assess import ScoredAssessment, assess_scores
from scoring.model import Table
from scoring.read_unit import read_submission
from scoring.submission import Submission
from tests.support.units import random_inputs

SCORED = (
    "VN-2024-HUYEN",
    "HB-2023-SO",
    "HB-2023-HUYEN",
    "HB-2023-XA",
    "HD-2024-SO",
    "HD-2024-HUYEN",
)


def messy_unit(table: Table, seed: int) -> dict[str, Any]:
    """A unit.json: each seed leans on another way of being unfinished, appraised or wrong."""
    rng = random.Random(f"{table.id}-{seed}")
    dirty = (0.0, 0.5, 0.15, 0.0, 0.9)[seed % 5]
    blank = (0.0, 0.1, 0.0, 0.5, 0.3)[seed % 5]
    unit: dict[str, Any] = {"table": table.id, "name": f"Đơn vị {seed}", "period": "2024"}
    unit["inputs"] = {
        row.code: _odd(random_inputs(row, rng, dirty), rng, dirty / 4)
        for row in table.indicators
        if rng.random() >= blank
    }
    unit["info"] = {
        line.code: rng.choice([0, 7, 80, 1200, 3_456_789, Decimal("2.5"), 40000])
        for line in table.info
        if rng.random() < 0.7
    }
    if seed % 5 == 4:
        unit["info"] |= {line.code: -3 for line in table.info[3:5]}
    if seed % 3 != 0:
        unit["excluded"] = {
            row.code: rng.choice(["", "Đơn vị không có nhiệm vụ này"])
            for row in table.indicators
            if rng.random() < (0.05 if seed % 2 else 0.4)
        }
    if seed % 4 in (1, 2):
        unit["verified"] = {
            row.code: Decimal(rng.randint(0, 100)) / 100 * Decimal(float(row.max_score))
            for row in table.indicators
            if rng.random() < (0.2, 0.9)[seed % 2]
        }
    unit["no_online_services"] = bool(table.no_online_services) and seed % 2 == 0
    return unit


def _odd(inputs: dict[str, Any], rng: random.Random, odd: float) -> dict[str, Any]:
    """Figures that no cell takes: words, negative numbers, days that were counts."""
    for name, value in inputs.items():
        if isinstance(value, list) or rng.random() >= odd:
            continue
        inputs[name] = rng.choice(["chưa có", -3, 45638, "12"])
    return inputs


def with_typed(table: Table, unit: dict[str, Any], seed: int) -> Submission:
    """The unit with scores typed by hand: right, rounded or beside it, in rows and sums."""
    rng = random.Random(f"typed-{table.id}-{seed}")
    assessed = assess_scores(table, read_submission(unit, table))
    typed: dict[str, Any] = {}
    for row in assessed.rows:
        if rng.random() < 0.6:
            exact = float(row.score or 0)
            slip = rng.choice([0, 0, 0, 0.004, 0.01, -1.06, 0.005, 2])
            typed[row.code] = Decimal(str(round(exact + slip, rng.choice([0, 1, 2, 2, 2, 3, 6]))))
    for pillar in assessed.pillars:
        if rng.random() < 0.7:
            own = [typed.get(row.code, 0) for row in assessed.rows if row.row.pillar == pillar.code]
            right = Decimal(str(round(float(pillar.score), 2)))
            typed[pillar.code] = rng.choice([right, sum(own, Decimal(0)), right + 1])
    if rng.random() < 0.7:
        typed["total"] = Decimal(str(round(float(assessed.total), 2))) + rng.choice([0, 0, 3])
    return read_submission({**unit, "typed": typed}, table)


def assessed_unit(table: Table, seed: int) -> ScoredAssessment:
    """The assessment of a messy unit with typed scores."""
    return assess_scores(table, with_typed(table, messy_unit(table, seed), seed))
