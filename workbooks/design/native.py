"""Native formulas: a rule as a formula that needs no add-in.

Only functions that any Excel since 2010, LibreOffice and the independent engines compute alike:
IF AND OR MIN MAX SUM COUNT COUNTA ISNUMBER ROUND INDEX MATCH, and SUMPRODUCT for the place in a
cohort. The formula asks, in this order:
is a figure unusable (→ #VALUE!), is one missing (→ blank), is the data impossible (→ #VALUE!);
else it gives the points. A total over an impossible row is thus an error too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.conditions import NO, YES, Given, Is, Not, OneOf
from scoring.expression import Cells, Condition
from scoring.numbers import Rational
from scoring.program import WAITING, Program
from scoring.rules import Cases, Options, Rule
from scoring.slots import Slot, SlotKind

ERROR = '"!"*1'
"""Gives #VALUE! in every engine."""

_NUMERIC = (SlotKind.NUMBER, SlotKind.PERCENT, SlotKind.DATE)


def score_formula(program: Program, cells: Cells, typed: Cells | None = None) -> str:
    """The score of one indicator as a formula without the leading `=`.

    `typed`: the cells that an official fills, where the rule reads some figures elsewhere.
    """
    text = _rule(program.rule, program.max_score, cells)
    unusable = list(_unusable(program.slots, cells, typed or cells))
    if unusable:
        text = f"IF({_or(unusable)},{ERROR},{text})"
    return text


def _rule(rule: Rule, max_score: Rational, cells: Cells) -> str:
    """The points of a rule, or blank, or an error; choices first, so that it reads like the law."""
    if isinstance(rule, Options) and any(option.rule.checks() for option in rule.options):
        text = _rule(rule.options[-1].rule, max_score, cells)
        for ordinal, option in reversed(tuple(enumerate(rule.options[:-1], 1))):
            chosen = Is(rule.slot_name, ordinal).excel(cells)
            text = f"IF({chosen},{_rule(option.rule, max_score, cells)},{text})"
        return f'IF({Not(Given(rule.slot_name)).excel(cells)},"",{text})'
    if isinstance(rule, Cases):
        text = last = _rule(rule.otherwise, max_score, cells)
        for case in reversed(rule.cases):
            if case.rule == rule.otherwise and text == last:
                continue  # the same rule would decide anyway
            then = ERROR if case.impossible else _rule(case.rule, max_score, cells)
            text = f"IF({case.condition().excel(cells)},{then},{text})"
        undecided = [condition for condition, _ in rule.undecided()]
        return f'IF({_any(undecided, cells)},"",{text})' if undecided else text
    text = rule.points(max_score).excel(cells)
    impossible = [check.when for check in rule.checks() if check.code not in WAITING]
    if impossible:
        text = f"IF({_any(impossible, cells)},{ERROR},{text})"
    missing = _missing([check.when for check in rule.checks() if check.code in WAITING], cells)
    return f'IF({missing},"",{text})' if missing else text


def _any(conditions: Sequence[Condition], cells: Cells) -> str:
    return _or(list(dict.fromkeys(condition.excel(cells) for condition in conditions)))


def _or(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"OR({','.join(texts)})"


def _missing(conditions: Sequence[Condition], cells: Cells) -> str:
    """Whether something is missing; one COUNTA where all blanks count alike."""
    if not conditions:
        return ""
    plain = [c.item.slot for c in conditions if isinstance(c, Not) and isinstance(c.item, Given)]
    if len(plain) == len(conditions):
        names = list(dict.fromkeys(plain))
        span = _span([cells.address(name) for name in names])
        if span:
            return f"COUNTA({span})<{len(names)}"
    return _any(conditions, cells)


def _unusable(slots: Sequence[Slot], cells: Cells, typed: Cells) -> Iterator[str]:
    """Texts among numbers, negative counts, options and answers that do not exist."""
    numbers = [slot for slot in slots if slot.kind in _NUMERIC]
    for run in _runs(numbers, typed):
        span = _span([typed.address(slot.name) for slot in run])
        yield f"COUNT({span})<COUNTA({span})"
    for run in _runs(numbers, cells):
        span = _span([cells.address(slot.name) for slot in run])
        if not run[0].signed:
            yield f"MIN({span})<0"
    for slot in slots:
        if slot.kind is SlotKind.COHORT:
            units = cells.cohort(slot.name)
            yield f"COUNT({units})<COUNTA({units})"
            if not slot.signed:
                yield f"MIN({units})<0"
        elif slot.kind is SlotKind.OPTION:
            cell = cells.address(slot.name)
            known = OneOf(tuple(Is(slot.name, n) for n in range(1, len(slot.options) + 1)))
            yield f"AND(COUNTA({cell})=1,{known.excel(cells)}=FALSE)"
        elif slot.kind is SlotKind.ANSWER:
            cell = cells.address(slot.name)
            known_answers = ",".join(f"{cell}={v}" for v in (f'"{YES}"', f'"{NO}"', 1, 0))
            yield f"AND(COUNTA({cell})=1,OR({known_answers},{cell}=TRUE,{cell}=FALSE)=FALSE)"


def _runs(slots: Sequence[Slot], cells: Cells) -> Iterator[list[Slot]]:
    """Neighbouring slots that can share one range."""
    run: list[Slot] = []
    for slot in slots:
        neighbours = _span([cells.address(s.name) for s in (*run, slot)]) and (
            not run or run[0].signed == slot.signed
        )
        if run and not neighbours:
            yield run
            run = []
        run.append(slot)
    if run:
        yield run


def _span(addresses: Sequence[str]) -> str:
    """The range of addresses that stand under each other (`E20:E21`), or nothing."""
    columns = {address.rstrip("0123456789") for address in addresses}
    rows = [int(address[len(address.rstrip("0123456789")) :]) for address in addresses]
    if len(columns) != 1 or rows != list(range(rows[0], rows[0] + len(rows))):
        return ""
    return addresses[0] if len(addresses) == 1 else f"{addresses[0]}:{addresses[-1]}"
