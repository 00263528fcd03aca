"""Spoken: sentences of the catalogue as formulas, so that a cell and a program say the same."""

from __future__ import annotations

from string import Formatter

from texts import catalogue


def quoted_text(words: str) -> str:
    """A text inside a formula.

    >>> quoted_text('say "no" now')
    '"say ""no"" now"'
    """
    return '"' + words.replace('"', '""') + '"'


def spoken(name: str, /, **cells: str) -> str:
    """The Vietnamese sentence with that id as a formula; `cells`: an expression per placeholder.

    >>> spoken("slot.part-of", part="A1", whole="(A2+1)")
    'A1&"/"&(A2+1)'

    Raises KeyError for an unknown id, or for a placeholder without an expression.
    """
    pieces: list[str] = []
    for literal, place, _, _ in Formatter().parse(catalogue()[name]["vi"]):
        if literal:
            pieces.append(quoted_text(literal))
        if place is not None:
            pieces.append(cells[place])
    return "&".join(pieces)
