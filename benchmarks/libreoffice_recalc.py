"""Recalculation in LibreOffice: 60 scores by the add-in against 60 by native formulas.

Run from the root of the project: `python -m benchmarks.libreoffice_recalc`. One process, the same
figures, both results compared first; medians of 15. Three times are printed: the bare
recalculation of all scores, one figure changed until its score is there, and the opening of the
file, which computes everything once. In the first, a native formula takes 2–3 µs and a call of
any Python function by LibreOffice 5–14 µs (it makes and drops a Python thread state each time),
so the ratio is far above 1 whatever the engine does; the others are what an official waits for.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import xlsxwriter

from rulesets import files
from rulesets.laws import kind_of, load_scored
from scoring.model import Indicator
from scoring.slots import SlotKind
from tests.libreoffice.office import Book, Office, Value
from udfs.cells import option_text
from udfs.registry import call
from workbooks.design.native import score_formula
from xl_addin.libreoffice.build import build

ROWS = 60
TIMES = 15
OPTION_COLUMNS = "CDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Row:
    """One indicator in the sheet: inputs in column A from `top` on, the score in B."""

    table: str
    indicator: Indicator
    top: int

    def address(self, slot: str) -> str:
        """The cell of an input."""
        names = [s.name for s in self.indicator.slots]
        return f"A{self.top + names.index(slot)}"

    def option(self, slot: str, ordinal: int) -> str:
        """The cell with the text of an option."""
        return f"{OPTION_COLUMNS[ordinal]}{self.address(slot)[1:]}"

    def cohort(self, slot: str) -> str:
        """Rows with a cohort are not measured."""
        raise NotImplementedError

    @property
    def figures(self) -> list[Value]:
        """Figures as an official fills them."""
        return [
            "Có"
            if slot.kind is SlotKind.ANSWER
            else option_text(slot.options[0], 1)
            if slot.kind is SlotKind.OPTION
            else None
            if slot.kind is SlotKind.PERCENT and place
            else 40.0 * (place + 1)
            for place, slot in enumerate(self.indicator.slots)
        ]

    def cells(self) -> dict[str, Value]:
        """Everything in the sheet but the score."""
        cells: dict[str, Value] = {}
        for slot, figure in zip(self.indicator.slots, self.figures, strict=True):
            cells[self.address(slot.name)] = figure
            for ordinal, label in enumerate(slot.options, 1):
                cells[self.option(slot.name, ordinal)] = option_text(label, ordinal)
        return cells

    @property
    def by_addin(self) -> str:
        """The formula of the edition for machines with the add-in."""
        last = self.top + len(self.indicator.slots) - 1
        return f'=DTI_SCORE("{self.table}","{self.indicator.code}",A{self.top}:A{last})'

    @property
    def native(self) -> str:
        """The formula of the edition for machines without."""
        return "=" + score_formula(self.indicator.program, self)


def rows() -> Iterator[Row]:
    """Rows of the official tables that have a score for these figures."""
    top = 1
    for table in files.table_ids():
        if kind_of(table) != "scored":
            continue
        for indicator in load_scored(table).indicators:
            row = Row(table, indicator, top)
            if any(slot.kind is SlotKind.COHORT for slot in indicator.slots):
                continue
            handed = tuple(("" if figure is None else figure,) for figure in row.figures)
            if isinstance(call("DTI_SCORE", table, indicator.code, handed), float):
                yield row
                top += len(indicator.slots)


def write(path: Path, chosen: list[Row], formula: Callable[[Row], str]) -> Path:
    """A file with the chosen rows."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for row in chosen:
            for address, value in row.cells().items():
                sheet.write(address, value)
            sheet.write_formula(f"B{row.top}", formula(row))
    return path


def scores(book: Book, chosen: list[Row]) -> list[float]:
    """What the score cells show."""
    shown = [book.cell(f"B{row.top}") for row in chosen]
    return [cell.value for cell in shown if isinstance(cell.value, float)]


def opened(office: Office, path: Path) -> float:
    """Seconds to open a file, which computes it."""
    started = time.perf_counter()
    book = office.open(path)
    seconds = time.perf_counter() - started
    book.close()
    return seconds


def main() -> None:
    """Print the medians."""
    chosen = [row for row, _ in zip(rows(), range(ROWS), strict=False)]
    counted = next(row for row in chosen if row.indicator.slots[0].kind is SlotKind.NUMBER)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        addin = write(folder / "addin.xlsx", chosen, lambda row: row.by_addin)
        native = write(folder / "native.xlsx", chosen, lambda row: row.native)
        with (
            Office(build(folder)[0]) as office,
            office.open(addin) as by_addin,
            office.open(native) as by_formula,
        ):
            a, b = scores(by_addin, chosen), scores(by_formula, chosen)
            assert len(a) == len(b) == ROWS
            assert all(abs(x - y) < 1e-9 for x, y in zip(a, b, strict=True))
            for book in (by_addin, by_formula):
                book.time(TIMES)  # warm
            print(f"{ROWS} scores, medians of {TIMES}, ms  add-in   native   ratio")
            report("full recalculation", by_addin.time(TIMES), by_formula.time(TIMES))
            cells = (f"A{counted.top}", f"B{counted.top}")
            report(
                "one figure changed",
                by_addin.time_change(TIMES, *cells),
                by_formula.time_change(TIMES, *cells),
            )
            report(
                "opening the file",
                [opened(office, addin) for _ in range(TIMES)],
                [opened(office, native) for _ in range(TIMES)],
            )


def report(what: str, addin: list[float], native: list[float]) -> None:
    """Print one line, in milliseconds."""
    a, n = median(addin) * 1e3, median(native) * 1e3
    print(f"{what:28} {a:7.2f}  {n:7.2f}   {a / n:5.2f}")


if __name__ == "__main__":
    main()
