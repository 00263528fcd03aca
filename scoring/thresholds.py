"""Thresholds: what one level or one target asks for, and the value that is held against it.

Used by the levels tables and by the targets plan. A value is exact; a percentage is a ratio of 0–1
like everywhere in the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any

from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.slots import ONLY, Slot, SlotKind
from texts import text
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


def slots_of(kind: ValueKind, label: str, unit: str = "") -> tuple[Slot, ...]:
    """The places to fill for one value.

    >>> [slot.name for slot in slots_of(ValueKind.COUNT_OF_TOTAL, "Doanh nghiệp")]
    ['count', 'total']
    """
    match kind:
        case ValueKind.PERCENT:
            return (Slot(ONLY, SlotKind.PERCENT, label),)
        case ValueKind.COUNT:
            return (Slot(ONLY, SlotKind.NUMBER, label),)
        case ValueKind.YES_NO:
            return (Slot(ONLY, SlotKind.ANSWER, label),)
        case ValueKind.COUNT_OF_TOTAL:
            return (
                Slot("count", SlotKind.NUMBER, label),
                Slot("total", SlotKind.NUMBER, str(text("slot.total", unit=unit))),
            )
        case ValueKind.COMMUNES:
            return (Slot("commune_levels", SlotKind.LEVELS, label),)


def value_of(kind: ValueKind, figures: Figures) -> LevelValue | Wrong | None:
    """The value that the figures of a row make: None where missing, Wrong where impossible.

    >>> value_of(ValueKind.PERCENT, {"": Fraction(11, 20)}), value_of(ValueKind.COUNT, {})
    (Fraction(11, 20), None)
    >>> value_of(ValueKind.COUNT_OF_TOTAL, {"count": 3, "total": 2}).code
    'part-exceeds-whole'

    Never raises. Codes of Wrong: input-not-a-number, input-negative, part-exceeds-whole,
    option-unknown.
    """
    given: list[Any] = []
    for name in _NAMES[kind]:
        figure = figures.get(name)
        if isinstance(figure, Wrong):
            return replace(figure, slots=(name,))
        if _is_number(figure) and figure < 0:  # type: ignore[operator]
            return Wrong("input-negative", _shown(kind, figure), slots=(name,))
        given.append(figure)
    if given[0] is None or (isinstance(given[0], tuple) and None in given[0]):
        # One commune without a level: what «every commune» has reached is not known.
        return None
    if kind is ValueKind.PERCENT and given[0] > 1:
        return Wrong(
            "part-exceeds-whole", text("percent", value=given[0] * 100, digits=6), slots=(ONLY,)
        )
    if kind is not ValueKind.COUNT_OF_TOTAL:
        one: LevelValue = given[0]
        return one
    count, total = given
    if total is not None and count > total:
        shown = text("slot.part-of", part=count, whole=total, digits=6)
        return Wrong("part-exceeds-whole", shown, slots=_NAMES[kind])
    return Counted(count, total)


def _shown(kind: ValueKind, figure: Any) -> Any:
    """A figure as the office knows it: a rate in percent."""
    if kind is ValueKind.PERCENT:
        return text("percent", value=figure * 100, digits=6)
    return text("number.shown", number=figure, digits=6)


_NAMES = {kind: tuple(slot.name for slot in slots_of(kind, "")) for kind in ValueKind}
