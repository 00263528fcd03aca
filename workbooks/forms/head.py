"""Head: which decision, province and title a form names above its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scoring.findings import Finding, finding
from scoring.law import Law
from texts import text
from workbooks.files.book import Cell, CellKind
from workbooks.forms.sheets import Found
from workbooks.forms.titles import key

_NUMBER = re.compile(r"\b(\d+)\s*/\s*((?:QĐ|KH|QD)\s*-\s*[A-ZĐ]+)", re.IGNORECASE)
_ISSUER = re.compile(r"\b(tỉnh|huyện|thành phố) ((?:\w+ ?){1,3})", re.IGNORECASE)
_LONG = 90


def head_findings(found: Sequence[Found], law: Law, laws: Iterable[Law]) -> list[Finding]:
    """`table-mismatch` where the head names another table's decision, province or title.

    Only other tables that there are count, and only where nothing of this table's own is named:
    an office may cite its own documents in the head.
    """
    others = [other for other in laws if other.id != law.id]
    for place in found:
        head = list(_head(place))
        for name in (_numbers, _provinces, _titles):
            own = name([law])
            known = {word: other for word, other in name(others).items() if word not in own}
            named = [(cell, known[w]) for cell in head for w in known if _says(cell, w)]
            if named and not any(_says(cell, word) for cell in head for word in own):
                return [_mismatch(place, law, *named[0])]
    return []


def _head(place: Found) -> Iterator[Cell]:
    """The texts above the first row of the table."""
    for row, cells in place.sheet.rows.items():
        if row < place.columns.first_row:
            yield from (cell for cell in cells if cell.kind is CellKind.TEXT)


def _says(cell: Cell, word: str) -> bool:
    return f" {word} " in f" {key(_plain(str(cell.value)))} "


def _plain(words: str) -> str:
    """Document numbers written alike: `2405 / QD-UBND`."""
    return _NUMBER.sub(lambda match: f"{match[1]}/{match[2].replace(' ', '')}", words)


def _numbers(laws: Iterable[Law]) -> dict[str, Law]:
    return {key(law.decision.number): law for law in laws if law.decision.number}


def _provinces(laws: Iterable[Law]) -> dict[str, Law]:
    found: dict[str, Law] = {}
    for law in laws:
        for level, name in _ISSUER.findall(law.decision.issuer):
            found[key(f"{level} {name}")] = law
    return found


def _titles(laws: Iterable[Law]) -> dict[str, Law]:
    return {key(law.title): law for law in laws}


def _mismatch(place: Found, law: Law, cell: Cell, other: Law) -> Finding:
    words = " ".join(str(cell.value).split())
    words = words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"
    # Tables of one decision differ by their titles alone.
    named = other.document if other.decision.id != law.decision.id else other.title
    return finding(
        "table-mismatch",
        "",
        place.sheet.name,
        cell.address,
        actual=law.id,
        expected=text("form.head", document=named, words=words),
    )
