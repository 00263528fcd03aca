"""Guide: the tables of keys in the guide for those who write rulesets, made of the format.

They stand between `<!-- keys: RECORD RECORD … -->` and `<!-- /keys -->`; what is between is made.
"""

from __future__ import annotations

import re

from rulesets.format import RECORDS
from rulesets.format.records import Key, Record
from rulesets.format.types import ChoiceType
from rulesets.format.words import meaning
from texts import say

_MARKED = re.compile(r"(<!-- keys: ([a-z_. ]+) -->\n).*?(<!-- /keys -->)", re.DOTALL)


def filled(guide: str, lang: str = "vi") -> str:
    """A guide with its tables of keys made anew. Raises KeyError for an unknown record.

    >>> print(filled("<!-- keys: status -->\\n<!-- /keys -->").splitlines()[2])
    | ở | khóa | viết | bắt buộc | nghĩa |
    """

    def made(match: re.Match[str]) -> str:
        records = [RECORDS[name] for name in match[2].split()]
        return f"{match[1]}\n{keys_table(records, lang)}\n\n{match[3]}"

    return _MARKED.sub(made, guide)


def keys_table(records: list[Record], lang: str = "vi") -> str:
    """One table of the keys of several records; a key that they share stands once."""
    parts = ("where", "key", "type", "required", "meaning")
    head = [say(f"format.head.{part}", lang) for part in parts]
    rows: dict[str, list[str]] = {}
    for record in records:
        for key in record.keys:
            rows.setdefault(_row(record, key, lang), []).append(f"`{record.name}`")
    lines = [f"| {' | '.join(head)} |", "|---|---|---|---|---|"]
    lines += [
        f"| {', '.join(_most(names, len(records), lang))} {row}" for row, names in rows.items()
    ]
    return "\n".join(lines)


def _most(names: list[str], of: int, lang: str) -> list[str]:
    """The records that share a key."""
    return [say("format.all", lang)] if len(names) == of > 2 else names


def _row(record: Record, key: Key, lang: str) -> str:
    kind = say(key.type.word, lang)
    if isinstance(key.type, ChoiceType):
        kind = ", ".join(f"`{word}`" for word in key.type.words)
    needed = say("yes", lang) if key.required else ""
    for group in record.one_of:
        if key.name in group:
            others = ", ".join(f"`{name}`" for name in group)
            needed = f"{say('format.one_of', lang)}: {others}"
    if key.needs:
        needed = say("format.goes_with", lang, key=f"`{key.needs}`")
    return f"| `{key.name}` | {kind} | {needed} | {meaning(record.name, key.name).say(lang)} |"
