"""Styles and texts that all cells of an .xlsx file share."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from workbooks.files import limits
from workbooks.files.book import Style
from workbooks.files.number_formats import BUILTIN, is_date
from workbooks.files.package import Package
from workbooks.files.refusals import too_much
from workbooks.files.xlsx_usual import usual_texts
from workbooks.files.xml_parts import new_parser, run

_LONGEST_FORMAT = 255
"""Characters of a number format, as Excel has it."""

# The first two colours of a theme are the window's ground and its text: white and black in every
# theme that comes with the programs. ECMA-376 part 1, 18.8.27 lists the numbered ones.
_THEME = {0: "FFFFFF", 1: "000000"}
_INDEXED = {0: "000000", 1: "FFFFFF", 8: "000000", 9: "FFFFFF", 64: "000000", 65: "FFFFFF"}


def namespace_of(root: Element) -> str:
    """The namespace of a part, as it stands before each tag: the usual one or the strict one."""
    return root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""


def text_of(node: Element, ns: str) -> str:
    """The text of a string item: runs joined, phonetic guides left out."""
    if len(node) == 1 and node[0].tag == f"{ns}t":
        return node[0].text or ""
    guides = {run for guide in node.iter(f"{ns}rPh") for run in guide.findall(f"{ns}t")}
    return "".join(run.text or "" for run in node.iter(f"{ns}t") if run not in guides)


def shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells refer to by number. Raises Unreadable."""
    if not part or part not in package:
        return []
    content = package.read(part)
    texts = usual_texts(content, part)
    if texts is None:
        texts = _texts(content, part)
    if len(texts) > limits.TEXTS:
        raise too_much("texts", limits.TEXTS)
    if any(len(text) > limits.TEXT for text in texts):
        raise too_much("text", limits.TEXT)
    return texts


def _texts(content: bytes, part: str) -> list[str]:
    """The texts, however they are written."""
    texts: list[str] = []
    pieces: list[str] = []
    parser = new_parser(part)
    open_tags: list[str] = []

    def start(tag: str, _: object) -> None:
        name = tag.rpartition("}")[2]
        if name == "si":
            pieces.clear()
        elif name == "t" and "rPh" not in open_tags:
            parser.CharacterDataHandler = pieces.append
        open_tags.append(name)
        if len(open_tags) > limits.DEPTH:
            raise too_much("depth", limits.DEPTH)

    def end(_: str) -> None:
        name = open_tags.pop()
        if name == "t":
            parser.CharacterDataHandler = None
        elif name == "si":
            texts.append("".join(pieces))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    run(parser, content, part)
    return texts


def styles_of(package: Package, part: str) -> tuple[Style, ...]:
    """How cells look, by style index; never empty. Raises Unreadable."""
    if not part or part not in package:
        return (Style(),)
    root = package.parse(part)
    ns = namespace_of(root)
    formats = dict(BUILTIN)
    for node in root.iter(f"{ns}numFmt"):
        code = node.get("formatCode") or "General"
        formats[int(node.get("numFmtId") or 0)] = code[:_LONGEST_FORMAT]
    fonts = [_font(node, ns) for node in root.iterfind(f"{ns}fonts/{ns}font")]
    fills = [_fill(node, ns) for node in root.iterfind(f"{ns}fills/{ns}fill")]
    styles = []
    for node in root.iterfind(f"{ns}cellXfs/{ns}xf"):
        number_format = formats.get(int(node.get("numFmtId") or 0), "General")
        font, fill = int(node.get("fontId") or 0), int(node.get("fillId") or 0)
        name, strike, color = fonts[font] if font < len(fonts) else ("", False, "")
        ground = fills[fill] if fill < len(fills) else ""
        styles.append(Style(number_format, name, is_date(number_format), strike, color, ground))
    return tuple(styles) or (Style(),)


def _font(node: Element, ns: str) -> tuple[str, bool, str]:
    """Name, whether it is struck through, colour."""
    name, strike = node.find(f"{ns}name"), node.find(f"{ns}strike")
    return (
        (name.get("val") or "") if name is not None else "",
        strike is not None and strike.get("val", "1") not in ("0", "false"),
        _color(node.find(f"{ns}color")),
    )


def _fill(node: Element, ns: str) -> str:
    pattern = node.find(f"{ns}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    return _color(pattern.find(f"{ns}fgColor"))


def _color(node: Element | None) -> str:
    if node is None:
        return ""
    rgb = node.get("rgb")
    if rgb is not None:
        return rgb[-6:].upper()
    for key, known in (("theme", _THEME), ("indexed", _INDEXED)):
        number = node.get(key)
        if number is not None and not node.get("tint"):
            return known.get(int(number), "")
    return ""
