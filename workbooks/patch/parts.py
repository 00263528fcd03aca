"""Parts of a workbook as bytes: where their elements begin and end, and a copy with other parts."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import quoteattr

from workbooks.files.package import Package, open_package
from workbooks.files.refusals import unreadable
from workbooks.files.xml_parts import MAIN, new_parser, run

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ROOT_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"</Relationships>"
)
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part: its name without prefix, and the bytes that it takes.

    `inner`: where its first start tag ends; equal to `end` for one that closes itself.
    """

    name: str
    start: int
    inner: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)


def elements(content: bytes, part: str, depth: int, below: str = "") -> Iterator[Element]:
    """The elements at a depth (1: children of the root), in their order.

    `below`: only those in an element of this name. Raises Unreadable for a part that is not well
    formed, or not written in UTF-8, whose places could not be told.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise unreadable("damaged.xml", part=part, why="UTF-16")
    parser = new_parser(part, None)
    found: list[Element] = []
    path: list[tuple[str, int, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        path.append((tag.rpartition(":")[2], parser.CurrentByteIndex, attributes))

    def end(_: str) -> None:
        name, begin, attributes = path.pop()
        if len(path) != depth or (below and path[-1][0] != below):
            return
        inner = _tag_end(content, begin)
        at = parser.CurrentByteIndex
        closed = content[inner - 2 : inner] == b"/>"
        last = inner if closed else content.index(b">", at) + 1
        found.append(Element(name, begin, inner, last, attributes))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    run(parser, content, part)
    yield from found


def _tag_end(content: bytes, at: int) -> int:
    """Where a start tag ends: a `>` inside a value does not end it."""
    quote = 0
    for place in range(at, len(content)):
        byte = content[place]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return place + 1
    raise ValueError(at)


def declared(content: bytes, namespace: str) -> str:
    """What a new element has to say of its namespace: nothing where it is the usual one.

    >>> declared(b'<a xmlns="n"/>', "n"), declared(b'<x:a xmlns:x="n"/>', "n")
    ('', ' xmlns="n"')
    """
    root = re.search(rb"<[A-Za-z_][^>]*>", content)
    usual = f'xmlns="{namespace}"'.encode()
    return "" if root and usual in root[0] else f' xmlns="{namespace}"'


def namespace_of(content: bytes) -> str:
    """The namespace of spreadsheets that a part uses: the usual one or the strict one."""
    return next((name for name in MAIN if name.encode() in content[:4000]), MAIN[0])


def spliced(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """The same bytes with some stretches replaced: (start, end, instead)."""
    pieces, at = [], 0
    for start, end, instead in sorted(changes, key=lambda change: change[:2]):
        pieces += [content[at:start], instead]
        at = end
    return b"".join([*pieces, content[at:]])


class Patch:
    """A workbook whose parts are read, changed, added and removed; `saved` gives the copy."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises Unreadable for one that is no harmless .xlsx."""
        self._order: list[zipfile.ZipInfo] = []
        self._parts: dict[str, bytes] = {}
        with TemporaryDirectory(prefix="dti-") as folder:
            path = Path(folder) / "book"
            path.write_bytes(data)
            package = open_package(path)
            try:
                self._load(package)
            finally:
                package.close()

    def _load(self, package: Package) -> None:
        for name, info in package.members.items():
            self._order.append(info)
            self._parts[name] = package.archive.read(info)

    @cached_property
    def workbook(self) -> str:
        """The part of the workbook."""
        return next((path for _, path in self.related("", "officeDocument")), "xl/workbook.xml")

    @cached_property
    def kinds(self) -> str:
        """The beginning of the kinds of relations, which strict files write otherwise."""
        kinds = (e.attributes.get("Type", "") for e in self.relations(""))
        return next(k for k in kinds if k.endswith("/officeDocument")).rpartition("/")[0]

    def sheets(self) -> dict[str, str]:
        """The parts of the worksheets by the names of the sheets."""
        paths = dict(self.related(self.workbook, "worksheet"))
        found = elements(self.read(self.workbook), self.workbook, 2, "sheets")
        ids = {e.attributes["name"]: relation_id(e) for e in found}
        return {name: paths[identity] for name, identity in ids.items() if identity in paths}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises Unreadable where there is none."""
        if part not in self._parts:
            raise unreadable("damaged.part-missing", part=part)
        return self._parts[part]

    def write(self, part: str, content: bytes) -> None:
        """Put a part there, new or instead of the old one."""
        self._parts[part] = content

    def remove(self, part: str) -> None:
        """Take a part away; no error where it is gone already."""
        self._parts.pop(part, None)

    def saved(self) -> bytes:
        """The copy: parts in their old order, new ones at the end, no time of today in it."""
        buffer = io.BytesIO()
        known = {info.filename.replace("\\", "/"): info for info in self._order}
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self._parts.items():
                old = known.get(name)
                entry = zipfile.ZipInfo(name, old.date_time if old else (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED if old is None else old.compress_type
                entry.external_attr = 0o644 << 16 if old is None else old.external_attr
                package.writestr(entry, content)
        return buffer.getvalue()

    # --- Relations and content types -----------------------------------------------------------

    def relations(self, part: str) -> list[Element]:
        """The relations of a part, with the places of their elements in its own part."""
        rels = relations_of(part)
        return list(elements(self._parts[rels], rels, 1)) if rels in self._parts else []

    def related(self, part: str, kind: str) -> list[tuple[str, str]]:
        """Relation and part of everything of one kind that a part refers to inside the file."""
        found = []
        for element in self.relations(part):
            given = element.attributes
            if given.get("Type", "").rsplit("/", 1)[-1] == kind and "TargetMode" not in given:
                target = given.get("Target", "")
                path = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
                )
                found.append((given.get("Id", ""), path))
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from a part to another one; gives its id."""
        rels = relations_of(part)
        content = self._parts.get(rels, _ROOT_RELATIONS)
        taken = {e.attributes.get("Id") for e in elements(content, rels, 1)}
        name = next(f"rIdDti{n}" for n in range(1, 10_000) if f"rIdDti{n}" not in taken)
        path = posixpath.relpath(target, posixpath.dirname(part) or ".")
        own = declared(content, _RELATIONS)
        kind = f"{self.kinds}/{kind}"
        line = f'<Relationship{own} Id="{name}" Type="{kind}" Target={quoteattr(path)}/>'
        self._parts[rels] = before_end(content, line.encode())
        return name

    def unrelate(self, part: str, identity: str) -> None:
        """Take a relation away, and the part of relations where it was the last one."""
        rels = relations_of(part)
        if rels not in self._parts:
            return
        content, all_of_them = self._parts[rels], self.relations(part)
        gone = [e for e in all_of_them if e.attributes.get("Id") == identity]
        if len(gone) == len(all_of_them):
            self.remove(rels)
        else:
            self._parts[rels] = spliced(content, [(e.start, e.end, b"") for e in gone])

    def declare(self, part: str, kind: str) -> None:
        """Say what a new part is."""
        own = declared(self._parts[TYPES], _TYPES)
        name = quoteattr(f"/{part}")
        line = f"<Override{own} PartName={name} ContentType={quoteattr(kind)}/>"
        self._parts[TYPES] = before_end(self._parts[TYPES], line.encode())

    def declare_ending(self, ending: str, kind: str) -> None:
        """Say what all parts with an ending are, where nobody has said so."""
        known = elements(self._parts[TYPES], TYPES, 1)
        if not any(e.attributes.get("Extension", "").lower() == ending for e in known):
            own = declared(self._parts[TYPES], _TYPES)
            line = f"<Default{own} Extension={quoteattr(ending)} ContentType={quoteattr(kind)}/>"
            self._parts[TYPES] = before_end(self._parts[TYPES], line.encode())

    def undeclare(self, part: str) -> None:
        """Forget what a part was, and its ending where no other part has it."""
        ending = part.rpartition(".")[2].lower()
        last = not any(n.lower().endswith(f".{ending}") for n in self._parts if n != part)
        gone = [
            element
            for element in elements(self._parts[TYPES], TYPES, 1)
            if element.attributes.get("PartName") == f"/{part}"
            or (last and element.attributes.get("Extension", "").lower() == ending)
        ]
        self._parts[TYPES] = spliced(self._parts[TYPES], [(e.start, e.end, b"") for e in gone])

    def new_name(self, pattern: str) -> str:
        """A part's name that nobody has: `{}` becomes a number."""
        return next(n for k in range(1, 10_000) if (n := pattern.format(k)) not in self._parts)


def relation_id(element: Element) -> str:
    """The relation that an element names, whatever prefix it writes it with."""
    return next((v for k, v in element.attributes.items() if k.endswith(":id")), "")


def relations_of(part: str) -> str:
    """The part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def before_end(content: bytes, added: bytes) -> bytes:
    """Something more at the end of the root, which may have closed itself."""
    at = content.rfind(b"</")
    end = content.rfind(b"/>")
    if end > at and not content[end + 2 :].strip():
        found = re.search(rb"<([\w:.-]+)[^<]*/>\s*$", content)
        if found is None:
            raise ValueError(content[-40:])
        return content[:end] + b">" + added + b"</" + found[1] + b">" + content[end + 2 :]
    return content[:at] + added + content[at:]


def into(content: bytes, element: Element, added: bytes) -> tuple[int, int, bytes]:
    """A change that puts something at the end of an element."""
    if element.inner < element.end:
        at = content.rindex(b"</", element.inner, element.end)
        return at, at, added
    tag = content[element.start : element.end]
    name = re.match(rb"<([\w:.-]+)", tag)
    assert name is not None
    return element.start, element.end, tag[:-2] + b">" + added + b"</" + name[1] + b">"
