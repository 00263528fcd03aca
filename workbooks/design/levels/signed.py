"""Signed: the page to sign of a levels table — one row a criterion, one a group, the level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scoring.levels import LevelTable
from scoring.slots import SlotKind
from scoring.thresholds import LEVELS, ValueKind
from texts import say
from workbooks.design.columns import Columns
from workbooks.design.draft import Content, Design
from workbooks.design.levels.rows import LevelGrid, LevelRow
from workbooks.design.names import Key
from workbooks.design.seal import FIGURES
from workbooks.design.signed_words import (
    NUMERIC,
    Figure,
    figure_words,
    figures_formula,
    hundredths,
    hundredths_of,
)
from workbooks.design.signing import (
    FIRST_ROW,
    Line,
    Live,
    Signed,
    at_signed,
    columns_of,
    draw_signed,
    evidence_cells,
    evidence_values,
    head_values,
)
from workbooks.design.spoken import quoted_text

_WIDTHS = (
    *(("code", 5.5), ("name", 26.0), ("unit", 9.0)),
    *((f"text{level}", 10.0) for level in LEVELS),
    *(("figures", 12.0), ("highest", 7.0), ("attached", 14.0)),
)
_STYLES = {
    "code": "signed_code",
    "unit": "signed_small",
    **{f"text{level}": "signed_small" for level in LEVELS},
    "figures": "signed_figures",
    "highest": "signed_middle",
    "attached": "signed_small",
}
_KINDS = {
    ValueKind.PERCENT: SlotKind.PERCENT,
    ValueKind.COUNT: SlotKind.NUMBER,
    ValueKind.COUNT_OF_TOTAL: SlotKind.NUMBER,
    ValueKind.YES_NO: SlotKind.ANSWER,
}


def level_columns() -> Columns:
    """The columns, in the order of the printed framework."""
    return columns_of(*_WIDTHS)


def draw_level_signed(grid: LevelGrid, columns: Columns) -> None:
    """Fill the sheet."""
    draft = grid.draft
    draft.name(FIGURES, grid.down("input"))
    titles = {"name": say("sheet.signed.criterion")}
    for level, name in zip(LEVELS, grid.table.level_names, strict=True):
        titles[f"text{level}"] = say("sheet.signed.level", level=str(level), name=name)
    reached = draft.formulas[Key("level")].place.elsewhere
    named = draft.formulas[Key("level_name")].place.elsewhere
    lead = quoted_text(say("sheet.signed.reached") + " ")
    none = quoted_text(say("sheet.signed.no-index"))
    result = f'{lead}&IF(COUNT({reached})=1,{reached}&" – "&{named},{none})'
    lines = tuple(_lines(grid, columns))
    draw_signed(draft, Signed(columns, lines, _STYLES, titles, result))


def _lines(grid: LevelGrid, columns: Columns) -> Iterator[Line]:
    number = FIRST_ROW
    for group in grid.groups:
        cells = {"code": group.group.code, "name": group.group.name}
        yield Line(f"group {group.group.code}", cells, band=True)
        number += 1
        for row in group.criteria:
            yield _row(grid, row, columns, number)
            number += 1


def _row(grid: LevelGrid, row: LevelRow, columns: Columns, number: int) -> Line:
    draft, criterion = grid.draft, row.criterion
    wrong, missing, highest = (
        grid.at(key, row.row).elsewhere for key in ("wrong", "missing", "highest")
    )
    figures, numbers = _figures(grid, row, columns, number)
    bad = quoted_text(say("sheet.signed.wrong"))
    cells: dict[str, str | float | Live] = {
        "code": row.code,
        "name": criterion.name,
        "unit": criterion.unit,
        **{f"text{level}": criterion.levels[level - 1] for level in LEVELS},
        "figures": Live(figures),
        "highest": Live(f'IF({wrong}=1,{bad},IF({missing}=1,"",{highest}))'),
        **evidence_cells(draft, columns, row.code, grid.at("attached", row.row), number),
    }
    return Line(row.code, cells, numbers=numbers)


def _figures(
    grid: LevelGrid, row: LevelRow, columns: Columns, number: int
) -> tuple[str, list[str]]:
    """The figures in words, and the numbers behind them."""
    draft, kind = grid.draft, row.criterion.kind
    if kind is ValueKind.COMMUNES:
        return draft.formulas[Key("given", row.code)].place.elsewhere, []
    parts, numbers = [], []
    for at in range(len(row.criterion.slots)):
        cell = grid.at("input", row.row + at).elsewhere
        helper = ""
        if _KINDS[kind] in NUMERIC:
            helper = at_signed(draft, columns, f"number{at}", number).address
            numbers.append(hundredths(cell, _KINDS[kind]))
        words = figures_formula([Figure("", _KINDS[kind], cell, cell, helper)])
        if at:  # a total is asked for only where it decides
            lead = quoted_text(_total())
            words = f'IF(COUNTA({cell})=0,"",{lead}&{words})'
        parts.append(words)
    return "&".join(parts), numbers


def _total() -> str:
    return "; " + say("sheet.signed.of-total") + " "


def level_signed_values(
    design: Design,
    table: LevelTable,
    contents: Mapping[Key, Content],
    values: Mapping[Key, Content],
) -> Iterator[tuple[Key, Content]]:
    """What the formulas of the sheet show. `values`: those of the working sheets."""
    yield from head_values(design, contents)
    level, name = values[Key("level")], values[Key("level_name")]
    words = say("sheet.signed.no-index")
    if isinstance(level, float):
        words = f"{level:g} – {name}"
    yield Key("signed_head", "", "result"), f"{say('sheet.signed.reached')} {words}"
    for row in table.criteria:
        code = row.code
        yield from _figure_values(row, contents, values)
        highest: Content = values[Key("highest", code)]
        if values[Key("wrong", code)] == 1:
            highest = say("sheet.signed.wrong")
        elif values[Key("missing", code)] == 1:
            highest = ""
        yield Key("signed", code, "highest"), highest
        yield from evidence_values(contents, code)


def _figure_values(
    row: Any, contents: Mapping[Key, Content], values: Mapping[Key, Content]
) -> Iterator[tuple[Key, Content]]:
    if row.kind is ValueKind.COMMUNES:
        yield Key("signed", row.code, "figures"), values[Key("given", row.code)]
        return
    kind, words = _KINDS[row.kind], ""
    for at, slot in enumerate(row.slots):
        held = contents.get(Key("in", row.code, slot.name))
        if kind in NUMERIC:
            yield Key("signed_number", row.code, str(at)), hundredths_of(held, kind)
        if at and held is None:
            continue
        words += (_total() if at else "") + figure_words("", kind, held, held)
    yield Key("signed", row.code, "figures"), words
