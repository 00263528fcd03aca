"""Signing: «Bản ký», the appendix as it is printed, signed, stamped and sent, for every kind.

Nghị định 30/2020/NĐ-CP: margins, type, national title, issuing body, place and date, signature. A
kind says its columns and the line of each row; what is live is read from the working sheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from texts import catalogue, say
from workbooks.design.columns import Column, Columns
from workbooks.design.common import SIGNING
from workbooks.design.documents import document_counts, documents_count
from workbooks.design.draft import Content, Design, Draft, Page
from workbooks.design.grid import Place
from workbooks.design.heights import lines_needed, row_height
from workbooks.design.names import SIGNED, SLIPS, Key
from workbooks.design.open_rows import source_line, unit_words
from workbooks.design.seal import COUNT, FIGURES, SEAL, SUM, tally
from workbooks.design.spoken import quoted_text

HEADER_ROW = 8
FIRST_ROW = HEADER_ROW + 1
"""What stands above: four lines of head, title, basis, period, and the seal."""
HELPERS = 7
"""The most numbers that one row of a table has."""
ROOM = "\n" * 5
"""The lines between a title and a name, where one signs and stamps."""
_SIGN_HEIGHT, _LINE_HEIGHT = 132, 16
_BAND = {
    "max": "signed_band_middle",
    "score": "signed_band_number",
    "typed": "signed_band_number",
}
_MARGINS = {"left": 1.19, "right": 0.6, "top": 0.8, "bottom": 0.8}
"""30 mm left, 15 mm right, 20 mm above and below."""
_WIDTHS = 119.0


@dataclass(frozen=True, slots=True)
class Live:
    """A formula of a line."""

    formula: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what stands in its columns, and its look."""

    code: str
    cells: Mapping[str, str | float | Live]
    band: bool = False
    numbers: Sequence[str] = ()
    """The formulas of the hidden cells with the numbers of the row, in hundredths."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The table of one kind: columns, styles and lines; `result`: what stands under it."""

    columns: Columns
    lines: Sequence[Line]
    styles: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    result: str = ""


def columns_of(*widths: tuple[str, float]) -> Columns:
    """The printed columns, widened to the page alike, and the hidden ones with numbers."""
    room = _WIDTHS / sum(width for _, width in widths)
    shown = (Column(key, round(width * room, 1)) for key, width in widths)
    hidden = (Column(f"number{n}", 10, hidden=True) for n in range(HELPERS))
    return Columns((*shown, Column("documents", 8, hidden=True), *hidden))


def begin_signed(draft: Draft, columns: Columns) -> None:
    """Give the sheet its place among the others; `draw_signed` fills it."""
    last = columns.index["documents"] - 1
    page = Page(
        widths=columns.widths,
        hidden=columns.hidden,
        repeat=(HEADER_ROW, HEADER_ROW),
        margins=_MARGINS,
        official=True,
        freeze=(FIRST_ROW, 2),
        print_area=(0, last),
        footer=False,
    )
    draft.sheet(SIGNED, page)


def at_signed(draft: Draft, columns: Columns, key: str, row: int) -> Place:
    """A cell of the sheet."""
    return draft.at(SIGNED, row, columns[key])


def draw_signed(draft: Draft, signed: Signed) -> None:
    """Fill the sheet: head, lines, result, seal and signatures."""
    _head(draft, signed)
    columns = signed.columns
    for key in columns.shown:
        title = signed.titles.get(key) or say(f"sheet.signed.{key}")
        draft.text(at_signed(draft, columns, key, HEADER_ROW), title, "signed_head")
    draft.name("dti_signed", draft.at(SIGNED, HEADER_ROW, 0))
    row = FIRST_ROW
    for line in signed.lines:
        _line(draft, signed, line, row)
        row += 1
    last = columns.index["documents"] - 1
    if signed.result:
        _over(draft, Key("signed_head", "", "result"), row, 0, last, signed.result, "signed_result")
        row += 1
    _over(draft, Key("signed_head", "", "seal"), row, 0, last, _seal(draft, columns), "signed_note")
    _signatures(draft, row + 1, _middle(columns), last)
    page = draft.sheets[SIGNED]
    page.heights[draft.at(SIGNED, row, 0).row] = 2 * _LINE_HEIGHT
    page.page = _ending(page.page, row + 1, last)


def _ending(page: Page, row: int, last: int) -> Page:
    return replace(page, print_area=(row, last))


def _middle(columns: Columns) -> int:
    """The last column of the left half of the page."""
    total = 0.0
    for number, column in enumerate(columns.columns):
        total += column.width
        if total >= 0.42 * _WIDTHS:
            return number
    raise ValueError(columns)


def _head(draft: Draft, signed: Signed) -> None:
    """National title and issuing body, place and date, title, basis and period."""
    columns, law = signed.columns, draft.law
    middle, last = _middle(columns), columns.index["documents"] - 1
    cells = {name: draft.fields[Key("signing", name)].fixed for name in SIGNING}
    name, period = (draft.fields[Key(what)].fixed for what in ("name", "period"))
    right = middle + 1
    superior, unit = _given(cells["superior"], ""), _given(name, say("sheet.signed.no-unit"))
    _over(draft, Key("signed_head", "", "superior"), 0, 0, middle, superior, "signed_centre")
    _over(draft, Key("signed_head", "", "unit"), 1, 0, middle, unit, "signed_bold")
    _text(draft, 0, right, last, say("sheet.signed.nation"), "signed_bold")
    _text(draft, 1, right, last, say("sheet.signed.motto"), "signed_motto")
    _text(draft, 2, 0, middle, "—" * 8, "signed_rule")
    _text(draft, 3, 0, middle, say("sheet.signed.number"), "signed_centre")
    place = _given(cells["place"], say("sheet.signed.no-place"))
    day = _given(cells["date"], say("sheet.signed.no-date"))
    _over(
        draft, Key("signed_head", "", "date"), 3, right, last, f'{place}&", "&{day}', "signed_date"
    )
    _text(draft, 4, 0, last, law.title.upper(), "signed_title")
    basis = say("sheet.signed.basis", source=_source(draft))
    _text(draft, 5, 0, last, basis, "signed_basis")
    when = f"{quoted_text(_ended('sheet.signed.period'))}&" + _given(
        period, say("sheet.signed.no-period")
    )
    _over(draft, Key("signed_head", "", "period"), 6, 0, last, when, "signed_centre")
    heights = draft.sheets[SIGNED].heights
    heights |= {0: _LINE_HEIGHT, 1: 2 * _LINE_HEIGHT, 2: 10, 3: 18, 6: 18, 7: 6}
    heights |= {4: 20.0 * lines_needed(law.title.upper(), 66) + 4, 5: row_height((basis, 115))}


def _source(draft: Draft) -> str:
    source = source_line(draft.law)
    inside = source.removeprefix(draft.law.title).strip()
    return inside.removeprefix("(").removesuffix(")") or draft.law.title


def _given(cell: str, otherwise: str) -> str:
    """What was typed, as a text; else something else."""
    return f'IF({cell}="",{quoted_text(otherwise)},{cell}&"")'


def _ended(name: str) -> str:
    """Words that something follows: `say` would strip the blank at the end."""
    return catalogue()[name]["vi"]


def _text(draft: Draft, row: int, first: int, last: int, words: str, style: str) -> None:
    place = draft.at(SIGNED, row, first)
    draft.text(place, words, style)
    draft.merge(SIGNED, place.to(draft.at(SIGNED, row, last)), style)


def _over(
    draft: Draft, key: Key, row: int, first: int, last: int, formula: str, style: str
) -> None:
    """A formula over several columns."""
    place = draft.at(SIGNED, row, first)
    draft.formula(key, place, formula, style)
    draft.merge(SIGNED, place.to(draft.at(SIGNED, row, last)), style)


def _line(draft: Draft, signed: Signed, line: Line, row: int) -> None:
    columns = signed.columns
    for key in columns.shown:
        place = at_signed(draft, columns, key, row)
        style = "signed_band" if line.band else signed.styles.get(key, "signed_text")
        if line.band:
            style = _BAND.get(key, style)
        content = line.cells.get(key, "")
        if isinstance(content, Live):
            draft.formula(Key("signed", line.code, key), place, content.formula, style)
        elif isinstance(content, str):
            draft.text(place, content, style) if content else draft.blank(place, style)
        else:
            draft.number(place, content, style)
    for number, formula in enumerate(line.numbers):
        place = at_signed(draft, columns, f"number{number}", row)
        draft.formula(Key("signed_number", line.code, str(number)), place, formula, "plain")
    if isinstance(count := line.cells.get("documents"), Live):
        place = at_signed(draft, columns, "documents", row)
        draft.formula(Key("signed_documents", line.code), place, count.formula, "plain")


def _seal(draft: Draft, columns: Columns) -> str:
    """The seal, where the figures are still those that were sealed."""
    seal, count, total = (
        draft.field(key, draft.at(SIGNED, row, columns["documents"]), "plain").address
        for row, key in enumerate((SEAL, COUNT, SUM))
    )
    area = draft.names[FIGURES].fixed
    same = f"ROUND(SUM({area})-{total},4)=0"
    alike = f"AND(COUNTA({area})={count},IF(ISNUMBER(SUM({area})),{same},FALSE))"
    none, changed = (quoted_text(say(f"sheet.signed.{name}")) for name in ("unsealed", "changed"))
    sealed = f"{quoted_text(_ended('sheet.signed.sealed'))}&{seal}"
    return f'IF({seal}="",{none},IF({alike},{sealed},{changed}))'


def _signatures(draft: Draft, row: int, middle: int, last: int) -> None:
    """Who prepared it and who signs, with room to sign, in one row that no page divides."""
    fields = {name: draft.fields[Key("signing", name)].fixed for name in SIGNING}
    preparer = f'{quoted_text(say("sheet.signed.preparer") + ROOM)}&{fields["preparer"]}&""'
    title = _given(fields["signer_title"], say("sheet.signed.head"))
    signer = f'{title}&{quoted_text(ROOM)}&{fields["signer"]}&""'
    _over(draft, Key("signed_head", "", "preparer"), row, 0, middle, preparer, "signed_sign")
    _over(draft, Key("signed_head", "", "signer"), row, middle + 1, last, signer, "signed_sign")
    draft.sheets[SIGNED].heights[draft.at(SIGNED, row, 0).row] = _SIGN_HEIGHT


def head_values(design: Design, contents: Mapping[Key, Content]) -> Iterator[tuple[Key, Content]]:
    """What the formulas of the head and of the end show."""

    def given(key: Key, otherwise: str) -> str:
        return str(contents.get(key) or otherwise)

    def words(name: str) -> str:
        return given(Key("signing", name), "")

    place = given(Key("signing", "place"), say("sheet.signed.no-place"))
    day = given(Key("signing", "date"), say("sheet.signed.no-date"))
    title = given(Key("signing", "signer_title"), say("sheet.signed.head"))
    period = given(Key("period"), say("sheet.signed.no-period"))
    for name, value in (
        ("superior", words("superior")),
        ("unit", given(Key("name"), say("sheet.signed.no-unit"))),
        ("date", f"{place}, {day}"),
        ("period", _ended("sheet.signed.period") + period),
        ("preparer", say("sheet.signed.preparer") + ROOM + words("preparer")),
        ("signer", title + ROOM + words("signer")),
        ("seal", _seal_words(design, contents)),
    ):
        yield Key("signed_head", "", name), value
    for key in design.formulas:
        if key.what == "line" and key.code == SLIPS:
            yield key, unit_words(contents)


def _seal_words(design: Design, contents: Mapping[Key, Content]) -> str:
    seal = contents.get(SEAL)
    if not seal:
        return say("sheet.signed.unsealed")
    count, total = tally(design, contents, design.names[FIGURES])
    held = contents.get(SUM)
    same = isinstance(held, float) and round(total - held, 4) == 0
    if contents.get(COUNT) == count and same:
        return f"{_ended('sheet.signed.sealed')}{seal}"
    return say("sheet.signed.changed")


def evidence_formula(attached: str, count: str) -> str:
    """The short text beside a row, and how many documents are listed for it."""
    listed = quoted_text(_ended("sheet.signed.documents"))
    return (
        f'IF({attached}="","",{attached}&"")&IF(AND(({attached}="")=FALSE,{count}>0),"; ","")'
        f'&IF({count}>0,{count}&{listed},"")'
    )


def evidence_words(attached: Content, count: int) -> str:
    """What `evidence_formula` gives."""
    words = "" if attached is None else str(attached)
    listed = f"{count}{_ended('sheet.signed.documents')}" if count else ""
    return f"{words}{'; ' if words and listed else ''}{listed}"


def evidence_cells(
    draft: Draft, columns: Columns, code: str, attached: Place, row: int
) -> dict[str, Live]:
    """The evidence of a row, and a hidden count of its documents, which no working sheet has."""
    count = at_signed(draft, columns, "documents", row).address
    return {
        "attached": Live(evidence_formula(attached.elsewhere, count)),
        "documents": Live(documents_count(draft, quoted_text(code))),
    }


def evidence_values(contents: Mapping[Key, Content], code: str) -> Iterator[tuple[Key, Content]]:
    """What the formulas of `evidence_cells` show."""
    count = document_counts(contents, code)
    yield Key("signed_documents", code), float(count)
    yield (
        Key("signed", code, "attached"),
        evidence_words(contents.get(Key("attached", code)), count),
    )
