"""Small books made of cells, for engines; and those that would hold one up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from workbooks.engines import Target
from workbooks.files.book import Book, Cell, CellKind, Sheet


def T(sheet: str, row: int, col: int) -> Target:  # noqa: N802
    return sheet, row, col


def formula(row: int, col: int, text: str, stored: int | str = 0) -> Cell:
    if isinstance(stored, str):
        return Cell(row, col, CellKind.ERROR, stored, text)
    return Cell(row, col, CellKind.NUMBER, stored, text)


def value(row: int, col: int, held: int | Fraction | str, error: bool = False) -> Cell:
    kind = CellKind.TEXT if isinstance(held, str) else CellKind.NUMBER
    return Cell(row, col, CellKind.ERROR if error else kind, held)


def book(*cells: Cell, names: dict[str, tuple[str, str]] | None = None) -> Book:
    sheet = Sheet("S", cells={(cell.row, cell.col): cell for cell in cells})
    return Book(Path("a.xlsx"), (sheet,), names=names or {})


Hostile = Callable[[], tuple[Book, Target, str]]
_A1 = ("S", 1, 1)


def _one(text: str, engine: str = "recalculate") -> Hostile:
    def make() -> tuple[Book, Target, str]:
        more = [value(5, 5, "a" * 30_000), value(6, 5, 10**308)]
        return book(formula(1, 1, text), *more), _A1, engine

    return make


def _chain(engine: str) -> Hostile:
    def make() -> tuple[Book, Target, str]:
        cells = [formula(row, 1, f"A{row - 1}+1") for row in range(2, 20_001)]
        return book(value(1, 1, 1), *cells), ("S", 20_000, 1), engine

    return make


def _running_sums() -> tuple[Book, Target, str]:
    ones = [value(row, 1, 1) for row in range(1, 3001)]
    sums = [formula(row, 2, f"SUM(A$1:A{row})") for row in range(1, 3001)]
    return book(*ones, *sums), ("S", 3000, 2), "recalculate"


def _whole_columns() -> tuple[Book, Target, str]:
    sums = [
        formula(row, 1, f'SUMPRODUCT((B1:B1048576="x{row}")*(C1:C1048576="y"))')
        for row in range(2, 60)
    ]
    return book(formula(1, 1, "SUM(A2:A60)"), *sums), _A1, "recalculate"


def _many_cells() -> tuple[Book, Target, str]:
    cells = [value(row, 2, row) for row in range(1, 60_001)]
    return book(formula(1, 1, "SUM(B:B)"), *cells), _A1, "recalculate"


def _circle(engine: str) -> Hostile:
    return lambda: (book(formula(1, 1, "B1"), formula(1, 2, "A1")), _A1, engine)


_NESTED = "SUBSTITUTE(" * 5 + "E5" + ',"a","aaaaaaaaaaaaaaaaaaaa")' * 5
HOSTILE: dict[str, Hostile] = {
    "a chain of 20,000": _chain("recalculate"),
    "a chain of 20,000, deep": _chain("recalculate_deep"),
    "SUBSTITUTE of 900 MB": _one('SUBSTITUTE(E5,"a",E5)'),
    "five nested SUBSTITUTE": _one(_NESTED),
    "REPT of 2 GB": _one('REPT("a",2000000000)'),
    "REPT of 2 GB, deep": _one('REPT("a",2000000000)', "recalculate_deep"),
    "row times column": _one("SUMPRODUCT(A2:A1048576*B1:XFD1)"),
    "running sums": _running_sums,
    "all columns": _one("SUM(F:XFD)"),
    "all columns, deep": _one("SUM(F:XFD)", "recalculate_deep"),
    "many whole columns": _whole_columns,
    "wildcards, deep": _one('COUNTIF(E5,"*a*a*a*a*a*a*b")', "recalculate_deep"),
    "more cells than are loaded": _many_cells,
    "1e308 times ten": _one("E6*10"),
    "half of a pair": _one('"\ud800"&"x"'),
    "a circle": _circle("recalculate"),
    "a circle, deep": _circle("recalculate_deep"),
}
