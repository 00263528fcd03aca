"""Designs in independent engines: every formula of a book, cell by cell."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.law import Law
from scoring.levels import LevelTable
from scoring.read_unit import read_submission
from scoring.submission import Submission
from scoring.targets import Plan
from tests.support.level_units import best_values, random_results, random_values, values_for
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content, Design, Draft
from workbooks.design.grid import AS_BUILT, Shifts
from workbooks.design.levels.draw import draw_levels
from workbooks.design.levels.values import level_values
from workbooks.design.names import Key
from workbooks.design.targets.draw import draw_targets
from workbooks.design.targets.values import target_values
from workbooks.engines import recalculate
from workbooks.files.book import Book, CellKind
from workbooks.files.scan import scan
from workbooks.sheets.write import workbook_bytes

Place = tuple[str, int, int]


def design(law: Law, edition: str, shifts: Shifts = AS_BUILT) -> Design:
    """The design of a levels table or a plan."""
    draft = Draft(law, edition, shifts)
    if isinstance(law, LevelTable):
        draw_levels(draft, law)
    else:
        assert isinstance(law, Plan)
        draw_targets(draft, law)
    return draft.finish()


def values_of(drawn: Design, assessment: Assessment) -> Mapping[Key, Content]:
    """The first value of every formula."""
    known: Any = level_values if drawn.law.kind == "levels" else target_values
    found: Mapping[Key, Content] = known(drawn, assessment)
    return found


def read(law: Law, **unit: Any) -> Submission:
    """A unit of a table."""
    return read_submission({"table": law.id, **unit}, law)


def book_of(drawn: Design, submission: Submission, path: Path) -> Book:
    """The workbook of a unit, written and scanned."""
    values = values_of(drawn, assess(drawn.law, submission))
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


def by_formualizer(book: Book, places: list[Place]) -> dict[Place, Any]:
    """The formulas as formualizer computes them."""
    return dict(recalculate(book, places))


def by_ironcalc(book: Book, places: list[Place]) -> dict[Place, Any]:
    """The formulas as IronCalc computes them."""
    import ironcalc

    model = ironcalc.create("parity", "en", "UTC", "en")
    numbers = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    for _ in book.sheets[1:]:
        model.new_sheet()
    for name, number in numbers.items():
        model.rename_sheet(number, name)
    for sheet in book.sheets:
        number = numbers[sheet.name]
        for (row, column), cell in sheet.cells.items():
            if cell.formula:
                model.set_user_input(number, row, column, f"={cell.formula}")
            elif cell.kind is CellKind.BOOLEAN:
                model.update_cell_with_bool(number, row, column, bool(cell.value))
            elif cell.kind is CellKind.NUMBER:
                model.update_cell_with_number(number, row, column, float(cell.value))
            elif cell.value != "":
                model.update_cell_with_text(number, row, column, str(cell.value))
    model.evaluate()
    return {p: model.get_cell_value(numbers[p[0]], p[1], p[2]) for p in places}


ENGINES = {"formualizer": by_formualizer, "IronCalc": by_ironcalc}


def plain(value: Any) -> Any:
    """A number, a text, or "#ERROR"."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return "#ERROR" if value.startswith("#") else value
    return float(value)


def unlike(drawn: Design, book: Book, values: Mapping[Key, Content], engine: str) -> list[str]:
    """Where an engine shows otherwise than the first value; empty when all agree."""
    places = {key: formula.place.target for key, formula in drawn.formulas.items()}
    got = ENGINES[engine](book, list(places.values()))
    wrong = []
    for key, place in places.items():
        a, b = plain(values[key]), plain(got[place])
        close = isinstance(a, float) and isinstance(b, float) and abs(a - b) <= 1e-9
        if a != b and not close:
            wrong.append(f"{tuple(key)} {place}: {a!r} ≠ {b!r}")
    return wrong


def parity(law: Law, edition: str, count: int, engines: tuple[str, ...], path: Path) -> list[str]:
    """Every formula of random units in engines: where one differs."""
    drawn = design(law, edition)
    found: list[str] = []
    for unit in units(law, count):
        submission = read(law, **unit)
        book = book_of(drawn, submission, path)
        values = values_of(drawn, assess(law, submission))
        assert set(values) == set(drawn.formulas), set(values) ^ set(drawn.formulas)
        for engine in engines:
            found += [f"{unit['name']} {engine} {w}" for w in unlike(drawn, book, values, engine)]
    return found
