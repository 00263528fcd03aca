"""The level that an office states in words: «Kết luận: đơn vị tự đánh giá đạt Mức độ 2»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scoring.law import Law
from scoring.thresholds import LEVELS
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.form import Typed
from workbooks.forms.sheets import Found
from workbooks.forms.titles import key
from workbooks.forms.values import is_blank

_STATES = re.compile(
    r"\b(?:ket luan|tu danh gia|tu nhan|tu xep|don vi dat|xa dat|huyen dat|dat duoc|ket qua)\b"
)
_DOUBT = re.compile(
    r"\b(?:chua|khong|phan dau|muc tieu|ke hoach|du kien|nam truoc|neu|de nghi|yeu cau)\b"
)
_LEVEL = re.compile(r"\bmuc (?:do )?(?:chuyen doi so )?(?:dat duoc |tu danh gia )?(?:la )?(\d+)\b")
_LONG = 300


def typed_level(found: Sequence[Found], law: Law) -> Typed | None:
    """The level a form states; None where it states none, or more than one."""
    stated = [level for place in found for level in _levels(place, law)]
    return stated[0] if len({level.value for level in stated}) == 1 else None


def states_level(text: str) -> bool:
    """The text is about the level of the unit.

    >>> states_level("Mức độ chuyển đổi số đạt được:"), states_level("trong tổng số")
    (True, False)
    """
    words = key(text)
    return bool(_STATES.search(words) and re.search(r"\bmuc\b", words))


def _levels(place: Found, law: Law) -> Iterator[Typed]:
    """Every level that is stated outside the rows of the table."""
    rows = {block.main.row for block in place.matched.blocks} | place.columns.headers
    for row, cells in place.sheet.rows.items():
        if row in rows:
            continue
        for cell in cells:
            words = key(str(cell.value)) if cell.kind is CellKind.TEXT else ""
            if len(words) > _LONG or not _STATES.search(words) or _DOUBT.search(words):
                continue
            beside = _beside(place.sheet, cell) if _is_label(words) else None
            levels = {beside} if beside is not None else _in_words(words, law)
            if len(levels) == 1:
                yield Typed(levels.pop(), place.sheet.name, cell.address)


def _in_words(words: str, law: Law) -> set[int]:
    """The levels that a sentence names by number or by name."""
    levels = {int(number) for number in _LEVEL.findall(words)}
    for level, printed in zip(LEVELS, law.level_names, strict=True):
        name = re.escape(key(printed))
        if re.search(rf"\bmuc (?:do )?(?:\d+ )?{name}\b", words):
            levels.add(level)
    return levels


def _is_label(words: str) -> bool:
    """The text only announces a level: no number in it."""
    return bool(re.search(r"\bmuc\b", words)) and not re.search(r"\bmuc (?:do )?\d", words)


def _beside(sheet: Sheet, label: Cell) -> int | None:
    """The level in the next filled cell to the right of a label, typed as a number."""
    right = [c for c in sheet.rows[label.row] if c.col > label.col and not is_blank(c)]
    if not right or right[0].kind is not CellKind.NUMBER or right[0].is_percent:
        return None
    value = right[0].value
    return int(value) if value in (0, *LEVELS) else None
