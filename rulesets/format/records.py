"""Records: one declaration of each key of the format, and nothing else states it.

The loader reads by these records, the JSON Schema and the tables of keys in the guide are made of
them. What a key means is said in `texts/format.py`, under `format.RECORD.KEY` (or `format.KEY`
where it means the same everywhere).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rulesets.format.types import Type


@dataclass(frozen=True)
class Key:
    """One key of a record.

    `default`: what stands where the key is absent. `needs`: another key that it goes with.
    """

    name: str
    type: Type
    required: bool = False
    default: Any = None
    needs: str = ""


@dataclass(frozen=True)
class Record:
    """An object of a ruleset file.

    `one_of`: groups of keys of which exactly one stands. `apart`: keys that exclude each other.
    `band`: the record lies between one or two ends. `open`: other keys may stand there too.
    """

    name: str
    keys: tuple[Key, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()
    band: bool = False
    open: bool = False

    def __post_init__(self) -> None:
        names = [key.name for key in self.keys]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.name}: {names}")

    @property
    def by_name(self) -> dict[str, Key]:
        """The keys by their name."""
        return {key.name: key for key in self.keys}


def need(name: str, kind: Type) -> Key:
    """A key that must be there."""
    return Key(name, kind, required=True)


def may(name: str, kind: Type, default: Any = None, needs: str = "") -> Key:
    """A key that may be left out."""
    return Key(name, kind, default=default, needs=needs)
