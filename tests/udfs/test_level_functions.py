"""DTI_TIER, DTI_TIER_NAME, DTI_BLOCKERS, DTI_TARGET: cells in, cells out."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import pytest

from rulesets.laws import load_levels
from scoring.numbers import exact
from tests.support.level_units import best_values, random_values, values_for
from tests.support.values import assess_values
from udfs.registry import call
from udfs.results import CellError

XA, HUYEN, PLAN = "BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH"


def cell(kind: str, value: Any) -> Any:
    """A value of unit.json as a cell holds it."""
    if value is None:
        return ""
    if kind == "percent":
        return float(exact(str(value)) / 100)
    if kind == "yes_no":
        return "Có" if value else "Không"
    if kind == "communes":
        return "; ".join(str(level) for level in value["commune_levels"])
    if kind == "count_of_total":
        count, total = value["count"], value.get("total")
        return float(count) if total is None else f"{count}/{total}"
    return float(value)


def ranges(table: str, values: dict[str, Any]) -> tuple[Any, Any]:
    rows = load_levels(table).criteria
    codes = tuple((row.code,) for row in rows)
    return codes, tuple((cell(row.kind.value, values.get(row.code)),) for row in rows)


@pytest.mark.parametrize("table", [XA, HUYEN])
def test_the_functions_agree_with_the_engine(table: str) -> None:
    law, rng = load_levels(table), random.Random(table)
    units = [values_for(law, level) for level in range(1, 6)]
    while len(units) < 200:
        values = random_values(law, rng)
        if (
            not assess_values(law, values).wrong
            and {"count": None, "total": 3} not in values.values()
        ):
            units.append(values)
    for values in units:
        assessment = assess_values(law, values)
        arguments = (table, *ranges(table, _sayable(values)))
        assert call("DTI_TIER", *arguments) == float(assessment.level)
        assert call("DTI_TIER_NAME", *arguments) == assessment.level_name
        assert call("DTI_BLOCKERS", *arguments) == ", ".join(assessment.blocking)


def _sayable(values: dict[str, Any]) -> dict[str, Any]:
    """Without the objects that a cell writes as a blank."""
    blank: list[Any] = [{}, {"commune_levels": []}, {"commune_levels": [5, None]}]
    return {code: None if value in blank else value for code, value in values.items()}


def test_the_best_unit_has_no_blockers() -> None:
    arguments = (XA, *ranges(XA, best_values(load_levels(XA))))
    assert call("DTI_TIER", *arguments) == 5.0
    assert call("DTI_TIER_NAME", *arguments) == "Toàn diện"
    assert call("DTI_BLOCKERS", *arguments) == ""


def with_cell(table: str, code: str, raw: Any) -> tuple[Any, Any, Any]:
    """The best unit with one cell replaced."""
    codes, cells = ranges(table, best_values(load_levels(table)))
    return (
        table,
        codes,
        tuple((raw,) if c == (code,) else v for c, v in zip(codes, cells, strict=True)),
    )


@pytest.mark.parametrize(
    ("table", "code", "raw", "level"),
    [
        (XA, "I.1", 0.62, 2.0),
        (XA, "I.1", "", 0.0),
        (XA, "I.1", None, 0.0),
        (XA, "I.4", 1.0, 5.0),
        (XA, "I.4", True, 5.0),
        (XA, "I.4", "không", 2.0),
        (XA, "II.4", 2.0, 4.0),
        (XA, "II.4", "2/2", 5.0),
        (XA, "II.4", "Có 2/5", 4.0),
        (XA, "II.4", "0/0", 2.0),
        (HUYEN, "I.1", "3; 4; 4", 4.0),
        (HUYEN, "I.1", "3;4;4;", 4.0),
        (HUYEN, "I.1", 3.0, 3.0),
        (HUYEN, "I.1", "3;;4", 0.0),
    ],
)
def test_what_a_cell_may_hold(table: str, code: str, raw: Any, level: float) -> None:
    assert call("DTI_TIER", *with_cell(table, code, raw)) == level


@pytest.mark.parametrize(
    ("table", "code", "raw"),
    [
        (XA, "I.1", "62%"),
        (XA, "I.1", 62.0),
        (XA, "I.1", -0.1),
        (XA, "I.1", True),
        (XA, "I.1", CellError.VALUE),
        (XA, "I.1", float("nan")),
        (XA, "I.4", "có lẽ"),
        (XA, "I.4", CellError.NA),
        (XA, "I.7", "2 người"),
        (XA, "II.4", "3/2"),
        (XA, "II.4", "vài"),
        (XA, "II.4", 45_324.0),
        (XA, "II.4", CellError.VALUE),
        (HUYEN, "I.1", "3,4,4"),
        (HUYEN, "I.1", "3; 6"),
        (HUYEN, "I.1", CellError.VALUE),
    ],
)
@pytest.mark.parametrize("name", ["DTI_TIER", "DTI_TIER_NAME", "DTI_BLOCKERS"])
def test_an_impossible_cell_or_an_error_is_an_error(
    name: str, table: str, code: str, raw: Any
) -> None:
    assert call(name, *with_cell(table, code, raw)) is CellError.VALUE


@pytest.mark.parametrize("name", ["DTI_TIER", "DTI_TIER_NAME", "DTI_BLOCKERS"])
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("XYZ", ("I.1",), (1.0,)), CellError.NA),
        (("HB-2023-XA", ("1.1",), (1.0,)), CellError.NA),
        ((PLAN, ("II.1",), ("Có",)), CellError.NA),
        ((XA, ("I.99",), (1.0,)), CellError.NA),
        ((XA, (1.1,), (1.0,)), CellError.NA),
        ((XA, ("I.1", "I.2"), (1.0,)), CellError.VALUE),
        ((XA, ("I.1", "I.1"), (1.0, 1.0)), CellError.VALUE),
    ],
)
def test_a_wrong_call_is_an_error(name: str, arguments: Any, error: CellError) -> None:
    assert call(name, *arguments) is error


def test_headings_and_blank_rows_between_the_criteria_do_no_harm() -> None:
    codes = (("I",), ("I.1",), ("",), ("II",), ("II.1",))
    values = ((None,), (0.5,), ("ghi chú",), ("",), (0.2,))
    with_gaps = call("DTI_BLOCKERS", XA, codes, values)
    assert with_gaps == call("DTI_BLOCKERS", XA, ("I.1", "II.1"), (0.5, 0.2))


@pytest.mark.parametrize(
    ("level", "name"),
    [
        (0.0, "Chưa đạt mức nào"),
        (1, "Khởi động"),
        (5.0, "Toàn diện"),
        (((4.0,),), "Nâng cao"),
        ("", ""),
        (6.0, CellError.VALUE),
        (-1.0, CellError.VALUE),
        (2.5, CellError.VALUE),
        (True, CellError.VALUE),
        (float("inf"), CellError.VALUE),
        ("Cơ bản", CellError.VALUE),
    ],
)
def test_the_name_of_a_level_alone(level: Any, name: Any) -> None:
    assert call("DTI_TIER_NAME", level) == name
    assert call("DTI_TIER_NAME", level, None, None) == name


@pytest.mark.parametrize(
    ("code", "raw", "result"),
    [
        ("II.1", "Có", "Đạt"),
        ("II.1", False, "Chưa đạt"),
        ("II.1", "", "Không xét"),
        ("II.1", None, "Không xét"),
        ("II.1", ((1.0,),), "Đạt"),
        ("III.25", 0.8, "Đạt"),
        ("III.25", 0.7999, "Chưa đạt"),
        ("II.38", 0.0025, "Đạt"),
        ("III.26", 9.0, "Chưa đạt"),
        ("III.26", 10.0, "Đạt"),
        ("II.18", "Có", "Đạt"),
        ("II.18", "", "Không xét"),
        ("II.24", 7.0, "Không xét"),
        ("III.8", 0.5, "Không xét"),
        ("III.19", "", "Không xét"),
        ("III.19", ((0.1,), (0.2,)), "Đạt"),
        ("III.19", ((0.1,), ("",)), "Không xét"),
        ("III.25", 80.0, CellError.VALUE),
        ("III.25", "80%", CellError.VALUE),
        ("III.25", CellError.VALUE, CellError.VALUE),
        ("III.8", CellError.VALUE, CellError.VALUE),
        ("II.1", "tốt", CellError.VALUE),
        ("II.18", "tốt", CellError.VALUE),
        ("II.1", ("Có", "Có"), CellError.VALUE),
        ("III.19", 0.1, CellError.VALUE),
        ("III.99", 0.1, CellError.NA),
    ],
)
def test_a_target(code: str, raw: Any, result: Any) -> None:
    assert call("DTI_TARGET", PLAN, code, raw) == result


def test_a_target_of_no_plan() -> None:
    assert call("DTI_TARGET", XA, "I.1", 0.5) is CellError.NA
    assert call("DTI_TARGET", "XYZ", "II.1", "Có") is CellError.NA
    assert call("DTI_TARGET", PLAN, 2.1, "Có") is CellError.NA


def test_percentages_of_a_cell_are_exact() -> None:
    # 0.57 × 100 is 56.99999999999999 in floating point.
    assert call("DTI_TARGET", PLAN, "III.31", 0.5) == "Đạt"
    values = best_values(load_levels(XA)) | {"I.1": Decimal("60")}
    assert call("DTI_TIER", XA, *ranges(XA, values)) == 2.0
