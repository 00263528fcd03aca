"""Built: a workbook as openpyxl sees it, its formulas and its stored values."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.formula import Tokenizer
from workbooks.builder import build
from workbooks.layout import NATIVE, UDF, layout

from rulesets.loader import load
from scoring.assess import Assessment
from scoring.submission import read_submission
from tests.support.tables import SCORED
from tests.support.units import random_unit

EVERY = [(table, edition) for table in SCORED for edition in (UDF, NATIVE)]


class Built:
    """A workbook of a dirty random unit, as openpyxl sees its formulas and its stored values."""

    def __init__(self, folder: Path, table_id: str, edition: str) -> None:
        self.table, self.edition, self.plan = load(table_id), edition, layout(table_id)
        unit = random_unit(self.table, random.Random(3), dirty=0.3)
        first = self.table.indicators[0].code
        unit |= {"typed": {first: 1, "total": 5}, "excluded": {self.table.indicators[-1].code: "X"}}
        path = folder / f"{table_id}-{edition}.xlsx"
        submission = read_submission(unit, self.table)
        self.result: Assessment = build(path, table_id, submission=submission, edition=edition)
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def named(self, name: str, *, stored: bool = True) -> Any:
        """The only cell that a defined name stands for."""
        ((sheet, area),) = self.formulas.defined_names[name].destinations
        return (self.values if stored else self.formulas)[sheet][area.replace("$", "")]

    def cells(self) -> Iterator[Any]:
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                yield from row

    def calls(self) -> Iterator[tuple[Any, str, list[Any]]]:
        """Every formula of the workbook: its cell, its text, its tokens."""
        for cell in self.cells():
            if cell.data_type == "f":
                yield cell, cell.value, Tokenizer(cell.value).items


@lru_cache
def built_once(folder: Path, table_id: str, edition: str) -> Built:
    """The workbook, made once for all tests of a run."""
    return Built(folder, table_id, edition)
