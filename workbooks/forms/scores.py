"""Scores: maxima, typed scores and «không đánh giá» marks of the rows of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reading.typed import ReadKind, read, read_numeral
from scoring.findings import Finding, finding
from texts import Text, text
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.columns import Columns, bare_points
from workbooks.forms.lines import Line
from workbooks.forms.rows import Block
from workbooks.forms.titles import key
from workbooks.forms.values import is_blank, shown, typed_before

_EXCLUDED = re.compile(
    r"\s*[-–+•*(]*\s*(?:không (?:thuộc đối tượng |thuộc diện )?(?:được )?(?:đánh giá|xét)|kđg)\b"
    r"(?:\s*chỉ số này|\s*tiêu chí này)?",
    re.IGNORECASE,
)
_OF_MAXIMUM = re.compile(r"\s*([\d.,]+)\s*/\s*([\d.,]+)\s*(?:điểm|đ)?\s*", re.IGNORECASE)
_MARKS = ("x", "v", "co", "1")
_LONG = 300


@dataclass(frozen=True, slots=True)
class Score:
    """A number of points in a cell; `finding` where it does not stand there as a number."""

    value: Fraction | None = None
    cell: str = ""
    formula: str = ""
    finding: Finding | None = None


def first_filled(sheet: Sheet, lines: Iterable[Line], col: int | None) -> Cell | None:
    """The only or first filled cell of a column; of several scores below, none is the row's."""
    if col is None:
        return None
    for line in lines:
        cell = sheet.at(line.row, col)
        if cell is not None and (not is_blank(cell) or cell.formula):
            return cell
    return None


def read_max(sheet: Sheet, columns: Columns, block: Block) -> tuple[Fraction | None, str]:
    """The maximum a form shows for a row, and its cell."""
    cell = first_filled(sheet, [block.main, *block.lines], columns.max)
    if cell is None:
        return None, ""
    if cell.kind is CellKind.NUMBER and not cell.is_percent:
        return Fraction(cell.value), cell.address
    if cell.kind is CellKind.TEXT:
        number = read_numeral(bare_points(str(cell.value)))
        return (None if number is None else Fraction(number)), cell.address
    return None, cell.address


def row_score(sheet: Sheet, columns: Columns, block: Block, maximum: Fraction | None) -> Score:
    """The score typed for a row: on its own line, or the only one below."""
    col = columns.score
    if col is None:
        return Score()
    own = first_filled(sheet, [block.main], col)
    if own is None:
        below = {
            cell.address: cell
            for line in block.lines
            if (cell := sheet.at(line.row, col)) is not None and not is_blank(cell)
        }
        own = next(iter(below.values())) if len(below) == 1 else None
    return read_score(sheet, own, block.entry.code, maximum)


def read_score(
    sheet: Sheet, cell: Cell | None, code: str, maximum: Fraction | None = None
) -> Score:
    """Read points: a number, or a text that surely means one (with a finding)."""
    if cell is None or _EXCLUDED.match(str(cell.value)):
        return Score(cell=cell.address if cell else "")

    def found(name: str, expected: str | Text = "") -> Finding:
        return finding(
            name,
            code,
            sheet.name,
            cell.address,
            label=text("form.points"),
            actual=shown(cell),
            expected=expected,
        )

    place, formula = cell.address, cell.formula
    if not cell.cached:
        return Score(None, place, formula, found("score-uncached"))
    if cell.kind is CellKind.NUMBER:
        return Score(Fraction(cell.value), place, formula)
    if cell.kind is CellKind.DATE:
        return Score(None, place, formula, found("input-is-date", typed_before(cell)))
    if cell.kind is CellKind.TEXT:
        number = _points(str(cell.value), maximum)
        if number is not None:
            return Score(number, place, formula, found("number-as-text"))
        return Score(None, place, formula)
    return Score(None, place, formula, found("input-not-a-number"))


def _points(text: str, maximum: Fraction | None) -> Fraction | None:
    number = read_numeral(bare_points(text))
    if number is not None:
        return Fraction(number)
    match = _OF_MAXIMUM.fullmatch(text)
    if match and maximum is not None:
        points, whole = read_numeral(match[1]), read_numeral(match[2])
        if points is not None and whole is not None and Fraction(whole) == maximum:
            return Fraction(points)
    return None


def exclusion(sheet: Sheet, columns: Columns, block: Block) -> tuple[str, str] | None:
    """The reason and the cell of a «không đánh giá» mark; None where there is none."""
    for line in block.lines:
        marked = _marked(sheet, columns, line)
        if marked is not None:
            return marked
        for col in (*columns.results, columns.score, *columns.notes):
            cell = sheet.at(line.row, col) if col else None
            if cell is None or cell.kind is not CellKind.TEXT or len(str(cell.value)) > _LONG:
                continue
            match = _EXCLUDED.match(str(cell.value))
            if match:
                rest = str(cell.value)[match.end() :].strip(" .:;,-–()\n")
                return rest or _reason(sheet, columns, line, cell), cell.address
    return None


def _marked(sheet: Sheet, columns: Columns, line: Line) -> tuple[str, str] | None:
    """A mark in a column of its own; any other words there are the reason itself."""
    cell = sheet.at(line.row, columns.excluded) if columns.excluded else None
    if cell is None or is_blank(cell) or cell.row != line.row:
        return None
    if cell.kind is CellKind.BOOLEAN:
        return (_reason(sheet, columns, line, cell), cell.address) if cell.value else None
    words = key(str(cell.value))
    if words in ("0", "khong") or read(str(cell.value)).kind is ReadKind.NO:
        return None
    if words in _MARKS or read(str(cell.value)).kind is ReadKind.YES:
        return _reason(sheet, columns, line, cell), cell.address
    rest = _EXCLUDED.sub("", str(cell.value)).strip(" .:;,-–()\n")
    return rest or _reason(sheet, columns, line, cell), cell.address


def _reason(sheet: Sheet, columns: Columns, line: Line, mark: Cell) -> str:
    for col in (columns.reason, *columns.notes):
        cell = sheet.at(line.row, col) if col else None
        if cell is not None and cell.kind is CellKind.TEXT and cell.address != mark.address:
            return " ".join(str(cell.value).split())
    return ""
