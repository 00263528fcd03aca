"""What DTI_SCORE says of odd cells, the native formula says too, in both independent engines."""

from __future__ import annotations

from typing import Any

import pytest

from rulesets.laws import load_scored
from tests.support.engines import ENGINES
from tests.support.surfaces import Column
from udfs import call
from udfs.cells import option_text
from udfs.results import CellError
from workbooks.design.native import score_formula

XA, SO, VN, HD = "HB-2023-XA", "HB-2023-SO", "VN-2024-HUYEN", "HD-2024-SO"


def native_values(table: str, code: str, cells: tuple[Any, ...]) -> dict[str, Any]:
    program = load_scored(table).by_code[code].program
    column = Column(program)
    slots = program.slots
    sheet = {
        column.address(slot.name): cell
        for slot, cell in zip(slots, cells, strict=True)
        if cell not in (None, "")
    }
    sheet["F1"] = "=" + score_formula(program, column)
    options = {f"A{n}": option_text(t, n) for s in slots for n, t in enumerate(s.options, 1)}
    return {name: engine(sheet, options, "F1") for name, engine in ENGINES.items()}


@pytest.mark.parametrize(
    ("table", "code", "cells"),
    [
        pytest.param(XA, "6.1", (True, False), id="true-and-false"),
        pytest.param(XA, "6.1", (1.0, 0.0), id="one-and-zero"),
        pytest.param(XA, "6.1", (2.0, 0.0), id="two-is-no-answer"),
        pytest.param(XA, "6.1", ("Có", ""), id="one-part-blank"),
        pytest.param(XA, "6.1", ("?", ""), id="an-odd-answer-beside-a-blank"),
        pytest.param(XA, "1.4", ("1. Đã có",), id="text-of-the-dropdown"),
        pytest.param(XA, "1.4", (2.0,), id="ordinal"),
        pytest.param(XA, "1.4", ("1",), id="ordinal-as-text"),
        pytest.param(XA, "1.4", (True,), id="true-for-an-option"),
        pytest.param(XA, "1.4", (1.5,), id="between-two-options"),
        pytest.param(XA, "1.4", (0.0,), id="option-zero"),
        pytest.param(XA, "1.4", (3.0,), id="one-past-the-last"),
        pytest.param(XA, "3.4", (True, 80.0), id="true-for-a-count"),
        pytest.param(XA, "3.4", ("34", 80.0), id="digits-as-text"),
        pytest.param(XA, "3.4", (" ", 80.0), id="a-space"),
        pytest.param(XA, "3.4", (-1.0, ""), id="negative-beside-a-blank"),
        pytest.param(XA, "3.4", ("x", ""), id="text-beside-a-blank"),
        pytest.param(XA, "3.4", ("", 0.0), id="zero-whole-beside-a-blank"),
        pytest.param(XA, "3.4", (9.0, ""), id="part-beside-a-blank"),
        pytest.param(XA, "3.4", (1e-20, 1.0), id="very-small"),
        pytest.param(XA, "3.4", (1.0, 1e20), id="very-large"),
        pytest.param(XA, "3.4", (80.0000000001, 80.0), id="a-hair-above-the-whole"),
        pytest.param(SO, "1.4", (-1.0, "Không"), id="negative-count-without-a-section"),
        pytest.param(SO, "1.4", ("x", "Không"), id="text-count-without-a-section"),
        pytest.param(SO, "3.1", (3.0, "", 4.0, 0.0), id="no-employees-and-b-blank"),
        pytest.param(SO, "3.1", ("", 1.0, 4.0, 0.0), id="machines-of-no-employees-a-blank"),
        pytest.param(SO, "3.1", (0.0, 1.0, "", 2.0), id="c-blank"),
        pytest.param(SO, "5.4", ("", "", "Có"), id="hosted-and-blank"),
        pytest.param(SO, "5.4", (1.0, 0.0, "Có"), id="hosted-and-one-of-none"),
        pytest.param(SO, "5.4", (1.0, "", "Có"), id="hosted-and-b-blank"),
        pytest.param(SO, "5.4", ("", 0.0, ""), id="hosted-not-answered"),
        pytest.param(VN, "5.3", ("", 0.0, 0.5), id="rate-beside-half-the-counts"),
        pytest.param(VN, "5.3", (3.0, 4.0, 1.5), id="idle-rate-above-one"),
        pytest.param(VN, "5.3", (3.0, 4.0, "x"), id="idle-rate-as-text"),
        pytest.param(VN, "5.3", (3.0, 4.0, -1.0), id="idle-rate-negative"),
        pytest.param(VN, "2.5", ("", "", "", 3.0), id="ratio-option-without-counts"),
        pytest.param(VN, "2.5", ("x", "", "", 1.0), id="idle-count-as-text"),
        pytest.param(VN, "2.5", (9.0, 8.0, "", 1.0), id="idle-counts-impossible"),
        pytest.param(VN, "5.5", (1.0, "?", ""), id="idle-answer-odd"),
        pytest.param(VN, "5.5", (1.0, "", ""), id="idle-answers-blank"),
        pytest.param(HD, "5.7", (0.0, 0.0, ""), id="no-incident-and-no-answer"),
        pytest.param(HD, "5.7", ("", 0.0, "Có"), id="no-incident-and-a-blank"),
    ],
)
def test_the_cell_and_the_native_formula_agree(
    table: str, code: str, cells: tuple[Any, ...]
) -> None:
    score = call("DTI_SCORE", table, code, tuple((cell,) for cell in cells))
    for shown in native_values(table, code, cells).values():
        if isinstance(score, CellError):
            assert shown == "#ERROR"
        else:
            assert shown == (pytest.approx(score, abs=1e-9) if score != "" else "")
