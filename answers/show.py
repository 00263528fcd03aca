"""`dti show`: a table, or one rule beside its clause, readings and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.kinds import kind_of
from answers.laws import find_law, head_json, head_lines, tail_json
from answers.refusal import unusable
from scoring.law import Law, Row
from scoring.model import Group
from scoring.numbers import number


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole table, one row, or a printed heading with its rows."""

    law: Law
    row: Row | None = None
    group: Group | None = None

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """The contract's `dti show TABLE [CODE] --json`."""
        kind = kind_of(self.law)
        if self.row is not None:
            return kind.row_json(self.law, self.row)
        if self.group is not None:
            return {
                "code": self.group.code,
                "name": self.group.name,
                "max": number(self.group.max_score),
                "indicators": [kind.row_json(self.law, row) for row in self._below()],
            }
        return {**head_json(self.law), **kind.show_json(self.law), **tail_json(self.law)}

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        kind = kind_of(self.law)
        if self.row is not None:
            return "\n".join(kind.row_lines(self.law, self.row, lang))
        if self.group is not None:
            rows = ["\n".join(kind.row_lines(self.law, row, lang)) for row in self._below()]
            return "\n\n".join([f"{self.group.code}. {self.group.name}", *rows])
        return "\n".join([*head_lines(self.law), *kind.show_lines(self.law, lang)])

    def _below(self) -> list[Row]:
        assert self.group is not None
        return [row for row in self.law.rows if row.code.startswith(f"{self.group.code}.")]


def show(table_id: str, code: str | None = None) -> Shown:
    """A table, or the row or printed heading of a code.

    Raises Unusable for an id or a code that there is not.
    """
    law = find_law(table_id)
    if code is None:
        return Shown(law)
    if code in law.by_code:
        return Shown(law, row=law.by_code[code])
    group = kind_of(law).heading(law, code)
    if group is None:
        raise unusable(kind_of(law).no_row, table=law.id, code=code)
    return Shown(law, group=group)
