"""The scoring sheet: the appendix as printed, one yellow cell per input, scores beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scoring.assess import EXCLUDED, SUBSTITUTED, Assessment, RowAssessment
from scoring.explain import compare, explain
from scoring.expression import NO, YES
from scoring.ledger import verified_total
from scoring.numbers import Rational
from scoring.program import Wrong
from scoring.slots import Slot, SlotKind
from texts.figures import vietnamese
from workbooks.layout import (
    COLUMN,
    COLUMNS,
    FIRST_ROW,
    HEADER_ROW,
    HIDDEN,
    INFO,
    LAST_PRINTED,
    NATIVE,
    SCORING,
    TOTAL_ROW,
    IndicatorPlace,
    Layout,
    cell,
    input_name,
    name_part,
    option_texts,
)
from workbooks.score_formulas import (
    ERROR,
    SUBSTITUTION,
    check_cell,
    native_status,
    score_cell,
    shown_score,
    status_cell,
)
from workbooks.styles import Sheet, Styles, row_height
from workbooks.validation import validation

_WIDTH = {column.key: column.width for column in COLUMNS}


@dataclass(frozen=True)
class ScoringSheet:
    """What the sheet is written from."""

    workbook: Any
    styles: Styles
    layout: Layout
    edition: str
    assessment: Assessment
    words: Mapping[str, str]

    def write(self) -> None:
        """Write the whole sheet."""
        sheet = self.workbook.add_worksheet(SCORING, Sheet)
        self._page(sheet)
        self._head(sheet)
        rows = {row.indicator.code: row for row in self.assessment.rows}
        for place in self.layout.pillars:
            for group_row, code, name, maximum in place.groups:
                self._group(sheet, group_row, code, name, maximum)
            for indicator in place.indicators:
                self._indicator(sheet, indicator, rows[indicator.indicator.code])
        self._sums(sheet)
        self._signatures(sheet)

    def _page(self, sheet: Any) -> None:
        for index, column in enumerate(COLUMNS):
            options = {"hidden": True} if column.key in HIDDEN else {}
            sheet.set_column(index, index, column.width, None, options)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER_ROW)
        sheet.freeze_panes(HEADER_ROW + 1, COLUMN["printed"])
        sheet.print_area(0, 0, self.layout.last_row + 9, LAST_PRINTED)
        table = self.layout.table
        sheet.set_footer(f"&L&8{table.id} · {table.digest[:12]}&C&8dti-excel&R&8Trang &P/&N")
        sheet.autofilter(HEADER_ROW, 0, self.layout.last_row, len(COLUMNS) - 1)
        sheet.protect(
            "",
            {
                "autofilter": True,
                "sort": True,
                "format_columns": True,
                "format_rows": True,
                "insert_rows": False,
            },
        )

    def _head(self, sheet: Any) -> None:
        styles, table = self.styles, self.layout.table
        sheet.merge_range(0, 0, 0, LAST_PRINTED, table.title, styles["title"])
        source = ", ".join(part for part in (table.place, _document(table)) if part)
        sheet.merge_range(1, 0, 1, LAST_PRINTED, source, styles["subtitle"])
        submission = self.assessment.submission
        sheet.merge_range(2, 0, 2, COLUMN["printed"], "", styles["bold"])
        sheet.write_formula(
            2, 0, f"\"Đơn vị: \"&'{INFO}'!$C$4", styles["bold"], f"Đơn vị: {submission.name}"
        )
        sheet.merge_range(2, COLUMN["max"], 2, LAST_PRINTED, "", styles["bold"])
        sheet.write_formula(
            2,
            COLUMN["max"],
            f"\"Kỳ đánh giá: \"&'{INFO}'!$C$5",
            styles["bold"],
            f"Kỳ đánh giá: {submission.period}",
        )
        note = "Chỉ nhập vào ô vàng. Điểm tự tính; ô trống là thiếu số liệu, không phải số 0."
        if table.decision.superseded:
            note = f"{note} Lưu ý: {table.decision.superseded}"
        sheet.merge_range(3, 0, 3, LAST_PRINTED, note, styles["note"])
        sheet.set_row(3, 32)
        for index, column in enumerate(COLUMNS):
            sheet.write_string(HEADER_ROW, index, column.title, styles["header"])
        sheet.set_row(HEADER_ROW, 66)

    def _group(self, sheet: Any, row: int, code: str, name: str, maximum: str) -> None:
        for index in range(len(COLUMNS)):
            sheet.write_blank(row, index, None, self.styles["group"])
        sheet.write_string(row, COLUMN["code"], code, self.styles["group"])
        sheet.write_string(row, COLUMN["name"], name, self.styles["group"])
        if maximum:
            sheet.write_string(row, COLUMN["max"], f"({maximum})", self.styles["group_max"])
        sheet.set_row(row, row_height((name, _WIDTH["name"])))

    def _indicator(self, sheet: Any, place: IndicatorPlace, result: RowAssessment) -> None:
        styles, indicator, row = self.styles, place.indicator, place.row
        code, submission = indicator.code, self.assessment.submission
        agency = " / ".join(a for a in (indicator.lead_agency, indicator.coordinating_agency) if a)
        words = self.words.get(code, "")
        sheet.write_string(row, COLUMN["code"], code, styles["code"])
        sheet.write_string(row, COLUMN["name"], indicator.name, styles["name"])
        sheet.write_string(row, COLUMN["printed"], indicator.printed, styles["text"])
        maximum = float(indicator.max_score)
        sheet.write_number(row, COLUMN["max"], maximum, styles["max"])
        sheet.write_blank(row, COLUMN["input"], None, styles["text"])
        score = shown_score(self.assessment, result)
        excluded = code in submission.excluded
        sheet.write_formula(
            row,
            COLUMN["score"],
            score_cell(self.layout, place, self.edition),
            styles["score"],
            score,
        )
        self._typed(sheet, row, code)
        self._check(sheet, place, score)
        sheet.write_string(row, COLUMN["excluded"], YES if excluded else "", styles["input_choice"])
        sheet.write_string(
            row, COLUMN["reason"], submission.excluded.get(code, ""), styles["input_text"]
        )
        verified = submission.verified.get(code)
        if verified is None:
            sheet.write_blank(row, COLUMN["verified"], None, styles["input_score"])
        else:
            sheet.write_number(row, COLUMN["verified"], float(verified), styles["input_score"])
        ours, theirs = cell("score", row), cell("verified", row)
        difference: float | str = ""
        if verified is not None:
            difference = float(verified - (result.score or 0)) if score != ERROR else ERROR
            difference = "" if score == "" else difference
        sheet.write_formula(
            row,
            COLUMN["difference"],
            f'=IF({theirs}="","",IF({ours}="","",{theirs}-{ours}))',
            styles["score"],
            difference,
        )
        explanation = submission.explanations.get(code, "")
        sheet.write_string(row, COLUMN["explanation"], explanation, styles["input_text"])
        sheet.write_string(row, COLUMN["evidence"], indicator.evidence, styles["text"])
        attached = submission.attached.get(code, "")
        sheet.write_string(row, COLUMN["attached"], attached, styles["input_text"])
        sheet.write_string(row, COLUMN["agency"], agency, styles["text"])
        sheet.write_string(row, COLUMN["words"], words, styles["input_text"])
        self._status(sheet, place, result, score)
        mark, top = cell("excluded", row), cell("max", row)
        sheet.write_formula(
            row,
            COLUMN["assessed"],
            "=0" if indicator.bonus else f'=IF({mark}="{YES}",0,{top})',
            styles["max"],
            0 if excluded else float(indicator.counted_max),
        )
        sheet.write_formula(row, COLUMN["counted"], f"={cell('score', row)}", styles["max"], score)
        own, appraised = cell("score", row), cell("verified", row)
        sheet.write_formula(
            row,
            COLUMN["official"],
            f'=IF({mark}="{YES}","",IF({appraised}="",{own},{appraised}))',
            styles["max"],
            "" if excluded else score if verified is None else float(verified),
        )
        sheet.set_row(row, _indicator_height(code, self.layout.table.id, words))
        self._names(place)
        figures = submission.figures.get(code, {})
        for slot, slot_row in place.slots:
            self._input(sheet, place, slot, slot_row, figures.get(slot.name))
        self._validate(sheet, place)

    def _typed(self, sheet: Any, row: int, code: str) -> None:
        typed = self.assessment.submission.typed.get(code)
        style = self.styles["input_score_typed"]
        if typed is None:
            sheet.write_blank(row, COLUMN["typed"], None, style)
        else:
            sheet.write_number(row, COLUMN["typed"], float(typed), style)

    def _check(self, sheet: Any, place: IndicatorPlace, score: float | str) -> None:
        indicator, row = place.indicator, place.row
        typed = self.assessment.submission.typed.get(indicator.code)
        value: str = ""
        if indicator.code in self.assessment.submission.excluded:
            typed = None
        if typed is not None and isinstance(score, float):
            row_score = next(r for r in self.assessment.rows if r.indicator is indicator).score
            value = compare(typed, row_score or 0)  # type: ignore[arg-type]
        if self.edition == NATIVE:
            value = value.split(" ")[0]
        elif typed is not None and score == ERROR:
            value = ERROR
        sheet.write_formula(
            row,
            COLUMN["check"],
            check_cell(self.layout, place, self.edition),
            self.styles["text"],
            value,
        )

    def _status(
        self, sheet: Any, place: IndicatorPlace, result: RowAssessment, score: float | str
    ) -> None:
        row, indicator = place.row, place.indicator
        if result.status == EXCLUDED:
            value = "Không đánh giá"
        elif result.status == SUBSTITUTED:
            value = SUBSTITUTION
        elif self.edition == NATIVE:
            value = native_status(score)
        else:
            value = explain(indicator, result.figures)
        sheet.write_formula(
            row,
            COLUMN["status"],
            status_cell(self.layout, place, self.edition),
            self.styles["text"],
            value,
        )

    def _input(
        self, sheet: Any, place: IndicatorPlace, slot: Slot, row: int, value: object
    ) -> None:
        styles = self.styles
        for key in ("code", "max", "score", "typed", "check", "verified", "evidence"):
            sheet.write_blank(row, COLUMN[key], None, styles["text"])
        label = slot_label(slot)
        sheet.write_string(row, COLUMN["name"], label, styles["label"])
        sheet.write_string(row, COLUMN["printed"], _hint(slot), styles["label"])
        style = styles[_input_style(slot)]
        column = COLUMN["input"]
        if value is None:
            sheet.write_blank(row, column, None, style)
        elif isinstance(value, Wrong):
            sheet.write_string(row, column, value.shown.strip("«»"), style)
        elif slot.kind is SlotKind.ANSWER:
            sheet.write_string(row, column, YES if value else NO, style)
        elif slot.kind is SlotKind.OPTION:
            texts = option_texts(slot)
            known = isinstance(value, int) and 1 <= value <= len(texts)
            sheet.write(row, column, texts[int(value) - 1] if known else value, style)  # type: ignore[call-overload]
        else:
            sheet.write_number(row, column, float(value), style)  # type: ignore[arg-type]
        sheet.set_row(
            row,
            row_height(
                (label, _WIDTH["name"] - 2),
                (_hint(slot), _WIDTH["printed"] - 2),
                *((text, _WIDTH["input"]) for text in option_texts(slot)),
            ),
        )
        address = f"'{SCORING}'!$E${row + 1}"
        self.workbook.define_name(input_name(place.indicator.code, slot.name), f"={address}")

    def _names(self, place: IndicatorPlace) -> None:
        part, row = name_part(place.indicator.code), place.row + 1
        for name, key in (
            ("score", "score"),
            ("typed", "typed"),
            ("verified", "verified"),
            ("excluded", "excluded"),
            ("max", "max"),
        ):
            address = cell(key, row - 1)
            column = address.rstrip("0123456789")
            self.workbook.define_name(f"dti_{name}_{part}", f"='{SCORING}'!${column}${row}")
        lists: dict[str, list[int]] = {}
        for slot, slot_row in place.slots:
            if slot.place:
                lists.setdefault(slot.input, []).append(slot_row)
        for name, rows in lists.items():
            self.workbook.define_name(
                input_name(place.indicator.code, name),
                f"='{SCORING}'!$E${rows[0] + 1}:$E${rows[-1] + 1}",
            )

    def _validate(self, sheet: Any, place: IndicatorPlace) -> None:
        column = COLUMN["input"]
        for slot, row in place.slots:
            sheet.data_validation(row, column, row, column, validation(self.layout, place, slot))
        row = place.row
        sheet.data_validation(
            row,
            COLUMN["excluded"],
            row,
            COLUMN["excluded"],
            {"validate": "list", "source": [YES], "error_message": "Chọn «Có» hoặc để trống."},
        )
        for key in ("typed", "verified"):
            sheet.data_validation(
                row,
                COLUMN[key],
                row,
                COLUMN[key],
                {
                    "validate": "decimal",
                    "criteria": "between",
                    "minimum": float(place.indicator.min_score),
                    "maximum": float(place.indicator.max_score),
                    "error_type": "warning",
                    "error_title": "Điểm ngoài giới hạn",
                    "error_message": "Điểm phải từ "
                    f"{vietnamese(place.indicator.min_score)} đến điểm tối đa của chỉ số.",
                },
            )

    def _sums(self, sheet: Any) -> None:
        styles, assessment = self.styles, self.assessment
        by_code = {pillar.code: pillar for pillar in assessment.pillars}
        typed = assessment.submission.typed
        wrong = {
            row.indicator.pillar for row in assessment.rows if shown_score(assessment, row) == ERROR
        }
        lines = [
            (place.row, place.pillar.code, place.pillar.name, float(place.pillar.max_score), place)
            for place in self.layout.pillars
        ]
        for row, code, name, maximum, place in lines:
            span = (place.row + 1, place.last_row)
            value: float | str = ERROR if code in wrong else float(by_code[code].score)
            self._sum_row(sheet, row, code, name, maximum, typed.get(code))
            sheet.write_formula(
                row, COLUMN["score"], _sum("score", *span), styles["pillar_score"], value
            )
            sheet.write_formula(
                row,
                COLUMN["assessed"],
                _sum("assessed", *span),
                styles["pillar_max"],
                float(by_code[code].max_score),
            )
            self.workbook.define_name(f"dti_pillar_{code}", f"='{SCORING}'!$F${row + 1}")
        rows = [place.row for place in self.layout.pillars]
        total: float | str = ERROR if wrong else float(assessment.total)
        self._sum_row(
            sheet,
            TOTAL_ROW,
            "",
            "Tổng cộng",
            float(self.layout.table.max_score),
            typed.get("total"),
        )
        sheet.write_formula(
            TOTAL_ROW, COLUMN["score"], _list_sum("score", rows), styles["pillar_score"], total
        )
        sheet.write_formula(
            TOTAL_ROW,
            COLUMN["assessed"],
            _list_sum("assessed", rows),
            styles["pillar_max"],
            float(assessment.max_score),
        )
        first, last = FIRST_ROW, self.layout.last_row
        appraised = verified_total(assessment)
        appraisals = f"{cell('verified', first)}:{cell('verified', last)}"
        sheet.write_formula(
            TOTAL_ROW,
            COLUMN["verified"],
            f'=IF(COUNT({appraisals})=0,"",{_sum("official", first, last)[1:]})',
            styles["pillar_score"],
            "" if appraised is None else ERROR if self._official_is_wrong() else float(appraised),
        )
        sheet.conditional_format(
            first,
            COLUMN["check"],
            last,
            COLUMN["check"],
            {
                "type": "text",
                "criteria": "begins with",
                "value": "Lệch",
                "format": self.workbook.add_format({"font_color": "#B3261E", "bold": True}),
            },
        )
        for name, key in (
            ("dti_total", "score"),
            ("dti_total_typed", "typed"),
            ("dti_total_verified", "verified"),
        ):
            column = cell(key, TOTAL_ROW).rstrip("0123456789")
            self.workbook.define_name(name, f"='{SCORING}'!${column}${TOTAL_ROW + 1}")

    def _official_is_wrong(self) -> bool:
        verified = self.assessment.submission.verified
        return any(
            shown_score(self.assessment, row) == ERROR and row.indicator.code not in verified
            for row in self.assessment.rows
        )

    def _sum_row(
        self,
        sheet: Any,
        row: int,
        code: str,
        name: str,
        maximum: float,
        typed: Rational | None,
    ) -> None:
        styles = self.styles
        for index in range(len(COLUMNS)):
            sheet.write_blank(row, index, None, styles["pillar"])
        sheet.write_string(row, COLUMN["code"], code, styles["pillar"])
        sheet.write_string(row, COLUMN["name"], name, styles["pillar"])
        sheet.write_number(row, COLUMN["max"], maximum, styles["pillar_max"])
        if typed is None:
            sheet.write_blank(row, COLUMN["typed"], None, styles["input_score_typed"])
        else:
            sheet.write_number(row, COLUMN["typed"], float(typed), styles["input_score_typed"])
        sheet.set_row(row, row_height((name, _WIDTH["name"])))

    def _signatures(self, sheet: Any) -> None:
        row = self.layout.last_row + 3
        right = COLUMN["score"]
        sign, note = self.styles["sign"], self.styles["sign_note"]
        sheet.merge_range(row, right, row, LAST_PRINTED, "…, ngày … tháng … năm …", note)
        sheet.merge_range(row + 1, 0, row + 1, COLUMN["printed"], "NGƯỜI LẬP BIỂU", sign)
        sheet.merge_range(row + 1, right, row + 1, LAST_PRINTED, "THỦ TRƯỞNG ĐƠN VỊ", sign)
        sheet.merge_range(row + 2, 0, row + 2, COLUMN["printed"], "(Ký, ghi rõ họ tên)", note)
        sheet.merge_range(row + 2, right, row + 2, LAST_PRINTED, "(Ký, đóng dấu)", note)


def _sum(key: str, first: int, last: int) -> str:
    return f"=SUM({cell(key, first)}:{cell(key, last)})"


def _list_sum(key: str, rows: list[int]) -> str:
    return f"=SUM({','.join(cell(key, row) for row in rows)})"


def slot_label(slot: Slot) -> str:
    """How the sheet names an input: the symbol and its printed meaning."""
    if slot.kind is SlotKind.OPTION:
        return "Lựa chọn (chọn trong danh sách)"
    if slot.place:
        return f"({slot.place}) {slot.label}"
    if len(slot.name) == 1 and slot.name != "x":
        return f"{slot.name} = {slot.label}"
    return slot.label or slot.name


def _hint(slot: Slot) -> str:
    if slot.kind is SlotKind.ANSWER:
        return "Có / Không"
    if slot.kind is SlotKind.DATE:
        return "nhập ngày, ví dụ 15/01/2025"
    if slot.kind is SlotKind.PERCENT:
        return "nhập tỷ lệ %, ví dụ 85%, khi không có hai số trên"
    if slot.from_info:
        return f"theo mục {', '.join(slot.from_info)} Thông tin chung"
    return ""


def _input_style(slot: Slot) -> str:
    if slot.kind is SlotKind.DATE:
        return "input_date"
    if slot.kind is SlotKind.PERCENT:
        return "input_percent"
    return "input_number" if slot.kind is SlotKind.NUMBER else "input_choice"


@lru_cache(maxsize=4096)
def _indicator_height(code: str, table_id: str, words: str) -> float:
    from rulesets.loader import load

    row = load(table_id).by_code[code]
    agency = " / ".join(a for a in (row.lead_agency, row.coordinating_agency) if a)
    return row_height(
        (row.name, _WIDTH["name"] * 0.93),
        (row.printed, _WIDTH["printed"]),
        (row.evidence, _WIDTH["evidence"]),
        (agency, _WIDTH["agency"]),
        (words, _WIDTH["words"]),
    )


def _document(table: Any) -> str:
    decision = table.decision
    if decision.number:
        return f"{decision.number}, {decision.issuer}".strip(", ")
    return str(decision.issuer or decision.title)
