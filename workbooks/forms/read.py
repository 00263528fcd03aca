"""Read: what was read of one row so far, and the findings that go with a cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from scoring.findings import Finding
from scoring.law import Row
from scoring.numbers import Rational
from scoring.slots import Slot, SlotKind
from texts import Text, text
from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.values import Value, finding_of, is_blank, shown


@dataclass
class Read:
    """What was read of one row: values by slot, their cells, the words, and the reasons.

    `short`: why what was read is not the whole row. `lost`: no column is surely the result's, so
    that a blank row is not a blank. `remark`: what to know of a reading.
    """

    values: dict[str, Rational | bool] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    whys: list[Text] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    first_cell: str = ""
    lost: bool = False
    short: Text | None = None
    remark: Text | None = None

    @property
    def why(self) -> Text | None:
        """All reasons, each once."""
        joined: Text | None = None
        for why in {str(why): why for why in self.whys}.values():
            joined = why if joined is None else text("form.whys", first=joined, rest=why)
        return joined

    def keep(self, slot: Slot, cell: Cell, value: Value, label: str = "") -> None:
        """Note what a cell says for a slot."""
        self.note(cell, label)
        if value.value is not None:
            self.values[slot.name] = value.value
            self.cells[slot.name] = cell.address
        elif value.why is not None:
            named = text("form.labelled", label=label, why=value.why)
            self.whys.append(named if label else value.why)

    def note(self, cell: Cell, label: str = "") -> None:
        """Note the official's words."""
        self.first_cell = self.first_cell or cell.address
        self.words.append(f"{label} = {shown(cell)}" if label else shown(cell))

    def clear(self, why: Text) -> None:
        """Take back what was read: it is not certain after all."""
        self.values.clear()
        self.cells.clear()
        self.whys.append(why)


def find(result: Read, value: Value, cell: Cell, slot: Slot, sheet: Sheet, row: Row) -> None:
    """Note what is wrong with a cell: its own fault, or words where a number belongs."""
    found = finding_of(value, cell, slot, sheet.name, row.code)
    if found is not None:
        result.findings.append(found)
    elif value.value is None and slot.kind is SlotKind.NUMBER and is_wordy(cell):
        wrong = Value(finding="input-not-a-number")
        found = finding_of(wrong, cell, slot, sheet.name, row.code)
        if found is not None:
            result.findings.append(found)


def is_wordy(cell: Cell) -> bool:
    """The cell holds words, where a number may be wanted."""
    return cell.kind is CellKind.TEXT and cell.cached and not is_blank(cell)
