"""Shares: the workbook of one agency — its rows open, all others closed and hidden.

What was given out is kept in the file (`Share`), so that a merge knows what the agency changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.submission import Submission
from workbooks.design.draft import Content, Design, Draft
from workbooks.design.names import LEVELS_SHEET, MAP, SCORING, SIGNED, TARGETS_SHEET, Key

_PIECES, _ROW, _PIECE = 12, 10, 30_000
"""How many cells of the hidden map hold a share, where they begin, and what one takes."""
_SHEETS = (SCORING, LEVELS_SHEET, TARGETS_SHEET, SIGNED)
BY_ROW = ("in", "typed", "attached", "explanation", "excluded", "reason", "words", "cohort")
"""What an agency fills in of a row."""


@dataclass(frozen=True, slots=True)
class Share:
    """What an agency was given: its rows and lines of the general information, and their cells."""

    agency: str
    book: str
    rows: tuple[str, ...]
    info: tuple[str, ...] = ()
    base: Mapping[Key, Content] | None = None

    def opens(self, key: Key) -> bool:
        """Whether a yellow cell is the agency's to fill in."""
        if key.what in BY_ROW:
            return key.code in self.rows
        if key.what == "info":
            return key.code in self.info
        return key.what == "document" or (key.what == "commune" and "communes" in self.info)

    def text(self) -> str:
        """As it is kept in a file."""
        base = [[*key, value] for key, value in (self.base or {}).items()]
        data = [self.agency, self.book, list(self.rows), list(self.info), base]
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def share_of(submission: Submission) -> Share | None:
    """The share that a workbook is; None for a whole one, and for a share that was damaged."""
    if not submission.share:
        return None
    try:
        agency, book, rows, info, base = json.loads(submission.share)
        cells = {Key(what, code, slot): value for what, code, slot, value in base}
    except (ValueError, TypeError):
        return None
    return Share(agency, book, tuple(rows), tuple(info), cells)


def draw_share(draft: Draft) -> None:
    """The cells of the hidden map that hold the share."""
    for number in range(_PIECES):
        draft.field(Key("share", str(number)), draft.at(MAP, _ROW + number, 1), "plain")


def piece_of(submission: Submission, number: int) -> str:
    """One piece of the share."""
    return submission.share[number * _PIECE : (number + 1) * _PIECE]


def room_for(share: str) -> bool:
    """Whether a share fits in its cells."""
    return len(share) <= _PIECES * _PIECE


def restricted(design: Design, share: Share, rows: Mapping[tuple[str, int], str]) -> Design:
    """The design with the cells of others closed, and their rows hidden.

    `rows`: sheet and row → the code that it belongs to.
    """
    styles = dict(design.styles)
    for key, place in design.fields.items():
        if key.what not in ("seal", "share", "journal") and not share.opens(key):
            styles[place] = "closed"
    hidden: dict[str, set[int]] = {}
    for (sheet, row), code in rows.items():
        if code not in share.rows:
            hidden.setdefault(sheet, set()).add(row)
    sheets = tuple(
        replace(sheet, hidden_rows=frozenset(hidden.get(sheet.name, ())))
        if sheet.name in _SHEETS
        else sheet
        for sheet in design.sheets
    )
    return replace(design, styles=styles, sheets=sheets)


def joined(pieces: Sequence[str]) -> str:
    """A share from its pieces."""
    return "".join(pieces)
