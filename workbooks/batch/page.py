"""Page: the overview of many files for a phone, with a filter and a link to each unit's page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from texts import say, worded
from texts.printable import printable
from workbooks.batch.answer import FOUR, Kept

_LONGEST = 60


def overview(units: Iterable[tuple[Kept, str]], count: int, lang: str = "vi") -> Iterator[str]:
    """The page, piece by piece. `units`: each file's line and the address of its own page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def t(name: str) -> str:
        return say(name, lang)

    verdicts = ("mismatch", "unreadable", "incomplete", "match")
    yield from environment.get_template("overview.html").generate(
        lang=lang,
        t=t,
        title=say("batch.title", lang, count=count),
        verdicts=[(name, t(f"verdict.{name}")) for name in verdicts],
        units=(_unit(kept, link, lang) for kept, link in units),
    )


def _unit(kept: Kept, link: str, lang: str) -> dict[str, Any]:
    missing, unread = len(kept.missing), len(kept.unread)
    points = kept.unread_points
    return {
        "name": printable(kept.unit or kept.file),
        "file": printable(kept.file),
        "link": link,
        "table": kept.table,
        "verdict": kept.verdict,
        "verdict_text": say(f"verdict.{kept.verdict}", lang),
        "errors": kept.errors,
        "totals": [
            (say(f"check.{name}", lang), worded(kept.totals[name], lang))
            for name in FOUR
            if kept.totals[name] is not None
        ],
        "missing": say("batch.missing-count", lang, count=missing) if missing else "",
        "unread": say("batch.unread-count", lang, count=unread, points=points) if unread else "",
        "sought": _plain(f"{kept.unit} {kept.file} {kept.table}"),
    }


def _plain(words: str) -> str:
    """Words without marks, as people type them into a search."""
    bare = unicodedata.normalize("NFD", printable(words).casefold().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def page_name(number: int, file: str) -> str:
    """The name of a unit's own page: safe on every system, and each once.

    >>> page_name(7, "Xã Tân Hòa (bản 2).xlsx")
    '0007-xa-tan-hoa-ban-2.html'
    """
    words = re.sub(r"[^a-z0-9]+", "-", _plain(Path(file).stem)).strip("-")[:_LONGEST]
    return f"{number:04d}{words and '-' + words}.html"
