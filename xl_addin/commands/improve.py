"""Việc cần làm tiếp: what would bring the unit forward, on a sheet whose lines lead to the rows."""

from __future__ import annotations

from collections.abc import Iterator

from answers.improve import ImprovedRows, ImprovedScore, move_text
from answers.improve import improve as improve_unit
from scoring.improve import Move
from texts import say, text
from workbooks.design.names import Key
from xl_addin.commands.marking import old_sheets, page
from xl_addin.commands.plan import Line, Plan
from xl_addin.commands.request import Request

_COLUMNS = ("what-kind", "code", "place", "what")


def improve(request: Request) -> Plan:
    """List what to do next. Raises Unusable where no table is recognised."""
    lang = request.lang
    improved = improve_unit(request.source)
    if isinstance(improved, ImprovedScore):
        lines = list(_moves(request, improved))
    else:
        lines = list(_gaps(request, improved))
    head = text("command.line", line=improved.words(lang).partition("\n")[0])
    marked = old_sheets(request.marked, "command.sheet.improve")
    if not lines:
        return Plan((head, text("command.improve.nothing")), unsheet=marked)
    heads = Line(tuple(say(f"command.column.{name}", lang) for name in _COLUMNS), bold=True)
    listed = page(request, "command.sheet.improve", (heads, *lines))
    return Plan(
        (head, text("command.improve.done", count=len(lines))),
        unsheet=marked,
        pages=(listed,),
        select=(listed.name, "A1"),
    )


def _moves(request: Request, improved: ImprovedScore) -> Iterator[Line]:
    """Thresholds just missed, the best move of each row, and rows that wait for figures."""
    lang = request.lang
    sorts: tuple[tuple[str, tuple[Move, ...]], ...] = (
        ("near", improved.near),
        ("best", improved.best),
    )
    for name, moves in sorts:
        for move in moves:
            yield _line(request, f"command.improve.{name}", move.code, move_text(move).say(lang))
    for one in improved.waiting:
        said = say("command.improve.points", lang, points=one.left)
        yield _line(request, "command.improve.waiting", one.row.code, said)


def _gaps(request: Request, improved: ImprovedRows) -> Iterator[Line]:
    """What stops the next level, or the targets that are not met."""
    for row in improved.to_json(request.lang)["rows"]:
        said = say("command.improve.gap", request.lang, now=row["now"], asked=row["asked"])
        yield _line(request, "command.improve.not-met", row["code"], f"{row['name']}: {said}")


def _line(request: Request, kind: str, code: str, said: str) -> Line:
    where = request.statement.where(Key("row", code))
    place = f"{where['sheet']}!{where['cell']}" if where else ""
    target = (where["sheet"], where["cell"]) if where else None
    return Line((say(kind, request.lang), code, place, said), target, at=2)
