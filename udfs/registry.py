"""Registry: name, arguments, help of every function — the only source for every host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from udfs.results import CellError, CellResult


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument, as hosts show it."""

    name: str
    vi: str
    en: str
    repeated: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """One spreadsheet function. Its code, and the engine behind it, load at the first call."""

    name: str
    module: str
    vi: str
    en: str
    parameters: tuple[Parameter, ...]

    @property
    def run(self) -> Callable[..., CellResult]:
        """The code: `DTI_SCORE` is `dti_score` in its module."""
        code: Callable[..., CellResult] = getattr(
            import_module(f"udfs.{self.module}"), self.name.lower()
        )
        return code

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
    "khong_danh_gia",
    "Vùng đánh dấu không đánh giá",
    "Range of marks for rows not assessed",
    optional=True,
)
_VALUE = Parameter("gia_tri", "Giá trị của đơn vị", "The value of the unit")
_COHORT = Parameter("cum", "Giá trị của mọi đơn vị trong cụm", "The values of all units")
_MAX = Parameter("diem_toi_da", "Điểm tối đa", "The maximum score")
_TEXT = Parameter("van_ban", "Kết quả gõ bằng chữ", "A result typed as text")
_LEVELS = Parameter(
    "bang", "Mã bảng mức độ, ví dụ BTTTT-2024-XA", "Id of the levels table, e.g. BTTTT-2024-XA"
)
_LEVELS_OR_LEVEL = Parameter(
    "bang_hoac_muc",
    "Mã bảng mức độ, hoặc chỉ một mức từ 0 đến 5",
    "Id of the levels table, or a level of 0–5 alone",
)
_CRITERIA = Parameter(
    "cac_ma", 'Vùng mã tiêu chí, dạng chữ: "I.4"', "Range of codes of the criteria, as text"
)
_VALUES = Parameter(
    "cac_gia_tri",
    'Vùng giá trị, cùng số ô với vùng mã: 62%, số đếm, Có/Không, "2/5", "3; 4; 4"',
    'Range of values, as many cells as codes: 62%, a count, Có/Không, "2/5", "3; 4; 4"',
)
_PLAN = Parameter(
    "ke_hoach", "Mã kế hoạch, ví dụ VN-2023-KEHOACH", "Id of the plan, e.g. VN-2023-KEHOACH"
)
_TARGET = Parameter(
    "ma", 'Mã chỉ tiêu: phần và số thứ tự, "III.19.1"', 'Code of the target: "III.19.1"'
)
_RESULT = Parameter(
    "ket_qua",
    "Kết quả thực hiện; dòng tiêu đề thì chọn vùng kết quả của các dòng con",
    "The result; for a header the range of the results of its sub-rows",
)

FUNCTIONS: tuple[Function, ...] = (
    Function(
        "DTI_SCORE",
        "functions",
        "Điểm của một chỉ số; trống khi còn thiếu số liệu, #VALUE! khi số liệu không thể có.",
        "Score of one indicator; blank while an input is missing, #VALUE! on impossible input.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_MAX",
        "functions",
        "Điểm tối đa của một chỉ số.",
        "Maximum score of one indicator.",
        (_TABLE, _CODE),
    ),
    Function(
        "DTI_STATUS",
        "functions",
        "«Đủ», hoặc còn thiếu gì, sai gì.",
        "«Đủ», or what is missing or wrong, in Vietnamese.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_EXPLAIN",
        "functions",
        "Vì sao được số điểm này: số liệu, quy tắc, kết quả, căn cứ.",
        "Why this score: figures, rule, result, clause; in Vietnamese.",
        (_TABLE, _CODE, _INPUTS),
    ),
    Function(
        "DTI_CHECK",
        "functions",
        "«Khớp», hoặc điểm gõ tay lệch bao nhiêu.",
        "«Khớp», or how far the typed score is off.",
        (_TABLE, _CODE, _TYPED, _INPUTS),
    ),
    Function(
        "DTI_INDEX",
        "functions",
        "Chỉ số: tổng điểm chia điểm tối đa của các dòng được đánh giá, tính bằng phần trăm.",
        "Index: total by maximum of the assessed rows, in percent.",
        (_TABLE, _CODES, _SCORES, _EXCLUDED),
    ),
    Function(
        "DTI_MINMAX",
        "functions",
        "Điểm theo phương pháp Min-Max trong cụm.",
        "Min-max score within the cohort.",
        (_VALUE, _COHORT, _MAX),
    ),
    Function(
        "DTI_READ",
        "functions",
        "Kết quả gõ bằng chữ nói gì: tỷ lệ, phần trăm, số, có, không, hay không đọc được.",
        "What a typed Vietnamese result says.",
        (_TEXT,),
    ),
    Function(
        "DTI_TIER",
        "level_functions",
        "Mức độ chuyển đổi số đạt được, 0–5; thiếu giá trị là chưa đạt, #VALUE! khi không thể có.",
        "Level reached, 0–5; a missing value is not met, #VALUE! on an impossible one.",
        (_LEVELS, _CRITERIA, _VALUES),
    ),
    Function(
        "DTI_TIER_NAME",
        "level_functions",
        "Tên của mức độ đạt được, hoặc tên của một mức cho trước.",
        "Vietnamese name of the level reached, or of a level given alone.",
        (
            _LEVELS_OR_LEVEL,
            replace(_CRITERIA, optional=True),
            replace(_VALUES, optional=True),
        ),
    ),
    Function(
        "DTI_BLOCKERS",
        "level_functions",
        "Mã các tiêu chí chưa đạt ở mức kế tiếp; trống khi đã đạt mức 5.",
        "Codes of the criteria not met at the next level; blank at level 5.",
        (_LEVELS, _CRITERIA, _VALUES),
    ),
    Function(
        "DTI_TARGET",
        "level_functions",
        "«Đạt», «Chưa đạt» hoặc «Không xét» một chỉ tiêu của kế hoạch.",
        "«Đạt» (met), «Chưa đạt» (not met) or «Không xét» (not judged) for a target of a plan.",
        (_PLAN, _TARGET, _RESULT),
    ),
)

_BY_NAME = {function.name: function for function in FUNCTIONS}
_LOADED: dict[str, Callable[..., CellResult]] = {}


def call(name: str, *arguments: Any) -> CellResult:
    """Call a function by its name; anything unforeseen becomes #VALUE!, never a text or a zero.

    >>> call("DTI_MAX", "HB-2023-XA", "9.99")
    <CellError.NA: '#N/A'>
    """
    function = _LOADED.get(name)
    if function is None:
        if name not in _BY_NAME:
            return CellError.NA
        function = _LOADED[name] = _BY_NAME[name].run
    try:
        return function(*arguments)
    except Exception:
        # A cell has no other way to say that the program failed.
        return CellError.VALUE
