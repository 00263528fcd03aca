"""Formulas of one row: score, status, what to do, what counts, and the typed score beside it.

Where a formula stands is decided by `RowCells`; what it must give is said in `values`.
"""

from __future__ import annotations

from dataclasses import dataclass

from scoring.conditions import YES
from scoring.expression import literal
from scoring.slots import Slot, SlotKind
from scoring.words import Status
from texts import say
from texts.figures import vietnamese
from workbooks.design.names import NATIVE, Key
from workbooks.design.native import score_formula
from workbooks.design.scored.cells import RowCells, column_area, place
from workbooks.design.scored.detail import (
    any_of,
    impossible_pieces,
    is_error,
    joined,
    missing_pieces,
    unusable_pieces,
)
from workbooks.design.scored.figures import count_excel, decimals_excel, quoted
from workbooks.design.scored.rows import FIRST, IndicatorRows, Rows

DATES = (36526, 55152)
"""Day numbers of 2000 to 2050: a count among them may be a date that a program made of «12/12»."""
DIGITS = 8
"""A typed score with more decimals than these is compared to 1e-9."""


@dataclass(frozen=True)
class _Typed:
    """The yellow cells of a row, for what is asked of the cell that was typed into."""

    cells: RowCells

    def address(self, slot: str) -> str:
        found = self.cells.slot(slot)
        typed = found.kind not in (SlotKind.ROW, SlotKind.COHORT)
        return self.cells.typed(found).address if typed else self.cells.address(slot)

    def option(self, slot: str, ordinal: int) -> str:
        return self.cells.option(slot, ordinal)

    def cohort(self, slot: str) -> str:
        return self.cells.cohort(slot)


@dataclass(frozen=True)
class RowFormulas:
    """The formulas of one indicator, each without the leading `=`."""

    cells: RowCells

    @property
    def here(self) -> IndicatorRows:
        """The rows of the indicator."""
        return self.cells.here

    @property
    def rows(self) -> Rows:
        """The rows of the table."""
        return self.cells.rows

    def _cell(self, key: str) -> str:
        return place(self.cells.draft, key, self.here.row).address

    @property
    def _marked(self) -> str:
        return f'{self._cell("excluded")}="{YES}"'

    @property
    def concerned(self) -> bool:
        """The row is substituted for a unit without online services."""
        return self.here.code in self.rows.table.no_online_services

    def _offline(self, substituted: str, else_: str) -> str:
        if not self.concerned:
            return else_
        online = self.cells.draft.fields[Key("online")].fixed
        return f'IF({online}="{YES}",{substituted},{else_})'

    def score(self) -> str:
        """The score: a number, nothing yet, or an error."""
        if self.cells.draft.edition == NATIVE:
            program = self.here.indicator.program
            inner = self.cells.counted(score_formula(program, self.cells, _Typed(self.cells)))
        else:
            inner = f"DTI_SCORE({self._call()})"
        return f'IF({self._marked},"",{self._offline(self._substitute(), inner)})'

    def _call(self) -> str:
        given = [f'"{self.rows.table.id}"', f'"{self.here.code}"', *self.cells.ranges()]
        return ",".join(given)

    def _substitute(self) -> str:
        """The share reached on all other rows, on this row's maximum (mục V.4)."""
        left = self.rows.table.no_online_services
        others = [rows.row for rows in self.rows.indicators if rows.code not in left]
        draft = self.cells.draft
        possible = ",".join(place(draft, "assessed", row).address for row in others)
        reached = ",".join(place(draft, "score", row).address for row in others)
        maximum = literal(self.here.indicator.max_score)
        return f'IF(SUM({possible})=0,"",SUM({reached})/SUM({possible})*{maximum})'

    def status(self) -> str:
        """The word for how the row stands, the same one that every surface uses."""
        score = self._cell("score")
        missing = quoted(str(Status.MISSING))
        if self.here.cohort:
            own = [p for p in self.here.indicator.program.waits if p.code == "input-missing"]
            waits = [self.cells.counted(check.when.excel(self.cells)) for check in own]
            inputs = waits[0] if len(waits) == 1 else f"OR({','.join(dict.fromkeys(waits))})"
            missing = f"IF({inputs},{missing},{quoted(str(Status.PENDING))})"
        blank = f'ISNUMBER(MATCH("",{score}:{score},0))'  # an error is no match
        wrong = quoted(str(Status.WRONG))
        inner = f"IF(COUNT({score})=1,{quoted(str(Status.FULL))},IF({blank},{missing},{wrong}))"
        inner = self._offline(quoted(str(Status.SUBSTITUTED)), inner)
        return f"IF({self._marked},{quoted(str(Status.EXCLUDED))},{inner})"

    def _is(self, *statuses: Status) -> str:
        cell = self._cell("status")
        asked = [f"{cell}={quoted(str(status))}" for status in statuses]
        return asked[0] if len(asked) == 1 else f"OR({','.join(asked)})"

    def detail(self) -> str:
        """What is missing or wrong and how many points hang on it; else how far from the most."""
        indicator = self.here.indicator
        program = indicator.program
        unusable, impossible = unusable_pieces(program), impossible_pieces(program)
        points = say("sheet.scored.points", points=vietnamese(indicator.max_score))
        wrong = joined(impossible, self.cells)
        if unusable:
            wrong = f"IF({any_of(unusable, self.cells)},{joined(unusable, self.cells)},{wrong})"
        missing = joined(missing_pieces(program), self.cells)
        waits = lead("missing")
        fails = lead("wrong")
        reason = f'IF({self._cell("reason")}="",{quoted(say("sheet.scored.reason-wanted"))},"")'
        return (
            f"IF({self._is(Status.MISSING, Status.PENDING)},{waits}&{missing}&{quoted(points)},"
            f"IF({self._is(Status.WRONG)},{fails}&{wrong}&{quoted(points)},"
            f"IF({self._is(Status.FULL)},{self._short()},"
            f'IF({self._is(Status.EXCLUDED)},{reason},""))))'
        )

    def _short(self) -> str:
        """How many points are left, once there is a score."""
        score, most = self._cell("score"), self._cell("max")
        left = f"({most}-{score})"
        full = quoted(say("sheet.scored.full-marks"))
        points = quoted(" " + say("sheet.scored.point"))
        short = f"{lead('left')}&{decimals_excel(left)}&{points}"
        return f"IF(ROUND({left},9)<=0,{full},{short})"

    def explain(self) -> str:
        """The sentence that puts the figures into the printed rule."""
        inner = f"DTI_EXPLAIN({self._call()})"
        for slot in self.here.indicator.slots:
            if slot.kind is SlotKind.ROW:  # what a host makes of an error is its own
                words = quoted(say("sheet.scored.explain-row", code=slot.row))
                inner = f"IF({is_error(self.cells.address(slot.name))},{words},{inner})"
        inner = self._offline(quoted(say("sheet.scored.substituted")), inner)
        return f"IF({self._marked},{quoted(say('sheet.scored.excluded'))},{inner})"

    def check(self) -> str:
        """Whether the typed score is the computed one, and by how much it is not."""
        typed, score = self._cell("typed"), self._cell("score")
        return f'IF({self._marked},"",{agreement(typed, score)})'

    def difference(self) -> str:
        """The appraised score less the computed one."""
        ours, theirs = self._cell("score"), self._cell("verified")
        return f'IF(COUNT({theirs})=0,"",IF({ours}="","",{theirs}-{ours}))'

    def assessed(self) -> str:
        """What the row adds to the maximum: nothing where it is left out, or a bonus."""
        if self.here.indicator.bonus:
            return "0"
        return f"IF({self._marked},0,{self._cell('max')})"

    def official(self) -> str:
        """The appraised score once there is one, else the computed one."""
        ours, theirs = self._cell("score"), self._cell("verified")
        return f'IF({self._marked},"",IF(COUNT({theirs})=1,{theirs},{ours}))'

    def missing(self) -> str:
        """1 for a row that waits for a figure."""
        return f"IF({self._is(Status.MISSING, Status.PENDING)},1,0)"

    def wrong(self) -> str:
        """1 for a row with figures that cannot be."""
        return f"IF({self._is(Status.WRONG)},1,0)"

    def left_out(self) -> str:
        """The number of the row among those that are left out; 0 for one that counts."""
        row = self.here.row
        before = column_area(self.cells.draft, "left_out", FIRST, row - 1).address
        return f"IF({self._marked},MAX({before})+1,0)"

    def gap(self) -> str:
        """The points that the row could still bring."""
        score, most = self._cell("score"), self._cell("max")
        left = f"IF(COUNT({score})=1,ROUND({most}-{score},6),{most})"
        return f"IF({self._is(Status.EXCLUDED, Status.SUBSTITUTED)},0,{left})"

    def rank(self) -> str:
        """The place of the row by the points it could bring; equal ones in printed order."""
        draft, row = self.cells.draft, self.here.row
        gap = self._cell("gap")
        every = column_area(draft, "gap", FIRST, self.rows.last).address
        before = column_area(draft, "gap", FIRST, row - 1).address
        return f'1+SUMPRODUCT(({every}>{gap})*1)+SUMPRODUCT(({before}={gap})*({before}<>""))'

    def taken(self, slot: Slot) -> str:
        """The figure that counts: the typed one, else the one of the general information.

        The general information alone answers no row: another of its figures must be there.
        """
        typed, lines = self.cells.typed(slot).address, self.cells.info(slot)
        there = self.cells.span.address
        if self.here.cohort:
            there = f"{there},{self.cells.cohort('')}"
        stands = f"AND(COUNTA({there})>0,COUNT({','.join(lines)})={len(lines)})"
        return f'IF(COUNTA({typed})=1,{typed},IF({stands},SUM({",".join(lines)}),""))'

    def hint(self, slot: Slot) -> str:
        """What stands beside the yellow cell of a number: a doubt, or where it comes from."""
        typed = self.cells.typed(slot).address
        doubt = quoted(say("sheet.scored.looks-like-date"))
        first, last = DATES
        whole = f"AND({typed}>={first},{typed}<={last},{typed}=INT({typed}))"
        dated = f"IF(COUNT({typed})=1,{whole},FALSE)"
        if not slot.from_info:
            return f'IF({dated},{doubt},"")'
        where = ", ".join(slot.from_info)
        lines = ",".join(self.cells.info(slot))
        total = f"SUM({lines})"
        number = count_excel(total)
        known = f"COUNT({lines})={len(slot.from_info)}"
        taken = lead("taken", where=where)
        unlike = lead("unlike", where=where)
        like = quoted(say("sheet.scored.like", where=where))
        unknown = quoted(say("sheet.scored.unknown", where=where))
        differs = f"ROUND({typed}-{total},9)=0"
        said = f"IF(COUNT({typed})=1,IF({differs},{like},{unlike}&{number}),{taken}&{number})"
        beside = f"IF({known},IF(MIN({lines})<0,{unknown},{said}),{unknown})"
        return f"IF({dated},{doubt},{beside})"


def lead(name: str, **data: str) -> str:
    """Words that something follows, in a formula."""
    return quoted(say(f"sheet.scored.{name}", **data) + " ")


def agreement(typed: str, score: str, beside: str = '""') -> str:
    """Whether a typed figure is the computed one, by its own digits (readings.md, all tables, 4).

    Gives «Khớp», «Lệch −1,06» (and `beside`, a formula, after it), or why it cannot be said.
    """
    half = "0.000000001"
    for digits in range(DIGITS, -1, -1):
        unit = f"{0.5 / 10**digits:.{digits + 1}f}"
        half = f"IF({typed}=ROUND({typed},{digits}),{unit},{half})"
    gap = f"ROUND(MAX({typed}-{score},{score}-{typed}),10)"
    sign = f'IF({typed}<{score},"−","+")'
    little = quoted(say("sheet.scored.off-little"))
    words = f"{lead('off')}&{sign}&{decimals_excel(gap)}"
    off = f"IF(ROUND({gap}*100,6)<0.5,{little},{words})&{beside}"
    match = quoted(say("sheet.scored.match"))
    return (
        f'IF(COUNTA({typed})=0,"",IF(COUNT({typed})=0,{quoted(say("sheet.scored.typed-no-number"))},'
        f"IF(COUNT({score})=0,{quoted(say('sheet.scored.no-score'))},"
        f"IF({gap}<={half},{match},{off}))))"
    )
