"""Signed: the page to sign of a scored table — one row an indicator, one a pillar, the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scoring.conditions import YES
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from scoring.words import Status
from texts import say
from texts.figures import rounded
from workbooks.design.columns import Columns
from workbooks.design.documents import document_counts
from workbooks.design.draft import Content, Design, Draft
from workbooks.design.names import Key
from workbooks.design.scored.cells import RowCells, column_area, place
from workbooks.design.scored.figures import decimals_excel, decimals_words
from workbooks.design.scored.rows import FIRST, TOTAL, Heading, IndicatorRows, Rows
from workbooks.design.seal import FIGURES
from workbooks.design.signed_words import (
    NUMERIC,
    Figure,
    figure_words,
    figures_formula,
    hundredths,
    hundredths_of,
    symbol_of,
)
from workbooks.design.signing import (
    FIRST_ROW,
    Line,
    Live,
    Signed,
    at_signed,
    columns_of,
    draw_signed,
    evidence_formula,
    evidence_words,
    head_values,
)
from workbooks.design.spoken import quoted_text

_WIDTHS = (
    *(("code", 5.5), ("name", 20.0), ("printed", 26.0), ("max", 6.0), ("agency", 12.0)),
    *(("figures", 17.0), ("score", 7.5), ("typed", 7.0), ("attached", 13.0), ("note", 10.0)),
)
"""In the order of the printed appendix: rule, maximum, agencies, result, what is sent along."""
_STYLES = {
    "code": "signed_code",
    "printed": "signed_small",
    "max": "signed_middle",
    "agency": "signed_small",
    "figures": "signed_figures",
    "score": "signed_score",
    "typed": "signed_score",
    "attached": "signed_small",
    "note": "signed_small",
}


def signed_columns(rows: Rows) -> Columns:
    """The columns; that of the agencies only where the table names any."""
    named = any(here.indicator.lead_agency for here in rows.indicators)
    return columns_of(*(item for item in _WIDTHS if named or item[0] != "agency"))


def draw_scored_signed(draft: Draft, rows: Rows, columns: Columns) -> None:
    """Fill the sheet."""
    draft.name(FIGURES, column_area(draft, "input", FIRST, rows.last))
    lines = tuple(_lines(draft, rows, columns))
    draw_signed(draft, Signed(columns, lines, _STYLES, result=_result(draft)))


def _lines(draft: Draft, rows: Rows, columns: Columns) -> Iterator[Line]:
    number = FIRST_ROW
    for pillar in rows.pillars:
        code = pillar.pillar.code
        most = float(pillar.pillar.max_score)
        yield _sum(draft, code, pillar.pillar.name, most, pillar.row)
        number += 1
        inside: list[Heading | IndicatorRows] = [*pillar.headings, *pillar.indicators]
        for here in sorted(inside, key=lambda item: item.row):
            if isinstance(here, Heading):
                yield Line(here.code, {"code": here.code, "name": here.name}, band=True)
            else:
                yield _row(draft, rows, here, columns, number)
            number += 1
    yield _sum(draft, "total", say("sheet.signed.total"), float(rows.table.max_score), TOTAL)


def _sum(draft: Draft, code: str, name: str, most: float, row: int) -> Line:
    score, typed = (place(draft, key, row).elsewhere for key in ("score", "typed"))
    bad = quoted_text(say("sheet.signed.bad-sum"))
    cells: dict[str, str | float | Live] = {
        "code": "" if code == "total" else code,
        "name": name,
        "max": most,
        "score": Live(f"IF(COUNT({score})=1,{score},{bad})"),
        "typed": Live(_typed(typed)),
    }
    return Line(code, cells, band=True)


def _typed(cell: str) -> str:
    return f'IF(COUNTA({cell})=0,"",{cell})'


def _row(draft: Draft, rows: Rows, here: IndicatorRows, columns: Columns, number: int) -> Line:
    indicator, cells = here.indicator, RowCells(draft, rows, here)
    at = {
        key: place(draft, key, here.row).elsewhere
        for key in ("score", "status", "typed", "attached", "excluded", "reason", "documents")
    }
    figures: list[Figure] = []
    numbers: list[str] = []
    for slot in slots_shown(here):
        typed, counted = cells.typed(slot).elsewhere, cells.taken(slot).elsewhere
        helper = ""
        if slot.kind in NUMERIC:
            helper = at_signed(draft, columns, f"number{len(numbers)}", number).address
            numbers.append(hundredths(counted, slot.kind))
        optional = is_optional(here, slot)
        figures.append(Figure(lead_of(here, slot), slot.kind, typed, counted, helper, optional))
    agencies = (indicator.lead_agency, indicator.coordinating_agency)
    content: dict[str, str | float | Live] = {
        "code": here.code,
        "name": indicator.name,
        "printed": indicator.printed,
        "max": float(indicator.max_score),
        "agency": "\n".join(name for name in agencies if name),
        "figures": Live(figures_formula(figures)) if figures else "",
        "score": Live(f"IF(COUNT({at['score']})=1,{at['score']},{at['status']})"),
        "typed": Live(_typed(at["typed"])),
        "attached": Live(evidence_formula(at["attached"], at["documents"])),
        "note": Live(_note(at)),
    }
    return Line(here.code, content, numbers=numbers)


def slots_shown(here: IndicatorRows) -> list[Slot]:
    """The figures of a row that stand in its own cells."""
    return [slot for slot, _ in here.slots if slot.kind not in (SlotKind.ROW, SlotKind.COHORT)]


def lead_of(here: IndicatorRows, slot: Slot) -> str:
    """What stands before a figure; nothing where there is only one."""
    if is_optional(here, slot):
        return say("sheet.signed.symbol-percent") + " = "
    return "" if len(slots_shown(here)) == 1 and len(slot.name) > 1 else symbol_of(slot)


def is_optional(here: IndicatorRows, slot: Slot) -> bool:
    """A rate beside part and whole: it is asked for only where these are not there."""
    return slot.kind is SlotKind.PERCENT and here.slots[0][0] != slot


def _note(at: Mapping[str, str]) -> str:
    left = quoted_text(say("sheet.signed.excluded") + " ")
    why = f'IF({at["reason"]}="",{quoted_text(say("sheet.signed.no-reason"))},{at["reason"]}&"")'
    other = quoted_text(str(Status.SUBSTITUTED))
    return f'IF({at["excluded"]}="{YES}",{left}&{why},IF({at["status"]}={other},{other},""))'


def _result(draft: Draft) -> str:
    """The self index in words."""
    index = draft.formulas[Key("index_self")].place.elsewhere
    lead = quoted_text(say("sheet.signed.index") + " ")
    none = quoted_text(say("sheet.signed.no-index"))
    known = f'{decimals_excel(f"MAX({index},0)")}&"%"'
    return f"{lead}&IF(COUNT({index})=0,{none},IF(MIN({index})<0,{none},{known}))"


def scored_signed_values(
    design: Design,
    rows: Rows,
    submission: Submission,
    contents: dict[Key, Content],
    values: Mapping[Key, Content],
) -> Iterator[tuple[Key, Content]]:
    """What the formulas of the sheet show. `values`: those of the working sheets."""
    yield from head_values(design, contents)
    for pillar in rows.pillars:
        yield from _sum_values(
            pillar.pillar.code, values[Key("pillar", pillar.pillar.code)], contents
        )
    yield from _sum_values("total", values[Key("total")], contents)
    for here in rows.indicators:
        yield from _row_values(here, submission, contents, values)
    index = values[Key("index_self")]
    words = say("sheet.signed.no-index")
    if isinstance(index, float) and index >= 0:
        words = decimals_words(Fraction(rounded(Fraction(index), 9))) + "%"
    yield Key("signed_head", "", "result"), f"{say('sheet.signed.index')} {words}"


def _sum_values(
    code: str, score: Content, contents: Mapping[Key, Content]
) -> Iterator[tuple[Key, Content]]:
    shown = score if isinstance(score, float) else say("sheet.signed.bad-sum")
    yield Key("signed", code, "score"), shown
    yield Key("signed", code, "typed"), contents.get(Key("typed", code), "")


def _row_values(
    here: IndicatorRows,
    submission: Submission,
    contents: dict[Key, Content],
    values: Mapping[Key, Content],
) -> Iterator[tuple[Key, Content]]:
    code, words, number = here.code, [], 0
    for slot in slots_shown(here):
        typed = contents.get(Key("in", code, slot.name))
        counted = values[Key("taken", code, slot.name)] if slot.from_info else typed
        if typed is not None or not is_optional(here, slot):
            words.append(figure_words(lead_of(here, slot), slot.kind, typed, counted))
        if slot.kind in NUMERIC:
            yield Key("signed_number", code, str(number)), hundredths_of(counted, slot.kind)
            number += 1
    if slots_shown(here):
        yield Key("signed", code, "figures"), "; ".join(words)
    score, status = values[Key("score", code)], values[Key("status", code)]
    yield Key("signed", code, "score"), score if isinstance(score, float) else status
    yield Key("signed", code, "typed"), contents.get(Key("typed", code), "")
    count = document_counts(contents, code)
    attached = contents.get(Key("attached", code))
    yield Key("signed", code, "attached"), evidence_words(attached, count)
    note = ""
    if code in submission.excluded:
        reason = contents.get(Key("reason", code)) or say("sheet.signed.no-reason")
        note = f"{say('sheet.signed.excluded')} {reason}"
    elif status == str(Status.SUBSTITUTED):
        note = str(status)
    yield Key("signed", code, "note"), note
