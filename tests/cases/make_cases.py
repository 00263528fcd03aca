"""Write the conformance suite: `python -m tests.cases.make_cases`.

Expected scores come from tests/oracle, the independent second transcription, never from the
engine; expected findings from the adopted readings (`shapes`, `rows`).
"""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.cases.rows import cases
from tests.cases.shapes import READING, Case
from tests.cases.texts import TEXTS

HERE = Path(__file__).parent
TABLES = {
    "VN-2024-HUYEN": "vn_2024_huyen",
    "HB-2023-XA": "hb_2023_xa",
    "HB-2023-SO": "hb_2023_so",
    "HB-2023-HUYEN": "hb_2023_huyen",
    "HD-2024-SO": "hd_2024_so",
    "HD-2024-HUYEN": "hd_2024_huyen",
}
NO_ONLINE_SERVICES = {
    "HB-2023-SO": ("6.3", "6.4"),
    "HB-2023-HUYEN": ("6.4",),
    "HB-2023-XA": ("6.3",),
}
Lines = list[dict[str, Any]]


def oracle(table: str) -> Any:
    """The second transcription of a table."""
    return importlib.import_module(f"tests.oracle.{TABLES[table]}")


def exact(value: Any) -> Any:
    """A JSON value as the second transcription takes it."""
    if isinstance(value, list):
        return [exact(item) for item in value]
    return Fraction(value) if isinstance(value, Decimal) else value


def score(row: Any, case: Case) -> Fraction | None:
    """The score by the second transcription; none where something forbids one."""
    _, inputs, codes = case
    if set(codes) - {READING}:
        return None
    result = row.score({name: exact(value) for name, value in inputs.items()})
    if result is None:
        raise AssertionError(f"the second transcription gives no score: {case}")
    return Fraction(result)


def plain(number: Fraction | None) -> int | float | None:
    """A number as the contract writes it."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)


def table_cases(table: str) -> Lines:
    """Every row of a table: one line a case, what is expected beside its question."""
    lines: Lines = []
    for code, row in oracle(table).ROWS.items():
        for case in cases(table, code, row):
            key = f"{table} {code} {case[0]}"
            line = {"id": key, "table": table, "code": code, "inputs": case[1]}
            answer = {"score": plain(score(row, case)), "findings": sorted(case[2])}
            lines.append(line | {"expected": answer})
    return lines


def unit_cases() -> Lines:
    """A few whole units per table."""
    lines: Lines = []
    for table in TABLES:
        rng = random.Random(table)
        everything = {
            code: list(cases(table, code, row)) for code, row in oracle(table).ROWS.items()
        }
        scored = {
            code: [case for case in given if not set(case[2]) - {READING}]
            for code, given in everything.items()
        }
        some = rng.sample(sorted(everything), 3)
        for name, source, fields in (
            ("complete", scored, {}),
            ("with-bad-figures", everything, {}),
            ("with-excluded-rows", scored, {"excluded": some}),
            ("empty", {}, {}),
            ("without-online-services", scored, {"no_online_services": True}),
        ):
            chosen = {code: rng.choice(given) for code, given in source.items()}
            inputs = {code: case[1] for code, case in chosen.items()}
            key = f"{table} unit {name}"
            unit = {"table": table, "name": name, "inputs": inputs} | fields
            lines.append({"id": key, "unit": unit, "expected": judged(table, chosen, fields)})
    return lines


def judged(table: str, chosen: dict[str, Case], fields: dict[str, Any]) -> dict[str, Any]:
    """A unit's result by the second transcription."""
    law = oracle(table)
    excluded = fields.get("excluded", [])
    scores = {
        code: score(row, chosen[code]) if code in chosen and code not in excluded else None
        for code, row in law.ROWS.items()
    }
    counted = [code for code in law.ROWS if code not in excluded]
    if fields.get("no_online_services"):
        concerned = NO_ONLINE_SERVICES.get(table, ())
        others = [code for code in counted if code not in concerned]
        reached = sum((scores[code] or Fraction(0) for code in others), Fraction(0))
        share = reached / sum(law.ROWS[code].max for code in others)
        scores |= {code: share * law.ROWS[code].max for code in concerned}

    def total(codes: Iterable[str]) -> Fraction:
        return sum((scores[code] or Fraction(0) for code in codes), Fraction(0))

    def possible(codes: Iterable[str]) -> Fraction:
        return sum((law.ROWS[code].max for code in codes if code in counted), Fraction(0))

    pillars = []
    for pillar in law.PILLARS:
        codes = [code for code in law.ROWS if code.split(".")[0] == pillar]
        pillars.append(
            {"code": pillar, "score": plain(total(codes)), "max": plain(possible(codes))}
        )
    return {
        "table": table,
        "total": plain(total(law.ROWS)),
        "max": plain(possible(law.ROWS)),
        "index": plain(total(law.ROWS) / possible(law.ROWS) * 100),
        "pillars": pillars,
        "indicators": [
            {"code": code, "score": plain(scores[code]), "max": plain(Fraction(row.max))}
            for code, row in law.ROWS.items()
        ],
    }


def text_cases() -> Lines:
    """What officials type."""
    lines: Lines = []
    for key, (text, kind, *numbers) in enumerate(TEXTS, 1):
        a, b = numbers if kind == "ratio" else (None, None)
        value = numbers[0] if kind in ("number", "percent") else None
        expected = {"kind": kind, "a": a, "b": b, "value": value}
        lines.append({"id": key, "text": text, "expected": expected})
    return lines


class _Writer(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        return float(o) if isinstance(o, Decimal) else super().default(o)


def write(name: str, lines: Lines) -> None:
    """Write a file of the suite."""
    text = "".join(json.dumps(r, ensure_ascii=False, cls=_Writer) + "\n" for r in lines)
    (HERE / f"{name}.jsonl").write_text(text, encoding="utf-8")


def main() -> None:
    """Write all files that are made (bad.jsonl is written by hand)."""
    for table in TABLES:
        write(table, table_cases(table))
    write("units", unit_cases())
    write("reading", text_cases())


if __name__ == "__main__":
    main()
