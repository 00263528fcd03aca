"""Every node of an expression has three faces that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.conditions import All, Answer, Compare, Given, Is, Not, OneOf, both
from scoring.expression import (
    Choose,
    Condition,
    Difference,
    Expr,
    Input,
    Least,
    Most,
    Number,
    Product,
    Quotient,
    Sum,
    add,
    divide,
    literal,
    times,
)
from tests.support.engines import ENGINES, OPTIONS
from tests.support.surfaces import PROPERTY

A, B = Input("a"), Input("b")
ONE, HALF = Number(1), Number(Fraction(1, 2))
ABOVE = Compare(A, ">", B)
OPTION_TEXTS = {"A1": "1. Đã ban hành", "A2": "2. Chưa ban hành"}


class Row:
    """`a` in B2, `b` in B3, `yes` in B4, `option` in B5."""

    def address(self, slot: str) -> str:
        return {"a": "B2", "b": "B3", "yes": "B4", "option": "B5"}[slot]

    def option(self, slot: str, ordinal: int) -> str:
        return f"{OPTIONS}!$A${ordinal}"

    def cohort(self, slot: str) -> str:
        raise NotImplementedError


def on_sheet(formula: str, values: Mapping[str, Any]) -> set[Any]:
    cells: dict[str, Any] = {"F1": f"={formula}"}
    for slot, value in values.items():
        if value is not None:
            shown = {True: "Có", False: "Không"}[value] if isinstance(value, bool) else float(value)
            cells[Row().address(slot)] = shown
    return {engine(cells, OPTION_TEXTS, "F1") for engine in ENGINES.values()}


def arrays(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        slot: np.array([np.nan if value is None else float(value)])
        for slot, value in values.items()
    }


def number_everywhere(expr: Expr, values: Mapping[str, Any]) -> Fraction:
    exact = Fraction(expr.exact(values))
    for shown in on_sheet(expr.excel(Row()), values):
        assert shown == pytest.approx(float(exact), abs=1e-9)
    vector = np.broadcast_to(expr.vector(arrays(values), np), (1,))[0]
    assert vector == pytest.approx(float(exact), abs=1e-9)
    return exact


def truth_everywhere(condition: Condition, values: Mapping[str, Any]) -> bool:
    exact = condition.exact(values)
    assert on_sheet(f"IF({condition.excel(Row())},1,0)", values) == {float(exact)}
    assert bool(np.broadcast_to(condition.vector(arrays(values), np), (1,))[0]) is exact
    return exact


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        pytest.param(Number(Fraction(1, 3)), "1/3", id="constant"),
        pytest.param(A, "6", id="input"),
        pytest.param(Sum((A, B, ONE)), "11", id="sum"),
        pytest.param(Difference(A, B), "2", id="difference"),
        pytest.param(Difference(B, Difference(A, B)), "2", id="nested-difference-keeps-brackets"),
        pytest.param(Product(Sum((A, ONE)), B), "28", id="product-of-a-sum"),
        pytest.param(Quotient(A, B), "3/2", id="quotient"),
        pytest.param(Quotient(A, Sum((A, B))), "3/5", id="quotient-by-a-sum"),
        pytest.param(Product(Quotient(A, B), HALF), "3/4", id="product-after-quotient"),
        pytest.param(Quotient(Product(A, HALF), B), "3/4", id="quotient-after-product"),
        pytest.param(Least((A, B, Number(5))), "4", id="least"),
        pytest.param(Most((A, B, Number(5))), "6", id="most"),
        pytest.param(Choose(ABOVE, A, B), "6", id="choose-yes"),
        pytest.param(Choose(Not(ABOVE), A, B), "4", id="choose-no"),
        pytest.param(add([A]), "6", id="add-one"),
        pytest.param(add([A, B]), "10", id="add-two"),
        pytest.param(times(A, 1), "6", id="times-one"),
        pytest.param(times(HALF, 10), "5", id="times-a-constant"),
        pytest.param(times(A, Fraction(1, 3)), "2", id="times-a-fraction"),
    ],
)
def test_numbers(expr: Expr, expected: str) -> None:
    assert number_everywhere(expr, {"a": 6, "b": 4}) == Fraction(expected)


def test_a_quotient_by_a_quotient_keeps_its_order() -> None:
    assert number_everywhere(Quotient(A, Quotient(A, B)), {"a": 6, "b": 4}) == 4


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        pytest.param(Given("a"), {"a": 0}, True, id="zero-is-given"),
        pytest.param(Given("a"), {"a": None}, False, id="blank-is-not-given"),
        pytest.param(Not(Given("a")), {"a": None}, True, id="not-given"),
        pytest.param(Not(ABOVE), {"a": 1, "b": 2}, True, id="not-above"),
        pytest.param(Answer("yes"), {"yes": True}, True, id="yes"),
        pytest.param(Answer("yes"), {"yes": False}, False, id="no-is-not-yes"),
        pytest.param(Answer("yes"), {"yes": None}, False, id="blank-says-not-yes"),
        pytest.param(Answer("yes", False), {"yes": False}, True, id="no"),
        pytest.param(Answer("yes", False), {"yes": None}, False, id="blank-says-not-no"),
        pytest.param(Is("option", 2), {"option": 2}, True, id="this-option"),
        pytest.param(Is("option", 2), {"option": 1}, False, id="another-option"),
        pytest.param(Is("option", 2), {"option": None}, False, id="no-option"),
        pytest.param(All(()), {"a": 1}, True, id="all-of-nothing"),
        pytest.param(All((Given("a"),)), {"a": 1}, True, id="all-of-one"),
        pytest.param(All((Given("a"), ABOVE)), {"a": 1, "b": 2}, False, id="not-all"),
        pytest.param(OneOf((Given("a"),)), {"a": None}, False, id="one-of-one"),
        pytest.param(OneOf((ABOVE, Given("a"))), {"a": 1, "b": 2}, True, id="one-of-two"),
        pytest.param(both(ABOVE), {"a": 3, "b": 2}, True, id="both-of-one"),
        pytest.param(both(ABOVE, Given("b")), {"a": 3, "b": 2}, True, id="both"),
    ],
)
def test_conditions(condition: Condition, values: dict[str, Any], expected: bool) -> None:
    assert truth_everywhere(condition, values) is expected


@pytest.mark.parametrize(
    ("sign", "below", "equal", "above"),
    [
        (">=", False, True, True),
        (">", False, False, True),
        ("<=", True, True, False),
        ("<", True, False, False),
        ("=", False, True, False),
    ],
)
def test_comparisons(sign: str, below: bool, equal: bool, above: bool) -> None:
    compare = Compare(Quotient(A, B), sign, Number(Fraction("0.85")))
    shown = [truth_everywhere(compare, {"a": a, "b": 100_000}) for a in (84_999, 85_000, 85_001)]
    assert shown == [below, equal, above]


def test_an_unknown_sign_is_our_mistake() -> None:
    compare = Compare(A, "<>", B)
    with pytest.raises(ValueError, match="<>"):
        compare.exact({"a": 1, "b": 2})
    with pytest.raises(ValueError, match="<>"):
        compare.vector(arrays({"a": 1, "b": 2}), np)


@pytest.mark.parametrize(
    ("cell", "yes"), [("Có", True), (True, True), (1.0, True), ("Không", False)]
)
def test_a_yes_may_be_typed_in_several_ways(cell: Any, yes: bool) -> None:
    for engine in ENGINES.values():
        for wanted in (True, False):
            formula = f"=IF({Answer('yes', wanted).excel(Row())},1,0)"
            assert engine({"B4": cell, "F1": formula}, {}, "F1") == float(wanted is yes)


def test_an_option_may_be_the_text_of_the_dropdown() -> None:
    for engine in ENGINES.values():
        formula = f"=IF({Is('option', 2).excel(Row())},1,0)"
        assert engine({"B5": "2. Chưa ban hành", "F1": formula}, OPTION_TEXTS, "F1") == 1
        assert engine({"B5": "1. Đã ban hành", "F1": formula}, OPTION_TEXTS, "F1") == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [("17/20", "0.85"), ("1/3", "(1/3)"), ("10", "10"), ("-5/2", "-2.5"), ("1/400", "0.0025")],
)
def test_constants_in_a_formula(number: str, text: str) -> None:
    assert literal(Fraction(number)) == text


@PROPERTY
@given(st.fractions(0, 1000, max_denominator=1000))
def test_every_constant_survives_a_formula(number: Fraction) -> None:
    assert number_everywhere(Product(Number(number), A), {"a": 3}) == number * 3


def test_division_is_exact() -> None:
    assert divide(1, 3) == Fraction(1, 3)
    assert divide(Fraction(1, 2), 3) == Fraction(1, 6)


def test_a_vector_divided_by_zero_is_blank_and_warns_nobody() -> None:
    assert np.isnan(Quotient(A, B).vector(arrays({"a": 1, "b": 0}), np)[0])
