"""Seal: a hash of what an official has typed; it holds a signed page and its file together.

It is taken of the yellow cells as they are written, so that building a workbook and reading it
give the same one in both editions. Signers, explanations and the appraiser's cells do not count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from workbooks.design.draft import Content, Design
from workbooks.design.grid import Area, Place
from workbooks.design.names import Key

SEALED = (
    *("name", "period", "online", "info", "in", "cohort", "commune", "excluded", "reason"),
    *("typed", "attached", "document"),
)
"""What a signed page answers for."""
SEAL = Key("seal")
COUNT, SUM = Key("seal", "", "count"), Key("seal", "", "sum")
"""How many yellow cells were filled, and their sum: what a formula can compare."""
FIGURES = "dti_figures"
"""The name of the column of figures on the working sheet."""
_FIGURES = ("in", "cohort", "commune")
_DIGITS = 16


def seal_of(contents: Mapping[Key, Content]) -> str:
    """The seal of the contents of the yellow cells; nothing where no figure is there.

    >>> seal_of({Key("in", "1.1", "a"): 5.0})
    '9908-5E49-0DE8-FDED'
    """
    if not any(key.what in _FIGURES for key in contents):
        return ""
    lines = sorted([*key, _plain(value)] for key, value in contents.items() if key.what in SEALED)
    data = json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    digits = hashlib.sha256(data).hexdigest()[:_DIGITS].upper()
    return "-".join(digits[at : at + 4] for at in range(0, _DIGITS, 4))


def _plain(value: Content) -> str:
    """A content as every program keeps it: 15 digits of a number, no space around words."""
    if isinstance(value, bool) or value is None:
        return str(value)
    return f"{value:.15g}" if isinstance(value, int | float) else " ".join(value.split())


def sealing(design: Design, contents: Mapping[Key, Content]) -> dict[Key, Content]:
    """What the cells of the seal hold for contents; nothing without a figure."""
    seal = seal_of(contents)
    area = design.names.get(FIGURES)
    if not seal or area is None or SEAL not in design.fields:
        return {}
    return {SEAL: seal} | dict(zip((COUNT, SUM), tally(design, contents, area), strict=True))


def tally(design: Design, contents: Mapping[Key, Content], area: Area) -> tuple[float, float]:
    """What COUNTA and SUM give of an area of the design."""
    count, total = 0, 0.0
    inside = {key: place for key, place in design.fields.items() if _in(area, place)}
    held = [contents.get(key) for key in inside]
    held += [text for place, text in design.printed.items() if _in(area, place)]
    for content in held:
        if content is None or content == "":
            continue
        count += 1
        if isinstance(content, int | float) and not isinstance(content, bool):
            total += content
    count += sum(_in(area, formula.place) for formula in design.formulas.values())
    return float(count), total


def _in(area: Area, place: Place) -> bool:
    return (
        place.sheet == area.sheet
        and area.row <= place.row <= area.last_row
        and area.column <= place.column <= area.last_column
    )
