"""Reconcile: typed, stored, recalculated and computed figures, and why they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from rulesets.files import table_ids
from rulesets.laws import Law, load_law
from scoring.assess import Assessment, assess
from scoring.export import finding_json, number
from scoring.findings import Finding, Severity, finding
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.submission import Submission
from scoring.targets import Plan
from workbooks import checks
from workbooks.checks.base import Evidence, target
from workbooks.engines import (
    Recalculated,
    Target,
    agreed,
    recalculate,
    recalculate_deep,
)
from workbooks.files.book import Book, Unreadable
from workbooks.files.scan import scan
from workbooks.forms.adopt import adopt, recognise
from workbooks.forms.state import state
from workbooks.levels.foreign_check import examine_form
from workbooks.own import LayoutUnknown, is_own, read_own
from workbooks.statement import Stated, Statement, input_figure
from workbooks.values.check import Examined, examine
from workbooks.values.own import values_law

MATCH, MISMATCH, INCOMPLETE, UNREADABLE = "match", "mismatch", "incomplete", "unreadable"


@dataclass(frozen=True, slots=True)
class Totals:
    """The four totals of a workbook; None where one does not exist."""

    typed: Fraction | None = None
    sheet: Fraction | None = None
    recalculated: Fraction | None = None
    engine: Fraction | None = None


@dataclass(frozen=True)
class Reconciliation:
    """The result of checking one file."""

    file: Path
    table: Law | None
    verdict: str
    totals: Totals
    findings: tuple[Finding, ...]
    statement: Statement | None = None
    assessment: Assessment | None = None
    examined: Examined | None = None
    """What a levels table or a plan gave; they have no totals."""

    @property
    def exit_status(self) -> int:
        """0 nothing wrong, 1 an error finding, 2 the file could not be used."""
        severities = {item.severity for item in self.findings}
        if Severity.REFUSAL in severities:
            return 2
        return 1 if Severity.ERROR in severities else 0

    def to_json(self, lang: str = "vi") -> dict[str, object]:
        """The contract's `dti check --json`."""
        totals = self.totals
        more = self.examined.to_json() if self.examined else {}
        return {
            "file": self.file.name,
            "table": self.table.id if self.table else None,
            "verdict": self.verdict,
            "totals": {
                "typed": number(totals.typed),
                "sheet": number(totals.sheet),
                "recalculated": number(totals.recalculated),
                "engine": number(totals.engine),
            },
            **more,
            "findings": [finding_json(item, lang) for item in self.findings],
        }


def check_file(path: Path, deep: bool = False) -> Reconciliation:
    """Check one workbook. Never raises for what is wrong with the file.

    `deep`: recalculate with a second engine too, and say where the two differ.
    """
    try:
        book = scan(path)
    except Unreadable as error:
        return _refused(path, finding(error.code, why=error.why))
    return check_book(book, deep)


def check_book(book: Book, deep: bool = False) -> Reconciliation:
    """Check a workbook that is already scanned."""
    try:
        if is_own(book) and values_law(book) is not None:
            return _values_checked(book.path, examine(book, deep))
        law = None if is_own(book) else foreign_table(book)
        if isinstance(law, LevelTable):
            return _values_checked(book.path, examine_form(book, law))
        statement = read_statement(book, law)
    except LayoutUnknown as error:
        return _refused(book.path, error.finding)
    assessment = assess(statement.table, statement.submission)
    values = recalculate(book, _targets(statement))
    if deep:
        values = agreed(values, recalculate_deep(book, _targets(statement)))
    evidence = Evidence(statement, assessment, values)
    found = [*statement.findings]
    for check in checks.ALL:
        found += check(evidence)
    findings = tuple(_key_sorted(found))
    return Reconciliation(
        book.path,
        statement.table,
        _verdict(findings, assessment),
        _totals(evidence),
        findings,
        statement,
        assessment,
    )


def _values_checked(path: Path, examined: Examined) -> Reconciliation:
    """The result for a levels table or a plan, ours or foreign."""
    findings = tuple(_key_sorted(list(examined.findings)))
    verdict = INCOMPLETE if examined.incomplete else MATCH
    if any(item.severity is Severity.ERROR for item in findings):
        verdict = MISMATCH
    law = examined.unit.law
    return Reconciliation(path, law, verdict, Totals(), findings, examined=examined)


def read_statement(book: Book, table: Table | None = None) -> Statement:
    """What the workbook states: our own by its names, a foreign one by adoption.

    Raises LayoutUnknown where no table can be recognised.
    """
    if is_own(book):
        return read_own(book)
    law = table or foreign_table(book)
    if isinstance(law, LevelTable):
        why = f"biểu của khung mức độ {law.id}, không chấm điểm"
        raise LayoutUnknown(finding("layout-unknown", why=why))
    return state(book, adopt(book, law))


def foreign_table(book: Book) -> Table | LevelTable:
    """The table whose form this is. Raises LayoutUnknown where none can be recognised."""
    law = recognise(book, adoptable_tables())
    if law is None:
        why = "không thấy bảng chỉ số nào trong tệp"
        raise LayoutUnknown(finding("layout-unknown", why=why))
    return law


def read_submission_of(book: Book) -> tuple[Table, Submission]:
    """The figures of a workbook, ours or foreign. Raises LayoutUnknown."""
    statement = read_statement(book)
    return statement.table, statement.submission


def adoptable_tables() -> Iterator[Table | LevelTable]:
    """All tables whose forms can be adopted: scored ones and those of levels."""
    for table_id in table_ids():
        law = load_law(table_id)
        if not isinstance(law, Plan):
            yield law


def _targets(statement: Statement) -> Iterator[Target]:
    """Every stated figure that comes from a formula."""
    figures: list[Stated | None] = [statement.total, statement.typed_total, statement.index]
    figures += [*statement.pillars.values(), *statement.typed_pillars.values()]
    for row in statement.rows.values():
        figures += [row.score, row.typed]
        if statement.own:
            figures += [input_figure(statement, row, cell) for cell in row.cells.values()]
    for figure in figures:
        if figure is not None and figure.formula:
            yield target(figure)


def _totals(evidence: Evidence) -> Totals:
    statement = evidence.statement
    sheet = statement.total or statement.typed_total
    again: Recalculated = None
    if sheet is not None and sheet.formula:
        again = evidence.recalculated.get(target(sheet))
    elif sheet is not None:
        again = sheet.value
    return Totals(
        typed=_typed_total(evidence),
        sheet=None if sheet is None or sheet.value is None else Fraction(sheet.value),
        recalculated=Fraction(again) if isinstance(again, int | Fraction) else None,
        engine=evidence.assessment.total,
    )


def _typed_total(evidence: Evidence) -> Fraction | None:
    """The total typed by hand; where none was typed, the sum of the typed scores."""
    total = evidence.current(evidence.statement.typed_total)
    if total is not None:
        return total
    typed = [evidence.current(row.typed) for row in evidence.statement.rows.values()]
    known = [value for value in typed if value is not None]
    return sum(known, Fraction(0)) if known else None


def _verdict(findings: tuple[Finding, ...], assessment: Assessment) -> str:
    if any(item.severity is Severity.ERROR for item in findings):
        return MISMATCH
    if assessment.missing or any(row.score is None and row.counts for row in assessment.rows):
        return INCOMPLETE
    return MATCH


_WEIGHT = {Severity.REFUSAL: 0, Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}


def _key_sorted(findings: list[Finding]) -> list[Finding]:
    unique: dict[tuple[str, str, str, str, str], Finding] = {}
    for item in findings:
        unique.setdefault((item.code, item.sheet, item.cell, item.indicator, item.message()), item)
    return sorted(unique.values(), key=lambda item: _WEIGHT[item.severity])


def _refused(path: Path, found: Finding) -> Reconciliation:
    return Reconciliation(path, None, UNREADABLE, Totals(), (found,))
