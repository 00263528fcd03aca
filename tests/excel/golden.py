"""Golden calls: what cells hand to the functions, for comparing every host with the registry.

Values as tests/excel/windows/com_client.py takes them: None is a blank cell, {"error": 2007} an
error value, {"left out": 1} an argument not given, a list of rows a range, {"areas": […]} ranges
joined in one argument.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rulesets.laws import load_scored
from scoring.read_figures import read_inputs
from scoring.slots import Slot, SlotKind
from tests.support.tables import SCORED
from tests.support.units import random_inputs
from udfs.cells import option_text
from udfs.registry import call
from udfs.results import CellError
from xl_addin.excel.com_server import ERROR_NUMBERS

LEFT_OUT = {"left out": 1}
PER_TABLE = 12
T, C = "HB-2023-XA", "3.4"


@dataclass(frozen=True)
class Call:
    """A call of one function."""

    name: str
    arguments: tuple[Any, ...]

    def expected(self) -> Any:
        """What the registry gives; an error in an argument comes back as it is."""
        for value in leaves(self.arguments):
            if isinstance(value, dict) and "error" in value:
                return value
        result = call(self.name, *map(_plain, self.arguments))
        return {"error": ERROR_NUMBERS[result.value]} if isinstance(result, CellError) else result


def leaves(value: Any) -> Iterator[Any]:
    """The single values of arguments."""
    if isinstance(value, dict) and "areas" in value:
        yield from leaves(value["areas"])
    elif isinstance(value, list | tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple(map(_plain, value["areas"])) if "areas" in value else None
    return tuple(map(_plain, value)) if isinstance(value, list) else value


def column(*values: Any) -> list[list[Any]]:
    """A range of one column."""
    return [[value] for value in values]


def scored() -> Iterator[Call]:
    """Rows of every scored table with figures as offices have them."""
    for table_id in SCORED:
        indicators = load_scored(table_id).indicators
        step = max(1, len(indicators) // PER_TABLE)
        for indicator in indicators[::step][:PER_TABLE]:
            inputs = random_inputs(indicator, random.Random(f"{table_id} {indicator.code}"))
            figures: Any = read_inputs(indicator, inputs)
            single = [s for s in indicator.slots if s.kind is not SlotKind.COHORT]
            cells = [_cell(slot, figures.get(slot.name)) for slot in single]
            ranges = [column(*cells)] if cells else []
            if len(single) < len(indicator.slots):
                ranges.append(column(*map(float, figures.get("cohort") or ())))
            yield Call("DTI_SCORE", (table_id, indicator.code, *ranges))


def _cell(slot: Slot, value: Any) -> Any:
    if value is None:
        return None
    if slot.kind is SlotKind.ANSWER:
        return "Có" if value else "Không"
    if slot.kind is SlotKind.OPTION:
        return option_text(slot.options[value - 1], value)
    return float(value)


def _errors() -> Iterator[Call]:
    for number in ERROR_NUMBERS.values():
        yield Call("DTI_SCORE", (T, C, column(600.0, {"error": number})))
    yield Call("DTI_SCORE", (T, C, {"error": 2042}))
    yield Call("DTI_CHECK", (T, C, {"error": 2007}, column(600.0, 1000.0)))
    yield Call("DTI_READ", ({"error": 2015},))
    yield Call("DTI_INDEX", (T, column("1.1", "1.2"), column(20.0, {"error": 2036})))


ODD = (
    Call("DTI_SCORE", (T, C, column(600.0, 1000.0))),
    Call("DTI_SCORE", (T, C, [[600.0, 1000.0]])),
    Call("DTI_SCORE", (T, C, column(600.0, None))),
    Call("DTI_SCORE", (T, C, column(None, None))),
    Call("DTI_SCORE", (T, C, column(0.0, 1000.0))),
    Call("DTI_SCORE", (T, C, column(600.0, 0.0))),
    Call("DTI_SCORE", (T, C, column(600.0, "1000"))),
    Call("DTI_SCORE", (T, C, column(600.0, "1.10"))),
    Call("DTI_SCORE", (T, C, column(600.0, "một nghìn"))),
    Call("DTI_SCORE", (T, C, column(600.0, True))),
    Call("DTI_SCORE", (T, C, column(-1.0, 1000.0))),
    Call("DTI_SCORE", (T, C, column(1e300, 1e300))),
    Call("DTI_SCORE", (T, C, column(1500.0, 1000.0))),
    Call("DTI_SCORE", (T, C, column(45000.0, 45366.0))),  # dates are numbers
    Call("DTI_SCORE", (T, C, 600.0, 1000.0)),
    Call("DTI_SCORE", (T, C, column(600.0), column(1000.0))),
    Call("DTI_SCORE", (T, C, {"areas": [column(600.0), column(1000.0)]})),
    Call("DTI_SCORE", (T, C, {"areas": [column(600.0), column(None)]})),
    Call("DTI_SCORE", (T, C, 600.0, LEFT_OUT)),
    Call("DTI_SCORE", (T, C, 600.0, None)),
    Call("DTI_SCORE", (T, C)),
    Call("DTI_SCORE", (T, C, column(*range(5)))),
    Call("DTI_SCORE", (T, "9.99", column(600.0, 1000.0))),
    Call("DTI_SCORE", ("hb-2023-xa", C, column(600.0, 1000.0))),
    Call("DTI_SCORE", ("Bảng lạ", C, column(600.0, 1000.0))),
    Call("DTI_SCORE", (T, 3.4, column(600.0, 1000.0))),
    Call("DTI_SCORE", (None, C, column(600.0, 1000.0))),
    Call("DTI_MAX", (T, C)),
    Call("DTI_MAX", (T, 3.4)),
    Call("DTI_MAX", (T, "1.10")),
    Call("DTI_MAX", (T, 1.1)),
    Call("DTI_MAX", (T, " 3.4")),
    Call("DTI_MAX", ("VN-2024-HUYEN", "9.10")),
    Call("DTI_STATUS", (T, C, column(600.0, 1000.0))),
    Call("DTI_STATUS", (T, C, column(600.0, None))),
    Call("DTI_STATUS", (T, C, column(600.0, "abc"))),
    Call("DTI_EXPLAIN", (T, C, column(600.0, 1000.0))),
    Call("DTI_EXPLAIN", (T, "1.1", column("Có"))),
    Call("DTI_CHECK", (T, C, 7.06, column(600.0, 1000.0))),
    Call("DTI_CHECK", (T, C, 6.0, column(600.0, 1000.0))),
    Call("DTI_CHECK", (T, C, "7,06", column(600.0, 1000.0))),
    Call("DTI_CHECK", (T, C, None, column(600.0, 1000.0))),
    Call("DTI_INDEX", (T, column("1.1", "1.2"), column(20.0, 10.0))),
    Call("DTI_INDEX", (T, column("1.1", "1.2"), column(20.0, 10.0), column(None, "X"))),
    Call("DTI_INDEX", (T, column("1.1", "1.2"), column(20.0, 10.0), LEFT_OUT)),
    Call("DTI_INDEX", (T, column("1.1", "1.2"), column(20.0, None))),
    Call("DTI_INDEX", (T, column("1.1", "lạ"), column(20.0, 10.0))),
    Call("DTI_MINMAX", (5.0, column(0.0, 5.0, 10.0), 30.0)),
    Call("DTI_MINMAX", (5.0, column(0.0, None, 10.0), 30.0)),
    Call("DTI_MINMAX", (5.0, column(5.0, 5.0), 30.0)),
    Call("DTI_MINMAX", ("5,5", column(0.0, 10.0), 30.0)),
    Call("DTI_READ", ("Đạt 85,5 %",)),
    Call("DTI_READ", ("Đã có hệ thống; 12/15 cơ quan dùng",)),
    Call("DTI_READ", ("chưa triển khai",)),
    Call("DTI_READ", (45000.0,)),
    Call("DTI_READ", (True,)),
    Call("DTI_READ", ("",)),
    Call("DTI_READ", ("«Nghị quyết» 𝟙 — đạt",)),
    Call("DTI_TIER", ("BTTTT-2024-XA", column("I.1", "I.2"), column(0.5, 20.0))),
    Call("DTI_TIER", ("BTTTT-2024-XA", column("I.1"), column("không rõ"))),
    Call("DTI_TIER_NAME", (3.0,)),
    Call("DTI_TIER_NAME", (9.0,)),
    Call("DTI_TIER_NAME", ("BTTTT-2024-XA", column("I.1", "I.2"), column(0.5, 20.0))),
    Call("DTI_BLOCKERS", ("BTTTT-2024-XA", column("I.1", "I.2"), column(0.5, None))),
    Call("DTI_TARGET", ("VN-2023-KEHOACH", "III.19.1", column("Có"))),
    Call("DTI_TARGET", ("VN-2023-KEHOACH", "III.19.1", 0.85)),
    Call("DTI_TARGET", ("VN-2023-KEHOACH", "lạ", 0.85)),
)

CALLS: tuple[Call, ...] = (*scored(), *ODD, *_errors())
