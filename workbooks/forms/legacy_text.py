"""Legacy text: Vietnamese typed in TCVN3 (fonts .Vn…) or VNI (fonts VNI-…), read as Unicode."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbooks.files.book import Book, Cell, CellKind, Sheet

# TCVN 5712:1993, the lower case that the fonts .Vn… show; the fonts …H draw it as capitals.
_TCVN3_BYTES = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC,
    "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA,
    "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA,
    "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC,
    "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB,
    "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4,
    "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB,
    "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE, "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5,
    "Ư": 0xA6, "Đ": 0xA7,
}  # fmt: skip
_TCVN3 = {byte: letter for letter, byte in _TCVN3_BYTES.items()}

# VNI for Windows: a letter and a sign after it, or one letter of its own.
_VNI_SIGNS = {
    "a": "aùá aøà aûả aõã aïạ aââ aáấ aàầ aåẩ aãẫ aäậ aêă aéắ aèằ aúẳ aüẵ aëặ",
    "e": "eùé eøè eûẻ eõẽ eïẹ eâê eáế eàề eåể eãễ eäệ",
    "o": "oùó oøò oûỏ oõõ oïọ oâô oáố oàồ oåổ oãỗ oäộ",
    "u": "uùú uøù uûủ uõũ uïụ",
    "y": "yùý yøỳ yûỷ yõỹ",
    "ơ": "ôùớ ôøờ ôûở ôõỡ ôïợ",
    "ư": "öùứ öøừ öûử öõữ öïự",
}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for group in _VNI_SIGNS.values():
        for word in group.split():
            table[word[:2]] = word[2]
    for typed, letter in list(table.items()):
        table.setdefault(typed.upper(), letter.upper())
        table.setdefault(typed[0].upper() + typed[1:], letter.upper())
    return table


_VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

# Signs that Unicode Vietnamese never has inside a word.
_TELLS = {
    "TCVN3": re.compile(r"(?<=[A-Za-zÀ-ÿ])[µ-¹¨-®»-¾]|[§®](?=[A-Za-z\xa1-ÿ])"),
    "VNI": re.compile(r"[aA][ùøûõïâåäêéèüëáà]|[eEoOuUôö][ùøûïåä]|[ñÑ](?=[a-zà-ÿ])"),
}
_FONTS = {".vn": "TCVN3", "vni-": "VNI", "vni ": "VNI"}
_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u0300-\u0323\u1ea0-\u1ef9]")
_HIGH = re.compile("[\xa1-\xff]")
_PLAIN = ("có", "có.", "trống")
"""Words that are Vietnamese as they stand and nonsense when decoded."""
_ENOUGH = 3
_ENOUGH_IN_A_CELL = 2


def decode(text: str, encoding: str) -> str:
    """Turn text of an old encoding into Unicode.

    >>> decode("§· ban hµnh", "TCVN3"), decode("Ñaõ ban haønh", "VNI")
    ('Đã ban hành', 'Đã ban hành')
    """
    if encoding == "TCVN3":
        return text.translate(_TCVN3)
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


@dataclass(frozen=True)
class Decoded:
    """A book in Unicode, and the cells that had to be decoded: (sheet, address) → encoding."""

    book: Book
    cells: dict[tuple[str, str], str]


def decode_book(book: Book) -> Decoded:
    """Decode the cells of old encodings; a book without any comes back as it is."""
    texts = [
        str(cell.value)
        for sheet in book.sheets
        for cell in sheet.cells.values()
        if cell.kind is CellKind.TEXT
    ]
    votes = {name: sum(bool(tell.search(t)) for t in texts) for name, tell in _TELLS.items()}
    name, votes_for = max(votes.items(), key=lambda item: item[1])
    if not votes_for:
        return Decoded(book, {})
    unicode = sum(bool(_UNICODE.search(text)) for text in texts)
    # Where fonts tell, they alone do; a file whose fonts were lost is judged as a whole.
    named = any(_by_font(c.font) for sheet in book.sheets for c in sheet.cells.values())
    whole = name if not named and votes_for >= _ENOUGH and votes_for > unicode else ""
    found: dict[tuple[str, str], str] = {}
    sheets = tuple(_decode_sheet(sheet, whole, votes, found) for sheet in book.sheets)
    return Decoded(replace(book, sheets=sheets), found) if found else Decoded(book, {})


def _decode_sheet(
    sheet: Sheet, whole: str, votes: dict[str, int], found: dict[tuple[str, str], str]
) -> Sheet:
    changed: dict[tuple[int, int], Cell] = {}
    for place, cell in sheet.cells.items():
        if cell.kind is not CellKind.TEXT:
            continue
        text = str(cell.value)
        encoding = _encoding_of(text, cell.font, whole, votes)
        if encoding and (plain := decode(text, encoding)) != text:
            changed[place] = cell._replace(value=plain)
            found[sheet.name, cell.address] = encoding
    return replace(sheet, cells={**sheet.cells, **changed}) if changed else sheet


def _by_font(font: str) -> str:
    start = font.lower()
    return next((name for prefix, name in _FONTS.items() if start.startswith(prefix)), "")


def _encoding_of(text: str, font: str, whole: str, votes: dict[str, int]) -> str:
    if not _HIGH.search(text) or _UNICODE.search(text) or text.strip().casefold() in _PLAIN:
        return ""
    named = _by_font(font)
    if named and votes[named]:
        return named
    if whole:
        return whole
    for name, tell in _TELLS.items():
        if len(tell.findall(text)) >= _ENOUGH_IN_A_CELL:
            return name
    return ""
