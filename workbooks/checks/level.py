"""The level stated is the level reached: the one typed by hand, in our workbook or a form."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.findings import Finding, finding
from scoring.law import Law
from scoring.numbers import Rational
from scoring.thresholds import LEVELS
from scoring.why import level_name
from texts import Text, text
from workbooks.checks.base import Evidence
from workbooks.design.names import Key

CODES = ("level-mismatch",)


def stated_level_is_the_one_reached(evidence: Evidence) -> Iterator[Finding]:
    """A typed level is one that the values allow; what could not be read may still be met."""
    assessment = evidence.assessment
    statement = evidence.statement
    typed = statement.submission.typed.get("level")
    where = statement.where(Key("typed", "level"))
    if typed is None or assessment.level is None:
        return
    lowest, highest = assessment.level, assessment.level
    if not statement.own:
        lost = {item.indicator for item in statement.findings if item.code == "row-missing"}
        unsure = {*statement.unread, *lost, *assessment.wrong}
        known = [row for row in assessment.rows if row.code not in unsure]
        highest = max((k for k in LEVELS if not any(row.stops(k) for row in known)), default=0)
    if lowest <= typed <= highest:
        return
    expected = lowest if typed < lowest else highest
    law = assessment.law
    yield finding(
        "level-mismatch", **where, actual=named(typed, law), expected=named(expected, law)
    )


def named(level: Rational, law: Law) -> Text:
    """A level with its name, where it has one."""
    whole = Fraction(level)
    if whole.denominator == 1 and whole in (0, *LEVELS):
        return text("level.named", level=level, name=level_name(law, int(whole)))
    return text("number.shown", number=level)
