"""Designs in independent engines: every formula of a book, cell by cell."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scoring.assess import assess
from scoring.law import Law
from scoring.levels import LevelTable
from scoring.read_unit import read_submission
from scoring.submission import Submission
from scoring.targets import Plan
from tests.support.level_units import best_values, random_results, random_values, values_for
from tests.support.recalculated import unlike
from workbooks.design.book import design_of, first_values
from workbooks.design.contents import contents_of
from workbooks.design.draft import Design
from workbooks.files.book import Book
from workbooks.files.scan import scan
from workbooks.sheets.write import workbook_bytes

Place = tuple[str, int, int]


def read(law: Law, **unit: Any) -> Submission:
    """A unit of a table."""
    return read_submission({"table": law.id, **unit}, law)


def book_of(drawn: Design, submission: Submission, path: Path) -> Book:
    """The workbook of a unit, written and scanned."""
    values = first_values(drawn, assess(drawn.law, submission))
    path.write_bytes(workbook_bytes(drawn, values, contents_of(drawn, submission)))
    return scan(path)


def units(law: Law, count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Units of a table: nothing, everything, just enough for each level, and random dirty ones."""
    rng = random.Random(f"{law.id}-{seed}")
    fixed: list[dict[str, Any]] = [{}]
    if isinstance(law, LevelTable):
        fixed += [best_values(law), *(values_for(law, level) for level in range(1, 6))]
    for number in range(count):
        if number < len(fixed):
            values = fixed[number]
        elif isinstance(law, Plan):
            technical: Any = rng.choice([True, False, None, "có lẽ"])
            values = random_results(law, rng) | {"II.18": technical}
        else:
            assert isinstance(law, LevelTable)
            values = random_values(law, rng)
        typed = {"level": rng.choice([0, 1, 2, 3, 5, 2.5, 7])} if rng.random() < 0.7 else {}
        communes = [f"Xã {n}" for n in range(1, rng.randint(1, 8))]
        yield {"name": f"Đơn vị {number}", "period": "2024", "values": values, "typed": typed} | (
            {"communes": communes} if isinstance(law, LevelTable) else {}
        )


def parity(law: Law, edition: str, count: int, engines: tuple[str, ...], path: Path) -> list[str]:
    """Every formula of random units in engines: where one differs."""
    drawn = design_of(law, edition)
    found: list[str] = []
    for unit in units(law, count):
        submission = read(law, **unit)
        book = book_of(drawn, submission, path)
        values = first_values(drawn, assess(law, submission))
        assert set(values) == set(drawn.formulas), set(values) ^ set(drawn.formulas)
        for engine in engines:
            found += [f"{unit['name']} {engine} {w}" for w in unlike(drawn, book, values, engine)]
    return found
