"""XML parts through the standard library's expat: no document type, nothing from outside.

A document type is refused where expat meets it, in whatever encoding, before any entity could be
declared. A part is either read by handlers, in memory that does not grow with it, or, where it is
small, held as a tree whose depth is bounded: freeing a deep tree overflows the stack of a
browser's Python.
"""

from __future__ import annotations

from typing import Any, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from workbooks.files import limits
from workbooks.files.refusals import too_much, unreadable, unsafe

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of spreadsheets: the usual one and the strict one."""


def new_parser(part: str, separator: str | None = "}") -> expat.XMLParserType:
    """A parser that refuses a document type and joins text; `separator` None: plain names."""
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.buffer_size = 65536

    def refuse(*_: Any) -> NoReturn:
        raise unsafe("unsafe.doctype", part=part)

    parser.StartDoctypeDeclHandler = refuse
    return parser


def run(parser: expat.XMLParserType, content: bytes, part: str) -> None:
    """Parse all of a part. Raises Unreadable where it is not well-formed."""
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        # LookupError and ValueError: an encoding that is none, or that is not of single bytes.
        raise unreadable("damaged.xml", part=part, why=str(error)) from None


def tree(content: bytes, part: str) -> Element:
    """The root of a small part; tags as ElementTree writes them. Raises Unreadable.

    >>> [child.tag for child in tree(b'<a xmlns="n"><b r="1"/></a>', "x")]
    ['{n}b']
    """
    if content.count(b"<") > limits.TREE_MARKS:
        raise too_much("marks", limits.TREE_MARKS)
    builder = TreeBuilder()
    parser = new_parser(part)
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.DEPTH:
            raise too_much("depth", limits.DEPTH)
        builder.start("{" + tag if "}" in tag else tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    run(parser, content, part)
    return builder.close()
