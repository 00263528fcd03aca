"""Info: blanks of a row that the document refers to the general information («mục I.6»)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from scoring.law import Law
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.read_figures import read_number
from scoring.slots import Slot
from scoring.submission import Submission


def with_info(law: Law, submission: Submission) -> Submission:
    """Fill the blanks that the general information answers."""
    filled: dict[str, Figures] = {}
    for indicator in law.rows:
        given = submission.figures.get(indicator.code, {})
        added = {
            slot.name: figure
            for slot in indicator.slots
            if slot.from_info
            and given.get(slot.name) is None
            and (figure := info_figure(slot, submission.info)) is not None
        }
        # The general information alone answers no indicator.
        if added and given:
            filled[indicator.code] = {**given, **added}
    return replace(submission, figures={**submission.figures, **filled}) if filled else submission


def info_figure(slot: Slot, info: Mapping[str, Any]) -> Rational | None:
    """The figure of a slot by the general information; None unless all its lines are numbers."""
    lines = [read_number(info.get(code)) for code in slot.from_info]
    if not lines or any(line is None or isinstance(line, Wrong) for line in lines):
        return None
    total = sum((Fraction(line) for line in lines if isinstance(line, int | Fraction)), Fraction(0))
    return int(total) if total.denominator == 1 else total
