"""Book: the results of many files as one workbook — overview, four totals, findings, with links.

Rows are written to disk as they come, so that ten thousand files need no more memory than ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import xlsxwriter

from texts import say
from texts.printable import printable
from workbooks.batch.answer import FOUR, Kept
from workbooks.batch.tables import Line
from workbooks.sheets.styles import LOOKS, Styles
from workbooks.sheets.write import put, writable

_LINKS = 20_000
"""Links of a sheet to other files; Excel refuses a sheet with more than 65,530 of all kinds."""

_URL = 2000
_VERDICTS = {"match": "good", "mismatch": "bad", "unreadable": "bad"}
_SUMMARY = (6, 34, 34, 16, 16, 10, 10, 12, 12, 12, 12, 14)
_FINDINGS = (6, 30, 30, 10, 20, 10, 22, 70, 18, 18)
_HEADER = 2
"""The row of the titles, from 0."""


def write_book(target: Path, lines: Iterable[Line], count: int, lang: str = "vi") -> None:
    """Write the workbook. `count`: how many files there are."""
    options = {"constant_memory": True, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(target), options) as workbook:
        _Results(workbook, count, lang).write(lines)


class _Results:
    """The three sheets while they are written, all row by row."""

    def __init__(self, workbook: Any, count: int, lang: str) -> None:
        self.lang, self.count = lang, count
        self.styles = Styles(workbook)
        self.looks = {name: workbook.add_format(LOOKS[name]) for name in set(_VERDICTS.values())}
        self.names = [self.t(f"batch.{name}") for name in ("summary", "four", "findings")]
        self.summary, self.four, self.findings = map(workbook.add_worksheet, self.names)
        self.found = 0

    def t(self, name: str, **data: Any) -> str:
        return say(name, self.lang, **data)

    def write(self, lines: Iterable[Line]) -> None:
        self._heads()
        for number, (path, kept, result) in enumerate(lines):
            first = _HEADER + 1 + self.found
            for finding in result["findings"]:
                self._finding(path, kept, finding)
            self._line(number, path, kept, first if result["findings"] else None)
            self._totals(number, path, kept)
        self._ends()

    def _heads(self) -> None:
        r = [f"report.{name}" for name in ("number", "file", "table", "verdict", "errors")]
        four = [f"check.{name}" for name in FOUR]
        waiting = ("batch.missing", "batch.unread", "batch.unread-points")
        titles = [r[0], "batch.unit", r[1], r[2], r[3], r[4], "batch.warnings"]
        self._head(self.summary, _SUMMARY, [*titles, *waiting, "check.engine", "batch.findings"])
        widths = (6, 34, 34, 16, 14, 14, 14, 14, 14, 14)
        self._head(
            self.four, widths, [r[0], "batch.unit", *r[1:3], *four, "batch.gap", "batch.maximum"]
        )
        places = ("report.code", "report.row", "report.place", "report.what")
        self._head(
            self.findings,
            _FINDINGS,
            [r[0], "batch.unit", r[1], "batch.severity", *places, "batch.expected", "batch.actual"],
        )

    def _head(self, sheet: Any, widths: Sequence[int], titles: Sequence[str]) -> None:
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER)
        sheet.freeze_panes(_HEADER + 1, 2)
        title = self.t("batch.title", count=self.count)
        sheet.write_string(0, 0, title, self.styles["caption"])
        for column, name in enumerate(titles):
            sheet.write_string(_HEADER, column, self.t(name), self.styles["header"])

    def _line(self, number: int, path: Path, kept: Kept, first: int | None) -> None:
        row = _HEADER + 1 + number
        self._named(self.summary, row, number + 1, path, kept)
        values: list[tuple[Any, str]] = [
            (kept.table, "text"),
            (self.t(f"verdict.{kept.verdict}"), "centre"),
            (kept.errors, "count"),
            (kept.warnings, "count"),
            (len(kept.missing), "count"),
            (len(kept.unread), "count"),
            (float(kept.unread_points), "max"),
            (_float(kept.totals["engine"]), "line_score"),
        ]
        for column, (value, style) in enumerate(values, 3):
            put(self.summary, row, column, value, self.styles[style])
        column = 3 + len(values)
        if first is None or row > _LINKS:
            self.summary.write_blank(row, column, None, self.styles["text"])
        else:
            to = f"internal:'{self.names[2]}'!A{first + 1}"
            words = self.t("batch.to-findings")
            self.summary.write_url(row, column, to, self.styles["line_link"], words)

    def _totals(self, number: int, path: Path, kept: Kept) -> None:
        row = _HEADER + 1 + number
        self._named(self.four, row, number + 1, path, kept)
        put(self.four, row, 3, kept.table, self.styles["text"])
        totals: list[Fraction | None] = [kept.totals[name] for name in FOUR]
        for column, value in enumerate([*totals, kept.gap], 4):
            put(self.four, row, column, _float(value), self.styles["line_score"])
        put(self.four, row, 9, _float(kept.maximum), self.styles["line_max"])

    def _finding(self, path: Path, kept: Kept, finding: dict[str, Any]) -> None:
        self.found += 1
        row = _HEADER + self.found
        place = "!".join(part for part in (finding["sheet"], finding["cell"]) if part)
        values = (
            self.t(f"severity.{finding['severity']}"),
            finding["code"],
            finding["indicator"],
            place,
            finding["message"],
            finding["expected"],
            finding["actual"],
        )
        put(self.findings, row, 0, self.found, self.styles["count"])
        put(self.findings, row, 1, kept.unit, self.styles["text"])
        put(self.findings, row, 2, printable(kept.file), self.styles["text"])
        for column, value in enumerate(values, 3):
            put(self.findings, row, column, value, self.styles["text"])

    def _named(self, sheet: Any, row: int, number: int, path: Path, kept: Kept) -> None:
        """Number, unit, and the file as a link to it."""
        put(sheet, row, 0, number, self.styles["count"])
        put(sheet, row, 1, kept.unit, self.styles["name"])
        shown = writable(printable(kept.file))
        url = f"external:{path}"
        if row > _LINKS or len(url) > _URL or writable(url) != url or "#" in url:
            sheet.write_string(row, 2, shown, self.styles["text"])
        else:
            sheet.write_url(row, 2, url, self.styles["line_link"], shown)

    def _ends(self) -> None:
        """Filters, and the colours of the verdicts."""
        last = _HEADER + max(self.count, 1)
        self.summary.autofilter(_HEADER, 0, last, 11)
        self.four.autofilter(_HEADER, 0, last, 9)
        self.findings.autofilter(_HEADER, 0, _HEADER + max(self.found, 1), 9)
        for verdict, look in _VERDICTS.items():
            rule = {"type": "cell", "criteria": "==", "format": self.looks[look]}
            value = f'"{self.t(f"verdict.{verdict}")}"'
            self.summary.conditional_format(_HEADER + 1, 4, last, 4, {**rule, "value": value})


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
