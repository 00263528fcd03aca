"""Small tools for the second transcription of the Hòa Bình tables (decision 1153/QĐ-UBND, 2023).

Everything here answers in shares of an indicator's maximum; ``None`` means "no score".
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

Inputs = dict[str, Any]
Number = Fraction | int

ZERO = Fraction(0)
ONE = Fraction(1)
HALF = Fraction(1, 2)
QUARTER = Fraction(1, 4)
THREE_QUARTERS = Fraction(3, 4)


def percent(value: Number) -> Fraction:
    """A printed percentage as a share."""
    return Fraction(value) / 100


def number(inputs: Inputs, name: str) -> Fraction | None:
    """A count or an amount: there, and not negative (general reading 5)."""
    value = inputs.get(name)
    if value is None or isinstance(value, bool):
        return None
    exact = Fraction(value)
    return exact if exact >= 0 else None


def numbers(inputs: Inputs, names: str) -> list[Fraction] | None:
    """One figure for each letter of ``names``; None as soon as one lacks."""
    found: list[Fraction] = []
    for name in names:
        value = number(inputs, name)
        if value is None:
            return None
        found.append(value)
    return found


def flag(inputs: Inputs, name: str) -> bool | None:
    """A yes or a no; None when there is no answer."""
    value = inputs.get(name)
    return value if isinstance(value, bool) else None


def of_whole(inputs: Inputs, parts: str, wholes: str) -> Fraction | None:
    """Sum of parts ÷ sum of wholes; sums are compared as sums (general readings 2, 3, 8)."""
    part, whole = numbers(inputs, parts), numbers(inputs, wholes)
    if part is None or whole is None or sum(whole) == 0 or sum(part) > sum(whole):
        return None
    return Fraction(sum(part)) / Fraction(sum(whole))


def capped(inputs: Inputs, left: str, right: str) -> Fraction | None:
    """left ÷ right where the two are not part and whole: at most 1 (general reading 3)."""
    pair = numbers(inputs, left + right)
    if pair is None or pair[1] == 0:
        return None
    return min(pair[0] / pair[1], ONE)


def ramp(rate: Fraction | None, full: Fraction) -> Fraction | None:
    """Everything from ``full`` on, rate ÷ full below."""
    return None if rate is None else min(rate / full, ONE)


def choose(inputs: Inputs, *shares: Number) -> Fraction | None:
    """The printed options from the top, each with its share of the maximum."""
    option = inputs.get("option")
    if option is None or isinstance(option, bool) or option not in range(1, len(shares) + 1):
        return None
    return Fraction(shares[int(option) - 1])


def band(value: Fraction | None, *steps: tuple[Number, Number]) -> Fraction | None:
    """First step (from, share) that the value reaches; nothing below the last one."""
    if value is None:
        return None
    return next((Fraction(share) for start, share in steps if value >= start), ZERO)


def ticked(inputs: Inputs, *shares: Number) -> Fraction | None:
    """The printed parts (1), (2) …, each all or nothing, added up."""
    parts = inputs.get("parts")
    if not isinstance(parts, Sequence) or len(parts) != len(shares):
        return None
    if not all(isinstance(part, bool) for part in parts):
        return None
    return sum((Fraction(share) for part, share in zip(parts, shares, strict=True) if part), ZERO)


def min_max(value: Fraction | None, cohort: Any) -> Fraction | None:
    """Min-Max (general reading 9): where the unit stands between lowest and highest, itself included."""
    if value is None or not isinstance(cohort, Sequence) or not cohort:
        return None
    if any(other is None or other < 0 for other in cohort):
        return None
    everyone = [Fraction(other) for other in cohort] + [value]
    low, high = min(everyone), max(everyone)
    if low == high:
        return ONE if high > 0 else ZERO
    return (value - low) / (high - low)


def points(maximum: Number, share: Fraction | None) -> Fraction | None:
    """Share × maximum, inside 0 … maximum."""
    return None if share is None else Fraction(maximum) * max(ZERO, min(share, ONE))


def own_servers(inputs: Inputs) -> Fraction | None:
    """SO 5.4, HUYEN 5.6: no own server and hosted by the province → everything; own servers → a ÷ b."""
    if not inputs.get("b") and flag(inputs, "hosted_centrally"):
        # An own server counted in a would contradict "không có máy chủ riêng".
        return None if inputs.get("a") else ONE
    return of_whole(inputs, "a", "b")


def web_standard(inputs: Inputs) -> Fraction | None:
    """6.1: (1) functions and technical features 4/5, (2) IPv6 1/5."""
    return ticked(inputs, Fraction(4, 5), Fraction(1, 5))


def all_or_nothing(rate: Fraction | None) -> Fraction | None:
    """6.5: full at 100%, else nothing."""
    return None if rate is None else ONE if rate == 1 else ZERO


def online_payment(rate: Fraction | None) -> Fraction | None:
    """6.6: full from 70%; from 30% the rate itself; nothing below 30%."""
    if rate is None:
        return None
    if rate >= percent(70):
        return ONE
    return rate if rate >= percent(30) else ZERO
