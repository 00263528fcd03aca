"""Documents: the evidence that an office lists, one record a document and row of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from texts import Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that backs a row.

    `row`: the code of the row; `number`, `date` and `issuer` as the document has them; `name`: its
    file (a path inside the folder of evidence) or a link; `sha256` and `size` (bytes) of the file.
    """

    row: str = ""
    number: str = ""
    date: str = ""
    issuer: str = ""
    name: str = ""
    sha256: str = ""
    size: int | None = None

    @property
    def blank(self) -> bool:
        """Nothing is there."""
        return self == Document()


SLOTS = tuple(field.name for field in fields(Document))
"""The names of what a document has, in the order of the list."""


def read_documents(raw: Any) -> tuple[Document, ...] | Text:
    """Read the «documents» of a unit.json; the text says what cannot be read.

    >>> read_documents([{"row": "1.1", "number": "12/QĐ-UBND", "size": 10}])[0].number
    '12/QĐ-UBND'
    """
    if raw is None:
        return ()
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return text("unit.documents")
    found = []
    for place, item in enumerate(raw, 1):
        if not isinstance(item, Mapping) or not set(item) <= set(SLOTS):
            return text("unit.document", place=place, known=SLOTS)
        size = item.get("size")
        if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 0):
            return text("unit.document-size", place=place)
        words = {slot: str(item.get(slot) or "") for slot in SLOTS if slot != "size"}
        found.append(Document(**words, size=size))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one file brought to a row when workbooks were merged: `words` are its cells."""

    row: str = ""
    agency: str = ""
    file: str = ""
    words: str = ""


ENTRY = tuple(field.name for field in fields(Entry))
"""The names of what an entry has."""


def read_journal(raw: Any) -> tuple[Entry, ...] | Text:
    """Read the «journal» of a unit.json; the text says what cannot be read."""
    if raw is None:
        return ()
    listed = isinstance(raw, Sequence) and not isinstance(raw, str)
    if not listed or not all(isinstance(i, Mapping) and set(i) <= set(ENTRY) for i in raw):
        return text("unit.journal", known=ENTRY)
    return tuple(Entry(**{slot: str(item.get(slot) or "") for slot in ENTRY}) for item in raw)
