"""`dti merge`: the workbooks of the agencies taken back into the main one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answers.editions import edition_of
from answers.merging import Conflict, Hand, MergedCells, Said, merge_cells
from answers.new import Built, built
from answers.refusal import Unusable, unusable
from answers.sources import File, Source, read_source
from scoring.documents import Document, Entry
from scoring.numbers import from_float
from scoring.submission import Submission
from texts import Text, say, text
from texts.figures import figure
from workbooks.design.book import design_of
from workbooks.design.contents import contents_of
from workbooks.design.documents import ENTRIES
from workbooks.design.draft import Content
from workbooks.design.names import NATIVE, Key
from workbooks.design.shares import share_of
from workbooks.own.read import cells_of, submission_of

BOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not merged, and why."""

    file: str
    why: Text


@dataclass(frozen=True, slots=True)
class Merge:
    """The main workbook with what the files brought."""

    source: Source
    submission: Submission
    hands: tuple[Hand, ...]
    cells: MergedCells
    refused: tuple[Refused, ...] = ()
    written: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something needs a decision: a conflict, or a file that was not merged."""
        return bool(self.cells.conflicts or self.refused or self.cells.closed)

    def build(self) -> Built:
        """The merged workbook, in the edition that the main one has."""
        return built(self.source.law, self.submission, edition_of(self.source))

    def saved(self, file: object) -> Merge:
        """The same, with the place where the workbook was saved."""
        return replace(self, written=str(file))

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """What each file brought, and every conflict with its values and files."""
        cells = self.cells
        return {
            "file": self.source.name,
            "table": self.source.law.id,
            "written": self.written or None,
            "files": [
                {
                    "file": hand.file,
                    "agency": hand.agency or None,
                    "taken": [_cell_json(item) for item in cells.taken if item.file == hand.file],
                }
                for hand in self.hands
            ],
            "conflicts": [_conflict_json(item) for item in cells.conflicts],
            "closed": [_cell_json(item) | {"file": item.file} for item in cells.closed],
            "refused": [{"file": r.file, "why": r.why.say(lang)} for r in self.refused],
        }

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        cells, count = self.cells, str(len(self.hands))
        taken = str(len(cells.taken))
        lines = [say("merge.head", lang, file=self.source.name, count=count, taken=taken)]
        for hand in self.hands:
            brought = str(sum(item.file == hand.file for item in cells.taken))
            agency = hand.agency or hand.file
            lines.append(
                "  " + say("merge.file", lang, file=hand.file, agency=agency, taken=brought)
            )
        lines += [f"  {say('merge.refused', lang, file=r.file, why=r.why)}" for r in self.refused]
        if cells.conflicts:
            lines.append(say("merge.conflicts", lang, count=str(len(cells.conflicts))))
        lines += [f"  {conflict_words(item, lang)}" for item in cells.conflicts]
        for item in cells.closed:
            value, place = shown(item.value, lang), place_words(item.key, lang)
            line = say("merge.closed", lang, file=item.file, place=place, value=value)
            lines.append(f"  {line}")
        if self.written:
            lines.append(say("merge.written", lang, file=self.written))
        return "\n".join(lines)


def merge(source: Source, files: Iterable[File]) -> Merge:
    """Take back workbooks of agencies. One that cannot be used is named and stops no other.

    Raises Unusable where there is no file at all.
    """
    law = source.law
    design = design_of(law, NATIVE)
    hands, refused, parts = [], [], []
    for file in files:
        try:
            part = read_source(file)
        except Unusable as error:
            refused.append(Refused(file.name, error.why))
            continue
        if part.law.id != law.id:
            why = text("merge.other-table", given=part.law.id, wanted=law.id)
            refused.append(Refused(file.name, why))
            continue
        share = share_of(part.submission)
        hands.append(Hand(file.name, contents_of(design, part.submission), share))
        parts.append(part.submission)
    if not hands and not refused:
        raise unusable("merge.no-files", folder="")
    book = contents_of(design, source.submission)
    cells = merge_cells(book, hands)
    merged = submission_of(law, design, cells_of(design, dict(cells.contents)))
    documents = source.submission.documents
    for hand, brought in zip(hands, parts, strict=True):
        documents = with_documents(documents, hand, brought.documents)
    journal = (*source.submission.journal, *_entries(cells, hands))[-ENTRIES:]
    submission = replace(
        merged, documents=documents, journal=journal, share=source.submission.share
    )
    return Merge(source, submission, tuple(hands), cells, tuple(refused))


def books_of(folder: Path) -> list[Path]:
    """The workbooks in a folder. Raises Unusable where there is none."""
    if not folder.is_dir():
        raise unusable("evidence.no-folder", folder=str(folder))
    found = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in BOOKS and path.is_file() and not path.name.startswith(("~$", "."))
    )
    if not found:
        raise unusable("merge.no-files", folder=str(folder))
    return found


def with_documents(
    listed: Sequence[Document], hand: Hand, brought: Sequence[Document]
) -> tuple[Document, ...]:
    """The list with what a file added or changed; what it removed stays.

    A changed document is one of the same row whose name or number is the same.
    """
    found = list(listed)
    base = _base_documents(hand)
    for document in brought:
        if document.blank or document in found or document in base:
            continue
        gone = [old for old in base if old not in brought and _alike(old, document)]
        if gone and gone[0] in found:
            found[found.index(gone[0])] = document
        else:
            found.append(document)
    return tuple(found)


def _base_documents(hand: Hand) -> list[Document]:
    """The documents that a file was given."""
    rows: dict[str, dict[str, Any]] = {}
    for key, value in ((hand.share.base or {}) if hand.share else {}).items():
        if key.what == "document":
            whole = int(value) if key.slot == "size" and isinstance(value, int | float) else value
            rows.setdefault(key.code, {})[key.slot] = whole
    return [Document(**fields) for fields in rows.values()]


def _alike(one: Document, other: Document) -> bool:
    by_name = bool(one.name) and one.name == other.name
    return one.row == other.row and (by_name or (bool(one.number) and one.number == other.number))


def _entries(cells: MergedCells, hands: Sequence[Hand]) -> list[Entry]:
    """Who typed what: one entry a file and row, what was taken and what was not."""
    words: dict[tuple[str, str, str], list[str]] = {}
    for item in cells.taken:
        row = item.key.code
        words.setdefault((row, item.agency, item.file), []).append(_typed(item))
    for conflict in cells.conflicts:
        for item in conflict.others:
            told = say("merge.journal-conflict", words=_typed(item))
            words.setdefault((item.key.code, item.agency, item.file), []).append(told)
    return [
        Entry(row=row, agency=agency, file=file, words="; ".join(typed))
        for (row, agency, file), typed in words.items()
    ]


def _typed(item: Said) -> str:
    return f"{label(item.key)} = {shown(item.value)}"


def label(key: Key, lang: str = "vi") -> str:
    """How a cell is called: the symbol of an input, or what stands there."""
    if key.what == "in":
        return key.slot or say("merge.label-value", lang)
    known = ("typed", "attached", "explanation", "excluded", "reason", "words")
    if key.what in known:
        return say(f"merge.label-{key.what}", lang)
    if key.what in ("cohort", "info", "commune", "document"):
        return say(f"merge.label-{key.what}", lang, code=key.code, slot=key.slot)
    return key.what


def place_words(key: Key, lang: str = "vi") -> str:
    """The row and the cell: «3.4 a»."""
    return f"{key.code} {label(key, lang)}".strip()


def shown(value: Content, lang: str = "vi") -> str:
    """What stands in a cell, in words."""
    if value is None or value == "":
        return say("merge.blank", lang)
    if isinstance(value, float):
        return figure(from_float(value), lang, 10)
    return f"«{value}»" if isinstance(value, str) else str(value)


def conflict_words(item: Conflict, lang: str = "vi") -> str:
    """A conflict in one sentence, with every value and its file."""
    others = tuple(
        text("merge.other", value=shown(said.value, lang), file=said.file) for said in item.others
    )
    kept = shown(item.kept, lang)
    return say("merge.conflict", lang, place=place_words(item.key, lang), kept=kept, others=others)


def _cell_json(item: Said) -> dict[str, Any]:
    return {"row": item.key.code, "what": item.key.what, "slot": item.key.slot, "value": item.value}


def _conflict_json(item: Conflict) -> dict[str, Any]:
    return {
        "row": item.key.code,
        "what": item.key.what,
        "slot": item.key.slot,
        "kept": item.kept,
        "others": [{"file": s.file, "agency": s.agency, "value": s.value} for s in item.others],
    }
