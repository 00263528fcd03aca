"""Head: what every kind of table has — identity, decision, readings, general information."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rulesets.errors import At
from rulesets.fields import Fields, read_record
from scoring.law import Decision, InfoLine, Reading
from texts import text


@dataclass(frozen=True)
class Source:
    """Where the parts of a table were read: its id, its file and the file of its decision."""

    id: str
    table: str
    decision: str
    common: str = "common.yaml"

    @property
    def base(self) -> str:
        """The id without the type of unit."""
        return self.id.partition("@")[0]

    @property
    def variant(self) -> str:
        """The type of unit; empty where the table has none."""
        return self.id.partition("@")[2]


@dataclass(frozen=True)
class Head:
    """The fields of a table and what they share with every other kind."""

    source: Source
    fields: Fields
    decision: Decision
    own: Mapping[str, Reading]
    common: tuple[Reading, ...]
    digest: str

    @property
    def place(self) -> str:
        """Where the table stands in the document."""
        return str(self.fields["place"])

    def shared(self) -> dict[str, Any]:
        """The fields that all kinds of tables have, by their names in `scoring.law.Law`."""
        fields = self.fields
        return {
            "id": self.source.id,
            "kind": fields["kind"],
            "title": fields["title"],
            "place": fields["place"],
            "unit_type": fields["unit_type"],
            "decision": self.decision,
            "info": tuple(read_info(line) for line in fields["info"]),
            "info_place": fields["info_place"],
            "readings": (*self.own.values(), *self.common),
            "declared": _flat(fields["declared"]),
            "digest": self.digest,
        }

    def used(self, row: Fields) -> tuple[Reading, ...]:
        """The readings that a row names; each must be recorded in the same file."""
        for name in row["readings"]:
            if name not in self.own:
                raise row.error("rules.no_such_reading", "readings", name=name)
        return tuple(self.own[name] for name in row["readings"])


def read_head(kind: str, data: Mapping[str, Any], source: Source) -> Head:
    """Read a table of a kind by the format, and what stands around it. Raises RulesetError."""
    fields = read_record(kind, data["table"], At(source.table))
    if fields["id"] != source.base:
        raise fields.error("rules.wrong_id", "id", id=source.base)
    common = read_record("common", data["common"], At(source.common))
    decision = read_record("decision", data["decision"], At(source.decision))
    return Head(
        source=source,
        fields=fields,
        decision=_decision(decision),
        own={item["id"]: _reading(item) for item in fields["readings"]},
        common=tuple(_reading(item) for item in common["readings"]),
        digest=data["digest"],
    )


def check_codes(rows: Iterable[Fields]) -> None:
    """Refuse a code that stands twice."""
    seen: set[str] = set()
    for row in rows:
        if row["code"] in seen:
            raise row.error("rules.code_twice", "code", code=row["code"])
        seen.add(row["code"])


def row_place(head: Head, code: str, word: str = "rules.place.item") -> str:
    """Where a row stands: the annex and the row's code, as the document is quoted."""
    return text(word, place=head.place, code=code).say("vi")


def _decision(fields: Fields) -> Decision:
    status = fields["status"] or {}
    return Decision(
        **{key: fields[key] for key in ("id", "title", "number", "date", "issuer", "source_file")},
        in_force_from=status.get("in_force_from", ""),
        superseded=status.get("superseded", ""),
        rules=tuple(dict(rule.node) for rule in fields["rules_of_the_decision"]),
    )


def _reading(fields: Fields) -> Reading:
    return Reading(**fields)


def read_info(fields: Fields) -> InfoLine:
    """One line of the general information."""
    return InfoLine(**fields)


def _flat(declared: Mapping[str, Any]) -> dict[str, str | int]:
    """What the document says of itself: name → figure; counts by group stand beside the rest."""
    flat: dict[str, str | int] = {}
    for name, value in declared.items():
        flat.update(value if isinstance(value, dict) else {name: value})
    return flat
