"""Chấm lại và đối soát: findings as notes at their cells, and all of them on a sheet."""

from __future__ import annotations

from collections import Counter

from scoring.findings import Severity
from texts import text
from xl_addin.commands.marking import (
    finding_line,
    header,
    notes_of,
    old_notes,
    old_sheets,
    page,
    totals_lines,
)
from xl_addin.commands.plan import Line, Plan
from xl_addin.commands.request import Request

_FAULTS = (Severity.ERROR, Severity.REFUSAL)


def reconcile(request: Request) -> Plan:
    """Check the workbook and mark what differs. Raises Unusable where it cannot be read."""
    result, lang = request.checked, request.lang
    verdict = text(f"verdict.{result.verdict.value}")
    weights = Counter(item.severity for item in result.findings)
    faults = sum(weights[severity] for severity in _FAULTS)
    lines = (
        Line((verdict.say(lang),), bold=True),
        *totals_lines(result.totals, lang),
        header(lang),
        *(finding_line(item, lang) for item in result.findings),
    )
    listed = page(request, "command.sheet.reconcile", lines)
    return Plan(
        message=(
            text("command.reconcile.done", verdict=verdict),
            text("command.reconcile.counts", faults=faults, others=weights[Severity.WARNING]),
        ),
        unnote=old_notes(request.marked),
        unsheet=old_sheets(request.marked, "command.sheet.reconcile"),
        notes=notes_of(request.book, result.findings, lang),
        pages=(listed,),
        select=(listed.name, "A1"),
    )
