"""Kiểm tra trước khi ký: what still hinders signing, sorted by what has to be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scoring.findings import Finding, Severity, finding
from texts import say, text
from workbooks.design.common import head_keys
from workbooks.statement import Statement
from xl_addin.commands.marking import finding_line, header, old_sheets, page
from xl_addin.commands.plan import Plan
from xl_addin.commands.request import Request

KINDS = ("missing", "wrong", "unexplained", "evidence", "unread")
"""The sorts of hindrances, in the order in which they are listed."""

_BY_CODE: Mapping[str, str] = {
    "input-missing": "missing",
    "row-missing": "missing",
    "cohort-missing": "missing",
    "score-uncached": "missing",
    "explanation-missing": "unexplained",
    "score-mismatch": "unexplained",
    "exclusion-without-reason": "unexplained",
    "evidence-missing": "evidence",
    "evidence-changed": "evidence",
    "row-unread": "unread",
    "row-unknown": "unread",
    "number-as-text": "unread",
    "input-is-date": "unread",
    "text-legacy-encoding": "unread",
}


def precheck(request: Request) -> Plan:
    """List what hinders signing. Raises Unusable where the workbook cannot be read."""
    lang = request.lang
    found = [(kind_of(item), item) for item in request.checked.findings]
    statement = request.checked.statement
    if statement is not None:
        found += [("missing", item) for item in blank_heads(statement)]
    hindering = sorted(
        ((kind, item) for kind, item in found if kind), key=lambda pair: KINDS.index(pair[0])
    )
    marked = old_sheets(request.marked, "command.sheet.precheck")
    ready = text("command.precheck.ready")
    if not hindering:
        return Plan((ready,), unsheet=marked)
    counts = Counter(kind for kind, _ in hindering)
    said = tuple(
        text("command.precheck.line", kind=text(f"command.precheck.{kind}"), count=counts[kind])
        for kind in KINDS
        if counts[kind]
    )
    lines = [
        finding_line(item, lang, say(f"command.precheck.{kind}", lang)) for kind, item in hindering
    ]
    listed = page(request, "command.sheet.precheck", (header(lang), *lines))
    return Plan(
        (text("command.precheck.not-ready", count=len(hindering)), *said),
        unsheet=marked,
        pages=(listed,),
        select=(listed.name, "A1"),
    )


def kind_of(item: Finding) -> str:
    """What sort of hindrance a finding is; nothing where it does not hinder."""
    known = _BY_CODE.get(item.code)
    if known:
        return known
    return "wrong" if item.severity in (Severity.ERROR, Severity.REFUSAL) else ""


def blank_heads(statement: Statement) -> Iterator[Finding]:
    """What the signed page needs of the unit and is not filled in yet."""
    if statement.design is None:
        return
    for key in head_keys(statement.law):
        if key.what != "online" and statement.cell(key) is None:
            label = text(f"sheet.info.{key.code or key.what}")
            yield finding("input-missing", label=label, **statement.where(key))
