"""The scoring sheet: the appendix as printed, a yellow cell per input, status and score beside."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.slots import Slot, SlotKind
from scoring.words import Status
from texts import say
from workbooks.design.common import draw_signatures
from workbooks.design.draft import Draft, Page
from workbooks.design.grid import Place
from workbooks.design.names import LISTS, SCORING, UDF, Key, defined_name, input_name
from workbooks.design.options import choice_texts
from workbooks.design.scored.cells import RowCells, cohort_area, column_area, list_area, place
from workbooks.design.scored.detail import symbol
from workbooks.design.scored.formulas import RowFormulas
from workbooks.design.scored.rows import (
    COLUMN,
    COLUMNS,
    FIRST,
    HEADER,
    LAST_PRINTED,
    LINE,
    TITLE,
    TOTAL,
    Heading,
    IndicatorRows,
    PillarRows,
    Rows,
)
from workbooks.design.scored.validation import mark_rule, rule_of, score_rule

FIELDS = {
    "typed": "input_score_typed",
    "attached": "input_text",
    "excluded": "input_choice",
    "reason": "input_text",
    "words": "input_text",
    "explanation": "input_text",
    "verified": "input_review",
}
"""What an official, and in the end the reviewer, writes beside an indicator."""

_SCORED = {"score": "score", "difference": "score", "check": "small", "explain": "small"}
_HIDDEN = ("assessed", "official", "missing", "wrong", "left_out", "gap", "rank")
_INPUTS = {
    SlotKind.DATE: "input_date",
    SlotKind.PERCENT: "input_share",
    SlotKind.NUMBER: "input_figure",
}


def draw_scoring(draft: Draft, rows: Rows) -> None:
    """Draw the sheet without its sums."""
    _page(draft, rows)
    for number, pillar in enumerate(rows.pillars, 1):
        _pillar(draft, rows, pillar, number)
        for heading in pillar.headings:
            _heading(draft, heading)
        for indicator in pillar.indicators:
            _Row(draft, rows, indicator).draw()
    _under(draft, rows)
    _conditions(draft, rows)


def _page(draft: Draft, rows: Rows) -> None:
    page = Page(
        widths=tuple(column.width for column in COLUMNS),
        hidden=frozenset(
            number
            for number, column in enumerate(COLUMNS)
            if column.hidden or (column.key == "explain" and draft.edition != UDF)
        ),
        freeze=(HEADER + 1, COLUMN["max"]),
        repeat=(HEADER, HEADER),
        print_area=(rows.last + 9, LAST_PRINTED),
        filter=(HEADER, rows.last, len(COLUMNS) - 1),
    )
    sheet = draft.sheet(SCORING, page)
    title = draft.at(SCORING, TITLE, 0)
    draft.text(title, draft.law.title, "scored_title")
    draft.merge(SCORING, title.to(draft.at(SCORING, TITLE, LAST_PRINTED)), "scored_title")
    for column in COLUMNS:
        draft.text(place(draft, column.key, HEADER), column.title, "head")
    sheet.heights |= {TITLE: 19.0, LINE: 15.0, HEADER: 29.0}


def _pillar(draft: Draft, rows: Rows, pillar: PillarRows, number: int) -> None:
    """The band of a pillar; its sums are drawn with the others."""
    band(draft, pillar.row, pillar.pillar.code, pillar.pillar.name)
    draft.number(place(draft, "max", pillar.row), float(pillar.pillar.max_score), "band_max")
    jump = place(draft, "input", pillar.row)
    if number < len(rows.pillars):
        after = rows.pillars[number]
        draft.text(jump, say("sheet.scored.next", code=after.pillar.code), "band_link")
        target = place(draft, "code", after.row)
    else:
        draft.text(jump, say("sheet.scored.top"), "band_link")
        target = place(draft, "code", TOTAL)
    drawn = draft.sheets[SCORING]
    drawn.links[jump] = target.elsewhere
    for row in range(pillar.row + 1, pillar.last + 1):
        drawn.outline[draft.at(SCORING, row, 0).row] = 1


def band(draft: Draft, row: int, code: str, name: str) -> None:
    """A row with a sum, from its first cell to its last."""
    for column in COLUMNS:
        draft.blank(place(draft, column.key, row), "band_text")
    draft.text(place(draft, "code", row), code, "band_text")
    draft.text(place(draft, "name", row), name, "band_text")


def _heading(draft: Draft, heading: Heading) -> None:
    for column in COLUMNS:
        draft.blank(place(draft, column.key, heading.row), "group")
    draft.text(place(draft, "code", heading.row), heading.code, "group")
    draft.text(place(draft, "name", heading.row), heading.name, "group")
    if heading.maximum:
        draft.text(place(draft, "max", heading.row), heading.maximum, "group_max")


@dataclass(frozen=True)
class _Row:
    """One indicator and its inputs, being drawn."""

    draft: Draft
    rows: Rows
    here: IndicatorRows

    @property
    def cells(self) -> RowCells:
        return RowCells(self.draft, self.rows, self.here)

    @property
    def formulas(self) -> RowFormulas:
        return RowFormulas(self.cells)

    def draw(self) -> None:
        self._printed()
        self._fields()
        self._formulas()
        for slot, row in self.here.slots:
            self._input(slot, row)
        self._names()

    def _at(self, key: str, row: int | None = None) -> Place:
        return place(self.draft, key, self.here.row if row is None else row)

    def _printed(self) -> None:
        draft, indicator = self.draft, self.here.indicator
        agencies = (indicator.lead_agency, indicator.coordinating_agency)
        draft.text(self._at("code"), indicator.code, "row_code")
        draft.text(self._at("name"), indicator.name, "row_name")
        draft.number(self._at("max"), float(indicator.max_score), "max")
        draft.blank(self._at("input"), "row_text")
        draft.text(self._at("printed"), one_line(indicator.printed), "small")
        draft.text(self._at("evidence"), one_line(indicator.evidence), "small")
        draft.text(self._at("agency"), " / ".join(name for name in agencies if name), "small")

    def _fields(self) -> None:
        draft, indicator = self.draft, self.here.indicator
        for what, style in FIELDS.items():
            draft.field(Key(what, indicator.code), self._at(what), style)
        for what in ("typed", "verified"):
            limits = (indicator.min_score, indicator.max_score)
            draft.validate(SCORING, self._at(what), score_rule(indicator.code, *limits, what))
        yes = draft.at(LISTS, 0, 0)
        mark = mark_rule(yes.to(yes), indicator.code)
        draft.validate(SCORING, self._at("excluded"), mark)

    def _formulas(self) -> None:
        draft, formulas, code = self.draft, self.formulas, self.here.code
        draft.formula(Key("status", code), self._at("status"), formulas.status(), "row_text")
        draft.formula(Key("detail", code), self._at("detail"), formulas.detail(), "small")
        for what, style in _SCORED.items():
            if what == "explain" and draft.edition != UDF:
                draft.blank(self._at(what), "small")
                continue
            draft.formula(Key(what, code), self._at(what), getattr(formulas, what)(), style)
        for what in _HIDDEN:
            draft.formula(Key(what, code), self._at(what), getattr(formulas, what)(), "max")

    def _input(self, slot: Slot, row: int) -> None:
        draft, code, indicator = self.draft, self.here.code, self.here.indicator
        texts = choice_texts(indicator, slot)
        style = _INPUTS.get(slot.kind, "input_pick")
        yellow = draft.field(Key("in", code, slot.name), self._at("input", row), style)
        options = list_area(draft, self.rows, texts) if texts else None
        draft.validate(SCORING, yellow, rule_of(indicator, slot, options))
        draft.name(input_name(code, slot.name), yellow)
        if slot.from_info:
            taken = self.formulas.taken(slot)
            draft.formula(Key("taken", code, slot.name), self._at("taken", row), taken, "max")
        if row == self.here.row:
            return
        for column in COLUMNS:
            draft.blank(place(draft, column.key, row), "row_text")
        draft.text(self._at("name", row), slot_label(slot), "row_label")
        status = self._at("status").address
        draft.formula(Key("status", code, slot.name), self._at("status", row), status, "row_text")
        if slot.kind is SlotKind.NUMBER:
            hint = self.formulas.hint(slot)
            draft.formula(Key("hint", code, slot.name), self._at("detail", row), hint, "small")
        else:
            draft.text(self._at("detail", row), hint_words(indicator.slots, slot), "small")

    def _names(self) -> None:
        draft, code = self.draft, self.here.code
        for what in ("score", "typed", "verified", "excluded", "max"):
            draft.name(defined_name(what, code), self._at(what))
        lists: dict[str, list[int]] = {}
        for slot, row in self.here.slots:
            if slot.place:
                lists.setdefault(slot.input, []).append(row)
        for name, numbers in lists.items():
            area = column_area(draft, "input", numbers[0], numbers[-1])
            draft.name(input_name(code, name), area)
        if self.here.cohort:
            draft.name(input_name(code, "cohort"), cohort_area(draft, self.rows.cohorts[code]))


def one_line(text: str) -> str:
    """A printed text without its line breaks: they would make the working rows high.

    The words are the document's; the page to sign keeps the lines, too.
    """
    return " ".join(text.split())


def slot_label(slot: Slot) -> str:
    """How the sheet names an input: the symbol and its printed meaning."""
    if slot.kind is SlotKind.OPTION:
        return slot.label or say("sheet.scored.choice")
    if slot.place:
        return say("sheet.scored.part", place=str(slot.place), label=slot.label)
    if len(slot.name) == 1 and slot.name != "x":
        return say("sheet.scored.input", symbol=slot.name, label=slot.label)
    return slot.label or symbol(slot)


def hint_words(slots: tuple[Slot, ...], slot: Slot) -> str:
    """What stands beside the yellow cell of anything but a number."""
    both = {"num", "den"} <= {other.name for other in slots}
    kind = "percent-or" if slot.kind is SlotKind.PERCENT and both else slot.kind.value
    return say(f"sheet.scored.hint-{kind}")


def _under(draft: Draft, rows: Rows) -> None:
    """What stands under the table: the document, what became of it, and who signs."""
    law = draft.law
    source = ", ".join(part for part in (law.place, law.document) if part)
    lines = [say("sheet.scored.basis", source=source)]
    if law.decision.superseded:
        lines.append(say("sheet.scored.superseded", why=law.decision.superseded))
    for number, line in enumerate(lines, rows.last + 1):
        first = draft.at(SCORING, number, 0)
        draft.text(first, line, "note")
        draft.merge(SCORING, first.to(draft.at(SCORING, number, LAST_PRINTED)), "note")
        draft.sheets[SCORING].heights[number] = 29.0 if len(line) > 150 else 15.0
    draw_signatures(draft, SCORING, rows.last + 4, LAST_PRINTED)


def _conditions(draft: Draft, rows: Rows) -> None:
    """Colours: wrong is red, missing is grey, a typed score that differs is red."""
    conditions = draft.sheets[SCORING].conditions
    status = column_area(draft, "status", FIRST, rows.last)
    for word, look in (
        (Status.WRONG, "bad"),
        (Status.MISSING, "waiting"),
        (Status.PENDING, "waiting"),
        (Status.EXCLUDED, "waiting"),
    ):
        equals = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        conditions.append((status, equals, look))
    unlike = say("sheet.scored.unlike", where="").rstrip(" :")
    begins = (
        ("check", say("sheet.scored.off"), "differs"),
        ("detail", say("sheet.scored.wrong"), "differs"),
        ("detail", say("sheet.scored.looks-like-date"), "differs"),
        ("detail", unlike, "differs"),
        ("detail", say("sheet.scored.reason-wanted"), "differs"),
        ("detail", say("sheet.scored.missing"), "waiting"),
    )
    for key, words, look in begins:
        rule = {"type": "text", "criteria": "begins with", "value": words}
        conditions.append((column_area(draft, key, TOTAL, rows.last), rule, look))
    for kind, look in ((SlotKind.NUMBER, "fraction"), (SlotKind.PERCENT, "fine_share")):
        cells = [
            RowCells(draft, rows, here).typed(slot)
            for here in rows.indicators
            for slot, _ in here.slots
            if slot.kind is kind
        ]
        if cells:
            first = cells[0].address
            scaled = first if kind is SlotKind.NUMBER else f"{first}*100"
            uneven = f"=AND(ISNUMBER({first}),ROUND({scaled},0)<>ROUND({scaled},9))"
            many = " ".join(cell.address for cell in cells)
            rule = {"type": "formula", "criteria": uneven, "multi_range": many}
            conditions.append((cells[0].to(cells[0]), rule, look))
