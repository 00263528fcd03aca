"""Workbooks of levels tables and plans in independent engines: every formula, cell by cell.

The cells come from the file itself, as `workbooks.files.scan` reads it.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbooks.builder import build_any
from workbooks.layout import NATIVE, UDF

from rulesets.laws import load_law
from scoring.findings import has_error
from scoring.levels import LevelAssessment, LevelTable
from scoring.targets import Plan, PlanAssessment
from tests.support.level_units import best_values, random_results, random_values, values_for
from workbooks.engines import recalculate
from workbooks.files.book import Book, CellKind
from workbooks.files.scan import scan
from workbooks.reconcile import Reconciliation

Place = tuple[str, int, int]
TABLES = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH")


def units(table_id: str, count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Units of a table: nothing, everything, just enough for each level, and random ones."""
    law, rng = load_law(table_id), random.Random(f"{table_id}-{seed}")
    fixed: list[dict[str, Any]] = [{}]
    if isinstance(law, LevelTable):
        fixed += [best_values(law), *(values_for(law, level) for level in range(1, 6))]
    for number in range(count):
        if number < len(fixed):
            values = fixed[number]
        elif isinstance(law, Plan):
            values = random_results(law, rng) | ({"II.18": True} if number % 2 else {})
        else:
            assert isinstance(law, LevelTable)
            values = random_values(law, rng)
        yield {"table": table_id, "name": f"Đơn vị {number}", "values": values}


def built(
    unit: Mapping[str, Any], edition: str, folder: Path
) -> tuple[Book, LevelAssessment | PlanAssessment]:
    """The workbook of a unit, read back, and its assessment."""
    path = folder / f"{edition}.xlsx"
    result = build_any(path, unit["table"], unit, edition=edition)
    assert isinstance(result, LevelAssessment | PlanAssessment)
    return scan(path), result


def formulas(book: Book) -> dict[Place, Any]:
    """Every formula's place and its stored value."""
    return {
        (sheet.name, *place): cell.value
        for sheet in book.sheets
        for place, cell in sheet.cells.items()
        if cell.formula
    }


def by_formualizer(book: Book) -> dict[Place, Any]:
    """Every formula as formualizer computes it."""
    places = list(formulas(book))
    return dict(recalculate(book, places))


def by_ironcalc(book: Book) -> dict[Place, Any]:
    """Every formula as IronCalc computes it."""
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
    return {
        (name, row, column): model.get_cell_value(numbers[name], row, column)
        for name, row, column in formulas(book)
    }


ENGINES = {"formualizer": by_formualizer, "IronCalc": by_ironcalc}


def plain(value: Any) -> Any:
    """A number, a text, or "#ERROR"."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return "#ERROR" if value.startswith("#") else value
    return float(value)


def unlike(stored: Mapping[Place, Any], got: Mapping[Place, Any]) -> list[str]:
    """Where an engine shows otherwise than the stored value; empty when all agree."""
    wrong = []
    for place, value in stored.items():
        a, b = plain(value), plain(got[place])
        close = isinstance(a, float) and isinstance(b, float) and abs(a - b) <= 1e-9
        if a != b and not close:
            wrong.append(f"{place}: {a!r} ≠ {b!r}")
    return wrong


def answers(book: Book) -> dict[str, Any]:
    """What the named cells show: the level, its name, the blockers; or every result."""
    shown: dict[str, Any] = {}
    for name, (sheet, area) in book.names.items():
        if name.startswith(("dti_level", "dti_result_")) and ":" not in area:
            row, column = _place(area)
            cell = book.sheet(sheet).cells.get((row, column))
            shown[name] = plain(cell.value if cell else None)
    return shown


def expected(result: LevelAssessment | PlanAssessment) -> dict[str, Any]:
    """What the engine says of the same cells."""
    if isinstance(result, LevelAssessment):
        told = [float(result.level), result.level_name, ", ".join(result.blocking)]
        if has_error(result.findings):
            told = ["#ERROR"] * 3
        return dict(zip(("dti_level", "dti_level_name", "dti_level_blockers"), told, strict=True))
    wrong = {row.target.code for row in result.rows if has_error(row.findings)}
    shown = {}
    for row in result.rows:
        code = row.target.code
        below = {sub.code for sub in result.plan.sub_rows(row.target)}
        broken = wrong & (below | {code})
        shown[f"dti_result_{code.replace('.', '_')}"] = "#ERROR" if broken else row.result
    return shown


def _place(address: str) -> tuple[int, int]:
    from workbooks.files.book import place_of

    return place_of(address)


def book_of(table_id: str, values: dict[str, Any], path: Path, **more: Any) -> Path:
    edition = more.pop("edition", UDF)
    build_any(path, table_id, {"table": table_id, "values": values, **more}, edition=edition)
    return path


def place(path: Path, name: str) -> str:
    """The address of a named cell."""
    return scan(path).names[name][1]


def found(result: Reconciliation) -> dict[str, list[tuple[str, str]]]:
    """Code → places and rows of its findings, without those that every such book has."""
    codes: dict[str, list[tuple[str, str]]] = {}
    for item in result.findings:
        if item.code not in ("table-superseded", "cohort-missing"):
            codes.setdefault(item.code, []).append((item.place, item.indicator))
    return codes


def parity(table_id: str, count: int) -> tuple[dict[str, int], list[str]]:
    """Compare native workbooks of random units: cells compared in each engine, differences."""
    compared = dict.fromkeys(ENGINES, 0)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        for unit in units(table_id, count):
            book, result = built(unit, NATIVE, Path(name))
            shown = answers(book)
            for key, value in expected(result).items():
                if shown[key] != value:
                    wrong.append(f"{table_id} {unit['name']} {key}: {value!r} ≠ {shown[key]!r}")
            stored = formulas(book)
            for engine, run in ENGINES.items():
                got = run(book)
                compared[engine] += len(got)
                wrong += [f"{table_id} {unit['name']} {engine} {w}" for w in unlike(stored, got)]
    return compared, wrong
