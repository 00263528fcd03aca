"""The port of every engine that recalculates a workbook, and what they hand over."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol

from scoring.numbers import Rational, from_float
from workbooks.files.book import Book

Target = tuple[str, int, int]
"""Sheet, row, column (from 1)."""

Recalculated = Rational | str | None
"""A number, a text (an error as Excel writes it: `#VALUE!`), or nothing: an empty cell."""

ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
"""The errors of a cell, as Excel writes them (ECMA-376 part 1, 18.17.3)."""


class Engine(Protocol):
    """Evaluates cells from their formulas, never from what is stored in them.

    A cell of which nothing can be said is left out: its formula is not understood, or would take
    more time or memory than a file is given. An engine never raises for what a book holds.
    """

    def __call__(self, book: Book, targets: Iterable[Target]) -> dict[Target, Recalculated]:
        """What the wanted cells give."""


def agreed(
    one: dict[Target, Recalculated], other: dict[Target, Recalculated]
) -> dict[Target, Recalculated]:
    """What two engines say alike; where their numbers differ, nothing is said."""

    def differ(a: Recalculated, b: Recalculated) -> bool:
        numbers = isinstance(a, int | Fraction) and isinstance(b, int | Fraction)
        return numbers and abs(Fraction(a) - Fraction(b)) > Fraction(1, 10**6)  # type: ignore[arg-type]

    return {target: None if differ(v, other.get(target)) else v for target, v in one.items()}


def number_of(value: float) -> Recalculated:
    """A number as a cell shows it.

    >>> number_of(0.1 + 0.2), number_of(float("inf"))
    (Fraction(3, 10), '#NUM!')
    """
    return from_float(value) if value - value == 0 else "#NUM!"


def is_ours_to_stop(error: BaseException) -> bool:
    """Whether an exception is a wish to end, not a failure of an engine.

    A crash in an engine written in Rust arrives as a BaseException too.
    """
    return isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit)


def without_unknown_functions(
    book: Book, found: dict[Target, Recalculated]
) -> dict[Target, Recalculated]:
    """What was found, without `#NAME?` that the file itself does not show.

    An engine gives it for each function that it does not know, though Excel may know it.
    """

    def stored(target: Target) -> object:
        cell = book.sheet(target[0]).cells.get(target[1:])
        return None if cell is None else cell.value

    return {
        target: value
        for target, value in found.items()
        if value != "#NAME?" or stored(target) == value
    }
