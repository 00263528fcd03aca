"""Score formulas: what the cells of one indicator compute, in either edition, and show at first."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from scoring.assess import SUBSTITUTED, Assessment, RowAssessment
from scoring.expression import YES, literal
from scoring.program import WAITING
from workbooks.layout import INFO, NATIVE, IndicatorPlace, Layout, PlacedCells, cell
from workbooks.native import score_formula

ERROR = "#VALUE!"
WRONG = "Số liệu sai"
SUBSTITUTION = "Thay bằng tỷ lệ điểm đạt được ở các chỉ số khác (đơn vị không có DVCTT)"
ONLINE = f"'{INFO}'!$C$6"


def score_cell(layout: Layout, place: IndicatorPlace, edition: str) -> str:
    """The formula of the score."""
    mark = cell("excluded", place.row)
    if edition == NATIVE and place.indicator.depends_on:
        inner = score_formula(place.indicator.program, PlacedCells(place, layout))
    elif edition == NATIVE:
        rows = tuple(row for _, row in place.slots)
        inner = _native(layout.table.id, place.indicator.code, rows)
    else:
        inner = f"DTI_SCORE({_call(layout, place)})"
    if place.indicator.code in layout.table.no_online_services:
        inner = f'IF({ONLINE}="{YES}",{_substitute(layout, place)},{inner})'
    return f'=IF({mark}="{YES}","",{inner})'


def _substitute(layout: Layout, place: IndicatorPlace) -> str:
    """The share reached on all other rows, on this row's maximum (mục V.4 of the decision)."""
    concerned = layout.table.no_online_services
    others = [p.row for p in layout.indicators if p.indicator.code not in concerned]
    possible = ",".join(cell("assessed", row) for row in others)
    reached = ",".join(cell("score", row) for row in others)
    maximum = literal(place.indicator.max_score)
    return f'IF(SUM({possible})=0,"",SUM({reached})/SUM({possible})*{maximum})'


@lru_cache(maxsize=2048)
def _native(table_id: str, code: str, rows: tuple[int, ...]) -> str:
    """The native formula of a row whose inputs stand in these rows (moved ones included)."""
    from workbooks.layout import layout as plan

    laid = plan(table_id)
    place = next(p for p in laid.indicators if p.indicator.code == code)
    slots = tuple((slot, row) for (slot, _), row in zip(place.slots, rows, strict=True))
    here = replace(place, slots=slots)
    return score_formula(place.indicator.program, PlacedCells(here, laid))


def _call(layout: Layout, place: IndicatorPlace, *extra: str) -> str:
    code = place.indicator.code
    ranges = [place.input_range] if place.slots else []
    for other in place.indicator.depends_on:
        score = layout.score_of(other)
        ranges.append(f"{score}:{score}")
    if code in layout.cohorts:
        ranges.append(layout.cohorts[code])
    return ",".join([f'"{layout.table.id}"', f'"{code}"', *extra, *ranges])


def check_cell(layout: Layout, place: IndicatorPlace, edition: str) -> str:
    """The formula that compares the typed score with the computed one."""
    typed, score = cell("typed", place.row), cell("score", place.row)
    mark = cell("excluded", place.row)
    if edition == NATIVE:
        half = "0.000005"
        for digits in range(4, -1, -1):
            half = f"IF({typed}=ROUND({typed},{digits}),{0.5 / 10**digits:.{digits + 1}f},{half})"
        gap = f"ROUND(MAX({typed}-{score},{score}-{typed}),10)"
        agrees = f'IF({gap}<={half},"Khớp","Lệch")'
        return f'=IF(OR({mark}="{YES}",{typed}="",{score}=""),"",{agrees})'
    if place.indicator.code in layout.table.no_online_services:
        agrees = f'IF(ROUND(MAX({typed}-{score},{score}-{typed}),10)<=0.005,"Khớp","Lệch")'
        ours = f"DTI_CHECK({_call(layout, place, typed)})"
        agrees = f'IF({ONLINE}="{YES}",{agrees},{ours})'
    else:
        agrees = f"DTI_CHECK({_call(layout, place, typed)})"
    return f'=IF(OR({mark}="{YES}",{typed}=""),"",{agrees})'


def status_cell(layout: Layout, place: IndicatorPlace, edition: str) -> str:
    """The formula that says what is missing, or why the score is what it is."""
    mark, score = cell("excluded", place.row), cell("score", place.row)
    if edition == NATIVE:
        missing = f'ISNUMBER(MATCH("",{score}:{score},0))'  # an error is no match
        inner = f'IF(COUNT({score})=1,"Đủ",IF({missing},"Thiếu số liệu","{WRONG}"))'
    else:
        inner = f"DTI_EXPLAIN({_call(layout, place)})"
    if place.indicator.code in layout.table.no_online_services:
        inner = f'IF({ONLINE}="{YES}","{SUBSTITUTION}",{inner})'
    return f'=IF({mark}="{YES}","Không đánh giá",{inner})'


def native_status(score: float | str) -> str:
    """What the status cell of the native edition shows for a score."""
    if score == ERROR:
        return WRONG
    return "Thiếu số liệu" if score == "" else "Đủ"


def shown_score(assessment: Assessment, result: RowAssessment) -> float | str:
    """What the score cell shows; a substitute made of rows with an error is an error too."""
    if result.status == SUBSTITUTED and assessment.wrong:
        return ERROR
    return score_value(result)


def score_value(result: RowAssessment) -> float | str:
    """What the score cell holds: the score, nothing yet, or an error."""
    if result.score is not None:
        return float(result.score)
    wrong = [f for f in result.findings if f.code not in WAITING]
    return ERROR if wrong and len(wrong) == len(result.findings) else ""
