"""Links to other files that serve only our own functions: the add-in on whoever's machine.

A workbook that Excel saved with the add-in loaded stores `[1]!DTI_SCORE(…)` and a link to the
add-in's file. Such a link brings nothing into the workbook. Anything else that a link is used for,
or could be, is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from workbooks.files import limits
from workbooks.files.package import Package
from workbooks.files.refusals import too_much
from workbooks.files.xlsx_styles import namespace_of

_ADDIN = "dti.xlam"
_ELSEWHERE = re.compile(r"^(?:https?:|ftp:|\\\\|//|file:(?!///[A-Z]:))", re.IGNORECASE)
"""Excel would ask another computer for such a file."""
_WITH_FORMULAS = re.compile(r"^xl/(?:workbook\.xml|(?:worksheets|charts|tables|pivot\w*)/)")


def foreign_links(
    package: Package, book: Element, relations: dict[str, tuple[str, str]]
) -> Iterator[str]:
    """What the workbook links to, without the links that serve only our functions."""
    numbers = _numbers(book)
    found = 0
    for identity, (kind, part) in relations.items():
        if kind == "externalLink" and part in package:
            found += 1
            if found > limits.EXTERNAL_LINKS:
                raise too_much("links", limits.EXTERNAL_LINKS)
            targets = [target for _, target in package.relations(part).values()]
            target = targets[0] if targets else part
            number = numbers.get(identity)
            if number is None or not _serves_only_us(package, number, part, target):
                yield target


def _numbers(book: Element) -> dict[str, int]:
    """Relation → the number by which formulas call the link."""
    ns = namespace_of(book)
    nodes = book.iterfind(f"{ns}externalReferences/{ns}externalReference")
    found = {}
    for number, node in enumerate(nodes, 1):
        for name, value in node.attrib.items():
            if str(name).endswith("}id"):
                found[str(value)] = number
    return found


def _serves_only_us(package: Package, number: int, part: str, target: str) -> bool:
    if _ELSEWHERE.match(target) or not _holds_names_only(package.parse(part)):
        return False
    ours, others = 0, 0
    for name in package.members:
        if _WITH_FORMULAS.match(name) and name.endswith(".xml"):
            content = package.read(name)
            uses = len(re.findall(rb"\[%d\]" % number, content))
            # LibreOffice writes names that it does not know in small letters.
            calls = len(re.findall(rb"(?i)\[%d\]!DTI_[A-Z_]+\(" % number, content))
            ours, others = ours + calls, others + uses - calls
    named_like_ours = re.split(r"[\\/]", target)[-1].lower() == _ADDIN
    return not others and (ours > 0 or named_like_ours)


def _holds_names_only(link: Element) -> bool:
    """A link to a workbook that brings no cell along; DDE and OLE links are something else."""
    children = [_local(child) for child in link if isinstance(child.tag, str)]
    cells = (node for node in link.iter() if isinstance(node.tag, str))
    return children == ["externalBook"] and all(_local(node) != "cell" for node in cells)


def _local(node: Element) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]
