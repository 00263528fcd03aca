"""Titles: how close two texts are, whatever was done to their marks, case and line breaks."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_SHORT = 90
_PREFIX = 15


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The words of a text in plain lower-case letters and digits.

    >>> key("  Tỷ lệ số hóa\\nhồ sơ (TTHC): ")
    'ty le so hoa ho so tthc'
    """
    plain = unicodedata.normalize("NFD", text).casefold().replace("đ", "d").replace("ð", "d")
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "\xad\u200b")
    return " ".join(re.findall(r"[a-z0-9]+", letters))


@lru_cache(maxsize=65536)
def similarity(typed: str, official: str) -> float:
    """How close two keys are, from 0 to 1. A cut or continued title is close to the whole.

    >>> similarity("thu dien tu", "thu dien tu"), similarity("thu dien tu", "ban hanh") < 0.4
    (1.0, True)
    """
    if typed == official:
        return 1.0
    if not typed or not official:
        return 0.0
    if len(official) >= _PREFIX and typed.startswith(official + " "):
        return 0.95
    if len(typed) >= _PREFIX and official.startswith(typed):
        return 0.9
    words = SequenceMatcher(None, typed.split(), official.split(), autojunk=False).ratio()
    if len(typed) <= _SHORT and len(official) <= _SHORT:
        return max(words, SequenceMatcher(None, typed, official, autojunk=False).ratio())
    return words


_CODE = re.compile(r"\s*((?:[IVX]+|[0-9]+)(?:[.,][0-9]+)*)\s*[.):]?\s*")
_PREFIXED = re.compile(r"\s*([IVX]+(?=[.):])|[0-9]+(?:\.[0-9]+)*)[.):]?\s*[-–]?\s+(?=\D)")
_NAMED = re.compile(
    r"\s*(?:trụ cột|phần|mục|chỉ số(?: chính| thành phần)?|tiêu chí|nhóm)(?: số)?\s+"
    r"([IVX]+|[0-9]+(?:\.[0-9]+)*)\s*[.):–-]\s*(?=\D)",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\s*[(:–-]\s*(?:tối đa )?[0-9]+(?:[.,][0-9]+)?\s*(?:điểm|đ)\s*\)?\s*$", re.IGNORECASE
)


def plain_code(text: str) -> str:
    """The code that a text is, or nothing.

    >>> plain_code(" 3.10. "), plain_code("1,2"), plain_code("IV"), plain_code("(1) Chỉ số")
    ('3.10', '1.2', 'IV', '')
    """
    match = _CODE.fullmatch(text)
    return match[1].replace(",", ".") if match else ""


def split_code(text: str) -> tuple[str, str]:
    """Take a code off the front of a title, and its points off the end.

    >>> split_code("1.2. Số cuộc họp (10 điểm)"), split_code("Số cuộc họp")
    (('1.2', 'Số cuộc họp'), ('', 'Số cuộc họp'))
    >>> split_code("Trụ cột II: Thể chế số")
    ('II', 'Thể chế số')
    """
    text = _WORTH.sub("", text)
    match = _PREFIXED.match(text) or _NAMED.match(text)
    if not match:
        return "", text
    return match[1].rstrip(".):").upper(), text[match.end() :]
