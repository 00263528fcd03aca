"""Exact JSON: one strict reader for what people hand in — a unit, a cohort, a line of cases.

Numbers keep their digits: whole ones are `int`, all others `Decimal` (NaN and Infinity too, which
no slot takes for a number). What JSON readers let pass or die of is refused with its place and
what to do: a key that stands twice, endless nesting, endless numbers, half a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from json import JSONDecoder
from typing import Any

from texts import Text, text

DEPTH, NUMBER, SIZE = 64, 1000, 16 * 2**20
"""How deep values may nest, how many characters a number, how many bytes a text may have."""

_BLANKS = " \t\n\r"
_BLANK = re.compile(f"[{_BLANKS}]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<rest>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)")
_WORD = re.compile(r"[^\s,:\[\]{}\"]*")
# Half characters, and what no workbook can hold.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMES: Mapping[str, Any] = {
    "true": True,
    "false": False,
    "null": None,
    "NaN": Decimal("NaN"),
    "Infinity": Decimal("Infinity"),
    "-Infinity": Decimal("-Infinity"),
}
_TEXTS = JSONDecoder(strict=False)
_SHOWN = 40


class BadJson(ValueError):
    """The text cannot be used. `text` says where, what and what to do, in both languages."""

    def __init__(self, said: Text) -> None:
        super().__init__(said)
        self.text = said

    def __str__(self) -> str:
        return str(self.text)


def read(source: str | bytes, size: int = SIZE) -> Any:
    """Read one JSON value. A byte order mark at the start is left out.

    >>> read('{"a": 0.10, "b": [1, true]}')
    {'a': Decimal('0.10'), 'b': [1, True]}
    >>> read('{"a": {"b": 1, "b": 2}}')
    Traceback (most recent call last):
        ...
    scoring.exact_json.BadJson: dòng 1, cột 16 (a): khóa «b» có hai lần. Hãy giữ một.

    Raises BadJson, and nothing else, for what cannot be used.
    """
    if len(source) > size:
        raise BadJson(text("json.too-long", limit=size))
    if isinstance(source, bytes):
        try:
            source = source.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadJson(text("json.not-utf8", byte=error.start + 1)) from None
    return _Reader(source.removeprefix("\ufeff")).document()


class _Reader:
    """Reads one text from the start to the end; `path` holds the keys on the way."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.path: list[str | int] = []

    def document(self) -> Any:
        self._skip()
        value = self._value()
        self._skip()
        if self.at < len(self.source):
            raise self._expected("nothing-more")
        return value

    def _value(self) -> Any:
        sign = self.source[self.at : self.at + 1]
        if sign in ("{", "["):
            if len(self.path) >= DEPTH:
                raise self._wrong("too-deep", limit=DEPTH)
            return self._object() if sign == "{" else self._array()
        if sign == '"':
            return self._text()
        return self._plain()

    def _object(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self._step()
        if self._taken("}"):
            return found
        while True:
            if self.source[self.at : self.at + 1] != '"':
                raise self._expected("a-key")
            start = self.at
            key = self._text()
            if key in found:
                raise self._wrong("duplicate", start, key=_short(key))
            self._skip()
            if not self._taken(":"):
                raise self._expected("a-colon")
            self.path.append(key)
            found[key] = self._value()
            self.path.pop()
            self._skip()
            if self._taken("}"):
                return found
            if not self._taken(","):
                raise self._expected("comma-or-brace")

    def _array(self) -> list[Any]:
        found: list[Any] = []
        self._step()
        if self._taken("]"):
            return found
        while True:
            self.path.append(len(found) + 1)
            found.append(self._value())
            self.path.pop()
            self._skip()
            if self._taken("]"):
                return found
            if not self._taken(","):
                raise self._expected("comma-or-bracket")

    def _text(self) -> str:
        start = self.at
        try:
            value, self.at = _TEXTS.raw_decode(self.source, start)
        except ValueError:
            raise self._wrong("bad-text", start) from None
        if odd := _ODD.search(value):
            code = f"U+{ord(odd[0]):04X}"
            what = "surrogate" if "\ud800" <= odd[0] <= "\udfff" else "control"
            raise self._wrong(what, start, code=code)
        return str(value)

    def _plain(self) -> Any:
        """A number or a name."""
        word = _WORD.match(self.source, self.at)
        shown = word[0] if word else ""
        if shown in _NAMES:
            self.at += len(shown)
            return _NAMES[shown]
        if not re.match(r"[-+.]?[0-9]", shown):
            raise self._expected("a-value")
        if len(shown) > NUMBER:
            raise self._wrong("number-too-long", limit=NUMBER)
        number = _NUMBER.fullmatch(shown)
        if number is None:
            raise self._wrong("bad-number", shown=_short(shown))
        try:
            value: int | Decimal = Decimal(shown) if number["rest"] else int(shown)
        except InvalidOperation:  # an exponent that not even a Decimal holds
            raise self._wrong("bad-number", shown=_short(shown)) from None
        self.at += len(shown)
        return value

    def _step(self) -> None:
        self.at += 1
        self._skip()

    def _skip(self) -> None:
        if self.source[self.at : self.at + 1] in _BLANKS:
            blank = _BLANK.match(self.source, self.at)
            self.at = blank.end() if blank else self.at

    def _taken(self, sign: str) -> bool:
        """Whether this sign stands here; then it is passed, with the blanks after it."""
        if not self.source.startswith(sign, self.at):
            return False
        self._step()
        return True

    def _expected(self, what: str) -> BadJson:
        rest = self.source[self.at : self.at + _SHOWN].split("\n")[0]
        shown = f"«{_short(rest)}»" if self.at < len(self.source) else text("json.end")
        return self._wrong("expected", expected=text(f"json.{what}"), shown=shown)

    def _wrong(self, what: str, at: int | None = None, **data: Any) -> BadJson:
        at = self.at if at is None else at
        line = self.source.count("\n", 0, at) + 1
        column = at - self.source.rfind("\n", 0, at)
        place = text("json.at", line=line, column=column)
        if self.path:
            path = path_text(self.path)
            place = text("json.at-path", line=line, column=column, path=path)
        return BadJson(text("json.wrong", place=place, what=text(f"json.{what}", **data)))


def path_text(path: Iterable[str | int]) -> str:
    """The keys that lead to a value, as messages write them.

    >>> path_text(["inputs", "1.2", "cohort", 3])
    'inputs → 1.2 → cohort → 3'
    """
    return " → ".join(_short(str(key)) for key in path)


def _short(words: str) -> str:
    plain = "".join(char if char.isprintable() else "�" for char in words)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
