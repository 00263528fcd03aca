"""Common sheets: general information, readings, the dropdown lists, and the hidden map."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.conditions import NO, YES
from scoring.law import Law
from texts import say
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Area
from workbooks.design.heights import row_height
from workbooks.design.names import INFO, LISTS, MAP, READINGS, VERSION, Key, defined_name
from workbooks.design.shares import draw_share
from workbooks.design.validation import one_of_answers

HEAD_FIRST = 3
"""The first row (from 0) of what the unit says of itself."""
VALUE = 2
"""The column of the yellow cells of the general information."""
SIGNING = ("superior", "place", "date", "preparer", "signer_title", "signer")
"""What the signed page needs besides the unit and the period."""
_WIDTHS = (8, 62, 26, 14, 30)
_LAST = len(_WIDTHS) - 1


GUIDE = (
    ("guide_yellow", "yellow"),
    ("guide_white", "white"),
    ("guide_red", "red"),
    ("guide_grey", "grey"),
    ("guide_white", "done"),
)
"""The five lines of the short guide: the colour that each is about, and its text."""
REVIEW = ("guide_review", "review")
"""What takes the place of the last line where there is an appraisal."""


def head_keys(law: Law) -> tuple[Key, ...]:
    """The yellow cells above the general information, in their order."""
    online = (Key("online"),) if getattr(law, "no_online_services", ()) else ()
    return (Key("name"), Key("period"), *online, *(Key("signing", name) for name in SIGNING))


def draw_info(draft: Draft) -> None:
    """General information: the unit, the period, who signs, and the printed lines."""
    law = draft.law
    keys = head_keys(law)
    guide = HEAD_FIRST + len(keys) + 1
    table = guide + len(GUIDE) + 2
    page = Page(widths=_WIDTHS, landscape=False, repeat=(table, table), active=True)
    sheet = draft.sheet(INFO, page)
    at = draft.at
    _title(draft, INFO, 0, say("sheet.info.title"), "title")
    _title(draft, INFO, 1, law.title, "subtitle")
    sheet.heights[1] = row_height((law.title, 120))
    for row, key in enumerate(keys, HEAD_FIRST):
        label = f"sheet.info.{key.code or key.what}"
        draft.blank(at(INFO, row, 0), "text")
        draft.text(at(INFO, row, 1), say(label), "name")
        style = "input_choice" if key.what == "online" else "input_words"
        place = draft.field(key, at(INFO, row, VALUE), style)
        if key.what == "online":
            draft.validate(INFO, place, one_of_answers())
            draft.name(defined_name("no_online_services"), place)
        else:
            draft.name(defined_name(key.code or f"unit_{key.what}"), place)
    _draw_guide(draft, guide)
    for column in range(len(_WIDTHS)):
        draft.text(at(INFO, table, column), say(f"sheet.info.column{column}"), "header")
    for row, line in enumerate(law.info, table + 1):
        note = "; ".join(part for part in (line.agency, line.note) if part)
        draft.text(at(INFO, row, 0), line.code, "code")
        draft.text(at(INFO, row, 1), line.label, "text")
        place = draft.field(Key("info", line.code), at(INFO, row, VALUE), "input_number")
        draft.text(at(INFO, row, 3), line.unit, "text")
        draft.text(at(INFO, row, 4), note, "text")
        draft.name(defined_name("info", line.code), place)


def _draw_guide(draft: Draft, row: int) -> None:
    """How to fill it in, in five lines, each beside the colour that it explains."""
    draft.text(draft.at(INFO, row, 1), say("sheet.guide.title"), "bold")
    lines = (*GUIDE[:3], REVIEW, *GUIDE[4:]) if draft.law.kind == "scored" else GUIDE
    for number, (style, name) in enumerate(lines, row + 1):
        draft.text(draft.at(INFO, number, 0), "", style)
        draft.text(draft.at(INFO, number, 1), say(f"sheet.guide.{name}"), "guide")
        text = draft.at(INFO, number, 1)
        draft.merge(INFO, text.to(draft.at(INFO, number, _LAST)), "guide")
        height = row_height((say(f"sheet.guide.{name}"), sum(_WIDTHS[1:])))
        draft.sheets[INFO].heights[number] = height


def draw_readings(draft: Draft) -> None:
    """Every adopted reading with its source, so that a score can be argued about."""
    law, at = draft.law, draft.at
    columns = ("place", "printed", "adopted", "why", "effect", "alternative", "id")
    widths = (12, 44, 34, 40, 34, 34, 20)
    sheet = draft.sheet(READINGS, Page(widths=widths, repeat=(2, 2)))
    last = len(columns) - 1
    decision = law.decision
    source = "; ".join(
        part for part in (decision.title, decision.number, decision.date, decision.issuer) if part
    )
    _title(draft, READINGS, 0, say("sheet.readings.title"), "title", last)
    _title(draft, READINGS, 1, source, "subtitle", last)
    sheet.heights[1] = row_height((source, 200))
    for column, name in enumerate(columns):
        draft.text(at(READINGS, 2, column), say(f"sheet.readings.{name}"), "header")
    for row, reading in enumerate(law.readings, 3):
        for column, name in enumerate(columns):
            draft.text(at(READINGS, row, column), getattr(reading, name), "text")


def draw_lists(draft: Draft, texts: Sequence[str]) -> None:
    """The hidden sheet with Có, Không and the dropdown texts, one a row from the third."""
    draft.sheet(LISTS, Page(state="hidden", landscape=False, footer=False, free=()))
    for row, text in enumerate((YES, NO, *texts)):
        draft.text(draft.at(LISTS, row, 0), text, "plain")


def draw_map(draft: Draft) -> None:
    """What the workbook is: version, table, edition, ruleset, kind."""
    law = draft.law
    draft.sheet(MAP, Page(state="very_hidden", landscape=False, footer=False, free=()))
    for row, (key, value) in enumerate(
        (
            ("dti-excel", VERSION),
            ("table", law.id),
            ("edition", draft.edition),
            ("ruleset", law.digest),
            ("kind", law.kind),
        )
    ):
        draft.text(draft.at(MAP, row, 0), key, "plain")
        draft.text(draft.at(MAP, row, 1), value, "plain")
    draw_share(draft)


def draw_heading(draft: Draft, sheet: str, last: int) -> None:
    """The first two rows of a sheet: the title and the document. `last`: the last column."""
    law = draft.law
    source = ", ".join(part for part in (law.place, law.document) if part)
    _title(draft, sheet, 0, law.title, "title", last)
    _title(draft, sheet, 1, source, "subtitle", last)
    draft.sheets[sheet].heights[0] = row_height((law.title, 110)) + 4
    draft.sheets[sheet].heights[1] = row_height((source, 150))


def draw_signatures(draft: Draft, sheet: str, row: int, last: int) -> None:
    """The signature block under a table."""
    middle = last // 2
    _span(draft, sheet, row, middle + 1, last, say("sheet.sign.date"), "sign_note")
    for first, end, who in ((0, middle, "preparer"), (middle + 1, last, "head")):
        _span(draft, sheet, row + 1, first, end, say(f"sheet.sign.{who}"), "sign")
        _span(draft, sheet, row + 2, first, end, say(f"sheet.sign.{who}-how"), "sign_note")


def _title(draft: Draft, sheet: str, row: int, content: str, style: str, last: int = _LAST) -> None:
    _span(draft, sheet, row, 0, last, content, style)


def _span(
    draft: Draft, sheet: str, row: int, first: int, last: int, content: str, style: str
) -> None:
    """A text over several columns."""
    place = draft.at(sheet, row, first)
    draft.text(place, content, style)
    draft.merge(sheet, place.to(draft.at(sheet, row, last)), style)


def row_area(draft: Draft, sheet: str, row: int, first: int, last: int) -> Area:
    """The cells of a row between two columns."""
    return draft.at(sheet, row, first).to(draft.at(sheet, row, last))
