"""Conditions: what a score depends on, a truth in the three faces of `scoring.expression`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from scoring.expression import Arrays, Cells, Condition, Expr, Input, Number, Values, literal
from scoring.numbers import Rational

YES, NO = "Có", "Không"

# Two quotients that the law calls equal may differ in the 16th digit as binary numbers.
_GUARD_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison; quotients are compared to 12 digits where numbers are binary."""

    left: Expr
    sign: str
    right: Expr

    def exact(self, v: Values) -> bool:
        left, right = self.left.exact(v), self.right.exact(v)
        match self.sign:
            case ">=":
                return left >= right
            case ">":
                return left > right
            case "<=":
                return left <= right
            case "<":
                return left < right
            case "=":
                return left == right
        raise ValueError(self.sign)

    def excel(self, c: Cells) -> str:
        left = self.left.excel(c)
        if not isinstance(self.left, Input):
            left = f"ROUND({left},{_GUARD_DIGITS})"
        right = self.right.excel(c)
        if not isinstance(self.right, Input | Number):
            right = f"ROUND({right},{_GUARD_DIGITS})"
        return f"{left}{self.sign}{right}"

    def vector(self, v: Arrays, xp: Any) -> Any:
        gap = xp.round(self.left.vector(v, xp) - self.right.vector(v, xp), _GUARD_DIGITS)
        match self.sign:
            case ">=":
                return gap >= 0
            case ">":
                return gap > 0
            case "<=":
                return gap <= 0
            case "<":
                return gap < 0
            case "=":
                return gap == 0
        raise ValueError(self.sign)


@dataclass(frozen=True, slots=True)
class Given:
    """The slot is not blank. Blank is not zero: this is where the difference is made."""

    slot: str

    def exact(self, v: Values) -> bool:
        return v.get(self.slot) is not None

    def excel(self, c: Cells) -> str:
        return f"COUNTA({c.address(self.slot)})=1"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return ~xp.isnan(v[self.slot])


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes/no slot says yes, or says no; a blank says neither."""

    slot: str
    yes: bool = True

    def exact(self, v: Values) -> bool:
        return v.get(self.slot) is self.yes

    def excel(self, c: Cells) -> str:
        cell = c.address(self.slot)
        if self.yes:
            return f'OR({cell}="{YES}",{cell}=TRUE,{cell}=1)'
        # A blank cell equals 0 and FALSE.
        return f'AND(COUNTA({cell})=1,OR({cell}="{NO}",{cell}=FALSE,{cell}=0))'

    def vector(self, v: Arrays, xp: Any) -> Any:
        return v[self.slot] == float(self.yes)


@dataclass(frozen=True, slots=True)
class Is:
    """The official chose this option (ordinal from 1, in printed order)."""

    slot: str
    ordinal: int

    def exact(self, v: Values) -> bool:
        return v.get(self.slot) == self.ordinal

    def excel(self, c: Cells) -> str:
        cell = c.address(self.slot)
        return f"OR({cell}={self.ordinal},{cell}={c.option(self.slot, self.ordinal)})"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return v[self.slot] == self.ordinal


@dataclass(frozen=True, slots=True)
class Scored:
    """Another row has a score, and it is like this: `sign` and `number`, or any at all.

    An error in that row's cell stays an error: neither face of it turns into a truth.
    """

    slot: str
    sign: str = ""
    number: Rational = 0

    def exact(self, v: Values) -> bool:
        value = v.get(self.slot)
        if value is None:
            return False
        return not self.sign or Compare(Number(value), self.sign, Number(self.number)).exact(v)

    def excel(self, c: Cells) -> str:
        cell = c.address(self.slot)
        if not self.sign:
            return f'({cell}="")=FALSE'
        score = f"ROUND({cell},{_GUARD_DIGITS}){self.sign}{literal(self.number)}"
        return f'IF({cell}="",FALSE,{score})'

    def vector(self, v: Arrays, xp: Any) -> Any:
        if not self.sign:
            return ~xp.isnan(v[self.slot])
        return Compare(Input(self.slot), self.sign, Number(self.number)).vector(v, xp)


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds."""

    items: tuple[Condition, ...]

    def exact(self, v: Values) -> bool:
        return all(item.exact(v) for item in self.items)

    def excel(self, c: Cells) -> str:
        if not self.items:
            return "TRUE"
        if len(self.items) == 1:
            return self.items[0].excel(c)
        return "AND(" + ",".join(i.excel(c) for i in self.items) + ")"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return reduce(and_, (i.vector(v, xp) for i in self.items), xp.True_)


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one condition holds."""

    items: tuple[Condition, ...]

    def exact(self, v: Values) -> bool:
        return any(item.exact(v) for item in self.items)

    def excel(self, c: Cells) -> str:
        if len(self.items) == 1:
            return self.items[0].excel(c)
        return "OR(" + ",".join(i.excel(c) for i in self.items) + ")"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return reduce(or_, (i.vector(v, xp) for i in self.items), xp.False_)


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    item: Condition

    def exact(self, v: Values) -> bool:
        return not self.item.exact(v)

    def excel(self, c: Cells) -> str:
        if isinstance(self.item, Given):
            return f"COUNTA({c.address(self.item.slot)})=0"
        if isinstance(self.item, Scored) and not self.item.sign:
            return f'{c.address(self.item.slot)}=""'
        # NOT() is outside the agreed function set.
        return f"({self.item.excel(c)})=FALSE"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return ~self.item.vector(v, xp)


def both(*items: Condition) -> Condition:
    """Join conditions, leaving a single one alone."""
    return items[0] if len(items) == 1 else All(items)
