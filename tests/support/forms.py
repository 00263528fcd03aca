"""Small foreign forms, made for one habit each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rulesets.laws import load_law
from scoring.law import Law
from scoring.model import Table
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, adopt

HEADER = ("TT", "Chỉ số", "Điểm tối đa", "Kết quả", "Điểm tự chấm", "Ghi chú")


class FormBook:
    """A form of a scored table: its rows in printed order, code, name and maximum filled in."""

    def __init__(
        self, table: str = "VN-2024-HUYEN", header: Sequence[str] = HEADER, head: Sequence[str] = ()
    ) -> None:
        law = load_law(table)
        assert isinstance(law, Table)
        self.law: Law = law
        self.book = Workbook()
        self.sheet: Worksheet = self.book.worksheets[0]
        for words in head:
            self.sheet.append([words])
        self.sheet.append(list(header))
        self.rows: dict[str, int] = {}
        for pillar in law.pillars:
            self.sheet.append([pillar.code, pillar.name, float(pillar.max_score)])
            for row in pillar.indicators:
                self.sheet.append([row.code, row.name, float(row.max_score)])
                self.rows[row.code] = self.sheet.max_row

    def put(self, code: str, cells: Mapping[str, Any], below: int = 0) -> None:
        """Fill cells of a row by their column letters."""
        for letter, value in cells.items():
            self.sheet[f"{letter}{self.rows[code] + below}"] = value

    def open_below(self, code: str, lines: Sequence[Mapping[str, Any]]) -> None:
        """Insert lines below a row and fill them."""
        at = self.rows[code] + 1
        self.sheet.insert_rows(at, len(lines))
        self.rows = {c: r + (len(lines) if r >= at else 0) for c, r in self.rows.items()}
        for number, cells in enumerate(lines, 1):
            self.put(code, cells, number)

    def read(self, folder: Path) -> AdoptedForm:
        """Save and adopt."""
        path = folder / "form.xlsx"
        self.book.save(path)
        return adopt(scan(path), self.law)


def found(form: AdoptedForm) -> list[tuple[str, str, str]]:
    """Code, row and cell of all findings."""
    return [(item.code, item.indicator, item.cell) for item in form.findings]
