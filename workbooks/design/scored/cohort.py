"""The cohort: the figures of all units for the rows that compare them, one column a row."""

from __future__ import annotations

from scoring.model import Indicator
from texts import say
from workbooks.design.draft import Draft, Page
from workbooks.design.names import COHORT, Key
from workbooks.design.scored.rows import COHORT_FIRST, COHORT_HEADER, COHORT_UNITS, Rows
from workbooks.design.scored.sums import draw_status, draw_unit
from workbooks.design.scored.validation import cohort_rule


def draw_cohort(draft: Draft, rows: Rows) -> None:
    """Draw the sheet, where the table has any such row."""
    if not rows.cohorts:
        return
    widths = (6.0, 40.0, *(30.0 for _ in rows.cohorts))
    last = max(3, len(widths) - 1)
    widths = (*widths, *(30.0 for _ in range(last + 1 - len(widths))))
    page = Page(widths=widths, freeze=(COHORT_FIRST, 2), repeat=(COHORT_HEADER, COHORT_HEADER))
    sheet = draft.sheet(COHORT, page)
    at = draft.at
    title = at(COHORT, 0, 0)
    draft.text(title, say("sheet.scored.cohort-title"), "scored_title")
    draft.merge(COHORT, title.to(at(COHORT, 0, last)), "scored_title")
    draw_unit(draft, COHORT, 1, 0, last)
    draw_status(draft, COHORT, 2, 0, last)
    sheet.heights |= {0: 19.0, 1: 15.0, 2: 15.0}
    draft.text(at(COHORT, COHORT_HEADER, 0), say("sheet.scored.column-code"), "head")
    draft.text(at(COHORT, COHORT_HEADER, 1), say("sheet.scored.cohort-unit"), "head")
    for number in range(COHORT_UNITS):
        draft.number(at(COHORT, COHORT_FIRST + number, 0), number + 1, "max")
        draft.blank(at(COHORT, COHORT_FIRST + number, 1), "input_text")
    for code, column in rows.cohorts.items():
        _column(draft, rows.by_code[code].indicator, column + 2)


def _column(draft: Draft, indicator: Indicator, column: int) -> None:
    """The values of all units for one row."""
    at, code = draft.at, indicator.code
    rate = is_rate(indicator)
    words = say("sheet.scored.cohort-head", code=code, name=indicator.name)
    draft.text(at(COHORT, COHORT_HEADER, column), words, "head")
    style = "input_share" if rate else "input_figure"
    for number in range(COHORT_UNITS):
        draft.field(
            Key("cohort", code, str(number)), at(COHORT, COHORT_FIRST + number, column), style
        )
    first = at(COHORT, COHORT_FIRST, column)
    area = first.to(at(COHORT, COHORT_FIRST + COHORT_UNITS - 1, column))
    slot = next(slot for slot in indicator.slots if slot.name == "cohort")
    draft.validate(COHORT, area, cohort_rule(code, slot, rate))
    scaled = f"{first.address}*100" if rate else first.address
    uneven = f"=AND(ISNUMBER({first.address}),ROUND({scaled},0)<>ROUND({scaled},9))"
    look = "fine_share" if rate else "fraction"
    rule = {"type": "formula", "criteria": uneven}
    draft.sheets[COHORT].conditions.append((area, rule, look))


def is_rate(indicator: Indicator) -> bool:
    """Whether the units are compared by a rate."""
    measure = getattr(indicator.rule, "measure", None)
    measure = getattr(measure, "of", measure) if not hasattr(measure, "is_ratio") else measure
    inner = getattr(measure, "of", None)
    return bool(getattr(measure, "is_ratio", False) or getattr(inner, "is_ratio", False))
