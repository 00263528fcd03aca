"""Documents: «Danh mục tài liệu kiểm chứng», the evidence in order; «Nhật ký», who typed what."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.documents import ENTRY, SLOTS
from texts import say
from workbooks.design.columns import Column, Columns
from workbooks.design.common import row_area
from workbooks.design.draft import Content, Draft, Page
from workbooks.design.grid import Area
from workbooks.design.heights import row_height
from workbooks.design.names import DOCUMENTS, JOURNAL, LISTS, Key
from workbooks.design.open_rows import unit_line

ROWS, ENTRIES = 300, 400
"""How many documents can be listed, and how many entries the journal holds."""
TITLE, LINE, GUIDE, HEADER = 0, 1, 2, 3
FIRST = HEADER + 1
CODES = 2
"""The column of the hidden sheet of lists with the codes of the rows."""
COLUMNS = Columns(
    (
        Column("place", 5),
        Column("row", 9),
        Column("number", 20),
        Column("date", 12),
        Column("issuer", 30),
        Column("name", 46),
        Column("sha256", 36),
        Column("size", 13),
    )
)
_STYLES = {"sha256": "input_words_small", "size": "input_bytes"}
_JOURNAL = Columns(
    (Column("row", 9), Column("agency", 34), Column("file", 40), Column("words", 70))
)


def document_area(draft: Draft, column: str) -> Area:
    """A column of all documents."""
    first = draft.at(DOCUMENTS, FIRST, COLUMNS[column])
    return first.to(draft.at(DOCUMENTS, FIRST + ROWS - 1, COLUMNS[column]))


def documents_count(draft: Draft, code: str) -> str:
    """How many documents are listed for a row, as a formula. `code`: a quoted text or a cell."""
    return f"SUMPRODUCT(({document_area(draft, 'row').fixed}={code})*1)"


def draw_documents(draft: Draft) -> None:
    """The list of the evidence: one row a document."""
    last = len(COLUMNS.columns) - 1
    page = Page(
        widths=COLUMNS.widths,
        freeze=(FIRST, COLUMNS["number"]),
        repeat=(HEADER, HEADER),
        print_area=(FIRST + ROWS - 1, last),
        filter=(HEADER, FIRST + ROWS - 1, last),
    )
    sheet = draft.sheet(DOCUMENTS, page)
    at = draft.at
    guide = say("sheet.documents.guide")
    for row, words, style in (
        (TITLE, say("sheet.documents.title"), "head_title"),
        (LINE, "", "head_unit_left"),
        (GUIDE, guide, "guide"),
    ):
        place = at(DOCUMENTS, row, 0)
        if words:
            draft.text(place, words, style)
        draft.merge(DOCUMENTS, row_area(draft, DOCUMENTS, row, 0, last), style)
    draft.formula(
        Key("line", DOCUMENTS), at(DOCUMENTS, LINE, 0), unit_line(draft), "head_unit_left"
    )
    sheet.heights |= {TITLE: 18, LINE: 17, GUIDE: row_height((guide, sum(COLUMNS.widths)))}
    for key in COLUMNS.index:
        draft.text(at(DOCUMENTS, HEADER, COLUMNS[key]), say(f"sheet.documents.{key}"), "head")
    for number in range(1, ROWS + 1):
        row = FIRST + number - 1
        draft.number(at(DOCUMENTS, row, 0), number, "count")
        for slot in SLOTS:
            place = at(DOCUMENTS, row, COLUMNS[slot])
            draft.field(Key("document", str(number), slot), place, _STYLES.get(slot, "input_words"))
    draft.name("dti_documents", at(DOCUMENTS, FIRST, 0).to(at(DOCUMENTS, FIRST + ROWS - 1, last)))
    _rules(draft)


def _rules(draft: Draft) -> None:
    """The codes there are, a hint on each column, and red where a document backs no row."""
    for number, row in enumerate(draft.law.rows):
        draft.text(draft.at(LISTS, number, CODES), row.code, "plain")
    known = draft.at(LISTS, 0, CODES).to(draft.at(LISTS, len(draft.law.rows) - 1, CODES))
    rows = document_area(draft, "row")
    draft.validate(
        DOCUMENTS,
        rows,
        {
            "validate": "list",
            "source": f"={known.fixed}",
            "input_title": say("sheet.documents.row"),
            "input_message": say("prompt.document-row"),
            "error_title": say("valid.document-row-title"),
            "error_message": say("valid.document-row"),
        },
    )
    first = rows.address.split(":")[0]
    name = draft.at(DOCUMENTS, FIRST, COLUMNS["number"]).to(
        draft.at(DOCUMENTS, FIRST, COLUMNS["size"])
    )
    homeless = {
        "type": "formula",
        "criteria": f'=AND(${first}="",COUNTA(${name.address.replace(":", ":$")})>0)',
    }
    draft.sheets[DOCUMENTS].conditions.append((rows, homeless, "bad"))


def draw_journal(draft: Draft) -> None:
    """Who typed what, after workbooks of several agencies were merged: written by the program."""
    last = len(_JOURNAL.columns) - 1
    page = Page(
        widths=_JOURNAL.widths,
        freeze=(HEADER, 0),
        repeat=(HEADER - 1, HEADER - 1),
        filter=(HEADER - 1, HEADER + ENTRIES - 1, last),
    )
    sheet = draft.sheet(JOURNAL, page)
    at = draft.at
    for row, name, style in ((0, "title", "head_title"), (1, "guide", "guide")):
        draft.text(at(JOURNAL, row, 0), say(f"sheet.journal.{name}"), style)
        draft.merge(JOURNAL, row_area(draft, JOURNAL, row, 0, last), style)
    sheet.heights |= {0: 18, 1: row_height((say("sheet.journal.guide"), sum(_JOURNAL.widths)))}
    for key in ENTRY:
        draft.text(at(JOURNAL, HEADER - 1, _JOURNAL[key]), say(f"sheet.journal.{key}"), "head")
    for number in range(1, ENTRIES + 1):
        for key in ENTRY:
            place = at(JOURNAL, HEADER + number - 1, _JOURNAL[key])
            draft.field(Key("journal", str(number), key), place, "journal")
    draft.name("dti_journal", at(JOURNAL, HEADER, 0).to(at(JOURNAL, HEADER + ENTRIES - 1, last)))


def document_counts(contents: Mapping[Key, Content], code: str) -> int:
    """What `documents_count` gives."""
    return sum(
        key.what == "document" and key.slot == "row" and value == code
        for key, value in contents.items()
    )
