"""Printable: words from a file as one line of a message, whatever is in them."""

from __future__ import annotations

from unicodedata import category

LIMIT = 200
"""Characters of a quoted text; a cell holds up to 32,767."""

_MORE = "…"
_BREAKS = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_NOTHING = frozenset("\u200c\u200d\ufeff\u00ad")
"""Joiners and the soft hyphen show nothing and move nothing; they are simply left out."""


def printable(text: str, limit: int = LIMIT) -> str:
    """A text that cannot forge a line, move the cursor, turn the reading direction or fill a page.

    Line breaks and tabs become one space; other control characters, bidirectional marks,
    unassigned characters and halves of pairs become `\\ufffd`.

    >>> printable("Sở\\nkhac.xlsx: KHỚP"), printable("a\\x1b[2Jb\\u202ec"), printable("x" * 300, 5)
    ('Sở khac.xlsx: KHỚP', 'a\\ufffd[2Jb\\ufffdc', 'xxxx…')
    """
    if len(text) > limit:
        text = text[: limit - 1] + _MORE
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in _BREAKS:
        return " "
    if char in _NOTHING:
        return ""
    return "\ufffd" if category(char) in _HARMFUL else char
