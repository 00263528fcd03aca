"""Signed words: the figures of a row in words of the table, by formula and as the engine says them.

A hidden cell beside the page holds each number in hundredths (`hundredths`); what is read is made
of it by INT and `&`: TEXT() follows the language of the machine, and an office writes «3.744».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import rounded
from workbooks.design.draft import Content
from workbooks.design.spoken import quoted_text

NUMERIC = (SlotKind.NUMBER, SlotKind.PERCENT)
_GROUPS = (10**9, 10**6, 10**3, 1)
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a row. `lead`: what stands before it; `counted`: the cell that counts.

    `typed`: the yellow cell; `helper`: the cell with the hundredths, for a number.
    """

    lead: str
    kind: SlotKind
    typed: str
    counted: str
    helper: str = ""
    optional: bool = False
    """A blank one is left out; never the first."""


def hundredths(cell: str, kind: SlotKind) -> str:
    """The size of a number in hundredths (of a percent for a rate); nothing without a number."""
    scale = "10000" if kind is SlotKind.PERCENT else "100"
    return f'IF(COUNT({cell})=0,"",ROUND(ROUND(MAX({cell},-{cell}),9)*{scale},0))'


def hundredths_of(content: Content, kind: SlotKind) -> Content:
    """What `hundredths` gives for what stands in a cell.

    >>> hundredths_of(0.855, SlotKind.PERCENT), hundredths_of("12", SlotKind.NUMBER)
    (8550.0, '')
    """
    if not isinstance(content, float | int) or isinstance(content, bool):
        return ""
    scale = 10000 if kind is SlotKind.PERCENT else 100
    return float((Fraction(rounded(abs(Fraction(content)), 9)) * scale + Fraction(1, 2)) // 1)


def number_formula(helper: str) -> str:
    """A number of hundredths as an office writes it: dots between thousands, a comma behind."""
    parts = []
    for size in _GROUPS:
        group = f"INT({helper}/{size * 100})"
        if size == _GROUPS[0]:
            parts.append(f'IF({helper}>={size * 100},{group}&".","")')
            continue
        above = size * 100_000
        group = f"({group}-1000*INT({helper}/{above}))"
        zeros = f'IF({helper}>={above},IF({group}<100,"0","")&IF({group}<10,"0",""),"")'
        if size == 1:
            parts.append(f"{zeros}&{group}")
        else:
            parts.append(f'IF({helper}>={size * 100},{zeros}&{group}&".","")')
    rest = f"({helper}-100*INT({helper}/100))"
    tenths = f"INT({rest}/10)"
    parts.append(f'IF({rest}=0,"",","&{tenths}&IF({rest}=10*{tenths},"",{rest}-10*{tenths}))')
    return "&".join(parts)


def number_words(count: float) -> str:
    """What `number_formula` gives.

    >>> number_words(374400.0), number_words(1234567890150.0), number_words(5.0)
    ('3.744', '12.345.678.901,5', '0,05')
    """
    whole, rest = divmod(int(count), 100)
    text = f"{whole:,}".replace(",", ".")
    return text + (f",{rest:02d}".rstrip("0") if rest else "")


def no_figure() -> str:
    """What a blank figure says."""
    return say("sheet.signed.no-figure")


def figures_formula(figures: Sequence[Figure]) -> str:
    """All figures of a row, one after the other; one without a figure says so."""
    text = ""
    for figure in figures:
        one = _one(figure)
        if not text:
            text = one
        elif figure.optional:
            text += f'&IF(COUNTA({figure.typed})=0,"","{SEPARATOR}"&{one})'
        else:
            text += f'&"{SEPARATOR}"&{one}'
    return text


def _one(figure: Figure) -> str:
    none = quoted_text(no_figure())
    as_typed = f'IF(COUNTA({figure.typed})=0,{none},{figure.typed}&"")'
    if figure.kind in NUMERIC:
        sign = f'IF(MIN({figure.counted})<0,"−","")'
        after = '&"%"' if figure.kind is SlotKind.PERCENT else ""
        number = f"{sign}&{number_formula(figure.helper)}{after}"
        text = f'IF(COUNTA({figure.typed})>COUNT({figure.typed}),{figure.typed}&"",'
        text += f"IF(COUNT({figure.counted})=0,{none},{number}))"
    elif figure.kind is SlotKind.DATE:
        day, month = (f"{part}({figure.typed})" for part in ("DAY", "MONTH"))
        padded = (f'IF({part}<10,"0","")&{part}&"/"' for part in (day, month))
        dated = f"{'&'.join(padded)}&YEAR({figure.typed})"
        text = f"IF(COUNT({figure.typed})=1,{dated},{as_typed})"
    else:
        text = as_typed
    return f"{quoted_text(figure.lead)}&{text}" if figure.lead else text


def figure_words(lead: str, kind: SlotKind, typed: Content, counted: Content) -> str:
    """What `figures_formula` gives for one figure."""
    blank = typed is None or typed == ""
    if kind in NUMERIC:
        is_number = isinstance(typed, float | int) and not isinstance(typed, bool)
        if not blank and not is_number:
            return lead + _plain(typed)
        held = hundredths_of(counted, kind)
        if not isinstance(held, float) or not isinstance(counted, float | int):
            return lead + no_figure()
        sign = "−" if counted < 0 else ""
        return f"{lead}{sign}{number_words(held)}" + ("%" if kind is SlotKind.PERCENT else "")
    if blank:
        return lead + no_figure()
    if kind is SlotKind.DATE and isinstance(typed, float | int):
        return lead + _day(typed)
    return lead + _plain(typed)


def _plain(content: Content) -> str:
    if isinstance(content, bool):
        return "TRUE" if content else "FALSE"
    return f"{content:.15g}" if isinstance(content, float) else str(content)


def _day(serial: float) -> str:
    try:
        return f"{date(1899, 12, 30) + timedelta(days=int(serial)):%d/%m/%Y}"
    except OverflowError:
        return _plain(serial)


def symbol_of(slot: Slot) -> str:
    """What stands before a figure: «a = », the label of an answer, nothing for the only one."""
    if len(slot.name) == 1:
        return f"{slot.name} = "
    if slot.place:
        return f"({slot.place}) "
    known = ("num", "den", "x", "value")
    if slot.name in known:
        return say(f"sheet.signed.symbol-{slot.name}") + " = "
    if slot.kind is SlotKind.ANSWER and slot.label:
        return f"{slot.label}: "
    return ""
