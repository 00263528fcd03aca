"""Notes of a worksheet: ours are put beside the official's, and taken away again."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from xml.sax.saxutils import escape, quoteattr

from workbooks.files.book import place_of
from workbooks.patch.parts import (
    Patch,
    before_end,
    declared,
    elements,
    into,
    namespace_of,
    spliced,
)
from workbooks.sheets.write import writable

AUTHOR = "DTI"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
"""What may follow `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99)."""
_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape id="dti_{row}_{column}" type="#_x0000_t202" style="position:absolute;'
    'width:240pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#fff2cc" o:insetmode="auto">'
    '<v:fill color2="#fff2cc"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left},10,{top},4,{right},10,{bottom},4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ANY_SHAPE = re.compile(rb"<v:shape\b.*?</v:shape>\s*", re.DOTALL)
_PLACE = re.compile(rb"<x:(Row|Column)>\s*([0-9]+)\s*</x:\1>")


def put_notes(patch: Patch, sheet: str, notes: Mapping[str, str]) -> None:
    """Put notes at cells that have none. Raises KeyError for an unknown sheet."""
    part = patch.sheets()[sheet]
    comments = next((path for _, path in patch.related(part, "comments")), "")
    if not comments:
        comments = _new_comments(patch, part)
    content = patch.read(comments)
    own = declared(content, namespace_of(content))
    found = list(elements(content, comments, 2, "authors"))
    names = [content[e.inner : e.end].partition(b"<")[0] for e in found]
    author = names.index(AUTHOR.encode()) if AUTHOR.encode() in names else len(names)
    added = "".join(_comment(where, said, author, own) for where, said in notes.items())
    lists = {e.name: e for e in elements(content, comments, 1)}
    changes = [into(content, lists["commentList"], added.encode())]
    if author == len(names):
        name = f"<author{own}>{AUTHOR}</author>"
        changes.append(into(content, lists["authors"], name.encode()))
    patch.write(comments, spliced(content, changes))
    _draw(patch, part, notes)


def _comment(where: str, said: str, author: int, own: str) -> str:
    words = escape(writable(said))
    return (
        f'<comment{own} ref="{where}" authorId="{author}"><text><r>'
        f'<t xml:space="preserve">{words}</t></r></text></comment>'
    )


def _new_comments(patch: Patch, part: str) -> str:
    namespace = namespace_of(patch.read(part))
    name = patch.new_name("xl/commentsDti{}.xml")
    patch.write(
        name,
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{namespace}">'
        "<authors></authors><commentList></commentList></comments>".encode(),
    )
    patch.declare(name, _COMMENTS)
    patch.relate(part, "comments", name)
    return name


def _draw(patch: Patch, part: str, notes: Collection[str]) -> None:
    """The boxes of the notes: Excel shows no note without one."""
    drawing = _drawing_of(patch, part)
    shapes = "".join(map(_shape, notes))
    patch.write(drawing, before_end(patch.read(drawing), shapes.encode()))


def _shape(where: str) -> str:
    row, column = (number - 1 for number in place_of(where))
    box = {"left": column + 1, "right": column + 4, "top": max(row - 1, 0), "bottom": row + 5}
    return _SHAPE.format(row=row, column=column, **box)


def _drawing_of(patch: Patch, part: str) -> str:
    """The part with the boxes of a sheet, made where there is none."""
    content = patch.read(part)
    children = list(elements(content, part, 1))
    known = dict(patch.related(part, "vmlDrawing"))
    for element in children:
        if element.name == "legacyDrawing":
            used = [known[v] for k, v in element.attributes.items() if v in known]
            if used:
                return used[0]
    drawing = patch.new_name("xl/drawings/vmlDrawingDti{}.vml")
    patch.write(drawing, _DRAWING)
    patch.declare_ending("vml", _VML)
    identity = patch.relate(part, "vmlDrawing", drawing)
    own = declared(content, namespace_of(content))
    relations = f"xmlns:r={quoteattr(patch.kinds)}"
    line = f"<legacyDrawing{own} {relations} r:id={quoteattr(identity)}/>".encode()
    later = [e.start for e in children if e.name in _AFTER]
    if later:
        patch.write(part, spliced(content, [(later[0], later[0], line)]))
    else:
        patch.write(part, before_end(content, line))
    return drawing


def remove_notes(patch: Patch, sheet: str, cells: Collection[str]) -> None:
    """Take the notes of cells away, and what was made for them alone."""
    part = patch.sheets()[sheet]
    for identity, comments in patch.related(part, "comments"):
        content = patch.read(comments)
        every = list(elements(content, comments, 2, "commentList"))
        gone = [e for e in every if e.attributes.get("ref") in cells]
        if len(gone) == len(every):
            patch.undeclare(comments)
            patch.remove(comments)
            patch.unrelate(part, identity)
        else:
            changes = [(e.start, e.end, b"") for e in gone]
            patch.write(comments, _without_author(spliced(content, changes), comments))
    for identity, drawing in patch.related(part, "vmlDrawing"):
        _erase(patch, part, identity, drawing, cells)


def _without_author(content: bytes, part: str) -> bytes:
    """Our name goes with our last note, where it stands at the end of the authors."""
    authors = list(elements(content, part, 2, "authors"))
    last = len(authors) - 1
    if not authors or not content[authors[-1].inner :].startswith(f"{AUTHOR}<".encode()):
        return content
    if any(
        e.attributes.get("authorId") == str(last) for e in elements(content, part, 2, "commentList")
    ):
        return content
    return spliced(content, [(authors[-1].start, authors[-1].end, b"")])


def _erase(patch: Patch, part: str, identity: str, drawing: str, cells: Collection[str]) -> None:
    places = {tuple(number - 1 for number in place_of(where)) for where in cells}
    content = patch.read(drawing)

    def kept(shape: re.Match[bytes]) -> bytes:
        place = {name: int(number) for name, number in _PLACE.findall(shape[0])}
        gone = (place.get(b"Row"), place.get(b"Column")) in places
        return b"" if gone and b'ObjectType="Note"' in shape[0] else shape[0]

    left = _ANY_SHAPE.sub(kept, content)
    if left == content:
        return
    if b"<v:shape " in left or "Dti" not in drawing:
        patch.write(drawing, left)
        return
    sheet = patch.read(part)
    boxes = [
        e
        for e in elements(sheet, part, 1)
        if e.name == "legacyDrawing" and identity in e.attributes.values()
    ]
    patch.write(part, spliced(sheet, [(e.start, e.end, b"") for e in boxes]))
    patch.undeclare(drawing)
    patch.remove(drawing)
    patch.unrelate(part, identity)
