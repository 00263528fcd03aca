"""Whole units in a real LibreOffice, in both editions of the workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from scoring.program import Wrong
from scoring.submission import Submission
from tests.libreoffice.office import Book, Office
from workbooks.build import build
from workbooks.design.draft import Content, Design
from workbooks.design.grid import letter
from workbooks.design.names import Key
from xl_addin.libreoffice.build import build as build_extension


class OfficeBook:
    """The workbook of a table, open in LibreOffice."""

    def __init__(self, office: Office, design: Design, folder: Path) -> None:
        self.design = design
        path = folder / f"{design.law.id}-{design.edition}.xlsx"
        path.write_bytes(build(design.law, edition=design.edition))
        self.book = office.open(path)
        # The seal is a field too; the file holds it, and no official may type it.
        self.book.unprotect()

    def type(self, contents: Mapping[Key, Content]) -> None:
        """Fill the yellow cells and compute every formula anew."""
        cells = {
            f"{place.sheet}!{place.address}": contents.get(key)
            for key, place in self.design.fields.items()
        }
        self.book.write(cells)
        self.book.recalculate()

    def values(self) -> Mapping[Key, Any]:
        """What every formula shows."""
        return values_shown(self.book, self.design)


def values_shown(book: Book, design: Design) -> Mapping[Key, Any]:
    """What every formula of an open workbook shows."""
    shown: dict[tuple[str, int, int], Any] = {}
    for sheet in {formula.place.sheet for formula in design.formulas.values()}:
        places = [f.place for f in design.formulas.values() if f.place.sheet == sheet]
        rows = max(place.row for place in places) + 1
        width = max(place.column for place in places) + 1
        cells = book.values(f"{sheet}!A1:{letter(width - 1)}{rows}")
        for place in places:
            shown[place.target] = cells[place.row][place.column]
    return {key: shown[formula.place.target] for key, formula in design.formulas.items()}


def typed_by_hand(submission: Submission) -> Submission:
    """The unit without yes and no in cells for numbers, which LibreOffice takes for 1 and 0."""
    figures = {
        code: {
            name: None if isinstance(value, Wrong) and isinstance(value.raw, bool) else value
            for name, value in row.items()
        }
        for code, row in submission.figures.items()
    }
    return replace(submission, figures=figures)


@contextmanager
def office_with_addin() -> Iterator[tuple[Office, Path]]:
    """A LibreOffice with our extension, and a folder for its workbooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extension, _ = build_extension(folder / "addin")
        with Office(extension) as office:
            yield office, folder
