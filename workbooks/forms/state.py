"""Foreign forms: an adopted form as a statement, so that the same checks serve both."""

from __future__ import annotations

from dataclasses import replace

from scoring.submission import Submission, read_inputs
from workbooks.files.book import Book, Sheet, place_of
from workbooks.forms.adopt import AdoptedForm, AdoptedRow
from workbooks.statement import Row, Stated, Statement, stated


def state(book: Book, form: AdoptedForm) -> Statement:
    """Turn an adopted form into a statement."""
    rows = {row.code: _row(book, form, row) for row in form.rows}
    return Statement(
        book=book,
        table=form.table,
        own=False,
        submission=submission(form),
        rows=rows,
        typed_pillars={
            code: found
            for code, (_, cell) in form.typed_pillars.items()
            if (found := _at(book, form.sheet, cell)) is not None
        },
        typed_total=_at(book, form.sheet, form.typed_total_cell),
        findings=form.findings,
    )


def submission(form: AdoptedForm) -> Submission:
    """The figures that were certain, as a submission."""
    table = form.table
    typed = {row.code: row.typed_score for row in form.rows if row.typed_score is not None}
    typed |= {code: value for code, (value, _) in form.typed_pillars.items()}
    if form.typed_total is not None:
        typed["total"] = form.typed_total
    return Submission(
        table=table.id,
        name=str(form.info.get("name") or ""),
        figures={
            row.code: read_inputs(table.by_code[row.code], row.inputs)
            for row in form.rows
            if row.inputs
        },
        excluded=form.excluded,
        typed=dict(typed),
        info={code: value for code, value in form.info.items() if code in table.info_by_code},
    )


def words(form: AdoptedForm) -> dict[str, str]:
    """The official's own words, by indicator."""
    return {row.code: row.text for row in form.rows if row.text}


def _row(book: Book, form: AdoptedForm, row: AdoptedRow) -> Row:
    indicator = form.table.by_code[row.code]
    return Row(
        code=row.code,
        sheet=row.sheet,
        cell=row.cell or row.name_cell,
        figures=read_inputs(indicator, row.inputs) if row.inputs else {},
        cells=dict(row.input_cells),
        typed=_typed(book, row),
        maximum=None,
        excluded=row.code in form.excluded,
        reason=form.excluded.get(row.code, ""),
        words=row.text,
        unread=row.inputs is None,
    )


def _typed(book: Book, row: AdoptedRow) -> Stated | None:
    """The score that the office states; a number typed as text is worth what it says."""
    found = _at(book, row.sheet, row.typed_score_cell)
    if found is not None and found.value is None and row.typed_score is not None:
        return replace(found, value=row.typed_score)
    return found


def _at(book: Book, sheet_name: str, cell: str) -> Stated | None:
    if not cell or not sheet_name:
        return None
    name, _, address = cell.rpartition("!")
    sheet: Sheet = book.sheet(name or sheet_name)
    return stated(sheet.at(*place_of(address)), sheet.name, address)
