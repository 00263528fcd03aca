"""Cells of an .xlsx sheet, made of what its XML says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.numbers import from_float
from workbooks.files import limits
from workbooks.files.book import Cell, CellKind, Style, place_of
from workbooks.files.refusals import too_much, unreadable
from workbooks.files.xlsx_sheet import RawCell

if TYPE_CHECKING:
    from openpyxl.formula.translate import Translator

YES = ("1", "true")
Scalar = Fraction | int | str | bool
_NOT_FINITE = (CellKind.ERROR, "#NUM!")


@dataclass
class Shared:
    """What the cells of all sheets of a book share."""

    texts: list[str]
    styles: tuple[Style, ...]
    day_shift: int
    """Days that are added to a serial number of a book that counts from 1904."""
    columns: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, Fraction | int | None] = field(default_factory=dict)
    """Numbers by how they are written; None where one is not finite. Forms repeat theirs."""
    translated: int = 0

    def number(self, raw: str) -> Fraction | int | None:
        """The exact number, None for infinity. Raises ValueError for a text."""
        value: Fraction | int | None
        if raw.isdigit() and len(raw) < 16:
            value = int(raw)
        else:
            number = float(raw)
            value = from_float(number) if number - number == 0 else None
        self.numbers[raw] = value
        return value

    def column(self, letters: str) -> int:
        """The number of a column. Raises Unreadable where a sheet has none such."""
        found = place_of(f"{letters}1")[1]
        if found > limits.COLUMNS:
            raise unreadable("damaged.place", place=letters)
        self.columns[letters] = found
        return found


def make_cells(raw: list[RawCell], shared: Shared) -> Iterator[Cell]:
    """The cells of one sheet, in the order of the file.

    Raises Unreadable; ValueError and IndexError where the file does not say what it should.
    """
    styles, last_style = shared.styles, len(shared.styles)
    written_out = _SharedFormulas(shared).written_out
    new, number, column, texts = tuple.__new__, shared.number, shared.column, shared.texts
    numbers, columns, longest = shared.numbers, shared.columns, limits.TEXT
    number_kind, date_kind, text_kind = CellKind.NUMBER, CellKind.DATE, CellKind.TEXT
    kind: CellKind
    held: Scalar
    for letters, row, style_number, written, value, formula, more in raw:
        style = int(style_number)
        look = styles[style if style < last_style else 0]
        text, cached = "", True
        if formula is not None:
            text = formula if more is None else written_out(formula, more, f"{letters}{row}")
            if len(text) > longest:
                raise too_much("text", longest)
        if value is None or (value == "" and written == "n"):
            kind, held, cached = text_kind, "", False
        elif written == "n":
            exact = numbers[value] if value in numbers else number(value)
            if exact is None:
                kind, held = _NOT_FINITE
            elif look.shows_date:
                kind, held = date_kind, exact + shared.day_shift
            else:
                kind, held = number_kind, exact
        elif written == "s":
            kind, held = text_kind, texts[int(value)]
            if not held:
                continue
        else:
            kind, held = _other(written, value)
        yield new(
            Cell,
            (
                row, columns.get(letters) or column(letters), kind, held, text, cached,
                look.number_format, look.font, style,
            ),
        )  # fmt: skip


def _other(written: str, value: str) -> tuple[CellKind, Scalar]:
    """The kind and content of a cell that is neither a number nor a shared text."""
    if written == "b":
        return CellKind.BOOLEAN, value in YES
    if written == "d":
        return CellKind.DATE, _serial(value)
    if len(value) > limits.TEXT:
        raise too_much("text", limits.TEXT)
    return (CellKind.ERROR if written == "e" else CellKind.TEXT), value  # else: str, inlineStr


def _serial(raw: str) -> Fraction | int:
    """The serial number of an ISO day.

    >>> _serial("2024-08-08T12:00:00")
    Fraction(91025, 2)
    """
    delta = datetime.fromisoformat(raw.rstrip("Z")) - datetime(1899, 12, 30)
    value = Fraction(delta.days) + Fraction(delta.seconds, 86400)
    return int(value) if value.denominator == 1 else value


class _SharedFormulas:
    """The formulas of one sheet, shared ones written out for the cell that they stand in."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._first: dict[str, tuple[str, str]] = {}
        self._translators: dict[str, Translator] = {}

    def written_out(self, formula: str, given: dict[str, str], reference: str) -> str:
        """The formula of a cell. Raises Unreadable where there is more of it than is read."""
        if given.get("t") != "shared":
            return formula
        index = given.get("si", "")
        if formula:
            self._first[index] = (reference, formula)
            self._translators.pop(index, None)
            return formula
        if index not in self._first:
            return ""
        return self._translated(index, reference)

    def _translated(self, index: str, reference: str) -> str:
        from openpyxl.formula.translate import Translator, TranslatorError

        origin, first = self._first[index]
        self._shared.translated += len(first)
        if self._shared.translated > limits.TRANSLATED:
            raise too_much("translated", limits.TRANSLATED)
        try:
            if index not in self._translators:
                self._translators[index] = Translator(f"={first}", origin=origin)
            return str(self._translators[index].translate_formula(reference))[1:]
        except (TranslatorError, ValueError):
            return first
