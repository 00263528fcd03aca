"""The text of a formula: what it refers to, and how engines want it written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from udfs import FUNCTIONS
from workbooks.files import limits
from workbooks.files.book import Range, place_of

_CALL = re.compile(
    r"(?:\[\d+\]!|_xll\.|_xldudf_(?:[A-Z0-9]+_)??|VN\.DTI\.[A-Z]+\.|(?<![\w.!]))"
    rf"({'|'.join(function.name for function in FUNCTIONS)})(?=\()",
    re.IGNORECASE,
)
_NEWER = re.compile(r"_xl(?:fn|ws|udf)\.")
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|((?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"  # a sheet
    r"(?:\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?(?![\w(!.])"
    r"|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\w(!.])"  # columns
    r"|\$?([0-9]{1,7}):\$?([0-9]{1,7})(?![\w(!.]))"  # rows
    r"|([^\W\d][\w.]*)(\s*\()?"  # a function or a name
)
_JOINS_RESULTS = re.compile(r"\)\s*&|&\s*[\w.]*\(")
_JOINT = re.compile(r'(?:\s|&|"(?:[^"]|"")*"|[0-9.])*')
_DYNAMIC = frozenset({"OFFSET", "INDIRECT"})
_CONSTANTS = frozenset({"TRUE", "FALSE"})


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula speaks of. `areas`: sheet (empty: its own) and area, as often as written."""

    areas: tuple[tuple[str, Range], ...]
    functions: frozenset[str]
    names: tuple[str, ...]
    is_dynamic: bool
    """It refers to cells that only its evaluation tells: nothing less than the book will do."""
    joined: tuple[int, ...]
    """Of each area, which chain of `&` it stands in; 0: none, so its text is only handed on."""


def plain_formula(formula: str) -> str:
    """A call of ours as every host stores it, without the host's prefix and in capital letters.

    LibreOffice writes a function that it does not know in small ones.

    >>> plain_formula('[1]!DTI_SCORE("T","1.1",E2:E3)'), plain_formula("_xldudf_DTI_DTI_MAX(1)")
    ('DTI_SCORE("T","1.1",E2:E3)', 'DTI_MAX(1)')
    >>> plain_formula("IF(A1>dti_total,_xll.dti_tier_name(B1),[2]!OTHER(1))")
    'IF(A1>dti_total,DTI_TIER_NAME(B1),[2]!OTHER(1))'
    """
    if "DTI_" in formula or "dti_" in formula:
        formula = _CALL.sub(lambda found: found[1].upper(), formula)
    return formula


def engine_formula(formula: str) -> str:
    """A formula as engines know it: without the marks of newer functions.

    >>> engine_formula("_xlfn.XLOOKUP(1,A1:A2,B1:B2)")
    'XLOOKUP(1,A1:A2,B1:B2)'
    """
    plain = plain_formula(formula)
    return _NEWER.sub("", plain) if "_xl" in plain else plain


@lru_cache(maxsize=50_000)
def read_formula(formula: str) -> Formula:
    """What a formula refers to. Kept by its text: the books of one table share theirs.

    >>> read_formula("SUM(F8,'S 1'!$A$1:B2,C:C)+F8*rate").areas
    (('', (8, 6, 8, 6)), ('S 1', (1, 1, 2, 2)), ('', (1, 3, 1048576, 3)), ('', (8, 6, 8, 6)))
    >>> read_formula("SUM(F8)*rate").names
    ('rate',)
    """
    areas: list[tuple[str, Range]] = []
    joined: list[int] = []
    functions, names = set(), []
    bare = re.sub(r'"(?:[^"]|"")*"', '""', formula)
    joins_all = _JOINS_RESULTS.search(bare) is not None
    ended = 0
    for match in _TOKEN.finditer(formula):
        sheet, col, row, last_col, last_row, left, right, top, bottom, word, called = match.groups()
        if word:
            if called:
                functions.add(word.upper())
            elif word.upper() not in _CONSTANTS:
                names.append(word)
            continue
        if col:
            first = place_of(col + row)
            area = (*first, *(place_of(last_col + last_row) if last_col else first))
        elif left:
            area = (1, place_of(left + "1")[1], limits.ROWS, place_of(right + "1")[1])
        elif top:
            area = (int(top), 1, int(bottom), limits.COLUMNS)
        else:
            continue
        areas.append((_sheet_name(sheet), _upright(area)))
        joined.append(1 if joins_all else _chain(formula, ended, match, joined))
        ended = match.end()
    dynamic = bool(functions & _DYNAMIC) or re.search(r":\s*[A-Z.]+\(|\)\s*:", bare) is not None
    return Formula(tuple(areas), frozenset(functions), tuple(names), dynamic, tuple(joined))


def _sheet_name(written: str | None) -> str:
    name = written[:-1] if written else ""
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _chain(formula: str, ended: int, here: re.Match[str], before: list[int]) -> int:
    """The chain of `&` that an area stands in: that of the area before it, or a new one."""
    gap, after = formula[ended : here.start()], formula[here.end() :].lstrip()
    if before and before[-1] and "&" in gap and _JOINT.fullmatch(gap):
        return before[-1]
    joins = gap.rstrip().endswith("&") or after.startswith("&")
    return max(before, default=0) + 1 if joins else 0


def _upright(area: Range) -> Range:
    """An area with its first corner first, cut at the edges of a sheet."""
    top, bottom = sorted((area[0], area[2]))
    left, right = sorted((area[1], area[3]))
    return max(top, 1), max(left, 1), min(bottom, limits.ROWS), min(right, limits.COLUMNS)
