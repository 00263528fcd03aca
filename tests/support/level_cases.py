"""Writes the conformance cases of levels tables and plans; the answers are the oracle's.

    python -m tests.support.level_cases

The expected answers come from the second transcription (tests/oracle), never from the engine.
"""

from __future__ import annotations

import importlib
import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

from rulesets.laws import load_levels, load_plan
from tests.support.level_units import best_values, random_results, random_values, values_for

CASES = Path(__file__).parents[1] / "cases"
LEVELS = {"BTTTT-2024-XA": "btttt_2024_xa", "BTTTT-2024-HUYEN": "btttt_2024_huyen"}
PLANS = {"VN-2023-KEHOACH": "vn_2023_kehoach"}
RESULTS = {True: "Đạt", False: "Chưa đạt", None: "Không xét"}

Line = dict[str, Any]


def oracle(table_id: str) -> Any:
    return importlib.import_module(f"tests.oracle.{(LEVELS | PLANS)[table_id]}")


def results(plan_id: str, values: dict[str, Any]) -> dict[str, str]:
    """The oracle's judgement of every row; a header by its sub-rows."""
    rows = oracle(plan_id).TARGETS
    judged = {code: RESULTS[row.met(values.get(code))] for code, row in rows.items()}
    for code, row in rows.items():
        if row.kind == "header":
            below = {judged[sub] for sub in rows if sub.startswith(f"{code}.")}
            met = "Đạt" if below == {"Đạt"} else "Không xét"
            judged[code] = "Chưa đạt" if "Chưa đạt" in below else met
    return judged


def level_cases(table_id: str) -> list[tuple[Line, Line]]:
    """Cases with their answers: just enough for each level, the best, nothing, random ones."""
    table, rng = load_levels(table_id), random.Random(table_id)
    units = [values_for(table, level) for level in range(1, 6)]
    units += [best_values(table), {}, *(random_values(table, rng) for _ in range(80))]
    cases = []
    for number, values in enumerate(units, 1):
        level, blocking = oracle(table_id).level(values)
        case: Line = {"id": f"{table_id}-{number}", "table": table_id, "values": values}
        answer: Line = {"id": case["id"], "level": level, "blocking": blocking}
        cases.append((case, answer))
        if number % 10 == 1:
            unit = {"table": table_id, "name": f"Đơn vị {number}", "values": values}
            as_unit = {"id": f"{case['id']}-unit", "unit": unit}
            points = dict.fromkeys(("total", "max", "index"))
            head = {"id": as_unit["id"], "table": table_id, "name": unit["name"]}
            cases.append((as_unit, head | points | {"level": level, "blocking": blocking}))
    return cases


def plan_cases(plan_id: str) -> list[tuple[Line, Line]]:
    """Cases with their answers for a plan."""
    plan, rng = load_plan(plan_id), random.Random(plan_id)
    cases = []
    for number, values in enumerate([{}, *(random_results(plan, rng) for _ in range(40))], 1):
        case: Line = {"id": f"{plan_id}-{number}", "table": plan_id, "values": values}
        cases.append((case, {"id": case["id"], "results": results(plan_id, values)}))
    return cases


def without_id(answer: Line) -> Line:
    """An answer as it stands beside its question."""
    return {key: value for key, value in answer.items() if key != "id"}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    raise TypeError(value)


def main() -> None:
    """Write all files."""
    made = {name: level_cases(name) for name in LEVELS} | {name: plan_cases(name) for name in PLANS}
    for name, cases in made.items():
        lines = [case | {"expected": without_id(answer)} for case, answer in cases]
        text = "".join(json.dumps(i, ensure_ascii=False, default=_plain) + "\n" for i in lines)
        (CASES / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
