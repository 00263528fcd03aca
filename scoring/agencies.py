"""Agencies: which lead agency answers for which rows of a table, one name for its spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from scoring.law import Law

_INSIDE = re.compile(r"\s*\([^()]*\)")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def plain_name(agency: str) -> str:
    """An agency without case, accents and marks, by which its spellings are one.

    >>> plain_name("Phòng Văn hoá & Thông tin.") == plain_name("Phòng Văn hóa và Thông tin")
    True
    """
    words = agency.replace("&", " và ").casefold().replace("đ", "d")
    letters = unicodedata.normalize("NFD", words)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NO_WORD.sub(" ", plain).strip()


def agencies_in(printed: str) -> Iterator[str]:
    """The agencies of one printed cell; what stands in brackets is about how they work together.

    >>> list(agencies_in("Sở Tài chính (Sở Y tế phối hợp); VP UBND tỉnh."))
    ['Sở Tài chính', 'VP UBND tỉnh']
    """
    for part in _INSIDE.sub("", printed).split(";"):
        name = " ".join(part.split()).strip(" .")
        if name:
            yield name


def rows_by_agency(
    law: Law, assigned: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    """Agency → codes of the rows that it leads, both in printed order.

    `assigned`: code of a row or pillar → agency, in the place of what is printed. A row printed
    with several agencies is given to each of them; one without any is left out.
    """
    names: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    given = assigned or {}
    for row in law.rows:
        if not row.slots:
            continue
        printed = given.get(row.code) or given.get(row.pillar) or row.lead_agency
        for name in agencies_in(printed):
            agency = names.setdefault(plain_name(name), name)
            codes = found.setdefault(agency, [])
            if row.code not in codes:
                codes.append(row.code)
    return {agency: tuple(codes) for agency, codes in found.items()}
