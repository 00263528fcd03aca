"""`dti adopt`: a form that others made, or a damaged one of ours, into the official workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from answers.inputs import inputs_json
from answers.laws import find_law
from answers.new import Built, built
from answers.refusal import in_file
from answers.sources import File, message_of, scan_book
from scoring.assess import assess
from scoring.assessment import RowAssessment
from scoring.export import finding_json
from scoring.findings import Finding, finding, has_error
from scoring.law import Law
from scoring.numbers import Rational, number
from scoring.program import Wrong
from scoring.submission import Submission
from texts import Text, say, text, worded
from workbooks.design.names import UDF, Key
from workbooks.files.book import Book
from workbooks.forms.adopt import adopt as read_form
from workbooks.forms.adopt import recognise
from workbooks.forms.state import state
from workbooks.marks import without_marks
from workbooks.own.identity import LayoutUnknown, identity_of
from workbooks.own.read import read_own
from workbooks.statement import Statement

STATUSES = ("read", "unread", "blank")
_LONG = 90


@dataclass(frozen=True, slots=True)
class AdoptedLine:
    """One row of the table as it was found. `text`: the official's own words; `why`: not read."""

    code: str
    status: str
    sheet: str = ""
    cell: str = ""
    text: str = ""
    inputs: Mapping[str, Any] | None = None
    typed_score: Rational | None = None
    why: Text | str | None = None

    def to_json(self, lang: str) -> dict[str, Any]:
        """The contract's row."""
        return {
            "code": self.code,
            "cell": f"{self.sheet}!{self.cell}" if self.cell else None,
            "text": self.text,
            "inputs": None if self.inputs is None else dict(self.inputs),
            "typed_score": number(self.typed_score),
            "status": self.status,
            "why": "" if self.why is None else worded(self.why, lang),
        }


@dataclass(frozen=True, slots=True)
class Adopted:
    """A workbook that was read: every row of the table once, and what can be built of it."""

    name: str
    law: Law
    submission: Submission
    rows: tuple[AdoptedLine, ...]
    findings: tuple[Finding, ...] = ()
    typed: Mapping[str, Rational] = field(default_factory=dict)
    """What the office states of the whole: pillars, "total", "level"."""
    file: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something was found that fails a check."""
        return has_error(self.findings)

    def build(self, edition: str = UDF) -> Built:
        """The official workbook with what was read. Raises Unusable where it has no room."""
        return built(self.law, self.submission, edition)

    def saved(self, file: object) -> Adopted:
        """The same, with the place where the workbook was saved."""
        return replace(self, file=str(file))

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """The contract's `dti adopt --json`; a table of levels has a `typed_level`."""
        pillars = {code: value for code, value in self.typed.items() if code not in _WHOLE}
        data: dict[str, Any] = {
            "file": self.name,
            "table": self.law.id,
            "rows": [row.to_json(lang) for row in self.rows],
            "typed_total": number(self.typed.get("total")),
            "typed_pillars": {code: number(value) for code, value in pillars.items()},
            "excluded": list(self.submission.excluded),
        }
        if self.law.kind == "levels":
            data["typed_level"] = number(self.typed.get("level"))
        data["findings"] = [finding_json(found, lang) for found in self.findings]
        return data

    def words(self, lang: str = "vi") -> str:
        """What was read, what was not, and why."""
        by_status = {name: [row for row in self.rows if row.status == name] for name in STATUSES}
        counts = {name: len(rows) for name, rows in by_status.items()}
        lines = [say("adopt.counts", lang, file=self.name, table=self.law.id, **counts)]
        for row in by_status["read"]:
            given = ", ".join(f"{n} = {_said(v, lang)}" for n, v in (row.inputs or {}).items())
            said = f"   «{_short(row.text)}»" if row.text else ""
            lines.append(f"  ✓ {row.code:<7} {given}{said}")
        for row in by_status["unread"]:
            why = "" if row.why is None else worded(row.why, lang)
            lines.append(f"  ? {row.code:<7} «{_short(row.text)}» — {why}")
        lines += [f"  ! {found.place} {found.message(lang)}" for found in self.findings]
        if self.file:
            lines.append(say("new.written", lang, file=self.file))
        return "\n".join(lines)


_WHOLE = ("total", "level", "index")


def adopt(file: File, table_id: str | None = None) -> Adopted:
    """Read a workbook. `table_id`: its table, where that is known.

    One of ours is read whole by its names, whatever became of its sheets. Raises Unusable where
    the file cannot be read or no table is recognised.
    """
    book = without_marks(scan_book(file))
    wanted = find_law(table_id) if table_id else None
    if identity_of(book) is not None:
        adopted = _own(book, file.name)
        if wanted is not None and adopted.law.id != wanted.id:
            given = adopted.law.id
            raise in_file(file.name, text("source.other-table", given=given, wanted=wanted.id))
        return adopted
    seen = recognise(book)
    law = wanted or seen
    if law is None:
        raise in_file(file.name, text("adopt.no-table"))
    adopted = _foreign(book, law, file.name)
    if seen is not None and seen.id != law.id:
        mistaken = finding("table-mismatch", actual=seen.id, expected=law.id)
        adopted = replace(adopted, findings=(mistaken, *adopted.findings))
    return adopted


def _foreign(book: Book, law: Law, name: str) -> Adopted:
    """A form that others made."""
    form = read_form(book, law)
    submission = state(book, form).submission
    rows = tuple(
        AdoptedLine(
            code=row.code,
            status=row.status,
            sheet=row.sheet,
            cell=row.cell,
            text=row.text,
            inputs=row.inputs,
            typed_score=row.typed_score,
            why=row.why,
        )
        for row in form.rows
    )
    return Adopted(name, law, submission, rows, form.findings, _whole(law, submission))


def _own(book: Book, name: str) -> Adopted:
    """A workbook of ours: everything that was typed, by its name."""
    try:
        statement = read_own(book, strict=False)
    except LayoutUnknown as error:
        raise in_file(name, message_of(error.finding)) from error
    law, submission = statement.law, statement.submission
    rows = tuple(_own_row(statement, row) for row in assess(law, submission).rows)
    return Adopted(name, law, submission, rows, statement.findings, _whole(law, submission))


def _own_row(statement: Statement, assessed: RowAssessment) -> AdoptedLine:
    """A row of ours: read where every figure is one, unread where something else was typed."""
    code, row, submission = assessed.code, assessed.row, statement.submission
    keys = [Key("in", code, slot.name) for slot in row.typed_slots]
    places = [statement.places[key] for key in keys if key in statement.places]
    sheet, cell = places[0] if places else statement.places.get(Key("row", code), ("", ""))
    figures = submission.figures.get(code, {})
    inputs = inputs_json(row, figures)
    wrong = any(isinstance(value, Wrong) for value in figures.values())
    status = "unread" if wrong else "read" if inputs else "blank"
    why = next((message_of(found) for found in assessed.findings), None) if wrong else None
    if code in submission.excluded:
        status, why = "blank", text("adopt.excluded")
    return AdoptedLine(
        code=code,
        status=status,
        sheet=sheet,
        cell=cell,
        text=submission.words.get(code, ""),
        inputs=inputs,
        typed_score=submission.typed.get(code),
        why=why,
    )


def _whole(law: Law, submission: Submission) -> dict[str, Rational]:
    """What is stated of more than one row."""
    return {code: value for code, value in submission.typed.items() if code not in law.by_code}


def _said(value: Any, lang: str) -> str:
    return worded(value, lang) if isinstance(value, bool | list) else str(value)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONG else flat[: _LONG - 1] + "…"
