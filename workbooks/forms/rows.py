"""Rows: which printed row each line of a form is, by title first and by code second."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbooks.files.book import CellKind, Sheet
from workbooks.forms.codes import Codes
from workbooks.forms.columns import Columns
from workbooks.forms.labels import pair_line
from workbooks.forms.lines import Line, lines_of, own_cell
from workbooks.forms.outline import Entry, EntryKind, Outline, pillar_number
from workbooks.forms.titles import key, similarity
from workbooks.forms.total_lines import is_index, is_total, pillar_of_total

# How close a title must be, by what the code says of the same row.
_EXACT = 0.97
_CODE_AGREES = 0.45
_CODE_MAY_AGREE = 0.6
_NO_CODE = 0.8
_CODE_DISAGREES = 0.88

_END = re.compile(
    r"(noi nhan|nguoi lap|ky ghi ro|ky ten|ghi chu|thu truong|giam doc$|chu tich$"
    r"|tm uy ban|ky thay|ho va ten|xac nhan cua|nguoi tong hop)"
)
_INPUT = re.compile(r"\s*(?:[-+•*]\s|\(?[a-pA-P]\s*[=:)]|\([a-p0-9]\))")
_ROW_CODE = re.compile(r"(?:[IVX]+|\d+)(?:\.\d+)+")


@dataclass
class Block:
    """The lines that belong to one printed row; the first that names it is `main`."""

    entry: Entry
    main: Line
    lines: list[Line] = field(default_factory=list)


@dataclass
class Matched:
    """What the lines of one sheet are."""

    blocks: list[Block] = field(default_factory=list)
    duplicates: list[Block] = field(default_factory=list)
    pillars: list[tuple[Entry, Line]] = field(default_factory=list)
    subtotals: list[tuple[str, Line]] = field(default_factory=list)
    total: Line | None = None
    index: Line | None = None
    unknown: list[Line] = field(default_factory=list)


def match_rows(sheet: Sheet, outline: Outline, columns: Columns) -> Matched:
    """Find the printed row of every line, top down."""
    walker = _Walker(sheet, outline, columns)
    for line in lines_of(sheet, columns):
        walker.take(line)
    return walker.finish()


class _Walker:
    """Walks down the lines, knowing which pillar and row it is in."""

    def __init__(self, sheet: Sheet, outline: Outline, columns: Columns) -> None:
        self.sheet, self.outline, self.columns = sheet, outline, columns
        self.found = Matched()
        self.pillar = ""
        self.block: Block | None = None
        self.heading: Line | None = None
        self.heading_code = ""
        self.seen: dict[str, Block] = {}
        self.totals: list[tuple[str, Line, bool]] = []
        self.ended = False

    def take(self, line: Line) -> None:
        """Decide what a line is."""
        if line.continued and not line.codes and self._carries_on(line):
            self._add(line)
            return
        entry = None if self._is_input(line) else self._match(line)
        begun = bool(self.seen or self.found.pillars)
        if entry is not None:
            self._open(entry, line)
        elif is_total(line, self.sheet, self.columns, self.outline):
            pillar = pillar_of_total(line, self.sheet, self.columns, self.outline, self.pillar)
            self.totals.append((pillar, line, bool(self.seen)))
            self.block, self.ended = None, not pillar and bool(self.seen)
        elif begun and is_index(line, self.sheet, self.columns):
            self.found.index, self.block, self.ended = line, None, True
        elif _END.match(key(line.title)) or _END.match(key(_first_text(self.sheet, line.row))):
            self.block, self.ended = None, bool(self.seen)
        elif self._is_unknown(line):
            self.found.unknown.append(line)
            self.block = None
        else:
            self._add(line)

    def finish(self) -> Matched:
        """Sort the totals out: one of the table, the others of pillars."""
        whole = [(line, after) for pillar, line, after in self.totals if not pillar]
        if whole:
            top = [line for line, after in whole if not after]
            self.found.total = top[0] if top else whole[-1][0]
        for pillar, line, _ in self.totals:
            if pillar:
                self.found.subtotals.append((pillar, line))
        return self.found

    def _carries_on(self, line: Line) -> bool:
        if self.block is None or is_total(line, self.sheet, self.columns, self.outline):
            return False
        title = key(line.title)
        if not title:
            return True
        likeness, entry = self.outline.closest(title)[0]
        return likeness < _NO_CODE or entry.kind is EntryKind.INFO

    def _add(self, line: Line) -> None:
        if self.block is None:
            return
        if line.continued and not line.codes and line.title and not self._is_input(line):
            joined = f"{self.block.main.title} {line.title}"
            old = key(self.block.main.title)
            if self.outline.likeness(key(joined), self.block.entry) >= self.outline.likeness(
                old, self.block.entry
            ):
                self.block.main.title = joined
        self.block.lines.append(line)

    def _is_input(self, line: Line) -> bool:
        """The line names an input of the row above it, not a row."""
        if line.codes or self.block is None:
            return False
        if self._is_sub_row(line):
            return False
        if _INPUT.match(line.title) or pair_line(line.title):
            return True
        title = key(line.title)
        return any(similarity(title, label) >= _NO_CODE for label in self.block.entry.inputs)

    def _is_sub_row(self, line: Line) -> bool:
        """A row that is printed below another, «- Kinh phí đầu tư …» below III.19."""
        if self.block is None:
            return False
        code = self.block.entry.code
        rows = {entry.code for entry in self.outline.rows}
        above = tuple(f"{name}." for name in (code, code.rpartition(".")[0]) if name in rows)
        entries = self.outline.by_title.get(key(line.title), ())
        return any(above and entry.code.startswith(above) for entry in entries)

    def _match(self, line: Line) -> Entry | None:
        """The entry whose title, and code, the line carries."""
        title = key(line.title)
        wanted = self._wanted(line.codes)
        if not title:
            return self._by_code_alone(line, wanted)
        best: tuple[float, Entry] | None = None
        candidates = self.outline.closest(title)
        for code in (*wanted[0], *wanted[1]):
            for entry in self.outline.by_code.get(code, ()):
                candidates.append((self.outline.likeness(title, entry), entry))
        for likeness, entry in candidates:
            needed, bonus = self._needed(entry, wanted, bool(line.codes))
            if likeness < needed:
                continue
            taken = entry.code in self.seen and entry.kind is EntryKind.INDICATOR
            exact = likeness >= _EXACT
            rank = likeness + bonus + (0.5 if exact else -0.2 if taken else 0)
            # The same title may stand in two parts: the one that is being filled comes first.
            rank += 0.05 if entry.pillar == self.pillar else 0
            if best is None or rank > best[0]:
                best = (rank, entry)
        return best[1] if best else None

    def _wanted(self, codes: Codes) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes the line surely or possibly has; a bare number may count within its pillar."""
        strong = tuple(dict.fromkeys((*codes.strong, *map(pillar_number, codes.strong))))
        weak = list(codes.weak)
        if self.pillar:
            weak += [
                f"{self.pillar}.{code}"
                for code in codes.strong
                # A plan counts in its parts, sub-rows too: 19.1 in part III.
                if code.isdigit() or (self.pillar.isalpha() and code[:1].isdigit())
            ]
        return strong, tuple(weak)

    @staticmethod
    def _needed(
        entry: Entry, wanted: tuple[tuple[str, ...], tuple[str, ...]], coded: bool
    ) -> tuple[float, float]:
        if entry.kind is EntryKind.INFO:
            return _NO_CODE, 0.0
        if entry.code in wanted[0]:
            # A single digit numbers many things; a printed code of a row does not.
            plain = entry.kind is EntryKind.PILLAR
            return (_CODE_MAY_AGREE if plain else _CODE_AGREES), 0.3
        if entry.code in wanted[1]:
            return _CODE_MAY_AGREE, 0.2
        return (_CODE_DISAGREES, -0.1) if coded else (_NO_CODE, 0.0)

    def _by_code_alone(
        self, line: Line, wanted: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> Entry | None:
        """A row without a title: its code, if it is the pillar's next and shows its maximum."""
        for code in (*wanted[0], *wanted[1]):
            for entry in self.outline.by_code.get(code, ()):
                if (
                    entry.kind is EntryKind.INDICATOR
                    and "." in code
                    and entry.pillar == self.pillar
                    and entry.code not in self.seen
                    and line.name_cell is None
                ):
                    return entry
        return None

    def _open(self, entry: Entry, line: Line) -> None:
        if entry.kind is EntryKind.INFO:
            self.block = None
            return
        self.pillar, self.ended = entry.pillar or self.pillar, False
        if entry.kind is EntryKind.PILLAR:
            self.found.pillars.append((entry, line))
            self.block = None
        elif entry.kind is EntryKind.GROUP:
            self.block = None
        elif entry.kind is EntryKind.HEADING:
            self.heading, self.heading_code, self.block = line, entry.code, None
        else:
            self._open_indicator(entry, line)

    def _open_indicator(self, entry: Entry, line: Line) -> None:
        lines = [line]
        if self.heading is not None and self.heading_code == entry.code:
            lines.insert(0, self.heading)
        self.heading = None
        block = Block(entry, line, lines)
        self.block = block
        if entry.code in self.seen:
            self.found.duplicates.append(block)
            return
        self.seen[entry.code] = block
        self.found.blocks.append(block)

    def _is_unknown(self, line: Line) -> bool:
        """A row of its own, coded and titled like an indicator, that the table does not have."""
        if self.ended or not line.title or len(key(line.title)) < 8:
            return False
        code = next(iter(line.codes.strong), "")
        own_max = (
            own_cell(self.sheet, line.row, self.columns.max) is not None
            or own_cell(self.sheet, line.row, self.columns.score) is not None
        )
        if not _ROW_CODE.fullmatch(code):
            return bool(code) and own_max and self.block is None and bool(self.seen)
        inside = self.block is not None and code.startswith(f"{self.block.entry.code}.")
        return bool(self.seen) and (own_max or not inside)


def _first_text(sheet: Sheet, row: int) -> str:
    cells = sheet.rows.get(row, ())
    return str(cells[0].value) if cells and cells[0].kind is CellKind.TEXT else ""
