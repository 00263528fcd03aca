"""The communes: one row each with its level, and hidden columns that count them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.thresholds import LEVELS
from workbooks.layout import letter
from workbooks.levels.layout import COMMUNE_ROWS, COMMUNES, COMMUNES_FIRST
from workbooks.values.cells import Content, shown

NAME, LEVEL = 1, 2
_HIDDEN = {
    "c_wrong": 3,
    "c_missing": 4,
    **{f"c_from{level}": 4 + level for level in LEVELS},
    "c_joined": 10,
}
HIDDEN_COLUMNS = (min(_HIDDEN.values()), max(_HIDDEN.values()))


def commune_range(column: int = LEVEL) -> str:
    """The levels of all communes."""
    name, first = letter(column), COMMUNES_FIRST + 1
    return f"'{COMMUNES}'!${name}${first}:${name}${first + COMMUNE_ROWS - 1}"


def hidden_range(key: str) -> str:
    """A hidden column of the sheet."""
    return commune_range(_HIDDEN[key])


def joined_cell() -> str:
    """All levels as one text, "3; 4; 4"."""
    return f"'{COMMUNES}'!${letter(_HIDDEN['c_joined'])}${COMMUNES_FIRST + COMMUNE_ROWS}"


def commune_formulas() -> Iterator[tuple[str, int, int, int, str]]:
    """What it says, number of the commune (from 0), row and column (from 0), formula."""
    for number in range(COMMUNE_ROWS):
        row = COMMUNES_FIRST + number
        name, level = f"{letter(NAME)}{row + 1}", f"{letter(LEVEL)}{row + 1}"
        known = ",".join(f"{level}={k}" for k in (0, *LEVELS))
        texts = {
            "c_wrong": f"IF(COUNTA({level})=0,0,IF(OR({known}),0,1))",
            "c_missing": f"IF(AND(COUNTA({name})=1,COUNTA({level})=0),1,0)",
            "c_joined": _joined(number, level),
        }
        for k in LEVELS:
            texts[f"c_from{k}"] = f"IF(COUNT({level})=0,0,IF({level}>={k},1,0))"
        for what, column in _HIDDEN.items():
            yield what, number, row, column, texts[what]


def _joined(number: int, level: str) -> str:
    if number == 0:
        return f'IF(COUNTA({level})=0,"",{level}&"")'
    before = f"{letter(_HIDDEN['c_joined'])}{COMMUNES_FIRST + number}"
    more = f'IF({before}="",{level}&"",{before}&"; "&{level})'
    return f"IF(COUNTA({level})=0,{before},{more})"


def commune_values(
    names: Sequence[str], levels: Sequence[Content]
) -> Iterator[tuple[str, str, Content]]:
    """The values that the formulas give: what it says, number of the commune, value."""
    joined = ""
    for number in range(COMMUNE_ROWS):
        level = levels[number] if number < len(levels) else None
        name = names[number] if number < len(names) else ""
        known = isinstance(level, float) and level in (0, *LEVELS)
        if level is not None:
            joined = f"{joined}; {shown(level)}" if joined else shown(level)
        yield "c_wrong", str(number), float(level is not None and not known)
        yield "c_missing", str(number), float(bool(name) and level is None)
        for k in LEVELS:
            reached = isinstance(level, float) and level >= k
            yield f"c_from{k}", str(number), float(reached)
        yield "c_joined", str(number), joined
