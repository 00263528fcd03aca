"""Adopt: read a form that this project did not make, of a table of any kind.

What is certain becomes figures; what is not stays in the official's words, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.findings import Finding, finding
from scoring.law import Law, Row
from scoring.slots import SlotKind
from texts import text
from workbooks.files.book import Book, address
from workbooks.forms.columns import Columns
from workbooks.forms.comments import read_comment
from workbooks.forms.findings import (
    file_findings,
    legacy_findings,
    missing,
    place_of_line,
    row_findings,
    unread,
)
from workbooks.forms.form import AdoptedForm, AdoptedRow
from workbooks.forms.head import head_findings
from workbooks.forms.info import read_info
from workbooks.forms.inputs import read_inputs
from workbooks.forms.judging import value_columns
from workbooks.forms.legacy_text import decode_book
from workbooks.forms.level import typed_level
from workbooks.forms.many import many_units
from workbooks.forms.outline import outline_of
from workbooks.forms.overwritten import overwritten
from workbooks.forms.read import Read
from workbooks.forms.results import figures_of, inputs_of, what_is_missing
from workbooks.forms.rows import Block
from workbooks.forms.scores import Score, exclusion, read_max, row_score
from workbooks.forms.sheets import Found, find_sheets, recognise
from workbooks.forms.sums import Sums, read_sums
from workbooks.forms.valued import read_valued
from workbooks.forms.values import figure, is_blank, shown

__all__ = ["AdoptedForm", "AdoptedRow", "adopt", "recognise"]


def adopt(book: Book, law: Law, laws: Iterable[Law] | None = None) -> AdoptedForm:
    """Read the rows of a table out of a form. Never raises for what an official typed.

    `laws`: the tables whose decision the head of the form may name, by default all there are.
    """
    decoded = decode_book(book)
    found, sums = find_sheets(decoded.book, outline_of(law))
    findings = file_findings(book)
    if not found:
        why = text("form.no-table", table=law.id)
        findings.append(finding("layout-unknown", why=why))
        return AdoptedForm(file=book.path, law=law, rows=_lost(law), findings=tuple(findings))
    known = [load_law(name) for name in table_ids()] if laws is None else laws
    findings += legacy_findings(decoded, found)
    findings += head_findings(found, law, known)
    several = many_units(found)
    if several is not None:
        rows = tuple(_mixed(row, law, found) for row in law.rows)
        findings.append(several)
        main = found[0].sheet.name
        return AdoptedForm(file=book.path, law=law, sheet=main, rows=rows, findings=tuple(findings))
    info = dict(read_info(decoded.book, law))
    reader = _Reader(found, law, info)
    rows = tuple(reader.read(row) for row in law.rows)
    findings += reader.findings
    for place in found:
        findings += row_findings(place, reader.placed)
    findings += overwritten([(row, law.by_code[row.code]) for row in rows])
    stated = read_sums(found, sums) if law.worth is not None else Sums()
    return AdoptedForm(
        file=book.path,
        law=law,
        sheet=found[0].sheet.name,
        rows=rows,
        total=stated.total,
        index=stated.index,
        pillars=stated.pillars,
        level=typed_level(found, law) if law.level_names else None,
        excluded=reader.excluded,
        info=info,
        unknown_rows=tuple(
            (next(iter(line.codes.strong), ""), line.title, place_of_line(line, place))
            for place in found
            for line in place.matched.unknown
        ),
        findings=(*findings, *stated.findings),
    )


def _lost(law: Law) -> tuple[AdoptedRow, ...]:
    return tuple(AdoptedRow(code=row.code, why=text("form.no-row")) for row in law.rows)


def _unread(rows: Iterable[AdoptedRow]) -> list[Finding]:
    return [unread(row) for row in rows if row.status == "unread"]


def _places(found: Sequence[Found]) -> dict[str, tuple[Found, Block]]:
    placed: dict[str, tuple[Found, Block]] = {}
    for place in found:
        for block in place.matched.blocks:
            placed.setdefault(block.entry.code, (place, block))
    return placed


def _mixed(row: Row, law: Law, found: Sequence[Found]) -> AdoptedRow:
    """A row of a form with several units: whose figure is whose is not for us to say."""
    del law
    where = _places(found).get(row.code)
    cell = place_of_line(where[1].main, where[0]) if where else ""
    return AdoptedRow(
        code=row.code,
        sheet=(where[0] if where else found[0]).sheet.name,
        name_cell=cell,
        cell=cell,
        status="unread" if where else "blank",
        why=text("form.one-unit") if where else text("form.no-row"),
    )


@dataclass
class _Reader:
    """Reads one row after the other, collecting what was found on the way."""

    found: Sequence[Found]
    law: Law
    info: Mapping[str, Any]
    findings: list[Finding] = field(default_factory=list)
    excluded: dict[str, str] = field(default_factory=dict)
    placed: Mapping[str, tuple[Found, Block]] = field(init=False)
    values: Mapping[str, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.placed = _places(self.found)
        self.values = {place.sheet.name: value_columns(place, self.law) for place in self.found}

    def read(self, row: Row) -> AdoptedRow:
        """One row of the table as it was found."""
        if row.code not in self.placed:
            main = self.found[0]
            self.findings.append(missing(row, main))
            return AdoptedRow(code=row.code, sheet=main.sheet.name, why=text("form.no-row"))
        place, block = self.placed[row.code]
        score = self._score(place, block, row)
        mark = exclusion(place.sheet, place.columns, block) if row.worth is not None else None
        said = self._excluded(place, row, *mark) if mark else self._said(place, block, row)
        adopted = _adopted(place, block, row, said, score)
        if mark:
            adopted = replace(adopted, status="blank", why=text("form.excluded"))
        if adopted.max_shown is not None and adopted.max_shown != row.worth and row.worth:
            self.findings.append(_maximum(adopted, row))
        self.findings += _unread([adopted])
        return adopted

    def _score(self, place: Found, block: Block, row: Row) -> Score:
        if row.worth is None:
            return Score()
        score = row_score(place.sheet, place.columns, block, row.worth)
        if score.finding is not None:
            self.findings.append(score.finding)
        return score

    def _excluded(self, place: Found, row: Row, reason: str, cell: str) -> Read:
        self.excluded[row.code] = reason
        if not reason:
            found = finding("exclusion-without-reason", row.code, place.sheet.name, cell)
            self.findings.append(found)
        words = text("form.excluded-because" if reason else "form.excluded-mark", reason=reason)
        return Read(words=[str(words)], first_cell=cell)

    def _said(self, place: Found, block: Block, row: Row) -> Read:
        """What the cells of a row say, or else its comments, or what was struck through."""
        if row.named_inputs:
            said = read_inputs(place.sheet, place.columns, block, row)
        elif not row.slots:
            said = _words_alone(place, block, self.values[place.sheet.name])
        else:
            said = read_valued(place, block, self.values[place.sheet.name], row)
        self.findings += said.findings
        said.short = what_is_missing(said, row, self.info)
        if row.slots and (said.short is not None or not said.values):
            away = (SlotKind.COHORT, SlotKind.ROW)
            slots = {slot.name: slot for slot in row.slots if slot.kind not in away}
            noted = read_comment(place, block, row, slots)
            if noted is not None and what_is_missing(noted, row, self.info) is None:
                noted.words[:0] = said.words
                return noted
        if said.short is not None:
            said.whys.append(said.short)
        if not said.values:
            _note_struck(place, block, said)
        return said


def _words_alone(place: Found, block: Block, columns: tuple[int, ...]) -> Read:
    """The words of a row that takes no figure: nothing is to be read of them."""
    said = Read(remark=text("form.takes-nothing"))
    for col in columns:
        cell = place.sheet.at(block.main.row, col)
        if cell is not None and not is_blank(cell) and cell.row == block.main.row:
            said.note(cell)
    return said


def _note_struck(place: Found, block: Block, said: Read) -> None:
    rows = {line.row for line in block.lines}
    for (row, col), cell in place.struck.items():
        if row in rows and col != place.columns.score:
            said.note(cell)
            said.whys.append(text("form.struck", actual=shown(cell)))


def _adopted(place: Found, block: Block, row: Row, said: Read, score: Score) -> AdoptedRow:
    inputs = inputs_of(said.values, row) if said.short is None else {}
    maximum, max_cell = (
        read_max(place.sheet, place.columns, block) if row.worth is not None else (None, "")
    )
    status = "read" if inputs else "unread" if said.words or said.lost else "blank"
    if not row.slots:
        status = "blank"
    main = block.main
    return AdoptedRow(
        code=row.code,
        sheet=place.sheet.name,
        row=main.row,
        name_cell=main.name_cell.address if main.name_cell else "",
        cell=said.first_cell or _result_place(place.columns, block),
        text="; ".join([*said.words, *said.evidence]),
        inputs=inputs or None,
        input_cells={name or "value": cell for name, cell in said.cells.items()} if inputs else {},
        figures=figures_of(said.values, row) if inputs else {},
        partial={} if inputs else dict(said.values),
        typed_score=score.value,
        typed_score_cell=score.cell,
        score_formula=score.formula,
        max_shown=maximum,
        max_cell=max_cell,
        status=status,
        why=said.remark or (None if inputs else said.why),
        evidence="; ".join(said.evidence) or _notes(place, block, "evidence"),
        remarks=_notes(place, block, "remarks"),
    )


def _notes(place: Found, block: Block, what: str) -> str:
    """The office's words in the columns of evidence, or of remarks."""
    words: list[str] = []
    for col in place.columns.notes:
        if (col in place.columns.evidence) is not (what == "evidence"):
            continue
        for line in block.lines:
            cell = place.sheet.at(line.row, col)
            if cell is not None and cell.row == line.row and not is_blank(cell):
                words.append(shown(cell))
    return "; ".join(dict.fromkeys(words))


def _maximum(adopted: AdoptedRow, row: Row) -> Finding:
    return finding(
        "max-score-changed",
        row.code,
        adopted.sheet,
        adopted.max_cell,
        actual=figure(adopted.max_shown or 0),
        expected=figure(row.worth or 0),
    )


def _result_place(columns: Columns, block: Block) -> str:
    """Where the result of a blank row belongs."""
    cols = [*columns.results, *columns.symbols]
    return address(block.main.row, cols[0]) if cols else ""
