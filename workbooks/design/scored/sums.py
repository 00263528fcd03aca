"""Sums: pillars and the total, the typed ones beside them, and the line that says what is left."""

from __future__ import annotations

from dataclasses import dataclass

from texts import say
from workbooks.design.draft import Draft
from workbooks.design.names import SCORING, UDF, Key, defined_name
from workbooks.design.scored.cells import column_area, place
from workbooks.design.scored.figures import quoted
from workbooks.design.scored.formulas import agreement
from workbooks.design.scored.rows import COLUMN, FIRST, LAST_PRINTED, LINE, TOTAL, PillarRows, Rows
from workbooks.design.scored.scoring import band
from workbooks.design.scored.validation import score_rule

_FLAGS = ("missing", "wrong")
_NEAR = "0.005"


@dataclass(frozen=True)
class _Sum:
    """A row with a sum. `blocks`: first and last of the rows it is of; `every`: of all rows."""

    draft: Draft
    row: int
    code: str
    blocks: tuple[tuple[int, int], ...]
    every: tuple[tuple[int, int], ...]

    def at(self, key: str) -> str:
        return place(self.draft, key, self.row).address

    def areas(self, key: str, every: bool = False) -> str:
        blocks = self.every if every else self.blocks
        return ",".join(column_area(self.draft, key, *block).address for block in blocks)

    def check(self) -> str:
        """Whether the typed sum is the computed one; one that adds its typed rows says so."""
        typed, own = self.at("typed"), self.areas("typed")
        gap = f"ROUND(MAX({typed}-SUM({own}),SUM({own})-{typed}),10)"
        added = quoted(" " + say("sheet.scored.added-right"))
        beside = f'IF(COUNT({own})=0,"",IF({gap}<={_NEAR},{added},""))'
        return agreement(typed, self.at("score"), beside)

    def detail(self) -> str:
        """How many of the rows are missing and wrong."""
        missing, wrong = (f"SUM({self.areas(key)})" for key in _FLAGS)
        some = quoted(" " + say("sheet.scored.pillar-missing"))
        bad = quoted(" " + say("sheet.scored.pillar-wrong"))
        return (
            f"IF({missing}+{wrong}=0,{quoted(say('sheet.scored.pillar-full'))},"
            f'IF({missing}>0,{missing}&{some}&IF({wrong}>0,", ",""),"")'
            f'&IF({wrong}>0,{wrong}&{bad},""))'
        )

    def draw(self, what: str, score: str) -> None:
        """The cells of the row; `what`: «pillar» or «total», `score`: the formula of the sum."""
        draft, code = self.draft, self.code
        key = code if what == "pillar" else ""
        draft.formula(Key(what, key), place(draft, "score", self.row), score, "band_score")
        draft.field(
            Key("typed", code or "total"), place(draft, "typed", self.row), "input_score_typed"
        )
        for name, style, formula in (
            ("check", "band_small", self.check()),
            ("detail", "band_small", self.detail()),
            ("assessed", "band_max", f"SUM({self.areas('assessed')})"),
            ("verified", "band_score", self.official()),
        ):
            at = place(draft, name, self.row)
            draft.formula(Key(f"{what}_{name}", key), at, formula, style)
        # Only of everything: a pillar's count of 1 would look like the mark of a row.
        for name in _FLAGS if what == "total" else ():
            at = place(draft, name, self.row)
            draft.formula(Key(f"total_{name}"), at, f"SUM({self.areas(name)})", "band_max")

    def official(self) -> str:
        """The sum of the official scores, once anything at all was appraised.

        An error in a row that was not appraised makes it an error: nothing false is official.
        """
        appraised = self.areas("verified", every=True)
        return f'IF(COUNT({appraised})=0,"",SUM({self.areas("official")}))'


def draw_sums(draft: Draft, rows: Rows) -> None:
    """Subtotals, the total, and the line on top."""
    blocks = tuple(_block(pillar) for pillar in rows.pillars)
    for pillar, block in zip(rows.pillars, blocks, strict=True):
        code, most = pillar.pillar.code, pillar.pillar.max_score
        one = _Sum(draft, pillar.row, code, (block,), blocks)
        one.draw("pillar", f"SUM({one.areas('score')})")
        least = sum(row.min_score for row in pillar.pillar.indicators)
        draft.validate(
            SCORING, place(draft, "typed", pillar.row), score_rule(code, least, most, "typed")
        )
        draft.name(defined_name("pillar", code), place(draft, "score", pillar.row))
    band(draft, TOTAL, "", say("sheet.scored.total"))
    table = rows.table
    draft.number(place(draft, "max", TOTAL), float(table.max_score), "band_max")
    total = _Sum(draft, TOTAL, "", blocks, blocks)
    pillars = ",".join(place(draft, "score", pillar.row).address for pillar in rows.pillars)
    total.draw("total", f"SUM({pillars})")
    least = sum(row.min_score for row in table.indicators)
    most = table.max_score + sum(row.max_score for row in table.indicators if row.bonus)
    word = say("sheet.scored.total")
    draft.validate(SCORING, place(draft, "typed", TOTAL), score_rule(word, least, most, "typed"))
    draft.name(defined_name("total"), place(draft, "score", TOTAL))
    draft.name("dti_total_typed", place(draft, "typed", TOTAL))
    draft.name("dti_total_verified", place(draft, "verified", TOTAL))
    _line(draft, rows)


def _block(pillar: PillarRows) -> tuple[int, int]:
    return pillar.row + 1, pillar.last


def _line(draft: Draft, rows: Rows) -> None:
    """The unit and the period, and what is left to do: always in view."""
    draw_unit(draft, SCORING, LINE, 0, COLUMN["name"])
    first = draft.at(SCORING, LINE, COLUMN["max"])
    draft.formula(Key("line", SCORING, "status"), first, _status(draft, rows), "line")
    draft.merge(SCORING, first.to(draft.at(SCORING, LINE, LAST_PRINTED)), "line")


def _status(draft: Draft, rows: Rows) -> str:
    """«Còn 5 dòng chưa nhập, trước hết 1.1; 1 dòng sai: 3.4»."""
    missing, wrong = (place(draft, key, TOTAL).address for key in _FLAGS)
    first = {key: _first(draft, rows, key) for key in _FLAGS}
    left, fill = say("sheet.scored.line-left"), say("sheet.scored.line-missing")
    one, many = say("sheet.scored.line-wrong"), say("sheet.scored.line-wrongs")
    some = f"{quoted(left + ' ')}&{missing}&{quoted(f' {fill} ')}&{first['missing']}"
    bad = f"IF({wrong}>1,{quoted(f' {many} ')},{quoted(f' {one} ')})"
    errors = f"{wrong}&{bad}&{first['wrong']}"
    said = (
        f"IF({missing}+{wrong}=0,{quoted(say('sheet.scored.line-complete'))},"
        f'IF({missing}>0,{some}&IF({wrong}>0,"; ",""),"")&IF({wrong}>0,{errors},"")&".")'
    )
    if draft.edition != UDF:
        return said
    known = f'ISNUMBER(DTI_MAX("{rows.table.id}","{rows.indicators[0].code}"))'
    return f"IF({known},{said},{quoted(say('sheet.scored.no-addin'))})"


def _first(draft: Draft, rows: Rows, key: str) -> str:
    """The code of the first row with a mark."""
    codes = column_area(draft, "code", FIRST, rows.last).address
    marks = column_area(draft, key, FIRST, rows.last).address
    return f"INDEX({codes},MATCH(1,{marks},0))"


def draw_unit(draft: Draft, sheet: str, row: int, first: int, last: int) -> None:
    """The unit and the period on a sheet."""
    name, period = draft.fields[Key("name")].fixed, draft.fields[Key("period")].fixed
    unit, when = say("sheet.line.name"), say("sheet.line.period")
    text = f'"{unit}: "&{name}&" · {when}: "&{period}'
    at = draft.at(sheet, row, first)
    draft.formula(Key("line", sheet, "unit"), at, text, "line_bold")
    draft.merge(sheet, at.to(draft.at(sheet, row, last)), "line_bold")


def draw_status(draft: Draft, sheet: str, row: int, first: int, last: int) -> None:
    """What is left to do, on a sheet beside the scoring sheet."""
    source = draft.at(SCORING, LINE, COLUMN["max"]).fixed
    at = draft.at(sheet, row, first)
    draft.formula(Key("line", sheet, "status"), at, source, "line")
    draft.merge(sheet, at.to(draft.at(sheet, row, last)), "line")
