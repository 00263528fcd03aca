"""Write the tables of the guide of finding codes: docs/vi/ma-phat-hien.md.

    python scripts/codes_guide.py

Weights come from the catalogue of findings, meanings from the texts, and who gives a code from
what the checks declare. A test fails where the committed guide is not what this writes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "vi" / "ma-phat-hien.md"
_TABLE = re.compile(r"(<!-- codes: (\w+) -->\n).*?(<!-- /codes -->)", re.DOTALL)


def filled(guide: str) -> str:
    """The guide with its tables."""
    return _TABLE.sub(lambda match: f"{match[1]}{_table(match[2])}{match[3]}", guide)


def _table(severity: str) -> str:
    """The codes of one weight, in the order of the contract."""
    from scoring.findings import SEVERITIES
    from texts import say

    givers = _givers()
    lines = ["| mã | nghĩa | việc cần làm | phép kiểm tra |", "|---|---|---|---|"]
    for code, weight in SEVERITIES.items():
        if weight.value == severity:
            means, do = say(f"code.{code}.means"), say(f"code.{code}.do")
            by = ", ".join(say(f"code.check.{name}") for name in givers.get(code, ["reading"]))
            lines.append(f"| `{code}` | {means} | {do} | {by} |")
    return "\n".join(lines) + "\n"


def _givers() -> dict[str, list[str]]:
    """The checks that can give each code; a code that none gives comes from reading the file."""
    from workbooks.checks import ALL, codes_of

    found: dict[str, list[str]] = {}
    for check in ALL:
        for code in codes_of(check):
            found.setdefault(code, []).append(check.__module__.rpartition(".")[2])
    return found


def main() -> None:
    """Write it."""
    GUIDE.write_text(filled(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
