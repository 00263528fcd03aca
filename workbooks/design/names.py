"""Names: the defined names of the contract, sheets, editions and what a place is called inside."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

VERSION = "2"
"""Version of the layout; a workbook of another version is refused."""

INFO = "Thông tin chung"
SCORING = "Chấm điểm"
SUMMARY = "Tổng hợp"
READINGS = "Cách hiểu"
COHORT = "Số liệu cụm"
LEVELS_SHEET = "Mức độ"
COMMUNES = "Mức độ các xã"
TARGETS_SHEET = "Chỉ tiêu"
AGENCIES = "Theo cơ quan"
SIGNED = "Bản ký"
DOCUMENTS = "Danh mục tài liệu kiểm chứng"
SLIPS = "Phiếu yêu cầu"
JOURNAL = "Nhật ký"
LISTS = "dti_danh_muc"
MAP = "dti_map"

UDF, NATIVE = "udf", "native"
EDITIONS = (UDF, NATIVE)
"""Cells that call our functions, or plain formulas."""


class Key(NamedTuple):
    """What stands in a place: the figure or text, the row it belongs to, and the slot of it.

    Fields: `in` (an input), `typed`, `verified`, `excluded`, `reason`, `explanation`, `attached`,
    `words` by row; `typed` also by pillar, of the `total` and the `level`; `info` by line; `name`,
    `period`, `online`; `document` and `journal` by number, slots as in `scoring.documents`; `seal`
    (locked, of the page to sign); `cohort` by row and number; `commune` by number, slots `name`
    and `level`.
    Formulas: `score`, `check`, `status` … by row; `pillar` by pillar; `total`, `index` …

    >>> Key("in", "3.4", "a")
    Key(what='in', code='3.4', slot='a')
    """

    what: str
    code: str = ""
    slot: str = ""


def name_part(code: str) -> str:
    """A code as part of a defined name: `3.4` → `3_4`, `I.4` → `I_4`."""
    return code.replace(".", "_")


@lru_cache(maxsize=65536)
def defined_name(what: str, code: str = "", slot: str = "") -> str:
    """A defined name of the contract.

    >>> defined_name("in", "3.4", "a"), defined_name("in", "I.4"), defined_name("total")
    ('dti_in_3_4_a', 'dti_in_I_4', 'dti_total')
    >>> defined_name("typed", "total"), defined_name("typed", "level")
    ('dti_total_typed', 'dti_level_typed')
    """
    if code in ("total", "level"):
        return f"dti_{code}_{what}"
    return "_".join(part for part in ("dti", what, name_part(code), slot) if part)


def name_of(key: Key) -> str:
    """The defined name of what a key stands for, where it has one."""
    return defined_name(*key)


def input_name(code: str, slot: str = "") -> str:
    """The defined name of an input.

    >>> input_name("3.4", "a")
    'dti_in_3_4_a'
    """
    return defined_name("in", code, slot)
