"""Xuất báo cáo: the page of the check as a file of its own."""

from __future__ import annotations

from pathlib import Path

from texts import text
from workbooks.reports.html import report_page
from xl_addin.commands.plan import NewFile, Plan
from xl_addin.commands.request import Request


def report(request: Request) -> Plan:
    """The report. Raises Unusable where the workbook cannot be read."""
    page = report_page([request.checked], request.lang)
    name = f"{Path(request.name).stem}-bao-cao.html"
    return Plan((text("command.report.done"),), file=NewFile(name, page.encode("utf-8")))
