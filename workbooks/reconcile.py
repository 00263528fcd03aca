"""Reconcile: typed, stored, recalculated and computed figures of one file, and why they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path

from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.findings import Finding, Severity, finding
from scoring.law import Law
from scoring.ledger import verified_total
from scoring.tolerance import shown_digits
from texts import Text, text
from workbooks import checks
from workbooks.checks.base import Evidence, exact
from workbooks.checks.stale import ANSWERS
from workbooks.design.book import first_values
from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.engines import Engine, Target, agreed, recalculate, recalculate_deep
from workbooks.files.book import Book, Cell, Unreadable
from workbooks.files.scan import scan
from workbooks.forms.adopt import adopt, recognise
from workbooks.forms.state import state
from workbooks.marks import without_marks
from workbooks.own.identity import LayoutUnknown
from workbooks.own.read import is_own, read_own
from workbooks.statement import Statement, is_anchor


class Verdict(str, Enum):
    """What a reconciliation comes to."""

    MATCH = "match"
    MISMATCH = "mismatch"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of a workbook; None where one does not exist. `verified`: the appraised one."""

    typed: Fraction | None = None
    sheet: Fraction | None = None
    recalculated: Fraction | None = None
    engine: Fraction | None = None
    verified: Fraction | None = None


@dataclass(frozen=True)
class Reconciliation:
    """The result of checking one file."""

    file: Path
    verdict: Verdict
    totals: Totals
    findings: tuple[Finding, ...]
    law: Law | None = None
    statement: Statement | None = None
    assessment: Assessment | None = None

    @property
    def exit_status(self) -> int:
        """0 nothing wrong, 1 an error finding, 2 the file could not be used."""
        severities = {item.severity for item in self.findings}
        if Severity.REFUSAL in severities:
            return 2
        return 1 if Severity.ERROR in severities else 0


def check_file(path: Path, deep: bool = False) -> Reconciliation:
    """Check one workbook. Never raises, whatever is wrong with the file.

    `deep`: recalculate with a second engine too, and say where the two differ.
    """
    try:
        return check_book(scan(path), deep)
    except Unreadable as error:
        return _refused(path, finding(error.code, why=error.why))
    except MemoryError:
        return _refused(path, finding("file-unreadable", why=text("reconcile.memory")))
    except Exception as error:  # one odd file must never end the run of all the others
        why = text("reconcile.failed", error=f"{type(error).__name__}: {error}")
        return _refused(path, finding("file-unreadable", why=why))


def check_book(book: Book, deep: bool = False, engine: Engine = recalculate) -> Reconciliation:
    """Check a workbook that is already scanned. `engine`: what recalculates its formulas."""
    try:
        statement = read_statement(book)
    except LayoutUnknown as error:
        return _refused(book.path, error.finding)
    evidence = gather(statement, deep, engine)
    found = [*statement.findings]
    for check in checks.ALL:
        found += check(evidence)
    findings = tuple(_sorted(found))
    totals = _totals(evidence)
    return Reconciliation(
        book.path,
        _verdict(evidence, totals, findings),
        totals,
        findings,
        statement.law,
        statement,
        evidence.assessment,
    )


def gather(statement: Statement, deep: bool = False, engine: Engine = recalculate) -> Evidence:
    """What the checks look at: the engine's assessment, and the formulas recalculated."""
    assessment = assess(statement.law, statement.submission)
    design = statement.design
    expected = {} if design is None else first_values(design, assessment)
    targets = list(_targets(statement, expected))
    values = engine(statement.book, targets)
    if deep:
        values = agreed(values, recalculate_deep(statement.book, targets))
    return Evidence(statement, assessment, values, expected)


def read_statement(book: Book, law: Law | None = None) -> Statement:
    """What the workbook states: our own by its names, a foreign one by adoption.

    `law`: the table of a foreign form, where that is known. Raises LayoutUnknown where no table
    can be recognised.
    """
    book = without_marks(book)
    if is_own(book):
        return read_own(book)
    known = law or recognise(book)
    if known is None:
        raise LayoutUnknown(finding("layout-unknown", why=text("reconcile.no-table")))
    return state(book, adopt(book, known))


def _targets(statement: Statement, expected: Mapping[Key, Content]) -> Iterator[Target]:
    """Every stated figure that comes from a formula.

    What only says more of an answer, and is stored as the engine says it, need not be asked for.
    """
    for key in statement.places:
        cell = None if is_anchor(key) else statement.cell(key)
        if cell is None or not cell.formula:
            continue
        if key.what in ANSWERS or key not in expected or not _is_stored(cell, expected[key]):
            yield (statement.places[key][0], cell.row, cell.col)


def _is_stored(cell: Cell, expected: Content) -> bool:
    """Whether a cell shows what the engine says, to the last digit that is kept."""
    value = cell.value
    if isinstance(expected, float):
        return isinstance(value, int | Fraction) and abs(float(value) - expected) <= 1e-9
    return cell.cached and value == expected


def _totals(evidence: Evidence) -> Totals:
    """The totals of a scored table; another kind has none."""
    if evidence.scored is None:
        return Totals()
    statement = evidence.statement
    own = Key("total")
    sheet = statement.figure(own if own in statement.places else Key("typed", "total"))
    return Totals(
        typed=_typed_total(evidence),
        sheet=None if sheet is None else exact(sheet.value),
        recalculated=evidence.again(sheet),
        engine=evidence.scored.total,
        verified=verified_total(evidence.scored),
    )


def _typed_total(evidence: Evidence) -> Fraction | None:
    """The total typed by hand; where none was typed, the sum of the typed scores."""
    total = evidence.current(evidence.statement.figure(Key("typed", "total")))
    if total is not None:
        return total
    typed = [value for _, value in _typed(evidence)]
    return sum(typed, Fraction(0)) if typed else None


def _typed(evidence: Evidence) -> Iterator[tuple[str, Fraction]]:
    """The typed scores of the rows."""
    for key, figure in evidence.statement.figures("typed"):
        value = evidence.current(figure)
        if key.code in evidence.statement.law.by_code and value is not None:
            yield key.code, value


def _verdict(evidence: Evidence, totals: Totals, findings: Sequence[Finding]) -> Verdict:
    """`match` only where every figure agrees with the engine's, and nothing typed is unread."""
    if any(item.severity is Severity.ERROR for item in findings):
        return Verdict.MISMATCH
    assessment = evidence.assessment
    if assessment.missing or assessment.wrong or evidence.statement.unread:
        return Verdict.INCOMPLETE
    if evidence.statement.own and any(item.code == "score-uncached" for item in findings):
        return Verdict.INCOMPLETE  # the sheet itself states nothing yet
    agreed = _all_recalculated(evidence) and _totals_agree(evidence, totals)
    return Verdict.MATCH if agreed else Verdict.INCOMPLETE


def _all_recalculated(evidence: Evidence) -> bool:
    """Whether every answer of our own sheet was recalculated; else nothing can be said of it."""
    statement = evidence.statement
    figures = (statement.figure(key) for key in evidence.expected if key.what in ANSWERS)
    return all(figure is not None and figure.target in evidence.recalculated for figure in figures)


def _totals_agree(evidence: Evidence, totals: Totals) -> bool:
    """Whether the totals are one, as far as the digits explain that were typed."""
    engine = totals.engine
    if engine is None:
        return True
    close = Fraction(1, 10**6)
    if evidence.statement.own and not all(
        value is not None and abs(value - engine) <= close
        for value in (totals.sheet, totals.recalculated)
    ):
        return False
    if totals.typed is None:
        return True
    typed = dict(_typed(evidence))
    room = sum((Fraction(1, 2 * 10 ** shown_digits(value)) for value in typed.values()), close)
    room += Fraction(1, 2 * 10 ** shown_digits(totals.typed))
    scored = evidence.scored
    everything = scored is None or len(typed) >= sum(row.counts for row in scored.rows)
    stated = evidence.statement.figure(Key("typed", "total")) is not None
    return abs(totals.typed - engine) <= room if everything or stated else True


_WEIGHT = {Severity.REFUSAL: 0, Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}


def _sorted(findings: list[Finding]) -> list[Finding]:
    """Each finding once, the gravest first."""
    unique: dict[tuple[str, str, str, str, str], Finding] = {}
    for item in findings:
        unique.setdefault((item.code, item.sheet, item.cell, item.indicator, item.message()), item)
    return sorted(unique.values(), key=lambda item: _WEIGHT[item.severity])


def refused(path: Path, why: Text) -> Reconciliation:
    """The result of a file whose check was ended from outside: one finding that says why."""
    return _refused(path, finding("file-unreadable", why=why))


def _refused(path: Path, found: Finding) -> Reconciliation:
    return Reconciliation(path, Verdict.UNREADABLE, Totals(), (found,))
