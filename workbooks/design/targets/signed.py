"""Signed: the page to sign of a plan — one row a target, one a part and a pillar, the counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.slots import SlotKind
from scoring.targets import Plan
from scoring.thresholds import ValueKind
from texts import say
from workbooks.design.columns import Columns
from workbooks.design.draft import Content, Design
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
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.targets.rows import FIRST_ROW as TABLE_FIRST
from workbooks.design.targets.rows import STATES, TargetGrid, TargetRow

_WIDTHS = (
    *(("code", 7.0), ("name", 28.0), ("requirement", 14.0), ("guiding", 13.0), ("lead", 15.0)),
    *(("coordinating", 13.0), ("figures", 11.0), ("result", 9.0), ("attached", 14.0)),
)
_STYLES = {
    "code": "signed_code",
    "requirement": "signed_small",
    "guiding": "signed_small",
    "lead": "signed_small",
    "coordinating": "signed_small",
    "figures": "signed_figures",
    "result": "signed_middle",
    "attached": "signed_small",
}
_KINDS = {
    ValueKind.PERCENT: SlotKind.PERCENT,
    ValueKind.COUNT: SlotKind.NUMBER,
    ValueKind.YES_NO: SlotKind.ANSWER,
}
ERROR = "#VALUE!"


def target_columns() -> Columns:
    """The columns, in the order of the printed plan."""
    return columns_of(*_WIDTHS)


def draw_target_signed(grid: TargetGrid, columns: Columns) -> None:
    """Fill the sheet."""
    draft = grid.draft
    area = grid.at("input", TABLE_FIRST).to(grid.at("input", grid.last))
    draft.name(FIGURES, area)
    titles = {"name": say("sheet.signed.target")}
    cells = {s: draft.formulas[Key("pillar", "", s)].place.elsewhere for s in STATES}
    result = spoken("sheet.signed.counted", **cells)
    draw_signed(draft, Signed(columns, tuple(_lines(grid, columns)), _STYLES, titles, result))


def _lines(grid: TargetGrid, columns: Columns) -> Iterator[Line]:
    rows: dict[int, tuple[str, str] | TargetRow] = {
        **{row: (part.code, part.name) for row, part in grid.parts},
        **{row: (f"{p.part}.{p.code}", p.name) for row, p in grid.pillars},
        **{row.row: row for row in grid.rows},
    }
    for number, (_, row) in enumerate(sorted(rows.items(), key=lambda item: item[0]), FIRST_ROW):
        if isinstance(row, TargetRow):
            yield _row(grid, row, columns, number)
        else:
            yield Line(f"band {row[0]}", {"code": row[0], "name": row[1]}, band=True)


def _row(grid: TargetGrid, row: TargetRow, columns: Columns, number: int) -> Line:
    draft, target = grid.draft, row.target
    cells: dict[str, str | float | Live] = {
        "code": row.code,
        "name": target.name,
        "requirement": target.requirement,
        "guiding": target.guiding_agency,
        "lead": target.lead_agency,
        "coordinating": target.coordinating_agency,
        "result": Live(_result(grid, row)),
        **evidence_cells(draft, columns, row.code, grid.at("attached", row.row), number),
    }
    if target.takes is None:
        return Line(row.code, cells)
    kind, cell = _KINDS[target.takes], grid.at("input", row.row).elsewhere
    helper = at_signed(draft, columns, "number0", number).address
    figure = Figure("", kind, cell, cell, helper)
    cells["figures"] = Live(figures_formula([figure]))
    return Line(row.code, cells, numbers=[hundredths(cell, kind)] if kind in NUMERIC else ())


def _result(grid: TargetGrid, row: TargetRow) -> str:
    """The judgement; a wrong figure is said and is no error of the page."""
    result, bad = grid.at("result", row.row).elsewhere, quoted_text(say("sheet.signed.wrong"))
    if not row.is_header:
        return f"IF({grid.at('wrong', row.row).elsewhere}=1,{bad},{result})"
    below = grid.below(row.target)
    sums = {state: grid.total(state, below) for state in ("not_met", "wrong")}
    return f"IF(AND({sums['not_met']}=0,{sums['wrong']}>0),{bad},{result})"


def target_signed_values(
    design: Design,
    plan: Plan,
    contents: Mapping[Key, Content],
    values: Mapping[Key, Content],
) -> Iterator[tuple[Key, Content]]:
    """What the formulas of the sheet show. `values`: those of the working sheets."""
    yield from head_values(design, contents)
    counts = {}
    for state in STATES:
        held = values[Key("pillar", "", state)]
        counts[state] = f"{held:g}" if isinstance(held, float) else ""
    yield Key("signed_head", "", "result"), say("sheet.signed.counted", **counts)
    for target in plan.targets:
        code = target.code
        result = values[Key("result", code)]
        yield (
            Key("signed", code, "result"),
            say("sheet.signed.wrong") if result == ERROR else result,
        )
        yield from evidence_values(contents, code)
        if target.takes is None:
            continue
        kind, held = _KINDS[target.takes], contents.get(Key("in", code))
        yield Key("signed", code, "figures"), figure_words("", kind, held, held)
        if kind in NUMERIC:
            yield Key("signed_number", code, "0"), hundredths_of(held, kind)
