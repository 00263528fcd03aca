"""Detail: what is missing in a row, or wrong with it, in a few words and by formula.

Each piece is a condition in two faces — over the cells of a sheet, and over the figures that the
engine looked at — and the words that stand where it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scoring.conditions import All, Compare, Given, Is, Not, OneOf
from scoring.expression import Condition, Input, Number, Sum
from scoring.program import Figures, Program, Wrong
from scoring.rules.base import Check
from scoring.slots import Slot, SlotKind
from texts import say
from texts.figures import vietnamese
from workbooks.design.scored.cells import RowCells

SEPARATOR = " · "
_NUMERIC = (SlotKind.NUMBER, SlotKind.PERCENT, SlotKind.DATE)


@dataclass(frozen=True)
class Piece:
    """One thing to say: `excel` of the cells, `holds` of the figures, and the words."""

    words: str
    excel: Callable[[RowCells], str]
    holds: Callable[[Figures], bool]


def symbol(slot: Slot) -> str:
    """How the few words call an input: its symbol, or what it takes."""
    if slot.place:
        return f"({slot.place})"
    if slot.kind is SlotKind.ROW:
        return say("sheet.scored.symbol-row", code=slot.row)
    if len(slot.name) == 1 and slot.name != "x":
        return slot.name
    if slot.kind in (SlotKind.OPTION, SlotKind.ANSWER, SlotKind.PERCENT, SlotKind.COHORT):
        return say(f"sheet.scored.symbol-{slot.kind.value}")
    known = ("num", "den", "x", "value")
    return (
        say(f"sheet.scored.symbol-{slot.name}") if slot.name in known else slot.label or slot.name
    )


def missing_pieces(program: Program) -> list[Piece]:
    """Which figures a row still waits for, in the order of its cells."""
    return [
        _missing(slot, checks)
        for slot in program.slots
        if (checks := [check for check in program.waits if slot.name in check.slots])
    ]


def _missing(slot: Slot, checks: list[Check]) -> Piece:
    plain = any(_asks_only(check.when, slot) for check in checks)

    def excel(cells: RowCells) -> str:
        blank = cells.blank(slot)
        if plain:
            return blank
        conditions = list(dict.fromkeys(check.when.excel(cells) for check in checks))
        return cells.counted(f"AND({blank},{_or(conditions)})")

    def holds(figures: Figures) -> bool:
        return figures.get(slot.name) is None and any(c.when.exact(figures) for c in checks)  # type: ignore[arg-type]

    return Piece(symbol(slot), excel, holds)


def _asks_only(condition: Condition, slot: Slot) -> bool:
    return condition == Not(Given(slot.name))


def unusable_pieces(program: Program) -> list[Piece]:
    """Figures that cannot be used as they stand: a text, a negative count, an unknown option."""
    return [piece for slot in program.slots for piece in _unusable(slot)]


def _unusable(slot: Slot) -> Iterator[Piece]:
    name = symbol(slot)

    def said(what: str) -> str:
        return say(f"sheet.scored.{what}", slot=name)

    def is_wrong(figures: Figures) -> bool:
        return isinstance(figures.get(slot.name), Wrong)

    if slot.kind is SlotKind.ROW:
        yield Piece(said("row-wrong"), lambda cells: is_error(cells.address(slot.name)), is_wrong)
    elif slot.kind is SlotKind.OPTION:
        known = OneOf(tuple(Is(slot.name, n) for n in range(1, len(slot.options) + 1)))

        def strange(cells: RowCells) -> str:
            return f"AND(COUNTA({cells.address(slot.name)})=1,{known.excel(cells)}=FALSE)"

        def unknown(figures: Figures) -> bool:
            value = figures.get(slot.name)
            return is_wrong(figures) or (
                value is not None and value not in range(1, len(slot.options) + 1)
            )

        yield Piece(said("no-option"), strange, unknown)
    elif slot.kind is SlotKind.ANSWER:
        yield Piece(said("no-answer"), lambda cells: _no_answer(cells.address(slot.name)), is_wrong)
    else:
        yield from _numbers(slot, said, is_wrong)


def _numbers(
    slot: Slot, said: Callable[[str], str], is_wrong: Callable[[Figures], bool]
) -> Iterator[Piece]:
    def text(cells: RowCells) -> str:
        cell = cells.cohort("") if slot.kind is SlotKind.COHORT else cells.typed(slot).address
        return f"COUNT({cell})<COUNTA({cell})"

    def below(figures: Figures) -> bool:
        value = figures.get(slot.name)
        if isinstance(value, Wrong):
            return value.code == "input-negative" and slot.kind is not SlotKind.COHORT
        return slot.kind in _NUMERIC and value is not None and value < 0

    def no_number(figures: Figures) -> bool:
        return is_wrong(figures) and not below(figures)

    yield Piece(said("no-number"), text, no_number)
    if not slot.signed:
        yield Piece(said("negative"), lambda cells: f"MIN({cells.address(slot.name)})<0", below)


def impossible_pieces(program: Program) -> list[Piece]:
    """Figures that cannot be together: a part above its whole, a whole of nothing."""
    by_words: dict[str, list[Check]] = {}
    for check in program.refusals:
        by_words.setdefault(_words(check, program), []).append(check)
    return [_impossible(words, checks) for words, checks in by_words.items()]


def _impossible(words: str, checks: list[Check]) -> Piece:
    def excel(cells: RowCells) -> str:
        return cells.counted(_or(list(dict.fromkeys(c.when.excel(cells) for c in checks))))

    def holds(figures: Figures) -> bool:
        return any(check.when.exact(figures) for check in checks)  # type: ignore[arg-type]

    return Piece(words, excel, holds)


def _words(check: Check, program: Program) -> str:
    compares = list(_compares(check.when))
    decisive = [c for c in compares if c.sign == ">" and c.right != Number(0)]
    if check.code == "zero-denominator":
        decisive = [c for c in compares if c.sign == "="]
    chosen = decisive[-1:] or compares
    return ", ".join(dict.fromkeys(_compare_words(item, program) for item in chosen))


def _compares(condition: Condition) -> Iterator[Compare]:
    """The comparisons that must hold, in their order."""
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, All):
        for item in condition.items:
            yield from _compares(item)


def _compare_words(compare: Compare, program: Program) -> str:
    left, right = (_side(side, program) for side in (compare.left, compare.right))
    rate = isinstance(compare.left, Input) and (
        program.by_name[compare.left.slot].kind is SlotKind.PERCENT
    )
    return f"{left} {compare.sign} {'100%' if rate and right == '1' else right}"


def _side(side: object, program: Program) -> str:
    if isinstance(side, Input):
        return symbol(program.by_name[side.slot])
    if isinstance(side, Sum):
        return " + ".join(_side(term, program) for term in side.terms)
    return vietnamese(side.value) if isinstance(side, Number) else "…"


def joined(pieces: list[Piece], cells: RowCells) -> str:
    """The words of the pieces that hold, each with the separator after it, as a formula."""
    parts = [f'IF({piece.excel(cells)},"{piece.words}{SEPARATOR}","")' for piece in pieces]
    return "&".join(parts) or '""'


def said(pieces: list[Piece], figures: Figures) -> str:
    """What `joined` gives for figures."""
    return "".join(piece.words + SEPARATOR for piece in pieces if piece.holds(figures))


def any_of(pieces: list[Piece], cells: RowCells) -> str:
    """Whether any of the pieces holds, as a formula."""
    return _or([piece.excel(cells) for piece in pieces])


def _or(conditions: list[str]) -> str:
    if not conditions:
        return "FALSE"
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def is_error(cell: str) -> str:
    """Whether a score is an error, as a formula that is none itself."""
    return f'AND(COUNT({cell})=0,ISNUMBER(MATCH("",{cell}:{cell},0))=FALSE)'


def _no_answer(cell: str) -> str:
    known = f'OR({cell}="Có",{cell}="Không",{cell}=1,{cell}=0,{cell}=TRUE,{cell}=FALSE)'
    return f"AND(COUNTA({cell})=1,{known}=FALSE)"
