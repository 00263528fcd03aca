"""`dti evidence`: the documents listed in a workbook against the files that are there."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from answers.editions import edition_of
from answers.new import Built, built
from answers.refusal import unusable
from answers.sources import Source
from scoring.assess import assess
from scoring.documents import Document
from scoring.export import finding_json
from scoring.findings import Finding, finding
from texts import say
from workbooks.design.names import Key

_LINK = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Held:
    """One listed document and what became of it.

    `state`: filled, same, changed, missing, ambiguous, link or unnamed. `document`: as it stands in
    the list afterwards; a hash that was there and is no longer right stays, so that it is seen.
    """

    place: int
    document: Document
    state: str
    found: str = ""
    outside: bool = False
    """Dated in a year that the period does not name."""
    homeless: bool = False
    """Its row is not in the table."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The list of a unit held against a folder.

    `unused`: files that no document names; `rows`: codes with a score and without a document.
    """

    source: Source
    held: tuple[Held, ...]
    files: int
    unused: tuple[str, ...]
    rows: tuple[str, ...]
    written: str = ""
    findings: tuple[Finding, ...] = field(default=())

    @property
    def documents(self) -> tuple[Document, ...]:
        """The list with hashes and sizes filled in."""
        listed = list(self.source.submission.documents)
        for item in self.held:
            listed[item.place - 1] = item.document
        return tuple(listed)

    def build(self) -> Built:
        """The workbook with the list filled in, in the edition that it has."""
        submission = replace(self.source.submission, documents=self.documents)
        return built(self.source.law, submission, edition_of(self.source))

    def saved(self, file: object) -> Evidence:
        """The same, with the place where the workbook was saved."""
        return replace(self, written=str(file))

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """Every document with its state, and what is left over."""
        return {
            "file": self.source.name,
            "table": self.source.law.id,
            "written": self.written or None,
            "documents": [_json(item) for item in self.held],
            "missing": [item.place for item in self.held if item.state in ("missing", "ambiguous")],
            "changed": [item.place for item in self.held if item.state == "changed"],
            "outside": [item.place for item in self.held if item.outside],
            "unused": list(self.unused),
            "rows": list(self.rows),
            "findings": [finding_json(item, lang) for item in self.findings],
        }

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        count = str(len(self.held))
        lines = [
            say("evidence.head", lang, file=self.source.name, count=count, files=str(self.files))
        ]
        if not self.held:
            lines.append(say("evidence.none", lang))
        for item in self.held:
            lines += [f"  {line}" for line in _lines(item, self.source.submission.period, lang)]
        if self.unused:
            lines.append(say("evidence.unused", lang, files=self.unused))
        if self.rows:
            lines.append(say("evidence.rows", lang, codes=self.rows))
        if self.written:
            lines.append(say("evidence.written", lang, file=self.written))
        return "\n".join(lines)


def evidence(source: Source, folder: Path) -> Evidence:
    """Hold the list of a unit against the files of a folder, those in folders inside it too.

    Raises Unusable where there is no such folder.
    """
    if not folder.is_dir():
        raise unusable("evidence.no-folder", folder=str(folder))
    files = _files(folder)
    years = set(_YEAR.findall(source.submission.period))
    held, used = [], set()
    for place, document in enumerate(source.submission.documents, 1):
        if document.blank:
            continue
        found, state = _found(document.name, files)
        used |= set(found) if state == "" else set()
        item = _held(place, document, state, found, files)
        dated = set(_YEAR.findall(document.date))
        homeless = document.row not in source.law.by_code
        outside = bool(years and dated and not years & dated)
        held.append(replace(item, outside=outside, homeless=homeless))
    return Evidence(
        source=source,
        held=tuple(held),
        files=len(files),
        unused=tuple(name for name in files if name not in used),
        rows=tuple(_bare(source)),
        findings=tuple(_changed(source, held)),
    )


def _files(folder: Path) -> Mapping[str, Path]:
    """The files of a folder by their names in it, `/` between folders; links are left alone."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith((".", "~$")) for part in Path(name).parts)
        if path.is_file() and not path.is_symlink() and not hidden:
            found[name] = path
    return found


def _same_name(name: str) -> str:
    """A name as people mean it: one Unicode form, no case, either slash."""
    return unicodedata.normalize("NFC", name).replace("\\", "/").strip().strip("/").casefold()


def _found(name: str, files: Mapping[str, Path]) -> tuple[list[str], str]:
    """The files that a name means, and why it is not exactly one."""
    wanted = _same_name(name)
    if not wanted:
        return [], "unnamed"
    if _LINK.match(name.strip()):
        return [], "link"
    exact = [file for file in files if _same_name(file) == wanted]
    found = exact or [file for file in files if _same_name(file).endswith(f"/{wanted}")]
    if len(found) == 1:
        return found, ""
    return found, "ambiguous" if found else "missing"


def _held(
    place: int, document: Document, state: str, found: list[str], files: Mapping[str, Path]
) -> Held:
    if state:
        return Held(place, document, state)
    path = files[found[0]]
    digest, size = _digest(path), path.stat().st_size
    if document.sha256 and document.sha256.strip().lower() != digest:
        return Held(place, document, "changed", digest)
    same = document.sha256 and document.size == size
    filled = replace(document, sha256=digest, size=size)
    return Held(place, filled, "same" if same else "filled", digest)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _bare(source: Source) -> Iterator[str]:
    """Rows with a score, of which the document asks evidence, that have none."""
    assessment = assess(source.law, source.submission)
    submission = source.submission
    backed = {*submission.attached, *(item.row for item in submission.documents)}
    for row in assessment.rows:
        if row.score and row.row.evidence and row.code not in backed:
            yield row.code


def _changed(source: Source, held: list[Held]) -> Iterator[Finding]:
    for item in held:
        if item.state == "changed":
            key = Key("document", str(item.place), "sha256")
            where = source.statement.where(key) if source.statement else {}
            code = item.document.row if item.document.row in source.law.by_code else ""
            yield finding(
                "evidence-changed",
                code,
                **where,
                label=item.document.name,
                actual=item.found,
                expected=item.document.sha256,
            )


def _lines(item: Held, period: str, lang: str) -> Iterator[str]:
    document, place = item.document, str(item.place)
    name = document.name or document.number
    state = say(f"evidence.{item.state}", lang)
    yield say("evidence.line", lang, place=place, row=document.row, name=name, state=state)
    if item.outside:
        yield say(
            "evidence.outside",
            lang,
            place=place,
            row=document.row,
            date=document.date,
            period=period,
        )
    if item.homeless:
        yield say("evidence.homeless", lang, place=place, row=document.row, name=name)


def _json(item: Held) -> dict[str, Any]:
    document = item.document
    return {
        "place": item.place,
        "row": document.row,
        "number": document.number,
        "date": document.date,
        "issuer": document.issuer,
        "name": document.name,
        "sha256": document.sha256 or None,
        "size": document.size,
        "state": item.state,
        "found": item.found or None,
        "outside": item.outside,
        "homeless": item.homeless,
    }
