"""Identity: what a workbook of ours says it is. Asked here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from rulesets.laws import load_law
from scoring.findings import Finding, finding
from scoring.law import Law
from texts import text
from workbooks.design.names import EDITIONS, MAP, VERSION
from workbooks.files.book import Book


class LayoutUnknown(Exception):
    """The workbook cannot be used as it stands: the finding says why."""

    def __init__(self, found: Finding) -> None:
        """Keep the finding."""
        super().__init__(found.message())
        self.finding = found


@dataclass(frozen=True, slots=True)
class Identity:
    """What the hidden map says: layout, table, edition and the hash of the ruleset."""

    version: str
    table: str
    edition: str
    digest: str


def identity_of(book: Book) -> Identity | None:
    """What a workbook says it is; None for one that we did not build."""
    sheet = book.by_name.get(MAP)
    if sheet is None:
        return None
    cells = (sheet.cells.get((row, 2)) for row in range(1, 5))
    return Identity(*(str(cell.value) if cell else "" for cell in cells))


def law_of(identity: Identity) -> Law:
    """The table of a workbook of ours. Raises LayoutUnknown where there is none of that id."""
    try:
        return load_law(identity.table)
    except KeyError:
        raise LayoutUnknown(finding("table-unknown", actual=identity.table)) from None


def check_identity(identity: Identity, law: Law) -> None:
    """Raise LayoutUnknown for a workbook of another layout, edition or version of the ruleset."""
    if identity.version != VERSION:
        why = text("own.version", given=identity.version, known=VERSION)
    elif identity.edition not in EDITIONS:
        why = text("own.edition", given=identity.edition)
    elif identity.digest != law.digest:
        given, known = identity.digest[:12], law.digest[:12]
        why = text("own.ruleset", table=law.id, given=given, known=known)
    else:
        return
    raise LayoutUnknown(finding("layout-unknown", why=why))
