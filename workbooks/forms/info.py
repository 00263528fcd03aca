"""General information: the lines above the scored table, on whatever sheet they stand."""

from __future__ import annotations

from reading.typed import ReadKind, read, read_numeral
from scoring.law import InfoLine, Law
from workbooks.files.book import Book, Cell, CellKind, Sheet
from workbooks.forms.codes import codes_of
from workbooks.forms.titles import key, similarity
from workbooks.forms.values import is_blank, json_number

Info = dict[str, "int | float | bool | str"]

_CLOSE = 0.85
_FEWEST = 3
_SKIP = ("nguoi", "ho", "xa", "thon", "may", "he thong", "co quan", "don vi tinh")


def read_info(book: Book, law: Law) -> Info:
    """Read the values of the general information that stand there for sure.

    A block is only believed where at least three of its lines are found in one column.
    """
    best: Info = {}
    hits = 0
    for sheet in book.sheets:
        found, count = _read_sheet(sheet, law)
        if count > hits:
            best, hits = found, count
    return best if hits >= _FEWEST else {}


def _read_sheet(sheet: Sheet, law: Law) -> tuple[Info, int]:
    labels = {key(line.label): line for line in law.info}
    titles = {key(row.name) for row in law.rows}
    found: Info = {}
    seen: set[str] = set()
    exact = sum(
        cell.kind is CellKind.TEXT and key(str(cell.value)) in labels
        for cell in sheet.cells.values()
    )
    if exact < _FEWEST:
        return {}, 0
    for row, cells in sheet.rows.items():
        for cell in cells[:3]:
            line = _line_of(cell, cells, labels, titles)
            if line is None or line.code in seen:
                continue
            seen.add(line.code)
            value = _value(sheet, row, cell, line)
            if value is not None:
                found[line.code] = value
            break
    return found, len(seen)


def _line_of(
    cell: Cell, cells: tuple[Cell, ...], labels: dict[str, InfoLine], titles: set[str]
) -> InfoLine | None:
    if cell.kind is not CellKind.TEXT:
        return None
    words = key(str(cell.value))
    if words in labels:
        return labels[words]
    if len(words) < 8 or words in titles:
        return None
    codes = {code for other in cells[:2] for code in codes_of(other).strong}
    ranked = sorted(
        ((similarity(words, label), line.code) for label, line in labels.items()), reverse=True
    )
    if not ranked or ranked[0][0] < _CLOSE:
        return None
    code = ranked[0][1]
    plain = {code, code.split(".", 1)[-1]}
    return next(x for x in labels.values() if x.code == code) if codes & plain else None


def _value(sheet: Sheet, row: int, label: Cell, line: InfoLine) -> int | float | bool | str | None:
    """What stands to the right of a label, unless it is printed there anyway."""
    printed = {key(text) for text in (line.unit, line.agency, line.note) if text}
    for cell in sheet.rows[row]:
        if cell.col <= label.col or is_blank(cell) or not cell.cached:
            continue
        if cell.kind is CellKind.NUMBER and not isinstance(cell.value, str | bool):
            return json_number(cell.value)
        if cell.kind is not CellKind.TEXT:
            continue
        text = " ".join(str(cell.value).split())
        words = key(text)
        if words in printed or words in _SKIP or any(similarity(words, p) > 0.8 for p in printed):
            continue
        number = read_numeral(text)
        said = read(text)
        if number is not None:
            return json_number(number)
        if said.kind is ReadKind.NUMBER and said.value is not None:
            return json_number(said.value)
        if not line.unit and not line.label.lower().startswith(("số ", "tổng ")):
            return text
    return None
