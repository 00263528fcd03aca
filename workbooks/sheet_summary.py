"""The summary sheet: pillar by pillar, totals, index, and two charts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring.assess import Assessment, RowAssessment
from scoring.ledger import (
    ledger,
    official_grade,
    official_index,
    official_scaled_total,
    verified_total,
)
from scoring.numbers import Rational
from workbooks.layout import (
    FIRST_ROW,
    SCORING,
    SUMMARY,
    TOTAL_ROW,
    IndicatorPlace,
    Layout,
    cell,
)
from workbooks.score_formulas import ERROR, shown_score
from workbooks.styles import Sheet, Styles, row_height

_HEAD = (
    ("TT", 6.0),
    ("Chỉ số chính", 38.0),
    ("Điểm tối đa", 11.0),
    ("Điểm", 11.0),
    ("Tỷ lệ", 9.0),
    ("Điểm nhập tay", 11.0),
    ("Khớp / lệch", 16.0),
)
_FIRST = 4
ADDED = "Cộng đúng, có dòng lệch"


def write_summary(workbook: Any, styles: Styles, plan: Layout, assessment: Assessment) -> None:
    """Write the sheet; figures are formulas on the scoring sheet with cached values."""
    SummarySheet(workbook, styles, plan, assessment).write()


@dataclass
class SummarySheet:
    """What the sheet is written from."""

    workbook: Any
    styles: Styles
    plan: Layout
    assessment: Assessment

    def write(self) -> None:
        """Write the whole sheet."""
        sheet = self.workbook.add_worksheet(SUMMARY, Sheet)
        self._head(sheet)
        row = _FIRST
        for place in self.plan.pillars:
            code, name = place.pillar.code, place.pillar.name
            rows = [r for r in self.assessment.rows if r.indicator.pillar == code]
            span = (place.row + 1, place.last_row)
            self._line(sheet, row, code, name, rows, place.row, span, "")
            row += 1
        everything = (FIRST_ROW, self.plan.last_row)
        rows = list(self.assessment.rows)
        self._line(sheet, row, "", "Tổng cộng", rows, TOTAL_ROW, everything, "total_")
        self.workbook.define_name("dti_max_assessed", f"='{SUMMARY}'!$C${row + 1}")
        below = self._results(sheet, row)
        _charts(self.workbook, sheet, row - 1, below)
        sheet.protect("", {"format_columns": True})

    def _head(self, sheet: Any) -> None:
        table, styles = self.plan.table, self.styles
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 1)
        sheet.center_horizontally()
        sheet.set_footer(f"&L&8{table.id} · {table.digest[:12]}&R&8Trang &P/&N")
        for column, (text, width) in enumerate(_HEAD):
            sheet.set_column(column, column, width)
            sheet.write_string(_FIRST - 1, column, text, styles["header"])
        sheet.merge_range(0, 0, 0, 14, f"TỔNG HỢP: {table.title}", styles["title"])
        sheet.set_row(0, row_height((table.title, 130)) + 8)
        sheet.merge_range(1, 0, 1, 14, self.assessment.submission.name, styles["subtitle"])
        sheet.set_row(_FIRST - 1, 33)

    def _line(
        self,
        sheet: Any,
        row: int,
        code: str,
        name: str,
        rows: list[RowAssessment],
        source: int,
        span: tuple[int, int],
        look: str,
    ) -> None:
        """One pillar, or the total: maximum, score, share, typed figure, and whether it agrees."""
        styles, here = self.styles, row + 1
        shown = [shown_score(self.assessment, r) for r in rows]
        maximum = float(sum((r.indicator.counted_max for r in rows if r.counts), Fraction(0)))
        exact = sum((r.score or Fraction(0) for r in rows), Fraction(0))
        score: float | str = ERROR if ERROR in shown else float(exact)
        typed = self.assessment.submission.typed.get(code or "total")

        def at(key: str, at_row: int = source) -> str:
            return f"'{SCORING}'!{cell(key, at_row)}"

        text = styles["pillar"] if look else styles["text"]
        sheet.write_string(row, 0, code, styles["pillar"] if look else styles["code"])
        sheet.write_string(row, 1, name, text)
        sheet.set_row(row, row_height((name, 36)))
        sheet.write_formula(row, 2, f"={at('assessed')}", styles[f"{look}max"], maximum)
        sheet.write_formula(row, 3, f"={at('score')}", styles[f"{look}score"], score)
        sheet.write_formula(
            row,
            4,
            f'=IF(C{here}=0,"",D{here}/C{here})',
            styles[f"{look}percent"],
            score if score == ERROR else float(score) / maximum if maximum else "",
        )
        sheet.write_formula(
            row,
            5,
            f'=IF({at("typed")}="","",{at("typed")})',
            styles[f"{look}score"],
            "" if typed is None else float(typed),
        )
        # A sum may be right over a wrong row: then the sum is not what to look for.
        own = [p.row for p in self.plan.indicators if span[0] <= p.row <= span[1]]
        added = ",".join(at("typed", own_row) for own_row in own)
        summed = sum(
            (Fraction(self.assessment.submission.typed.get(r.indicator.code, 0)) for r in rows),
            Fraction(0),
        )

        def near(other: str) -> str:
            return f"ROUND(MAX(F{here}-{other},{other}-F{here}),10)<=0.005"

        inner = f'IF({near(f"SUM({added})")},"{ADDED}","Lệch")'
        formula = f'=IF(F{here}="","",IF({near(f"D{here}")},"Khớp",{inner}))'
        agreed = ""
        if typed is not None:
            agreed = ADDED if _close(typed, summed) else "Lệch"
            agreed = ERROR if score == ERROR else "Khớp" if _close(typed, exact) else agreed
        sheet.write_formula(row, 6, formula, text, agreed)

    def _results(self, sheet: Any, total_row: int) -> int:
        """Index, appraisal, ledger of exclusions, rows without a score; the row after them."""
        assessment, total = self.assessment, total_row + 1
        wrong = any(shown_score(assessment, r) == ERROR for r in assessment.rows)
        entry, appraised = ledger(assessment), verified_total(assessment)
        official = official_index(assessment)
        verified = f"'{SCORING}'!{cell('verified', TOTAL_ROW)}"
        printed = f"'{SCORING}'!{cell('max', TOTAL_ROW)}"
        counted = [cell("counted", row) for row in (self.plan.pillars[0].row, self.plan.last_row)]
        waiting = sum(
            1
            for r in assessment.rows
            if r.counts and not isinstance(shown_score(assessment, r), float)
        )
        official_wrong = wrong and appraised is None
        lines: list[tuple[str, str, str, float | str, str]] = [
            (
                "Chỉ số theo điểm tự chấm (điểm / điểm tối đa, %)",
                f'=IF(C{total}=0,"",D{total}/C{total}*100)',
                "index",
                ERROR if wrong else _cached(assessment.index),
                "dti_index_self",
            ),
            (
                "Tổng điểm thẩm định (nếu có)",
                f'=IF({verified}="","",{verified})',
                "score",
                _cached(appraised),
                "",
            ),
            (
                "Chỉ số chính thức: theo điểm thẩm định khi đã có (%)",
                f'=IF(C{total}=0,"",IF({verified}="",D{total},{verified})/C{total}*100)',
                "index",
                ERROR if official_wrong else _cached(official),
                "dti_index",
            ),
            (
                "Điểm tối đa theo văn bản",
                f"={printed}",
                "max",
                float(self.plan.table.max_score),
                "",
            ),
            (
                "Trừ các chỉ số không đánh giá",
                f"={printed}-C{total}",
                "max",
                float(self.plan.table.max_score - entry.max_after),
                "",
            ),
            (
                "Chỉ số nếu không trừ (%)",
                f'=IF({printed}=0,"",D{total}/{printed}*100)',
                "index",
                ERROR if wrong else _cached(entry.index_before),
                "",
            ),
            (
                "Số dòng chưa có điểm (thiếu hoặc sai số liệu)",
                f"={len(assessment.rows)}-COUNT('{SCORING}'!{counted[0]}:{counted[1]})"
                f"-({_marked(self.plan.indicators)})",
                "max",
                waiting,
                "",
            ),
        ]
        first = total_row + 3
        names = [name for *_, name in lines]
        appraised_or_own = f'IF({verified}="",D{total},{verified})'
        if self.plan.table.renormalised:
            lines.append(
                (
                    "Tổng điểm quy về thang điểm tối đa của văn bản",
                    f'=IF(C{total}=0,"",{appraised_or_own}/C{total}*{printed})',
                    "score",
                    ERROR if official_wrong else _cached(official_scaled_total(assessment)),
                    "dti_scaled_total",
                )
            )
        grades = self.plan.table.grades
        if grades is not None:
            figure = appraised_or_own
            if grades.on == "percent":
                figure = f"D{first + names.index('dti_index')}/100"
            elif self.plan.table.renormalised:
                figure = f"D{first + len(lines) - 1}"
            # No word for a total that is not complete; an error stays an error.
            unfinished = f'IF(ISNUMBER(D{total}),"",D{total})'
            word = f"IF(D{first + len(names) - 1}>0,{unfinished},{grades.excel(figure)})"
            lines.append(
                (
                    "Xếp loại",
                    f'=IF(C{total}=0,"",{word})',
                    "name",
                    ERROR if wrong else official_grade(assessment) or "",
                    "dti_grade",
                )
            )
        row = total_row + 2
        for label, formula, style, value, name in lines:
            sheet.merge_range(row, 0, row, 2, label, self.styles["name"])
            sheet.write_formula(row, 3, formula, self.styles[style], value)
            if name:
                self.workbook.define_name(name, f"='{SUMMARY}'!$D${row + 1}")
            row += 1
        return row


def _close(a: Rational, b: Fraction) -> bool:
    return abs(a - b) <= Fraction(1, 200)


def _cached(value: Fraction | None) -> float | str:
    return "" if value is None else float(value)


def _marked(places: tuple[IndicatorPlace, ...]) -> str:
    """How many rows are marked as not assessed."""
    return "+".join(f"IF('{SCORING}'!{cell('excluded', p.row)}=\"Có\",1,0)" for p in places)


def _charts(workbook: Any, sheet: Any, last: int, below: int) -> None:
    names = [SUMMARY, _FIRST, 1, last, 1]
    shares = [SUMMARY, _FIRST, 4, last, 4]
    font = {"name": "Times New Roman", "size": 10}
    radar = workbook.add_chart({"type": "radar", "subtype": "filled"})
    radar.add_series(
        {"name": "Tỷ lệ đạt", "categories": names, "values": shares, "fill": {"color": "#9DC3E6"}}
    )
    radar.set_title({"name": "Tỷ lệ đạt theo chỉ số chính", "name_font": {**font, "size": 12}})
    radar.set_legend({"none": True})
    radar.set_y_axis({"min": 0, "max": 1, "num_format": "0%", "num_font": font})
    radar.set_x_axis({"num_font": font})
    radar.set_size({"width": 460, "height": 380})
    sheet.insert_chart(_FIRST - 1, 8, radar)
    bar = workbook.add_chart({"type": "bar"})
    bar.add_series(
        {
            "name": "Tỷ lệ đạt",
            "categories": names,
            "values": shares,
            "fill": {"color": "#1F4E78"},
            "data_labels": {"value": True, "num_format": "0%", "font": font},
        }
    )
    bar.set_title({"name": "Tỷ lệ đạt so với điểm tối đa", "name_font": {**font, "size": 12}})
    bar.set_legend({"none": True})
    bar.set_y_axis({"reverse": True, "num_font": font})
    bar.set_size({"width": 460, "height": 40 + 30 * (last - _FIRST + 1)})
    bar.set_x_axis(
        {
            "min": 0,
            "max": 1,
            "num_format": "0%",
            "num_font": font,
            "visible": False,
            "major_gridlines": {"visible": False},
        }
    )
    sheet.insert_chart(below + 1, 0, bar)
