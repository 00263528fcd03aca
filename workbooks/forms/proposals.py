"""Proposals: the reading an unread row would have, for the official to accept; never counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from reading.typed import read_numeral
from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts import Text, text
from workbooks.forms.form import AdoptedForm, AdoptedRow
from workbooks.forms.options import match_option
from workbooks.forms.titles import key

_NEAR = 0.45
_AHEAD = 0.1
_NUMERAL = re.compile(r"(?<![\w.,/])\d+(?:[.,]\d+)*(?![\w/])")


class Proposal(NamedTuple):
    """What a row would be read as: one slot, its value (a rate is 0–100), and why."""

    code: str
    slot: str
    value: Rational | bool
    why: Text


def propose(form: AdoptedForm) -> tuple[Proposal, ...]:
    """The readings that the unread rows of a form would have, in printed order.

    Nothing here is certain, else it had been read; rows without a likely reading have none.
    """
    found: list[Proposal] = []
    for row in form.rows:
        if row.status == "unread":
            found += _of_row(row, form.law.by_code[row.code])
    return tuple(found)


def _of_row(adopted: AdoptedRow, row: Row) -> Iterator[Proposal]:
    for name, value in adopted.partial.items():
        yield Proposal(row.code, name, value, text("form.proposal.part"))
    if adopted.partial or not adopted.text:
        return
    wanted = [slot for slot in row.slots if not slot.elsewhere]
    option = next((slot for slot in wanted if slot.kind is SlotKind.OPTION), None)
    nearest = _nearest(adopted.text, option) if option is not None else None
    if option is not None and nearest is not None:
        yield Proposal(row.code, option.name, nearest, text("form.proposal.option"))
        return
    yield from _only_figure(adopted.text, row, wanted)


def _nearest(words: str, slot: Slot) -> int | None:
    """The option whose label is clearly the nearest to the words."""
    sure = match_option(words, slot.options)
    if sure is not None:
        return sure
    typed = key(words).split()
    ranked = sorted(
        (
            (SequenceMatcher(None, typed, key(label).split(), autojunk=False).ratio(), -ordinal)
            for ordinal, label in enumerate(slot.options, 1)
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _NEAR:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _AHEAD:
        return None
    return -ranked[0][1]


def _only_figure(words: str, row: Row, wanted: list[Slot]) -> Iterator[Proposal]:
    """The only figure of the words: a rate where the row may be given as one, or the one count."""
    numerals = _NUMERAL.findall(words)
    number = read_numeral(numerals[0]) if len(numerals) == 1 else None
    if number is None:
        return
    rate = next((slot for slot in wanted if slot.kind is SlotKind.PERCENT), None)
    counts = [slot for slot in wanted if slot.kind is SlotKind.NUMBER]
    marked = "%" in words or row.prints_percent
    if rate is not None and number <= 100 and (marked or len(words) == len(numerals[0])):
        why = "form.proposal.only-figure" if "%" in words else "form.proposal.percent"
        yield Proposal(row.code, rate.name, number, text(why))
    elif len(counts) == 1 and rate is None and "%" not in words:
        yield Proposal(row.code, counts[0].name, number, text("form.proposal.only-figure"))
