"""Findings: what is wrong, where, why, and what to do about it.

One catalogue holds every code of the contract with its severity and its words in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Severity(str, Enum):
    """How much a finding weighs: an error fails the check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Kind:
    """One code of the catalogue: its severity and its sentence in Vietnamese and English."""

    severity: Severity
    vi: str
    en: str


def _error(vi: str, en: str) -> Kind:
    return Kind(Severity.ERROR, vi, en)


def _warning(vi: str, en: str) -> Kind:
    return Kind(Severity.WARNING, vi, en)


def _refusal(vi: str, en: str) -> Kind:
    return Kind(Severity.REFUSAL, vi, en)


CATALOGUE: Mapping[str, Kind] = {
    "input-not-a-number": _error(
        "{label} phải là một số nhưng đang là {actual}. Hãy nhập lại bằng số.",
        "{label} must be a number but is {actual}. Type a number.",
    ),
    "input-negative": _error(
        "{label} không thể âm ({actual}). Hãy kiểm tra lại số liệu.",
        "{label} cannot be negative ({actual}). Check the figure.",
    ),
    "option-unknown": _error(
        "{label}: không có lựa chọn {actual}. Hãy chọn một trong danh sách.",
        "{label}: there is no option {actual}. Choose one from the list.",
    ),
    "part-exceeds-whole": _error(
        "Phần lớn hơn tổng: {actual}. Số liệu không thể có nên không được điểm; hãy kiểm tra lại.",
        "The part is larger than the whole: {actual}. Impossible data earns nothing; check it.",
    ),
    "zero-denominator": _error(
        "Mẫu số bằng 0 ({actual}) và văn bản không quy định cách tính khi đó. "
        "Hãy nhập số liệu đúng, hoặc đánh dấu không đánh giá nếu được phép.",
        "The denominator is 0 ({actual}) and the document has no rule for it. "
        "Type the right figure, or mark the row as not assessed where that is allowed.",
    ),
    "score-mismatch": _error(
        "Điểm nhập {actual} khác điểm tính được {expected} (lệch {difference}). {why}",
        "The typed score {actual} differs from the computed {expected} (by {difference}). {why}",
    ),
    "score-above-maximum": _error(
        "Điểm {actual} vượt điểm tối đa {expected}.",
        "The score {actual} is above the maximum {expected}.",
    ),
    "score-stale": _error(
        "Ô còn lưu giá trị cũ {actual}; tính lại từ chính công thức của ô được {expected}. "
        "Hãy mở tệp và tính lại (Ctrl+Shift+F9).",
        "The cell still holds the old value {actual}; its own formula gives {expected}. "
        "Open the file and recalculate (Ctrl+Shift+F9).",
    ),
    "formula-overwritten": _error(
        "Công thức tính điểm đã bị gõ đè bằng {actual}; tính đúng được {expected}. "
        "Hãy khôi phục công thức.",
        "The scoring formula was overwritten with {actual}; the right score is {expected}. "
        "Restore the formula.",
    ),
    "formula-changed": _error(
        "Công thức đã bị sửa: {actual}. Công thức đúng: {expected}.",
        "The formula was changed: {actual}. The right one: {expected}.",
    ),
    "max-score-changed": _error(
        "Điểm tối đa trong tệp là {actual}, theo văn bản là {expected}.",
        "The maximum in the file is {actual}; the document says {expected}.",
    ),
    "subtotal-mismatch": _error(
        "Điểm cộng {actual} không bằng tổng các điểm đang đứng trong nhóm: {expected}. {why}",
        "The subtotal {actual} is not the sum of the scores in its rows: {expected}. {why}",
    ),
    "total-mismatch": _error(
        "Tổng điểm {actual} không bằng tổng các điểm đang đứng trong bảng: {expected}. {why}",
        "The total {actual} is not the sum of the scores in the table: {expected}. {why}",
    ),
    "index-mismatch": _error(
        "Chỉ số {actual} khác chỉ số tính được {expected}.",
        "The index {actual} differs from the computed {expected}.",
    ),
    "level-mismatch": _error(
        "Mức độ {actual} khác mức độ tính được {expected}.",
        "The level {actual} differs from the computed {expected}.",
    ),
    "row-missing": _error(
        "Thiếu dòng của chỉ số {label}. Hãy bổ sung đúng mã và tên như văn bản.",
        "The row of indicator {label} is missing. Add it with its printed code and title.",
    ),
    "row-duplicate": _error(
        "Chỉ số {label} có nhiều dòng: {actual}. Hãy giữ một dòng.",
        "Indicator {label} has several rows: {actual}. Keep one.",
    ),
    "exclusion-without-reason": _error(
        "Chỉ số được đánh dấu không đánh giá nhưng chưa ghi lý do.",
        "The indicator is marked as not assessed without a reason.",
    ),
    "table-mismatch": _error(
        "Các dòng là của bảng {actual}, không phải {expected}.",
        "The rows are those of table {actual}, not {expected}.",
    ),
    "table-unknown": _error(
        "Không có bảng chỉ số {actual}. Xem danh sách bằng lệnh: dti tables.",
        "There is no table {actual}. See the list with: dti tables.",
    ),
    "layout-unknown": _error(
        "Không nhận ra bố cục của tệp: {why}. "
        "Hãy dùng lệnh dti adopt để chuyển sang biểu mẫu chính thức.",
        "The layout of the file is unknown: {why}. Use dti adopt to read it into our form.",
    ),
    "input-missing": _warning(
        "Thiếu số liệu: {label}.",
        "Missing: {label}.",
    ),
    "number-as-text": _warning(
        "Số được gõ như chữ: {actual}. Hãy nhập lại bằng số.",
        "A number typed as text: {actual}. Type it as a number.",
    ),
    "input-is-date": _warning(
        "Ô chứa ngày tháng {actual}; có lẽ bảng tính tự đổi từ «{expected}». Hãy nhập lại số.",
        "The cell holds the date {actual}, probably made of «{expected}». Type the number again.",
    ),
    "score-uncached": _warning(
        "Ô công thức chưa có giá trị lưu. Hãy mở tệp, tính lại và lưu.",
        "The formula has no stored value. Open, recalculate and save the file.",
    ),
    "row-unknown": _warning(
        "Dòng {label} không có trong bảng chính thức; không được tính.",
        "Row {label} is not in the official table; it is not counted.",
    ),
    "row-hidden": _warning(
        "Dòng đang bị ẩn. Hãy bỏ ẩn để người đọc thấy đủ bảng.",
        "The row is hidden. Show it so that readers see the whole table.",
    ),
    "info-mismatch": _warning(
        "{label}: số liệu {actual} khác với {expected} đã khai ở nơi khác.",
        "{label}: the figure {actual} differs from {expected} given elsewhere.",
    ),
    "evidence-missing": _warning(
        "Chưa có tài liệu kiểm chứng.",
        "No evidence is given.",
    ),
    "explanation-missing": _warning(
        "Chưa có giải trình. {why}",
        "No explanation is given. {why}",
    ),
    "cohort-missing": _warning(
        "Chỉ số tính theo min-max, cần số liệu của các đơn vị khác: chờ số liệu cụm.",
        "A min-max indicator needs the figures of the other units: waiting for the cohort.",
    ),
    "text-legacy-encoding": _warning(
        "Chữ gõ bằng bảng mã cũ ({actual}); đã đọc thành {expected}.",
        "Text in an old encoding ({actual}); read as {expected}.",
    ),
    "external-link": _warning(
        "Tệp có liên kết ra ngoài: {actual}. Số liệu lấy từ nơi khác có thể thay đổi.",
        "The file links elsewhere: {actual}. Figures from there may change.",
    ),
    "macro-present": _warning(
        "Tệp có macro. dti-excel không chạy macro.",
        "The file has macros. dti-excel does not run them.",
    ),
    "reading-applied": _warning(
        "{why}",
        "{why}",
    ),
    "table-superseded": Kind(
        Severity.INFO,
        "{why}",
        "{why}",
    ),
    "file-unsafe": _refusal(
        "Không mở tệp vì không an toàn: {why}.",
        "The file is not opened because it is unsafe: {why}.",
    ),
    "file-unreadable": _refusal(
        "Không đọc được tệp: {why}.",
        "The file cannot be read: {why}.",
    ),
}


class _Blanks(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation with its place: a record, never an exception.

    `sheet` and `cell` are empty where the figures did not come from a workbook.
    """

    code: str
    indicator: str = ""
    sheet: str = ""
    cell: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The severity of the code, from the catalogue."""
        return CATALOGUE[self.code].severity

    @property
    def place(self) -> str:
        """`Sheet!C12`, or nothing."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def message(self, lang: str = "vi") -> str:
        """Say it in one sentence: what, why, and what to do."""
        kind = CATALOGUE[self.code]
        template = kind.en if lang == "en" else kind.vi
        return template.format_map(_Blanks(self.words)).strip()


def finding(
    code: str, indicator: str = "", sheet: str = "", cell: str = "", **words: str
) -> Finding:
    """Make a finding; the words fill the sentence of its code.

    >>> finding("input-missing", "3.4", label="b").message()
    'Thiếu số liệu: b.'
    """
    if code not in CATALOGUE:
        raise KeyError(code)
    return Finding(code, indicator, sheet, cell, words)


def has_error(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether anything in the list fails a check."""
    return any(f.severity in (Severity.ERROR, Severity.REFUSAL) for f in findings)
