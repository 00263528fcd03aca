"""Types: what may stand behind a key, read strictly and said as JSON Schema by the same record.

`read` raises RulesetError with file, line, key and record; `schema` is the JSON Schema of the
same; `word` is the id of the word that the guide prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from rulesets.errors import At
from scoring.dates import day_number
from scoring.numbers import exact
from texts import text

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
        raise at.error("rules.bad_number", got=_short(repr(value)))

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
            raise at.error("rules.no_whole_number", got=_short(repr(value)))
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
            raise at.error("rules.no_mark", got=_short(repr(value)))
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
            raise at.error("rules.no_choice", known=self.words, got=_short(str(value)))
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
            raise at.error("rules.no_texts", got=_short(repr(value)))
        return tuple(str(item) for item in value)

    def schema(self) -> Schema:
        """A string, or a list of strings (a bare number stands for its digits)."""
        items = {"type": ["string", "integer"]}
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": items}]}


@dataclass(frozen=True)
class NamesType:
    """The name of an input or a list of names; `weighted`: or names with their factors."""

    weighted: bool = False

    @property
    def word(self) -> str:
        """Its name in the guide."""
        return "format.type.weighted" if self.weighted else "format.type.names"

    def read(self, value: Any, at: At) -> dict[str, Fraction]:
        """Name → factor, in their order."""
        if isinstance(value, str):
            return {value: Fraction(1)}
        if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
            return dict.fromkeys(value, Fraction(1))
        if self.weighted and isinstance(value, dict) and value:
            return {name: NUMBER.read(factor, at.at(name)) for name, factor in value.items()}
        raise at.error("rules.no_names", got=_short(repr(value)))

    def schema(self) -> Schema:
        """A string, a list, or an object of numbers."""
        names: list[Schema] = [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}, "minItems": 1},
        ]
        if self.weighted:
            names.append(
                {"type": "object", "additionalProperties": NUMBER.schema(), "minProperties": 1}
            )
        return {"anyOf": names}


@dataclass(frozen=True)
class ListType:
    """A list of one type; `count` items where their number is fixed."""

    of: Type
    count: int | None = None
    word: str = "format.type.list"

    def read(self, value: Any, at: At) -> tuple[Any, ...]:
        """The items."""
        if not isinstance(value, list):
            raise at.error("rules.no_list", got=_short(repr(value)))
        if self.count is not None and len(value) != self.count:
            raise at.error("rules.not_so_many", count=self.count, got=len(value))
        return tuple(self.of.read(item, at) for item in value)

    def schema(self) -> Schema:
        """An array."""
        exactly = {} if self.count is None else {"minItems": self.count, "maxItems": self.count}
        return {"type": "array", "items": self.of.schema(), **exactly}


@dataclass(frozen=True)
class MapType:
    """An object whose keys are free names, with values of one type."""

    of: Type
    names: str = ""
    at_least: int = 0
    word: str = "format.type.map"

    def read(self, value: Any, at: At) -> dict[str, Any]:
        """Name → value."""
        if not isinstance(value, dict):
            raise at.error("rules.no_object", got=_short(repr(value)))
        for name in value:
            if self.names and not re.fullmatch(self.names, name):
                raise at.at(name, value).error("rules.bad_name", name=name)
        if len(value) < self.at_least:
            raise at.error("rules.empty")
        return {name: self.of.read(item, at.at(name, value)) for name, item in value.items()}

    def schema(self) -> Schema:
        """An object."""
        names = {"propertyNames": {"pattern": f"^{self.names}$"}} if self.names else {}
        least = {"minProperties": self.at_least} if self.at_least else {}
        return {"type": "object", "additionalProperties": self.of.schema(), **names, **least}


@dataclass(frozen=True)
class EitherType:
    """The first of several types that the shape of the value asks for.

    `shapes`: a Python type (`dict`, `list`, `bool`, `str`, `int`, `type(None)`) → type.
    """

    shapes: tuple[tuple[type, Type], ...]
    word: str
    words: tuple[str, ...] = ()
    """Words that a text may be besides a number; only editors ask for them."""

    def read(self, value: Any, at: At) -> Any:
        """The value, read by the type of its shape."""
        for shape, kind in self.shapes:
            # true is no number.
            if isinstance(value, shape) and (shape is bool or not isinstance(value, bool)):
                return kind.read(value, at)
        raise at.error("rules.no_such_value", wanted=text(self.word), got=_short(repr(value)))

    def schema(self) -> Schema:
        """Any of the types."""
        if self.words:
            of_text: list[Schema] = [{"enum": list(self.words)}, NUMBER.schema()]
        kinds = [
            schema
            for shape, kind in self.shapes
            for schema in (of_text if shape is str and self.words else [kind.schema()])
        ]
        return {"anyOf": _different(kinds)}


def _different(schemas: Iterable[Schema]) -> list[Schema]:
    found: list[Schema] = []
    for schema in schemas:
        if schema not in found:
            found.append(schema)
    return found


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


@dataclass(frozen=True)
class RecordType:
    """A record of the format, by its name."""

    name: str
    word: str = "format.type.record"

    def read(self, value: Any, at: At) -> Any:
        """The record's `Fields`."""
        from rulesets.fields import read_record  # records hold types, types name records

        return read_record(self.name, value, at)

    def schema(self) -> Schema:
        """A reference to the record's definition."""
        return {"$ref": f"#/$defs/{self.name}"}


@dataclass(frozen=True)
class OneOfType:
    """One of several records, told apart by the first key of this list that is present."""

    name: str
    records: tuple[tuple[str, str], ...]
    word: str = "format.type.record"

    def read(self, value: Any, at: At) -> Any:
        """The `Fields` of the record whose key is there."""
        from rulesets.fields import read_record

        if not isinstance(value, dict):
            raise at.error("rules.no_record", what=text(f"format.{self.name}"), got=repr(value))
        for key, record in self.records:
            if key in value:
                return read_record(record, value, at, called=self.name)
        keys = tuple(dict(self.records))
        here = at.inside(value, text(f"format.{self.name}"))
        raise here.error("rules.needs_one_of", keys=keys)

    def schema(self) -> Schema:
        """A reference to the list of records."""
        return {"$ref": f"#/$defs/{self.name}"}


TEXT, FLAG, NUMBER, WHOLE, MARK, TEXTS = (
    TextType(),
    FlagType(),
    NumberType(),
    WholeType(),
    MarkType(),
    TextsType(),
)


def _short(shown: str) -> str:
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
