"""Open rows: the words of a status line, as a formula and as the engine says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.law import Law
from texts import catalogue, say
from workbooks.design.draft import Content, Draft
from workbooks.design.names import Key
from workbooks.design.spoken import quoted_text, spoken


def open_rows(
    *, rows: str, total: int, missing: str, first_missing: str, wrong: str, first_wrong: str
) -> str:
    """How many rows wait for a figure or have a wrong one, and which come first.

    `rows`: how the sheet calls them; `missing`, `wrong`: cells with counts; `first_…`: with codes.
    """
    named = quoted_text(rows)
    waiting = spoken("sheet.open.missing", count=missing, rows=named, first=first_missing)
    one = spoken("sheet.open.wrong-one", rows=named, first=first_wrong)
    more = spoken("sheet.open.wrong-more", count=wrong, rows=named, first=first_wrong)
    both = f'IF(AND({missing}>0,{wrong}>0),"; ","")'
    said = f'IF({missing}>0,{waiting},"")&{both}&IF({wrong}=0,"",IF({wrong}=1,{one},{more}))&"."'
    none = quoted_text(say("sheet.open.none", total=total, rows=rows))
    return f"IF({missing}+{wrong}=0,{none},{said})"


def open_words(rows: str, total: int, missing: Sequence[str], wrong: Sequence[str]) -> str:
    """What `open_rows` shows for the codes of missing and wrong rows."""
    if not missing and not wrong:
        return say("sheet.open.none", total=total, rows=rows)
    parts = []
    if missing:
        parts.append(
            say("sheet.open.missing", count=str(len(missing)), rows=rows, first=missing[0])
        )
    if len(wrong) == 1:
        parts.append(say("sheet.open.wrong-one", rows=rows, first=wrong[0]))
    elif wrong:
        parts.append(say("sheet.open.wrong-more", count=str(len(wrong)), rows=rows, first=wrong[0]))
    return "; ".join(parts) + "."


def unit_line(draft: Draft) -> str:
    """The unit and the period, as typed in the general information."""
    name, period = (draft.fields[Key(what)].fixed for what in ("name", "period"))
    return spoken("sheet.unit-line", name=name, period=period)


def unit_words(contents: Mapping[Key, Content]) -> str:
    """What `unit_line` shows."""
    name, period = (str(contents.get(Key(what), "")) for what in ("name", "period"))
    # Not `say`: it would strip the blank that stands before a period not typed yet.
    return catalogue()["sheet.unit-line"]["vi"].format(name=name, period=period)


def source_line(law: Law) -> str:
    """The table and the document that it is printed in."""
    return f"{law.title} ({', '.join(part for part in (law.place, law.document) if part)})"
