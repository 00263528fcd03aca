"""Own workbooks of levels tables and plans: read what we built, by the names it carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rulesets.laws import load_law
from scoring.findings import Finding, finding
from scoring.levels import Criterion, LevelTable
from scoring.model import Table
from scoring.targets import Plan
from scoring.thresholds import ValueKind
from workbooks.files.book import Book, Cell, CellKind, address, place_of, range_of
from workbooks.layout import EDITIONS, INFO, MAP, VERSION, name_part
from workbooks.levels.communes import NAME
from workbooks.levels.formulas import Formula, Key, level_formulas
from workbooks.levels.layout import (
    LEVEL_ROW,
    LEVELS_SHEET,
    criterion_input,
    levels_layout,
    marks_name,
)
from workbooks.own import LayoutUnknown
from workbooks.plans.formulas import plan_formulas
from workbooks.plans.layout import TARGETS_SHEET, plan_layout, target_name
from workbooks.sheet_rest import NAME_ROW, PERIOD_ROW
from workbooks.units import Unit, ValuesLaw
from workbooks.values.cells import communes, counted, from_cell

Place = tuple[str, str]
"""Sheet and address."""


@dataclass(frozen=True, kw_only=True)
class UnitBook:
    """What a workbook of ours states about a levels table or a plan.

    `cells`: the yellow cells by code; `formulas`: what should stand where, rows that an official
    inserted included; `typed_level`: the cell of the level typed by hand.
    """

    book: Book
    unit: Unit
    edition: str
    cells: Mapping[str, tuple[Place, ...]]
    formulas: Mapping[Key, Formula]
    typed_level: Place | None = None
    findings: tuple[Finding, ...] = ()

    def at(self, place: Place) -> Cell | None:
        """The cell at a place."""
        return self.book.sheet(place[0]).cells.get(place_of(place[1]))

    def of(self, formula: Formula) -> Cell | None:
        """The cell where a formula should stand."""
        try:
            return self.book.sheet(formula.sheet).cells.get((formula.row + 1, formula.column + 1))
        except KeyError:
            return None


def values_law(book: Book) -> ValuesLaw | None:
    """The levels table or plan that a workbook of ours says it is; None for any other."""
    try:
        law = load_law(_said(book)[1])
    except KeyError:
        return None
    return None if isinstance(law, Table) else law


def read_unit_book(book: Book) -> UnitBook:
    """Read a workbook that we built for a levels table or a plan.

    Raises LayoutUnknown where it is of another version, table or ruleset.
    """
    law, edition = _identify(book)
    return _levels(book, law, edition) if isinstance(law, LevelTable) else _plan(book, law, edition)


def _said(book: Book) -> tuple[str, str, str, str]:
    cells = book.sheet(MAP).cells
    found = [cells.get((row, 2)) for row in range(1, 5)]
    version, table, edition, digest = (str(cell.value) if cell else "" for cell in found)
    return version, table, edition, digest


def _identify(book: Book) -> tuple[ValuesLaw, str]:
    version, table_id, edition, digest = _said(book)
    if version != VERSION:
        why = f"biểu thuộc phiên bản bố cục «{version}», cần «{VERSION}»"
        raise LayoutUnknown(finding("layout-unknown", why=why))
    law = values_law(book)
    if law is None:
        raise LayoutUnknown(finding("table-unknown", actual=table_id))
    if edition not in EDITIONS:
        raise LayoutUnknown(finding("layout-unknown", why=f"không có ấn bản «{edition}»"))
    if digest != law.digest:
        why = (
            f"biểu được tạo từ phiên bản khác của bộ chỉ số {table_id} "
            f"(mã {digest[:12]}, hiện dùng {law.digest[:12]})"
        )
        raise LayoutUnknown(finding("layout-unknown", why=why))
    name = LEVELS_SHEET if isinstance(law, LevelTable) else TARGETS_SHEET
    if name not in {sheet.name for sheet in book.sheets}:
        raise LayoutUnknown(finding("layout-unknown", why=f"không còn trang «{name}»"))
    return law, edition


def _levels(book: Book, law: LevelTable, edition: str) -> UnitBook:
    plan = levels_layout(law.id)
    rows: dict[str, int] = {}
    cells: dict[str, tuple[Place, ...]] = {}
    values: dict[str, Any] = {}
    names: tuple[str, ...] = ()
    findings: list[Finding] = []
    for place in plan.places:
        criterion, code = place.criterion, place.criterion.code
        where = [_area(book, name) for name in _input_names(criterion)]
        anchor = _area(book, marks_name(code))
        if anchor is None or anchor[0] != LEVELS_SHEET or None in where:
            findings.append(_lost(code, criterion.name, LEVELS_SHEET))
            continue
        rows[code] = range_of(anchor[1])[0] - 1
        areas = [area for area in where if area is not None]
        cells[code] = tuple(areas)
        if criterion.kind is ValueKind.COMMUNES:
            given = list(_communes(book, areas[0]))
            values[code] = communes(given)
            names = tuple(name for name, level in given if name or level is not None)
        elif criterion.kind is ValueKind.COUNT_OF_TOTAL:
            values[code] = counted(*(_value(book, criterion.kind, area) for area in areas))
        else:
            values[code] = _value(book, criterion.kind, areas[0])
    level, typed = _area(book, "dti_level"), _area(book, "dti_level_typed")
    shift = place_of(level[1])[0] - 1 - LEVEL_ROW if level else 0
    if level is None:
        findings.append(_lost("", "Mức độ đạt được (tên dti_level)", LEVELS_SHEET))
    typed_cell = book.sheet(typed[0]).cells.get(place_of(typed[1])) if typed else None
    number = typed_cell.value if typed_cell and typed_cell.kind is CellKind.NUMBER else None
    unit = Unit(
        law=law,
        name=_text(book, NAME_ROW),
        period=_text(book, PERIOD_ROW),
        values={code: value for code, value in values.items() if value is not None},
        info=dict(_info(book, law)),
        typed_level=None if number is None or isinstance(number, str) else number,
        communes=names,
    )
    if typed and typed_cell and typed_cell.value != "" and number is None:
        shown = f"«{typed_cell.value}»"
        label = "Mức độ tự nhận"
        findings.append(finding("input-not-a-number", "", *typed, label=label, actual=shown))
    return UnitBook(
        book=book,
        unit=unit,
        edition=edition,
        cells=cells,
        formulas=level_formulas(plan.moved(rows, shift), edition),
        typed_level=typed,
        findings=tuple(findings),
    )


def _plan(book: Book, law: Plan, edition: str) -> UnitBook:
    rows: dict[str, int] = {}
    cells: dict[str, tuple[Place, ...]] = {}
    values: dict[str, Any] = {}
    notes: dict[str, str] = {}
    findings: list[Finding] = []
    for target in law.targets:
        anchor = _area(book, target_name("result", target.code))
        typed = _area(book, target_name("in", target.code))
        if anchor is None or (target.takes is not None and typed is None):
            findings.append(_lost(target.code, target.name, TARGETS_SHEET))
            continue
        rows[target.code] = place_of(anchor[1])[0] - 1
        if target.takes is not None and typed is not None:
            cells[target.code] = (typed,)
            value = _value(book, target.takes, typed)
            if value is not None:
                values[target.code] = value
        note = _area(book, target_name("note", target.code))
        written = book.sheet(note[0]).cells.get(place_of(note[1])) if note else None
        if written is not None and str(written.value).strip():
            notes[target.code] = str(written.value)
    unit = Unit(
        law=law,
        name=_text(book, NAME_ROW),
        period=_text(book, PERIOD_ROW),
        values=values,
        info=dict(_info(book, law)),
        notes=notes,
    )
    return UnitBook(
        book=book,
        unit=unit,
        edition=edition,
        cells=cells,
        formulas=plan_formulas(plan_layout(law.id).moved(rows), edition),
        findings=tuple(findings),
    )


def _input_names(criterion: Criterion) -> tuple[str, ...]:
    if criterion.kind is ValueKind.COUNT_OF_TOTAL:
        return tuple(criterion_input(criterion.code, slot) for slot in ("count", "total"))
    return (criterion_input(criterion.code),)


def _area(book: Book, name: str) -> Place | None:
    """Where a name stands; None where it is lost, or its sheet is."""
    where = book.names.get(name)
    return where if where and where[0] in {sheet.name for sheet in book.sheets} else None


def _lost(code: str, label: str, sheet: str) -> Finding:
    return finding("row-missing", code, sheet, label=f"{code} ({label})" if code else label)


def _value(book: Book, kind: ValueKind, place: Place) -> Any:
    return from_cell(kind, book.sheet(place[0]).cells.get(place_of(place[1])))


def _communes(book: Book, area: Place) -> Iterator[tuple[str, Any]]:
    sheet = book.sheet(area[0])
    first, column, last, _ = range_of(area[1])
    for row in range(first, last + 1):
        name = sheet.cells.get((row, NAME + 1))
        level = from_cell(ValueKind.COMMUNES, sheet.cells.get((row, column)))
        yield ("" if name is None else str(name.value).strip()), level


def commune_cell(found: UnitBook, code: str, wrong: Any) -> Place | None:
    """The cell of the first commune whose level the function `wrong` objects to."""
    ((sheet, area),) = found.cells[code]
    first, column, last, _ = range_of(area)
    for row in range(first, last + 1):
        if wrong(from_cell(ValueKind.COMMUNES, found.book.sheet(sheet).cells.get((row, column)))):
            return sheet, address(row, column)
    return None


def _text(book: Book, row: int) -> str:
    if INFO not in {sheet.name for sheet in book.sheets}:
        return ""
    cell = book.sheet(INFO).cells.get((row + 1, 3))
    return "" if cell is None else str(cell.value)


def _info(book: Book, law: ValuesLaw) -> Iterator[tuple[str, Any]]:
    for line in law.info:
        where = _area(book, f"dti_info_{name_part(line.code)}")
        cell = book.sheet(where[0]).cells.get(place_of(where[1])) if where else None
        if cell is not None and cell.value != "":
            yield line.code, cell.value
