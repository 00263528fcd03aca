"""What reading a typed text gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from scoring.numbers import Rational
from texts import Text, text


class ReadKind(str, Enum):
    """What a typed text says."""

    RATIO = "ratio"
    PERCENT = "percent"
    NUMBER = "number"
    YES = "yes"
    NO = "no"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TypedText:
    """A ratio has `a`, `b`; a percentage (0–100) or number `value`; an unreadable text `why`."""

    kind: ReadKind
    a: Rational | None = None
    b: Rational | None = None
    value: Rational | None = None
    why: Text | None = None


def unreadable(name: str, /, **data: Any) -> TypedText:
    """Not read, for a reason of the catalogue: `read.` and its name."""
    return TypedText(ReadKind.UNREADABLE, why=text(f"read.{name}", **data))
