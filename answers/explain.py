"""`dti explain`: why a row of a unit stands as it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.kinds import kind_of
from answers.refusal import unusable
from answers.sources import Source
from scoring.assess import assess
from scoring.assessment import RowAssessment
from scoring.export import finding_json
from scoring.findings import has_error
from scoring.law import Law


@dataclass(frozen=True, slots=True)
class Explained:
    """One row of a unit."""

    law: Law
    row: RowAssessment

    @property
    def wrong(self) -> bool:
        """Whether a figure of the row cannot be."""
        return has_error(self.row.findings)

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """The sentence, and what it says as data."""
        return {
            "table": self.law.id,
            "code": self.row.code,
            "explanation": self.row.why(self.law, lang).sentence,
            "status": self.row.status.value,
            "place": self.row.row.place,
            **kind_of(self.law).why_json(self.law, self.row),
            "findings": [finding_json(found, lang) for found in self.row.findings],
        }

    def words(self, lang: str = "vi") -> str:
        """The explanation, a line for each level or clause it rests on."""
        return "\n".join(self.row.why(self.law, lang).lines)


def explain(source: Source, code: str) -> Explained:
    """Explain a row. The whole unit is assessed, because a row may ask for the score of another.

    Raises Unusable for a code that no row has.
    """
    if code not in source.law.by_code:
        raise unusable(kind_of(source.law).no_row, table=source.law.id, code=code)
    rows = assess(source.law, source.submission).rows
    return Explained(source.law, next(row for row in rows if row.code == code))
