"""`dti split`: one workbook per lead agency, with only its rows open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answers.editions import edition_of
from answers.new import built
from answers.refusal import unusable
from answers.saving import place_at
from answers.sources import File, Source, read_json
from scoring.agencies import agencies_in, plain_name, rows_by_agency
from scoring.law import Law
from scoring.slots import SlotKind
from scoring.submission import Submission
from texts import say
from workbooks.design.book import design_of
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content
from workbooks.design.names import Key
from workbooks.design.shares import Share, room_for, share_of
from workbooks.own.read import cells_of, submission_of

_NAME = 60
"""The longest name of a file, without its ending."""
_EVERYONE = ("name", "period", "online", "signing")
"""What every share shows and none fills in."""


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one agency: its file, and the workbook in it."""

    file: str
    agency: str
    rows: tuple[str, ...]
    content: bytes


@dataclass(frozen=True, slots=True)
class Split:
    """A workbook that was split. `left`: rows without a lead agency, which stay in it."""

    source: Source
    parts: tuple[Part, ...]
    left: tuple[str, ...]

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """Each part with its agency and rows."""
        return {
            "file": self.source.name,
            "table": self.source.law.id,
            "parts": [
                {"file": part.file, "agency": part.agency, "rows": list(part.rows)}
                for part in self.parts
            ],
            "left": list(self.left),
        }

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        given = {code for part in self.parts for code in part.rows}
        count, rows = str(len(self.parts)), str(len(given))
        lines = [say("split.head", lang, file=self.source.name, count=count, rows=rows)]
        for part in self.parts:
            lines.append(
                "  " + say("split.line", lang, file=part.file, agency=part.agency, codes=part.rows)
            )
        if self.left:
            lines.append(say("split.left", lang, codes=self.left))
        return "\n".join(lines)


def split(source: Source, assigned: Mapping[str, str] | None = None) -> Split:
    """Split a workbook or a unit by its lead agencies.

    `assigned`: code of a row or pillar → agency, in the place of what is printed. Raises Unusable
    where there is no agency, and for a workbook that is a share itself.
    """
    law, submission = source.law, source.submission
    whole = share_of(submission)
    if whole is not None:
        raise unusable("split.is-share", file=source.name, agency=whole.agency)
    by_agency = rows_by_agency(law, assigned)
    if not by_agency:
        raise unusable("split.no-agencies", table=law.id)
    edition, taken = edition_of(source), set[str]()
    parts = []
    for agency, rows in by_agency.items():
        share = Share(agency, source.name, rows, tuple(_info(law, agency, rows)))
        file = _file_name(agency, taken)
        part = shared(law, submission, share, edition)
        parts.append(Part(file, agency, rows, built(law, part, edition).content))
    given = {code for rows in by_agency.values() for code in rows}
    left = tuple(row.code for row in law.rows if row.slots and row.code not in given)
    return Split(source, tuple(parts), left)


def shared(law: Law, submission: Submission, share: Share, edition: str) -> Submission:
    """What one agency is given of a unit. Raises Unusable where it does not fit in a file."""
    design = design_of(law, edition)
    contents = _own(contents_of(design, submission), share)
    base = {key: value for key, value in contents.items() if share.opens(key)}
    text = replace(share, base=base).text()
    if not room_for(text):
        raise unusable("split.too-much", agency=share.agency)
    return replace(submission_of(law, design, cells_of(design, contents)), share=text)


def _own(contents: Mapping[Key, Content], share: Share) -> dict[Key, Content]:
    """The cells that an agency sees: its own, the head, and the general information."""
    theirs = {
        key.code
        for key, value in contents.items()
        if key.what == "document" and key.slot == "row" and value in share.rows
    }
    found = {}
    for key, value in contents.items():
        if key.what == "document":
            if key.code in theirs:
                found[key] = value
        elif share.opens(key) or key.what in _EVERYONE or key.what == "info":
            found[key] = value
    return found


def _info(law: Law, agency: str, rows: tuple[str, ...]) -> list[str]:
    """The lines of the general information that an agency answers for."""
    mine = plain_name(agency)
    found = [
        line.code
        for line in law.info
        if any(plain_name(name) == mine for name in agencies_in(line.agency))
    ]
    listed = (slot for code in rows for slot in law.by_code[code].slots)
    return found + (["communes"] if any(s.kind is SlotKind.LEVELS for s in listed) else [])


def _file_name(agency: str, taken: set[str]) -> str:
    """A name that every system takes: «phong-noi-vu.xlsx»."""
    stem = plain_name(agency).replace(" ", "-")[:_NAME].strip("-") or "co-quan"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return f"{name}.xlsx"


def read_assignments(file: File, law: Law) -> dict[str, str]:
    """Who answers for what, from a JSON file. Raises Unusable."""
    given = read_json(file)
    known = {row.code for row in law.rows} | {row.pillar for row in law.rows}
    if not isinstance(given, Mapping):
        raise unusable("split.assign", file=file.name, table=law.id, given=str(given)[:40])
    for code, agency in given.items():
        if code not in known or not isinstance(agency, str) or not plain_name(agency):
            raise unusable("split.assign", file=file.name, table=law.id, given=f"{code}: {agency}")
    return {str(code): str(agency) for code, agency in given.items()}


def write_parts(result: Split, folder: Path, force: bool, sources: list[Path]) -> None:
    """Write every part, or none where one of them may not be written. Raises Unusable."""
    if folder.exists() and not folder.is_dir():
        raise unusable("split.too-many", folder=str(folder))
    _make(folder)
    places = [place_at(folder / part.file, sources, force) for part in result.parts]
    for part, place in zip(result.parts, places, strict=True):
        place.save(part.content)


def _make(folder: Path) -> None:
    """Make the folder where it is not there yet. Raises Unusable."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise unusable("writing.failed", file=str(folder), why=why) from error
