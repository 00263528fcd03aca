"""Quotes: whether a text of a ruleset stands, word for word, in the source of its document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from rulesets import files

_MARKUP = re.compile(r"</?[a-z]+>|\\(?:frac|text|geq|leq|times|%)|[$|{}*]")


def unquoted(table_id: str, texts: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Say which texts (code, what it is, text) have words that the source does not have."""
    source = _source(files.source_path(table_id).parent / "source.txt")
    if source is None:
        yield "không có source.txt của văn bản"
        return
    for code, what, text in texts:
        missing = [word for word in words(text) if word not in source]
        if missing:
            yield f"{code}: {what} có chữ không có trong văn bản: {' '.join(missing[:5])}"


@lru_cache(maxsize=8)
def _source(path: Any) -> frozenset[str] | None:
    if not path.is_file():
        return None
    return frozenset(words(path.read_text(encoding="utf-8")))


def words(text: str) -> list[str]:
    """The words of a text without the marks of the extraction.

    >>> words("Tỷ lệ <b>hồ sơ</b> 50%")
    ['Tỷ', 'lệ', 'hồ', 'sơ', '50']
    """
    plain = _MARKUP.sub(" ", unicodedata.normalize("NFC", text))
    return re.findall(r"\w+", plain)
