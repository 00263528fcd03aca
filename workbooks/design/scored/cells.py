"""Cells: where the figures of one indicator stand, as its formulas see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.slots import Slot, SlotKind
from workbooks.design.draft import Draft
from workbooks.design.grid import Area, Place, letter
from workbooks.design.names import COHORT, LISTS, SCORING, Key
from workbooks.design.options import choice_texts
from workbooks.design.scored.rows import (
    COHORT_FIRST,
    COHORT_UNITS,
    COLUMN,
    IndicatorRows,
    Rows,
)

_LISTS_FIRST = 2
"""Có and Không stand above the dropdown texts."""
_TAKEN = letter(COLUMN["taken"])
_COUNTED = re.compile(rf"COUNTA\(({_TAKEN}\d+(?::{_TAKEN}\d+)?)\)")


def place(draft: Draft, key: str, row: int) -> Place:
    """A cell of the scoring sheet."""
    return draft.at(SCORING, row, COLUMN[key])


def column_area(draft: Draft, key: str, first: int, last: int) -> Area:
    """Cells of one column of the scoring sheet."""
    return place(draft, key, first).to(place(draft, key, last))


def cohort_area(draft: Draft, number: int) -> Area:
    """The values of the units of a cohort."""
    first = draft.at(COHORT, COHORT_FIRST, number + 2)
    return first.to(draft.at(COHORT, COHORT_FIRST + COHORT_UNITS - 1, number + 2))


def list_area(draft: Draft, rows: Rows, texts: tuple[str, ...]) -> Area:
    """The texts of a dropdown on the hidden sheet."""
    first = _LISTS_FIRST + rows.lists[texts]
    return draft.at(LISTS, first, 0).to(draft.at(LISTS, first + len(texts) - 1, 0))


@dataclass(frozen=True)
class RowCells:
    """The cells of one indicator (see `scoring.expression.Cells`).

    A figure that the document takes from the general information is read from a cell of its own,
    which holds what was typed or else what is taken over.
    """

    draft: Draft
    rows: Rows
    here: IndicatorRows

    def typed(self, slot: Slot) -> Place:
        """The yellow cell of an input. Raises KeyError for a figure that stands elsewhere."""
        return self._at(slot, "input")

    def taken(self, slot: Slot) -> Place:
        """The cell with the figure that counts: the typed one, or the one taken over."""
        return self._at(slot, "taken" if slot.from_info else "input")

    def _at(self, slot: Slot, key: str) -> Place:
        for candidate, row in self.here.slots:
            if candidate.name == slot.name:
                return place(self.draft, key, row)
        raise KeyError(slot.name)

    def slot(self, name: str) -> Slot:
        """The slot of that name."""
        return self.here.indicator.program.by_name[name]

    def address(self, slot: str) -> str:
        """The cell that the rule reads."""
        found = self.slot(slot)
        if found.kind is SlotKind.COHORT:
            return self.cohort(slot)
        if found.kind is SlotKind.ROW:
            return place(self.draft, "score", self.rows.by_code[found.row].row).address
        return self.taken(found).address

    def option(self, slot: str, ordinal: int) -> str:
        """The cell with the dropdown's text."""
        texts = choice_texts(self.here.indicator, self.slot(slot))
        row = _LISTS_FIRST + self.rows.lists[texts] + ordinal - 1
        return self.draft.at(LISTS, row, 0).fixed

    def cohort(self, slot: str) -> str:
        """The values of the cohort, on their own sheet."""
        return cohort_area(self.draft, self.rows.cohorts[self.here.code]).fixed

    def info(self, slot: Slot) -> list[str]:
        """The lines of the general information that a figure is taken from."""
        return [self.draft.fields[Key("info", code)].fixed for code in slot.from_info]

    @property
    def span(self) -> Area:
        """The yellow cells of the indicator."""
        rows = [row for _, row in self.here.slots]
        return column_area(self.draft, "input", rows[0], rows[-1])

    def ranges(self) -> list[str]:
        """What a function of ours is given: ranges, so that blanks survive on every host."""
        found: list[Area] = []
        for slot, _ in self.here.slots:
            cell = self.taken(slot)
            last = found[-1] if found else None
            if last and last.column == cell.column and last.last_row == cell.row - 1:
                found[-1] = Area(cell.sheet, last.row, last.column, cell.row, cell.column)
            else:
                found.append(cell.to(cell))
        texts = [area.address for area in found]
        for slot in self.here.indicator.slots:
            if slot.kind is SlotKind.ROW:
                score = self.address(slot.name)
                texts.append(f"{score}:{score}")
            elif slot.kind is SlotKind.COHORT:
                texts.append(self.cohort(slot.name))
        return texts

    def blank(self, slot: Slot) -> str:
        """Whether a figure is missing, as a formula."""
        if slot.kind is SlotKind.ROW:
            return f'{self.address(slot.name)}=""'
        return self.counted(f"COUNTA({self.address(slot.name)})=0")

    @staticmethod
    def counted(formula: str) -> str:
        """A formula that asks whether figures are there, mindful of the cells that take over.

        Such a cell holds a formula and is never blank: only a number in it is a figure.
        """
        return _COUNTED.sub(r"COUNT(\1)", formula)
