"""Registry: name, arguments, help of every function — the only source for every host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from udfs import functions
from udfs.cells import CellError, CellResult


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument, as hosts show it."""

    name: str
    vi: str
    en: str
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """One spreadsheet function."""

    name: str
    run: Callable[..., CellResult]
    vi: str
    en: str
    parameters: tuple[Parameter, ...]

    @property
    def service(self) -> str:
        """The name without its prefix, in words a host can use: `DTI_SCORE` → `Score`."""
        return self.name.removeprefix("DTI_").title().replace("_", "")


_TABLE = Parameter("bang", "Mã bảng chỉ số, ví dụ HB-2023-XA", "Id of the table, e.g. HB-2023-XA")
_CODE = Parameter("ma", 'Mã chỉ số, dạng chữ: "9.10"', "Code of the indicator, as text")
_INPUTS = Parameter(
    "so_lieu",
    "Vùng số liệu của chỉ số (các ô vàng), theo thứ tự trong biểu",
    "Range with the inputs of the indicator, in the order of the form",
    repeated=True,
)
_TYPED = Parameter("diem_nhap", "Điểm gõ tay", "The score typed by hand")
_CODES = Parameter("cac_ma", "Vùng mã chỉ số", "Range of codes")
_SCORES = Parameter("cac_diem", "Vùng điểm", "Range of scores")
_EXCLUDED = Parameter(
    "khong_danh_gia", "Vùng đánh dấu không đánh giá", "Range of marks for rows not assessed"
)
_VALUE = Parameter("gia_tri", "Giá trị của đơn vị", "The value of the unit")
_COHORT = Parameter("cum", "Giá trị của mọi đơn vị trong cụm", "The values of all units")
_MAX = Parameter("diem_toi_da", "Điểm tối đa", "The maximum score")
_TEXT = Parameter("van_ban", "Kết quả gõ bằng chữ", "A result typed as text")

FUNCTIONS: tuple[Function, ...] = (
    Function(
        "DTI_SCORE",
        functions.dti_score,
        "Điểm của một chỉ số; trống khi còn thiếu số liệu, #VALUE! khi số liệu không thể có.",
        "Score of one indicator; blank while an input is missing, #VALUE! on impossible input.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_MAX",
        functions.dti_max,
        "Điểm tối đa của một chỉ số.",
        "Maximum score of one indicator.",
        (_TABLE, _CODE),
    ),
    Function(
        "DTI_STATUS",
        functions.dti_status,
        "«Đủ», hoặc còn thiếu gì, sai gì.",
        "«Đủ», or what is missing or wrong, in Vietnamese.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_EXPLAIN",
        functions.dti_explain,
        "Vì sao được số điểm này: số liệu, quy tắc, kết quả, căn cứ.",
        "Why this score: figures, rule, result, clause; in Vietnamese.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_CHECK",
        functions.dti_check,
        "«Khớp», hoặc điểm gõ tay lệch bao nhiêu.",
        "«Khớp», or how far the typed score is off.",
        (_TABLE, _CODE, _TYPED, _INPUTS),
    ),
    Function(
        "DTI_INDEX",
        functions.dti_index,
        "Chỉ số: tổng điểm chia điểm tối đa của các dòng được đánh giá, tính bằng phần trăm.",
        "Index: total by maximum of the assessed rows, in percent.",
        (_TABLE, _CODES, _SCORES, _EXCLUDED),
    ),
    Function(
        "DTI_MINMAX",
        functions.dti_minmax,
        "Điểm theo phương pháp Min-Max trong cụm.",
        "Min-max score within the cohort.",
        (_VALUE, _COHORT, _MAX),
    ),
    Function(
        "DTI_READ",
        functions.dti_read,
        "Kết quả gõ bằng chữ nói gì: tỷ lệ, phần trăm, số, có, không, hay không đọc được.",
        "What a typed Vietnamese result says.",
        (_TEXT,),
    ),
)

_BY_NAME = {function.name: function for function in FUNCTIONS}


def call(name: str, *arguments: Any) -> CellResult:
    """Call a function by its name; anything unforeseen becomes #VALUE!, never a text or a zero.

    >>> call("DTI_MAX", "HB-2023-XA", "9.99")
    <CellError.NA: '#N/A'>
    """
    function = _BY_NAME.get(name)
    if function is None:
        return CellError.NA
    try:
        return function.run(*arguments)
    except Exception:
        # A cell has no other way to say that the program failed.
        return CellError.VALUE
