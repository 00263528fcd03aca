"""Quotes: whether a text of a ruleset stands, word for word, in the source of its document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rulesets import files
from rulesets.lint_base import Said
from texts import text

_MARKUP = re.compile(r"</?[a-z]+>|\\(?:frac|text|geq|leq|times|%)|[$|{}*]")


def unquoted(table_id: str, code: str = "", what: str = "", words: str = "") -> Iterator[Said]:
    """Say which words of a text the source does not have; `what` it is, `lint.what.…`.

    Without a text: say whether there is a source at all.
    """
    path = files.source_path(table_id).with_name(files.SOURCE)
    source = _source(path, path.stat().st_mtime_ns if path.is_file() else 0)
    if source is None:
        if not code:
            yield table_id, text("lint.no_source", file=files.SOURCE)
        return
    missing = [word for word in words_of(words) if word not in source]
    if missing:
        said = text(
            "lint.unquoted",
            code=code,
            what=text(f"lint.what.{what}"),
            file=files.SOURCE,
            words=" ".join(missing[:5]),
        )
        yield code, said


@lru_cache(maxsize=8)
def _source(path: Path, _changed: int) -> frozenset[str] | None:
    if not path.is_file():
        return None
    return frozenset(words_of(path.read_text(encoding="utf-8", errors="replace")))


def words_of(text: str) -> list[str]:
    """The words of a text without the marks of the extraction.

    >>> words_of("Tỷ lệ <b>hồ sơ</b> 50%")
    ['Tỷ', 'lệ', 'hồ', 'sơ', '50']
    """
    plain = _MARKUP.sub(" ", unicodedata.normalize("NFC", text))
    return re.findall(r"\w+", plain)
