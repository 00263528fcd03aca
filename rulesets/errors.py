"""Errors of ruleset files: what is wrong, in which file, on which line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from texts import Text, text


class RulesetError(Exception):
    """A ruleset is wrong: our fault, so it stops.

    `where` is the file as a person finds it, `line` is 0 where no line can be named, `reason` is
    the Text that says why. `str()` is all of it in Vietnamese, `say(lang)` in either language.
    """

    def __init__(self, where: str, line: int, reason: Text) -> None:
        super().__init__(where, line, reason)
        self.where, self.line, self.reason = where, line, reason

    @property
    def text(self) -> Text:
        """File, line and reason."""
        if self.line:
            return text("rules.at_line", where=self.where, line=str(self.line), reason=self.reason)
        return text("rules.at_file", where=self.where, reason=self.reason)

    def say(self, lang: str = "vi") -> str:
        """The words in one language."""
        return self.text.say(lang)

    def __str__(self) -> str:
        return self.say()


class Node(dict[str, Any]):
    """A YAML mapping that remembers its line and the line of each key."""

    line: int = 0
    lines: dict[str, int]

    def __init__(self, *args: Any, line: int = 0, lines: dict[str, int] | None = None) -> None:
        super().__init__(*args)
        self.line, self.lines = line, dict(lines or {})


@dataclass(frozen=True)
class At:
    """A place in a file: the record that is read there, and one of its keys."""

    where: str
    line: int = 0
    what: Text = field(default_factory=lambda: text("format.file"))
    key: str = ""
    row: Text | None = None
    """The row around the record, which has a code."""

    def at(self, key: str, node: Any = None) -> At:
        """The same place at a key; with its node, at the key's own line."""
        lines = getattr(node, "lines", {})
        return At(self.where, lines.get(key, self.line), self.what, key, self.row)

    def inside(self, node: Any, what: Text) -> At:
        """A record inside this place."""
        here = At(self.where, getattr(node, "line", 0) or self.line, what, row=self.row)
        if what.id == "format.coded":
            return replace(here, row=what)
        if self.row:
            return replace(here, what=text("format.of_row", what=what, row=self.row))
        return here

    def error(self, reason: str, **data: Any) -> RulesetError:
        """An error here; `{what}` and `{key}` of the sentence are this place's."""
        known = {"what": self.what, "key": self.key} | data
        return RulesetError(self.where, self.line, text(reason, **known))
