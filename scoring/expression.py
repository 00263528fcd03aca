"""Expressions: one definition of a score, the same number on every surface.

A rule says once, as a small expression over its inputs, what it measures and awards. Every
expression then has three faces:

* `exact(values)`: the reference engine, rational arithmetic, nothing rounded;
* `excel(cells)`: a formula that any Excel since 2010, LibreOffice and the independent
  engines compute alike;
* `vector(arrays, xp)`: a whole cohort at once, `xp` being the numpy module.

The vocabulary is deliberately small. See docs/decisions/0002-one-expression-three-surfaces.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any, Protocol

from scoring.numbers import Rational

Value = Rational | bool | None
"""What an input holds: a number, an option's ordinal, yes/no, or nothing."""

Values = Mapping[str, Value]
Arrays = Mapping[str, Any]


class Cells(Protocol):
    """Where the inputs of one indicator stand in a workbook."""

    def address(self, slot: str) -> str:
        """The cell of an input, e.g. `F20`."""

    def option(self, slot: str, ordinal: int) -> str:
        """The cell that holds the text of an option in the dropdown list."""

    def cohort(self, slot: str) -> str:
        """The range that holds the values of all units of a cohort."""


class Expr(Protocol):
    """A number, in its three faces."""

    def exact(self, v: Values) -> Rational:
        """Evaluate exactly. Inputs that the expression reads are given."""

    def excel(self, c: Cells) -> str:
        """Write as a formula without the leading `=`."""

    def vector(self, v: Arrays, xp: Any) -> Any:
        """Evaluate for arrays of units; blank is NaN."""


class Condition(Protocol):
    """A truth, in its three faces."""

    def exact(self, v: Values) -> bool:
        """Evaluate exactly."""

    def excel(self, c: Cells) -> str:
        """Write as a formula without the leading `=`."""

    def vector(self, v: Arrays, xp: Any) -> Any:
        """Evaluate for arrays of units."""


def literal(number: Rational) -> str:
    """Write an exact number as a formula reads it.

    >>> literal(Fraction(17, 20)), literal(Fraction(1, 3)), literal(10)
    ('0.85', '(1/3)', '10')
    """
    value = Fraction(number)
    if value.denominator == 1:
        return str(value.numerator)
    for digits in range(1, 13):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            return f"{value.numerator / value.denominator:.{digits}f}"
    return f"({value.numerator}/{value.denominator})"


def divide(a: Rational, b: Rational) -> Rational:
    """Divide exactly (the `/` of two ints would be a float)."""
    return Fraction(a, b) if isinstance(a, int) and isinstance(b, int) else Fraction(a) / b


@dataclass(frozen=True, slots=True)
class Number:
    """A constant of the law."""

    value: Rational

    def exact(self, v: Values) -> Rational:
        return self.value

    def excel(self, c: Cells) -> str:
        return literal(self.value)

    def vector(self, v: Arrays, xp: Any) -> Any:
        return float(self.value)


@dataclass(frozen=True, slots=True)
class Input:
    """The number in a slot."""

    slot: str

    def exact(self, v: Values) -> Rational:
        return v[self.slot]  # type: ignore[return-value]  # checked before anything is computed

    def excel(self, c: Cells) -> str:
        return c.address(self.slot)

    def vector(self, v: Arrays, xp: Any) -> Any:
        return v[self.slot]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of several numbers."""

    terms: tuple[Expr, ...]

    def exact(self, v: Values) -> Rational:
        total: Rational = 0
        for term in self.terms:
            total = total + term.exact(v)
        return total

    def excel(self, c: Cells) -> str:
        return "(" + "+".join(t.excel(c) for t in self.terms) + ")"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return reduce(lambda a, b: a + b, (t.vector(v, xp) for t in self.terms))


@dataclass(frozen=True, slots=True)
class Difference:
    """One number less another."""

    left: Expr
    right: Expr

    def exact(self, v: Values) -> Rational:
        return self.left.exact(v) - self.right.exact(v)

    def excel(self, c: Cells) -> str:
        return f"({self.left.excel(c)}-{self.right.excel(c)})"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return self.left.vector(v, xp) - self.right.vector(v, xp)


@dataclass(frozen=True, slots=True)
class Product:
    """The product of two numbers."""

    left: Expr
    right: Expr

    def exact(self, v: Values) -> Rational:
        return self.left.exact(v) * self.right.exact(v)

    def excel(self, c: Cells) -> str:
        return f"{self.left.excel(c)}*{self.right.excel(c)}"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return self.left.vector(v, xp) * self.right.vector(v, xp)


@dataclass(frozen=True, slots=True)
class Quotient:
    """One number divided by another; the checks have made sure that it is not zero."""

    left: Expr
    right: Expr

    def exact(self, v: Values) -> Rational:
        return divide(self.left.exact(v), self.right.exact(v))

    def excel(self, c: Cells) -> str:
        right = self.right.excel(c)
        if isinstance(self.right, Quotient | Product):
            right = f"({right})"
        return f"{self.left.excel(c)}/{right}"

    def vector(self, v: Arrays, xp: Any) -> Any:
        right = self.right.vector(v, xp)
        return self.left.vector(v, xp) / xp.where(right == 0, xp.nan, right)


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest of several numbers."""

    items: tuple[Expr, ...]

    def exact(self, v: Values) -> Rational:
        return min(item.exact(v) for item in self.items)

    def excel(self, c: Cells) -> str:
        return "MIN(" + ",".join(i.excel(c) for i in self.items) + ")"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return reduce(xp.minimum, (i.vector(v, xp) for i in self.items))


@dataclass(frozen=True, slots=True)
class Most:
    """The largest of several numbers."""

    items: tuple[Expr, ...]

    def exact(self, v: Values) -> Rational:
        return max(item.exact(v) for item in self.items)

    def excel(self, c: Cells) -> str:
        return "MAX(" + ",".join(i.excel(c) for i in self.items) + ")"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return reduce(xp.maximum, (i.vector(v, xp) for i in self.items))


@dataclass(frozen=True, slots=True)
class Choose:
    """One number where a condition holds, another where it does not."""

    condition: Condition
    yes: Expr
    no: Expr

    def exact(self, v: Values) -> Rational:
        return (self.yes if self.condition.exact(v) else self.no).exact(v)

    def excel(self, c: Cells) -> str:
        return f"IF({self.condition.excel(c)},{self.yes.excel(c)},{self.no.excel(c)})"

    def vector(self, v: Arrays, xp: Any) -> Any:
        return xp.where(self.condition.vector(v, xp), self.yes.vector(v, xp), self.no.vector(v, xp))


def add(items: Sequence[Expr]) -> Expr:
    """Add expressions, leaving a single one alone."""
    return items[0] if len(items) == 1 else Sum(tuple(items))


def times(expr: Expr, factor: Rational) -> Expr:
    """Multiply by a constant."""
    if factor == 1:
        return expr
    if isinstance(expr, Number):
        return Number(expr.value * factor)
    return Product(expr, Number(factor))
