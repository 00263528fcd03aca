"""Random units: figures as offices have them, thresholds and impossible data included."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from scoring.model import Indicator, Table
from scoring.slots import SlotKind

_TOTALS = [1, 2, 3, 7, 8, 10, 12, 20, 40, 80, 100, 200, 400, 1000, 3000, 12345]
_AT_THRESHOLD = [0.01, 0.05, 0.07, 0.1, 0.3, 0.5, 0.65, 0.7, 0.75, 0.8, 0.85, 1.0]
_COUNTS = [0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 14, 15, 19, 20, 21, 24, 25, 29, 30, 31, 40, 41, 2.5]


def random_inputs(indicator: Indicator, rng: random.Random, dirty: float = 0.0) -> dict[str, Any]:
    """Inputs of one indicator by contract name.

    `dirty`: probability of a blank, a part above the whole, or a zero denominator.
    """
    inputs: dict[str, Any] = {}
    numbers = [s for s in indicator.slots if s.kind is SlotKind.NUMBER]
    wholes = _wholes(indicator)
    total = rng.choice(_TOTALS)
    for slot in numbers:
        if slot.name in wholes:
            inputs[slot.name] = total
        elif wholes:
            share = rng.choice([rng.random(), rng.choice(_AT_THRESHOLD)])
            inputs[slot.name] = int(total * share) // max(1, _parts(indicator))
        else:
            inputs[slot.name] = rng.choice(_COUNTS)
    for slot in indicator.slots:
        if slot.kind is SlotKind.PERCENT and (not numbers or rng.random() < 0.3):
            inputs.pop("num", None)
            inputs.pop("den", None)
            inputs["percent"] = Decimal(rng.choice([0, 50, 69.5, 70, 85, 99.5, 100, 0.5, 1]))
        elif slot.kind is SlotKind.OPTION:
            inputs["option"] = rng.randint(1, len(slot.options))
        elif slot.kind is SlotKind.ANSWER:
            answer = rng.random() < 0.6
            if slot.input == "parts":
                inputs.setdefault("parts", []).append(answer)
            elif slot.input == "sub_options":
                chosen = inputs.setdefault("sub_options", [])
                if answer:
                    chosen.append(slot.place)
            else:
                inputs[slot.name] = answer
        elif slot.kind is SlotKind.COHORT:
            inputs["cohort"] = [0, Decimal("0.25"), 1] if numbers and wholes else [0, 20, 40]
    if rng.random() < dirty:
        _spoil(inputs, wholes, rng)
    return inputs


def _spoil(inputs: dict[str, Any], wholes: set[str], rng: random.Random) -> None:
    name = rng.choice(sorted(inputs))
    match rng.randint(0, 2):
        case 0:
            del inputs[name]
        case 1 if wholes:
            for whole in wholes & inputs.keys():
                inputs[whole] = 0
        case _:
            if isinstance(inputs[name], int) and not isinstance(inputs[name], bool):
                inputs[name] = inputs[name] + 100_000 if name != "option" else 9


def _wholes(indicator: Indicator) -> set[str]:
    """Slots that some ratio of the rule divides by."""
    return {
        name
        for check in indicator.program.checks
        if check.code == "zero-denominator"
        for name in check.slots
    }


def _parts(indicator: Indicator) -> int:
    wholes = _wholes(indicator)
    numbers = [s for s in indicator.slots if s.kind is SlotKind.NUMBER]
    return len([s for s in numbers if s.name not in wholes])


def random_unit(table: Table, rng: random.Random, dirty: float = 0.0) -> dict[str, Any]:
    """A unit.json for the table."""
    inputs = {row.code: random_inputs(row, rng, dirty) for row in table.indicators}
    return {"table": table.id, "name": "Đơn vị thử", "inputs": inputs}


def random_units(table: Table, count: int, seed: int, dirty: float = 0.0) -> Iterator[Any]:
    """Several units, the same ones for the same seed."""
    rng = random.Random(f"{table.id}-{seed}")
    for _ in range(count):
        yield random_unit(table, rng, dirty)
