"""Thresholds: what one level or one target asks for, and the value that is held against it.

Used by the levels tables and by the targets plan. A value is exact; a percentage is 0–100 in
unit.json and a ratio of 0–1 inside, like everywhere in the engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from scoring.numbers import Rational
from scoring.program import Wrong
from scoring.submission import read_answer, read_number
from texts.figures import vietnamese

LEVELS = (1, 2, 3, 4, 5)
"""The levels of the framework: Khởi động … Toàn diện (Quyết định khung BTTTT, II.1.b)."""


class ValueKind(str, Enum):
    """What a criterion or a target takes, as unit.json writes it."""

    PERCENT = "percent"
    """A number of 0–100."""
    COUNT = "count"
    """A number, never negative."""
    COUNT_OF_TOTAL = "count_of_total"
    """`{"count": 2, "total": 5}`; the total may be left out."""
    YES_NO = "yes_no"
    """true or false."""
    COMMUNES = "communes"
    """`{"commune_levels": [3, 4, …]}`: the level of every commune, 0–5."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, and the total it is part of where that is known."""

    count: Rational
    total: Rational | None = None


LevelValue = Rational | bool | Counted | tuple[int, ...]
"""A value after reading: ratio, count, answer, counted or the levels of communes."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Printed «Không áp dụng»: nothing is asked for.

    >>> NotApplicable().met(None) is None
    True
    """

    def met(self, value: LevelValue | None) -> None:
        """Neither met nor missed."""

    @property
    def words(self) -> str:
        """The threshold in Vietnamese."""
        return "Không áp dụng"


@dataclass(frozen=True, slots=True)
class AtLeastPercent:
    """A rate of at least `ratio` (0–1), never rounded.

    >>> AtLeastPercent(Fraction(1)).met(Fraction("0.995"))
    False
    """

    ratio: Fraction

    def met(self, value: LevelValue | None) -> bool:
        """Whether the rate (0–1) reaches the threshold; a missing one does not."""
        return _is_number(value) and self.ratio <= value <= 1  # type: ignore[operator]

    @property
    def words(self) -> str:
        """The threshold in Vietnamese."""
        return f"≥ {vietnamese(self.ratio * 100, 6)}%"


@dataclass(frozen=True, slots=True)
class AtLeastCount:
    """At least `count` of them or, where `or_all`, all there are (of none there is no all).

    >>> three = AtLeastCount(3, or_all=True)
    >>> three.met(Counted(2, 2)), three.met(Counted(2)), three.met(Counted(0, 0))
    (True, False, False)
    """

    count: Rational
    or_all: bool = False

    def met(self, value: LevelValue | None) -> bool:
        """Whether the count reaches the threshold; a missing one does not."""
        if isinstance(value, Counted):
            every = self.or_all and value.total == value.count and value.count > 0
            return value.count >= self.count or every
        return _is_number(value) and value >= self.count  # type: ignore[operator]

    @property
    def words(self) -> str:
        """The threshold in Vietnamese."""
        return f"≥ {vietnamese(self.count, 6)}" + (" hoặc 100%" if self.or_all else "")


@dataclass(frozen=True, slots=True)
class Yes:
    """Printed «Có …».

    >>> Yes().met(True), Yes().met(None)
    (True, False)
    """

    def met(self, value: LevelValue | None) -> bool:
        """Whether the answer is yes; a missing one is not."""
        return value is True

    @property
    def words(self) -> str:
        """The threshold in Vietnamese."""
        return "Có"


@dataclass(frozen=True, slots=True)
class CommunesFrom:
    """Every commune at level `all_from` or higher and `share` of them at `share_from` or higher.

    >>> CommunesFrom(1, Fraction(1, 2), 2).met((1, 2)), CommunesFrom(1).met((1, 0))
    (True, False)
    """

    all_from: int
    share: Fraction | None = None
    share_from: int = 0

    def met(self, value: LevelValue | None) -> bool:
        """Whether the communes reach both; none at all do not."""
        if not isinstance(value, tuple) or not value:
            return False
        if any(level < self.all_from for level in value):
            return False
        reached = sum(level >= self.share_from for level in value)
        return self.share is None or reached >= self.share * len(value)

    @property
    def words(self) -> str:
        """The threshold in Vietnamese."""
        text = f"mọi xã từ mức {self.all_from}"
        if self.share is None:
            return text
        return f"{text}, ≥ {vietnamese(self.share * 100, 6)}% số xã từ mức {self.share_from}"


Threshold = NotApplicable | AtLeastPercent | AtLeastCount | Yes | CommunesFrom
"""What one level or one target asks for."""


def _is_number(value: object) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def read_value(kind: ValueKind, raw: Any) -> LevelValue | Wrong | None:
    """Read a value of unit.json without guessing: None where missing, Wrong where unusable.

    >>> read_value(ValueKind.PERCENT, 55), read_value(ValueKind.COUNT, None)
    (Fraction(11, 20), None)
    >>> read_value(ValueKind.COUNT_OF_TOTAL, {"count": 3, "total": 2})
    Wrong(code='part-exceeds-whole', shown='3/2')

    Never raises. Codes of Wrong: input-not-a-number, input-negative, part-exceeds-whole,
    option-unknown.
    """
    match kind:
        case ValueKind.YES_NO:
            return read_answer(raw)
        case ValueKind.COMMUNES:
            return _read_communes(raw)
        case ValueKind.COUNT_OF_TOTAL:
            return _read_counted(raw)
        case ValueKind.PERCENT:
            return _read_percent(raw)
        case ValueKind.COUNT:
            return _read_amount(raw)


def _read_amount(raw: Any) -> Rational | Wrong | None:
    number = read_number(raw)
    if number is None or isinstance(number, Wrong) or number >= 0:
        return number
    return Wrong("input-negative", vietnamese(number, 6))


def _read_percent(raw: Any) -> Rational | Wrong | None:
    if isinstance(raw, Mapping):
        # Part and whole in place of the percentage; a percentage of nothing is a missing value.
        counted = _read_counted(raw)
        if counted is None or isinstance(counted, Wrong):
            return counted
        return Fraction(counted.count) / counted.total if counted.total else None
    number = _read_amount(raw)
    if number is None or isinstance(number, Wrong):
        return number
    if number > 100:
        return Wrong("part-exceeds-whole", f"{vietnamese(number, 6)}%")
    return Fraction(number) / 100


def _read_counted(raw: Any) -> Counted | Wrong | None:
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or not set(raw) <= {"count", "total"}:
        return Wrong("input-not-a-number", f"«{raw}»")
    count, total = _read_amount(raw.get("count")), _read_amount(raw.get("total"))
    for number in (count, total):
        if isinstance(number, Wrong):
            return number
    if count is None:
        return None
    if total is not None and count > total:  # type: ignore[operator]
        return Wrong("part-exceeds-whole", f"{_short(count)}/{_short(total)}")
    return Counted(count, total)  # type: ignore[arg-type]


def _read_communes(raw: Any) -> tuple[int, ...] | Wrong | None:
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or not set(raw) <= {"commune_levels"}:
        return Wrong("input-not-a-number", f"«{raw}»")
    given = raw.get("commune_levels")
    if given is None:
        return None
    if not isinstance(given, Sequence) or isinstance(given, str):
        return Wrong("input-not-a-number", f"«{given}»")
    levels = []
    blank = False
    for item in given:
        level = _read_amount(item)
        if isinstance(level, Wrong):
            return level
        if level is None:
            blank = True
        elif level not in (0, *LEVELS):
            return Wrong("option-unknown", _short(level))
        else:
            levels.append(int(level))
    # One commune without a level: what «every commune» has reached is not known.
    return None if blank else tuple(levels) or None


def _short(number: Any) -> str:
    return vietnamese(number, 6)
