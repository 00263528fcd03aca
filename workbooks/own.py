"""Own workbooks: read what we built, by the names it carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from rulesets.loader import load
from scoring.expression import YES, Value
from scoring.findings import Finding, finding
from scoring.model import Indicator, Table
from scoring.numbers import Rational, vietnamese
from scoring.program import Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from udfs.cells import read_cell
from udfs.reading import read_numeral
from workbooks.book import Book, Cell, CellKind, Sheet, place_of, range_of
from workbooks.layout import (
    COLUMN,
    EDITIONS,
    INFO,
    MAP,
    SCORING,
    VERSION,
    IndicatorPlace,
    input_name,
    layout,
    letter,
    name_part,
)
from workbooks.sheet_rest import NAME_ROW, PERIOD_ROW
from workbooks.sheet_scoring import score_cell
from workbooks.statement import Row, Stated, Statement, stated


class LayoutUnknown(Exception):
    """The workbook is ours but cannot be read: the finding says why."""

    def __init__(self, found: Finding) -> None:
        """Keep the finding."""
        super().__init__(found.message())
        self.finding = found


def is_own(book: Book) -> bool:
    """Whether we built the workbook."""
    return any(sheet.name == MAP for sheet in book.sheets)


def read_own(book: Book) -> Statement:
    """Read a workbook that we built.

    Raises LayoutUnknown where it is of another version, table or ruleset.
    """
    table, edition = _identify(book)
    sheet = _scoring_sheet(book)
    rows: dict[str, Row] = {}
    findings: list[Finding] = []
    for place in layout(table.id).indicators:
        row = _row(book, sheet, table, place, edition)
        if row is None:
            code = place.indicator.code
            label = f"{code} ({place.indicator.name})"
            findings.append(finding("row-missing", code, SCORING, label=label))
            continue
        rows[row.code] = row
    submission = Submission(
        table=table.id,
        name=_text(book, INFO, NAME_ROW + 1, 3),
        period=_text(book, INFO, PERIOD_ROW + 1, 3),
        figures={row.code: row.figures for row in rows.values()},
        excluded={row.code: row.reason for row in rows.values() if row.excluded},
        typed=_typed(rows),
        verified=_verified(book, table),
        info=_info(book, table),
    )
    pillars, typed_pillars = {}, {}
    for pillar in table.pillars:
        found = _named(book, f"dti_pillar_{name_part(pillar.code)}")
        if found:
            pillars[pillar.code] = found
            typed = _beside(sheet, found.cell, "typed")
            if typed:
                typed_pillars[pillar.code] = typed
    return Statement(
        book=book,
        table=table,
        own=True,
        edition=edition,
        submission=submission,
        rows=rows,
        pillars=pillars,
        typed_pillars=typed_pillars,
        total=_named(book, "dti_total"),
        typed_total=_named(book, "dti_total_typed"),
        index=_named(book, "dti_index"),
        findings=tuple(findings),
    )


def _identify(book: Book) -> tuple[Table, str]:
    cells = book.sheet(MAP).cells
    said = {row: cells.get((row, 2)) for row in range(1, 5)}
    version, table_id, edition, digest = (
        str(cell.value) if cell else "" for cell in (said[1], said[2], said[3], said[4])
    )
    if version != VERSION:
        raise LayoutUnknown(
            finding(
                "layout-unknown", why=f"biểu thuộc phiên bản bố cục «{version}», cần «{VERSION}»"
            )
        )
    try:
        table = load(table_id)
    except KeyError:
        raise LayoutUnknown(finding("table-unknown", actual=table_id)) from None
    if edition not in EDITIONS:
        raise LayoutUnknown(finding("layout-unknown", why=f"không có ấn bản «{edition}»"))
    if digest != table.digest:
        why = (
            f"biểu được tạo từ phiên bản khác của bộ chỉ số {table_id} "
            f"(mã {digest[:12]}, hiện dùng {table.digest[:12]})"
        )
        raise LayoutUnknown(finding("layout-unknown", why=why))
    return table, edition


def _scoring_sheet(book: Book) -> Sheet:
    try:
        return book.sheet(SCORING)
    except KeyError:
        raise LayoutUnknown(finding("layout-unknown", why=f"không còn trang «{SCORING}»")) from None


def _row(book: Book, sheet: Sheet, table: Table, place: IndicatorPlace, edition: str) -> Row | None:
    indicator = place.indicator
    part = name_part(indicator.code)
    anchor = book.names.get(f"dti_score_{part}")
    if anchor is None or anchor[0] != SCORING:
        return None
    own_row = place_of(anchor[1])[0]
    slots: list[tuple[Slot, int]] = []
    for slot, _ in place.slots:
        named = book.names.get(input_name(indicator.code, slot.name))
        if named is None or named[0] != SCORING:
            return None
        slots.append((slot, place_of(named[1])[0] - 1))
    here = IndicatorPlace(indicator, own_row - 1, tuple(slots))
    figures: dict[str, Value | Wrong] = {}
    cells: dict[str, str] = {}
    for slot, row in slots:
        cells[slot.name] = f"{letter(COLUMN['input'])}{row + 1}"
        figures[slot.name] = read_figure(slot, sheet.cells.get((row + 1, COLUMN["input"] + 1)))
    cohort = layout(table.id).cohorts.get(indicator.code)
    if cohort:
        figures["cohort"] = _cohort(book, indicator)
    mark = _text_at(sheet, own_row, "excluded")
    return Row(
        code=indicator.code,
        sheet=SCORING,
        cell=anchor[1],
        figures=figures,
        cells=cells,
        score=_stated_at(sheet, own_row, "score"),
        typed=_stated_at(sheet, own_row, "typed"),
        maximum=_stated_at(sheet, own_row, "max"),
        formula=score_cell(layout(table.id), here, edition).lstrip("="),
        excluded=mark == YES,
        reason=_text_at(sheet, own_row, "reason"),
        words=_text_at(sheet, own_row, "words"),
    )


def read_figure(slot: Slot, cell: Cell | None) -> Value | Wrong:
    """Read a cell of a file for a slot; a number typed as text is told from plain text."""
    if cell is None:
        return None
    if cell.kind is CellKind.DATE:
        return Wrong("input-is-date", f"số ngày {vietnamese(Fraction(cell.value), 0)}")
    if cell.kind is CellKind.ERROR:
        return Wrong("input-not-a-number", str(cell.value))
    if cell.kind is CellKind.TEXT and slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT):
        text = str(cell.value)
        if text and read_numeral(text.rstrip("% ")) is not None:
            return Wrong("number-as-text", f"«{text}»")
    return read_cell(slot, cell.value)


def _cohort(book: Book, indicator: Indicator) -> Any:
    named = book.names.get(input_name(indicator.code, "cohort"))
    if named is None:
        return None
    sheet = book.sheet(named[0])
    first, column, last, _ = range_of(named[1])
    found = (sheet.cells.get((row, column)) for row in range(first, last + 1))
    values = tuple(
        cell.value for cell in found if cell is not None and cell.kind is CellKind.NUMBER
    )
    return values or None


def _stated_at(sheet: Sheet, row: int, key: str) -> Stated | None:
    column = COLUMN[key]
    return stated(sheet.cells.get((row, column + 1)), SCORING, f"{letter(column)}{row}")


def _beside(sheet: Sheet, address: str, key: str) -> Stated | None:
    return _stated_at(sheet, place_of(address)[0], key)


def _text_at(sheet: Sheet, row: int, key: str) -> str:
    cell = sheet.cells.get((row, COLUMN[key] + 1))
    return "" if cell is None else str(cell.value).strip()


def _text(book: Book, name: str, row: int, column: int) -> str:
    try:
        cell = book.sheet(name).cells.get((row, column))
    except KeyError:
        return ""
    return "" if cell is None else str(cell.value)


def _named(book: Book, name: str) -> Stated | None:
    where = book.names.get(name)
    if where is None:
        return None
    cell = book.sheet(where[0]).cells.get(place_of(where[1]))
    found = stated(cell, where[0], where[1])
    return found and replace(found, digits=found.digits)


def _typed(rows: dict[str, Row]) -> dict[str, Rational]:
    return {
        row.code: row.typed.value
        for row in rows.values()
        if row.typed is not None and row.typed.value is not None
    }


def _verified(book: Book, table: Table) -> dict[str, Rational]:
    scores: dict[str, Rational] = {}
    for indicator in table.indicators:
        found = _named(book, f"dti_verified_{name_part(indicator.code)}")
        if found and found.value is not None:
            scores[indicator.code] = found.value
    return scores


def _info(book: Book, table: Table) -> dict[str, Any]:
    return dict(_info_lines(book, table))


def _info_lines(book: Book, table: Table) -> Iterator[tuple[str, Any]]:
    for line in table.info:
        where = book.names.get(f"dti_info_{name_part(line.code)}")
        if where is None:
            continue
        cell = book.sheet(where[0]).cells.get(place_of(where[1]))
        if cell is not None and cell.value != "":
            yield line.code, cell.value
