"""Seal of a file: what stands on its signed page, and what the figures in it give now."""

from __future__ import annotations

from dataclasses import dataclass

from workbooks.design.contents import contents_of
from workbooks.design.seal import SEAL, seal_of
from workbooks.statement import Statement


@dataclass(frozen=True, slots=True)
class Seal:
    """`stored`: the seal when the file was built or converted; `now`: that of its figures."""

    stored: str
    now: str

    @property
    def state(self) -> str:
        """How it stands: «none», «same» or «changed»."""
        if not self.stored:
            return "none"
        return "same" if self.stored == self.now else "changed"


def seal_in(statement: Statement) -> Seal | None:
    """The seal of a workbook of ours; None for a foreign form."""
    if statement.design is None:
        return None
    cell = statement.cell(SEAL)
    stored = "" if cell is None else str(cell.value).strip()
    return Seal(stored, seal_of(contents_of(statement.design, statement.submission)))
