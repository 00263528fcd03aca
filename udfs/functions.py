"""The functions behind the cells. Each takes what a cell holds and gives what a cell shows."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Any

from reading.typed import ReadKind, read
from rulesets.files import kept
from rulesets.laws import load_scored as load
from scoring.explain import compare, explain, status_words
from scoring.model import Indicator, Table
from scoring.numbers import from_float
from scoring.program import Outcome
from scoring.rules.measure import Count
from scoring.rules.min_max import MinMax
from scoring.slots import Slot, SlotKind
from texts.figures import vietnamese
from udfs.cells import WrongCall, figures, flatten, read_cell, read_cohort
from udfs.results import CellError, CellResult


@kept
def find(table: str, code: str) -> Indicator | None:
    """The indicator, or None for an unknown table or code."""
    try:
        return load(table).by_code.get(code)
    except KeyError:
        return None


def _indicator(table: Any, code: Any) -> Indicator | None:
    # A code typed as a number has lost its text: 9.10 became 9.1.
    return find(table, code) if isinstance(table, str) and isinstance(code, str) else None


def _table(table: Any) -> Table | None:
    try:
        return load(table) if isinstance(table, str) else None
    except KeyError:
        return None


def _run(indicator: Indicator, inputs: tuple[Any, ...]) -> Outcome:
    return indicator.program.run(figures(indicator, tuple(flatten(inputs))), indicator.code)


def dti_score(table: Any, code: Any, *inputs: Any) -> CellResult:
    """The score; "" while an input is missing; #VALUE! on impossible input; #N/A if unknown.

    >>> dti_score("HB-2023-XA", "3.4", ((600.0,), (1000.0,)))
    7.0588235294117645
    """
    indicator = _indicator(table, code)
    if indicator is None:
        return CellError.NA
    try:
        outcome = _run(indicator, inputs)
    except WrongCall:
        return CellError.VALUE
    if outcome.score is not None:
        return float(outcome.score)
    return "" if outcome.waiting else CellError.VALUE


def dti_max(table: Any, code: Any) -> CellResult:
    """The maximum of an indicator, or of a printed heading that carries one.

    >>> dti_max("HB-2023-XA", "3.4")
    10.0
    """
    indicator = _indicator(table, code)
    if indicator is not None:
        return float(indicator.max_score)
    law = _table(table)
    for pillar in law.pillars if law else ():
        for group in pillar.groups:
            if group.code == code and group.max_score is not None:
                return float(group.max_score)
    return CellError.NA


def dti_status(table: Any, code: Any, *inputs: Any) -> CellResult:
    """ "Đủ", or what is missing or wrong, in Vietnamese.

    >>> dti_status("HB-2023-XA", "3.4", ((600.0,), ("",)))
    'Thiếu số liệu: b (Tổng dân số của xã, phường, thị trấn).'
    """
    indicator = _indicator(table, code)
    if indicator is None:
        return CellError.NA
    try:
        return status_words(_run(indicator, inputs))
    except WrongCall as error:
        return str(error)


def dti_explain(table: Any, code: Any, *inputs: Any) -> CellResult:
    """One sentence: the figures put into the printed rule, the result, the clause, the reading.

    >>> print(dti_explain("HB-2023-XA", "3.4", ((600.0,), (1000.0,))))
    3.4: 600/1.000 = 60% < 85% → 60%/85% × 10 = 7,06 điểm (Phụ lục IV, mục 3.4; \
cách hiểu: mẫu số là tổng dân số như văn bản)
    """
    indicator = _indicator(table, code)
    if indicator is None:
        return CellError.NA
    try:
        given = figures(indicator, tuple(flatten(inputs)))
        return explain(indicator, given)
    except WrongCall as error:
        return str(error)


def dti_check(table: Any, code: Any, typed: Any, *inputs: Any) -> CellResult:
    """ "Khớp", or "Lệch −0,44 (tính được 7,06)" when a score typed by hand differs.

    >>> dti_check("HB-2023-XA", "3.4", 6.62, ((600.0,), (1000.0,)))
    'Lệch −0,44 (tính được 7,06)'
    """
    indicator = _indicator(table, code)
    if indicator is None:
        return CellError.NA
    values = list(flatten([typed]))
    figure = read_cell(Slot("typed", SlotKind.NUMBER), values[0] if values else None)
    try:
        outcome = _run(indicator, inputs)
    except WrongCall:
        return CellError.VALUE
    if outcome.score is None:
        return status_words(outcome) if outcome.waiting else CellError.VALUE
    if figure is None:
        return ""
    if not isinstance(figure, int | Fraction):
        return CellError.VALUE
    return compare(figure, outcome.score)


def dti_index(table: Any, codes: Any, scores: Any, excluded: Any = "") -> CellResult:
    """Total ÷ (maximum − excluded), in percent; `excluded` marks rows that are not assessed.

    >>> dti_index("HB-2023-XA", ("1.1", "1.2"), (20.0, 10.0), ("", ""))
    75.0
    """
    law = _table(table)
    if law is None:
        return CellError.NA
    names, points = list(flatten([codes])), list(flatten([scores]))
    marks = list(flatten([excluded]))
    marks += [""] * (len(names) - len(marks))
    if len(points) != len(names):
        return CellError.VALUE
    total, possible = Fraction(0), Fraction(0)
    for name, point, mark in zip(names, points, marks, strict=False):
        row = law.by_code.get(name) if isinstance(name, str) else None
        if row is None:
            if name in (None, ""):
                continue
            return CellError.NA
        if isinstance(mark, str):
            mark = unicodedata.normalize("NFC", mark).strip().casefold() not in ("", "không")
        if mark not in (None, False, 0):
            continue
        possible += row.counted_max
        if isinstance(point, int | float) and not isinstance(point, bool):
            total += from_float(float(point))
        elif point not in (None, ""):
            return CellError.VALUE
    return float(total / possible * 100) if possible else CellError.VALUE


def dti_minmax(value: Any, cohort: Any, max_score: Any) -> CellResult:
    """The min-max score of a value within its cohort; "" without a value or a cohort.

    >>> dti_minmax(5.0, ((0.0,), (5.0,), (10.0,)), 30.0)
    15.0
    """
    slot = Slot("value", SlotKind.NUMBER)
    rule = MinMax(measure=Count(of=slot))
    limit = read_cell(Slot("max", SlotKind.NUMBER), next(flatten([max_score]), None))
    if isinstance(limit, bool) or not isinstance(limit, int | Fraction) or limit < 0:
        return CellError.VALUE
    given = {
        "value": read_cell(slot, next(flatten([value]), None)),
        "cohort": read_cohort(flatten([cohort])),
    }
    from scoring.program import Program

    outcome = Program(rule, Fraction(limit)).run(given)
    if outcome.score is not None:
        return float(outcome.score)
    return "" if outcome.waiting else CellError.VALUE


_READ_AS = {
    ReadKind.YES: "Có",
    ReadKind.NO: "Không",
    ReadKind.UNREADABLE: "không đọc được",
}


def dti_read(text: Any) -> CellResult:
    """What a typed Vietnamese result says: ratio, percent, number, yes, no, unreadable.

    >>> dti_read("Có 02/02 trường"), dti_read("Định danh điện tử")
    ('2/2', 'không đọc được')
    """
    raw = next(flatten([text]), "")
    if isinstance(raw, bool):
        return "Có" if raw else "Không"
    if isinstance(raw, int | float):
        return vietnamese(from_float(float(raw)), 10)
    typed = read(str(raw or ""))
    if typed.kind is ReadKind.RATIO:
        return f"{vietnamese(typed.a or 0, 10)}/{vietnamese(typed.b or 0, 10)}"
    if typed.kind is ReadKind.PERCENT:
        return f"{vietnamese(typed.value or 0, 10)}%"
    if typed.kind is ReadKind.NUMBER:
        return vietnamese(typed.value or 0, 10)
    return _READ_AS[typed.kind]
