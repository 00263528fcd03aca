"""Columns: where a form keeps codes, titles, maxima, scores and results.

The words of the header decide; where they fail, what stands in the columns does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reading.typed import read_numeral
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.codes import codes_of
from workbooks.forms.header import header_rows, header_texts, repeated_rows, role_of
from workbooks.forms.outline import EntryKind, Outline
from workbooks.forms.titles import key, split_code

_SELF = re.compile(r"tu (cham|danh gia)")
_YEAR = re.compile(r"\b(20\d\d)\b")
_SYMBOL = re.compile(r"(?:so lieu )?([a-p])(?: (?:tu so|mau so))?")
# A count and its total under headers of their own; a single one of them is an ordinary result.
_PART = re.compile(
    r"so luong|(?:so )?(?:luong )?(?:da )?(?:thuc hien|dat|hoan thanh|dap ung)(?: duoc)?"
)
_WHOLE = re.compile(r"tong(?: so)?(?: luong)?(?: (?:phai|can) (?:thuc hien|dat))?")
_PROOF = re.compile(r"tai lieu|kiem chung|minh chung|can cu|link")
_LEAST_ROWS = 3
_SAME_MAXIMA = 0.7


@dataclass(frozen=True)
class Columns:
    """The columns of one form by what they hold; `headers` are the rows of all its headers."""

    name: int
    code: int | None = None
    max: int | None = None
    score: int | None = None
    results: tuple[int, ...] = ()
    symbols: dict[int, str] = field(default_factory=dict)
    labels: tuple[int, ...] = ()
    """Columns that may name an input, besides the title: the scoring clause."""
    notes: tuple[int, ...] = ()
    evidence: frozenset[int] = frozenset()
    """Of the notes, those that name documents."""
    excluded: int | None = None
    reason: int | None = None
    unit: int | None = None
    percent_results: frozenset[int] = frozenset()
    mixed: frozenset[int] = frozenset()
    """Result columns whose cells name the evidence too."""
    titles: dict[int, tuple[str, str]] = field(default_factory=dict)
    """The header of each column: all its words, and the lowest ones."""
    headers: frozenset[int] = frozenset()
    first_row: int = 1


def find_columns(sheet: Sheet, outline: Outline) -> Columns | None:
    """Find the columns of the form on a sheet; None if its titles are not there."""
    name, first = _name_column(sheet, outline)
    if name is None:
        return None
    code = _code_column(sheet, outline, name)
    header = header_rows(sheet, name, first)
    texts = header_texts(sheet, header)
    columns = _by_words(texts, name, code, sheet.hidden_cols)
    repeated = repeated_rows(sheet, header) if header else set()
    below = min(header) if header else first
    columns = replace(columns, headers=frozenset(repeated | set(header)), first_row=below)
    return _by_content(sheet, outline, columns, texts)


def _name_column(sheet: Sheet, outline: Outline) -> tuple[int | None, int]:
    """The column where most titles stand, and the row of the first one."""
    found: dict[int, list[int]] = {}
    for (row, col), cell in sheet.cells.items():
        if cell.kind is CellKind.TEXT and _is_title(str(cell.value), outline):
            found.setdefault(col, []).append(row)
    if not found:
        return None, 0
    col, rows = max(found.items(), key=lambda item: len(item[1]))
    enough = len(rows) >= _LEAST_ROWS or _coded(sheet, outline, col, rows)
    return (col, min(rows)) if enough else (None, 0)


def _coded(sheet: Sheet, outline: Outline, col: int, rows: list[int]) -> bool:
    """A pillar of two rows on a sheet of its own: each has its printed title and code."""
    for row in rows:
        entries = outline.by_title.get(key(split_code(str(sheet.cells[row, col].value))[1]), ())
        codes = codes_of(sheet.at(row, col - 1)).strong if col > 1 else ()
        if not any(e.code in codes and e.kind is EntryKind.INDICATOR for e in entries):
            return False
    return True


def _is_title(text: str, outline: Outline) -> bool:
    title = key(split_code(text)[1])
    if len(title) < 12:
        return any(e.kind is EntryKind.PILLAR for e in outline.by_title.get(title, ()))
    likeness, entry = outline.closest(title)[0]
    return likeness >= 0.85 and entry.kind is not EntryKind.INFO


def _code_column(sheet: Sheet, outline: Outline, name: int) -> int | None:
    """The column with the most different codes; beside the titles if there are none."""
    found: dict[int, set[str]] = {}
    for (_, col), cell in sheet.cells.items():
        if col != name:
            for code in codes_of(cell).strong:
                if "." in code and code in outline.by_code:
                    found.setdefault(col, set()).add(code)
    left = {col: codes for col, codes in found.items() if col < name}
    candidates = left or found
    if candidates:
        col = max(candidates, key=lambda col: len(candidates[col]))
        if len(candidates[col]) >= (_LEAST_ROWS if left else len(outline.rows) // 2):
            return col
    return name - 1 if name > 1 else None


def _by_words(
    texts: dict[int, tuple[str, str]], name: int, code: int | None, hidden: frozenset[int]
) -> Columns:
    roles: dict[str, list[int]] = {}
    symbols: dict[int, str] = {}
    # A hidden column is an old one: where a visible one has the same role, that one counts.
    for col in sorted(texts.keys() - {name, code}, key=lambda col: (col in hidden, col)):
        symbol, role = _meaning(*texts[col])
        if symbol and not (col in hidden and symbol in symbols.values()):
            symbols[col] = symbol
        elif role and not (col in hidden and roles.get(role)):
            roles.setdefault(role, []).append(col)
    symbols |= _pair_of(roles, texts) if not {"num", "den"} & set(symbols.values()) else {}
    mixed, notes = roles.get("mixed", []), roles.get("note", [])
    if roles.get("result"):
        # «Tài liệu minh chứng số liệu» beside the results holds evidence alone.
        mixed, notes = [], sorted([*notes, *mixed])
    results = [*roles.get("result", []), *mixed]
    results = _latest([col for col in results if col not in symbols], texts)
    rates = [col for col, symbol in symbols.items() if symbol == "percent"]
    percents = {col for col in (*results, *rates) if "%" in texts[col][0]}
    return Columns(
        name=name,
        code=code,
        max=_only(roles.get("max")),
        score=_best_score(roles.get("score", []), texts),
        results=tuple(sorted(results)),
        symbols=symbols,
        labels=tuple(roles.get("method", [])),
        notes=tuple(notes),
        evidence=frozenset(col for col in notes if _PROOF.search(key(texts[col][0]))),
        excluded=_only(roles.get("excluded")),
        reason=_only(roles.get("reason")),
        unit=_only(roles.get("unit")),
        percent_results=frozenset(percents),
        mixed=frozenset(mixed),
        titles=texts,
    )


def _meaning(whole: str, lowest: str) -> tuple[str, str]:
    """The symbol a header names, or else the role of its column."""
    symbol = _SYMBOL.fullmatch(key(lowest))
    low = role_of(lowest) if lowest != whole else ""
    role = low if low in ("num", "den", "percent", "max", "verified") else role_of(whole)
    if symbol:
        return symbol[1], ""
    if role in ("num", "den", "percent"):
        return role, ""
    return "", role


def _pair_of(roles: dict[str, list[int]], texts: dict[int, tuple[str, str]]) -> dict[int, str]:
    """The columns «Số thực hiện» and «Tổng số», where the form has one of each."""
    used = [col for role in ("result", "score", "name", "") for col in roles.get(role, [])]
    used += [col for col in texts if not any(col in cols for cols in roles.values())]
    part = [col for col in used if _PART.fullmatch(key(texts[col][1]))]
    whole = [
        col
        for col in used
        if _WHOLE.fullmatch(key(texts[col][1])) and "diem" not in key(texts[col][0]).split()
    ]
    return {part[0]: "num", whole[0]: "den"} if len(part) == len(whole) == 1 else {}


def _only(cols: list[int] | None) -> int | None:
    return cols[0] if cols else None


def _latest(cols: list[int], texts: dict[int, tuple[str, str]]) -> list[int]:
    """Of columns for several years, the last year's."""
    years = {col: max(map(int, _YEAR.findall(texts[col][0])), default=0) for col in cols}
    latest = max(years.values(), default=0)
    if len(set(years.values()) - {0}) < 2:
        return cols
    return [col for col in cols if years[col] in (0, latest)]


def _best_score(cols: list[int], texts: dict[int, tuple[str, str]]) -> int | None:
    cols = _latest(cols, texts)
    own = [col for col in cols if _SELF.search(key(texts[col][0]))]
    points = [col for col in own if "diem" in key(texts[col][0])]
    return _only(points or own or cols)


def _by_content(
    sheet: Sheet, outline: Outline, columns: Columns, texts: dict[int, tuple[str, str]]
) -> Columns:
    """Let what stands in the columns correct what their headers say."""
    official = dict(_titled_rows(sheet, outline, columns.name))
    taken = {columns.name, columns.code, *columns.symbols, *columns.labels, *columns.notes}
    agreement = {
        col: _agreement(sheet, official, col)
        for col in {col for _, col in sheet.cells} - taken - set(columns.results)
    }
    if columns.max is None:
        free = {col: share for col, share in agreement.items() if col != columns.score or not texts}
        best = max(free, key=lambda col: (free[col], -col), default=None)
        if best is not None and free[best] >= _SAME_MAXIMA:
            columns = replace(columns, max=best)
    if columns.score is not None and columns.results == ():
        filled = [c for row in official if (c := sheet.at(row, columns.score)) is not None]
        words = [c for c in filled if c.kind is CellKind.TEXT and _numeral(c) is None]
        if len(words) * 2 > len(filled):
            columns = replace(columns, results=(columns.score,), score=None)
    if not texts:
        columns = _unheaded(sheet, official, columns)
    return columns


def _unheaded(sheet: Sheet, official: dict[int, Fraction], columns: Columns) -> Columns:
    """No header at all: the last numeric column is the score, other short cells the results."""
    rest = sorted(
        {col for row, col in sheet.cells if row in official}
        - {columns.name, columns.code, columns.max}
    )
    for col in reversed(rest):
        cells = {row: c for row in official if (c := sheet.at(row, col)) is not None}
        numbers = {row: n for row, c in cells.items() if (n := _numeral(c)) is not None}
        within = all(0 <= number <= official[row] for row, number in numbers.items())
        if within and len(numbers) * 2 > len(official):
            columns = replace(columns, score=col)
            rest.remove(col)
            break
    return replace(columns, results=tuple(rest))


def _titled_rows(sheet: Sheet, outline: Outline, name: int) -> list[tuple[int, Fraction]]:
    found = []
    for row in sheet.rows:
        cell = sheet.cells.get((row, name))
        if cell is None or cell.kind is not CellKind.TEXT:
            continue
        for entry in outline.by_title.get(key(split_code(str(cell.value))[1]), ()):
            if entry.kind is EntryKind.INDICATOR and entry.max_score is not None:
                found.append((row, entry.max_score))
    return found


def _agreement(sheet: Sheet, official: dict[int, Fraction], col: int) -> float:
    """Of the filled cells of a column, how many hold the official maximum of their row."""
    filled = [(row, cell) for row in official if (cell := sheet.at(row, col)) is not None]
    if len(filled) < _LEAST_ROWS or len(filled) * 3 < len(official):
        return 0.0
    return sum(_numeral(cell) == official[row] for row, cell in filled) / len(filled)


def _numeral(cell: Cell) -> Fraction | None:
    if cell.kind is CellKind.NUMBER:
        return Fraction(cell.value)
    if cell.kind is not CellKind.TEXT:
        return None
    number = read_numeral(bare_points(str(cell.value)))
    return None if number is None else Fraction(number)


_POINTS = re.compile(r"^\W*(?:tối đa )?(.*?)\s*(?:điểm|đ)?\W*$", re.IGNORECASE)


def bare_points(text: str) -> str:
    """Take brackets and the word for points off a number of points.

    >>> bare_points("(10)"), bare_points("10 điểm"), bare_points("2,5đ")
    ('10', '10', '2,5')
    """
    match = _POINTS.match(text.strip())
    return match[1] if match else text
