"""The communes: one row each with its level and how it stands, and hidden columns that count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.submission import UnusableInput
from scoring.thresholds import LEVELS
from texts import say, text
from workbooks.design.columns import Column, Columns
from workbooks.design.draft import Content, Draft, Page
from workbooks.design.grid import Area, Place
from workbooks.design.levels.rows import LevelRow
from workbooks.design.names import COMMUNES, Key, input_name
from workbooks.design.open_rows import unit_line
from workbooks.design.spoken import quoted_text, spoken
from workbooks.design.threshold_rules import level_rule

ROWS = 60
"""How many communes the form has room for."""
FIRST = 3
"""The row of the first commune; everything above is frozen."""
COLUMNS = Columns(
    (
        Column("number", 6),
        Column("name", 44),
        Column("level", 13),
        Column("status", 38),
        Column("wrong", 6, hidden=True),
        Column("missing", 6, hidden=True),
        *(Column(f"from{k}", 6, hidden=True) for k in LEVELS),
        Column("joined", 10, hidden=True),
    )
)
_LAST = COLUMNS["status"]
KNOWN = (0, *LEVELS)


def commune_at(draft: Draft, column: str, number: int) -> Place:
    """A cell of a commune, counted from 0."""
    return draft.at(COMMUNES, FIRST + number, COLUMNS[column])


def commune_area(draft: Draft, column: str) -> Area:
    """A column of all communes."""
    return commune_at(draft, column, 0).to(commune_at(draft, column, ROWS - 1))


def draw_communes(draft: Draft, row: LevelRow) -> None:
    """The sheet of the communes."""
    page = Page(
        widths=COLUMNS.widths,
        hidden=COLUMNS.hidden,
        landscape=False,
        pages_down=1,
        freeze=(FIRST, 0),
        repeat=(FIRST - 1, FIRST - 1),
        print_area=(FIRST + ROWS - 1, _LAST),
    )
    sheet = draft.sheet(COMMUNES, page)
    for line, style in ((0, "head_title"), (1, "status_line")):
        sheet.merges.append(
            (draft.at(COMMUNES, line, 0).to(draft.at(COMMUNES, line, _LAST)), style)
        )
    title = say("sheet.communes.title", code=row.code)
    draft.text(draft.at(COMMUNES, 0, 0), title, "head_title")
    sheet.heights |= {0: 18, 1: 32}
    draft.formula(
        Key("status_line", COMMUNES), draft.at(COMMUNES, 1, 0), _line(draft), "status_line"
    )
    for key in COLUMNS.shown:
        header = draft.at(COMMUNES, FIRST - 1, COLUMNS[key])
        draft.text(header, say(f"sheet.communes.{key}"), "header")
    for number in range(ROWS):
        draft.number(commune_at(draft, "number", number), number + 1, "count")
        for slot, style in (("name", "input_text"), ("level", "input_level")):
            draft.field(Key("commune", str(number), slot), commune_at(draft, slot, number), style)
        for what, formula in _formulas(draft, number):
            style = "text" if what == "status" else "count"
            draft.formula(
                Key("commune_row", str(number), what),
                commune_at(draft, what, number),
                formula,
                style,
            )
    levels = commune_area(draft, "level")
    draft.validate(COMMUNES, levels, level_rule(say("sheet.communes.level")))
    draft.name(input_name(row.code), levels)
    _looks(draft)


def _looks(draft: Draft) -> None:
    sheet = draft.sheets[COMMUNES]
    status, levels = commune_area(draft, "status"), commune_area(draft, "level")
    first = commune_at(draft, "wrong", 0)
    wrong = {"type": "formula", "criteria": f"=${first.address}=1"}
    waiting = {"type": "formula", "criteria": f"=${commune_at(draft, 'missing', 0).address}=1"}
    sheet.conditions += [
        (status, wrong, "bad"),
        (levels, wrong, "bad"),
        (status, waiting, "waiting"),
    ]


def _formulas(draft: Draft, number: int) -> Iterator[tuple[str, str]]:
    name, level, wrong, missing = (
        commune_at(draft, column, number).address
        for column in ("name", "level", "wrong", "missing")
    )
    known = ",".join(f"{level}={k}" for k in KNOWN)
    yield (
        "wrong",
        f"IF(COUNTA({level})=0,0,IF(COUNT({level})=0,1,IF(OR({known}),0,1)))",
    )
    yield "missing", f"IF(AND(COUNTA({name})=1,COUNTA({level})=0),1,0)"
    for k in LEVELS:
        yield f"from{k}", f"IF(COUNT({level})=0,0,IF({level}>={k},1,0))"
    yield "joined", _joined(draft, number, level, wrong)
    full, no_level, bad = (
        quoted_text(say(f"sheet.communes.{w}")) for w in ("full", "no-level", "wrong")
    )
    yield (
        "status",
        f'IF({wrong}=1,{bad},IF({missing}=1,{no_level},IF(COUNTA({level})=1,{full},"")))',
    )


def _joined(draft: Draft, number: int, level: str, wrong: str) -> str:
    """The levels so far as one text, "3; 4; !"."""
    if number == 0:
        return f'IF(COUNTA({level})=0,"",IF({wrong}=1,"!",{level}&""))'
    before = commune_at(draft, "joined", number - 1).address
    bad = f'IF({before}="","!",{before}&"; !")'
    good = f'IF({before}="",{level}&"",{before}&"; "&{level})'
    return f"IF(COUNTA({level})=0,{before},IF({wrong}=1,{bad},{good}))"


def _line(draft: Draft) -> str:
    """The status line: how many communes, which row first has none or a wrong one."""
    numbers, wrong, missing = (
        commune_area(draft, column).address for column in ("number", "wrong", "missing")
    )
    levels = commune_area(draft, "level").address
    given = f"(COUNTA({levels})-SUM({wrong}))"
    parts = spoken("sheet.communes.given", count=given)
    for area, name in ((missing, "lacking"), (wrong, "bad")):
        first = f"INDEX({numbers},MATCH(1,{area},0))"
        said = spoken(f"sheet.communes.{name}", count=f"SUM({area})", first=first)
        parts += f'&IF(SUM({area})=0,"","; "&{said})'
    return f'{unit_line(draft)}&". "&{parts}&"."'


def commune_values(contents: Mapping[Key, Content], unit: str) -> Iterator[tuple[Key, Content]]:
    """What the formulas show. `unit`: the words of the unit line.

    Raises UnusableInput where there are more communes than rows.
    """
    joined = ""
    given: list[int] = []
    lacking: list[int] = []
    bad: list[int] = []
    for number in range(ROWS):
        name, level = (contents.get(Key("commune", str(number), s)) for s in ("name", "level"))
        known = isinstance(level, float) and level in KNOWN
        wrong, missing = level is not None and not known, bool(name) and level is None
        if level is not None:
            more = f"{level:g}" if known else "!"
            joined = f"{joined}; {more}" if joined else more
            (given if known else bad).append(number + 1)
        if missing:
            lacking.append(number + 1)
        values: dict[str, Content] = {"wrong": float(wrong), "missing": float(missing)}
        for k in LEVELS:
            values[f"from{k}"] = float(isinstance(level, float) and level >= k)
        state = "wrong" if wrong else "no-level" if missing else "full" if known else ""
        values |= {"joined": joined, "status": say(f"sheet.communes.{state}") if state else ""}
        for what, value in values.items():
            yield Key("commune_row", str(number), what), value
    parts = [say("sheet.communes.given", count=str(len(given)))]
    for found, what in ((lacking, "lacking"), (bad, "bad")):
        if found:
            first = str(found[0])
            parts.append(say(f"sheet.communes.{what}", count=str(len(found)), first=first))
    yield Key("status_line", COMMUNES), f"{unit}. {'; '.join(parts)}."


def check_room(count: int) -> None:
    """Raises UnusableInput where there are more communes than the form has rows."""
    if count > ROWS:
        raise UnusableInput(text("sheet.communes.too-many", rows=ROWS, count=count))
