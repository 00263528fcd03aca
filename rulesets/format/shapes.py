"""Shapes: lists, objects and records, made of types; each reads and describes what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rulesets.errors import At
from rulesets.format.types import NUMBER, Schema, Type, short
from texts import text


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
        raise at.error("rules.no_names", got=short(repr(value)))

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
            raise at.error("rules.no_list", got=short(repr(value)))
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
            raise at.error("rules.no_object", got=short(repr(value)))
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
        raise at.error("rules.no_such_value", wanted=text(self.word), got=short(repr(value)))

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
