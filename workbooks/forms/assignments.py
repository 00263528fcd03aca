"""Assignments: figures written out in one text, `a=5; b=9` or `(1) Có; (2) Không`."""

from __future__ import annotations

import re

from reading.typed import ReadKind, read, read_numeral
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind

_ASSIGN = re.compile(r"(?<![^\W\d_])([a-pA-P])\s*[=:]\s*")
_PART = re.compile(r"\((\d)\)\s*[:=-]?\s*")
_REST = re.compile(
    r"\s*(?:[-–+•]\s*)?(?:(?:số liệu|kết quả|trong đó|cụ thể|số lượng)(?: là)?\s*:?)?[\s;,.(]*",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[^\d=:]{0,30}")
_NUMERAL = re.compile(r"[-−]?\d[\d.,]*(?: \d{3}(?!\d))*")


def read_assignments(text: str, slots: dict[str, Slot]) -> dict[str, Rational | bool]:
    """Read `a=5; b=9`. Empty unless every symbol is one of the row's and nothing else is said.

    >>> from scoring.slots import Slot, SlotKind
    >>> slots = {name: Slot(name, SlotKind.NUMBER) for name in "ab"}
    >>> read_assignments("a = 5 cuộc; b=1.200", slots)
    {'a': 5, 'b': 1200}
    >>> read_assignments("a=5; z=9", slots), read_assignments("a=5 (năm 2022: 4); b=9", slots)
    ({}, {})
    >>> read_assignments("Số liệu: a=4, b=3", slots)
    {'a': 4, 'b': 3}
    """
    marks = list(_ASSIGN.finditer(text))
    if not marks or _REST.fullmatch(text[: marks[0].start()]) is None:
        return {}
    values: dict[str, Rational | bool] = {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        name, said = mark[1].lower(), text[mark.end() : end]
        slot = slots.get(name)
        number = _figure(said)
        if slot is None or slot.kind is not SlotKind.NUMBER or number is None or name in values:
            return {}
        values[name] = number
    return values


def _figure(said: str) -> Rational | None:
    """The number at the front of a text that holds no other."""
    match = _NUMERAL.match(said)
    if not match or not _UNIT.fullmatch(said[match.end() :]):
        return None
    numeral = match[0].rstrip(".,")
    if "%" in said:
        return None
    return read_numeral(numeral)


def read_parts(text: str, slots: dict[str, Slot]) -> dict[str, Rational | bool]:
    """Read `(1) Có; (2) Không` where the row has just these parts.

    >>> from scoring.slots import Slot, SlotKind
    >>> slots = {f"part{n}": Slot(f"part{n}", SlotKind.ANSWER) for n in (1, 2)}
    >>> read_parts("(1) Có; (2) Không", slots)
    {'part1': True, 'part2': False}
    """
    if any(not name.startswith("part") for name in slots):
        return {}
    marks = list(_PART.finditer(text))
    if not marks or text[: marks[0].start()].strip():
        return {}
    values: dict[str, Rational | bool] = {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        said = read(text[mark.end() : end].strip(" ;,.\n")).kind
        name = f"part{mark[1]}"
        if name not in slots or name in values or said not in (ReadKind.YES, ReadKind.NO):
            return {}
        values[name] = said is ReadKind.YES
    return values if len(values) == len(slots) else {}
