"""Read: what an official has typed into a workbook of ours, of any kind, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from reading.typed import read_numeral
from scoring.conditions import NO, YES
from scoring.documents import Document, Entry
from scoring.expression import Value
from scoring.findings import Finding, finding
from scoring.info import with_info
from scoring.law import Law, Row
from scoring.numbers import Rational, from_float
from scoring.program import Figures, Wrong
from scoring.slots import Slot, SlotKind
from scoring.submission import Submission
from texts import text
from udfs.cells import read_cell
from workbooks.design.book import design_of
from workbooks.design.draft import Content, Design
from workbooks.design.grid import AS_BUILT
from workbooks.design.names import EDITIONS, NATIVE, Key, defined_name, name_of
from workbooks.files.book import Book, Cell, CellKind, place_of, range_of
from workbooks.own.identity import LayoutUnknown, check_identity, identity_of, law_of
from workbooks.own.shifts import shifts_of
from workbooks.statement import Statement

Cells = Mapping[Key, Cell]

_TEXTS = {
    "reason": "excluded",
    "explanation": "explanations",
    "attached": "attached",
    "words": "words",
    "signing": "signing",
}
_SCORES = ("typed", "verified")


def is_own(book: Book) -> bool:
    """Whether we built the workbook."""
    return identity_of(book) is not None


def read_own(book: Book, strict: bool = True) -> Statement:
    """Read a workbook that we built.

    `strict`: refuse one of another layout, edition or version of the ruleset; without it the
    figures are still found by their names, so that nothing of an official's work is lost.

    Raises LayoutUnknown, saying why, also for a workbook that is not ours.
    """
    identity = identity_of(book)
    if identity is None:
        raise LayoutUnknown(finding("layout-unknown", why=text("own.not-ours")))
    law = law_of(identity)
    if strict:
        check_identity(identity, law)
    edition = identity.edition if identity.edition in EDITIONS else NATIVE
    built = design_of(law, edition)
    shifts = shifts_of(book, built)
    design = built if shifts is AS_BUILT else design_of(law, edition, shifts)
    lost = _lost(book, design)
    cells = dict(_cells(book, design, lost))
    submission = submission_of(law, design, cells)
    return Statement(
        book=book,
        law=law,
        submission=submission,
        design=design,
        places=_places(design, lost),
        findings=(*_lost_findings(book, law, lost), *_unread_marks(design, cells)),
    )


def _lost(book: Book, design: Design) -> dict[str, str]:
    """Names that are gone, or lead elsewhere than to their cells: name → the sheet where it was."""
    lost = {}
    for name, area in design.names.items():
        where = book.names.get(name, ("", ""))
        if where[0] != area.sheet or range_of(where[1]) != area.corners:
            lost[name] = area.sheet
    return lost


def _lost_findings(book: Book, law: Law, lost: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for a row that has lost a name of its own, and one for each lost sum.

    Raises LayoutUnknown where every row is lost: its sheet is gone, or its columns were moved.
    """
    gone = [(row, name) for row in law.rows if (name := _lost_name(row, lost))]
    if gone and len(gone) == sum(1 for row in law.rows if row.slots):
        sheet = lost[gone[0][1]]
        why = text("own.columns" if sheet in book.by_name else "own.sheet", sheet=sheet)
        raise LayoutUnknown(finding("layout-unknown", why=why))
    for row, name in gone:
        label = text("own.lost", code=row.code, name=row.name)
        yield finding("row-missing", row.code, lost[name], label=label)
    for name, sheet in lost.items():
        if name in _WHOLE or name.startswith(_PILLAR):
            yield finding("row-missing", sheet=sheet, label=text("own.lost-name", name=name))


def _lost_name(row: Row, lost: Mapping[str, str]) -> str:
    """The first of the names that tell where a row is and is gone; nothing where it has all."""
    own = [defined_name(what, row.code) for what in _ANCHORS]
    own += [defined_name("in", row.code, slot.name) for slot in row.typed_slots]
    return next((name for name in own if name in lost), "")


_ANCHORS = ("score", "met", "result")
_WHOLE = ("dti_total", "dti_index", "dti_level")
_PILLAR = "dti_pillar_"


def _cells(book: Book, design: Design, lost: Mapping[str, str]) -> Iterator[tuple[Key, Cell]]:
    """The filled cell of every field; one whose name is gone is not looked for."""
    for key, place in design.fields.items():
        sheet = book.by_name.get(place.sheet)
        if sheet is None or name_of(key) in lost:
            continue
        cell = sheet.cells.get((place.row + 1, place.column + 1))
        if cell is not None and not (cell.kind is CellKind.TEXT and cell.value == ""):
            yield key, cell


def _places(design: Design, lost: Mapping[str, str]) -> Mapping[Key, tuple[str, str]]:
    """Where every field and formula stands that has not lost its name."""
    if not lost:
        return design.wheres
    return {key: where for key, where in design.wheres.items() if name_of(key) not in lost}


def submission_of(law: Law, design: Design, cells: Cells) -> Submission:
    """What the yellow cells of a design say, whatever holds them.

    As the sheet does: a figure of the general information is taken over where its cell is blank.
    """
    return with_info(law, _submission(law, design, cells))


def cells_of(design: Design, contents: Mapping[Key, Content]) -> dict[Key, Cell]:
    """Contents as the cells of a file would hold them."""
    found: dict[Key, Cell] = {}
    for key, value in contents.items():
        place = design.fields[key]
        at = (place.row + 1, place.column + 1)
        if isinstance(value, bool):
            found[key] = Cell(*at, CellKind.BOOLEAN, value)
        elif isinstance(value, int | float):
            found[key] = Cell(*at, CellKind.NUMBER, from_float(float(value)))
        elif value:
            found[key] = Cell(*at, CellKind.TEXT, str(value))
    return found


def _submission(law: Law, design: Design, cells: Cells) -> Submission:
    figures: dict[str, dict[str, Value | Wrong]] = {}
    texts: dict[str, dict[str, str]] = {name: {} for name in _TEXTS}
    scores: dict[str, dict[str, Rational]] = {name: {} for name in _SCORES}
    info: dict[str, Any] = {}
    head: dict[str, str] = {}
    slots = {(row.code, slot.name): slot for row in law.rows for slot in row.slots}
    excluded: list[str] = []
    for key, cell in cells.items():
        if key.what == "in":
            value = read_figure(slots[key.code, key.slot], cell)
            figures.setdefault(key.code, {})[key.slot] = value
        elif key.what in _TEXTS:
            texts[key.what][key.code] = _words(cell)
        elif key.what in _SCORES and cell.kind is CellKind.NUMBER:
            scores[key.what][key.code] = cell.value  # type: ignore[assignment]
        elif key.what == "excluded" and str(cell.value).strip() == YES:
            excluded.append(key.code)
        elif key.what == "info":
            info[key.code] = cell.value
        elif key.what in ("name", "period", "online"):
            head[key.what] = str(cell.value)
    for code, lists in _lists(design, cells).items():
        figures.setdefault(code, {}).update(lists)
    return Submission(
        table=law.id,
        name=head.get("name", ""),
        period=head.get("period", ""),
        figures=figures,
        excluded={code: texts["reason"].get(code, "") for code in excluded},
        no_online_services=head.get("online") == YES,
        typed=scores["typed"],
        verified=scores["verified"],
        explanations=texts["explanation"],
        attached=texts["attached"],
        words=texts["words"],
        signing=texts["signing"],
        info=info,
        communes=tuple(name for name, _ in _communes(cells)),
        documents=_documents(cells),
        journal=_journal(cells),
        share="".join(str(row[""].value) for row in _numbered(cells, "share", 0) if row),
    )


def _words(cell: Cell) -> str:
    """What a cell for words holds; a day that a program made of them is written as one."""
    if cell.kind is CellKind.DATE and not isinstance(cell.value, str | bool):
        day = a_date(int(Fraction(cell.value))).shown
        return day if isinstance(day, str) else str(cell.value)
    return str(cell.value).strip()


def _numbered(cells: Cells, what: str, first: int = 1) -> list[dict[str, Cell]]:
    """The cells of a list by its numbers; a number without any stands blank."""
    rows: dict[int, dict[str, Cell]] = {}
    for key, cell in cells.items():
        if key.what == what:
            rows.setdefault(int(key.code), {})[key.slot] = cell
    return [rows.get(number, {}) for number in range(first, max(rows, default=-1) + 1)]


def _documents(cells: Cells) -> tuple[Document, ...]:
    """The documents that are listed."""
    found = []
    for row in _numbered(cells, "document"):
        size = row.get("size")
        whole = size is not None and isinstance(size.value, int) and size.value >= 0
        words = {slot: _words(cell) for slot, cell in row.items() if slot != "size"}
        found.append(Document(**words, size=int(size.value) if size and whole else None))
    return tuple(found)


def _journal(cells: Cells) -> tuple[Entry, ...]:
    """Who typed what."""
    return tuple(
        Entry(**{slot: _words(cell) for slot, cell in row.items()})
        for row in _numbered(cells, "journal")
    )


def _lists(design: Design, cells: Cells) -> dict[str, Any]:
    """The figures that stand on sheets of their own: cohorts, and the levels of communes."""
    found: dict[str, Any] = {}
    members: dict[str, list[Any]] = {}
    for key, cell in cells.items():
        if key.what == "cohort" and cell.kind is CellKind.NUMBER:
            members.setdefault(key.code, []).append(cell.value)
    for code, values in members.items():
        found[code] = {"cohort": tuple(values)}
    for row in design.law.rows:
        if any(slot.kind is SlotKind.LEVELS for slot in row.slots):
            found[row.code] = {"commune_levels": _levels(cells)}
    return found


def _communes(cells: Cells) -> list[tuple[str, Cell | None]]:
    """The communes that are named or have a level: name and cell of the level."""
    numbers = sorted({int(key.code) for key in cells if key.what == "commune"})
    rows = []
    for number in numbers:
        name = cells.get(Key("commune", str(number), "name"))
        level = cells.get(Key("commune", str(number), "level"))
        rows.append(("" if name is None else str(name.value).strip(), level))
    return rows


def _levels(cells: Cells) -> Any:
    """The levels of all communes, None for one without; Wrong where one of them cannot be."""
    slot = Slot("level", SlotKind.NUMBER)
    raw = [None if cell is None else cell.value for _, cell in _communes(cells)]
    levels: list[Any] = []
    for _, cell in _communes(cells):
        value = read_figure(slot, cell)
        if isinstance(value, Wrong):
            return Wrong(value.code, value.shown, value.probably, raw=raw)
        if value is not None and value not in range(6):
            code = "input-negative" if value < 0 else "option-unknown"
            return Wrong(code, value, raw=raw)
        levels.append(value)
    return tuple(None if level is None else int(level) for level in levels) or None


def read_figure(slot: Slot, cell: Cell | None) -> Value | Wrong:
    """Read a cell of a file for a slot; a number typed as text is told from plain text."""
    if cell is None or cell.value == "":
        return None
    read = _read(slot, cell)
    if isinstance(read, Wrong) and read.raw is None:
        raw = cell.value if cell.kind is not CellKind.DATE else read.probably or str(read.shown)
        return Wrong(read.code, read.shown, read.probably, raw=raw)
    return read


def _read(slot: Slot, cell: Cell) -> Value | Wrong:
    if cell.kind is CellKind.DATE and slot.kind is SlotKind.DATE:
        return read_cell(slot, cell.value)
    if cell.kind is CellKind.DATE:
        return a_date(int(Fraction(cell.value)))
    if cell.kind is CellKind.ERROR:
        return Wrong("input-not-a-number", str(cell.value))
    if cell.kind is CellKind.TEXT and slot.kind in (SlotKind.NUMBER, SlotKind.PERCENT):
        typed = str(cell.value)
        if typed and read_numeral(typed.rstrip("% ")) is not None:
            return Wrong("number-as-text", f"«{typed}»")
    return read_cell(slot, cell.value)


def a_date(serial: int) -> Wrong:
    """A date where a number belongs: the day, and the text that it was probably made of."""
    try:
        day = date(1899, 12, 30) + timedelta(days=serial)
    except OverflowError:
        return Wrong("input-is-date", text("own.day-number", number=serial))
    return Wrong("input-is-date", f"{day:%d/%m/%Y}", f"{day:%d/%m}")


def _unread_marks(design: Design, cells: Cells) -> Iterator[Finding]:
    """A mark «không đánh giá» that is neither Có, Không nor blank excludes nothing: said."""
    for key, cell in cells.items():
        mark = str(cell.value).strip()
        if key.what == "excluded" and mark not in (YES, NO):
            place = design.fields[key]
            yield finding(
                "option-unknown",
                key.code,
                sheet=place.sheet,
                cell=place.address,
                label=text("own.mark"),
                actual=f"«{mark}»",
            )


def figures_of(statement: Statement, code: str) -> Figures:
    """The figures of one row."""
    return statement.submission.figures.get(code, {})


__all__ = ["LayoutUnknown", "a_date", "is_own", "place_of", "read_figure", "read_own"]
