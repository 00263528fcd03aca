"""Built: a workbook as openpyxl sees it, its formulas and its stored values."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.formula import Tokenizer

from rulesets.laws import load_law
from scoring.assess import assess
from scoring.model import Table
from scoring.read_unit import read_submission
from tests.support.any_units import random_unit_of
from tests.support.tables import SCORED
from workbooks.build import build
from workbooks.design.book import design_of
from workbooks.design.grid import Place
from workbooks.design.names import EDITIONS

EVERY = [
    (table, edition)
    for table in (*SCORED, "BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH")
    for edition in EDITIONS
]


class Built:
    """A workbook of a dirty random unit, as openpyxl sees its formulas and its stored values."""

    def __init__(self, folder: Path, table_id: str, edition: str) -> None:
        self.law, self.edition = load_law(table_id), edition
        self.design = design_of(self.law, edition)
        unit = random_unit_of(self.law, random.Random(3), dirty=0.3)
        if isinstance(self.law, Table):
            rows = self.law.indicators
            unit |= {"typed": {rows[0].code: 1, "total": 5}, "excluded": {rows[-1].code: "X"}}
        self.submission = read_submission(unit, self.law)
        self.result = assess(self.law, self.submission)
        path = folder / f"{table_id}-{edition}.xlsx"
        path.write_bytes(build(self.law, self.submission, edition))
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def cell(self, place: Place, *, stored: bool = False) -> Any:
        """The cell at a place: what was written into it, or the value stored for it."""
        return (self.values if stored else self.formulas)[place.sheet][place.address]

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
