"""Own workbooks: read what we built, by the names it carries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from reading.typed import read_numeral
from rulesets.loader import load
from scoring.expression import NO, YES, Value
from scoring.findings import Finding, finding
from scoring.model import Indicator, Table
from scoring.numbers import Rational
from scoring.program import Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from udfs.cells import read_cell
from workbooks.files.book import Book, Cell, CellKind, Sheet, place_of, range_of
from workbooks.layout import (
    COLUMN,
    EDITIONS,
    INFO,
    MAP,
    SCORING,
    VERSION,
    IndicatorPlace,
    Layout,
    cell,
    input_name,
    layout,
    letter,
    moved,
    name_part,
)
from workbooks.score_formulas import score_cell
from workbooks.sheet_rest import NAME_ROW, ONLINE_ROW, PERIOD_ROW
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
    plan = layout(table.id)
    places = {p.indicator.code: here for p in plan.indicators if (here := _here(book, p))}
    plan = moved(plan, places)
    for indicator in table.indicators:
        code = indicator.code
        if code in places:
            rows[code] = _row(book, sheet, plan, places[code], edition)
        else:
            label = f"{code} ({indicator.name})"
            findings.append(finding("row-missing", code, SCORING, label=label))
    pillars, typed_pillars = {}, {}
    for pillar in table.pillars:
        found = _sum(book, f"dti_pillar_{name_part(pillar.code)}", pillar.name, findings)
        if found:
            pillars[pillar.code] = found
            typed = _beside(sheet, found.cell, "typed")
            if typed:
                typed_pillars[pillar.code] = typed
    total = _sum(book, "dti_total", "Tổng cộng", findings)
    index = _sum(book, "dti_index", "Chỉ số", findings)
    findings += _unread_marks(sheet, rows)
    typed_total = _named(book, "dti_total_typed")
    submission = Submission(
        table=table.id,
        name=_text(book, INFO, NAME_ROW + 1, 3),
        period=_text(book, INFO, PERIOD_ROW + 1, 3),
        figures={row.code: row.figures for row in rows.values()},
        excluded={row.code: row.reason for row in rows.values() if row.excluded},
        no_online_services=_text(book, INFO, ONLINE_ROW + 1, 3) == YES,
        typed=_typed(rows) | _typed_sums(typed_pillars, typed_total),
        verified=_verified(book, table),
        explanations=_texts(sheet, rows, "explanation"),
        attached=_texts(sheet, rows, "attached"),
        info=_info(book, table),
    )
    return Statement(
        book=book,
        table=table,
        own=True,
        edition=edition,
        submission=submission,
        rows=rows,
        pillars=pillars,
        typed_pillars=typed_pillars,
        total=total,
        typed_total=typed_total,
        index=index,
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


def _here(book: Book, place: IndicatorPlace) -> IndicatorPlace | None:
    """Where a row stands now, by its names; None where one is lost."""
    code = place.indicator.code
    anchor = _cell_named(book, f"dti_score_{name_part(code)}")
    inputs = [_cell_named(book, input_name(code, slot.name)) for slot, _ in place.slots]
    rows = [
        place_of(named[1])[0] - 1 for named in (anchor, *inputs) if named and named[0] == SCORING
    ]
    if len(rows) < 1 + len(inputs):
        return None
    slots = zip((slot for slot, _ in place.slots), rows[1:], strict=True)
    return IndicatorPlace(place.indicator, rows[0], tuple(slots))


def _cell_named(book: Book, name: str) -> tuple[str, str] | None:
    """Sheet and address of a name that stands for one cell of a sheet there is."""
    where = book.names.get(name)
    if where is None or ":" in where[1] or all(sheet.name != where[0] for sheet in book.sheets):
        return None
    return where


def _row(book: Book, sheet: Sheet, plan: Layout, here: IndicatorPlace, edition: str) -> Row:
    indicator, own_row = here.indicator, here.row + 1
    figures: dict[str, Value | Wrong] = {}
    cells: dict[str, str] = {}
    for slot, row in here.slots:
        cells[slot.name] = f"{letter(COLUMN['input'])}{row + 1}"
        figures[slot.name] = read_figure(slot, sheet.cells.get((row + 1, COLUMN["input"] + 1)))
    if indicator.code in plan.cohorts:
        figures["cohort"] = _cohort(book, indicator)
    mark = _text_at(sheet, own_row, "excluded")
    return Row(
        code=indicator.code,
        sheet=SCORING,
        cell=cell("score", here.row),
        figures=figures,
        cells=cells,
        score=_stated_at(sheet, own_row, "score"),
        typed=_stated_at(sheet, own_row, "typed"),
        maximum=_stated_at(sheet, own_row, "max"),
        formula=score_cell(plan, here, edition).lstrip("="),
        excluded=mark == YES,
        reason=_text_at(sheet, own_row, "reason"),
        words=_text_at(sheet, own_row, "words"),
    )


def read_figure(slot: Slot, cell: Cell | None) -> Value | Wrong:
    """Read a cell of a file for a slot; a number typed as text is told from plain text."""
    if cell is None:
        return None
    if cell.kind is CellKind.DATE and slot.kind is SlotKind.DATE:
        return read_cell(slot, cell.value)
    if cell.kind is CellKind.DATE:
        return a_date(int(Fraction(cell.value)))
    if cell.kind is CellKind.ERROR:
        return Wrong("input-not-a-number", str(cell.value))
    if cell.kind is CellKind.TEXT and slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT):
        text = str(cell.value)
        if text and read_numeral(text.rstrip("% ")) is not None:
            return Wrong("number-as-text", f"«{text}»")
    return read_cell(slot, cell.value)


def a_date(serial: int) -> Wrong:
    """A date where a number belongs: the day, and the text that it was probably made of."""
    try:
        day = date(1899, 12, 30) + timedelta(days=serial)
    except OverflowError:
        return Wrong("input-is-date", f"số ngày {serial}")
    return Wrong("input-is-date", f"{day:%d/%m/%Y}", f"{day:%d/%m}")


def _cohort(book: Book, indicator: Indicator) -> Any:
    named = book.names.get(input_name(indicator.code, "cohort"))
    if named is None or all(sheet.name != named[0] for sheet in book.sheets):
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
    where = _cell_named(book, name)
    if where is None:
        return None
    cell = book.sheet(where[0]).cells.get(place_of(where[1]))
    return stated(cell, where[0], where[1])


def _sum(book: Book, name: str, label: str, findings: list[Finding]) -> Stated | None:
    """A sum of ours; a blank cell is no figure yet a place, and a lost name is found missing."""
    where = _cell_named(book, name)
    if where is None:
        findings.append(finding("row-missing", sheet=SCORING, label=f"{label} (tên {name})"))
        return None
    return _named(book, name) or Stated(*where)


def _unread_marks(sheet: Sheet, rows: dict[str, Row]) -> Iterator[Finding]:
    """A mark «không đánh giá» that is neither Có, Không nor blank excludes nothing: said."""
    for row in rows.values():
        at = place_of(row.cell)[0]
        text = _text_at(sheet, at, "excluded")
        if text not in ("", YES, NO):
            cell = f"{letter(COLUMN['excluded'])}{at}"
            yield finding(
                "option-unknown",
                row.code,
                sheet=SCORING,
                cell=cell,
                label="Không đánh giá",
                actual=f"«{text}»",
            )


def _typed(rows: dict[str, Row]) -> dict[str, Rational]:
    return {
        row.code: row.typed.value
        for row in rows.values()
        if row.typed is not None and row.typed.value is not None
    }


def _typed_sums(pillars: dict[str, Stated], total: Stated | None) -> dict[str, Rational]:
    """Subtotals and the total typed by hand, under the pillar's code and «total»."""
    figures = {**pillars, "total": total}
    return {
        code: figure.value
        for code, figure in figures.items()
        if figure is not None and figure.value is not None
    }


def _texts(sheet: Sheet, rows: dict[str, Row], key: str) -> dict[str, str]:
    """What the office wrote in one column, by indicator."""
    found = {row.code: _text_at(sheet, place_of(row.cell)[0], key) for row in rows.values()}
    return {code: text for code, text in found.items() if text}


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
        where = _cell_named(book, f"dti_info_{name_part(line.code)}")
        if where is None:
            continue
        cell = book.sheet(where[0]).cells.get(place_of(where[1]))
        if cell is not None and cell.value != "":
            yield line.code, cell.value
