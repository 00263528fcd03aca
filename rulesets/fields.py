"""Fields: one record of a file, read by the format — strictly, with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rulesets.errors import At, Node, RulesetError
from rulesets.format import RECORDS, Record
from texts import Text, text


class Fields(Mapping[str, Any]):
    """The values of one record, checked and converted; what was left out has its default.

    `given` are the keys that stand in the file, `at` is where, `node` is what stands there.
    """

    def __init__(self, record: Record, node: Any, at: At, values: dict[str, Any]) -> None:
        self.record, self.node, self.at, self._values = record, node, at, values
        self.given = frozenset(node)

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    @property
    def line(self) -> int:
        """The line that the record starts on; 0 where unknown."""
        return self.at.line

    def error(self, reason: str, key: str = "", /, **data: Any) -> RulesetError:
        """An error at this record, or at one of its keys."""
        at = self.at.at(key, self.node) if key else self.at
        return at.error(reason, **data)


def read_record(name: str, node: Any, at: At, called: str = "") -> Fields:
    """Read one record by its name in the format. Raises RulesetError."""
    record = RECORDS[name]
    plain = text(f"format.{called or name}")
    if not isinstance(node, dict):
        raise at.error("rules.no_record", what=plain, got=repr(node)[:60])
    here = at.inside(node, _called(plain, node, at))
    _check_keys(record, node, here)
    values: dict[str, Any] = {}
    for key in record.keys:
        if key.name in node:
            values[key.name] = key.type.read(node[key.name], here.at(key.name, node))
        else:
            values[key.name] = key.default
    return Fields(record, node, here, values)


def _called(plain: Text, node: Mapping[str, Any], at: At) -> Text:
    """What a message calls the record: by its code where it has one."""
    code = node.get("code")
    if isinstance(code, str):
        return text("format.coded", what=plain, code=code)
    if plain.id == "format.input":
        return text("format.named", what=plain, name=at.key)
    return plain


def _check_keys(record: Record, node: Mapping[str, Any], at: At) -> None:
    known = record.by_name
    for name in node:
        if name not in known and not record.open:
            raise at.at(name, node).error("rules.unknown_key", name=name, known=tuple(known))
    for key in record.keys:
        if key.required and key.name not in node:
            raise at.error("rules.missing_key", name=key.name)
        if key.needs and key.name in node and key.needs not in node:
            raise at.at(key.name, node).error("rules.needs", needs=key.needs)
    for group in record.one_of:
        given = [name for name in group if name in node]
        if len(given) != 1:
            raise at.error("rules.needs_one_of", keys=tuple(f"«{name}»" for name in group))
    apart = [name for name in record.apart if name in node]
    if len(apart) > 1:
        raise at.at(apart[1], node).error("rules.apart", one=apart[0], other=apart[1])


__all__ = ["Fields", "Node", "RulesetError", "read_record"]
