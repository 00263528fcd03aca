"""`dti new TABLE --from last.xlsx`: the next period, or decision, from the last workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from answers.convert import read_any_layout
from answers.laws import find_law
from answers.mapping import MapRow
from answers.new import Built, built
from answers.refusal import unusable
from answers.sources import File, Source, read_source
from scoring.agencies import plain_name
from scoring.documents import Entry
from scoring.law import Law, Row
from scoring.program import Figures
from scoring.slots import Slot
from scoring.submission import Submission
from texts import Text, say, text
from texts.figures import figure
from workbooks.design.names import UDF


@dataclass(frozen=True, slots=True)
class Change:
    """A row that was carried over and is no longer what it was."""

    code: str
    old: str
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What was carried over into a new workbook.

    `kept`: rows of the new table; `changed`: those to be looked at; `dropped`: rows of the old one
    that have no place and had something; `new`: rows that nothing was carried into.
    """

    built: Built
    source: Source
    kept: tuple[str, ...]
    changed: tuple[Change, ...]
    dropped: tuple[Row, ...]
    new: tuple[str, ...]

    @property
    def content(self) -> bytes:
        """The workbook."""
        return self.built.content

    def saved(self, file: object) -> Carried:
        """The same, with the place where it was saved."""
        return replace(self, built=self.built.saved(file))

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """What `dti new --json` says, and what became of every row."""
        return self.built.to_json(lang) | {
            "from": {"file": self.source.name, "table": self.source.law.id},
            "kept": list(self.kept),
            "changed": [
                {"code": c.code, "old": c.old, "why": [why.say(lang) for why in c.why]}
                for c in self.changed
            ],
            "dropped": [{"code": row.code, "name": row.name} for row in self.dropped],
            "new": list(self.new),
        }

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        source, target = self.source, self.built.assessment.law
        head = say(
            "carry.head",
            lang,
            file=self.built.file,
            source=source.name,
            given=source.law.id,
            wanted=target.id,
        )
        lines = [head]
        if self.kept:
            lines.append(say("carry.kept", lang, codes=self.kept))
        if self.changed:
            codes = tuple(change.code for change in self.changed)
            lines.append(say("carry.changed", lang, codes=codes))
            for c in self.changed:
                why = " ".join(part.say(lang) for part in c.why)
                line = say("carry.changed-row", lang, code=c.code, old=c.old, why=why)
                lines.append(f"  {line}")
        if self.dropped:
            lines.append(say("carry.dropped", lang))
            for row in self.dropped:
                line = say("carry.dropped-row", lang, code=row.code, name=row.name)
                lines.append(f"  {line}")
        if self.new:
            lines.append(say("carry.new", lang, codes=self.new))
        return "\n".join([*lines, say("carry.confirm", lang)])


def last_source(file: File) -> Source:
    """The last workbook, of any layout of ours, a unit.json or a foreign form. Raises Unusable."""
    if file.name.lower().endswith(".json"):
        return read_source(file)
    statement = read_any_layout(file)
    if statement is None:
        return read_source(file)
    return Source(file.name, statement.law, statement.submission, statement)


def carry(
    table_id: str, source: Source, mapping: MapRow | None = None, edition: str = UDF
) -> Carried:
    """The workbook of a table with what still applies of the last one.

    `mapping`: old code → new code, needed between two tables. Raises Unusable without it.
    """
    law = find_law(table_id)
    if law.id != source.law.id and mapping is None:
        given = source.law.id
        raise unusable("carry.mapping-needed", file=source.name, given=given, wanted=law.id)
    to = mapping or MapRow.same(law)
    submission = source.submission
    rows = {new: old for old, new in to.rows.items() if old in source.law.by_code}
    figures: dict[str, Figures] = {}
    kept: list[str] = []
    changed: list[Change] = []
    for new, old in rows.items():
        was, now = source.law.by_code[old], law.by_code[new]
        had = submission.figures.get(old, {})
        taken = carried_figures(was, now, had)
        if taken:
            figures[new] = taken
        why = tuple(_changes(was, now, had, taken))
        if why:
            changed.append(Change(new, old, why))
        elif had or old in submission.attached or _documented(submission, old):
            kept.append(new)
    carried = _submission(law, source, to, figures)
    has = {*figures, *carried.attached, *(item.row for item in carried.documents)}
    dropped = tuple(
        row
        for row in source.law.rows
        if row.code not in rows.values() and _anything(submission, row.code)
    )
    return Carried(
        built(law, carried, edition),
        source,
        tuple(kept),
        tuple(changed),
        dropped,
        tuple(row.code for row in law.rows if row.slots and row.code not in has),
    )


def carried_figures(was: Row, now: Row, given: Figures) -> Figures:
    """The figures of a row that are the same figure in the other: symbol, kind, label, options."""
    before = {slot.name: slot for slot in was.slots}
    return {
        slot.name: given[slot.name]
        for slot in now.slots
        if given.get(slot.name) is not None and _same_slot(before[slot.name], slot)
    }


def _same_slot(one: Slot, other: Slot) -> bool:
    return (
        one.kind is other.kind
        and plain_name(one.label) == plain_name(other.label)
        and tuple(map(plain_name, one.options)) == tuple(map(plain_name, other.options))
    )


def _changes(was: Row, now: Row, given: Figures, taken: Figures) -> Iterator[Text]:
    """Why a row must be looked at."""
    lost = tuple(name or "…" for name in given if given[name] is not None and name not in taken)
    if lost:
        yield text("carry.why-figures", slots=lost)
    if plain_name(was.name) != plain_name(now.name):
        yield text("carry.why-name")
    if was.worth != now.worth:
        yield text("carry.why-max", old=was.worth, new=now.worth)


def _documented(submission: Submission, code: str) -> bool:
    return any(item.row == code for item in submission.documents)


def _anything(submission: Submission, code: str) -> bool:
    """Whether something of a row would be lost."""
    texts = (submission.attached, submission.explanations, submission.excluded)
    return (
        bool(submission.figures.get(code))
        or any(code in words for words in texts)
        or _documented(submission, code)
    )


def _submission(law: Law, source: Source, to: MapRow, figures: dict[str, Figures]) -> Submission:
    """What the new workbook holds: no score, explanation, period or date of the last one."""
    last = source.submission
    signing = {key: words for key, words in last.signing.items() if key != "date"}
    documents = tuple(
        replace(item, row=to.rows[item.row])
        for item in last.documents
        if not item.blank and item.row in to.rows
    )
    told = say("carry.journal", period=last.period or source.law.id)
    journal = tuple(
        Entry(
            row=code, agency=last.name, file=source.name, words=f"{told}: {_words(figures[code])}"
        )
        for code in figures
    )
    return Submission(
        table=law.id,
        name=last.name,
        figures=figures,
        no_online_services=last.no_online_services,
        attached=_moved(last.attached, to.rows),
        info=_moved(last.info, to.info),
        communes=last.communes,
        signing=signing,
        documents=documents,
        journal=journal,
    )


def _moved(given: Mapping[str, Any], to: Mapping[str, str]) -> dict[str, Any]:
    return {to[code]: value for code, value in given.items() if code in to}


def _words(given: Figures) -> str:
    """Figures in a few words; what cannot be one stands as it was typed."""
    parts = []
    for name, value in given.items():
        plain = isinstance(value, int) or hasattr(value, "denominator")
        words = figure(value, "vi", 6) if plain and not isinstance(value, bool) else str(value)  # type: ignore[arg-type]
        parts.append(f"{name} = {words}" if name else words)
    return "; ".join(parts)
