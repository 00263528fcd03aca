"""Comments: figures that an official wrote into the comment of a cell and not into the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import Slot
from texts import text
from workbooks.files.book import Cell, CellKind
from workbooks.forms.assignments import read_assignments
from workbooks.forms.free import read_words
from workbooks.forms.printed import read_said
from workbooks.forms.read import Read
from workbooks.forms.rows import Block
from workbooks.forms.sheets import Found

# Programs put the author's name on a line of its own before the text.
_AUTHOR = re.compile(r"\s*[^\n:;=\d]{1,60}:[ \t]*\n")

_THREAD = re.compile(r"\[Threaded comment\].*?\n\s*(?:Comment|Nhận xét|Bình luận):", re.DOTALL)


def read_comment(place: Found, block: Block, row: Row, slots: dict[str, Slot]) -> Read | None:
    """What a comment in the cells of a row says for certain; None where none says it all."""
    for cell, words in _comments(place, block):
        values = _values(place, cell, words, row, slots)
        if values:
            return Read(
                values=values,
                cells=dict.fromkeys(values, cell.address),
                words=[str(text("form.comment-words", cell=cell.address, words=words))],
                first_cell=cell.address,
                remark=text("form.comment", cell=cell.address),
            )
    return None


def _comments(place: Found, block: Block) -> Iterator[tuple[Cell, str]]:
    """The comments at the figures of a row, as texts in their places."""
    cols = [*place.columns.results, *place.columns.symbols]
    if place.columns.score is not None:
        cols.append(place.columns.score)
    for line in block.lines:
        for col in cols:
            words = place.sheet.comments.get((line.row, col), "")
            words = " ".join(_AUTHOR.sub("", _THREAD.sub("", words), count=1).split())
            if words:
                yield Cell(line.row, col, CellKind.TEXT, words), words


def _values(
    place: Found, cell: Cell, words: str, row: Row, slots: dict[str, Slot]
) -> dict[str, Rational | bool]:
    if cell.col == place.columns.score:
        # At a score «8/10» may be points; letters with figures may not.
        return read_assignments(words, slots)
    if row.named_inputs:
        return read_words(words, row, slots)[0]
    return dict(read_said(cell, row).values)
