"""YAML, strictly: integers, true, false, null and text; nothing that hides or repeats itself.

No floats, no tags, no aliases, no repeated keys, one document; text is normalised to NFC. The
events of the parser are put together here, so that every mapping knows the lines of its keys and
no file, however deep or long, does more than be refused.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from rulesets.errors import At, Node, RulesetError
from texts import text

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
MAX_DIGITS = 18

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INTEGER = re.compile(r"-?[0-9]+")
_WORDS = {"true": True, "false": False, "null": None}


def parse(path: Path, where: str = "") -> Node:
    """Read one YAML file. `where` is how messages name it. Raises RulesetError."""
    where = where or f"{path.parent.name}/{path.name}"
    return parse_bytes(read_bytes(path, where), where)


def read_bytes(path: Path, where: str) -> bytes:
    """The bytes of a file. Raises RulesetError where there is none that can be read."""
    at = At(where)
    if not path.exists():
        raise at.error("rules.no_file")
    if not path.is_file():
        raise at.error("rules.not_a_file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise at.error("rules.too_large", most=MAX_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise at.error("rules.unreadable", why=error.strerror or str(error)) from error


def parse_bytes(content: bytes, where: str) -> Node:
    """Read YAML from bytes. Raises RulesetError with the line."""
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise At(where, line).error("rules.not_utf8") from None
    if forbidden := _FORBIDDEN.search(source):
        line = source.count("\n", 0, forbidden.start()) + 1
        raise At(where, line).error("rules.control_character", char=repr(forbidden[0]))
    try:
        import yaml  # the in-cell path reads compiled copies and never needs it
    except ImportError:
        raise At(where).error("rules.no_yaml") from None

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(where)
    try:
        for event in yaml.parse(source, loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise At(where, line).error("rules.bad_yaml", problem=str(error.problem)) from error
    except yaml.YAMLError as error:
        raise At(where).error("rules.bad_yaml", problem=type(error).__name__) from error
    if not isinstance(builder.document, Node):
        raise At(where, 1).error("rules.file_no_object")
    return builder.document


class _Builder:
    """Puts the events of one document together."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.document: Any = None
        self.documents = 0
        self.open: list[Any] = []
        self.keys: list[str | None] = []

    def error(self, event: Any, reason: str, **data: Any) -> RulesetError:
        return RulesetError(self.where, event.start_mark.line + 1, text(reason, **data))

    def take(self, event: Any) -> None:
        """One event of the parser."""
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                raise self.error(event, "rules.one_document")
        elif name == "AliasEvent" or getattr(event, "anchor", None):
            raise self.error(event, "rules.no_alias")
        elif getattr(event, "tag", None) not in (None, "!"):
            raise self.error(event, "rules.no_tag", tag=str(event.tag))
        elif name == "ScalarEvent":
            self.put(event, _scalar(event))
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self.start(event, [] if name.startswith("S") else Node())
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self.open.pop()
            self.keys.pop()

    def start(self, event: Any, node: Any) -> None:
        """A mapping or list begins."""
        if isinstance(node, Node):
            node.line = event.start_mark.line + 1
        self.put(event, node)
        if len(self.open) >= MAX_DEPTH:
            raise self.error(event, "rules.too_deep", most=MAX_DEPTH)
        self.open.append(node)
        self.keys.append(None)

    def put(self, event: Any, value: Any) -> None:
        """A value goes where it belongs: the document, a list, a key or the value of a key."""
        if not self.open:
            self.document = value
            return
        inside, key = self.open[-1], self.keys[-1]
        if isinstance(inside, list):
            inside.append(value)
        elif key is None:
            self.keys[-1] = self.key(event, inside, value)
        else:
            inside[key] = value
            self.keys[-1] = None

    def key(self, event: Any, inside: Node, value: Any) -> str:
        """The key of a mapping, which stands there once."""
        if isinstance(value, dict | list):
            raise self.error(event, "rules.key_no_text")
        name = unicodedata.normalize("NFC", event.value)
        if name in inside.lines:
            raise self.error(event, "rules.key_twice", name=name)
        inside.lines[name] = event.start_mark.line + 1
        return name


def _scalar(event: Any) -> Any:
    """Only whole numbers, true, false and null are special, and only without quotes."""
    value: str = event.value
    if event.implicit[0]:
        if value in _WORDS:
            return _WORDS[value]
        if _INTEGER.fullmatch(value) and len(value) <= MAX_DIGITS:
            return int(value)
    return unicodedata.normalize("NFC", value)
