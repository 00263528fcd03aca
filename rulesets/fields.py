"""Strict reading of YAML: unknown, duplicate and missing keys are errors with file and line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from scoring.dates import day_number
from scoring.numbers import exact


class RulesetError(Exception):
    """A ruleset file is wrong: our fault, so it stops. `str()` gives file, line and reason."""

    def __init__(self, where: str, line: int, message: str) -> None:
        super().__init__(f"{where}, dòng {line}: {message}" if line else f"{where}: {message}")
        self.line = line


class Node(dict[str, Any]):
    """A YAML mapping that remembers the line it starts on."""

    line: int = 0


class Fields:
    """Take keys from a node one by one; `done` refuses what nobody took."""

    def __init__(self, node: Any, where: str, what: str, line: int = 0) -> None:
        self.where, self.what = where, what
        self.line = getattr(node, "line", 0) or line
        if not isinstance(node, dict):
            raise self.error(f"{what} phải là một đối tượng, không phải {node!r}")
        self._node = node
        self._taken: set[str] = set()
        self.variant = ""
        self.variants: tuple[str, ...] = ()

    def inner(self, node: Any, what: str) -> Fields:
        """A node inside this one, for the same type of unit."""
        fields = Fields(node, self.where, what, self.line)
        fields.variant, fields.variants = self.variant, self.variants
        return fields

    def error(self, message: str) -> RulesetError:
        """An error at this node."""
        return RulesetError(self.where, self.line, message)

    def __contains__(self, key: str) -> bool:
        return key in self._node

    def raw(self, key: str, default: Any = None) -> Any:
        """The value as it stands, or the default."""
        self._taken.add(key)
        return self._node.get(key, default)

    def need(self, key: str) -> Any:
        """The value; an error where the key is absent."""
        if key not in self._node:
            raise self.error(f"{self.what} thiếu khóa «{key}»")
        return self.raw(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required where there is no default."""
        value = self.need(key) if default is None else self.raw(key, default)
        if not isinstance(value, str):
            raise self.error(
                f"«{key}» của {self.what} phải là chữ trong dấu nháy, không phải {value!r}"
            )
        return value

    def number(self, key: str, default: str | int | None = None) -> Fraction:
        """An exact number: an integer, or quoted "85%", "1/2", "2.5"."""
        value = self.need(key) if default is None else self.raw(key, default)
        return self.exact(value, key)

    def optional_number(self, key: str) -> Fraction | None:
        """An exact number, or None where the key is absent."""
        return self.number(key) if key in self._node else None

    def exact(self, value: Any, key: str) -> Fraction:
        """Turn a value into an exact number."""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.error(f"«{key}» của {self.what} phải là số, không phải {value!r}")
        try:
            return exact(value)
        except (ValueError, ZeroDivisionError):
            raise self.error(
                f'«{key}» của {self.what} không phải số: {value!r} (viết 10, "85%", "1/2", "2.5")'
            ) from None

    def day(self, key: str) -> Fraction:
        """A day in quotes, "2024-01-15", as its day number."""
        value = self.need(key)
        try:
            return Fraction(day_number(str(value)))
        except ValueError:
            raise self.error(
                f'«{key}» của {self.what} phải là ngày viết "2024-01-15", không phải {value!r}'
            ) from None

    def flag(self, key: str) -> bool:
        """true or false; false where absent."""
        value = self.raw(key, False)
        if not isinstance(value, bool):
            raise self.error(
                f"«{key}» của {self.what} phải là true hoặc false, không phải {value!r}"
            )
        return value

    def list(self, key: str, required: bool = True) -> list[Any]:
        """A list; empty where absent and not required."""
        value = self.need(key) if required else self.raw(key, [])
        if not isinstance(value, list):
            raise self.error(f"«{key}» của {self.what} phải là danh sách")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or a single text; empty where absent."""
        value = self.raw(key, [])
        if not isinstance(value, str | list):
            raise self.error(f"«{key}» của {self.what} phải là danh sách, không phải {value!r}")
        if isinstance(value, str):
            return (value,)
        return tuple(str(item) for item in value)

    def mapping(self, key: str, required: bool = True) -> dict[str, Any]:
        """An object; empty where absent and not required."""
        value = self.need(key) if required else self.raw(key) or {}
        if not isinstance(value, dict):
            raise self.error(f"«{key}» của {self.what} phải là một đối tượng, không phải {value!r}")
        return value

    def choice(self, key: str, known: Sequence[str]) -> str:
        """One of several words."""
        value = self.text(key)
        if value not in known:
            words = ", ".join(known)
            raise self.error(
                f"«{key}» của {self.what} phải là một trong: {words}; không phải «{value}»"
            )
        return value

    def one_of(self, readers: dict[str, Callable[[Fields], Any]]) -> Any:
        """Apply the reader of the first key that is present."""
        for key, reader in readers.items():
            if key in self._node:
                return reader(self)
        wanted = ", ".join(readers)
        raise self.error(f"{self.what} cần một trong các khóa: {wanted}")

    def done(self) -> None:
        """Refuse keys that nobody took."""
        unknown = [key for key in self._node if key not in self._taken]
        if unknown:
            known = ", ".join(sorted(self._taken))
            raise self.error(
                f"{self.what} có khóa lạ «{unknown[0]}» (các khóa dùng được ở đây: {known})"
            )
