"""State: an adopted form as a statement, so that the same checks serve every workbook."""

from __future__ import annotations

from scoring.info import with_info
from scoring.numbers import Rational
from scoring.submission import Submission
from workbooks.design.names import Key
from workbooks.files.book import Book
from workbooks.forms.form import AdoptedForm, AdoptedRow, Typed
from workbooks.statement import Statement, Where

_VALUE = "value"


def state(book: Book, form: AdoptedForm) -> Statement:
    """Turn an adopted form into a statement. `book` is the file as it was scanned."""
    places: dict[Key, Where] = {}
    for row in form.rows:
        places |= _places(row)
    for name, typed in _whole(form).items():
        places[Key("typed", name)] = (typed.sheet, typed.cell)
    return Statement(
        book=book,
        law=form.law,
        submission=submission(form),
        places=places,
        unread={row.code: row.why for row in form.rows if row.status == "unread" and row.why},
        findings=form.findings,
    )


def submission(form: AdoptedForm) -> Submission:
    """The figures that were certain, as a submission."""
    typed: dict[str, Rational] = {
        row.code: row.typed_score for row in form.rows if row.typed_score is not None
    }
    whole = _whole(form).items()
    typed |= {name: stated.value for name, stated in whole if stated.value is not None}
    given = Submission(
        table=form.law.id,
        name=form.name,
        figures={row.code: dict(row.figures) for row in form.rows if row.figures},
        excluded=form.excluded,
        typed=typed,
        attached={row.code: row.evidence for row in form.rows if row.evidence},
        explanations={row.code: row.remarks for row in form.rows if row.remarks},
        info={code: value for code, value in form.info.items() if code in form.law.info_by_code},
        words=words(form),
    )
    return with_info(form.law, given)


def words(form: AdoptedForm) -> dict[str, str]:
    """The official's own words, by row."""
    return {row.code: row.text for row in form.rows if row.text}


def _whole(form: AdoptedForm) -> dict[str, Typed]:
    """What the office states of the whole and of its pillars, by name."""
    stated = {"total": form.total, "index": form.index, "level": form.level, **form.pillars}
    return {name: typed for name, typed in stated.items() if typed is not None and typed.cell}


def _places(row: AdoptedRow) -> dict[Key, Where]:
    """Where the anchor, the figures, the score and the maximum of a row stand."""
    found: dict[Key, str] = {
        Key("row", row.code): row.cell or row.name_cell,
        Key("typed", row.code): row.typed_score_cell,
        Key("max", row.code): row.max_cell,
    }
    for name, cell in row.input_cells.items():
        found[Key("in", row.code, "" if name == _VALUE and _VALUE not in row.figures else name)] = (
            cell
        )
    return {key: (row.sheet, cell) for key, cell in found.items() if cell}
