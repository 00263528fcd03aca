"""Findings about the form itself: rows missing, twice, unknown or hidden, old encodings."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.findings import Finding, finding
from scoring.law import Row
from texts import text
from workbooks.files.book import Book, address
from workbooks.forms.form import AdoptedRow
from workbooks.forms.legacy_text import Decoded
from workbooks.forms.lines import Line
from workbooks.forms.links import link_findings
from workbooks.forms.rows import Block
from workbooks.forms.sheets import Found
from workbooks.forms.values import short


def place_of_line(line: Line, place: Found) -> str:
    """The cell that names a line."""
    cell = line.name_cell or line.code_cell
    return cell.address if cell is not None else address(line.row, place.columns.name)


def missing(row: Row, main: Found) -> Finding:
    """The finding that a row of the table is not there."""
    label = f"{row.code} ({row.name})"
    return finding("row-missing", row.code, main.sheet.name, label=label)


def unread(row: AdoptedRow) -> Finding:
    """The finding that the words of a row were not read, at their cell."""
    return finding(
        "row-unread",
        row.code,
        row.sheet,
        row.cell or row.name_cell,
        actual=f"«{short(row.text)}»" if row.text else text("form.row"),
        why=row.why,
    )


def row_findings(place: Found, placed: Mapping[str, tuple[Found, Block]]) -> list[Finding]:
    """Rows that stand twice, are no rows of the table, or are hidden."""
    findings = []
    sheet = place.sheet
    for block in place.matched.duplicates:
        code = block.entry.code
        first = placed[code][1]
        cells = f"{place_of_line(first.main, place)}, {place_of_line(block.main, place)}"
        findings.append(
            finding(
                "row-duplicate",
                code,
                sheet.name,
                place_of_line(block.main, place),
                label=code,
                actual=cells,
            )
        )
    for line in place.matched.unknown:
        label = f"{next(iter(line.codes.strong), '')} {line.title}".strip()
        findings.append(
            finding("row-unknown", "", sheet.name, place_of_line(line, place), label=label)
        )
    for code, (where, block) in placed.items():
        if where is place and block.main.row in sheet.hidden_rows:
            findings.append(
                finding("row-hidden", code, sheet.name, place_of_line(block.main, place))
            )
    return findings


def file_findings(book: Book) -> list[Finding]:
    """Macros and links to other files."""
    findings = list(link_findings(book))
    if book.has_macros:
        findings.append(finding("macro-present"))
    return findings


def legacy_findings(decoded: Decoded, found: list[Found]) -> list[Finding]:
    """One finding a sheet, at the first title in an old encoding, or else at the first cell."""
    findings = []
    for place in found:
        titles = [block.main.name_cell for block in place.matched.blocks]
        cells = [*titles, *(cell for row in place.sheet.rows.values() for cell in row)]
        for cell in cells:
            name = decoded.cells.get((place.sheet.name, cell.address)) if cell else None
            if cell is not None and name:
                plain = " ".join(str(cell.value).split())
                findings.append(
                    finding(
                        "text-legacy-encoding",
                        "",
                        place.sheet.name,
                        cell.address,
                        actual=name,
                        expected=f"«{plain[:60]}…»" if len(plain) > 60 else f"«{plain}»",
                    )
                )
                break
    return findings
