"""The functions for xlwings' own add-in."""

from __future__ import annotations

import inspect

import pytest

from udfs.registry import FUNCTIONS
from xl_addin.excel import stock_udfs


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_every_function_has_its_arguments_and_help(function: object) -> None:
    name, parameters = function.name, function.parameters  # type: ignore[attr-defined]
    made = getattr(stock_udfs, name)
    assert made.__doc__
    signature = inspect.signature(made)
    assert list(signature.parameters) == [parameter.name for parameter in parameters]


def test_ranges_as_xlwings_hands_them_over() -> None:
    score = stock_udfs.DTI_SCORE("HB-2023-XA", "3.4", [600.0, 1000.0])  # type: ignore[attr-defined]
    assert score == pytest.approx(600 / 850 * 10)
    blank = stock_udfs.DTI_SCORE("HB-2023-XA", "3.4", 600.0, None)  # type: ignore[attr-defined]
    assert blank == ""


@pytest.mark.parametrize(
    ("cells", "shown"), [([600.0, 0.0], "#VALUE!"), ([-2146826281, 1000.0], "#DIV/0!")]
)
def test_an_error_is_raised_and_never_a_number(cells: list[float], shown: str) -> None:
    with pytest.raises(stock_udfs.CellFault, match=shown):
        stock_udfs.DTI_SCORE("HB-2023-XA", "3.4", cells)  # type: ignore[attr-defined]
