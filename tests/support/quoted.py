"""Quoted: what an English answer may hold in Vietnamese — the law's own words and a unit's data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from scoring.law import Law

LETTERS = re.compile(
    "[ăâđêôơưạảãàáầấẩẫậằắẳẵặẹẻẽèéềếểễệìíịỉĩọỏõòóồốổỗộờớởỡợụủũùúừứửữựỳýỵỷỹ]", re.IGNORECASE
)
"""Letters that only Vietnamese has (a few others, too, in words that we do not use)."""


def words_of(law: Law) -> list[str]:
    """Every text of a table, the longest first, as it stands and in one line."""
    found = {text for text in _texts(law, set()) if LETTERS.search(text)}
    found |= {" ".join(text.split()) for text in found}
    found |= {line.strip() for text in found for line in text.splitlines()}
    found |= {part.strip(" .\n") for text in found for part in text.split(";")}
    return sorted(found, key=len, reverse=True)


def _texts(value: Any, seen: set[int]) -> Iterator[str]:
    if isinstance(value, Enum) or id(value) in seen:
        return
    if isinstance(value, str):
        yield value
        return
    seen.add(id(value))
    if is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name), seen)
        slots = getattr(value, "slots", ())
        for slot in slots if isinstance(slots, tuple) else ():
            yield from _texts(slot, seen)
    elif isinstance(value, dict):
        for item in (*value.keys(), *value.values()):
            yield from _texts(item, seen)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from _texts(item, seen)


def ours_in_vietnamese(answer: str, law: Law, *data: str) -> list[str]:
    """The lines of an answer that hold Vietnamese which is neither the law's nor the unit's."""
    for words in sorted((*words_of(law), *data), key=len, reverse=True):
        answer = answer.replace(words, "")
    return [line for line in answer.splitlines() if LETTERS.search(line)]
