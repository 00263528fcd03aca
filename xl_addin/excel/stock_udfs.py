"""The functions for xlwings' own add-in, made from the registry: for those who have it already.

In its settings `UDF_MODULES` is `xl_addin.excel.stock_udfs`. What it does worse than dti.xlam:

- An error in a cell arrives as a number that says so only to those who know; it is turned back
  here. But an error can leave only as an exception, whose text is put into the cell: SUM skips a
  text, so a total looks right although a score failed. dti.xlam gives a real error value.
- Excel starts cmd.exe to start Python, which Windows' attack surface rules may forbid.
- Excel loads xlwings' DLL, which must have Excel's width.
- Each cell costs several messages between the programs instead of one.
- Settings can be read from the received workbook (a sheet `xlwings.conf`) and its folder.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import xlwings as xw

from udfs.registry import FUNCTIONS, Function, Parameter
from xl_addin.excel.com_server import ERROR_NUMBERS, compute

_ERRORS = {number: shown for shown, number in ERROR_NUMBERS.items()}


class CellFault(Exception):
    """The call has no value; the message is the error that the cell should show."""


def _as_com(value: Any) -> Any:
    """Lists, which xlwings makes of ranges, as the rows that COM hands over."""
    return tuple(map(_as_com, value)) if isinstance(value, list) else value


def _function(function: Function) -> Callable[..., Any]:
    def run(*arguments: Any) -> float | str:
        result = compute(function.name, _as_com(list(arguments)))
        if type(result) is int:
            raise CellFault(_ERRORS[result])
        return result

    run.__name__, run.__doc__ = function.name, function.vi
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [_parameter(p) for p in function.parameters]
    )
    made = xw.func(category="DTI")(run)
    for p in function.parameters:
        made = xw.arg(p.name, doc=p.vi, empty=None)(made)
    return made  # type: ignore[no-any-return]


def _parameter(p: Parameter) -> inspect.Parameter:
    if p.repeated:
        return inspect.Parameter(p.name, inspect.Parameter.VAR_POSITIONAL)
    default = None if p.optional else inspect.Parameter.empty
    return inspect.Parameter(p.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default)


for _each in FUNCTIONS:
    globals()[_each.name] = _function(_each)
