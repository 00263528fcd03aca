"""Number formats: which of them show a day or a time."""

from __future__ import annotations

import re
from functools import lru_cache

# ECMA-376 part 1, 18.8.30: the formats that a file names by number only.
BUILTIN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys([*range(27, 32), *range(50, 59), 36], "dd/mm/yyyy"),
}

_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DAY_OR_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_date(number_format: str) -> bool:
    """Whether a number under this format is shown as a day or a time.

    >>> [is_date(f) for f in ("dd/mm", "d-mmm", "[h]:mm", "General", "0%", '#,##0 "đ"', "[Red]0")]
    [True, True, True, False, False, False, False]
    """
    if number_format in ("General", "@"):
        return False
    plain = _SILENT.sub("", number_format)
    return "general" not in plain.casefold() and bool(_DAY_OR_TIME.search(plain))
