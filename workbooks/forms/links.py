"""Links: the cells whose formulas reach into other files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.findings import Finding, finding
from workbooks.files.book import Book

_LINK = re.compile(r"\[(\d+)\]|'?(file:[^'#]+)'?#|\[([^\]\d][^\]]*\.xl\w+)\]", re.IGNORECASE)
_MOST = 50
"""Cells named for one link; a form that is linked throughout needs no more."""


def link_findings(book: Book) -> Iterator[Finding]:
    """A finding at every cell that takes its figure from another file; one for a link unused."""
    used: dict[str, int] = {}
    for sheet in book.sheets:
        for cell in sheet.cells.values():
            match = _LINK.search(cell.formula) if cell.formula else None
            link = _target(book, match) if match is not None else ""
            if not link:
                continue
            used[link] = used.get(link, 0) + 1
            if used[link] <= _MOST:
                yield finding("external-link", "", sheet.name, cell.address, actual=link)
    for link in book.external_links:
        if link not in used:
            yield finding("external-link", actual=link)


def _target(book: Book, match: re.Match[str]) -> str:
    """The file that a formula names, by its number or by itself."""
    number = int(match[1]) if match[1] else 0
    if 1 <= number <= len(book.external_links):
        return book.external_links[number - 1]
    # A number beyond the links is the column of a table: `Bảng[2023]`.
    return match[2] or match[3] or ""
