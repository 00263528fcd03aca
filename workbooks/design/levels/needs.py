"""Needs: the first criteria that block the next level, with what that level asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scoring.levels import CriterionAssessment
from scoring.thresholds import LEVELS
from scoring.words import Status
from texts import say
from workbooks.design.draft import Content
from workbooks.design.levels.rows import ALL_ROW, LevelGrid
from workbooks.design.names import SUMMARY, Key
from workbooks.design.spoken import quoted_text, spoken

SHOWN = 8
"""How many are shown; the filter of the sheet of criteria shows them all."""
ROWS = SHOWN + 3
"""Heading, header, the criteria, and a line that counts the others."""
_COLUMNS = ("criterion", "state", "asked")


def draw_needs(grid: LevelGrid, first: int) -> None:
    """Draw the list from a row on."""
    draft = grid.draft
    known = grid.at("next", ALL_ROW).elsewhere
    level = f"MIN({known}+1,{LEVELS[-1]})"
    heading = spoken("sheet.needs.title", level=level)
    draft.formula(Key("needs"), draft.at(SUMMARY, first, 0), heading, "bold")
    for column, name in enumerate(_COLUMNS):
        draft.text(draft.at(SUMMARY, first + 1, column), say(f"sheet.needs.{name}"), "header")
    order = grid.down("order").elsewhere
    count = grid.at("order", grid.rows[-1].row).elsewhere
    codes, names, missing, status = (
        grid.down(key).elsewhere for key in ("code", "name", "missing", "status")
    )
    texts = grid.at("text1", grid.rows[0].row).to(grid.at("text5", grid.last)).elsewhere
    for number in range(1, SHOWN + 1):
        at = f"MATCH({number},{order},0)"
        said = {
            "criterion": f'INDEX({codes},{at})&" "&INDEX({names},{at})',
            "state": f"IF(INDEX({missing},{at})=1,INDEX({status},{at}),{_not_met()})",
            "asked": f"INDEX({texts},{at},{level})",
        }
        for column, name in enumerate(_COLUMNS):
            draft.formula(
                Key("need", str(number), name),
                draft.at(SUMMARY, first + 1 + number, column),
                f'IF({number}>{count},"",{said[name]})',
                "text" if name == "criterion" else "centre",
            )
    more = spoken("sheet.needs.more", count=f"({count}-{SHOWN})")
    place = draft.at(SUMMARY, first + 2 + SHOWN, 0)
    draft.formula(Key("needs", "more"), place, f'IF({count}>{SHOWN},{more},"")', "plain")


def _not_met() -> str:
    return quoted_text(say("sheet.result.not"))


def need_values(
    rows: Mapping[str, CriterionAssessment],
    codes: Sequence[str],
    level: int,
    statuses: Mapping[str, str],
) -> Iterator[tuple[Key, Content]]:
    """What the list shows for the codes that block a level. `statuses`: what each row says."""
    yield Key("needs"), say("sheet.needs.title", level=str(level))
    for number in range(1, SHOWN + 1):
        row = rows[codes[number - 1]] if number <= len(codes) else None
        said = dict.fromkeys(_COLUMNS, "")
        if row is not None:
            waits = row.status is Status.MISSING
            said = {
                "criterion": f"{row.code} {row.row.name}",
                "state": statuses[row.code] if waits else say("sheet.result.not"),
                "asked": row.row.levels[level - 1],
            }
        for name, words in said.items():
            yield Key("need", str(number), name), words
    others = len(codes) - SHOWN
    more = say("sheet.needs.more", count=str(others)) if others > 0 else ""
    yield Key("needs", "more"), more
