"""Lấy số liệu từ biểu cũ: blank yellow cells are filled; where both have something, both stay."""

from __future__ import annotations

from collections.abc import Iterator

from answers.adopt import Adopted
from answers.adopt import adopt as adopt_form
from answers.refusal import in_file, unusable
from answers.sources import message_of
from texts import say, text, worded
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content, Design
from workbooks.design.names import Key
from workbooks.statement import Statement
from xl_addin.commands.marking import old_sheets, page
from xl_addin.commands.plan import Line, Plan, SetCell
from xl_addin.commands.request import Request


def adopt(request: Request) -> Plan:
    """Fill the workbook from a form. Raises Unusable for either file, or where none was chosen."""
    statement, design = request.to_fill()
    if request.other is None:
        raise unusable("command.adopt.no-file")
    adopted = adopt_form(request.other, statement.law.id)
    other_table = next((f for f in adopted.findings if f.code == "table-mismatch"), None)
    if other_table is not None:
        raise in_file(request.other.name, message_of(other_table))
    there = contents_of(design, adopted.submission)
    cells, conflicts = [], []
    for key, content in there.items():
        place = design.fields[key]
        held = statement.cell(key)
        if held is None or (held.value == "" and not held.formula):
            cells.append(SetCell(place.sheet, place.address, content))
        elif not same(held.value, content):
            conflicts.append((key, content))
    unread = sum(row.status == "unread" for row in adopted.rows)
    lang = request.lang
    lines = [
        Line(tuple(say(f"command.column.{name}", lang) for name in _COLUMNS), bold=True),
        *_conflicts(statement, design, conflicts, lang),
        *_unread(statement, adopted, lang),
    ]
    found = len(conflicts) + unread
    listed = (page(request, "command.sheet.adopt", lines),) if found else ()
    done = text("command.adopt.done", cells=len(cells), file=request.other.name)
    left = text("command.adopt.left", conflicts=len(conflicts), unread=unread)
    return Plan(
        (done, left) if found else (done,),
        unsheet=old_sheets(request.marked, "command.sheet.adopt"),
        pages=listed,
        cells=tuple(cells),
        select=(listed[0].name, "A1") if listed else None,
    )


_COLUMNS = ("what-kind", "code", "place", "why", "here", "there")


def same(held: object, content: Content) -> bool:
    """Whether a cell holds what the other form says, as far as a float tells.

    >>> same(7, 7.0), same("Có ", "Có"), same("", 0.0)
    (True, True, False)
    """
    if isinstance(held, str) or isinstance(content, str):
        return str(held).strip() == str(content).strip()
    return content is not None and float(held) == float(content)  # type: ignore[arg-type]


def _conflicts(
    statement: Statement, design: Design, found: list[tuple[Key, Content]], lang: str
) -> Iterator[Line]:
    """Where the two say different things: nothing was changed there."""
    for key, content in found:
        place, held = design.fields[key], statement.cell(key)
        code = key.code if key.code in statement.law.by_code else ""
        here = "" if held is None else held.value
        yield Line(
            (
                say("command.adopt.conflict", lang),
                code,
                f"{place.sheet}!{place.address}",
                say("command.adopt.conflict.why", lang),
                worded(here, lang),
                _said(content, lang),
            ),
            (place.sheet, place.address),
            at=2,
        )


def _said(content: Content, lang: str) -> str:
    from scoring.numbers import from_float

    number = isinstance(content, int | float) and not isinstance(content, bool)
    return worded(from_float(float(content)) if number else content, lang)  # type: ignore[arg-type]


def _unread(statement: Statement, adopted: Adopted, lang: str) -> Iterator[Line]:
    """Rows of the other form whose words were not read: an official has to look."""
    for row in adopted.rows:
        if row.status == "unread":
            where = statement.where(Key("row", row.code))
            why = "" if row.why is None else worded(row.why, lang)
            place = f"{where['sheet']}!{where['cell']}" if where else ""
            target = (where["sheet"], where["cell"]) if where else None
            kind = say("command.adopt.unread", lang)
            yield Line((kind, row.code, place, why, "", row.text), target, at=2)
