"""`dti rank`: the units of a folder by table — places, provisional until every unit is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.communes import Entry, fed
from answers.expected import ExpectedUnit, plain
from answers.laws import find_law
from answers.refusal import Unusable, unusable
from answers.sources import read_source
from rulesets.files import folders, table_ids
from scoring.law import Law
from scoring.ledger import verified_total
from scoring.numbers import number
from scoring.ranking import Dependence, Placed, Ranking, cohort_rows, completed, rank_units
from scoring.rules import MinMax
from scoring.submission import Submission
from texts import Percent, Text, say, text
from workbooks.batch.files import BOOKS, BadList, books_of
from workbooks.batch.lane import Bounds, Setting, Stopped
from workbooks.batch.run import Here, cores

UNITS = (*BOOKS, ".json")
"""The endings of files that hold a unit."""

_FEW = 4
"""So many files are read at once where they are; more go to workers."""


@dataclass(frozen=True, slots=True)
class TableRanking:
    """One table's ranking. `reasons`: why it is provisional, empty where it is final."""

    ranking: Ranking
    entries: tuple[Entry, ...]
    reasons: tuple[Text, ...]
    notes: tuple[Text, ...] = ()

    @property
    def law(self) -> Law:
        """The table."""
        return self.ranking.law

    def name(self, unit: int) -> str:
        """How a unit is called; its file, too, where two share a name."""
        entry = self.entries[unit]
        same = sum(plain(other.name) == plain(entry.name) for other in self.entries)
        return entry.name if same == 1 else f"{entry.name} ({entry.file.name})"

    def names(self, units: Sequence[int]) -> tuple[str, ...]:
        """The names of several units."""
        return tuple(self.name(unit) for unit in units)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "table": self.law.id,
            "provisional": bool(self.reasons),
            "readings": list(self.ranking.readings),
            "units": [self._unit_json(placed) for placed in self.ranking.placed],
        }

    def _unit_json(self, placed: Placed) -> dict[str, Any]:
        assessment = placed.assessment
        data: dict[str, Any] = {
            "rank": placed.rank,
            "name": self.entries[placed.unit].name,
            "file": self.entries[placed.unit].file.name,
            "key": number(placed.key),
            "tied": list(self.names(placed.tied)),
            "rank_range": [placed.best, placed.worst],
            "rank_verified": placed.verified_rank,
            "key_verified": number(placed.verified_key),
            "missing": list(assessment.missing),
            "wrong": list(assessment.wrong),
            "depends": [
                {
                    "code": one.code,
                    "holder": self.name(one.holder),
                    "value": number(one.value),
                    "points": number(one.points),
                    "without": number(one.without),
                }
                for one in placed.depends
            ],
        }
        scored = assessment.scored
        if scored is not None:
            data |= {
                "total": number(scored.total),
                "total_verified": number(verified_total(scored)),
                "max": number(scored.max_score),
                "cohort": {code: number(scored.row(code).score) for code in self.ranking.cohorts},
            }
        return data

    def lines(self, lang: str) -> Iterator[str]:
        """In words: the head, a line for each unit, then on whom units depend."""
        head = say("rank.head", lang, table=self.law.id, count=len(self.entries))
        state = say("rank.provisional" if self.reasons else "rank.final", lang)
        yield f"{head} — {state}"
        for reason in self.reasons:
            yield f"  ! {reason.say(lang)}"
        for note in self.notes:
            yield f"  i {note.say(lang)}"
        yield f"  {say(f'rank.by.{self.law.kind}', lang)}"
        for placed in self.ranking.placed:
            yield f"  {placed.rank:>4}. {self._line(placed, lang)}"
        for placed in self.ranking.placed:
            for one in placed.depends:
                yield f"  i {self.depends(placed, one).say(lang)}"
        if self.ranking.readings:
            yield f"  {say('rank.range-note', lang, readings=self.ranking.readings)}"

    def _line(self, placed: Placed, lang: str) -> str:
        parts = [f"{self.name(placed.unit)}: {key_text(placed).say(lang)}"]
        if placed.tied:
            parts.append(say("rank.tied", lang, names=self.names(placed.tied)))
        if placed.best != placed.worst:
            parts.append(say("rank.range", lang, best=placed.best, worst=placed.worst))
        if placed.verified_rank is not None:
            parts.append(say("rank.verified", lang, rank=placed.verified_rank))
        if placed.assessment.missing:
            parts.append(say("rank.missing", lang, count=len(placed.assessment.missing)))
        return "; ".join(parts)

    def depends(self, placed: Placed, one: Dependence) -> Text:
        """On whom a unit's points depend."""
        return text(
            "rank.depends",
            code=one.code,
            unit=self.name(placed.unit),
            holder=self.name(one.holder),
            points=one.points,
            without=one.without,
            value=self.value(one),
        )

    def value(self, one: Dependence) -> Any:
        """The best value as people read it: a rate as a percentage."""
        rule = cohort_rows(self.law)[one.code]
        assert isinstance(rule, MinMax)
        return (
            text("number.shown", number=Percent(one.value)) if rule.measure.is_ratio else one.value
        )


def key_text(placed: Placed) -> Text:
    """What a unit is ranked by."""
    assessment = placed.assessment
    if assessment.total is not None:
        total = text("total.of", total=assessment.total, most=assessment.max_score)
        share = text("number.shown", number=Percent(placed.key / 100))
        return text("rank.pair", first=share, second=total)
    return text("number.shown", number=placed.key)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Every table of a folder, ranked apart. `refused`: files that could not be used, and why."""

    tables: tuple[TableRanking, ...]
    refused: tuple[tuple[Path, Text], ...] = ()

    @property
    def exit_status(self) -> int:
        """1 where a file could not be used or a unit holds figures that cannot be."""
        wrong = any(one.assessment.wrong for table in self.tables for one in table.ranking.placed)
        return 1 if self.refused or wrong else 0

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data."""
        return {
            "tables": [
                {
                    **table.to_json(),
                    "reasons": [reason.say(lang) for reason in table.reasons],
                    "notes": [note.say(lang) for note in table.notes],
                }
                for table in self.tables
            ],
            "refused": [
                {"file": path.name, "message": why.say(lang)} for path, why in self.refused
            ],
        }

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        blocks = ["\n".join(table.lines(lang)) for table in self.tables]
        if self.refused:
            blocks.append("\n".join(f"  ✗ {why.say(lang)}" for _, why in self.refused))
        return "\n\n".join(blocks)

    def workbook(self, lang: str = "vi") -> bytes:
        """The comparison workbook."""
        from answers.rank_book import book_table
        from workbooks.ranking import ranking_book

        return ranking_book([book_table(table, lang) for table in self.tables], lang)

    def completed(self) -> Iterator[tuple[Entry, Submission]]:
        """Every unit with its min-max and rank rows filled from the cohort."""
        for table in self.tables:
            if table.ranking.cohorts:
                for entry in table.entries:
                    yield (
                        entry,
                        completed(table.law, entry.submission, table.ranking.cohorts),
                    )


def units_in(paths: Sequence[Path], leave: Sequence[Path] = ()) -> list[Path]:
    """The files that may hold units, without those in `leave`. Raises Unusable."""
    try:
        found = list(books_of(paths, UNITS))
    except BadList as error:
        raise Unusable(error.why) from error
    left = {path.absolute() for path in leave}
    return [path for path in found if path.absolute() not in left]


def read_unit_file(file: Path) -> tuple[str, Submission] | Text:
    """The table and figures of one file, or why it cannot be used; runs in a worker."""
    try:
        source = read_source(file)
    except Unusable as error:
        return error.why
    return source.law.id, source.submission


def rank(
    files: Sequence[Path],
    expected: Sequence[ExpectedUnit] = (),
    jobs: int | None = None,
    step: Callable[[], None] = lambda: None,
) -> Ranked:
    """Rank the units of files, each table apart. Raises Unusable where no file holds a unit.

    `jobs`: how many processes read; 0: this one alone, inside a program that can start none.
    """
    entries: list[Entry] = []
    refused: list[tuple[Path, Text]] = []
    for file, found in zip(files, _read(files, jobs, step), strict=True):
        if isinstance(found, Text):
            refused.append((file, found))
        else:
            entries.append(Entry(file, find_law(found[0]), found[1]))
    if not entries:
        raise unusable("rank.none", known=UNITS)
    entries, notes = fed(entries, expected)
    given = {entry.law.id for entry in entries}
    tables = tuple(
        _table(table_id, entries, expected, refused, [n for t, n in notes if t == table_id])
        for table_id in [*(t for t in table_ids() if t in given), *sorted(given - {*table_ids()})]
    )
    return Ranked(tables, tuple(refused))


def _read(files: Sequence[Path], jobs: int | None, step: Callable[[], None]) -> list[Any]:
    found: list[Any] = [None] * len(files)
    if len(files) <= _FEW or jobs == 0:
        for place, file in enumerate(files):
            found[place] = read_unit_file(file)
            step()
        return found
    where = Here(min(jobs or cores(), len(files)), Bounds(), Setting(folders(), "answers.rank"))
    for place, outcome in where.outcomes(enumerate(files), read_unit_file):  # type: ignore[arg-type]
        stopped = isinstance(outcome, Stopped)
        name = files[place].name
        found[place] = text("answer.in-file", file=name, why=outcome.why) if stopped else outcome
        step()
    return found


def _table(
    table_id: str,
    everybody: Sequence[Entry],
    expected: Sequence[ExpectedUnit],
    refused: Sequence[tuple[Path, Text]],
    notes: Sequence[Text],
) -> TableRanking:
    entries = tuple(entry for entry in everybody if entry.law.id == table_id)
    ranking = rank_units(entries[0].law, [entry.submission for entry in entries])
    known = {plain(entry.name) for entry in everybody}
    here = {plain(entry.name) for entry in entries}
    absent = tuple(
        unit.name
        for unit in expected
        if (plain(unit.name) not in here if unit.table else plain(unit.name) not in known)
        and unit.table in ("", table_id)
    )
    reasons = [] if expected else [text("rank.why-no-list")]
    if absent:
        reasons.append(text("rank.why-absent", count=len(absent), names=absent))
    if refused:
        names = tuple(path.name for path, _ in refused)
        reasons.append(text("rank.why-unread", count=len(names), names=names))
    reasons += _waiting(ranking, entries)
    seen = [plain(entry.name) for entry in entries]
    twice = tuple(sorted({entry.name for entry in entries if seen.count(plain(entry.name)) > 1}))
    if twice:
        reasons.append(text("rank.why-twice", names=twice))
    notes = list(notes)
    listed = {plain(unit.name) for unit in expected if unit.table in ("", table_id)}
    extra = tuple(entry.name for entry in entries if plain(entry.name) not in listed)
    if expected and extra:
        notes.append(text("rank.unexpected", names=extra))
    return TableRanking(ranking, entries, tuple(reasons), tuple(notes))


def _waiting(ranking: Ranking, entries: Sequence[Entry]) -> Iterator[Text]:
    """Units without a value on a row that is scored against all others."""
    for code, values in ranking.cohorts.items():
        waits = tuple(
            entry.name
            for unit, entry in enumerate(entries)
            if unit not in values and code not in entry.submission.excluded
        )
        if waits:
            yield text("rank.why-waiting", code=code, names=waits)


def save_completed(result: Ranked, folder: Path, force: bool = False) -> tuple[Text, ...]:
    """Write the official workbook of every unit with a min-max or rank row, those rows filled.

    Gives why some were not written. Raises Unusable where the folder cannot be made.
    """
    from answers.new import new
    from answers.saving import place_at
    from answers.sources import Source

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise unusable("write.other", file=str(folder), why=why) from error
    lost = []
    sources = [entry.file for table in result.tables for entry in table.entries]
    for entry, submission in result.completed():
        target = folder / f"{entry.file.stem}.xlsx"
        try:
            place = place_at(target, sources, force)
            source = Source(entry.file.name, entry.law, submission)
            place.save(new(entry.law.id, source).content)
        except Unusable as error:
            lost.append(text("rank.no-completed", unit=entry.name, why=error.why))
    return tuple(lost)
