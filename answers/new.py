"""`dti new`: the official workbook of a table, empty or filled with what a unit sends in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from answers.kinds import kind_of
from answers.laws import find_law
from answers.refusal import unusable
from answers.sources import Source
from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.export import finding_json
from scoring.findings import Finding, has_error
from scoring.law import Law
from scoring.submission import Submission
from texts import say
from workbooks.build import build
from workbooks.design.book import design_of
from workbooks.design.contents import commune_levels
from workbooks.design.names import EDITIONS, UDF


@dataclass(frozen=True, slots=True)
class Built:
    """A workbook that was built: its bytes, and the unit that it holds.

    `file`: where it was saved; `findings`: what was lost on the way.
    """

    assessment: Assessment
    edition: str
    content: bytes
    file: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether something was lost."""
        return has_error(self.findings)

    def saved(self, file: object, edition: str = "") -> Built:
        """The same, with the place where it was saved; a host may have made an edition of it."""
        return replace(self, file=str(file), edition=edition or self.edition)

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """What was built, and what the engine makes of it."""
        law = self.assessment.law
        return {
            "file": self.file,
            "table": law.id,
            "edition": self.edition,
            **kind_of(law).built_json(self.assessment),
            "missing": len(self.assessment.missing),
            "findings": [finding_json(found, lang) for found in self.findings],
        }

    def words(self, lang: str = "vi") -> str:
        """Where it was saved, and what was lost."""
        lost = [f"  ! {found.place} {found.message(lang)}" for found in self.findings]
        return "\n".join([say("new.written", lang, file=self.file), *lost])


def new(table_id: str, source: Source | None = None, edition: str = UDF) -> Built:
    """Build the workbook of a table; `source`: the unit that fills it.

    Raises Unusable for an unknown table, a unit of another table, or one that has no room in it.
    """
    law = source.law if source else find_law(table_id)
    if law.id != table_id:
        raise unusable("source.other-table", given=law.id, wanted=table_id)
    return built(law, source.submission if source else Submission(table=law.id), edition)


def built(
    law: Law, submission: Submission, edition: str = UDF, findings: tuple[Finding, ...] = ()
) -> Built:
    """Build the workbook of a submission. Raises Unusable for one that has no room in it."""
    if edition not in EDITIONS:
        raise unusable("new.edition", given=edition, known=EDITIONS)
    check_room(law, submission, edition)
    return Built(
        assess(law, submission), edition, build(law, submission, edition), findings=findings
    )


def check_room(law: Law, submission: Submission, edition: str) -> None:
    """Raise Unusable where a list is longer than the lines that the workbook has for it."""
    fields = design_of(law, edition).fields
    lists = {("commune", ""): max(len(submission.communes), len(commune_levels(submission)))}
    for code, figures in submission.figures.items():
        cohort: Any = figures.get("cohort")
        if isinstance(cohort, tuple):
            lists["cohort", code] = len(cohort)
    lists["document", ""] = len(submission.documents)
    for (what, code), given in lists.items():
        if what == "document":
            room = sum(key.what == what and key.slot == "row" for key in fields)
        elif what == "commune":
            room = sum(key.what == what and key.slot == "level" for key in fields)
        else:
            room = sum(key.what == what and key.code == code for key in fields)
        if given > room:
            raise unusable(f"new.room-{what}", given=given, room=room, code=code, table=law.id)
