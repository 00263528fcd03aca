"""Adopt: read a form that this project did not make. What is not certain stays in words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from scoring.findings import Finding, finding
from scoring.model import Indicator, Table
from workbooks.files.book import Book, address
from workbooks.forms.columns import Columns
from workbooks.forms.findings import (
    file_findings,
    legacy_findings,
    missing,
    place_of_line,
    row_findings,
)
from workbooks.forms.info import read_info
from workbooks.forms.inputs import read_inputs
from workbooks.forms.legacy_text import decode_book
from workbooks.forms.lines import Line
from workbooks.forms.outline import outline_of
from workbooks.forms.read import Read
from workbooks.forms.rows import Block
from workbooks.forms.scores import Score, exclusion, first_filled, read_max, read_score, row_score
from workbooks.forms.sheets import Found, find_sheets, recognise
from workbooks.forms.values import figure, json_number

__all__ = ["AdoptedForm", "AdoptedRow", "adopt", "recognise"]


@dataclass(frozen=True)
class AdoptedRow:
    """One printed row as it was found. `status`: read (certain), unread (in words), blank."""

    code: str
    sheet: str = ""
    row: int = 0
    name_cell: str = ""
    cell: str = ""
    text: str = ""
    inputs: dict[str, Any] | None = None
    input_cells: dict[str, str] = field(default_factory=dict)
    typed_score: Fraction | None = None
    typed_score_cell: str = ""
    max_shown: Fraction | None = None
    max_cell: str = ""
    status: str = "blank"
    why: str = ""
    score_formula: str = ""


@dataclass(frozen=True)
class AdoptedForm:
    """A form read into figures: every indicator of the table once, in printed order."""

    file: Path
    table: Table
    sheet: str
    rows: tuple[AdoptedRow, ...]
    typed_total: Fraction | None = None
    typed_total_cell: str = ""
    typed_pillars: dict[str, tuple[Fraction, str]] = field(default_factory=dict)
    excluded: dict[str, str] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    unknown_rows: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def by_code(self) -> dict[str, AdoptedRow]:
        """The rows by their code."""
        return {row.code: row for row in self.rows}


def adopt(book: Book, table: Table) -> AdoptedForm:
    """Read the rows of a table out of a form. Never raises for what an official typed."""
    decoded = decode_book(book)
    outline = outline_of(table)
    found = find_sheets(decoded.book, outline)
    findings = file_findings(book)
    if not found:
        rows = tuple(AdoptedRow(row.code, why="không thấy dòng này") for row in table.indicators)
        why = f"không thấy các dòng của bảng {table.id} trên trang tính nào"
        findings.append(finding("layout-unknown", why=why))
        return AdoptedForm(book.path, table, "", rows, findings=tuple(findings))
    main = found[0]
    findings += legacy_findings(decoded, found)
    placed: dict[str, tuple[Found, Block]] = {}
    for place in found:
        for block in place.matched.blocks:
            placed.setdefault(block.entry.code, (place, block))
    excluded: dict[str, str] = {}
    rows_read = []
    for indicator in table.indicators:
        if indicator.code not in placed:
            findings.append(missing(indicator, main))
            rows_read.append(AdoptedRow(indicator.code, main.sheet.name, why="không thấy dòng này"))
            continue
        place, block = placed[indicator.code]
        row, own = _read_row(place, block, indicator, excluded)
        rows_read.append(row)
        findings += own
    for place in found:
        findings += row_findings(place, placed)
    total, pillars, sums = _sums(found)
    return AdoptedForm(
        file=book.path,
        table=table,
        sheet=main.sheet.name,
        rows=tuple(rows_read),
        typed_total=total.value,
        typed_total_cell=total.cell,
        typed_pillars=pillars,
        excluded=excluded,
        info=dict(read_info(decoded.book, table)),
        unknown_rows=tuple(
            (next(iter(line.codes.strong), ""), line.title, place_of_line(line, place))
            for place in found
            for line in place.matched.unknown
        ),
        findings=tuple(findings + sums),
    )


def _read_row(
    place: Found, block: Block, indicator: Indicator, excluded: dict[str, str]
) -> tuple[AdoptedRow, list[Finding]]:
    sheet, columns = place.sheet, place.columns
    code = indicator.code
    findings: list[Finding] = []
    maximum, max_cell = read_max(sheet, columns, block)
    score = row_score(sheet, columns, block, indicator.max_score)
    if score.finding is not None:
        findings.append(score.finding)
    mark = exclusion(sheet, columns, block)
    if mark is not None:
        excluded[code] = mark[0]
        if not mark[0]:
            findings.append(finding("exclusion-without-reason", code, sheet.name, mark[1]))
        said = Read(words=[f"Không đánh giá: {mark[0]}".rstrip(": ")], first_cell=mark[1])
    else:
        said = read_inputs(sheet, columns, block, indicator)
        findings += said.findings
    if maximum is not None and maximum != indicator.max_score:
        findings.append(
            finding(
                "max-score-changed",
                code,
                sheet.name,
                max_cell,
                actual=figure(maximum),
                expected=figure(indicator.max_score),
            )
        )
    inputs, complete = _inputs(said, indicator)
    status = "read" if inputs is not None else "unread" if said.words else "blank"
    if mark is not None:
        status = "blank"
    row = AdoptedRow(
        code=code,
        sheet=sheet.name,
        row=block.main.row,
        name_cell=block.main.name_cell.address if block.main.name_cell else "",
        cell=said.first_cell or _result_place(columns, block),
        text="; ".join(said.words),
        inputs=inputs,
        input_cells=dict(said.cells) if complete else {},
        typed_score=score.value,
        typed_score_cell=score.cell,
        max_shown=maximum,
        max_cell=max_cell,
        status=status,
        why="; ".join(dict.fromkeys(said.whys)) if mark is None else "không đánh giá",
        score_formula=score.formula,
    )
    return row, findings


def _inputs(said: Read, indicator: Indicator) -> tuple[dict[str, Any] | None, bool]:
    """The values by their contract names, lists for parts; nothing where a list has a hole."""
    if not said.values:
        return None, False
    inputs: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    for slot in indicator.slots:
        value = said.values.get(slot.name)
        if slot.place:
            lists.setdefault(slot.input, []).append(value)
        elif value is not None:
            inputs[slot.name] = json_number(value)
    for name, values in lists.items():
        if all(value is None for value in values):
            continue
        if name == "sub_options":
            inputs[name] = [place for place, value in enumerate(values, 1) if value]
        elif None not in values:
            inputs[name] = values
    return (inputs or None), bool(inputs)


def _result_place(columns: Columns, block: Block) -> str:
    """Where the result of a blank row belongs."""
    cols = [*columns.results, *columns.symbols]
    return address(block.main.row, cols[0]) if cols else ""


def _sums(found: list[Found]) -> tuple[Score, dict[str, tuple[Fraction, str]], list[Finding]]:
    """The typed total and the typed sums of the pillars."""
    total = Score()
    pillars: dict[str, tuple[Fraction, str]] = {}
    findings: list[Finding] = []

    def take(place: Found, line: Line, code: str) -> Score:
        cell = first_filled(place.sheet, [line], place.columns.score)
        score = read_score(place.sheet, cell, code)
        if score.finding is not None:
            findings.append(replace(score.finding, indicator=""))
        return score

    for place in found:
        if place.matched.total is not None and total.value is None:
            total = take(place, place.matched.total, "")
        lines = [(entry.code, line) for entry, line in place.matched.pillars]
        for code, line in (*lines, *place.matched.subtotals):
            if code not in pillars and (score := take(place, line, "")).value is not None:
                pillars[code] = (score.value, score.cell)
    return total, pillars, findings
