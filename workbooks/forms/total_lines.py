"""Total lines: which lines of a form are sums or the index, and of what."""

from __future__ import annotations

import re
from fractions import Fraction

from workbooks.files.book import CellKind, Sheet
from workbooks.forms.columns import Columns
from workbooks.forms.lines import Line
from workbooks.forms.outline import EntryKind, Outline, pillar_number
from workbooks.forms.titles import key

_SUM = re.compile(r"(?:diem )?(?:tong|cong)\b")
_SUM_WORDS = frozenset(
    re.findall(
        r"\w+",
        "tong cong diem so tu cham danh gia dat duoc cac chi tieu tru cot muc phan nhom bang toan"
        " bo cua don vi huyen xa theo nam ket qua va thanh chinh i ii iii iv v vi vii viii ix x",
    )
)
# «Chỉ số DTI», «Tỷ lệ đạt so với điểm tối đa»: the total in percent, below the rows.
_INDEX = re.compile(
    r"(?:gia tri |ket qua )?(?:chi so )?(?:dti|chuyen doi so)\b(?! cua)"
    r"|chi so (?:dat|tong hop|chung)"
    r"|ty le (?:%|phan tram|diem)? ?(?:dat|so voi)|phan tram (?:dat|so voi)"
)


def is_total(line: Line, sheet: Sheet, columns: Columns, outline: Outline) -> bool:
    """The line is a sum: called so, with a figure beside it."""
    if line.codes:
        return False
    words = key(line.title)
    if not _SUM.match(words):
        return False
    for entry in outline.entries:
        if entry.kind is EntryKind.PILLAR:
            words = words.replace(entry.titles[0], "")
    if any(word not in _SUM_WORDS and not word.isdigit() for word in words.split()):
        return False
    figures = (columns.max, columns.score)
    return any(
        col is not None and (cell := sheet.at(line.row, col)) is not None
        and (cell.kind is CellKind.NUMBER or cell.formula or cell.kind is CellKind.TEXT)
        for col in figures
    )  # fmt: skip


def is_index(line: Line, sheet: Sheet, columns: Columns) -> bool:
    """The total as a percentage of the maximum, or as a number of 0–1."""
    if line.codes or not _INDEX.match(key(line.title)):
        return False
    cols = (columns.score, *columns.results, columns.max)
    cells = [sheet.at(line.row, col) for col in cols if col is not None]
    return any(cell is not None and cell.value != "" for cell in cells)


def pillar_of_total(
    line: Line, sheet: Sheet, columns: Columns, outline: Outline, pillar: str
) -> str:
    """The pillar a sum is of: named in it, or meant by its maximum; nothing for the table."""
    words = key(line.title)
    for entry in outline.entries:
        if entry.kind is EntryKind.PILLAR and any(
            len(title) > 6 and title in words for title in entry.titles
        ):
            return entry.code
    match = re.search(r"\b(?:muc|phan|chi so|nhom|tieu chi|tru cot) ([ivx]+|\d+)\b", words)
    if match:
        return pillar_number(match[1].upper())
    cell = sheet.at(line.row, columns.max) if columns.max else None
    if cell is not None and cell.kind is CellKind.NUMBER and pillar:
        for entry in outline.entries:
            if (
                entry.kind is EntryKind.PILLAR
                and entry.code == pillar
                and entry.max_score == Fraction(cell.value)
            ):
                return entry.code
    return ""
