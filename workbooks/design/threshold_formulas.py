"""Threshold formulas: what is wrong, missing or met about one value, in cells and as the engine.

Levels tables and plans share them. Each condition may be asked only after those before it were
false, as nested IFs do: an error in a yellow cell is then a wrong value of its row, never an error
of the whole sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.conditions import YES
from scoring.expression import literal
from scoring.findings import Finding
from scoring.thresholds import AtLeastCount, AtLeastPercent, Threshold, ValueKind
from texts import say
from workbooks.design.draft import Content, Draft
from workbooks.design.names import LISTS
from workbooks.design.spoken import quoted_text

_KNOWN_COLUMN = 1
_KNOWN: tuple[str | bool | float, ...] = (YES, True, 1.0, "Không", False, 0.0)
"""What an answer may be: three ways of yes, then three of no."""


@dataclass(frozen=True, slots=True)
class ValueCells:
    """The addresses of a value, and of the total it is part of; `known`: the answers there are."""

    one: str
    total: str = ""
    known: str = ""


def draw_known_answers(draft: Draft) -> str:
    """Put every spelling of an answer on the sheet of lists; gives its area for formulas."""
    places = [draft.at(LISTS, row, _KNOWN_COLUMN) for row in range(len(_KNOWN))]
    for place, answer in zip(places, _KNOWN, strict=True):
        if isinstance(answer, str):
            draft.text(place, answer, "plain")
        else:
            draft.number(place, answer, "plain")
    return places[0].to(places[-1]).fixed


def known_answers(draft: Draft) -> str:
    """Where the spellings of an answer stand."""
    first, last = (draft.at(LISTS, row, _KNOWN_COLUMN) for row in (0, len(_KNOWN) - 1))
    return first.to(last).fixed


Reasons = Sequence[tuple[str, str]]
"""Conditions and the id of what each says, in the order in which they are asked."""


def reasons(kind: ValueKind, cells: ValueCells) -> Reasons:
    """What can be wrong about a value, first things first."""
    one, total = cells.one, cells.total
    numeric = (
        (f"COUNT({one})<COUNTA({one})", "not-a-number"),
        (f"MIN({one})<0", "negative"),
    )
    match kind:
        case ValueKind.PERCENT:
            return (*numeric, (f"MAX({one})>1", "above-100"))
        case ValueKind.COUNT:
            return numeric
        case ValueKind.COUNT_OF_TOTAL:
            return (
                *numeric,
                (f"COUNT({total})<COUNTA({total})", "not-a-number"),
                (f"MIN({total})<0", "negative"),
                (f"IF(COUNT({one}:{total})=2,{one}>{total},FALSE)", "above-total"),
            )
        case ValueKind.YES_NO:
            # MATCH takes «*» for any text, so that the text itself is asked for, too.
            known = f"ISNUMBER(MATCH({one},{cells.known},0))"
            alike = f'OR({one}="{YES}",{one}="Không",{one}=TRUE,{one}=FALSE,{one}=1,{one}=0)'
            return (
                (f"IF(COUNTA({one})=0,FALSE,{known}=FALSE)", "not-an-answer"),
                (f"IF(COUNTA({one})=0,FALSE,{alike}=FALSE)", "not-an-answer"),
            )
        case ValueKind.COMMUNES:
            raise ValueError(kind)


def nested(found: Reasons, otherwise: str) -> str:
    """The words of the first reason that holds, or something else."""
    text = otherwise
    for condition, name in reversed(found):
        text = f"IF({condition},{quoted_text(say(f'sheet.value.{name}'))},{text})"
    return text


def is_wrong(found: Reasons) -> str:
    """1 where a reason holds, else 0."""
    text = "0"
    for condition, _ in reversed(found):
        text = f"IF({condition},1,{text})"
    return text


def met(threshold: Threshold, cells: ValueCells) -> str:
    """Whether a value that is not wrong meets a threshold; a blank never does."""
    one, total = cells.one, cells.total
    if isinstance(threshold, AtLeastPercent):
        return f"{one}>={literal(threshold.ratio)}"
    if isinstance(threshold, AtLeastCount):
        reached = f"{one}>={literal(threshold.count)}"
        if not (threshold.or_all and total):
            return reached
        return f"OR({reached},AND(COUNT({one}:{total})=2,{one}={total},{one}>0))"
    return f'OR({one}="{YES}",{one}=TRUE,{one}=1)'


_WORDS = {"input-negative": "negative", "option-unknown": "not-an-answer"}


def wrong_words(kind: ValueKind, findings: Sequence[Finding]) -> str:
    """What the cell says of a wrong value, from the first error that the engine found."""
    if kind is ValueKind.COMMUNES:
        return say("sheet.value.communes")
    code = findings[0].code
    if code == "part-exceeds-whole":
        return say(f"sheet.value.above-{'100' if kind is ValueKind.PERCENT else 'total'}")
    if kind is ValueKind.YES_NO:
        return say("sheet.value.not-an-answer")
    return say(f"sheet.value.{_WORDS.get(code, 'not-a-number')}")


def joined_value(count: Content, total: Content) -> str:
    """A count and its total joined as formulas do it.

    >>> joined_value(2.0, 5.0), joined_value(2.5, None), joined_value(None, 3.0)
    ('2/5', '2.5', '')
    """
    if count is None:
        return ""
    return _shown(count) if total is None else f"{_shown(count)}/{_shown(total)}"


def _shown(value: Content) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
