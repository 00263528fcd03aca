"""Native workbooks inside independent engines, for whole units at once."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scoring.model import Table
from scoring.program import Outcome
from scoring.slots import Slot, SlotKind
from scoring.submission import read_inputs
from udfs.cells import option_text
from workbooks.layout import COHORT, INFO, LISTS, NATIVE, SCORING, Layout, cell, layout
from workbooks.score_formulas import score_cell

SHEETS = (SCORING, LISTS, COHORT, INFO)
"""The sheets that score formulas look at."""

Addresses = dict[tuple[str, str], tuple[str, int, int]]


def cell_value(slot: Slot, value: Any) -> Any:
    """What an official would have in the cell: dropdown text, Có/Không, 0–1 for a percentage."""
    if value is None:
        return None
    if slot.kind is SlotKind.ANSWER:
        return "Có" if value else "Không"
    if slot.kind is SlotKind.OPTION and 1 <= value <= len(slot.options):
        return option_text(slot.options[value - 1], value)
    return float(value)


class NativeBook:
    """The scoring sheet of a table's native edition, loaded into one engine."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.plan: Layout = layout(table.id)

    def formulas(self) -> dict[str, tuple[int, int, str]]:
        """Code → row, column (from 1) and formula of its score."""
        result = {}
        for place in self.plan.indicators:
            address = cell("score", place.row)
            row, column = _place(address)
            result[place.indicator.code] = (row, column, score_cell(self.plan, place, NATIVE))
        return result

    def inputs(self, unit: Mapping[str, Any]) -> list[tuple[str, int, int, Any]]:
        """Sheet, row, column and value of every input cell, blanks included."""
        cells: list[tuple[str, int, int, Any]] = []
        for place in self.plan.indicators:
            code = place.indicator.code
            figures: Any = read_inputs(place.indicator, unit["inputs"].get(code, {}))
            for slot, row in place.slots:
                address = _place(cell("input", row))
                cells.append((SCORING, *address, cell_value(slot, figures.get(slot.name))))
            if code in self.plan.cohorts:
                cells += self._cohort(code, figures.get("cohort") or ())
        return cells

    def _cohort(self, code: str, values: Any) -> list[tuple[str, int, int, Any]]:
        sheet, area = self.plan.cohorts[code].replace("'", "").split("!")
        row, column = _place(area.replace("$", "").split(":")[0])
        return [
            (sheet, row + n, column, float(values[n]) if n < len(values) else None)
            for n in range(5)
        ]

    def options(self) -> list[tuple[str, int, int, str]]:
        """The dropdown texts on their hidden sheet."""
        return [
            (LISTS, entry.first_row + n + 1, 1, text)
            for entry in self.plan.lists.values()
            for n, text in enumerate(entry.texts)
        ]

    def expected(self, unit: Mapping[str, Any]) -> dict[str, Outcome]:
        """What the engine says."""
        return {
            row.code: row.program.run(read_inputs(row, unit["inputs"].get(row.code, {})))
            for row in self.table.indicators
        }


class Formualizer(NativeBook):
    """The sheet in formualizer."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        import formualizer

        self.engine = formualizer.Workbook()
        for sheet in SHEETS:
            self.engine.add_sheet(sheet)
        for place in self.options():
            self.engine.set_value(*place)
        self.targets = {}
        for code, (row, column, formula) in self.formulas().items():
            self.engine.set_formula(SCORING, row, column, formula)
            self.targets[code] = (SCORING, row, column)

    def scores(self, unit: Mapping[str, Any]) -> dict[str, Any]:
        """Code → number, text or "#ERROR"."""
        for place in self.inputs(unit):
            self.engine.set_value(*place)
        values = self.engine.evaluate_cells(list(self.targets.values()))
        return dict(zip(self.targets, map(plain, values), strict=True))


class IronCalc(NativeBook):
    """The sheet in IronCalc."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        import ironcalc

        self.model = ironcalc.create("parity", "en", "UTC", "en")
        self.sheets = {name: number for number, name in enumerate(SHEETS)}
        for _ in SHEETS[1:]:
            self.model.new_sheet()
        for name, number in self.sheets.items():
            self.model.rename_sheet(number, name)
        for sheet, row, column, text in self.options():
            self.model.update_cell_with_text(self.sheets[sheet], row, column, text)
        self.targets = {}
        for code, (row, column, formula) in self.formulas().items():
            self.model.set_user_input(0, row, column, formula)
            self.targets[code] = (row, column)

    def scores(self, unit: Mapping[str, Any]) -> dict[str, Any]:
        """Code → number, text or "#ERROR"."""
        for sheet, row, column, value in self.inputs(unit):
            number = self.sheets[sheet]
            if value is None:
                self.model.clear_cell_contents(number, row, column)
            elif isinstance(value, str):
                self.model.update_cell_with_text(number, row, column, value)
            else:
                self.model.update_cell_with_number(number, row, column, value)
        self.model.evaluate()
        return {
            code: plain(self.model.get_cell_value(0, row, column))
            for code, (row, column) in self.targets.items()
        }


def plain(value: Any) -> Any:
    """A number, a text, or "#ERROR"."""
    if isinstance(value, dict) or (isinstance(value, str) and value.startswith("#")):
        return "#ERROR"
    if isinstance(value, int | float):
        return float(value)
    return value or ""


def differences(
    table: Table, unit: Mapping[str, Any], expected: dict[str, Outcome], got: dict[str, Any]
) -> list[str]:
    """What a surface shows otherwise than the engine; empty when all is equal to 1e-9."""
    wrong = []
    for code, outcome in expected.items():
        value = got[code]
        if outcome.score is not None:
            fits = isinstance(value, float) and abs(Fraction(value) - outcome.score) <= Fraction(
                1, 10**9
            )
        else:
            fits = value == ("" if outcome.waiting else "#ERROR")
        if not fits:
            inputs = unit["inputs"].get(code)
            wrong.append(f"{table.id} {code} {inputs}: {outcome.score} ≠ {value!r}")
    return wrong


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]), column
