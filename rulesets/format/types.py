"""Types: what a single value may be, read strictly and said as JSON Schema by the same record.

`read` raises RulesetError with file, line, key and record; `schema` is the JSON Schema of the
same; `word` is the id of the word that the guide prints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from rulesets.errors import At
from scoring.dates import day_number
from scoring.numbers import exact

Schema = dict[str, Any]

NUMBER_PATTERN = r"-?[0-9]{1,18}(\.[0-9]{1,18})?(/[0-9]{1,18})?%?"
DATE_PATTERN = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NAME_PATTERN = r"[a-z][a-z0-9_]*"
"""Names of inputs and of types of unit: they become defined names of workbooks."""

_NUMBER = re.compile(NUMBER_PATTERN)
_DATE = re.compile(DATE_PATTERN)


class Type(Protocol):
    """What may stand behind a key."""

    @property
    def word(self) -> str:
        """The id of its name in the guide."""

    def read(self, value: Any, at: At) -> Any:
        """The value, checked and converted. Raises RulesetError."""

    def schema(self) -> Schema:
        """The same as JSON Schema."""


@dataclass(frozen=True)
class TextType:
    """A text; `pattern` is what it must look like as a whole."""

    pattern: str = ""
    word: str = "format.type.text"

    def read(self, value: Any, at: At) -> str:
        """The text as it stands."""
        if not isinstance(value, str):
            raise at.error("rules.not_a_text", got=repr(value))
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise at.error("rules.not_like", got=value, pattern=self.pattern)
        return value

    def schema(self) -> Schema:
        """A string."""
        pattern = {"pattern": f"^{self.pattern}$"} if self.pattern else {}
        return {"type": "string", **pattern}


@dataclass(frozen=True)
class FlagType:
    """true or false."""

    word: str = "format.type.flag"

    def read(self, value: Any, at: At) -> bool:
        """The flag."""
        if not isinstance(value, bool):
            raise at.error("rules.not_a_flag", got=repr(value))
        return value

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class NumberType:
    """An exact number: an integer, or quoted "85%", "1/2", "2.5"; at most 18 digits a part."""

    word: str = "format.type.number"

    def read(self, value: Any, at: At) -> Fraction:
        """The exact number."""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise at.error("rules.no_number", got=repr(value))
        if _NUMBER.fullmatch(str(value)):
            try:
                return exact(value)
            except (ValueError, ZeroDivisionError):
                pass
        raise at.error("rules.bad_number", got=short(repr(value)))

    def schema(self) -> Schema:
        """A reference, so that every number is described once."""
        return {"$ref": "#/$defs/number"}


@dataclass(frozen=True)
class WholeType:
    """A whole number of 0 or more."""

    word: str = "format.type.whole"

    def read(self, value: Any, at: At) -> int:
        """The whole number."""
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise at.error("rules.no_whole_number", got=short(repr(value)))
        return value

    def schema(self) -> Schema:
        """An integer."""
        return {"type": "integer", "minimum": 0}


@dataclass(frozen=True)
class MarkType:
    """A threshold: an exact number, or a day in quotes, which stays as written."""

    word: str = "format.type.mark"

    def read(self, value: Any, at: At) -> Fraction | str:
        """The number, or the day as ISO 8601."""
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                day_number(value)
            except ValueError:
                raise at.error("rules.no_mark", got=repr(value)) from None
            return value
        if not isinstance(value, str | int) or not _NUMBER.fullmatch(str(value)):
            raise at.error("rules.no_mark", got=short(repr(value)))
        return NUMBER.read(value, at)

    def schema(self) -> Schema:
        """A reference."""
        return {"$ref": "#/$defs/mark"}


@dataclass(frozen=True)
class ChoiceType:
    """One of several words."""

    words: tuple[str, ...]
    word: str = "format.type.choice"

    def read(self, value: Any, at: At) -> str:
        """The word."""
        if not isinstance(value, str) or value not in self.words:
            raise at.error("rules.no_choice", known=self.words, got=short(str(value)))
        return value

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class TextsType:
    """One text or a list of them."""

    word: str = "format.type.texts"

    def read(self, value: Any, at: At) -> tuple[str, ...]:
        """The texts."""
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or any(isinstance(v, dict | list) for v in value):
            raise at.error("rules.no_texts", got=short(repr(value)))
        return tuple(str(item) for item in value)

    def schema(self) -> Schema:
        """A string, or a list of strings (a bare number stands for its digits)."""
        items = {"type": ["string", "integer"]}
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": items}]}


@dataclass(frozen=True)
class NullType:
    """null, on purpose."""

    word: str = "format.type.null"

    def read(self, value: Any, at: At) -> None:
        """Nothing."""

    def schema(self) -> Schema:
        """null."""
        return {"type": "null"}


@dataclass(frozen=True)
class OpenType:
    """Anything, left to who uses it (a figure as unit.json writes it)."""

    word: str = "format.type.figures"
    shape: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def read(self, value: Any, at: At) -> Any:
        """The value as it stands."""
        return value

    def schema(self) -> Schema:
        """Anything."""
        return dict(self.shape)


TEXT, FLAG, NUMBER, WHOLE, MARK, TEXTS = (
    TextType(),
    FlagType(),
    NumberType(),
    WholeType(),
    MarkType(),
    TextsType(),
)


def short(shown: str) -> str:
    """A value as a message shows it: not the whole file."""
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
