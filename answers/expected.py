"""Expected: the list of units that have to send in, so that a ranking can tell when it is final."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from answers.refusal import Unusable, unusable
from answers.sources import bytes_of
from texts import text

_COLUMNS = {
    "unit": ("đơn vị", "tên đơn vị", "unit", "name", "tên"),
    "table": ("bảng", "table"),
    "district": ("huyện", "district"),
}


@dataclass(frozen=True, slots=True)
class ExpectedUnit:
    """One unit of the list; `table` and `district` are empty where the list does not say."""

    name: str
    table: str = ""
    district: str = ""


def plain(name: str) -> str:
    """A name as it is compared: no matter how it is typed.

    >>> plain("Sở  Nội vụ ") == plain("SỞ NỘI VỤ")
    True
    """
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def read_expected(path: Path) -> tuple[ExpectedUnit, ...]:
    """The units of a CSV or of a text with one name a line. Raises Unusable."""
    try:
        content = bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(path, "UTF-8") from error
    first = content.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(content), delimiter=separator) if any(row)]
    except csv.Error as error:
        raise _bad(path, str(error)) from error
    units = tuple(_units(rows))
    if not units:
        raise _bad(path, text("rank.expected-empty"))
    return units


def _units(rows: Sequence[Sequence[str]]) -> list[ExpectedUnit]:
    if not rows:
        return []
    titles = [plain(title) for title in rows[0]]
    places = {
        field: next((titles.index(name) for name in names if name in titles), None)
        for field, names in _COLUMNS.items()
    }
    headed = places["unit"] is not None
    places["unit"] = places["unit"] or 0
    found = []
    for row in rows[headed:]:
        given = {
            field: row[place].strip()
            for field, place in places.items()
            if place is not None and place < len(row)
        }
        if given.get("unit"):
            found.append(
                ExpectedUnit(given["unit"], given.get("table", ""), given.get("district", ""))
            )
    return found


def _bad(path: Path, why: object) -> Unusable:
    return unusable("rank.expected-bad", file=path.name, why=why)
