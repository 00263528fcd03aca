"""Arithmetic shared by the second transcription of the two Hải Dương tables of 2024."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

Inputs = Mapping[str, Any]
Share = Fraction | None


def lines(*items: str) -> str:
    return "\n".join(items)


def _number(d: Inputs, name: str) -> Fraction | None:
    value = d.get(name)
    if value is None or isinstance(value, bool):
        return None
    value = Fraction(value)
    return value if value >= 0 else None


def _flag(d: Inputs, name: str) -> bool | None:
    value = d.get(name)
    return value if isinstance(value, bool) else None


def total(d: Inputs, *names: str) -> Share:
    """The sum of the named counts; None when one is missing or negative."""
    result = Fraction(0)
    for name in names:
        value = _number(d, name)
        if value is None:
            return None
        result += value
    return result


def rate(part: Share, whole: Share) -> Share:
    """Part of a whole: neither 0 as the whole nor a part above it gives a rate."""
    if part is None or whole is None or whole == 0 or part > whole:
        return None
    return part / whole


def free_rate(part: Share, whole: Share) -> Share:
    """Two counts that are not part and whole: may exceed 1, points() caps it."""
    if part is None or whole is None or whole == 0:
        return None
    return part / whole


def percent(d: Inputs) -> Share:
    value = _number(d, "percent")
    return None if value is None or value > 100 else value / 100


def points(maximum: int | Fraction, share: Share) -> Fraction | None:
    if share is None:
        return None
    return maximum * min(max(share, Fraction(0)), Fraction(1))


def choice(d: Inputs, *scores: int | Fraction) -> Fraction | None:
    """The score of the chosen printed option, options counted from 1."""
    option = d.get("option")
    if option is None or isinstance(option, bool):
        return None
    for ordinal, score in enumerate(scores, start=1):
        if option == ordinal:
            return Fraction(score)
    return None


def meetings(d: Inputs) -> Share:
    """a/c + b/c*1/2, with a + b among the c meetings."""
    a, b, c = _number(d, "a"), _number(d, "b"), _number(d, "c")
    if a is None or b is None or c is None or c == 0 or a + b > c:
        return None
    return a / c + b / c * Fraction(1, 2)


def articles(d: Inputs) -> Share:
    """x articles of 10 within an existing section."""
    x, has_section = _number(d, "x"), _flag(d, "has_section")
    if has_section is False:
        return Fraction(0)  # compared with HB-SO 1.4 and settled: without a section x is not asked
    if x is None or has_section is None:
        return None
    return Fraction(1) if x >= 10 else x / 10


def halves(d: Inputs) -> Share:
    """Two printed parts of 1/2 each."""
    parts = d.get("parts")
    if not isinstance(parts, (list, tuple)) or len(parts) != 2:
        return None
    if not all(isinstance(part, bool) for part in parts):
        return None
    return Fraction(sum(parts), 2)


def servers(d: Inputs) -> Share:
    """b = 0: everything; b > 0: a/b."""
    a, b = _number(d, "a"), _number(d, "b")
    if a == 0 and b == 0:
        return Fraction(1)
    return rate(a, b)


def incidents(d: Inputs) -> Share:
    """b > 0: a/b; b = 0: everything if all systems report, else nothing."""
    a, b = _number(d, "a"), _number(d, "b")
    if a == 0 and b == 0:
        fully_monitored = _flag(d, "fully_monitored")
        return None if fully_monitored is None else Fraction(int(fully_monitored))
    return rate(a, b)


def full_from(threshold: Fraction, share: Share) -> Share:
    """Everything from the threshold on, share/threshold below."""
    if share is None:
        return None
    return Fraction(1) if share >= threshold else share / threshold


def spending(share: Share) -> Share:
    """Levels 1 to 4: from 0.7 %, from 0.4 %, from 0.2 %, below."""
    if share is None:
        return None
    if share >= Fraction(7, 1000):
        return Fraction(1)
    if share >= Fraction(4, 1000):
        return Fraction(70, 100)
    if share >= Fraction(2, 1000):
        return Fraction(30, 100)
    return Fraction(0)
