"""Random units of a table of any kind: dirty, verified, excluded, typed, substituted."""

from __future__ import annotations

import random
from typing import Any

from scoring.law import Law
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.read_unit import read_submission
from scoring.submission import Submission
from scoring.targets import Plan
from tests.support.level_units import random_results, random_values
from tests.support.units import random_unit


def random_unit_of(law: Law, rng: random.Random, dirty: float = 0.15) -> dict[str, Any]:
    """A unit.json (parsed) of any kind of table."""
    if isinstance(law, LevelTable):
        unit: dict[str, Any] = {"values": random_values(law, rng)}
        unit["typed"] = {"level": rng.randint(0, 5)}
    elif isinstance(law, Plan):
        unit = {"values": random_results(law, rng)}
    else:
        assert isinstance(law, Table)
        unit = random_unit(law, rng, dirty=dirty)
        unit |= _beside(law, rng)
    unit |= _signed(law, rng)
    return unit | {"table": law.id, "name": f"Đơn vị {rng.randint(1, 999)}", "period": "2024"}


def _signed(law: Law, rng: random.Random) -> dict[str, Any]:
    """Who signs, and the evidence: none, beside the rows, or listed with gaps and odd rows."""
    if rng.random() < 0.2:
        return {}
    codes = [row.code for row in law.rows]
    listed = [
        {"row": rng.choice([*codes, ""]), "number": f"{n}/QĐ", "name": f"{n}.pdf", "size": n}
        for n in range(rng.randint(0, 12))
    ]
    signing = {"superior": "UBND TỈNH", "place": "Hải Dương", "signer": 'Ông "A"', "date": ""}
    return {
        "signing": {key: value for key, value in signing.items() if rng.random() < 0.7},
        "attached": {code: f"Văn bản {code}" for code in rng.sample(codes, 3)},
        "documents": [*listed, {}, {"row": codes[0], "date": "01/02/2024"}],
    }


def _beside(table: Table, rng: random.Random) -> dict[str, Any]:
    """What stands beside the figures: typed and verified scores, exclusions, the unit's mark."""
    codes = list(table.by_code)
    some = rng.sample(codes, min(len(codes), 9))
    typed = {code: rng.randint(0, int(table.by_code[code].max_score)) for code in some[:3]}
    verified = {code: int(table.by_code[code].max_score) for code in some[3:5]}
    excluded = dict.fromkeys(some[5 : rng.choice([5, 7])], "Không thuộc đối tượng")
    return {
        "typed": typed | ({"total": rng.randint(1, 900)} if rng.random() < 0.5 else {}),
        "verified": verified if rng.random() < 0.5 else {},
        "excluded": excluded,
        "explanations": {some[7]: "Đã giải trình"},
        "no_online_services": bool(table.no_online_services) and rng.random() < 0.3,
    }


def random_submission(law: Law, rng: random.Random, dirty: float = 0.15) -> Submission:
    """The same, read."""
    return read_submission(random_unit_of(law, rng, dirty), law)
