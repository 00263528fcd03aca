"""Laws: the tables there are, found by id, and the lines that every kind of table is shown with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from answers.refusal import Unusable, unusable
from rulesets.errors import RulesetError
from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.law import Law, Reading, Row
from texts import say


def find_law(table_id: str) -> Law:
    """The table of that id, of any kind.

    Raises Unusable: naming those there are, or the place where its ruleset is wrong.
    """
    try:
        return load_law(table_id)
    except KeyError:
        raise no_table(table_id) from None
    except RulesetError as error:
        raise Unusable(error.text) from error


def no_table(table_id: object) -> Unusable:
    """The refusal of an id that no table has."""
    return unusable("answer.no-table", table=str(table_id), known=table_ids())


def head_json(law: Law) -> dict[str, Any]:
    """The beginning of `dti show TABLE --json`, the same for every kind."""
    decision = law.decision
    return {
        "id": law.id,
        "kind": law.kind,
        "title": law.title,
        "place": law.place,
        "decision": {
            "title": decision.title,
            "number": decision.number,
            "date": decision.date,
            "issuer": decision.issuer,
            "rules": [dict(rule) for rule in decision.rules],
        },
        "status": {
            "in_force_from": decision.in_force_from,
            "superseded": decision.superseded,
        },
        "digest": law.digest,
    }


def tail_json(law: Law) -> dict[str, Any]:
    """The end of `dti show TABLE --json`, the same for every kind."""
    return {
        "info": [{"code": i.code, "label": i.label, "unit": i.unit} for i in law.info],
        "readings": [reading_json(reading) for reading in law.readings],
    }


def reading_json(reading: Reading) -> dict[str, Any]:
    """One reading."""
    return {
        "id": reading.id,
        "place": reading.place,
        "printed": reading.printed,
        "adopted": reading.adopted,
        "why": reading.why,
        "effect": reading.effect,
        "alternative": reading.alternative,
    }


def head_lines(law: Law) -> list[str]:
    """The first lines of a table in words: all of it is the law's own."""
    decision = law.decision
    lines = [
        f"{law.id}: {law.title}",
        ", ".join(part for part in (law.place, decision.number, decision.issuer) if part),
    ]
    return [*lines, decision.superseded] if decision.superseded else lines


def labelled(pairs: Sequence[tuple[str, str]], lang: str) -> Iterator[str]:
    """«Label: words», a line for each pair of a text's id and words that are not blank."""
    for label, words in pairs:
        if words:
            yield f"{say(label, lang)}: {' '.join(words.split())}"


def reading_lines(row: Row, lang: str) -> Iterator[str]:
    """How the unclear clauses of a row are read, and why."""
    for reading in row.readings:
        yield f"{say('show.reading', lang)} ({reading.id}): {reading.adopted}"
        yield f"    {say('show.because', lang)}: {reading.why}"
