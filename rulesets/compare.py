"""Compare: two tables row by row — code, title, maximum, rule, printed words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from rulesets import files
from rulesets.laws import Law, load_law
from scoring.law import Row
from texts import Text, text


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that only one table has, or that the two have differently."""

    code: str
    kind: str
    """"gone", "came" or "changed"."""
    name: str
    worth: Any
    changes: tuple[tuple[str, Any, Any], ...] = ()

    @property
    def text(self) -> Text:
        """The difference in words."""
        if self.kind != "changed":
            return text(f"diff.{self.kind}", code=self.code, name=self.name, max=self.worth)
        changes = tuple(
            text("diff.change", what=text(f"diff.what.{what}"), before=before, after=after)
            for what, before, after in self.changes
        )
        return text("diff.changed", code=self.code, changes=changes)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "code": self.code,
            "kind": self.kind,
            "name": self.name,
            "changes": {
                what: {"before": str(before), "after": str(after)}
                for what, before, after in self.changes
            },
        }


class OtherKind(ValueError):
    """The two tables are of different kinds; `reason` says so."""

    def __init__(self, one: Law, other: Law) -> None:
        self.reason = text("diff.other_kind", a=one.id, b=other.id)
        super().__init__(str(self.reason))


def compare(one_id: str, other_id: str) -> tuple[Difference, ...]:
    """The differences from one table to another, in the order of their rows.

    Raises KeyError for an unknown table, OtherKind for tables of two kinds, RulesetError.
    """
    one, other = load_law(one_id), load_law(other_id)
    if one.kind != other.kind:
        raise OtherKind(one, other)
    rules = [_written(files.read(law.id)["table"]) for law in (one, other)]
    found = [_only("gone", row) for code, row in one.by_code.items() if code not in other.by_code]
    for code, row in other.by_code.items():
        before = one.by_code.get(code)
        if before is None:
            found.append(_only("came", row))
        elif changes := tuple(_changes(before, row, rules[0].get(code), rules[1].get(code))):
            found.append(Difference(code, "changed", row.name, row.worth, changes))
    return tuple(found)


def _only(kind: str, row: Row) -> Difference:
    return Difference(row.code, kind, row.name, row.worth)


def _changes(before: Row, after: Row, old: Any, new: Any) -> list[tuple[str, Any, Any]]:
    """What differs; a rule is compared as the engine has it and shown as the file writes it."""
    looked_at = [
        ("name", before.name, after.name),
        ("max", before.worth, after.worth),
        ("printed", before.wording, after.wording),
    ]
    changed = [(what, one, other) for what, one, other in looked_at if _plain(one) != _plain(other)]
    if before.measured_by != after.measured_by:
        changed.append(("rule", old, new))
    return changed


def _written(node: Any) -> dict[str, str]:
    """The rule of each row as its file writes it: code → one line."""
    found: dict[str, str] = {}
    for value in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        found |= _written(value)
    if isinstance(node, dict) and isinstance(node.get("code"), str):
        for key in ("rule", "thresholds", "threshold"):
            if key in node:
                found[node["code"]] = json.dumps(node[key], ensure_ascii=False)
    return found


def _plain(value: Any) -> Any:
    """Line breaks of a quotation are no difference."""
    return " ".join(value.split()) if isinstance(value, str) else value
